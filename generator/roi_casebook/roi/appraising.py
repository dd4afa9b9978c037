"""From flows to figures: all quantities computed once, then each headline figure by its rule.

What the sides do not allow has its reason (`sides.py`); what can be computed is a quantity under
its guards, or found by a solver; what may still move where something is unknown becomes a bound.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import isfinite
from types import MappingProxyType

import numpy as np

from roi_casebook.roi.algebra.arrays import Exact
from roi_casebook.roi.algebra.tracing import computed
from roi_casebook.roi.figure_table import MONEY_FIGURES, SOCIAL_FIGURES, FigureEntry
from roi_casebook.roi.figures import Figure, Reason, leaving
from roi_casebook.roi.finding import NOISE, Solver, turnover
from roi_casebook.roi.flows import Flows
from roi_casebook.roi.quantities import QUANTITIES, SOCIAL_QUANTITIES
from roi_casebook.roi.sides import MONEY_ALONE, OtherLanes, bounded, reason_of_sides


@dataclass(frozen=True)
class Appraised:
    """The figures of some flows, and every value behind them shaped (line, year, draw)."""

    flows: Flows
    figures: Mapping[str, Figure]
    values: Mapping[str, Exact]


@np.errstate(all="ignore")  # what is out of range has its reason
def appraised(
    flows: Flows,
    *,
    other_lanes: OtherLanes = MONEY_ALONE,
    names: Iterable[str] = tuple(MONEY_FIGURES),
) -> Appraised:
    """Compute every figure of the flows, or those named: a value, a bound or a reason each.

    other_lanes: where else the case has results: a reason says so where none came in money.
    """
    values = computed(flows.arrays())
    figures = {name: _ruled(MONEY_FIGURES[name], flows, values, other_lanes) for name in names}
    return Appraised(flows, MappingProxyType(figures), MappingProxyType(values))


@np.errstate(all="ignore")  # as above
def appraised_socially(flows: Flows) -> Appraised:
    """Compute the figures of flows whose benefits are social value alone."""
    values = computed(flows.arrays(), WITH_SOCIAL)
    figures = {name: _ruled(entry, flows, values) for name, entry in SOCIAL_FIGURES.items()}
    return Appraised(
        flows,
        MappingProxyType({name: _of_social_value(figure) for name, figure in figures.items()}),
        MappingProxyType(values),
    )


WITH_SOCIAL = (*QUANTITIES, *SOCIAL_QUANTITIES)


def _ruled(
    entry: FigureEntry,
    flows: Flows,
    values: Mapping[str, Exact],
    other_lanes: OtherLanes = MONEY_ALONE,
) -> Figure:
    """Give a figure as its entry allows."""
    reason = reason_of_sides(flows, entry, other_lanes=other_lanes)
    figure = _refused(entry, reason) if reason else _solved(entry, flows, values)
    return bounded(figure, flows, entry, values)


def _of_social_value(figure: Figure) -> Figure:
    """What is unknown here is no money that came back."""
    return (
        replace(figure, reason="social_unknown") if figure.reason == "benefit_unknown" else figure
    )


# Values -----------------------------------------------------------------------------------------


def _solved(entry: FigureEntry, flows: Flows, values: Mapping[str, Exact]) -> Figure:
    if not all(np.isfinite(values[row]).all() for row in _ROWS):
        return _refused(entry, "out_of_range")
    if entry.solver:
        return _found(entry, entry.solver, flows, values)
    return _guarded(entry, values[entry.name], values, values)


_ROWS = ("net_flow", "discounted_costs", "discounted_benefits", "discounted_balances")
"""What no figure can do without: finite in every year."""


def _found(entry: FigureEntry, solver: Solver, flows: Flows, values: Mapping[str, Exact]) -> Figure:
    """Give a figure that an algorithm finds: a root, or what its last equation comes to."""
    if solver.root:
        solution = solver.root(values)
        if solution.value is None:
            return _refused(entry, solution.reason or "no_sign_change", solution.roots)
        return _figure(entry, solution.value, values)
    inputs = solver.inputs(flows, values)
    if isinstance(inputs, str):
        return _refused(entry, inputs)
    equations = solver.equations_in(flows)
    parts = computed(inputs, equations)
    figure = _guarded(entry, parts[equations[-1].__name__], parts, values)
    return replace(figure, again=solver.again(values)) if solver.again else figure


def _guarded(
    entry: FigureEntry, result: Exact, arguments: Mapping[str, Exact], values: Mapping[str, Exact]
) -> Figure:
    """Let a figure be that whose arguments are what they must be, or give the reason."""
    for argument, condition, reason in entry.guards:
        if not _holds(condition, arguments[argument].item()):
            return _refused(entry, reason)
    return _figure(entry, result.item(), values)


def _refused(entry: FigureEntry, reason: Reason, roots: tuple[float, ...] = ()) -> Figure:
    return Figure(
        entry.name, entry.unit, reason=reason, roots=tuple(leaving(root) for root in roots)
    )


def _figure(entry: FigureEntry, value: float, values: Mapping[str, Exact]) -> Figure:
    """Let a number leave; what is left of large sums by the last bits is zero."""
    if not isfinite(value):
        return _refused(entry, "out_of_range")
    moved = float(np.sum(turnover(values))) if entry.unit == "money" else 1.0
    return Figure(entry.name, entry.unit, 0.0 if abs(value) <= moved * NOISE else leaving(value))


def _holds(condition: str, value: float) -> bool:
    return {"positive": value > 0, "not_negative": value >= 0, "at_least_one": value >= 1}[
        condition
    ]
