"""Rates of discount: one for all years, or bands of years with one each, under which it falls with time.

A year is the time that ends with it: a flow between two years has its part of the later one's rate.
Source: HM Treasury, The Green Book, annex on discounting.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise


@dataclass(frozen=True)
class Band:
    """The years of one rate: from `first` to `last`, counted from the first outlay."""

    first: int
    last: int
    rate: float

    @property
    def starts(self) -> float:
        """The years from the first outlay until the rate holds: year 1 begins with it."""
        return max(self.first - 1.0, 0.0)


@dataclass(frozen=True)
class Schedule:
    """Rates by years, without a gap: the bands follow each other from the first outlay on.

    name: that of a published one, "" for an own.
    """

    bands: tuple[Band, ...]
    name: str = ""

    def __post_init__(self) -> None:
        """Refuse what leaves a year without its rate, or with two."""
        if not self.bands or self.bands[0].first > 1:
            raise ValueError("expected a schedule from the first year on")
        if any(after.first != band.last + 1 for band, after in pairwise(self.bands)):
            raise ValueError("expected each rate to begin where the one before ends")
        if any(band.rate <= -1 for band in self.bands):
            raise ValueError("expected rates above -1")

    @property
    def last_year(self) -> int:
        """The last year that has a rate."""
        return self.bands[-1].last

    def within(self, years: int) -> "Rate | None":
        """Give what of it holds over a horizon: one rate where none other is reached, None beyond its end."""
        if years > self.last_year:
            return None
        reached = tuple(band for band in self.bands if band.starts < max(years, 1))
        return reached[0].rate if len(reached) == 1 else replace(self, bands=reached)

    def converted(self, each: Callable[[float], float]) -> "Schedule":
        """Give it with another rate for each, as in other prices."""
        return replace(
            self, bands=tuple(replace(band, rate=each(band.rate)) for band in self.bands)
        )

    def band_at(self, moment: float) -> int:
        """Give the number of the band in which a moment lies, in years from the first outlay."""
        return max(
            (number for number, band in enumerate(self.bands) if band.starts < moment), default=0
        )


Rate = float | Schedule


def rates_of(rate: Rate | None) -> tuple[float, ...]:
    """Give all rates that are in force; none where none is stated."""
    if isinstance(rate, Schedule):
        return tuple(band.rate for band in rate.bands)
    return () if rate is None else (rate,)
