"""The centre of a figure: its value from what is known, under its guards, or by its solver.

What is not known stands at nothing here; which way it may push the figure is `sides.py`.
"""

from collections.abc import Mapping
from dataclasses import replace
from math import isfinite

import numpy as np

from roi_casebook.roi.algebra.arrays import Exact
from roi_casebook.roi.algebra.tracing import computed
from roi_casebook.roi.figure_table import Condition, FigureEntry
from roi_casebook.roi.figures import Figure, Reason, leaving
from roi_casebook.roi.finding import NOISE, Solver, turnover
from roi_casebook.roi.flows import Flows


def centre(entry: FigureEntry, flows: Flows, values: Mapping[str, Exact]) -> Figure:
    """Give a figure of some flows, whose quantities are `values`: a value or a reason."""
    if not all(np.isfinite(values[row]).all() for row in _ROWS):
        return no_figure(entry, "out_of_range")
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
            return no_figure(entry, solution.reason or "no_sign_change", solution.roots)
        return _figure(entry, solution.value, values)
    inputs = solver.inputs(flows, values)
    if isinstance(inputs, str):
        return no_figure(entry, inputs)
    equations = solver.equations_in(flows)
    parts = computed(inputs, equations)
    figure = _guarded(entry, parts[equations[-1].__name__], parts, values)
    if solver.again is None:
        return figure
    return replace(figure, again=solver.again(values), counted_in=flows.axis.counted_in)


def _guarded(
    entry: FigureEntry, result: Exact, arguments: Mapping[str, Exact], values: Mapping[str, Exact]
) -> Figure:
    """Let a figure be that whose arguments are what they must be, or give the reason."""
    for argument, condition, reason in entry.guards:
        if not holds(condition, arguments[argument]):
            return no_figure(entry, reason)
    return _figure(entry, result.item(), values)


def no_figure(entry: FigureEntry, reason: Reason, roots: tuple[float, ...] = ()) -> Figure:
    """Give the reason in place of a figure."""
    return Figure(
        entry.name, entry.unit, reason=reason, roots=tuple(leaving(root) for root in roots)
    )


def _figure(entry: FigureEntry, value: float, values: Mapping[str, Exact]) -> Figure:
    """Let a number leave; what is left of large sums by the last bits is zero."""
    if not isfinite(value):
        return no_figure(entry, "out_of_range")
    moved = float(np.sum(turnover(values))) if entry.unit == "money" else 1.0
    return Figure(entry.name, entry.unit, 0.0 if abs(value) <= moved * NOISE else leaving(value))


def holds(condition: Condition, value: Exact) -> bool:
    """Tell whether an argument is what a guard says that it must be, in every draw."""
    array = np.asarray(value)
    match condition:
        case "positive":
            return bool(np.all(array > 0))
        case "not_negative":
            return bool(np.all(array >= 0))
        case "at_least_one":
            return bool(np.all(array >= 1))
        case "at_start_alone":
            return not np.any(array[:, 1:, :])
        case "at_end_alone":
            return not np.any(array[:, :-1, :])
