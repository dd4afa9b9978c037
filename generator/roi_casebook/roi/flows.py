"""What an appraisal starts from: lines of money by moment, with shares, a rate and a timing."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from roi_casebook.roi.algebra.arrays import Exact, exact, scalar, shaped
from roi_casebook.roi.discounting.bands import Rate, Schedule, rates_of
from roi_casebook.roi.discounting.factors import discounting
from roi_casebook.roi.figures import Side
from roi_casebook.roi.moments import Moments, years_to
from roi_casebook.roi.quantities import NEUTRAL

Timing = Literal["end-year", "mid-year", "dated"]
"""When within a year money moves; dated: at its own moment, which is told."""
HALF_YEAR = 0.5
ROUNDING = 1e-9
"""By how much of a year a moment may miss the end of one."""
OF_BENEFITS = frozenset(NEUTRAL) - {"cost_risk", "benefit_risk"}
NO_SHARES: Mapping[str, float | None] = MappingProxyType({})
Place = tuple[str, int | str]
"""Where a number stands in the flows: a line's name, and which moment or the name of a share."""
Drawn = Mapping[Place, NDArray[np.float64]]
"""Numbers drawn, by place, each shaped (draw,)."""
NOTHING_DRAWN: Drawn = MappingProxyType({})


@dataclass(frozen=True)
class Line:
    """One line of money.

    amounts: by moment, None where unknown; shares: those that the line states
    of `NEUTRAL` (margin, deadweight ...), None where it is stated as unknown; may_be_negative:
    whether an amount that is not known may be below nought; leaves_out: which way each thing that
    it leaves out would push its amount.
    """

    name: str
    amounts: tuple[float | None, ...]
    shares: Mapping[str, float | None] = field(default_factory=lambda: NO_SHARES, hash=False)
    may_be_negative: bool = False
    leaves_out: tuple[Side, ...] = ()

    @property
    def has_gap(self) -> bool:
        """Tell whether some amount is not known."""
        return None in self.amounts

    @property
    def is_unknown(self) -> bool:
        """Tell whether no amount other than zero is known."""
        return self.has_gap and not any(self.amounts)

    @property
    def first(self) -> int:
        """Which moment is the first at which the line falls or may fall; 0 where it never does."""
        return next((number for number, amount in enumerate(self.amounts) if amount != 0), 0)

    @property
    def stated(self) -> frozenset[str]:
        """The names of the shares that are stated and known."""
        return frozenset(name for name, share in self.shares.items() if share is not None)

    def kept(self, counts: Sequence[bool]) -> "Line":
        """Give the line with nothing at the moments that do not count."""
        amounts = zip(self.amounts, counts, strict=True)
        return replace(self, amounts=tuple(amount if is_in else 0.0 for amount, is_in in amounts))

    def known(self) -> list[float]:
        """Give the amounts by moment, zero where unknown: a bound takes the gap up."""
        return [amount or 0.0 for amount in self.amounts]


@dataclass(frozen=True)
class Flows:
    """The money of one appraisal: amounts in one currency, rates and shares as plain numbers.

    years: the horizon; finance_rate, reinvestment_rate: for the modified return, where they are not
    the discount rate; leaves_out: which way each thing that the whole leaves out would push what
    came back; reading: the name of the whole, where it has one; moments: when money moves, where
    that is not each year from 0 to the horizon; is_present: whether the amounts are worth at the
    start already, as their source discounted them at this rate: they stand at one moment then.
    """

    years: int
    costs: tuple[Line, ...] = ()
    benefits: tuple[Line, ...] = ()
    balances: tuple[Line, ...] = ()
    discount_rate: Rate | None = None
    timing: Timing = "end-year"
    finance_rate: float | None = None
    reinvestment_rate: float | None = None
    leaves_out: tuple[Side, ...] = ()
    reading: str = ""
    moments: Moments | None = None
    is_present: bool = False

    def __post_init__(self) -> None:
        """Refuse what the arrays would take silently for something else."""
        if any(rate <= -1 for rate in rates_of(self.discount_rate)):
            raise ValueError(f"expected a discount rate above -1, found {self.discount_rate}")
        if self.timing == "mid-year" and self.axis.counted_in != "year":
            raise ValueError(
                "expected mid-year for yearly money alone: other money has its moments"
            )
        _check(self.costs, self.axis, frozenset({"cost_risk"}))
        _check(self.benefits, self.axis, NEUTRAL.keys() - {"cost_risk"})
        _check(self.balances, self.axis, frozenset())

    @property
    def axis(self) -> Moments:
        """When money moves; every line has an amount for each of these moments."""
        return self.moments or years_to(0 if self.is_present else self.years)

    @property
    def needs_rate(self) -> bool:
        """Tell whether some known amount falls after the start."""
        return any(any(line.known()[1:]) for line in (*self.costs, *self.benefits, *self.balances))

    @property
    def rate_is_missing(self) -> bool:
        """Tell whether a rate is needed and not stated."""
        return self.discount_rate is None and self.needs_rate

    @property
    def rate_falls(self) -> bool:
        """Tell whether not all years have the same rate."""
        return isinstance(self.discount_rate, Schedule)

    def until(self, years: int) -> "Flows":
        """Give the same flows over the same time, with nothing later than so many years."""
        in_time = [each <= years + ROUNDING for each in self.axis.years]
        sides = (self.costs, self.benefits, self.balances)
        costs, benefits, balances = (tuple(line.kept(in_time) for line in side) for side in sides)
        return replace(self, costs=costs, benefits=benefits, balances=balances)

    def stated(self) -> frozenset[str]:
        """Give the names of the shares that some line states and that are known."""
        return frozenset[str]().union(*(line.stated for line in (*self.costs, *self.benefits)))

    def arrays(self, drawn: Drawn = NOTHING_DRAWN) -> dict[str, Exact]:
        """Give the inputs of the quantities, shaped (line, moment, draw); one draw where none is drawn."""
        years = np.array(self.axis.years)
        periods = discount_periods(self.axis.years, self.timing)
        cost_amount = self._amounts(self.costs, drawn)
        benefit_amount = self._amounts(self.benefits, drawn)
        since_first = [np.maximum(years - years[line.first], 0.0) for line in self.benefits]
        return {
            **discounting(self.discount_rate, periods),
            **discounting(self.discount_rate, self._periods_of_years, "_of_year"),
            "discount_periods": shaped(periods, 1, -1, 1),
            "discount_periods_of_year": shaped(self._periods_of_years, 1, -1, 1),
            "years_from_start": shaped(years, 1, -1, 1),
            "years_of_a_period": scalar(self.axis.period),
            "horizon_years": scalar(float(self.years)),
            "cost_amount": cost_amount,
            "benefit_amount": benefit_amount,
            "balance": self._amounts(self.balances, drawn),
            "years_since_first": shaped(since_first or [years * 0], -1, len(years), 1),
            "cost_risk": _against(_shares(self.costs, "cost_risk", drawn), cost_amount),
            **{share: _shares(self.benefits, share, drawn) for share in OF_BENEFITS},
            "benefit_risk": _against(
                _shares(self.benefits, "benefit_risk", drawn),
                exact(benefit_amount * _shares(self.benefits, "margin", drawn)),
            ),
        }

    def _amounts(self, lines: tuple[Line, ...], drawn: Drawn) -> Exact:
        count = len(self.axis.numbers)
        rows = [line.known() for line in lines] or [[0.0] * count]
        places = [[(line.name, number) for number in range(count)] for line in lines]
        return _with_draws(shaped(rows, -1, count, 1), places, drawn)

    @property
    def _periods_of_years(self) -> list[float]:
        """By how many years a yearly sum is discounted, from the first year to the horizon."""
        return discount_periods(years_to(self.years).years, self.timing)[1:]


def _shares(lines: tuple[Line, ...], share: str, drawn: Drawn) -> Exact:
    """Shares by line; an unknown one changes nothing: a bound takes it up."""
    values = [line.shares.get(share) for line in lines] or [None]
    stated = [NEUTRAL[share] if value is None else value for value in values]
    return _with_draws(shaped(stated, -1, 1, 1), [[(line.name, share)] for line in lines], drawn)


def _against(risk: Exact, amounts: Exact) -> Exact:
    """Turn a risk against the case where an amount is below nought: a harm grows, a saving shrinks."""
    below = np.asarray(amounts) < 0
    return exact(np.where(below, -risk, risk)) if np.any(below & (np.asarray(risk) != 0)) else risk


def _with_draws(values: Exact, places: Sequence[Sequence[Place]], drawn: Drawn) -> Exact:
    """Put the draws of some places among the numbers of all; the others do not vary."""
    found = {
        (row, column): drawn[place]
        for row, line in enumerate(places)
        for column, place in enumerate(line)
        if place in drawn
    }
    if not found:
        return values
    count = len(next(iter(found.values())))
    spread = np.repeat(values, count, axis=2)
    for (row, column), draws in found.items():
        spread[row, column, :] = draws
    return exact(spread)


def _check(lines: tuple[Line, ...], axis: Moments, shares: AbstractSet[str]) -> None:
    for line in lines:
        if len(line.amounts) != len(axis.numbers):
            found = ", ".join(map(str, axis.numbers))
            raise ValueError(f"{line.name}: expected an amount for each {axis.counted_in}: {found}")
        if unknown := line.shares.keys() - shares:
            raise ValueError(f"{line.name}: no such share here: {', '.join(sorted(unknown))}")


def discount_periods(years: Iterable[float], timing: Timing) -> list[float]:
    """Give by how many years each moment's money is discounted: that of the start never is."""
    shift = HALF_YEAR if timing == "mid-year" else 0.0
    return [year - shift if year else 0.0 for year in years]
