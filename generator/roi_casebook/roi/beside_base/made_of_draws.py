"""The figures that are made of all draws of a net present value: expected, lost, worth to know.

With a side the unknown stands outside the draws: then only what moves with it is told.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from roi_casebook.roi.algebra.tracing import computed
from roi_casebook.roi.appraising import Appraised
from roi_casebook.roi.centre import no_figure
from roi_casebook.roi.figure_table import FIGURES, NPV
from roi_casebook.roi.figures import DRAWN_DIGITS, Figure, Reason, leaving
from roi_casebook.roi.finding import Values

NOTHING: Values = MappingProxyType({})
NOTHING_MADE: Mapping[str, Values] = MappingProxyType({})


def made_of_draws(name: str, base: Appraised, values: Values | None) -> tuple[Figure, Values]:
    """Give a figure that is made of draws, and what it starts from; values: None without draws."""
    entry, npv = FIGURES[name], base.figures[NPV]
    reason = _reason(name, npv, is_drawn=values is not None)
    solver = entry.solver
    if reason or values is None or solver is None:
        return no_figure(entry, reason or "single_point"), NOTHING
    inputs = solver.inputs(base.flows, values)
    if isinstance(inputs, str):
        return no_figure(entry, inputs), NOTHING
    equations = solver.equations_in(base.flows)
    value = computed(inputs, equations)[equations[-1].__name__].item()
    figure = Figure(name, entry.unit, leaving(value, DRAWN_DIGITS))
    return _pushed_as(npv, figure), inputs


def _reason(name: str, npv: Figure, *, is_drawn: bool) -> Reason | None:
    if npv.reason is not None:
        return npv.reason
    if not is_drawn:
        return "single_point"
    is_pushed_as_npv = FIGURES[name].of_draws == "all"
    return "unbounded" if npv.side is not None and not is_pushed_as_npv else None


def _pushed_as(npv: Figure, figure: Figure) -> Figure:
    """Let what pushes the net present value push its mean; no bound, for its draws go further."""
    no_range: Reason | None = "unbounded" if npv.side else None
    return replace(
        figure, side=npv.side, because=npv.because, is_about=npv.is_about, no_range=no_range
    )
