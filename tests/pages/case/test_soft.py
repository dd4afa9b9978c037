"""The lane of soft results: a chain of impact, what is missing, relations apart, bridges, packs."""

import re
from typing import Any

import pytest

from roi_casebook.output.site.search_copies import text_lines
from roi_casebook.pages.case.beside_money.soft import SoftLane, SoftResultView, soft_result_view
from tests.pages.told import (
    LANGUAGES,
    drawn,
    full,
    judged,
    page,
    parsed,
    real,
    telling,
    text_of,
    unread,
    view,
)

RELATION = {
    "measure": "returning-contacts",
    "stage": "outcome",
    "result": "back",
    "negative": "not-looked",
}
BACK = {"value": "12%", "source": "books", "quote": "12%"}


def lane_of(raw: dict[str, Any], language: str = "en") -> SoftLane:
    lane: SoftLane = view(judged(raw), language).sections["soft"]
    return lane


def with_relation(**changes: object) -> dict[str, Any]:
    raw = drawn()
    raw["soft"]["came_back"] = {**RELATION, **changes}
    raw["inputs"]["back"] = BACK
    return raw


def of_retail() -> dict[str, Any]:
    organisation = {**drawn()["organisation"], "sector": "retail"}
    return drawn(
        organisation=organisation, initiative={**drawn()["initiative"], "kind": "paid-search"}
    )


def row(lane: SoftLane) -> SoftResultView:
    """Give the one result of the drawn case."""
    ((only,),) = (stage.results for stage in lane.stages)
    return only


# A row -------------------------------------------------------------------------------------------


def test_a_row_tells_all_that_is_stated_and_lacks_nothing() -> None:
    ease = lane_of(full()).stages[0].results[0]
    assert (ease.before, ease.result) == ("53%", "71%")
    assert (ease.arrow, ease.movement) == ("↑", "up, for the better")
    assert ease.measured == (
        "432 measured",
        "May 2019 to June 2020",
        "measured by: ZZcollector (research)",
    )
    assert ease.missing == ""


@pytest.mark.parametrize(
    ("language", "missing", "before"),
    [
        ("en", "Not stated: with what, how many, when, by whom.", "not stated"),
        (
            "fr",
            "Non indiqué\u202f: l’instrument, l’effectif, les dates, l’auteur de la mesure.",
            "non indiqué",
        ),
    ],
)
def test_what_is_not_stated_is_said(language: str, missing: str, before: str) -> None:
    shown = row(lane_of(drawn(), language))
    assert shown.missing.replace("\u00a0", "\u202f") == missing
    assert (shown.before, shown.is_before_known) == (before, False)


def test_a_change_needs_no_state_before() -> None:
    raw = drawn()
    raw["soft"]["active"] |= {"measure": "sales-change", "result": "rise", "design": "before-after"}
    raw["inputs"]["rise"] = {"low": "2%", "high": "6%", "source": "books", "quote": "2 to 6%"}
    raw["inputs"].pop("members", None)
    shown = row(lane_of(raw))
    assert shown.before == ""
    assert shown.interval == "2.4% to 5.6% in 8 of 10 outcomes, half of them below 4%"


def test_a_ratio_of_inputs_is_a_result_whose_range_has_its_unit_once() -> None:
    raw = drawn()
    raw["soft"]["active"] |= {"measure": "staff-hours-freed", "result": "hours / years_told"}
    said = {"source": "books", "quote": "800 to 1,200 hours over 2 years"}
    raw["inputs"] |= {
        "hours": {"low": 800, "high": 1200, "unit": "hour", **said},
        "years_told": {"value": 2, "unit": "year", **said},
    }
    raw["inputs"].pop("members", None)
    shown = row(lane_of(raw))
    # The 10th and the 90th percentile of 800 to 1200 are 840 and 1160, which draws come near to;
    # each year has half of that.
    told = " ".join(shown.interval.split())
    found = re.fullmatch(r"(\d+) to (\d+) hours per year in 8 of 10 outcomes, half of them below (\d+)", told)  # fmt: skip
    assert found
    assert [float(end) for end in found.groups()] == pytest.approx([420, 580, 500], abs=2)


def test_an_unknown_result_lacks_nothing_but_itself() -> None:
    strain = lane_of(full()).stages[1].results[0]
    assert (strain.result, strain.before, strain.missing) == ("unknown", "", "")
    assert strain.locks is not None  # told in words by a source
    assert strain.locks.word == "A claim only"


def test_locks_stand_with_the_ledger_of_what_was_lost() -> None:
    shown = row(lane_of(drawn()))
    assert shown.locks is not None
    assert (shown.locks.word, shown.locks.said) == ("Very weak evidence", "none of five locks")
    assert shown.locks.ledger[0].effect == "level 1"
    assert any("Neither the state before" in step.why for step in shown.locks.ledger)


def test_time_to_effect_is_that_of_effects() -> None:
    assert row(lane_of(drawn())).time == ""  # an out-take is to be seen at once
    relation = lane_of(with_relation()).relations[0].results[0]
    assert relation.time == "3\u00a0months"  # by its definition


# The page ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", ["depaul-ihobo", "nextdoor", "pepsi-refresh"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_has_its_label_for_narrow_screens(slug: str, language: str) -> None:
    tree = parsed(page(real(slug), language).body)
    cells = tree.css(".cb-chain tbody tr[id] td")
    assert cells
    assert all("data-label" in cell.attributes for cell in cells if cell.text(strip=True))


def test_stages_stand_in_the_order_of_the_chain() -> None:
    lane = view(real("depaul-ihobo")).sections.get("soft")
    assert lane is not None
    assert [stage.name for stage in lane.stages] == ["Output", "Out-take", "Outcome"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("ZZease", "ZZinstrument", "ZZsoftnote", "ZZsoftlooked")),
        ("fr", ("ZZaisance", "ZZoutil", "ZZnotesouple", "ZZsouplecherche")),
    ],
)
def test_the_search_finds_names_instruments_and_notes(
    language: str, words: tuple[str, ...]
) -> None:
    lines = " ".join(text_lines(page(judged(full()), language).body))
    assert all(word in lines for word in words)


def test_results_keep_their_addresses() -> None:
    tree = parsed(page(real("depaul-ihobo")).body)
    assert tree.css_first("tr#soft-donors") is not None


# Relations, packs, bridges -------------------------------------------------------------------------


def test_relations_stand_together_under_their_own_heading() -> None:
    lane = lane_of(with_relation())
    assert [view.name.text for stage in lane.relations for view in stage.results] == [
        "Returning contacts"
    ]
    assert "Returning contacts" not in [
        view.name.text for stage in lane.stages for view in stage.results
    ]
    assert lane.expected == ()
    assert "Relations: depth, not volume" in text_of(page(judged(with_relation())).body)


def test_missing_relations_are_named_where_a_pack_expects_them() -> None:
    retail = of_retail()
    assert [link.text for link in lane_of(retail).expected] == ["Returning contacts"]
    assert lane_of(drawn()).expected == ()  # tools within a firm are not asked for them


def test_the_packs_made_for_such_work_are_named() -> None:
    retail = of_retail()
    assert [(one.text, one.href) for one in lane_of(retail).packs] == [
        ("Retail", "../method.html#pack-retail")
    ]


def test_a_bridge_is_told_with_its_study_and_the_locks_of_that_benefit() -> None:
    raw = drawn()
    raw["soft"]["active"]["bridge"] = {
        "to": "extra_sales",
        "because": "Members buy more.",
        "source": "books",
    }
    raw["benefits"] = {"extra_sales": next(iter(raw["benefits"].values()))}
    lane = lane_of(raw)
    (bridge,) = lane.bridges
    assert bridge.because.text == "Members buy more."
    assert bridge.locks.endswith("of five locks")
    assert row(lane).is_in_money
    (gist,) = (fact for fact in view(judged(raw)).first.gist if fact.name == "Not counted in money")
    assert gist.links == ()
    assert lane.worth == ""  # nothing is left to be weighed


def test_a_bridge_to_money_that_is_not_known_waits() -> None:
    lane = lane_of(full(headline={"reading": "bare", "because": "x"}))
    assert [bridge.locks for bridge in lane.bridges] == [""]
    assert "the result stays soft" in text_of(
        page(judged(full(headline={"reading": "bare", "because": "x"}))).body
    )


def test_without_soft_results_and_without_expectations_there_is_no_lane() -> None:
    assert view(judged(drawn(soft={}, initiative={**drawn()["initiative"], "kind": "internal-tool"}))).sections.get("soft") is None  # fmt: skip


# Bounds, and what is left out ----------------------------------------------------------------------


def with_bound(bound: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 -- any field of an input
    raw = drawn()
    raw["inputs"]["members"] |= {"bound": bound, **more}
    return raw


@pytest.mark.parametrize(
    ("bound", "english", "french"),
    [
        ("up-to", "at most 500 people", "au plus 500 personnes"),
        ("over", "at least 500 people", "au moins 500 personnes"),
        ("about", "about 500 people", "environ 500 personnes"),
    ],
)
def test_a_result_of_an_input_that_is_a_bound_is_one(bound: str, english: str, french: str) -> None:
    for language, told in (("en", english), ("fr", french)):
        shown = row(lane_of(with_bound(bound), language))
        assert shown.result.replace("\u00a0", " ") == told
        assert shown.interval == ""


def test_what_divides_by_a_bound_has_the_other_side() -> None:
    raw = with_bound("up-to")
    raw["inputs"]["each"] = {"value": 1000, "unit": "person", "source": "books", "quote": "1000"}
    raw["soft"]["active"]["result"] = "each / members"
    assert unread(raw).soft_figures["active"].side == "or_higher"
    shown: SoftLane = view(unread(raw)).sections["soft"]
    assert row(shown).result.startswith("at least 2")


def test_what_a_bound_pushes_both_ways_is_either() -> None:
    raw = with_bound("up-to")
    raw["inputs"]["more"] = {"value": 800, "unit": "person", "source": "books", "quote": "800", "bound": "over"}  # fmt: skip
    raw["soft"]["active"]["result"] = "more + members"
    figure = judged(raw).soft_figures["active"]
    assert figure.side == "either"
    assert [cause.name for cause in figure.because] == ["more", "members"]


def test_a_range_beside_a_bound_stands_under_its_condition() -> None:
    raw = with_bound("up-to")
    raw["soft"]["active"]["result"] = "members * volume"
    shown = row(lane_of(raw))
    assert "outcomes" not in shown.interval
    assert "lower" in shown.interval
    assert not shown.result.startswith("at most")


def test_a_result_tells_what_is_left_out_of_the_benefit_in_which_it_counts() -> None:
    raw = drawn()
    raw["benefits"]["sales"]["leaves_out"] = [{"what": "Gifts of food", "pushes": "higher"}]
    assert row(lane_of(raw)).left_out == ()
    raw["soft"]["active"]["bridge"] = {
        "to": "sales",
        "because": "Members buy more.",
        "source": "books",
    }
    (fact,) = row(lane_of(raw)).left_out
    assert fact.name == "Left out (would raise the return)"
    assert fact.note is not None
    assert fact.note.text == "Gifts of food"
    assert "Gifts of food" in text_of(page(judged(raw)).body)


def test_a_result_tells_what_the_reading_that_names_it_leaves_out() -> None:
    raw = drawn()
    left_out = [{"what": "Children", "pushes": "lower"}]
    lines = [*raw["costs"], *raw["benefits"]]
    named = {"label": "Named", "lines": [*lines, "active"], "leaves_out": left_out}
    raw["readings"] = {"named": named, "bare": {"label": "Bare", "lines": lines}}
    raw["headline"] = {"reading": "named", "because": "made up"}
    (fact,) = soft_result_view(telling(unread(raw)), "active").left_out
    assert fact.note is not None
    assert fact.note.text == "Children"
    raw["readings"]["named"]["lines"] = lines
    assert soft_result_view(telling(unread(raw)), "active").left_out == ()


# What leads the first screen ------------------------------------------------------------------------


def test_a_soft_result_that_leads_its_case_leads_its_strip() -> None:
    cost, lead, *_ = view(real("ibm-internal-blogs")).first.strip
    assert cost.label == "Cost"
    assert lead.label == "Employees using internal blogs"
    assert (lead.value.head + lead.value.last).replace("\u00a0", " ") == "100,000 people"
    assert (lead.is_lead, lead.qualifiers) == (True, ("ROI: benefit unknown",))


def test_a_return_that_can_be_stated_leads_before_any_soft_result() -> None:
    assert view(judged(drawn())).first.strip[1].label == "ROI"
