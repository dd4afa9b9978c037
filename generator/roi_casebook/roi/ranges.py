"""Ranges: the one number that stands for each, and 10,000 equally likely draws from it.

The ends of a range are its bounds, or two percentiles of it: what a triangular or uniform range then
reaches is solved for. An experiment prints two percentiles of a normal or lognormal range (its 95 %
interval) or its middle and standard error. Central values: triangular, the likely value (its mode);
uniform and normal, the middle; lognormal, the median, which lies at the geometric mean of its two
percentiles; of both, the middle that the source prints beside them. Draws: raw bits of PCG64, whose
stream is fixed, through inverse cumulative functions of our own (`elementary.py`), so that they are
the same bits on every machine. They are seeded by the case and the input alone: an edited quotation
moves no figure, and an input used twice is drawn once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import sqrt
from types import MappingProxyType
from typing import Literal, TypeVar

import numpy as np

from roi_casebook.roi.algebra.elementary import Array, exponential, logarithm, normal_quantile

Shape = Literal["uniform", "triangular", "lognormal", "normal"]
Ends = Literal["bounds", "p10-p90", "p5-p95", "p2.5-p97.5"]
DRAWS = 10_000
OUTERMOST = 0.5 / DRAWS
P = TypeVar("P", float, Array)
NORMAL_P90, NORMAL_P95, NORMAL_P975 = 1.2815515655446004, 1.6448536269514727, 1.959963984540054
TAILS: Mapping[Ends, float] = MappingProxyType(
    {"p10-p90": 0.1, "p5-p95": 0.05, "p2.5-p97.5": 0.025}
)
"""What lies below the low end of a range, and above its high end; nothing where they are bounds."""
DEVIATIONS: Mapping[Ends, float] = MappingProxyType(
    {"p10-p90": NORMAL_P90, "p5-p95": NORMAL_P95, "p2.5-p97.5": NORMAL_P975}
)
"""How many standard deviations lie between the middle of a normal range and such an end."""
INTERVALS = frozenset[Ends]({"p5-p95", "p2.5-p97.5"})
"""The ends that experiments print: of a normal range, where no shape is stated."""
HALVINGS = 60  # enough for every bit of a share between one tail and the other


@dataclass(frozen=True)
class Range:
    """A range of one input: low and high are its bounds, or percentiles, as of a lognormal ever."""

    low: float
    high: float
    likely: float | None = None
    stated_shape: Shape | None = None
    ends: Ends = "bounds"

    @property
    def shape(self) -> Shape:
        """Its shape; where it is not stated, its ends tell, or a likely value makes it triangular."""
        if self.stated_shape or self.ends in INTERVALS:
            return self.stated_shape or "normal"
        return "uniform" if self.likely is None else "triangular"

    def central(self) -> float:
        """Give the number that stands for the range."""
        return self.between_ends() if self.likely is None else self.likely

    def between_ends(self) -> float:
        """Give what lies in the middle of its ends, whatever middle is stated."""
        if self.shape == "lognormal":
            return lognormal_median(self.low, self.high)
        return uniform_quantile(0.5, self.low, self.high)

    def quantile(self, p: Array) -> Array:
        """Give the value below which the range lies with chance `p`."""
        if self.low == self.high:
            return np.full_like(p, self.low)
        match self.shape:
            case "lognormal":
                return lognormal_quantile(p, self.low, self.high, self.likely, self._deviations)
            case "normal":
                spread = (self.high - self.low) / (2 * self._deviations)
                return self.central() + spread * normal_quantile(p)
            case "triangular":
                low, high = self.bounds()
                return triangular_quantile(p, low, self.central(), high)
            case "uniform":
                return uniform_quantile(p, *self.bounds())

    @property
    def _deviations(self) -> float:
        return DEVIATIONS.get(self.ends, NORMAL_P90)

    def bounds(self) -> tuple[float, float]:
        """Give the lowest and the highest value of a triangular or uniform range."""
        if self.ends == "bounds" or self.low == self.high:
            return self.low, self.high
        tail = TAILS[self.ends]
        if self.shape == "uniform":
            return uniform_bounds(self.low, self.high, tail)
        return triangular_bounds(self.low, self.central(), self.high, tail)

    def outer(self) -> tuple[float, float]:
        """Give its 10th and its 90th percentile."""
        low, high = self.quantile(np.array([0.1, 0.9]))
        return float(low), float(high)

    def outermost(self) -> tuple[float, float]:
        """Give the lowest and the highest value that is ever drawn from it."""
        low, high = self.quantile(np.array([OUTERMOST, 1 - OUTERMOST]))
        return float(low), float(high)

    def draws(self, *key: str, count: int = DRAWS) -> Array:
        """Draw from the range; the same key gives the same draws."""
        return self.quantile(uniforms(*key, count=count))


def uniform_quantile(p: P, low: float, high: float) -> P:
    """The quantile of a uniform range."""
    return low + p * (high - low)


def range_of_error(middle: float, error: float) -> Range:
    """Give the normal range of a middle and its standard error, by its 95 % interval."""
    beyond = NORMAL_P975 * error
    return Range(middle - beyond, middle + beyond, middle, "normal", "p2.5-p97.5")


def uniform_bounds(low: float, high: float, tail: float) -> tuple[float, float]:
    """The ends of a uniform range, of which so much lies below `low` and above `high`."""
    beyond = (high - low) * tail / (1 - 2 * tail)
    return low - beyond, high + beyond


def triangular_bounds(low: float, mode: float, high: float, tail: float) -> tuple[float, float]:
    """The ends of a triangular range, from its mode and two percentiles, so much below and above them.

    With the share `rise` of its width below the mode, the two percentiles lie `_within(rise)` and
    `_within(1 - rise)` widths from the mode: the share that splits their distance so is halved in.
    """
    left, right = mode - low, high - mode
    least, most = tail, 1 - tail
    for _ in range(HALVINGS):
        rise = (least + most) / 2
        if left * _within(1 - rise, tail) > right * _within(rise, tail):
            least = rise
        else:
            most = rise
    rise = (least + most) / 2
    width = (left + right) / (_within(rise, tail) + _within(1 - rise, tail))
    return mode - rise * width, mode + (1 - rise) * width


def _within(side: float, tail: float) -> float:
    """How far from the mode a tail ends, in widths, on a side that takes this share of the width."""
    return side - sqrt(tail * side)


def triangular_quantile(p: Array, low: float, mode: float, high: float) -> Array:
    """The quantile of a triangular range, from its cumulative function's two halves."""
    width = high - low
    rising = low + np.sqrt(p * width * (mode - low))
    falling = high - np.sqrt((1 - p) * width * (high - mode))
    return np.where(p * width < mode - low, rising, falling)


def lognormal_median(low: float, high: float) -> float:
    """The median of a lognormal range, from two percentiles equally far from it."""
    return sqrt(low * high)


def lognormal_quantile(
    p: Array, low: float, high: float, median: float | None, deviations: float
) -> Array:
    """The quantile of a lognormal range, of which two percentiles lie so far from the middle.

    median: where it is stated; else between the two.
    """
    log_low, log_high = logarithm(np.array([low, high]))
    middle = (log_low + log_high) / 2 if median is None else logarithm(np.array([median]))[0]
    spread = (log_high - log_low) / (2 * deviations)
    return exponential(middle + spread * normal_quantile(p))


def uniforms(*key: str, count: int = DRAWS) -> Array:
    """Give numbers evenly spread over (0, 1), fixed by the key."""
    seed = int.from_bytes(sha256("\0".join(key).encode()).digest()[:16])
    bits = np.random.PCG64(seed).random_raw(count)
    return ((bits >> np.uint64(11)).astype(np.float64) + 0.5) * 2.0**-53
