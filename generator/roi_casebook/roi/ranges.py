"""Ranges: the one number that stands for each, and 10,000 equally likely draws from it.

The ends of a range are its bounds, or its 10th and 90th percentile: what a triangular or uniform
range then reaches is solved for. Central values: triangular, the likely value (its mode); uniform,
the middle; lognormal, the median, which lies at the geometric mean of its two percentiles. Draws: raw bits of PCG64, whose
stream is fixed, through inverse cumulative functions of our own (`elementary.py`), so that they are
the same bits on every machine. They are seeded by the case and the input alone: an edited quotation
moves no figure, and an input used twice is drawn once.
"""

from dataclasses import dataclass
from hashlib import sha256
from math import sqrt
from typing import Literal, TypeVar

import numpy as np

from roi_casebook.roi.algebra.elementary import Array, exponential, logarithm, normal_quantile

Shape = Literal["uniform", "triangular", "lognormal"]
Ends = Literal["bounds", "p10-p90"]
DRAWS = 10_000
P = TypeVar("P", float, Array)
NORMAL_P90 = 1.2815515655446004
TAIL = 0.1  # what lies below the 10th percentile, and above the 90th
HALVINGS = 60  # enough for every bit of a share between a tenth and nine tenths


@dataclass(frozen=True)
class Range:
    """A range of one input: low and high are its bounds, or its p10 and p90, as of a lognormal ever."""

    low: float
    high: float
    likely: float | None = None
    stated_shape: Shape | None = None
    ends: Ends = "bounds"

    @property
    def shape(self) -> Shape:
        """Its shape; where it is not stated, a likely value makes it triangular."""
        return self.stated_shape or ("uniform" if self.likely is None else "triangular")

    def central(self) -> float:
        """Give the number that stands for the range."""
        if self.likely is not None:
            return self.likely
        if self.shape == "lognormal":
            return lognormal_median(self.low, self.high)
        return uniform_quantile(0.5, self.low, self.high)

    def quantile(self, p: Array) -> Array:
        """Give the value below which the range lies with chance `p`."""
        if self.low == self.high:
            return np.full_like(p, self.low)
        match self.shape:
            case "lognormal":
                return lognormal_quantile(p, self.low, self.high)
            case "triangular":
                low, high = self._bounds()
                return triangular_quantile(p, low, self.central(), high)
            case "uniform":
                return uniform_quantile(p, *self._bounds())

    def _bounds(self) -> tuple[float, float]:
        """Give the lowest and the highest value of a triangular or uniform range."""
        if self.ends == "bounds":
            return self.low, self.high
        if self.shape == "uniform":
            return uniform_bounds(self.low, self.high)
        return triangular_bounds(self.low, self.central(), self.high)

    def outer(self) -> tuple[float, float]:
        """Give its 10th and its 90th percentile."""
        low, high = self.quantile(np.array([0.1, 0.9]))
        return float(low), float(high)

    def draws(self, *key: str, count: int = DRAWS) -> Array:
        """Draw from the range; the same key gives the same draws."""
        return self.quantile(uniforms(*key, count=count))


def uniform_quantile(p: P, low: float, high: float) -> P:
    """The quantile of a uniform range."""
    return low + p * (high - low)


def uniform_bounds(p10: float, p90: float) -> tuple[float, float]:
    """The ends of a uniform range, from its 10th and 90th percentile."""
    beyond = (p90 - p10) * TAIL / (1 - 2 * TAIL)
    return p10 - beyond, p90 + beyond


def triangular_bounds(p10: float, mode: float, p90: float) -> tuple[float, float]:
    """The ends of a triangular range, from its 10th and 90th percentile and its mode.

    With the share `rise` of its width below the mode, the two percentiles lie `_within(rise)` and
    `_within(1 - rise)` widths from the mode: the share that splits their distance so is halved in.
    """
    left, right = mode - p10, p90 - mode
    low, high = TAIL, 1 - TAIL
    for _ in range(HALVINGS):
        rise = (low + high) / 2
        if left * _within(1 - rise) > right * _within(rise):
            low = rise
        else:
            high = rise
    rise = (low + high) / 2
    width = (left + right) / (_within(rise) + _within(1 - rise))
    return mode - rise * width, mode + (1 - rise) * width


def _within(side: float) -> float:
    """How far from the mode a tail ends, in widths, on a side that takes this share of the width."""
    return side - sqrt(TAIL * side)


def triangular_quantile(p: Array, low: float, mode: float, high: float) -> Array:
    """The quantile of a triangular range, from its cumulative function's two halves."""
    width = high - low
    rising = low + np.sqrt(p * width * (mode - low))
    falling = high - np.sqrt((1 - p) * width * (high - mode))
    return np.where(p * width < mode - low, rising, falling)


def lognormal_median(p10: float, p90: float) -> float:
    """The median of a lognormal range."""
    return sqrt(p10 * p90)


def lognormal_quantile(p: Array, p10: float, p90: float) -> Array:
    """The quantile of a lognormal range, from its 10th and 90th percentile."""
    log10, log90 = logarithm(np.array([p10, p90]))
    middle, spread = (log10 + log90) / 2, (log90 - log10) / (2 * NORMAL_P90)
    return exponential(middle + spread * normal_quantile(p))


def uniforms(*key: str, count: int = DRAWS) -> Array:
    """Give numbers evenly spread over (0, 1), fixed by the key."""
    seed = int.from_bytes(sha256("\0".join(key).encode()).digest()[:16])
    bits = np.random.PCG64(seed).random_raw(count)
    return ((bits >> np.uint64(11)).astype(np.float64) + 0.5) * 2.0**-53
