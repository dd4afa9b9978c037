"""How figures are found that no closed formula gives: what each algorithm starts from, and its equations.

The equations and the algorithms themselves stand in `solvers.py`; here they meet the flows.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from roi_casebook.roi.algebra.arrays import Exact, exact, scalar, shaped
from roi_casebook.roi.discounting.bands import Rate
from roi_casebook.roi.discounting.factors import discounting, reinvesting
from roi_casebook.roi.figures import Reason
from roi_casebook.roi.flows import Flows
from roi_casebook.roi.solvers import (
    IRR_QUANTITIES,
    MIRR_QUANTITIES,
    MONTHS_PER_YEAR,
    Recovery,
    Solution,
    payback_months,
    soft_result,
    soft_switching_value,
    soft_switching_value_at_once,
    solve_irr,
    solve_mirr_parts,
    solve_payback,
    worth_needed,
    worth_of_each,
)

Array = NDArray[np.float64]
Values = Mapping[str, Exact]
Equations = tuple[Callable[..., Any], ...]
NOISE = 1e-13  # what is left of equal sums by the last bits, beside what was summed


@dataclass(frozen=True)
class Solver:
    """How a figure is found that no closed formula gives.

    equations: what it solves, as the page on method prints them; inputs: what they start from in
    some flows, by name, or the reason why there is nothing to find; holding: the equations that
    hold in some flows, where not all do; root: the unknown of the equations, where one is sought:
    without one, the last equation that holds gives the figure; again: whether it came before and
    was lost; draws: the figure of each draw, infinite where it is never reached, None where the
    algorithm is not drawn; parts: what its guards speak of, in each draw; starts_from: the quantities that it goes through, beside what its equations name; leads_on:
    names in its equations that are parts of a quantity; idle_without: the input without which
    nothing is to be worked out.
    """

    equations: Equations
    inputs: Callable[[Flows, Values], Values | Reason]
    holding: Callable[[Flows], Equations] | None = None
    root: Callable[[Values], Solution] | None = None
    again: Callable[[Values], bool] | None = None
    draws: Callable[[Values], Array] | None = None
    parts: Callable[[Values], Values] | None = None
    starts_from: tuple[str, ...] = ()
    leads_on: tuple[tuple[str, str], ...] = ()
    idle_without: str = ""

    def equations_in(self, flows: Flows) -> Equations:
        """Give the equations that hold in some flows, each after those that it uses."""
        return self.holding(flows) if self.holding else self.equations


def turnover(values: Values) -> NDArray[np.float64]:
    """Give all that moves at a moment, whichever way, shaped (1, moment, draw)."""
    costs, benefits, balances = (np.abs(np.asarray(values[side])) for side in _SIDES)
    return np.asarray(costs + benefits + balances)


_SIDES = ("costs", "benefits", "balances")


def _net_flow(values: Values) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Give the net flow by moment; what the last bits leave of equal sides would be a false sign."""
    net = np.asarray(values["net_flow"])
    return np.where(np.abs(net) <= turnover(values) * NOISE, 0.0, net)[0, :, 0]


# Internal rate of return, plain and modified -----------------------------------------------------


def _values(_flows: Flows, values: Values) -> Values:
    return values


def _irr(values: Values) -> Solution:
    return solve_irr(_net_flow(values), np.asarray(values["discount_periods"])[0, :, 0])


IRR = Solver(IRR_QUANTITIES, _values, root=_irr)


def _mirr_inputs(flows: Flows, values: Values) -> Values:
    outflow, inflow = solve_mirr_parts(_net_flow(values))
    periods = np.asarray(values["discount_periods"])[0, :, 0].tolist()
    financed = discounting(_own_or(flows.finance_rate, flows), periods)
    return {
        "net_outflow": shaped(outflow, 1, -1, 1),
        "net_inflow": shaped(inflow, 1, -1, 1),
        "finance_rate": financed.pop("discount_rate"),
        **financed,
        **reinvesting(_own_or(flows.reinvestment_rate, flows), periods, flows.years),
        "discount_periods": values["discount_periods"],
        "horizon_years": values["horizon_years"],
    }


def _own_or(own: float | None, flows: Flows) -> Rate | None:
    """Give a rate of its own, or else that at which the flows are discounted."""
    return flows.discount_rate if own is None else own


MIRR = Solver(
    MIRR_QUANTITIES,
    _mirr_inputs,
    leads_on=(
        ("net_outflow", "net_flow"),
        ("net_inflow", "net_flow"),
        ("finance_rate", "discount_rate"),
        ("reinvestment_rate", "discount_rate"),
    ),
)


# Payback -----------------------------------------------------------------------------------------


def recovery(values: Values, flow: str = "net_flow") -> Recovery:
    """Find when flows of that name are recovered, by draw."""
    years = np.asarray(values["years_from_start"])[0, :, 0]
    return solve_payback(np.asarray(values[flow])[0], years, values["years_of_a_period"].item())


def _arguments(found: Recovery, values: Values) -> dict[str, Exact]:
    """Give the arguments of `payback_months`, shaped (1, 1, draw)."""
    names = ("years_before_recovery", "still_to_recover", "flow_of_recovery_year")
    inputs = {name: shaped(getattr(found, name), 1, 1, -1) for name in names}
    return inputs | {
        "years_of_a_period": values["years_of_a_period"],
        "months_per_year": scalar(MONTHS_PER_YEAR),
    }


def _payback_inputs(flow: str, _flows: Flows, values: Values) -> Values | Reason:
    found = recovery(values, flow)
    return _arguments(found, values) if found.recovered.all() else "not_recovered"


def _payback_again(flow: str, values: Values) -> bool:
    return bool(recovery(values, flow).again.all())


def _payback_draws(flow: str, values: Values) -> Array:
    found = recovery(values, flow)
    months = np.asarray(payback_months(**_arguments(found, values)))[0, 0, :]
    return np.where(found.recovered, months, np.inf)


def _payback_of(flow: str, equations: Equations) -> Solver:
    return Solver(
        equations,
        partial(_payback_inputs, flow),
        holding=lambda _flows: (payback_months,),
        again=partial(_payback_again, flow),
        draws=partial(_payback_draws, flow),
        starts_from=(flow,),
        idle_without="still_to_recover",
    )


PAYBACK = _payback_of("net_flow", (payback_months,))
DISCOUNTED_PAYBACK = _payback_of("discounted_net_flow", ())
"""Its equation is that of the payback, and is printed there."""


# What soft results would have to be worth ----------------------------------------------------------


def _soft_equations(flows: Flows) -> Equations:
    """In each year, or at once where all falls into less than one."""
    return (soft_switching_value if flows.years else soft_switching_value_at_once,)


def _soft_inputs(flows: Flows, values: Values) -> Values:
    """What is missing to break even, and over how many years."""
    shortfall = {"shortfall": exact(np.maximum(-values["npv"], 0.0))}
    return shortfall | ({"annuity_factor": values["annuity_factor"]} if flows.years else {})


SOFT_SWITCHING = Solver(
    (soft_switching_value, soft_switching_value_at_once, soft_result, worth_of_each),
    _soft_inputs,
    holding=_soft_equations,
    starts_from=("npv",),
)


# What each of a counted result would have to be worth -----------------------------------------------


def _worth_inputs(_flows: Flows, values: Values) -> Values:
    return {name: values[name] for name in _OF_WORTH}


def _worth_draws(values: Values) -> Array:
    return np.asarray(worth_needed(*(values[name] for name in _OF_WORTH)))[0, 0, :]


_OF_WORTH = ("net_cost", "total_count")
WORTH = Solver((worth_needed,), _worth_inputs, draws=_worth_draws, starts_from=_OF_WORTH)
"""Money and count stand in flows of their own, so that no one formula can hold both."""
