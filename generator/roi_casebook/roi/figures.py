"""A figure: a value, a bound, or the reason why there is none. Never NaN, infinity or blank."""

from dataclasses import dataclass
from math import isfinite
from typing import Literal

Bound = Literal["at_most", "at_least"]
Reason = Literal[
    "cost_unknown", "benefit_unknown", "net_unknown", "unbounded", "only_net_known", "soft_only",
    "social_only", "social_unknown", "zero_cost", "no_sign_change", "multiple_roots", "not_recovered", "too_early", "too_short", "rate_missing",
    "no_margin", "single_point", "out_of_range",
]  # fmt: skip
FigureUnit = Literal["money", "ratio", "month"]
SIGNIFICANT_DIGITS = 12
DRAWN_DIGITS = 6


@dataclass(frozen=True)
class Figure:
    """A named result.

    value: in `unit` (money: the case's currency; ratio: a plain number, 3.29 is 329 %), or None;
    bound: the value is the most or the least it can be; reason: why there is no value, else None.
    roots: all solutions, where the reason is that there are several; p10, p50, p90: the values
    below which it lies with that chance, None where nothing was drawn or it is never reached;
    again: of a payback, whether it had come before and was lost again to a later cost.
    """

    name: str
    unit: FigureUnit
    value: float | None = None
    bound: Bound | None = None
    reason: Reason | None = None
    roots: tuple[float, ...] = ()
    p10: float | None = None
    p50: float | None = None
    p90: float | None = None
    again: bool = False

    def __post_init__(self) -> None:
        """Refuse a figure that is both, neither, or no number."""
        if (self.value is None) == (self.reason is None):
            raise ValueError(f"{self.name}: expected a value or a reason")
        if self.value is not None and not isfinite(self.value):
            raise ValueError(f"{self.name}: {self.value} is no number")


def leaving(value: float, digits: int = SIGNIFICANT_DIGITS) -> float:
    """Round a number as it leaves this room: what differs between machines is cut off."""
    return float(f"{value:.{digits}g}")
