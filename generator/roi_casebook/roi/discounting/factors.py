"""What discounting and growing start from at each moment, at one rate or under a schedule.

Under a schedule each year has its own rate, and what money is worth at the start is the product of
its years: what the last rate leaves since it began, times what the years before leave of that.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from roi_casebook.roi.algebra.arrays import Exact, exact, scalar, shaped
from roi_casebook.roi.discounting.bands import Rate, Schedule
from roi_casebook.roi.quantities import ONE_RATE, discount_factor


def discounting(
    rate: Rate | None, periods: Sequence[float], of: Literal["", "_of_year"] = ""
) -> dict[str, Exact]:
    """Give what the discount factor of each moment starts from; without a rate nothing is discounted.

    periods: the years by which each moment is discounted; of: what ends the names, of whole years.
    """
    if not isinstance(rate, Schedule):
        one = {"discount_rate": rate or 0.0, "earlier_factor": 1.0, "earlier_periods": 0.0}
        return {f"{name}{of}": scalar(value) for name, value in one.items()}
    factors = _factors_at_starts(rate)
    found = [rate.band_at(moment) for moment in periods]
    by_moment = {
        "discount_rate": [rate.bands[number].rate for number in found],
        "earlier_factor": [factors[number] for number in found],
        "earlier_periods": [rate.bands[number].starts for number in found],
    }
    return {f"{name}{of}": shaped(values, 1, -1, 1) for name, values in by_moment.items()}


def reinvesting(rate: Rate | None, periods: Sequence[float], years: int) -> dict[str, Exact]:
    """Give what the growth of each moment's money until the horizon starts from.

    periods: the years from the first outlay to each moment; years: to the horizon.
    """
    if not isinstance(rate, Schedule):
        return {
            "reinvestment_rate": scalar(rate or 0.0),
            "periods_left": shaped([years - moment for moment in periods], 1, -1, 1),
            "later_growth": scalar(ONE_RATE["later_growth"]),
        }
    ends = [*(band.starts for band in rate.bands[1:]), float(years)]
    growth = _growth_from_ends(rate, ends)
    found = [rate.band_at(moment) for moment in periods]
    by_moment = {
        "reinvestment_rate": [rate.bands[number].rate for number in found],
        "periods_left": [ends[n] - moment for n, moment in zip(found, periods, strict=True)],
        "later_growth": [growth[number] for number in found],
    }
    return {name: shaped(values, 1, -1, 1) for name, values in by_moment.items()}


def _growth_from_ends(schedule: Schedule, ends: Sequence[float]) -> list[float]:
    """Give what money grows to until the horizon from where each rate ends: one factor a later rate."""
    growth = [1.0]
    for band, end in zip(schedule.bands[:0:-1], ends[:0:-1], strict=True):
        growth.append(growth[-1] * float(scalar(1 + band.rate).__pow__(end - band.starts).item()))
    return growth[::-1]


def _factors_at_starts(schedule: Schedule) -> list[float]:
    """Give what money is worth at the start where each rate begins: the product of the years before."""
    factors = [1.0]
    for band, after in pairwise(schedule.bands):
        ends = discount_factor(*map(scalar, (band.rate, after.starts, factors[-1], band.starts)))
        factors.append(float(exact(ends).item()))
    return factors
