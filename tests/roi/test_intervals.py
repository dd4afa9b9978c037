"""What a formula can come to where names are bounds: nothing that it can be lies outside."""

from math import inf, isfinite

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from roi_casebook.roi.algebra.formulas import parse_formula
from roi_casebook.roi.algebra.tracing import evaluated
from roi_casebook.roi.figures import Bound, Side
from roi_casebook.roi.intervals import ANYTHING, Interval, bound_of, enclosed, reach

FORMULAS = (
    "a + b",
    "a - b",
    "a * b",
    "a / b",
    "a ** 2",
    "a ** 3 - b",
    "(a - b) / b",
    "a * b / (a + b)",
)
NUMBER = st.floats(-100, 100).map(lambda x: round(x, 12) + 0.0)  # no zero below zero, nor as near


@st.composite
def a_place(draw: st.DrawFn) -> tuple[Interval, float]:
    """Give an interval and a number in it."""
    low, high = sorted((draw(NUMBER), draw(NUMBER)))
    return (low, high), draw(st.floats(low, high))


@given(st.sampled_from(FORMULAS), a_place(), a_place())
def test_no_value_lies_outside(
    formula: str, a: tuple[Interval, float], b: tuple[Interval, float]
) -> None:
    tree = parse_formula(formula)
    try:
        value = evaluated(tree, {"a": a[1], "b": b[1]})
        low, high = enclosed(tree, {"a": a[0], "b": b[0]})
    except ZeroDivisionError:
        return
    assume(isfinite(value))  # beyond what a float holds nothing can be said
    slack = 1e-9 * max(1.0, abs(value))
    assert low - slack <= value <= high + slack


@pytest.mark.parametrize(
    ("formula", "a", "b", "expected"),
    [
        ("a + b", (2.0, 5.0), (10.0, 30.0), (12.0, 35.0)),
        ("a - b", (2.0, 5.0), (10.0, 30.0), (-28.0, -5.0)),
        ("a * b", (-2.0, 5.0), (-3.0, 7.0), (-15.0, 35.0)),
        ("a * b", (0.0, 2.0), (3.0, 5.0), (0.0, 10.0)),
        ("a * b", (0.0, 2.0), ANYTHING, ANYTHING),
        ("a / b", (6.0, 12.0), (2.0, 4.0), (1.5, 6.0)),
        ("a / b", (8.0, 8.0), (-4.0, -2.0), (-4.0, -2.0)),
        ("a / b", (8.0, 8.0), (-2.0, -2.0), (-4.0, -4.0)),
        ("a / b", (0.0, 0.0), (0.0, 0.0), ANYTHING),
        ("a ** 2", (2.0, 5.0), ANYTHING, (4.0, 25.0)),
        ("a ** 2", (0.5, 3.0), ANYTHING, (0.25, 9.0)),
        ("a ** 2", (-5.0, -2.0), ANYTHING, (4.0, 25.0)),
        ("a ** 2", (-3.0, 2.0), ANYTHING, (0.0, 9.0)),
        ("a ** 2", (-0.5, 2.0), ANYTHING, (0.0, 4.0)),
        ("a ** 3", (-3.0, 2.0), ANYTHING, (-27.0, 8.0)),
        ("a ** 0", (-3.0, 2.0), ANYTHING, (1.0, 1.0)),
    ],
)
def test_the_ends_worked_by_hand(
    formula: str, a: Interval, b: Interval, expected: Interval
) -> None:
    assert enclosed(parse_formula(formula), {"a": a, "b": b}) == expected


@pytest.mark.parametrize(
    ("interval", "value", "expected"),
    [
        ((5.0, inf), 7.0, (5.0, "at_least")),
        ((5.0, 9.0), 5.0, (5.0, "at_least")),
        ((5.0, 9.0), 4.9, (5.0, "at_least")),
        ((5.0, 9.0), 9.0, (9.0, "at_most")),
        ((-inf, 9.0), 5.0, (9.0, "at_most")),
        ((-inf, inf), 5.0, None),
    ],
)
def test_an_interval_is_the_bound_at_which_its_value_stands(
    interval: Interval, value: float, expected: tuple[float, Bound] | None
) -> None:
    assert bound_of(interval, value) == expected


@pytest.mark.parametrize(
    ("formula", "sides", "expected"),
    [
        ("a / b", {"a": "or_higher"}, (5.0, "at_least")),
        ("a / b", {"a": "or_lower"}, (5.0, "at_most")),
        ("b / a", {"a": "or_higher"}, (0.2, "at_most")),
        ("a * b", {"a": "or_lower"}, (20.0, "at_most")),
        ("b - a", {"a": "or_higher"}, (-8.0, "at_most")),
        ("(a - b) / b", {"a": "or_lower"}, (4.0, "at_most")),
        ("a - c", {"a": "or_higher", "c": "or_higher"}, None),
        ("a + c", {"a": "or_higher", "c": "or_higher"}, (13.0, "at_least")),
    ],
)
def test_a_bound_goes_through_a_formula(
    formula: str, sides: dict[str, Side], expected: tuple[float, Bound] | None
) -> None:
    values = {"a": 10.0, "b": 2.0, "c": 3.0}
    ends = {name: reach(value, sides.get(name), 0.0) for name, value in values.items()}
    tree = parse_formula(formula)
    assert bound_of(enclosed(tree, ends), evaluated(tree, values)) == expected


def test_a_bound_reaches_without_end_but_for_a_lowest() -> None:
    assert reach(3.0, "or_higher") == (3.0, inf)
    assert reach(3.0, "or_lower") == (-inf, 3.0)
    assert reach(3.0, "or_lower", lowest=0.0) == (0.0, 3.0)
    assert (-inf, inf) == ANYTHING


def test_what_is_divided_by_it_knows_no_more_where_it_may_be_zero_inside() -> None:
    tree = parse_formula("1 / a")
    assert enclosed(tree, {"a": (-1.0, 1.0)}) == ANYTHING
    assert enclosed(tree, {"a": (0.0, 2.0)}) == (0.5, inf)
    assert enclosed(tree, {"a": (-2.0, 0.0)}) == (-inf, -0.5)


@given(NUMBER)
def test_a_known_figure_reaches_itself_alone(value: float) -> None:
    point: Interval = reach(value, None)
    assert point == (value, value)
