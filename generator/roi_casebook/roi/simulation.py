"""Figures drawn 10,000 times: percentiles, the chance that it pays back, the loss when it fails.

The same quantities as for the base case, on arrays with a draw axis. Percentiles are of type 7
(Hyndman and Fan 1996), as in spreadsheets and numpy.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import isfinite
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from roi_casebook.roi.algebra.arrays import Exact
from roi_casebook.roi.algebra.tracing import computed
from roi_casebook.roi.appraising import Appraised
from roi_casebook.roi.beside_base.made_of_draws import NOTHING_MADE, made_of_draws
from roi_casebook.roi.beside_base.searching import LEAST_CHANCE
from roi_casebook.roi.centre import holds
from roi_casebook.roi.figure_table import CHANCE, FIGURES, NPV, OF_DRAWS, PAYBACK_TIME
from roi_casebook.roi.figures import DRAWN_DIGITS, Figure, Reason, Side, leaving
from roi_casebook.roi.finding import Values, recovery
from roi_casebook.roi.flows import Drawn
from roi_casebook.roi.quantities import OF_ALL_LANES

Array = NDArray[np.float64]
DOTS = 50


@dataclass(frozen=True)
class Simulated:
    """What the draws say.

    figures: the base figures with their percentiles, and those that are made of draws; made_of: what
    each of these starts from, by name; dots: 50 equally likely net present values, rising; base_percentile: the share of draws below the base case's net present
    value; never_recovered: the share of draws that are not paid back within the horizon.
    """

    figures: Mapping[str, Figure]
    dots: tuple[float, ...]
    base_percentile: float | None
    never_recovered: float | None
    made_of: Mapping[str, Values] = field(default_factory=lambda: NOTHING_MADE)


def simulated(base: Appraised, drawn: Drawn) -> Simulated:
    """Draw every figure of the base case again and again; without draws it is a single point."""
    npv = base.figures[NPV]
    if not drawn:
        figures = {**base.figures, CHANCE: _no_chance(npv.reason or "single_point")}
        figures |= {name: made_of_draws(name, base, None)[0] for name in OF_DRAWS}
        return Simulated(MappingProxyType(figures), (), None, None)
    values = computed(base.flows.arrays(drawn))
    net = _draws(values[NPV])
    made = {name: made_of_draws(name, base, values) for name in OF_DRAWS}
    figures = {name: drawn_figure(figure, values) for name, figure in base.figures.items()}
    figures |= {CHANCE: _chance(npv, net)} | {name: figure for name, (figure, _) in made.items()}
    return Simulated(
        figures=MappingProxyType(figures),
        dots=tuple(leaving(value, DRAWN_DIGITS) for value in quantiles(net, dot_chances()))
        if npv.reason is None
        else (),
        base_percentile=_share_below(net, npv.value),
        never_recovered=_never_recovered(base, values),
        made_of=MappingProxyType({name: inputs for name, (_, inputs) in made.items()}),
    )


def simulated_socially(base: Appraised, drawn: Drawn) -> Simulated:
    """Draw the figures of social value; whether others gain is no chance to be paid back."""
    return Simulated(MappingProxyType(drawn_figures(base, drawn)), (), None, None)


def drawn_figures(base: Appraised, drawn: Drawn) -> dict[str, Figure]:
    """Draw some figures, each by itself; without draws they are single points."""
    if not drawn:
        return dict(base.figures)
    values = computed(base.flows.arrays(drawn), OF_ALL_LANES)
    return {name: drawn_figure(figure, values) for name, figure in base.figures.items()}


def _share_below(values: Array, limit: float | None) -> float | None:
    return None if limit is None else float(np.count_nonzero(values < limit)) / len(values)


def dot_chances() -> tuple[float, ...]:
    """The chances at which the dots stand: the middle of each fiftieth."""
    return tuple((dot + 0.5) / DOTS for dot in range(DOTS))


def of_fifty(share: float) -> int:
    """Give in how many of fifty outcomes something happens that has this chance."""
    return round(share * DOTS)


def quantiles(values: Array, chances: tuple[float, ...]) -> tuple[float, ...]:
    """Give the values below which the draws lie with each chance (type 7)."""
    ranked = np.sort(values)
    places = [chance * (len(ranked) - 1) for chance in chances]
    return tuple(_between(ranked, int(place), place % 1) for place in places)


def _between(ranked: Array, below: int, fraction: float) -> float:
    low, high = float(ranked[below]), float(ranked[min(below + 1, len(ranked) - 1)])
    return low if fraction == 0 or low == high else low + (high - low) * fraction


def _draws(values: Exact) -> Array:
    return np.asarray(values)[0, 0, :]


def _chance(npv: Figure, net: Array) -> Figure:
    if npv.reason is not None:
        return _no_chance(npv.reason)
    # Exactly zero is recovered, as a payback has it, but nothing is gained by it.
    share = leaving(float(np.count_nonzero(net > 0)) / len(net), DRAWN_DIGITS)
    if _is_left_empty(share, npv.side):
        return _no_chance("unbounded")
    settled = (npv.limit, share) in {("at_most", 0.0), ("at_least", 1.0)}
    side, because = (None, ()) if settled else (npv.side, npv.because)
    return Figure(CHANCE, FIGURES[CHANCE].unit, share, side, because=because)


def _is_left_empty(chance: float, side: Side | None) -> bool:
    """Tell whether a side leaves all chances open: at most nearly certain, at least nearly none."""
    near = {"or_lower": chance > 1 - LEAST_CHANCE, "or_higher": chance < LEAST_CHANCE}
    return side == "either" or (side is not None and near[side])


def _no_chance(reason: Reason) -> Figure:
    return Figure(CHANCE, FIGURES[CHANCE].unit, reason=reason)


def drawn_figure(figure: Figure, values: Mapping[str, Exact]) -> Figure:
    """Add percentiles to a figure; not to one whose sides are unknown, nor where none can be drawn."""
    draws = _draws_of(figure, values)
    if draws is None:
        return replace(figure, no_range="unbounded") if _is_moved(figure, values) else figure
    if np.all(draws == draws[0]):  # no range moves it
        return figure
    reason = _crossed(figure, values)
    if reason == "no_result":
        found = with_percentiles(figure, _without_end(figure, values, draws))
        return replace(figure, no_range=reason) if None in (found.p10, found.p90) else found
    return replace(figure, no_range=reason) if reason else with_percentiles(figure, draws)


def _without_end(figure: Figure, values: Mapping[str, Exact], draws: Array) -> Array:
    """Give a cost of one in each draw: without end where nothing came of it, as none is ever bought.

    Where what is divided is no cost, nothing is known of any draw.
    """
    counts = (one.argument for one in FIGURES[figure.name].guards if one.reason == "no_result")
    came = np.broadcast_to(values[next(counts)], values[NPV].shape)
    is_none = _draws(came) <= 0  # type: ignore[arg-type]
    is_cost = np.all((draws > 0) != (is_none & np.isfinite(draws)))
    return np.where(is_none | ~is_cost, np.inf, draws)


def with_percentiles(figure: Figure, draws: Array) -> Figure:
    """Add to a figure the values below which it lies in one, five and nine of ten draws."""
    p10, p50, p90 = (_reached(value) for value in quantiles(draws, (0.1, 0.5, 0.9)))
    return replace(figure, p10=p10, p50=p50, p90=p90)


def _is_moved(figure: Figure, values: Mapping[str, Exact]) -> bool:
    """Tell whether ranges move a figure with a side, of which no percentile can be told."""
    net = _draws(values[NPV])
    return figure.side is not None and figure.value is not None and bool(np.any(net != net[0]))


def _crossed(figure: Figure, values: Mapping[str, Exact]) -> Reason | None:
    """Say why percentiles mean nothing: in some draws there is no such figure, as of a ratio to nothing."""
    arguments = _arguments(figure, values)
    for argument, condition, reason in FIGURES[figure.name].guards:
        if not holds(condition, arguments[argument]):
            return reason
    return None


def _arguments(figure: Figure, values: Values) -> Values:
    """Give what the guards of a figure speak of: quantities, or parts of the equations of a solver."""
    solver = FIGURES[figure.name].solver
    return solver.parts(values) if solver and solver.parts else values


def _draws_of(figure: Figure, values: Mapping[str, Exact]) -> Array | None:
    """Give a figure in each draw: a quantity has one already, an algorithm may find one."""
    entry = FIGURES[figure.name]
    if entry.is_closed:
        known = np.broadcast_to(values[figure.name], values[NPV].shape)
        draws = _draws(known)  # type: ignore[arg-type]
        is_told = entry.shown_as != "share" or _is_a_share(draws)
        return draws if figure.reason is None and is_told else None
    solver = entry.solver
    if solver is None or solver.draws is None:
        return None
    return solver.draws(values) if figure.reason is None else None


def _is_a_share(draws: Array) -> bool:
    """Tell draws of a share of the whole from those that are more than all, or less than nothing."""
    return bool(np.all((draws >= 0) & (draws <= 1)))


def _reached(value: float) -> float | None:
    return leaving(value, DRAWN_DIGITS) if isfinite(value) else None


def _never_recovered(base: Appraised, values: Mapping[str, Exact]) -> float | None:
    if base.figures[PAYBACK_TIME].reason not in {None, "not_recovered"}:
        return None
    recovered = recovery(values).recovered
    return 1 - float(np.count_nonzero(recovered)) / len(recovered)
