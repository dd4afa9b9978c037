"""How the figures beside the base are found: from the draws, the first years, the reading instead.

Their equations stand in `equations.py`. Draws are summed in order, so that the bits are the same on
every machine.
"""

from collections.abc import Callable
from functools import partial

import numpy as np

from roi_casebook.roi.algebra.arrays import Exact, exact, scalar
from roi_casebook.roi.algebra.tracing import computed
from roi_casebook.roi.beside_base.equations import (
    expected_npv,
    incremental_costs,
    incremental_npv,
    incremental_roi,
    mean_gain,
    mean_loss,
    pv_benefits_until,
    pv_costs_until,
    roi_at,
    value_of_information,
)
from roi_casebook.roi.figures import Reason
from roi_casebook.roi.finding import Array, Equations, Solver, Values
from roi_casebook.roi.flows import ROUNDING, Flows

LEAST_CHANCE = 0.01
"""A chance below it, or as near to certain, is told without its digits, and settles the matter."""

# Of all draws ------------------------------------------------------------------------------------


def _net(values: Values) -> Array:
    """Give the net present value of each draw."""
    return np.asarray(values["npv"], dtype=np.float64)[0, 0, :]


def _sum(draws: Array) -> float:
    return float(np.cumsum(draws)[-1]) if draws.size else 0.0


def _all_draws(_flows: Flows, values: Values) -> Values:
    net = _net(values)
    return {"sum_of_draws": scalar(_sum(net)), "number_of_draws": scalar(float(net.size))}


def _losing_draws(_flows: Flows, values: Values) -> Values | Reason:
    losing = _net(values)
    losing = losing[losing < 0]
    if not losing.size:
        return "settled"
    return {"sum_of_losses": scalar(_sum(losing)), "number_of_losses": scalar(float(losing.size))}


def _deciding_draws(_flows: Flows, values: Values) -> Values | Reason:
    """Give what is gained with and without knowing the draw, where it could change what is done."""
    net = _net(values)
    chance = np.count_nonzero(net > 0) / net.size
    if not LEAST_CHANCE <= chance <= 1 - LEAST_CHANCE:
        return "settled"
    return {
        "sum_of_gains": scalar(_sum(np.maximum(net, 0.0))),
        "number_of_draws": scalar(float(net.size)),
        "gain_without_it": scalar(max(_sum(net) / net.size, 0.0)),
    }


EXPECTED_NPV = Solver((expected_npv,), _all_draws, starts_from=("npv",))
MEAN_LOSS = Solver((mean_loss,), _losing_draws, starts_from=("npv",))
VALUE_OF_INFORMATION = Solver(
    (mean_gain, value_of_information), _deciding_draws, starts_from=("npv",)
)

# Of the first years ------------------------------------------------------------------------------

ROI_AT: Equations = (pv_costs_until, pv_benefits_until, roi_at)


def _first_years(years: int, flows: Flows, values: Values) -> Values | Reason:
    """Give what falls within the first years, where the horizon is longer."""
    return "too_short" if flows.years <= years else _until(years, values)


def _until(years: int, values: Values) -> Values:
    in_time = np.asarray(values["years_from_start"]) <= years + ROUNDING
    return {
        f"{name}_until": _kept(values[name], in_time)
        for name in ("discounted_costs", "discounted_benefits")
    }


def _kept(values: Exact, in_time: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Exact:
    return exact(np.where(in_time, np.asarray(values), 0.0))


def _parts_until(years: int, values: Values) -> Values:
    return computed(_until(years, values), ROI_AT)


def _roi_at_of_draws(years: int, values: Values) -> Array:
    found = np.asarray(_parts_until(years, values)["roi_at"])
    return np.asarray(np.broadcast_to(found, values["npv"].shape)[0, 0, :], dtype=np.float64)


def roi_at_of(years: int, equations: Equations = ()) -> Solver:
    """Give how the return of so many first years is found; equations: those printed of it."""
    inputs: Callable[[Flows, Values], Values | Reason] = partial(_first_years, years)
    return Solver(
        equations,
        inputs,
        holding=lambda _flows: ROI_AT,
        draws=partial(_roi_at_of_draws, years),
        parts=partial(_parts_until, years),
        leads_on=(
            ("discounted_costs_until", "discounted_costs"),
            ("discounted_benefits_until", "discounted_benefits"),
        ),
    )


# Of two readings ---------------------------------------------------------------------------------


def _two_readings(_flows: Flows, values: Values) -> Values:
    return values


INCREMENTAL_NPV = Solver((incremental_npv,), _two_readings)
INCREMENTAL_ROI = Solver((incremental_npv, incremental_costs, incremental_roi), _two_readings)
