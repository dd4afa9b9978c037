"""How exactly a number is printed: from where to where what stands behind it may lie.

A number is printed to its last digit: 4.6e6 is 4.55 to 4.65 million, 91 % is 90.5 to 91.5 %. The
zeros at the end of a sum of money do not count (12,600 may be printed as 13,000), yet two digits
always do: one digit would let half of everything pass.

A plain number is the same in per cent and in times, so that its digits are counted alike in both:
to the per cent below 1, to a tenth below 10 (250 % is 2.45 to 2.55), to the unit below a thousand.
What is told "to one" may be a whole number: 3 to 1 is 2.5 to 3.5.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from roi_casebook.appraisal.claims.claim_units import unit_named
from roi_casebook.case import Input, Says
from roi_casebook.roi.figure_table import FIGURES
from roi_casebook.roi.figures import leaving

Limits = Mapping[str, float]
"""The thresholds of the appraisal by id: `data/thresholds.yml`, and the site's own."""

SHARE = "share"
COARSEST_DIGIT = ((1.0, -2), (10.0, -1), (1000.0, 0))
"""Below so much, a plain number is printed at least to this power of ten."""
TO_ONE = frozenset(
    kind
    for entry in FIGURES.values()
    if entry.claimable and entry.shown_as == "ratio"
    for kind in entry.claimable.kinds
)
"""The kinds of claim that are told as so many to one."""
FEWEST_DIGITS = 2
FEWEST_OF_INPUT = 4
"""As many digits of an input count where nothing tells how it was rounded."""
_NUMBER = re.compile("[0-9](?:[0-9.,\u00a0\u2009\u202f' ]*[0-9])?")
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
    if says.ends is None:
        return None
    low, high = says.ends
    to_one = says.what in TO_ONE
    return Interval(
        low - half_unit(low, says.unit, to_one=to_one),
        high + half_unit(high, says.unit, to_one=to_one),
    )


def meant(says: Says, limits: Limits) -> Interval | None:
    """Give what is claimed with its bound: `about`, `up-to` and `over` let more pass.

    None where the number is unknown.
    """
    near = printed_interval(says)
    if near is None or says.number is None:
        return None
    match says.bound:
        case "about":
            return _around(says.number, near, limits["claim_about"])
        case "up-to":
            return _hull(near, says.number / limits["claim_reach"])
        case "over":
            return _hull(near, says.number * limits["claim_reach"])
    return near


def _around(value: float, near: Interval, share: float) -> Interval:
    half = abs(value) * share
    return Interval(min(near.low, value - half), max(near.high, value + half))


def _hull(near: Interval, far: float) -> Interval:
    return Interval(min(near.low, far), max(near.high, far))


def half_unit(value: float, unit: str, *, to_one: bool = False) -> float:
    """Give half of what the last printed digit counts. to_one: told as so many to one."""
    written = Decimal(repr(leaving(value))).normalize()
    if unit_named(unit):
        return _half(_last_digit(written))
    if to_one and written and not written % 1 and abs(value) < COARSEST_DIGIT[1][0]:
        return _half(0)
    floor = next((power for below, power in COARSEST_DIGIT if abs(value) < below), None)
    return _half(_last_digit(written) if floor is None else min(_power(written), floor))


def half_unit_of_input(given: Input) -> float:
    """Give half of what the last digit of an input counts.

    Of a series it is a share of each year's number: the largest. Its quotation tells how far it was rounded: 4.6 million is known to 50,000, 4,600,000 is written
    out. Where it does not tell, four digits count, or all that are not nought.
    """
    if given.by_year:
        return max(_halves_of_years(given), default=0.0)
    value = given.central() or 0.0
    if not unit_named(given.unit):
        return half_unit(value, given.unit)
    written = Decimal(repr(leaving(value))).normalize()
    digits, power = "".join(map(str, written.as_tuple().digits)), _power(written)
    quoted = _noughts_quoted(digits, given.quote or "")
    noughts = max(0, FEWEST_OF_INPUT - len(digits)) if quoted is None else quoted
    return _half(max(power - noughts, min(power, 0)))


def _halves_of_years(given: Input) -> Iterator[float]:
    """Give by which share of itself the number of each year of a series may be off."""
    for value in given.by_year.values():
        if value:
            one = Input.model_construct(value=value, unit=given.unit, quote=given.quote)
            yield half_unit_of_input(one) / abs(value)


def _noughts_quoted(digits: str, quote: str) -> int | None:
    """Give how many noughts stand behind some digits in a quotation; None where they do not stand there."""
    runs = (re.sub("[^0-9]", "", run[0]).lstrip("0") for run in _NUMBER.finditer(quote))
    found = [len(run) - len(digits) for run in runs if run.rstrip("0") == digits.rstrip("0")]
    return max(found, default=None)


def _half(power: int) -> float:
    return float(Decimal((0, (5,), power - 1)))


def _power(written: Decimal) -> int:
    """Give the power of ten of the last digit that is written."""
    return int(written.as_tuple().exponent)


def _last_digit(written: Decimal) -> int:
    """Give the power of ten of the last digit that counts."""
    power, digits = _power(written), len(written.as_tuple().digits)
    if power <= 0:
        return power
    return power if digits >= FEWEST_DIGITS else power - (FEWEST_DIGITS - digits)
