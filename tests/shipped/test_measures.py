"""The measures that ship: how each is counted, what one result is called, which units have names."""

import pytest

from roi_casebook.config import UNCOUNTED, Measure
from roi_casebook.reading.model.field_table import field_table
from roi_casebook.roi.algebra.units import parse_unit
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from roi_casebook.wording import Wording
from tests.wording.voices import EN, FR, VOICES

WORDS = shipped_vocabulary()
SOFT = {name: one for name, one in WORDS.measures.items() if one.lane == "soft"}
COUNTABLE = {name: one for name, one in SOFT.items() if one.is_countable}


def test_every_soft_measure_says_how_it_is_counted() -> None:
    assert [name for name, one in SOFT.items() if one.counts is None] == []
    assert [name for name, one in WORDS.measures.items() if one.lane != "soft" and one.counts] == []


def test_what_is_a_share_a_score_a_time_or_a_harm_is_not_counted() -> None:
    not_counted = {name for name, one in SOFT.items() if not one.is_countable}
    assert not_counted == {
        name for name, one in SOFT.items() if one.unit in UNCOUNTED or one.better == "lower"
    }
    assert {"adoption", "complaints", "recommendation-score", "time-to-hire"} <= not_counted


def test_what_stands_at_a_date_is_a_stock() -> None:
    stocks = {name for name, one in SOFT.items() if one.is_stock}
    assert stocks == {"active-users", "followers", "daily-users", "members", "subscribers"}


@pytest.mark.parametrize(("lane", "unit", "better", "is_countable"), [
    ("soft", "signature", "higher", True), ("soft", "signature", "neither", True),
    ("soft", "signature", "lower", False), ("soft", "share", "higher", False),
    ("soft", "point", "higher", False), ("hard", "money", "higher", False),
])  # fmt: skip
def test_a_measure_of_a_site_is_counted_by_its_unit_where_it_does_not_say(
    lane: str, unit: str, better: str, *, is_countable: bool
) -> None:
    raw = {"label": "Own", "definition": "Own.", "lane": lane, "unit": unit, "better": better}
    assert Measure.model_validate(raw).is_countable is is_countable
    assert not Measure.model_validate({**raw, "counts": "nothing"}).is_countable


@pytest.mark.parametrize("name", COUNTABLE)
def test_one_result_has_a_name_in_each_language(name: str) -> None:
    counted = COUNTABLE[name].counted
    assert counted is not None
    for words in VOICES:
        assert set(counted[words.language]) == {"one", "other"}


@pytest.mark.parametrize(
    ("words", "measure", "one", "three"),
    [
        (EN, "quit-attempts", "quit attempt", "quit attempts"),
        (FR, "quit-attempts", "tentative d’arrêt", "tentatives d’arrêt"),
        (EN, "hires", "hire", "hires"),
        (FR, "hires", "embauche", "embauches"),
        (EN, "visitors", "visitor", "visitors"),
        (FR, "visitors", "visiteur", "visiteurs"),
        (EN, "lives-saved", "life saved", "lives saved"),
        (FR, "emissions-avoided", "tonne de CO₂ évitée", "tonnes de CO₂ évitées"),
        (EN, "staff-hours-freed", "hour freed", "hours freed"),
    ],
)
def test_results_are_called_as_the_field_calls_them(
    words: Wording, measure: str, one: str, three: str
) -> None:
    assert words.labels.result(WORDS.measures[measure], 1) == one
    assert words.labels.result(WORDS.measures[measure], 3) == three


def test_a_result_without_a_name_is_called_by_its_unit() -> None:
    own = COUNTABLE["hires"].model_copy(update={"counted": None, "unit": "hour/year"})
    assert EN.labels.result(own, 2) == "hours per year"
    assert FR.labels.result(own, 1) == "heure par an"


def test_the_units_of_all_measures_have_names() -> None:
    symbols = {symbol for one in WORDS.measures.values() for symbol, _ in parse_unit(one.unit)}
    assert symbols - set(WORDS.units) == set()


def test_packs_name_the_measures_that_lead_by_a_cost_per_result() -> None:
    assert "hires" in WORDS.packs["recruitment"].measures
    assert {"quit-attempts", "quitters"} <= {*WORDS.packs["public-health"].measures}
    assert {"placements-in-work"} <= {*WORDS.packs_for("training", "employment")["work-and-learning"].measures}  # fmt: skip
    known = {name for pack in WORDS.packs.values() for name in pack.measures}
    assert known <= set(WORDS.measures)


def test_the_field_table_tells_unit_and_name() -> None:
    table = field_table(WORDS)
    assert "| `quit-attempts` | `attempt` | quit attempt |" in table
    assert "| `members` | `member` | member (those there, less those before) |" in table
    assert "| `adoption` | `share` |  |" in table
    assert "`kilowatt-hour`" in table
