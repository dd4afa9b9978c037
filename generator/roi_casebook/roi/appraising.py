"""From flows to figures: all quantities computed once, then each headline figure by its rule.

The rules say what a figure needs, and in which direction it moves where something is unknown: a
known part of the costs gives a return that is the most it can be, a known part of the benefits
one that is the least. What bounds nothing gives a reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import numpy as np

from roi_casebook.roi.arrays import Exact, exact, scalar, shaped
from roi_casebook.roi.figures import Bound, Figure, FigureUnit, Reason, leaving
from roi_casebook.roi.flows import Flows
from roi_casebook.roi.quantities import GUARDS, NEUTRAL
from roi_casebook.roi.solvers import (
    MIRR_QUANTITIES,
    MONTHS_PER_YEAR,
    Recovery,
    payback_months,
    solve_irr,
    solve_mirr_parts,
    solve_payback,
)
from roi_casebook.roi.tracing import computed

Direction = Literal[1, -1, 0]
NOISE = 1e-13


@dataclass(frozen=True)
class Rule:
    """What a figure needs and how it moves.

    with_benefits, with_costs: whether it rises (1) or falls (-1) when they do, 0 where they do not
    enter; discounts: whether a rate is needed; of_balance: whether it can be had where only the
    balance is known; spans_years: whether it needs a horizon of at least a year.
    """

    unit: FigureUnit
    with_benefits: Direction
    with_costs: Direction
    discounts: bool = True
    of_balance: bool = False
    spans_years: bool = False


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "pv_costs": Rule("money", 0, 1),
        "pv_benefits": Rule("money", 1, 0),
        "npv": Rule("money", 1, -1, of_balance=True),
        "roi": Rule("ratio", 1, -1),
        "roi_simple": Rule("ratio", 1, -1, discounts=False),
        "bcr": Rule("ratio", 1, -1),
        "irr": Rule("ratio", 1, -1, discounts=False, of_balance=True, spans_years=True),
        "mirr": Rule("ratio", 1, -1, of_balance=True, spans_years=True),
        "annualised_roi": Rule("ratio", 1, -1, discounts=False, spans_years=True),
        "payback_months": Rule("month", -1, 1, discounts=False, of_balance=True, spans_years=True),
        "discounted_payback_months": Rule("month", -1, 1, of_balance=True, spans_years=True),
        "break_even_cost": Rule("money", 1, 0),
        "break_even_attribution": Rule("ratio", -1, 1),
    }
)
"""The headline figures, in the order in which they are shown."""


@dataclass(frozen=True)
class Appraised:
    """The figures of some flows, and every value behind them shaped (line, year, draw)."""

    flows: Flows
    figures: Mapping[str, Figure]
    values: Mapping[str, Exact]


def appraised(flows: Flows, *, has_soft_results: bool = False) -> Appraised:
    """Compute every figure of the flows: a value, a bound or a reason each."""
    values = computed(flows.arrays())
    figures: dict[str, Figure] = {}
    for name, rule in RULES.items():
        reason = _reason_of_sides(flows, rule, has_soft_results=has_soft_results)
        solved = (
            Figure(name, rule.unit, reason=reason) if reason else _solved(name, rule, flows, values)
        )
        figures[name] = _bounded(solved, _bound(flows, rule), rule, flows)
    return Appraised(flows, MappingProxyType(figures), MappingProxyType(values))


# What the sides allow ---------------------------------------------------------------------------


def _cost_gap(flows: Flows) -> bool:
    """Tell whether the costs may be higher than what is known."""
    return any(line.has_gap or None in line.shares.values() for line in flows.costs)


def _benefit_gap(flows: Flows) -> bool:
    """Tell whether the benefits may be higher than what is known."""
    return any(line.has_gap for line in flows.benefits)


def _benefit_excess(flows: Flows) -> bool:
    """Tell whether the benefits may be lower: a share to be taken off is not known."""
    return any(None in line.shares.values() for line in flows.benefits)


def _reason_of_sides(flows: Flows, rule: Rule, *, has_soft_results: bool) -> Reason | None:
    if flows.balances and not rule.of_balance:
        return _reason_beside_balance(flows, rule)
    return _unknown_side(flows, rule, has_soft_results=has_soft_results) or _unfit_time(flows, rule)


def _unknown_side(flows: Flows, rule: Rule, *, has_soft_results: bool) -> Reason | None:
    if flows.balances:
        return "net_unknown" if any(line.has_gap for line in flows.balances) else None
    if rule.with_costs and all(line.is_unknown for line in flows.costs):
        return "cost_unknown"
    if rule.with_benefits and all(line.is_unknown for line in flows.benefits):
        return "soft_only" if has_soft_results and not flows.benefits else "benefit_unknown"
    return None


def _unfit_time(flows: Flows, rule: Rule) -> Reason | None:
    if rule.spans_years and flows.years == 0:
        return "too_short"
    return "rate_missing" if rule.discounts and flows.rate_is_missing else None


def _reason_beside_balance(flows: Flows, rule: Rule) -> Reason | None:
    """A side's present value stands beside a balance, as a part of it; a ratio does not."""
    one_sided = not (rule.with_costs and rule.with_benefits)
    lines = flows.costs if rule.with_costs else flows.benefits
    if one_sided and any(not line.is_unknown for line in lines):
        return "rate_missing" if rule.discounts and flows.rate_is_missing else None
    return "only_net_known"


def _bound(flows: Flows, rule: Rule) -> Bound | Literal["unbounded"] | None:
    """Say in which direction the figure may still move."""
    moves = set()
    if rule.with_costs and _cost_gap(flows):
        moves.add(rule.with_costs)
    if rule.with_benefits and _benefit_gap(flows):
        moves.add(rule.with_benefits)
    if rule.with_benefits and _benefit_excess(flows):
        moves.add(-rule.with_benefits)
    if flows.balances and not rule.of_balance:
        moves.add(1)  # the balance hides more of this side
    if len(moves) > 1:
        return "unbounded"
    return {1: "at_least", -1: "at_most"}[moves.pop()] if moves else None  # type: ignore[return-value]


def _bounded(
    figure: Figure, bound: Bound | Literal["unbounded"] | None, rule: Rule, flows: Flows
) -> Figure:
    if bound is None:
        return figure
    if figure.value is not None and bound != "unbounded":
        return Figure(figure.name, figure.unit, figure.value, bound)
    if figure.value is not None:
        return Figure(figure.name, figure.unit, reason="unbounded")
    return _reason_under_gap(figure, rule, flows)


def _reason_under_gap(figure: Figure, rule: Rule, flows: Flows) -> Figure:
    """A gap that could turn the solver's reason into a value is the reason that counts."""
    curable: dict[Reason | None, bool] = {
        "not_recovered": _benefit_gap(flows),
        "no_sign_change": True,
        "zero_cost": _cost_gap(flows),
    }
    if curable.get(figure.reason):
        blamed: Reason = (
            "benefit_unknown"
            if rule.with_benefits and _benefit_gap(flows) and figure.reason != "zero_cost"
            else "cost_unknown"
        )
        return Figure(
            figure.name,
            figure.unit,
            reason=blamed if _cost_gap(flows) or _benefit_gap(flows) else figure.reason,
        )
    return figure


# Values -----------------------------------------------------------------------------------------


def _solved(name: str, rule: Rule, flows: Flows, values: Mapping[str, Exact]) -> Figure:
    if name in _SOLVERS:
        return _SOLVERS[name](name, rule, flows, values)
    for argument, condition, reason in GUARDS.get(name, ()):
        if not _holds(condition, values[argument].item()):
            return Figure(name, rule.unit, reason=reason)
    return _figure(name, rule, _without_noise(values[name].item(), rule, values))


def _without_noise(value: float, rule: Rule, values: Mapping[str, Exact]) -> float:
    """Take for zero what is left of large sums by the last bits."""
    scale = (
        sum(float(np.sum(np.abs(values[side]))) for side in ("costs", "benefits", "balances"))
        if rule.unit == "money"
        else 0.0
    )
    return 0.0 if abs(value) <= scale * NOISE else value


def _holds(condition: str, value: float) -> bool:
    return {"positive": value > 0, "not_negative": value >= 0, "at_least_one": value >= 1}[
        condition
    ]


def _figure(name: str, rule: Rule, value: float) -> Figure:
    return Figure(name, rule.unit, leaving(value))


def _irr(name: str, rule: Rule, _flows: Flows, values: Mapping[str, Exact]) -> Figure:
    solution = solve_irr(_by_year(values["net_flow"]), _by_year(values["discount_periods"]))
    if solution.value is not None:
        return _figure(name, rule, solution.value)
    return Figure(
        name,
        rule.unit,
        reason=solution.reason,
        roots=tuple(leaving(root) for root in solution.roots),
    )


def _mirr(name: str, rule: Rule, flows: Flows, values: Mapping[str, Exact]) -> Figure:
    parts = computed(mirr_inputs(flows, values), MIRR_QUANTITIES[:-1])
    if not (parts["pv_invested"].item() > 0 and parts["fv_reinvested"].item() > 0):
        return Figure(name, rule.unit, reason="no_sign_change")
    return _figure(name, rule, computed(parts, MIRR_QUANTITIES[-1:])[name].item())


def mirr_inputs(flows: Flows, values: Mapping[str, Exact]) -> dict[str, Exact]:
    """Give what the equation of the modified IRR starts from."""
    outflow, inflow = solve_mirr_parts(_by_year(values["net_flow"]))
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
        return Figure(name, rule.unit, reason=inputs)
    return _figure(name, rule, payback_months(**inputs).item())


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


def _by_year(values: Exact) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.asarray(values)[0, :, 0]


_SOLVERS = {
    "irr": _irr,
    "mirr": _mirr,
    "payback_months": _payback,
    "discounted_payback_months": _payback,
}

__all__ = ["NEUTRAL", "RULES", "Appraised", "Rule", "appraised", "mirr_inputs", "payback_inputs"]
