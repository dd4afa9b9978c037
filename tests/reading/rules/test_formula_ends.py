"""How far formulas go within ranges: at their ends, never beyond; shares stay shares."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roi_casebook.case import Input
from roi_casebook.reading.rules.formula_ends import MOST_TOGETHER, central_values, ends_of, reached
from roi_casebook.roi.algebra.expressions import names
from roi_casebook.roi.algebra.formulas import parse_formula
from roi_casebook.roi.algebra.tracing import evaluated
from roi_casebook.roi.ranges import DRAWS, Range
from tests.reading.sound_cases import told

A = Input(low=-5, high=10, assumption={"": "a test"})
B = Input(low=1, likely=2, high=4, assumption={"": "a test"})
C = Input(low=0.1, high=0.4, shape="lognormal", ends="p10-p90", assumption={"": "a test"})
FORMULAS = ("a", "a * b", "a - b", "a / b", "b - b", "(a + b) ** 2", "a * weeks_per_year")


def test_the_likely_value_comes_first_and_both_ends_follow() -> None:
    values = [each.value for each in reached(parse_formula("a"), {"a": A})]
    assert values == [2.5, -5.0, 10.0]
    assert reached(parse_formula("a"), {"a": A})[1].where == " (where a is -5)"


@settings(deadline=None, max_examples=30)
@given(formula=st.sampled_from(FORMULAS), part=st.floats(0, 1), other=st.floats(0, 1))
def test_what_lies_between_the_ends_is_within_reach(
    formula: str, part: float, other: float
) -> None:
    tree, inputs = parse_formula(formula), {"a": A, "b": B}
    inner = {"a": -5 + 15 * part, "b": 1 + 3 * other}
    values = [each.value for each in reached(tree, inputs)]
    inside = evaluated(tree, {**central_values(inputs), **inner})
    low = 0.0 if "**" in formula else min(values)  # a square has its least between the ends
    assert low - 1e-9 <= inside <= max(values) + 1e-9


def test_of_many_ranges_each_goes_alone() -> None:
    inputs = {f"a{n}": A for n in range(MOST_TOGETHER + 1)}
    tree = parse_formula(" + ".join(inputs))
    assert len(list(names(tree))) == MOST_TOGETHER + 1
    assert len(reached(tree, inputs)) == 1 + 2 * len(inputs)


def test_the_ends_of_a_lognormal_range_are_its_outermost_draws() -> None:
    stated = C.range()
    assert stated is not None
    low, high = ends_of(stated)
    draws = stated.draws("case", "input", count=DRAWS)
    assert 0 < low < 0.1
    assert high > 0.4
    assert high == pytest.approx(max(draws), rel=0.5)


def test_the_ends_of_a_normal_range_are_the_interval_that_is_printed() -> None:
    stated = Range(2.1, 4.3, ends="p2.5-p97.5")
    assert ends_of(stated) == (2.1, 4.3)
    low, high = stated.outermost()
    assert low == pytest.approx(3.2 - 3.8906 * 1.1 / 1.95996, abs=1e-3)
    assert high == pytest.approx(3.2 + 3.8906 * 1.1 / 1.95996, abs=1e-3)


def test_a_division_by_zero_at_an_end_has_no_value() -> None:
    zero = Input(low=0, high=1, assumption={"": "a test"})
    assert [each.value for each in reached(parse_formula("1 / z"), {"z": zero})] == [2.0, 1.0]


@pytest.mark.parametrize(
    ("written", "is_refused"),
    [
        ({"value": "100%"}, False),
        ({"value": "0%"}, False),
        ({"value": "100.1%"}, True),
        ({"low": "-1%", "high": "10%"}, True),
        ({"low": "10%", "high": "20%", "shape": "lognormal", "ends": "p10-p90"}, False),
        ({"low": "20%", "high": "90%", "shape": "lognormal", "ends": "p10-p90"}, True),
        ({"likely": "10%", "se": "6%"}, False),  # a hint: its tails
        ({"low": "-2%", "high": "12%", "ends": "p2.5-p97.5"}, False),
        ({"likely": "110%", "se": "6%"}, True),
        ({"value": "unknown", "looked": "everywhere"}, False),
    ],
)
@pytest.mark.parametrize("is_named", [False, True])
def test_a_share_is_refused_beyond_its_bounds_and_not_within(
    written: dict[str, object], *, is_refused: bool, is_named: bool
) -> None:
    share = {**written, "unit": "share", "assumption": "a test"}
    line = {
        "label": "Sales",
        "measure": "revenue",
        "amount": "sales",
        "when": 1,
        "status": "estimated",
        "without_it": {"design": "none", "deadweight": "part" if is_named else share},
    }
    sales = {"value": 10, "unit": "EUR", "assumption": "a test"}
    inputs = {"sales": sales} | ({"part": share} if is_named else {})
    findings = told({"inputs": inputs, "benefits": {"sold": line}}, "not_a_share")
    assert bool(findings) == is_refused
    assert all(finding.path[0] == ("inputs" if is_named else "benefits") for finding in findings)


@pytest.mark.parametrize(
    ("share", "is_told"),
    [
        ({"likely": "50%", "se": "5%"}, False),
        ({"likely": "10%", "se": "6%"}, True),
        ({"low": "84%", "high": "104%", "ends": "p5-p95"}, True),
    ],
)
@pytest.mark.parametrize("written", ["in place", "by name", "in a formula"])
def test_the_tails_of_a_normal_share_are_told(
    share: dict[str, object], written: str, *, is_told: bool
) -> None:
    stated = {**share, "unit": "share", "assumption": "a test"}
    sales = {"value": 10, "unit": "EUR", "assumption": "a test"}
    line = {
        "label": "Sales",
        "measure": "revenue",
        "amount": "sales",
        "when": 1,
        "status": "estimated",
        "without_it": {
            "design": "none",
            "deadweight": {"in place": stated, "by name": "part"}.get(
                written, "part - part * part + part * part"
            ),
        },
    }
    findings = told(
        {"inputs": {"sales": sales, "part": stated}, "benefits": {"sold": line}}, "share_tails"
    )
    assert bool(findings) == is_told
    assert all(each.severity == "hint" for each in findings)


@pytest.mark.parametrize(
    ("table", "field", "written", "is_refused"),
    [
        ("costs", "risk", "200%", False),
        ("costs", "risk", "1000%", False),
        ("costs", "risk", "1001%", True),
        ("costs", "risk", "-1%", True),
        ("costs", "risk", 2, True),  # 2% or 200%
        ("benefits", "risk", "101%", True),
        ("benefits", "margin", "-40%", False),
        ("benefits", "margin", "-1001%", True),
        ("benefits", "margin", "101%", True),
    ],
)
@pytest.mark.parametrize("is_named", [False, True])
def test_a_raise_may_be_more_than_all_and_a_margin_a_loss(
    table: str, field: str, written: object, *, is_refused: bool, is_named: bool
) -> None:
    share = {"value": written, "unit": "share", "assumption": "a test"}
    line = {"label": "L", "amount": "sales", "when": 1, "status": "estimated"}
    line |= {field: "part" if is_named else share}
    line |= {"measure": "revenue"} if table == "benefits" else {}
    sales = {"value": 10, "unit": "EUR", "assumption": "a test"}
    inputs = {"sales": sales} | ({"part": share} if is_named else {})
    findings = told({"inputs": inputs, table: {"one": line}}, "not_a_share")
    assert bool(findings) == is_refused
