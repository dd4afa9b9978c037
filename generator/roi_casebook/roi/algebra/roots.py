"""All positive roots of a sum of real powers: coefficients, each with the exponent of its term.

Such a sum has no more positive roots than its coefficients change their sign (Descartes' rule, which
asks for no whole exponents). Divided by a power that lies between the two exponents where they do,
it keeps its roots, and its derivative changes its sign once less: between two neighbouring roots of
that the sum crosses zero at most once, so that bisection there misses none. A double root, which
only touches zero, is a root of the derivative too, and counts once. Roots above one are sought as
the inverses of those of the reversed sum: no power overflows, however long the horizon.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
NOISE = 1e-13  # a value so small beside the sum of its terms is zero
SAME = 1e-9  # two roots nearer than this, relatively, are one
BISECTIONS = 1100  # enough for any interval of floats; it stops as soon as two neighbours are left
HALF = 0.5


@dataclass(frozen=True, eq=False)
class _Powers:
    """A sum of powers: exponents rising, no coefficient zero."""

    coefficients: Array
    exponents: Array

    @property
    def reversed(self) -> "_Powers":
        """The sum whose roots are the inverses."""
        turned = (self.exponents[-1] - self.exponents)[::-1] if len(self.exponents) else []
        return _Powers(self.coefficients[::-1], np.asarray(turned, dtype=float))

    @property
    def changes(self) -> NDArray[np.intp]:
        """Where a coefficient is followed by one of the other sign."""
        return np.flatnonzero(np.diff(np.sign(self.coefficients)))

    @property
    def turning(self) -> "_Powers":
        """The sum that is zero wherever this one, divided by a power, turns: a sign changes less."""
        at = self.changes[0]
        slopes = self.coefficients * (self.exponents - np.mean(self.exponents[at : at + 2]))
        return _scaled(slopes, self.exponents)

    @cached_property
    def _nested(self) -> tuple[list[tuple[float, float, float]], set[float]]:
        """Each coefficient but the last, and its size, with the gap to the next exponent, from behind."""
        gaps = np.diff(self.exponents)[::-1].tolist()
        before = self.coefficients[-2::-1].tolist()
        terms = [(one, abs(one), gap) for one, gap in zip(before, gaps, strict=True)]
        return terms, set(gaps)

    def at(self, x: float) -> tuple[float, float]:
        """Give the value at x, but for its lowest power, and what all terms are without their signs."""
        terms, gaps = self._nested
        power = {gap: _power(x, gap) for gap in gaps}
        total = float(self.coefficients[-1])
        size = abs(total)
        for coefficient, plain, gap in terms:
            total = total * power[gap] + coefficient
            size = size * power[gap] + plain
        return total, size


def positive_roots(coefficients: ArrayLike, exponents: ArrayLike) -> tuple[float, ...]:
    """Find the roots above zero, rising; terms of one exponent are added."""
    powers = _joined(np.asarray(coefficients, dtype=float), np.asarray(exponents, dtype=float))
    below = _roots_to_one(powers)
    above = (1 / root for root in reversed(_roots_to_one(powers.reversed)))
    return _distinct([*below, *above])


def _joined(coefficients: Array, exponents: Array) -> _Powers:
    different, place = np.unique(exponents, return_inverse=True)
    sums = np.zeros(len(different))
    np.add.at(sums, place, coefficients)
    return _scaled(sums, different)


def _scaled(coefficients: Array, exponents: Array) -> _Powers:
    """Let the largest coefficient be one; those that are nothing beside it are left out."""
    scaled = coefficients / (np.max(np.abs(coefficients), initial=0.0) or 1.0)
    return _Powers(scaled[scaled != 0], exponents[scaled != 0])


def _roots_to_one(powers: _Powers) -> list[float]:
    """Find the roots above zero and at most one."""
    if not len(powers.changes):
        return []
    turns = [0.0, *_roots_to_one(powers.turning), 1.0]
    found = (_root_between(powers.at, low, high) for low, high in pairwise(turns))
    return [root for root in found if root]


def _root_between(
    at: Callable[[float], tuple[float, float]], low: float, high: float
) -> float | None:
    values = {end: at(end) for end in (high, low)}
    for end, (value, size) in values.items():
        if abs(value) <= size * NOISE:
            return end
    low_sign = values[low][0] > 0
    if low_sign == (values[high][0] > 0):
        return None
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if (at(middle)[0] > 0) == low_sign:
            low = middle
        else:
            high = middle
    return high


def _power(x: float, exponent: float) -> float:
    """Raise a number up to one; whole and half powers that are small by multiplication and root."""
    if exponent == 1:
        return x
    if exponent == HALF:
        return sqrt(x)
    return float(x**exponent)


def _distinct(rising: list[float]) -> tuple[float, ...]:
    return tuple(
        root
        for root, before in zip(rising, [0.0, *rising], strict=False)
        if root - before > SAME * root
    )
