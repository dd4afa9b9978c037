"""From flows to figures: all quantities computed once, then each headline figure by its rule.

What the sides do not allow has its reason (`sides.py`); what can be computed is a quantity under
its guards, or found by a solver; what may still move where something is unknown becomes a bound.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from math import isfinite
from types import MappingProxyType
from typing import Any

import numpy as np

from roi_casebook.roi.algebra.arrays import Exact, exact, scalar, shaped
from roi_casebook.roi.algebra.tracing import computed
from roi_casebook.roi.figure_table import RULES, SOCIAL_RULES, Rule
from roi_casebook.roi.figures import Figure, Reason, leaving
from roi_casebook.roi.flows import Flows
from roi_casebook.roi.quantities import GUARDS, QUANTITIES, SOCIAL_QUANTITIES
from roi_casebook.roi.sides import MONEY_ALONE, OtherLanes, bounded, reason_of_sides
from roi_casebook.roi.solvers import (
    MIRR_QUANTITIES,
    MONTHS_PER_YEAR,
    Recovery,
    payback_months,
    soft_switching_value,
    soft_switching_value_at_once,
    solve_irr,
    solve_mirr_parts,
    solve_payback,
)

NOISE = 1e-13  # what is left of equal sums by the last bits, beside what was summed


@dataclass(frozen=True)
class Appraised:
    """The figures of some flows, and every value behind them shaped (line, year, draw)."""

    flows: Flows
    figures: Mapping[str, Figure]
    values: Mapping[str, Exact]


@np.errstate(all="ignore")  # what is out of range has its reason
def appraised(
    flows: Flows, *, other_lanes: OtherLanes = MONEY_ALONE, names: Iterable[str] = tuple(RULES)
) -> Appraised:
    """Compute every figure of the flows, or those named: a value, a bound or a reason each.

    other_lanes: where else the case has results: a reason says so where none came in money.
    """
    values = computed(flows.arrays())
    figures = {name: _ruled(name, RULES[name], flows, values, other_lanes) for name in names}
    return Appraised(flows, MappingProxyType(figures), MappingProxyType(values))


@np.errstate(all="ignore")  # as above
def appraised_socially(flows: Flows) -> Appraised:
    """Compute the figures of flows whose benefits are social value alone."""
    values = computed(flows.arrays(), WITH_SOCIAL)
    figures = {name: _ruled(name, rule, flows, values) for name, rule in SOCIAL_RULES.items()}
    return Appraised(
        flows,
        MappingProxyType({name: _of_social_value(figure) for name, figure in figures.items()}),
        MappingProxyType(values),
    )


WITH_SOCIAL = (*QUANTITIES, *SOCIAL_QUANTITIES)


def _ruled(
    name: str,
    rule: Rule,
    flows: Flows,
    values: Mapping[str, Exact],
    other_lanes: OtherLanes = MONEY_ALONE,
) -> Figure:
    """Give a figure as its rule allows."""
    reason = reason_of_sides(flows, rule, other_lanes=other_lanes)
    figure = _refused(name, rule, reason) if reason else _solved(name, rule, flows, values)
    return bounded(figure, flows, rule, values)


def _of_social_value(figure: Figure) -> Figure:
    """What is unknown here is no money that came back."""
    return (
        replace(figure, reason="social_unknown") if figure.reason == "benefit_unknown" else figure
    )


# Values -----------------------------------------------------------------------------------------


def _solved(name: str, rule: Rule, flows: Flows, values: Mapping[str, Exact]) -> Figure:
    if not all(np.isfinite(values[row]).all() for row in _ROWS):
        return _refused(name, rule, "out_of_range")
    if name in _SOLVERS:
        return _SOLVERS[name](name, rule, flows, values)
    for argument, condition, reason in GUARDS.get(name, ()):
        if not _holds(condition, values[argument].item()):
            return _refused(name, rule, reason)
    return _figure(name, rule, values[name].item(), values)


_ROWS = ("net_flow", "discounted_costs", "discounted_benefits", "discounted_balances")
"""What no figure can do without: finite in every year."""


def _refused(name: str, rule: Rule, reason: Reason, roots: tuple[float, ...] = ()) -> Figure:
    return Figure(name, rule.unit, reason=reason, roots=tuple(leaving(root) for root in roots))


def _figure(name: str, rule: Rule, value: float, values: Mapping[str, Exact]) -> Figure:
    """Let a number leave; what is left of large sums by the last bits is zero."""
    if not isfinite(value):
        return _refused(name, rule, "out_of_range")
    turnover = float(np.sum(_turnover(values))) if rule.unit == "money" else 1.0
    return Figure(name, rule.unit, 0.0 if abs(value) <= turnover * NOISE else leaving(value))


def _turnover(values: Mapping[str, Exact]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Give all that moves in a year, whichever way."""
    costs, benefits, balances = (np.abs(np.asarray(values[side])) for side in _SIDES)
    return np.asarray(costs + benefits + balances)


_SIDES = ("costs", "benefits", "balances")


def _holds(condition: str, value: float) -> bool:
    return {"positive": value > 0, "not_negative": value >= 0, "at_least_one": value >= 1}[
        condition
    ]


def _irr(name: str, rule: Rule, _flows: Flows, values: Mapping[str, Exact]) -> Figure:
    solution = solve_irr(_net_flow(values), _by_year(values["discount_periods"]))
    if solution.value is None:
        return _refused(name, rule, solution.reason or "no_sign_change", solution.roots)
    return _figure(name, rule, solution.value, values)


def _mirr(name: str, rule: Rule, flows: Flows, values: Mapping[str, Exact]) -> Figure:
    parts = computed(mirr_inputs(flows, values), MIRR_QUANTITIES)
    if not (parts["pv_invested"].item() > 0 and parts["fv_reinvested"].item() > 0):
        return _refused(name, rule, "no_sign_change")
    return _figure(name, rule, parts[name].item(), values)


def mirr_inputs(flows: Flows, values: Mapping[str, Exact]) -> dict[str, Exact]:
    """Give what the equation of the modified IRR starts from."""
    outflow, inflow = solve_mirr_parts(_net_flow(values))
    periods = values["discount_periods"]
    return {
        "net_outflow": shaped(outflow, 1, -1, 1),
        "net_inflow": shaped(inflow, 1, -1, 1),
        "discount_rate": values["discount_rate"],
        "discount_periods": periods,
        "periods_left": exact(flows.years - periods),
        "horizon_years": values["horizon_years"],
    }


def _payback(name: str, rule: Rule, _flows: Flows, values: Mapping[str, Exact]) -> Figure:
    inputs = payback_inputs(name, values)
    if isinstance(inputs, str):
        return _refused(name, rule, inputs)
    found = _figure(name, rule, payback_months(**inputs).item(), values)
    return replace(found, again=bool(recovery(name, values).again.all()))


def _soft_switching(name: str, rule: Rule, flows: Flows, values: Mapping[str, Exact]) -> Figure:
    return _figure(name, rule, soft_equation(flows)(**soft_inputs(flows, values)).item(), values)


def soft_equation(flows: Flows) -> Callable[..., Any]:
    """Give the equation for what the soft results would have to be worth: in each year, or at once."""
    return soft_switching_value if flows.years else soft_switching_value_at_once


def soft_inputs(flows: Flows, values: Mapping[str, Exact]) -> dict[str, Exact]:
    """Give the arguments of the equation: what is missing to break even, and over how many years."""
    shortfall = {"shortfall": exact(np.maximum(-values["npv"], 0.0))}
    return shortfall | ({"annuity_factor": values["annuity_factor"]} if flows.years else {})


def payback_inputs(name: str, values: Mapping[str, Exact]) -> dict[str, Exact] | Reason:
    """Give what the equation of a payback starts from, or the reason why it never comes."""
    found = recovery(name, values)
    return recovery_inputs(found) if found.recovered.all() else "not_recovered"


def recovery(name: str, values: Mapping[str, Exact]) -> Recovery:
    """Find when the flows behind a payback are recovered, by draw."""
    flows = values["discounted_net_flow" if name.startswith("discounted") else "net_flow"]
    return solve_payback(np.asarray(flows)[0])


def recovery_inputs(found: Recovery) -> dict[str, Exact]:
    """Give the arguments of `payback_months`, shaped (1, 1, draw)."""
    names = ("years_before_recovery", "still_to_recover", "flow_of_recovery_year")
    inputs = {name: shaped(getattr(found, name), 1, 1, -1) for name in names}
    return inputs | {"months_per_year": scalar(MONTHS_PER_YEAR)}


def _net_flow(values: Mapping[str, Exact]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Give the net flow by year; what the last bits leave of equal sides would be a false sign."""
    net = np.asarray(values["net_flow"])
    return np.where(np.abs(net) <= _turnover(values) * NOISE, 0.0, net)[0, :, 0]


def _by_year(values: Exact) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.asarray(values)[0, :, 0]


_SOLVERS = {
    "soft_switching_value": _soft_switching,
    "irr": _irr,
    "mirr": _mirr,
    "payback_months": _payback,
    "discounted_payback_months": _payback,
}
