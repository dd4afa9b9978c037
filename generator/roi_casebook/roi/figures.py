"""A figure: a value with its side, or the reason why there is none. Never NaN, infinity or blank.

Three things that are never run together: the centre (from the likely values), the range (where its
inputs have ranges), the side (which way what is not known may push it, and what that is).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isfinite
from types import MappingProxyType
from typing import Literal

from roi_casebook.roi.moments import Counting

Bound = Literal["at_most", "at_least"]
Side = Literal["or_lower", "or_higher", "either"]
CauseKind = Literal["amount", "share", "hidden", "stated", "line_leaves_out", "reading_leaves_out"]
"""amount, share: not known; hidden: a balance holds more of this side; stated: an input is itself "up
to" or "over"; the others: what a line or a reading leaves out."""
Reason = Literal[
    "cost_unknown", "benefit_unknown", "net_unknown", "unbounded", "only_net_known", "soft_only",
    "social_only", "social_unknown", "zero_cost", "no_sign_change", "multiple_roots", "not_recovered", "too_early", "too_short", "rate_missing",
    "no_margin", "single_point", "out_of_range", "money_first", "cost_is_saving", "present_values_only", "no_result", "count_unknown", "not_countable",
    "along_the_way", "loss_itself", "settled",
]  # fmt: skip
FigureUnit = Literal["money", "ratio", "month"]
SIGNIFICANT_DIGITS = 12
DRAWN_DIGITS = 6
LIMITS: Mapping[Side, Bound] = MappingProxyType({"or_lower": "at_most", "or_higher": "at_least"})
"""What a centre is of all that a figure can be, where it is pushed one way alone."""


@dataclass(frozen=True)
class Cause:
    """One thing that may push a figure, and the way in which it pushes this one.

    name: the line whose amount or share is not known, the line or reading that leaves something
    out, or the input that is stated as a bound; part: the name of the share, or the number of what
    is left out in its list, from 0.
    """

    kind: CauseKind
    name: str
    part: str
    pushes: Side


@dataclass(frozen=True)
class Figure:
    """A named result.

    value: the centre, in `unit` (money: the case's currency; ratio: a plain number, 3.29 is 329 %),
    or None; reason: why there is no value, else None; side: which way what is not known may push
    it; because: what that is, never empty where there is a side; is_about: whether an input that is
    itself "about" moves it.
    roots: all solutions, where the reason is that there are several; p10, p50, p90: the values
    below which it lies with that chance, None where no range moves it or it is never reached;
    no_range: why there are no percentiles though it has a value and ranges move it, else None;
    again: of a payback, whether it had come before and was lost again to a later cost; counted_in:
    to which period a time is known: money told by the year places nothing within its first year.
    """

    name: str
    unit: FigureUnit
    value: float | None = None
    side: Side | None = None
    reason: Reason | None = None
    roots: tuple[float, ...] = ()
    p10: float | None = None
    p50: float | None = None
    p90: float | None = None
    again: bool = False
    counted_in: Counting = "year"
    because: tuple[Cause, ...] = ()
    is_about: bool = False
    no_range: Reason | None = None

    def __post_init__(self) -> None:
        """Refuse a figure that is both, neither, or no number."""
        if (self.value is None) == (self.reason is None):
            raise ValueError(f"{self.name}: expected a value or a reason")
        if self.value is not None and not isfinite(self.value):
            raise ValueError(f"{self.name}: {self.value} is no number")
        if (self.side is None) == bool(self.because):
            raise ValueError(f"{self.name}: expected a side and its cause, or neither")

    def exactly(self) -> "Figure":
        """Give it without its side, where what is written of it says that already."""
        return replace(self, side=None, because=())

    @property
    def has_range(self) -> bool:
        """Tell whether some percentile of it is known."""
        return (self.p10, self.p50, self.p90) != (None, None, None)

    @property
    def limit(self) -> Bound | None:
        """What its centre is of all that it can be, its range left aside: the most, or the least."""
        return LIMITS.get(self.side) if self.side else None

    @property
    def bound(self) -> Bound | None:
        """Whether its value may be called the most or the least.

        Not where ranges move it, though no percentile may be told, nor of "about".
        """
        return None if self.has_range or self.no_range or self.is_about else self.limit


def leaving(value: float, digits: int = SIGNIFICANT_DIGITS) -> float:
    """Round a number as it leaves this room: what differs between machines is cut off."""
    return float(f"{value:.{digits}g}")
