"""Arrays shaped (line, moment, draw) whose sums and powers give the same bits on every machine.

Sums add slice by slice in order; whole and half powers are multiplications and square roots,
which IEEE 754 fixes to the bit, where a library's pow is not.
"""

from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from roi_casebook.roi.algebra.elementary import exponential, logarithm
from roi_casebook.roi.algebra.expressions import Axis, Name, Node, Sum

TINY = 1e-300
"""What is smaller is near enough to nothing to leave it to the library."""
AXIS_NUMBER: dict[Axis, int] = {"line": 0, "moment": 1, "year": 1}


class Exact(np.ndarray[Any, np.dtype[np.float64]]):
    """A float array whose powers are multiplications."""

    def __pow__(self, exponent: Any) -> Self:  # type: ignore[override]  # noqa: ANN401 -- as numpy's
        """Raise to whole or half powers by multiplication; to others through the logarithm."""
        return exact(power(np.asarray(self), np.asarray(exponent, dtype=float)))  # type: ignore[return-value]


def exact(values: ArrayLike) -> Exact:
    """View numbers as an exact array."""
    return np.asarray(values, dtype=float).view(Exact)


def shaped(values: ArrayLike, *shape: int) -> Exact:
    """View numbers as an exact array of a shape."""
    return exact(np.asarray(values, dtype=float).reshape(shape))


def scalar(value: float) -> Exact:
    """Give a number shaped (1, 1, 1)."""
    return shaped(value, 1, 1, 1)


def power(base: NDArray[np.float64], exponent: NDArray[np.float64]) -> NDArray[np.float64]:
    """Raise elementwise; shapes broadcast."""
    values = set(exponent.ravel().tolist())  # before it is as large as the base
    base, exponent = np.broadcast_arrays(base, exponent)
    result = np.full(base.shape, np.nan)
    for value in values:
        where = exponent == value
        result[where] = _power(base[where], value)
    return result


def _power(base: NDArray[np.float64], exponent: float) -> NDArray[np.float64]:
    if exponent < 0:
        return 1 / _power(base, -exponent)
    if exponent % 1 not in {0.0, 0.5}:  # neither whole nor half, or infinite
        return _real_power(base, exponent)
    whole = int(exponent)
    result = np.sqrt(base) if exponent > whole else np.ones_like(base)
    for _ in range(whole):
        result = result * base
    return result


def _real_power(base: NDArray[np.float64], exponent: float) -> NDArray[np.float64]:
    """Raise to any power through the logarithm; by the library what has none, or goes out of range."""
    result = np.power(base, exponent)
    own = np.isfinite(result) & np.isfinite(base) & (base > 0) & (result > TINY)
    result[own] = exponential(exponent * logarithm(base[own]))
    return result


def _summed(axis: Axis, values: Any) -> Any:  # noqa: ANN401 -- a node gives a node, an array an array
    if isinstance(values, Node):
        return _sum_node(axis, values)
    slices = np.asarray(values).swapaxes(AXIS_NUMBER[axis], 0)
    total = np.zeros((1, *slices.shape[1:]))
    for place in range(len(slices)):
        total = total + slices[place : place + 1]
    return exact(total.swapaxes(AXIS_NUMBER[axis], 0))


def _sum_node(axis: Axis, of: Node) -> Node:
    if not isinstance(of, Name):
        raise TypeError("a sum is of a named quantity")
    if axis not in of.axes:
        raise TypeError(f"{of.name} does not vary by {axis}")
    return Sum(axis, of)


def over_lines(values: Any) -> Any:  # noqa: ANN401 -- a node gives a node, an array an array
    """Sum over the lines: (line, moment, draw) -> (1, moment, draw); a name gives a Sum node."""
    return _summed("line", values)


def over_moments(values: Any) -> Any:  # noqa: ANN401 -- a node gives a node, an array an array
    """Sum over the moments: (line, moment, draw) -> (line, 1, draw); a name gives a Sum node."""
    return _summed("moment", values)


def over_years(values: Any) -> Any:  # noqa: ANN401 -- a node gives a node, an array an array
    """Sum over the years to the horizon: (1, year, 1) -> (1, 1, 1); a name gives a Sum node."""
    return _summed("year", values)
