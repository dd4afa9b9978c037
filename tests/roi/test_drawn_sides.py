"""What is drawn of flows in which something is not known: chances and percentiles by hand."""

import numpy as np
import pytest

from roi_casebook.roi.appraising import appraised
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.flows import Flows, Line
from roi_casebook.roi.simulation import Simulated, simulated

UNKNOWN = Line("unknown", (0.0, None))
MIXED = Line("mixed", (0.0, None), may_be_negative=True)


def drawn(
    draws: list[float], *, costs: tuple[Line, ...] = (), more: tuple[Line, ...] = ()
) -> Simulated:
    """Draw what comes back after a year for an outlay of 100, beside lines of which all is open."""
    flows = Flows(
        1, (Line("spent", (100.0, 0.0)), *costs), (Line("back", (0.0, draws[0])), *more), (), 0.0
    )
    return simulated(appraised(flows), {("back", 1): np.array(draws)})


def chance(winning: int, of: int, **lines: tuple[Line, ...]) -> Figure:
    return drawn([110.0] * winning + [90.0] * (of - winning), **lines).figures["chance_positive"]


@pytest.mark.parametrize(
    ("winning", "of", "expected"),
    [
        (3, 4, (0.75, "or_lower", None)),
        (99, 100, (0.99, "or_lower", None)),
        (199, 200, (None, None, "unbounded")),  # at most nearly certain leaves all open
        (1, 1000, (0.001, "or_lower", None)),
        (0, 4, (0.0, None, None)),  # none wins, and none would with more costs
    ],
)
def test_a_chance_beside_a_cost_that_is_not_known(
    winning: int, of: int, expected: tuple[float | None, str | None, str | None]
) -> None:
    found = chance(winning, of, costs=(UNKNOWN,))
    assert (found.value, found.side, found.reason) == expected


@pytest.mark.parametrize(
    ("winning", "of", "expected"),
    [
        (1, 4, (0.25, "or_higher", None)),
        (1, 100, (0.01, "or_higher", None)),
        (1, 200, (None, None, "unbounded")),
        (999, 1000, (0.999, "or_higher", None)),
        (4, 4, (1.0, None, None)),
    ],
)
def test_a_chance_beside_a_benefit_that_is_not_known(
    winning: int, of: int, expected: tuple[float | None, str | None, str | None]
) -> None:
    found = chance(winning, of, more=(UNKNOWN,))
    assert (found.value, found.side, found.reason) == expected


def test_a_chance_that_may_be_more_or_less_is_none() -> None:
    assert chance(2, 4, more=(MIXED,)).reason == "unbounded"


@pytest.mark.parametrize("draws", [[110.0, 120.0], [120.0, 110.0]])
def test_a_rate_with_a_side_that_ranges_move_has_no_percentiles_and_no_bound(
    draws: list[float],
) -> None:
    """No rate is sought in each draw: what it may be is left open, not called the most."""
    found = drawn(draws, costs=(UNKNOWN,)).figures["irr"]
    assert (found.side, found.no_range, found.bound) == ("or_lower", "unbounded", None)


def test_a_rate_that_nothing_moves_keeps_its_bound() -> None:
    found = drawn([110.0, 110.0], costs=(UNKNOWN,)).figures["irr"]
    assert (found.side, found.no_range, found.bound) == ("or_lower", None, "at_most")


def test_what_has_no_side_or_no_value_lacks_no_range() -> None:
    assert drawn([110.0, 120.0]).figures["irr"].no_range is None
    without = drawn([0.0, 10.0]).figures["irr"]
    assert (without.reason, without.no_range) == ("no_sign_change", None)


def test_what_no_range_moves_has_no_percentiles() -> None:
    figures = drawn([110.0, 120.0, 110.0]).figures
    assert figures["pv_costs"].p50 is None
    assert figures["pv_benefits"].p50 == 110
    assert drawn([110.0]).figures["pv_benefits"].p50 is None


@pytest.mark.parametrize(
    ("costs", "p50"),
    [([0.0, 50.0], 0.25), ([-50.0, 50.0], None), ([-50.0, 0.0], None), ([50.0, 100.0], 0.75)],
)
def test_a_share_is_between_nothing_and_all(costs: list[float], p50: float | None) -> None:
    flows = Flows(0, (Line("spent", (50.0,)),), (Line("back", (100.0,)),))
    found = simulated(appraised(flows), {("spent", 0): np.array(costs)})
    assert found.figures["break_even_attribution"].p50 == p50
