"""Ranges: the one number that stands for each, until they are drawn from.

Triangular: the likely value (its mode). Uniform: the middle. Lognormal from its 10th and 90th
percentile: the median, which lies at their geometric mean.
"""

from math import sqrt
from typing import Literal

Shape = Literal["uniform", "triangular", "lognormal"]


def uniform_middle(low: float, high: float) -> float:
    """The middle of a uniform range."""
    return (low + high) / 2


def lognormal_median(p10: float, p90: float) -> float:
    """The median of a lognormal range, from its 10th and 90th percentile."""
    return sqrt(p10 * p90)


def shape_of(shape: Shape | None, likely: float | None) -> Shape:
    """Give the shape of a range that may not say it: with a likely value it is triangular."""
    return shape or ("uniform" if likely is None else "triangular")


def central(shape: Shape | None, low: float, likely: float | None, high: float) -> float:
    """Give the number that stands for a range."""
    if likely is not None:
        return likely
    return (
        lognormal_median(low, high)
        if shape_of(shape, likely) == "lognormal"
        else uniform_middle(low, high)
    )
