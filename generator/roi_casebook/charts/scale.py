"""From numbers to places: nice ticks and one linear scale, shared by all charts.

Geometry only; nothing here is a formula of the appraisal. Every axis ends at ticks; one of sums
holds zero, so that gain and loss can be told apart.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise
from math import ceil, floor, log10

MOST_STEPS = 5
_MANTISSAS = tuple(Decimal(text) for text in ("1", "2", "2.5", "5", "10"))


@dataclass(frozen=True)
class Tick:
    """A number on an axis, and how it is written there."""

    value: float
    text: str


@dataclass(frozen=True)
class Axis:
    """What a chart's numbers are measured on.

    ticks: rising, evenly spaced, at least two; the axis ends at the outer ones. One is zero, but
    where the numbers are days or powers of ten.
    name: what the numbers are and in which unit, written beside the axis.
    """

    ticks: tuple[Tick, ...]
    name: str = ""

    @property
    def low(self) -> float:
        """The least number on the axis."""
        return self.ticks[0].value

    @property
    def high(self) -> float:
        """The greatest number on the axis."""
        return self.ticks[-1].value

    @property
    def step(self) -> float:
        """From one tick to the next."""
        return self.ticks[1].value - self.ticks[0].value

    @property
    def zero(self) -> int:
        """Which of the ticks is zero; the first where none is."""
        return next((k for k, tick in enumerate(self.ticks) if tick.value == 0), 0)

    def holds(self, value: float) -> bool:
        """Tell whether a number lies on the axis."""
        return self.low <= value <= self.high


def axis_of(values: Iterable[float], write: Callable[[float], str], name: str = "") -> Axis:
    """Give an axis that holds zero and all values (finite, up to 1e300), ticks written by `write`."""
    spread = [Decimal(0), *(Decimal(repr(float(value))) for value in values)]
    low, high = min(spread), max(spread)
    step = nice_step(high - low or Decimal(1))
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    places = (float(k * step) for k in range(first, max(last, first + 1) + 1))
    return Axis(tuple(Tick(place, write(place)) for place in places), name)


def log_axis(values: Iterable[float], write: Callable[[float], str], name: str = "") -> Axis:
    """Give an axis of powers of ten that holds all values (above nought, at least one).

    A number on it is the logarithm to the base of ten; ticks are written by `write` as themselves.
    """
    powers = [log10(value) for value in values]
    first, last = floor(min(powers)), ceil(max(powers))
    places = range(first, max(last, first + 1) + 1)
    return Axis(tuple(Tick(power, write(float(10**power))) for power in places), name)


def nice_step(span: Decimal) -> Decimal:
    """Give the least of 1, 2, 2.5 and 5 times a power of ten with at most `MOST_STEPS` in `span`."""
    least = span / MOST_STEPS
    power = Decimal(1).scaleb(least.adjusted())
    return next(mantissa * power for mantissa in _MANTISSAS if mantissa * power >= least)


@dataclass(frozen=True)
class Scale:
    """The place of a number between `start` (the axis's low end) and `end` (its high end)."""

    axis: Axis
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Give a place; a number off the axis stands at its end."""
        share = (value - self.axis.low) / (self.axis.high - self.axis.low)
        return self.start + min(max(share, 0.0), 1.0) * (self.end - self.start)


def thinned(spans: Sequence[tuple[float, float]], kept: int, gap: float) -> tuple[int, ...]:
    """Choose evenly which labels to write, so that none touches the next; `kept` is one of them.

    spans: where each label would begin and end, in rising order.
    """
    for stride in range(1, len(spans) + 1):
        chosen = tuple(range(kept % stride, len(spans), stride))
        pairs = pairwise(chosen)
        if all(spans[one][1] + gap <= spans[other][0] for one, other in pairs):
            return chosen
    return (kept,)
