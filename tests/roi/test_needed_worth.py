"""What each result would have to be worth, by hand: a net cost over a count, each with its side."""

from dataclasses import replace

import numpy as np
import pytest

from roi_casebook.roi.appraising import Appraised, appraised_count
from roi_casebook.roi.figures import Cause, Figure, Side
from roi_casebook.roi.flows import NOTHING_DRAWN, Flows, Line
from roi_casebook.roi.needed_worth import FlowsOfMoney, needed_worth
from roi_casebook.roi.openings import StatedInput

UNKNOWN = Line("unknown", (None,))


def money(
    cost: float, back: float, *more: Line, stated: tuple[StatedInput, ...] = ()
) -> FlowsOfMoney:
    """Give flows of one moment: what was spent and what came back, beside costs of which all is open."""
    flows = Flows(0, (Line("spent", (cost,)), *more), (Line("back", (back,)),))
    return FlowsOfMoney(flows, stated)


def counted(count: float, *because: Cause, is_about: bool = False) -> Appraised:
    found = appraised_count(Flows(0, (), (Line("came", (count,)),)), ["total_count"])
    side = because[0].pushes if because else None
    known = found.figures["total_count"]
    total = replace(known, side=side, because=because, is_about=is_about)
    return replace(found, figures={"total_count": total})


def pushed(way: Side) -> Cause:
    return Cause("line_leaves_out", "came", "0", way)


def worth(money: FlowsOfMoney, counted: Appraised) -> Figure:
    return needed_worth(money, counted, NOTHING_DRAWN)


def about(amount: float) -> StatedInput:
    return StatedInput("cost", "about", {("spent", 0): np.array([amount * 0.9, amount * 1.1])})


@pytest.mark.parametrize(
    ("cost", "back", "count", "each"), [(100, 50, 10, 5), (50, 100, 10, -5), (50, 50, 10, 0)]
)
def test_what_is_missing_is_shared_out(cost: float, back: float, count: float, each: float) -> None:
    found = worth(money(cost, back), counted(count))
    assert (found.value, found.side, found.is_about) == (each, None, False)


@pytest.mark.parametrize(
    ("cost", "back", "way", "side"),
    [
        (100, 50, "or_higher", "or_lower"),  # more came: each need be worth less
        (100, 50, "or_lower", "or_higher"),
        (100, 50, "either", "either"),
        (50, 100, "or_higher", "or_higher"),  # a gain of 50 shared out among more is less each
        (50, 100, "or_lower", "or_lower"),
        (50, 50, "or_higher", None),  # nothing is nothing, among however many
    ],
)
def test_what_pushes_a_count_pushes_what_is_divided_by_it_the_other_way(
    cost: float, back: float, way: Side, side: Side | None
) -> None:
    found = worth(money(cost, back), counted(10, pushed(way)))
    assert found.side == side
    assert [cause.pushes for cause in found.because] == ([side] if side else [])


def test_a_cost_that_is_not_known_pushes_it_up() -> None:
    found = worth(money(100, 50, UNKNOWN), counted(10))
    assert (found.value, found.side) == (5, "or_higher")


@pytest.mark.parametrize(
    ("cost", "back", "is_about"), [(100, 50, True), (50, 100, True), (50, 50, False)]
)
def test_a_count_that_is_about_makes_it_about_unless_nothing_is_missing(
    cost: float, back: float, *, is_about: bool
) -> None:
    assert worth(money(cost, back), counted(10, is_about=True)).is_about is is_about


def test_a_cost_that_is_about_makes_it_about() -> None:
    assert worth(money(100, 50, stated=(about(100.0),)), counted(10)).is_about


def test_a_count_with_a_reason_hands_it_on() -> None:
    known = counted(10)
    total = Figure("total_count", "ratio", reason="count_unknown")
    found = worth(money(100, 50), replace(known, figures={"total_count": total}))
    assert (found.value, found.reason) == (None, "count_unknown")


@pytest.mark.parametrize(
    ("cost", "count", "reason"), [(100, 0, "no_result"), (1e300, 1e-300, "out_of_range")]
)
def test_what_cannot_be_divided_says_why(cost: float, count: float, reason: str) -> None:
    found = worth(money(cost, 0), counted(count))
    assert (found.value, found.reason) == (None, reason)
