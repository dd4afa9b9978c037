"""From flows to figures: all quantities computed once, then each headline figure by its rule.

What the sides do not allow has its reason (`sides.py`); what can be computed is a quantity under
its guards, or found by a solver (`centre.py`); what may still move has its side, and its causes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from roi_casebook.roi.algebra.arrays import Exact
from roi_casebook.roi.algebra.tracing import computed
from roi_casebook.roi.centre import centre, no_figure
from roi_casebook.roi.figure_table import (
    MONEY_FIGURES,
    RESULT_FIGURES,
    SOCIAL_FIGURES,
    FigureEntry,
)
from roi_casebook.roi.figures import Figure, Reason
from roi_casebook.roi.flows import Flows
from roi_casebook.roi.openings import NOTHING_STATED, Opening, StatedInput, openings
from roi_casebook.roi.quantities import OF_ALL_LANES
from roi_casebook.roi.sides import MONEY_ALONE, OtherLanes, reason_of_sides, sided


@dataclass(frozen=True)
class Appraised:
    """The figures of some flows, and every value behind them shaped (line, moment, draw)."""

    flows: Flows
    figures: Mapping[str, Figure]
    values: Mapping[str, Exact]


@np.errstate(all="ignore")  # what is out of range has its reason
def appraised(
    flows: Flows,
    *,
    other_lanes: OtherLanes = MONEY_ALONE,
    names: Iterable[str] = tuple(MONEY_FIGURES),
    stated: tuple[StatedInput, ...] = NOTHING_STATED,
) -> Appraised:
    """Compute every figure of the flows, or those named: a value with its side, or a reason each.

    other_lanes: where else the case has results: a reason says so where none came in money; stated:
    the inputs that are themselves "up to", "over" or "about".
    """
    values = computed(flows.arrays())
    found = openings(flows, values, stated)
    figures = {
        name: _first_years(MONEY_FIGURES[name], flows, stated, other_lanes)
        if MONEY_FIGURES[name].until
        else _ruled(MONEY_FIGURES[name], flows, values, found, other_lanes)
        for name in names
    }
    return Appraised(flows, MappingProxyType(figures), MappingProxyType(values))


@np.errstate(all="ignore")  # as above
def appraised_socially(
    flows: Flows, *, stated: tuple[StatedInput, ...] = NOTHING_STATED
) -> Appraised:
    """Compute the figures of flows whose benefits are social value alone."""
    return _beside_money(flows, SOCIAL_FIGURES, stated, "social_unknown")


@np.errstate(all="ignore")  # as above
def appraised_count(
    flows: Flows,
    names: Iterable[str],
    *,
    stated: tuple[StatedInput, ...] = NOTHING_STATED,
) -> Appraised:
    """Compute those figures of flows whose benefits are the count of one result alone."""
    entries = {name: RESULT_FIGURES[name] for name in names}
    return _beside_money(flows, entries, stated, "count_unknown")


def _beside_money(
    flows: Flows,
    entries: Mapping[str, FigureEntry],
    stated: tuple[StatedInput, ...],
    unknown: Reason,
) -> Appraised:
    """Compute figures of flows whose benefits are no money; unknown: the reason where none is known."""
    values = computed(flows.arrays(), OF_ALL_LANES)
    found = openings(flows, values, stated)
    figures = {name: _ruled(entry, flows, values, found) for name, entry in entries.items()}
    return Appraised(
        flows,
        MappingProxyType({name: _named(figure, unknown) for name, figure in figures.items()}),
        MappingProxyType(values),
    )


def _ruled(
    entry: FigureEntry,
    flows: Flows,
    values: Mapping[str, Exact],
    found: tuple[Opening, ...],
    other_lanes: OtherLanes = MONEY_ALONE,
) -> Figure:
    """Give a figure as its entry allows."""
    reason = reason_of_sides(flows, entry, other_lanes=other_lanes)
    figure = no_figure(entry, reason) if reason else centre(entry, flows, values)
    return sided(figure, flows, entry, values, found)


def _first_years(
    entry: FigureEntry,
    flows: Flows,
    stated: tuple[StatedInput, ...],
    other_lanes: OtherLanes,
) -> Figure:
    """Give a figure of the first years alone: what is not known later has no part in it."""
    if flows.years <= entry.until:
        return no_figure(entry, "too_short")
    first = flows.until(entry.until)
    values = computed(first.arrays())
    return _ruled(entry, first, values, openings(first, values, stated), other_lanes)


def _named(figure: Figure, unknown: Reason) -> Figure:
    """What is unknown here is no money that came back."""
    return replace(figure, reason=unknown) if figure.reason == "benefit_unknown" else figure
