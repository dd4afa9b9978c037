"""Figures that no closed formula gives: an algorithm each, and the equation that it solves.

The equations are functions like the quantities, and are traced and printed like them. Flows are
one-dimensional arrays by moment, the start first; periods are the discount periods of those moments.
Sources: internal rate of return and its multiplicity, Descartes' rule of signs; modified IRR,
Lin (1976), as in spreadsheets; payback with even flow within a period, HM Treasury, The Green Book.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from roi_casebook.roi.algebra.arrays import over_moments
from roi_casebook.roi.algebra.roots import positive_roots
from roi_casebook.roi.beside_base.equations import BESIDE_INPUT_AXES, BESIDE_MONEY_INPUTS
from roi_casebook.roi.figures import Reason

V = Any
Flows = NDArray[np.float64]
MONTHS_PER_YEAR = 12.0
RELATIVE_NOISE = 1e-9  # what a sum of flows may miss zero by, beside the flows up to then
LEAST_RATE = -1 + 1e-12  # nothing of a later flow is left below it


@dataclass(frozen=True)
class Recovery:
    """When flows are recovered, by draw: the arguments of `payback_months`, where they ever are.

    again: whether they had been before, and were lost again to a later cost.
    """

    recovered: NDArray[np.bool_]
    again: NDArray[np.bool_]
    years_before_recovery: Flows
    still_to_recover: Flows
    flow_of_recovery_year: Flows


@dataclass(frozen=True)
class Solution:
    """A value, or the reason why there is none; all roots where there are several."""

    value: float | None = None
    reason: Reason | None = None
    roots: tuple[float, ...] = ()


# The equations, traced and printed -------------------------------------------------------------


def net_flow_at_irr(net_flow: V, irr: V, discount_periods: V) -> V:
    """A moment's net flow, discounted at the rate sought."""
    return net_flow / (1 + irr) ** discount_periods


def npv_at_irr(net_flow_at_irr: V) -> V:
    """Net present value at the rate sought: it is zero."""
    return over_moments(net_flow_at_irr)


def invested_flow(
    net_outflow: V, finance_rate: V, discount_periods: V, earlier_factor: V, earlier_periods: V
) -> V:
    """A year's net outflow, discounted to the start at the finance rate, each year at its own."""
    years_at_rate = discount_periods - earlier_periods
    return net_outflow / (1 + finance_rate) ** years_at_rate * earlier_factor


def reinvested_flow(net_inflow: V, reinvestment_rate: V, periods_left: V, later_growth: V) -> V:
    """A year's net inflow, grown to the end of the horizon, each year at its own rate."""
    return net_inflow * (1 + reinvestment_rate) ** periods_left * later_growth


def pv_invested(invested_flow: V) -> V:
    """Present value of the years that cost more than they bring."""
    return over_moments(invested_flow)


def fv_reinvested(reinvested_flow: V) -> V:
    """Final value of the years that bring more than they cost."""
    return over_moments(reinvested_flow)


def mirr(fv_reinvested: V, pv_invested: V, horizon_years: V) -> V:
    """Modified internal rate of return, financed at one rate and reinvested at another."""
    return (fv_reinvested / pv_invested) ** (1 / horizon_years) - 1


def payback_months(
    years_before_recovery: V,
    still_to_recover: V,
    flow_of_recovery_year: V,
    years_of_a_period: V,
    months_per_year: V,
) -> V:
    """Months until the running sum of net flows is zero or more and stays so, even flow in a period."""
    return (
        years_before_recovery + still_to_recover / flow_of_recovery_year * years_of_a_period
    ) * months_per_year


def soft_switching_value(shortfall: V, annuity_factor: V) -> V:
    """What the soft results would have to be worth in each year for the whole to pay back."""
    return shortfall / annuity_factor


def soft_switching_value_at_once(shortfall: V) -> V:
    """What the soft results would have to be worth, where all falls into less than a year."""
    return shortfall


def soft_result(soft_result_in_all: V, horizon_years: V) -> V:
    """A soft result for each year, where it was counted over all of them."""
    return soft_result_in_all / horizon_years


def worth_of_each(soft_switching_value: V, soft_result: V) -> V:
    """What one unit of a soft result would have to be worth: a sum by a count of the same year."""
    return soft_switching_value / soft_result


def worth_needed(net_cost: V, total_count: V) -> V:
    """What each result would have to be worth for the whole to pay: the net cost over the count."""
    return net_cost / total_count


MIRR_QUANTITIES: tuple[Callable[..., V], ...] = (
    invested_flow,
    reinvested_flow,
    pv_invested,
    fv_reinvested,
    mirr,
)
IRR_QUANTITIES: tuple[Callable[..., V], ...] = (net_flow_at_irr, npv_at_irr)
SOLVER_INPUT_AXES = {
    "net_flow": "moment", "irr": "", "discount_periods": "moment", "net_outflow": "moment", "net_inflow": "moment",
    "finance_rate": "moment", "reinvestment_rate": "moment", "earlier_factor": "moment", "earlier_periods": "moment",
    "later_growth": "moment", "periods_left": "moment", "horizon_years": "", "years_before_recovery": "",
    "still_to_recover": "", "shortfall": "", "annuity_factor": "", "soft_result_in_all": "", "flow_of_recovery_year": "", "years_of_a_period": "", "months_per_year": "",
    "net_cost": "", "total_count": "",
    **BESIDE_INPUT_AXES,
}  # fmt: skip
SOLVER_NEUTRAL: Mapping[str, float] = MappingProxyType({"years_of_a_period": 1.0})
"""The value of an input that changes nothing, and vanishes when printed: money by the year."""
SOLVER_MONEY_INPUTS = frozenset({
    "net_flow", "net_outflow", "net_inflow", "still_to_recover", "flow_of_recovery_year", "shortfall",
    "net_cost", *BESIDE_MONEY_INPUTS,
})  # fmt: skip
"""Those of them that are sums of money; the others are plain numbers."""


# The algorithms ---------------------------------------------------------------------------------


def solve_irr(flows: Flows, periods: Flows) -> Solution:
    """Find every rate above -100 % at which the flows' net present value is zero.

    One root is the value; several are the reason `multiple_roots`, with all of them; none is
    `no_sign_change`. Where money comes in first, the one root is what that money costs, and no
    return: `money_first`, with it.
    """
    if not (np.any(flows > 0) and np.any(flows < 0)):
        return Solution(reason="no_sign_change")
    rates = _rates(flows, periods)
    if len(rates) == 1:
        moving = flows[flows != 0]
        if moving[0] > 0 > moving[-1]:
            return Solution(reason="money_first", roots=rates)
        return Solution(rates[0])
    return Solution(reason="multiple_roots" if rates else "no_sign_change", roots=rates)


def _rates(flows: Flows, periods: Flows) -> tuple[float, ...]:
    """Find the rates, rising; those that no float tells from -100 % or from infinity are none.

    The net present value is a sum of powers of the discount factor of a year; its exponents are the
    periods as they are, whole or not.
    """
    factors = np.array(positive_roots(flows, periods))
    with np.errstate(over="ignore", divide="ignore"):
        rates = np.sort(1 / factors - 1)
    return tuple(rates[(rates > LEAST_RATE) & np.isfinite(rates)].tolist())


def solve_mirr_parts(flows: Flows) -> tuple[Flows, Flows]:
    """Split net flows by moment into outflows and inflows, both positive."""
    return np.maximum(-flows, 0.0), np.maximum(flows, 0.0)


def _lost_again(running: Flows, short: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell whether a running sum was above zero, or came back to it, before it fell short once more."""
    was_short = np.logical_or.accumulate(short, axis=0)
    was_whole = np.logical_or.accumulate(~short & (was_short | (running > 0)), axis=0)
    return np.asarray(np.any(short[1:] & was_whole[:-1], axis=0))


def solve_payback(flows: Flows, years_from_start: Flows, years_of_a_period: float) -> Recovery:
    """Find the moment at which the running sum of net flows turns to zero or more and stays there.

    flows: shaped (moment, draw); each draw has its own answer. What falls at a moment came evenly
    within the period (year, month, day) that ends there.
    """
    running = np.cumsum(flows, axis=0)
    short = running < -RELATIVE_NOISE * np.cumsum(np.abs(flows), axis=0)
    count = flows.shape[0]
    recovery = count - np.argmax(short[::-1], axis=0)
    at_once = ~np.any(short, axis=0)
    recovered = at_once | (recovery < count)
    moment = np.where(at_once | ~recovered, 1, recovery) if count > 1 else np.zeros_like(recovery)
    draw = np.arange(flows.shape[1])
    waits = recovered & ~at_once
    still = np.minimum(-running[moment - 1, draw], flows[moment, draw])  # never past the period
    return Recovery(
        recovered=recovered,
        again=recovered & _lost_again(running, short),
        years_before_recovery=np.where(waits, years_from_start[moment] - years_of_a_period, 0.0),
        still_to_recover=np.where(waits, still, 0.0),
        flow_of_recovery_year=np.where(waits, flows[moment, draw], 1.0),
    )
