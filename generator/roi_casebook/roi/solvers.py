"""Figures that no closed formula gives: an algorithm each, and the equation that it solves.

The equations are functions like the quantities, and are traced and printed like them. Flows are
one-dimensional arrays by year, year 0 first; periods are the discount periods of those years.
Sources: internal rate of return and its multiplicity, Descartes' rule of signs; modified IRR,
Lin (1976), as in spreadsheets; payback with even flow within a year, HM Treasury, The Green Book.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from roi_casebook.roi.algebra.arrays import over_years
from roi_casebook.roi.algebra.roots import positive_roots
from roi_casebook.roi.figures import Reason

V = Any
Flows = NDArray[np.float64]
MONTHS_PER_YEAR = 12.0
RELATIVE_NOISE = 1e-9  # what a sum of flows may miss zero by, beside the flows up to then
LEAST_RATE = -1 + 1e-12  # nothing of a later flow is left below it
_HALVES = 2  # mid-year flows stand at half periods


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
    """A year's net flow, discounted at the rate sought."""
    return net_flow / (1 + irr) ** discount_periods


def npv_at_irr(net_flow_at_irr: V) -> V:
    """Net present value at the rate sought: it is zero."""
    return over_years(net_flow_at_irr)


def invested_flow(net_outflow: V, discount_rate: V, discount_periods: V) -> V:
    """A year's net outflow, discounted to the start."""
    return net_outflow / (1 + discount_rate) ** discount_periods


def reinvested_flow(net_inflow: V, discount_rate: V, periods_left: V) -> V:
    """A year's net inflow, grown to the end of the horizon."""
    return net_inflow * (1 + discount_rate) ** periods_left


def pv_invested(invested_flow: V) -> V:
    """Present value of the years that cost more than they bring."""
    return over_years(invested_flow)


def fv_reinvested(reinvested_flow: V) -> V:
    """Final value of the years that bring more than they cost."""
    return over_years(reinvested_flow)


def mirr(fv_reinvested: V, pv_invested: V, horizon_years: V) -> V:
    """Modified internal rate of return, financed and reinvested at the discount rate."""
    return (fv_reinvested / pv_invested) ** (1 / horizon_years) - 1


def payback_months(
    years_before_recovery: V, still_to_recover: V, flow_of_recovery_year: V, months_per_year: V
) -> V:
    """Months until the running sum of net flows is zero or more and stays so, even flow in a year."""
    return (years_before_recovery + still_to_recover / flow_of_recovery_year) * months_per_year


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
    "net_flow": "year", "irr": "", "discount_periods": "year", "net_outflow": "year", "net_inflow": "year",
    "discount_rate": "", "periods_left": "year", "horizon_years": "", "years_before_recovery": "",
    "still_to_recover": "", "shortfall": "", "annuity_factor": "", "soft_result_in_all": "", "flow_of_recovery_year": "", "months_per_year": "",
    "net_cost": "", "total_count": "",
}  # fmt: skip
SOLVER_MONEY_INPUTS = frozenset({
    "net_flow", "net_outflow", "net_inflow", "still_to_recover", "flow_of_recovery_year", "shortfall",
    "net_cost",
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
    """Find the rates, rising; those that no float tells from -100 % or from infinity are none."""
    steps = 1 if np.all(periods == np.rint(periods)) else _HALVES
    factors = positive_roots(_polynomial(flows, periods * steps))
    with np.errstate(over="ignore", divide="ignore"):
        rates = np.sort(1 / np.array(factors) ** steps - 1)
    return tuple(rates[(rates > LEAST_RATE) & np.isfinite(rates)].tolist())


def _polynomial(flows: Flows, degrees: Flows) -> Flows:
    """Coefficients of the net present value, by power of the discount factor of one step."""
    powers = np.rint(degrees).astype(int)
    coefficients = np.zeros(int(powers.max()) + 1)
    np.add.at(coefficients, powers, flows)
    scaled: Flows = coefficients / np.max(np.abs(coefficients))
    return scaled


def solve_mirr_parts(flows: Flows) -> tuple[Flows, Flows]:
    """Split net flows by year into outflows and inflows, both positive."""
    return np.maximum(-flows, 0.0), np.maximum(flows, 0.0)


def _lost_again(running: Flows, short: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell whether a running sum was above zero, or came back to it, before it fell short once more."""
    was_short = np.logical_or.accumulate(short, axis=0)
    was_whole = np.logical_or.accumulate(~short & (was_short | (running > 0)), axis=0)
    return np.asarray(np.any(short[1:] & was_whole[:-1], axis=0))


def solve_payback(flows: Flows) -> Recovery:
    """Find the year in which the running sum of net flows turns to zero or more and stays there.

    flows: shaped (year, draw); each draw has its own answer.
    """
    running = np.cumsum(flows, axis=0)
    short = running < -RELATIVE_NOISE * np.cumsum(np.abs(flows), axis=0)
    years = flows.shape[0]
    recovery_year = years - np.argmax(short[::-1], axis=0)
    at_once = ~np.any(short, axis=0)
    recovered = at_once | (recovery_year < years)
    year = (
        np.where(at_once | ~recovered, 1, recovery_year)
        if years > 1
        else np.zeros_like(recovery_year)
    )
    draw = np.arange(flows.shape[1])
    waits = recovered & ~at_once
    still = np.minimum(-running[year - 1, draw], flows[year, draw])  # never past the year
    return Recovery(
        recovered=recovered,
        again=recovered & _lost_again(running, short),
        years_before_recovery=np.where(waits, year - 1.0, 0.0),
        still_to_recover=np.where(waits, still, 0.0),
        flow_of_recovery_year=np.where(waits, flows[year, draw], 1.0),
    )
