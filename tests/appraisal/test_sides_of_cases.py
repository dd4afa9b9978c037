"""Centre, range and side over generated cases: what is said of a figure holds whatever is not known."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from roi_casebook.roi.figures import Figure
from tests.appraisal.claims.claimed_case import judged

LOOKED = {"value": "unknown", "unit": "EUR", "looked": "in the accounts"}
QUOTED = {"unit": "EUR", "source": "accounts", "quote": "as printed"}
amounts = st.integers(0, 90_000).map(float)
shares = st.integers(0, 100).map(lambda percent: f"{percent}%")
FEW = settings(max_examples=25)  # each appraises two whole cases


def ranged(likely: float) -> dict[str, Any]:
    return {**QUOTED, "low": likely / 2, "likely": likely, "high": likely * 3}


@st.composite
def openings(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give changes that leave something of a case open, and changes that fill it in at will."""
    opened: dict[str, Any] = {}
    filled: dict[str, Any] = {}
    if draw(st.booleans()):
        opened["inputs.running"] = LOOKED
        filled["inputs.running"] = {**QUOTED, "value": draw(amounts)}
    if draw(st.booleans()):
        opened["inputs.second"] = LOOKED
        filled["inputs.second"] = {**QUOTED, "value": draw(amounts)}
    if draw(st.booleans()):
        opened["benefits.sales.without_it.deadweight"] = "unknown"
        filled["benefits.sales.without_it.deadweight"] = draw(shares)
    if draw(st.booleans()):
        opened["inputs.third"] = {**QUOTED, "value": 120000, "bound": "up-to"}
        value = 120000 * draw(st.integers(0, 100)) / 100
        filled["inputs.third"] = {**QUOTED, "value": value}
    if draw(st.booleans()):
        opened["inputs.first"] = filled["inputs.first"] = ranged(60000.0)
    return opened, filled


def figures_of(changes: dict[str, Any]) -> dict[str, Figure]:
    return dict(judged({}, changes).leading.figures)


def is_within(said: Figure, truth: Figure) -> bool:
    """Tell whether a figure lies where that of less knowledge allows it."""
    if said.value is None or truth.value is None or said.name == "chance_positive":
        return True
    slack = 1e-9 * (1 + abs(said.value) + abs(truth.value))
    is_lower, is_higher = truth.value < said.value - slack, truth.value > said.value + slack
    return not (is_lower and said.side in {None, "or_higher"}) and not (
        is_higher and said.side in {None, "or_lower"}
    )


@FEW
@given(openings())
def test_what_becomes_known_lies_where_the_side_allows_it(
    pair: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    opened, filled = pair
    before, after = figures_of(opened), figures_of(filled)
    for name, figure in before.items():
        assert is_within(figure, after[name]), (name, figure, after[name])


@FEW
@given(openings())
def test_no_other_value_contradicts_a_bound_and_no_side_lacks_its_cause(
    pair: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    for name, figure in figures_of(pair[0]).items():
        assert (figure.side is None) == (not figure.because), name
        assert figure.bound is None or not figure.has_range, name
        ends = [end for end in (figure.p10, figure.p50, figure.p90) if end is not None]
        if figure.bound == "at_most":
            assert all(end <= (figure.value or 0.0) for end in ends), name


def test_what_a_reading_leaves_out_is_a_cause_by_its_name() -> None:
    reading = {"label": "A", "lines": ["start", "years", "sales"]}
    left_out = [{"what": "What others gained", "pushes": "higher"}]
    changes = {
        "readings": {"a": {**reading, "leaves_out": left_out}},
        "headline": {"reading": "a", "because": "It leads."},
    }
    npv, costs = (judged({}, changes).leading.figures[name] for name in ("npv", "pv_costs"))
    assert (npv.side, [cause.name for cause in npv.because]) == ("or_higher", ["a"])
    assert costs.side is None


def test_nothing_came_anyway_takes_the_side_away_only_by_a_source() -> None:
    at = "benefits.sales.without_it.deadweight"
    own_word = judged({}, {at: {"value": "0%", "assumption": "None of it."}})
    sourced = judged({}, {at: {"value": "0%", "source": "accounts", "quote": "none of it"}})
    assert own_word.leading.figures["roi"].side == "or_lower"
    assert sourced.leading.figures["roi"].side is None


def test_what_is_about_nought_makes_figures_about_so_much() -> None:
    nought = {**QUOTED, "value": 0, "bound": "about"}
    changes = {f"inputs.{name}": nought for name in ("first", "second", "third")}
    figures = figures_of(changes)
    assert (figures["roi"].value, figures["roi"].is_about) == (-1.0, True)
    assert (figures["pv_benefits"].value, figures["pv_benefits"].is_about) == (0.0, True)
    assert not figures["pv_costs"].is_about
