"""Scenarios of one figure that is worked at sight: the number that is moved is what comes back."""

from collections.abc import Callable, Mapping

import numpy as np
import pytest

from roi_casebook.roi.algebra.elementary import Array
from roi_casebook.roi.flows import Drawn, Flows, Line
from roi_casebook.roi.scenarios import Swing, bridge, stated_steps, switching_values

AT_ONCE = Flows(0, (Line("cost", (0.0,)),), (Line("sales", (1.0,)),))


def crossings(of: Callable[[Array], Array], low: float, high: float) -> tuple[float, ...]:
    """Find where a function of x is zero: nothing is spent, and what comes back is the function."""

    def sold(values: Mapping[str, Array]) -> Drawn:
        return {("sales", 0): of(values["x"])}

    return switching_values(AT_ONCE, sold, "x", low, high)


def test_what_is_found_has_six_digits_however_wide_the_search() -> None:
    assert crossings(lambda x: 3 * x - 1, 0, 1) == (0.333333,)
    assert crossings(lambda x: x - 0.0123457, 0, 1000) == (0.0123457,)


def test_a_crossing_lies_in_the_first_cell_as_in_the_last() -> None:
    assert crossings(lambda x: x - 0.25, 0, 64) == (0.25,)
    assert crossings(lambda x: 63.25 - x, 0, 64) == (63.25,)


def test_of_crossings_in_one_cell_the_first_is_told() -> None:
    assert crossings(lambda x: (x - 0.125) * (x - 0.25) * (x - 0.375), 0, 64) == (0.125,)


def test_zero_that_is_touched_is_found_at_the_65_places_of_the_grid() -> None:
    assert crossings(lambda x: (x - 10) * (x - 10), 0, 64) == (10.0,)


def test_a_run_of_zeros_is_told_once() -> None:
    assert crossings(lambda x: np.maximum(x - 20, 0), 0, 64) == (0.0,)
    assert crossings(lambda x: np.minimum(x - 20, 0), 0, 64) == (20.0,)


@pytest.mark.parametrize(
    ("at_p10", "at_p90", "changes"),
    [
        (-2, 3, True),
        (3, -2, True),
        (-0.5, 5, True),
        (5, -0.5, True),
        (-2, -3, False),
        (0.5, 5, False),
        (5, 0.5, False),
        # At zero nothing is lost.
        (0, 5, False),
        (5, 0, False),
        (0, -5, True),
        (-5, 0, True),
    ],
)
def test_a_swing_decides_between_gain_and_loss(at_p10: float, at_p90: float, changes: bool) -> None:  # noqa: FBT001 -- a row
    assert Swing("one", at_p10, at_p90).changes_sign == changes


@pytest.mark.parametrize(
    ("cost", "roi"), [(200.0, -0.5), (0.5, 199.0), (0.0, None), (-0.5, None), (-200.0, None)]
)
def test_a_step_without_a_cost_has_no_return(cost: float, roi: float | None) -> None:
    (step,) = bridge(Flows(0, (Line("cost", (cost,)),), (Line("sales", (100.0,)),)))
    assert (step.costs, step.npv, step.roi) == (cost, 100 - cost, roi)


def test_discounting_is_a_step_where_there_is_a_rate_and_a_year() -> None:
    def names(flows: Flows) -> list[str]:
        return [name for name, _ in stated_steps(flows)]

    assert names(Flows(1, discount_rate=0.1)) == ["gross", "discounting"]
    assert names(Flows(0, discount_rate=0.1)) == ["gross"]
    assert names(Flows(1)) == ["gross"]
