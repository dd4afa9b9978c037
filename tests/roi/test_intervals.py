"""What a formula can come to where names are bounds: nothing that it can be lies outside."""

from math import inf, isfinite

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from roi_casebook.roi.algebra.formulas import parse_formula
from roi_casebook.roi.algebra.tracing import evaluated
from roi_casebook.roi.figures import Bound
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
    ("formula", "bounds", "expected"),
    [
        ("a / b", {"a": "at_least"}, (5.0, "at_least")),
        ("a / b", {"a": "at_most"}, (5.0, "at_most")),
        ("b / a", {"a": "at_least"}, (0.2, "at_most")),
        ("a * b", {"a": "at_most"}, (20.0, "at_most")),
        ("b - a", {"a": "at_least"}, (-8.0, "at_most")),
        ("(a - b) / b", {"a": "at_most"}, (4.0, "at_most")),
        ("a - c", {"a": "at_least", "c": "at_least"}, None),
        ("a + c", {"a": "at_least", "c": "at_least"}, (13.0, "at_least")),
    ],
)
def test_a_bound_goes_through_a_formula(
    formula: str, bounds: dict[str, Bound], expected: tuple[float, Bound] | None
) -> None:
    values = {"a": 10.0, "b": 2.0, "c": 3.0}
    ends = {name: reach(value, bounds.get(name), 0.0) for name, value in values.items()}
    tree = parse_formula(formula)
    assert bound_of(enclosed(tree, ends), evaluated(tree, values)) == expected


def test_what_is_divided_by_it_knows_no_more_where_it_may_be_zero_inside() -> None:
    tree = parse_formula("1 / a")
    assert enclosed(tree, {"a": (-1.0, 1.0)}) == ANYTHING
    assert enclosed(tree, {"a": (0.0, 2.0)}) == (0.5, inf)
    assert enclosed(tree, {"a": (-2.0, 0.0)}) == (-inf, -0.5)


@given(NUMBER)
def test_a_known_figure_reaches_itself_alone(value: float) -> None:
    point: Interval = reach(value, None)
    assert point == (value, value)
