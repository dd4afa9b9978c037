"""How exactly a number is printed: from where to where what stands behind it may lie.

A number is printed to its last digit: 4.6e6 is 4.55 to 4.65 million, 91 % is 90.5 to 91.5 %. The
zeros at the end of a sum of money do not count (12,600 may be printed as 13,000), yet two digits
always do: one digit would let half of everything pass. A plain number below a thousand is printed
to the unit: 250 is 249.5 to 250.5.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from roi_casebook.appraisal.claims.claim_units import unit_named
from roi_casebook.case import Says
from roi_casebook.roi.figures import leaving

Limits = Mapping[str, float]
"""The thresholds of the appraisal by id: `data/thresholds.yml`, and the site's own."""

SHARE = "share"
COUNTED_TO_THE_UNIT = 1000
FEWEST_DIGITS = 2
SLACK = 1e-9  # the last bits of a sum beside the end of an interval


@dataclass(frozen=True)
class Interval:
    """From where to where a number lies, both ends included."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Tell whether a value lies in it."""
        slack = SLACK * max(abs(self.low), abs(self.high))
        return self.low - slack <= value <= self.high + slack

    def meets(self, other: "Interval") -> bool:
        """Tell whether some value lies in both."""
        return self.holds(other.low) or self.holds(other.high) or other.holds(self.low)

    def scaled(self, factor: float) -> "Interval":
        """Give it in another unit."""
        return Interval(*sorted((self.low * factor, self.high * factor)))

    @property
    def ends(self) -> tuple[float, float]:
        """Both ends, the lower first."""
        return self.low, self.high

    def is_within(self, share: float) -> bool:
        """Tell whether it reaches no further from its middle than a share of it."""
        half, middle = (self.high - self.low) / 2, abs(self.high + self.low) / 2
        return half <= middle * share * (1 + SLACK)


def printed_interval(says: Says) -> Interval | None:
    """Give what a printed number may stand for, apart from its bound; None where it is unknown."""
    if isinstance(says.value, str):
        return None
    half = half_unit(says.value, says.unit)
    return Interval(says.value - half, says.value + half)


def meant(says: Says, limits: Limits) -> Interval | None:
    """Give what is claimed with its bound: `about`, `up-to` and `over` let more pass.

    None where the number is unknown.
    """
    near = printed_interval(says)
    if near is None or isinstance(says.value, str):
        return None
    match says.bound:
        case "about":
            return _around(says.value, near, limits["claim_about"])
        case "up-to":
            return _hull(near, says.value / limits["claim_reach"])
        case "over":
            return _hull(near, says.value * limits["claim_reach"])
    return near


def _around(value: float, near: Interval, share: float) -> Interval:
    half = abs(value) * share
    return Interval(min(near.low, value - half), max(near.high, value + half))


def _hull(near: Interval, far: float) -> Interval:
    return Interval(min(near.low, far), max(near.high, far))


def half_unit(value: float, unit: str) -> float:
    """Give half of what the last printed digit counts."""
    percent = unit == SHARE
    written = Decimal(repr(leaving(value))).scaleb(2 if percent else 0).normalize()
    last = _last_digit(written, to_the_unit=not unit_named(unit))
    return float(Decimal((0, (5,), last - 1 - (2 if percent else 0))))


def _last_digit(written: Decimal, *, to_the_unit: bool) -> int:
    """Give the power of ten of the last digit that counts."""
    _, digits, power = written.as_tuple()
    if not isinstance(power, int) or power <= 0:
        return int(power)
    if to_the_unit and abs(written) < COUNTED_TO_THE_UNIT:
        return 0
    return power if len(digits) >= FEWEST_DIGITS else power - (FEWEST_DIGITS - len(digits))
