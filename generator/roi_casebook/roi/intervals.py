"""What a formula can come to where some of its names are only bounds: interval arithmetic.

Sound, not always the narrowest: a name that stands twice is taken as two. An end may be infinite;
a divisor that may be zero inside leaves nothing known.
"""

from collections.abc import Callable, Mapping
from math import inf
from types import MappingProxyType

from roi_casebook.roi.algebra.expressions import Node, Num, Op
from roi_casebook.roi.figures import Bound, Side

Interval = tuple[float, float]
ANYTHING: Interval = (-inf, inf)


def reach(value: float, side: Side | None, lowest: float = -inf) -> Interval:
    """Give what a figure may be: itself, or on to its side; lowest: what it is never below."""
    return (
        lowest if side in {"or_lower", "either"} else value,
        inf if side in {"or_higher", "either"} else value,
    )


def enclosed(tree: Node, names: Mapping[str, Interval]) -> Interval:
    """Give an interval that holds every value of a formula. Errors: KeyError, OverflowError."""
    match tree:
        case Num(value=value):
            return (value, value)
        case Op(sign="**", left=left, right=Num(value=power)):
            return _power(enclosed(left, names), int(power))
        case Op(sign=sign, left=left, right=right):
            return _OPERATIONS[sign](enclosed(left, names), enclosed(right, names))
    return names[tree.name]  # type: ignore[attr-defined]  # editors' formulas have no other nodes


def bound_of(interval: Interval, value: float) -> tuple[float, Bound] | None:
    """Give the bound that an interval is, the value being what comes out of the bounds themselves.

    None where it reaches both ways without end.
    """
    low, high = interval
    if low > -inf and (high == inf or value <= low):
        return low, "at_least"
    return (high, "at_most") if high < inf else None


def _sum(left: Interval, right: Interval) -> Interval:
    return left[0] + right[0], left[1] + right[1]


def _difference(left: Interval, right: Interval) -> Interval:
    return left[0] - right[1], left[1] - right[0]


def _product(left: Interval, right: Interval) -> Interval:
    ends = [one * other if one and other else 0.0 for one in left for other in right]
    return min(ends), max(ends)


def _quotient(left: Interval, right: Interval) -> Interval:
    low, high = right
    if low < 0 < high or low == high == 0:
        return ANYTHING
    return _product(left, (1 / high if high else -inf, 1 / low if low else inf))


def _power(base: Interval, exponent: int) -> Interval:
    ends = (base[0] ** exponent, base[1] ** exponent)
    low = 0.0 if exponent and exponent % 2 == 0 and base[0] < 0 < base[1] else min(ends)
    return low, max(ends)


_OPERATIONS: Mapping[str, Callable[[Interval, Interval], Interval]] = MappingProxyType(
    {"+": _sum, "-": _difference, "*": _product, "/": _quotient}
)
