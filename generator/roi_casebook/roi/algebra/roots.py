"""All positive real roots of a polynomial; coefficients from the constant term up.

Between two neighbouring roots of its derivative a polynomial crosses zero at most once, so that
bisection there misses none; a double root, which only touches zero, is a root of the derivative
too, and counts once. Roots above one are sought as the inverses of those of the reversed
polynomial: no power overflows, however long the horizon.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Coefficients = NDArray[np.float64]
NOISE = 1e-13  # a value so small beside the sum of its terms is zero
SAME = 1e-9  # two roots nearer than this, relatively, are one
BISECTIONS = 1100  # enough for any interval of floats; it stops as soon as two neighbours are left


def positive_roots(coefficients: Coefficients) -> tuple[float, ...]:
    """Find the real roots above zero, rising."""
    trimmed = np.trim_zeros(np.asarray(coefficients, dtype=float))
    below = _roots_to_one(trimmed)
    above = (1 / root for root in reversed(_roots_to_one(trimmed[::-1])))
    return _distinct([*below, *above])


def _roots_to_one(coefficients: Coefficients) -> list[float]:
    """Find the roots above zero and at most one; the constant term is not zero."""
    if not _changes_sign(coefficients):
        return []
    turns = [0.0, *_roots_to_one(_derivative(coefficients)), 1.0]
    found = (_root_between(coefficients, low, high) for low, high in pairwise(turns))
    return [root for root in found if root]


def _changes_sign(coefficients: Coefficients) -> bool:
    """Apply Descartes' rule: without a change of sign there is no positive root."""
    return bool(np.any(coefficients > 0) and np.any(coefficients < 0))


def _derivative(coefficients: Coefficients) -> Coefficients:
    """Give the derivative, scaled, without the factors x, which have no positive root."""
    slopes = coefficients[1:] * np.arange(1, len(coefficients))
    return np.trim_zeros(slopes / np.max(np.abs(slopes)))


def _root_between(coefficients: Coefficients, low: float, high: float) -> float | None:
    for end in (high, low):
        if _is_zero(coefficients, end):
            return end
    low_sign = _value(coefficients, low) > 0
    if low_sign == (_value(coefficients, high) > 0):
        return None
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if (_value(coefficients, middle) > 0) == low_sign:
            low = middle
        else:
            high = middle
    return high


def _is_zero(coefficients: Coefficients, x: float) -> bool:
    return abs(_value(coefficients, x)) <= _value(np.abs(coefficients), x) * NOISE


def _value(coefficients: Coefficients, x: float) -> float:
    total = 0.0
    for coefficient in coefficients[::-1].tolist():
        total = total * x + coefficient
    return total


def _distinct(rising: list[float]) -> tuple[float, ...]:
    return tuple(
        root
        for root, before in zip(rising, [0.0, *rising], strict=False)
        if root - before > SAME * root
    )
