"""When money moves: one axis of moments, in years from the first outlay, however they are counted.

Years count from the start, months are twelfths of a year, and days 365th parts of it, as in
spreadsheets (XNPV, XIRR). Formulas know no more of a moment than how many years it lies from the
first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

from roi_casebook.roi.constants import CONSTANTS

Counting = Literal["year", "month", "day"]
A_YEAR: Mapping[Counting, float] = MappingProxyType(
    {
        "year": 1.0,
        "month": CONSTANTS["months_per_year"][0],
        "day": CONSTANTS["days_per_year"][0],
    }
)
"""How many periods of each kind a year is."""


@dataclass(frozen=True)
class Moments:
    """The moments of some flows.

    numbers: periods from the first moment on, rising from 0; counted_in: what a period is. Errors:
    ValueError for numbers that do not rise from 0.
    """

    numbers: tuple[int, ...]
    counted_in: Counting = "year"

    def __post_init__(self) -> None:
        """Refuse what could not be told apart, or lies before the start."""
        if self.numbers[:1] != (0,) or any(late <= early for early, late in pairwise(self.numbers)):
            raise ValueError(f"expected moments that rise from 0, found {self.numbers}")

    @property
    def period(self) -> float:
        """How long a period is, in years."""
        return 1 / A_YEAR[self.counted_in]

    @property
    def years(self) -> tuple[float, ...]:
        """How many years each moment lies from the first."""
        return tuple(number / A_YEAR[self.counted_in] for number in self.numbers)


def years_to(years: int) -> Moments:
    """Give the moments of each year: the start, and the years from then on."""
    return Moments(tuple(range(years + 1)))
