"""What each of a counted result would have to be worth for the whole to pay back.

The net cost stands in flows of money, the count in flows of its own: two figures, each with its side
and its draws, make a third. What one input moves in both is the same draw in both.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from roi_casebook.roi.algebra.arrays import Exact
from roi_casebook.roi.algebra.tracing import computed
from roi_casebook.roi.appraising import Appraised
from roi_casebook.roi.centre import centre, no_figure
from roi_casebook.roi.figure_table import COUNT, FIGURES, NET_COST, WORTH_NEEDED
from roi_casebook.roi.figures import Cause, Figure, Reason
from roi_casebook.roi.flows import NOTHING_DRAWN, Drawn, Flows
from roi_casebook.roi.openings import NOTHING_STATED, WAYS, StatedInput, Ways, openings
from roi_casebook.roi.quantities import OF_ALL_LANES
from roi_casebook.roi.sides import SIDES, reason_of_sides, sided
from roi_casebook.roi.simulation import drawn_figure

NOTHING_CAME_BACK: frozenset[Reason] = frozenset({"benefit_unknown", "soft_only", "social_only"})
"""Where no benefit in money is known, the cost is the most that is left to pay."""


@dataclass(frozen=True)
class FlowsOfMoney:
    """Flows of money, with the inputs of them that are bounds and the draws of those that are ranges."""

    flows: Flows
    stated: tuple[StatedInput, ...] = NOTHING_STATED
    drawn: Drawn = field(default_factory=lambda: NOTHING_DRAWN)


@np.errstate(all="ignore")  # what is out of range has its reason
def needed_worth(money: FlowsOfMoney, counted: Appraised, drawn: Drawn) -> Figure:
    """Give what each result would have to be worth. counted: its count, drawn: with these draws."""
    entry = FIGURES[WORTH_NEEDED]
    values = computed(money.flows.arrays(), OF_ALL_LANES)
    net = _net_cost(money, values)
    if net.reason is not None:
        return no_figure(entry, net.reason)
    count = counted.figures[COUNT]
    both = {**counted.values, NET_COST: values[NET_COST]}
    figure = centre(entry, counted.flows, both)
    if figure.value is None or count.value is None:
        return no_figure(entry, count.reason or figure.reason or "no_result")
    figure = _with_sides(figure, net, count)
    if not (drawn or money.drawn):
        return figure
    net_drawn = computed(money.flows.arrays(money.drawn), OF_ALL_LANES)[NET_COST]
    count_drawn = computed(counted.flows.arrays(drawn), OF_ALL_LANES)
    return drawn_figure(figure, {**count_drawn, NET_COST: net_drawn})


def _net_cost(money: FlowsOfMoney, values: Mapping[str, Exact]) -> Figure:
    entry = FIGURES[NET_COST]
    reason = reason_of_sides(money.flows, entry, other_lanes=frozenset({"soft"}))
    if reason is not None and reason not in NOTHING_CAME_BACK:
        return no_figure(entry, reason)
    found = openings(money.flows, values, money.stated)
    return sided(centre(entry, money.flows, values), money.flows, entry, values, found)


def _with_sides(figure: Figure, net: Figure, count: Figure) -> Figure:
    """Let it be pushed as the net cost is, and against what pushes the count that divides it."""
    against = -int(np.sign(net.value or 0.0))
    causes = (*net.because, *_turned(count.because, against))
    ways: Ways = frozenset().union(*(WAYS[cause.pushes] for cause in causes))
    return replace(
        figure,
        side=SIDES[ways] if ways else None,
        because=causes,
        is_about=net.is_about or (count.is_about and against != 0),
    )


def _turned(causes: Iterable[Cause], direction: int) -> Iterable[Cause]:
    for cause in causes:
        ways: Ways = frozenset(direction * way for way in WAYS[cause.pushes] if direction)  # type: ignore[misc]
        if ways:
            yield replace(cause, pushes=SIDES[ways])
