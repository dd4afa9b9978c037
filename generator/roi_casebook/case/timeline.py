"""When money moves, as a case writes it: years or months from the start, months or dates of the calendar.

A case counts in one of these ways. `Timeline` places its moments on the axis of `roi/moments.py`: so
many periods from the first money of the case on.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal

from roi_casebook.roi.constants import DAYS_PER_YEAR
from roi_casebook.roi.moments import A_YEAR, Counting, Moments
from roi_casebook.written.dates import PartialDate, partial_date
from roi_casebook.written.refusals import refused

Way = Literal["year", "month", "calendar-month", "date"]
"""In which way a case says when money moves."""
COUNTED_IN: Mapping[Way, Counting] = MappingProxyType(
    {"year": "year", "month": "month", "calendar-month": "month", "date": "day"}
)
MONTHS_A_YEAR = int(A_YEAR["month"])
LONGEST_SPAN = 1200
"""So many months are a hundred years: more is a slip."""


@dataclass(frozen=True, order=True)
class Moment:
    """A moment as it is written.

    number: years or months from the start; of the calendar, months since year 0, or the ordinal of
    a day.
    """

    way: Way
    number: int

    def __str__(self) -> str:
        """Write it as in a case file: 3, month 3, 2021-03, 2021-03-15."""
        if self.way in ("calendar-month", "date"):
            return str(self.day)
        return f"month {self.number}" if self.way == "month" else str(self.number)

    @property
    def named(self) -> str:
        """Name it in a message: year 3, month 3, 2021-03."""
        return f"year {self.number}" if self.way == "year" else str(self)

    @property
    def day(self) -> PartialDate | None:
        """The month or day of the calendar; None where it is counted from the start."""
        if self.way == "calendar-month":
            year, month = divmod(self.number, MONTHS_A_YEAR)
            return PartialDate(year, month + 1)
        if self.way == "date":
            day = date.fromordinal(self.number)
            return PartialDate(day.year, day.month, day.day)
        return None

    @property
    def is_dated(self) -> bool:
        """Whether the calendar says when it is."""
        return self.day is not None

    def years_since(self, first: "Moment") -> float:
        """Give how many years it lies after another of the same way."""
        return (self.number - first.number) / A_YEAR[COUNTED_IN[self.way]]

    def calendar_year(self, start: PartialDate) -> int:
        """Give the year of the calendar in which its money falls: that of the middle of its period.

        start: when the first money of the case was spent.
        """
        if self.day:
            return self.day.year
        a_year = A_YEAR[COUNTED_IN[self.way]]
        middle = max(self.number - 0.5, 0.0) / a_year
        return (start.first_day() + timedelta(days=middle * DAYS_PER_YEAR)).year

    def until(self, last: "Moment") -> tuple["Moment", ...]:
        """Give all moments from this one on to another of the same way."""
        return tuple(Moment(self.way, each) for each in range(self.number, last.number + 1))


@dataclass(frozen=True)
class Stretch:
    """One or several moments in a row, as they are written together."""

    first: Moment
    last: Moment
    written: str

    def __str__(self) -> str:
        """Give it as it is written: the key under which its amount stands."""
        return self.written

    def moments(self) -> tuple[Moment, ...]:
        """Give each moment of it."""
        return self.first.until(self.last)

    def cut(self, count: int) -> "Stretch":
        """Give the span of so many of its first moments, none of them for 0."""
        last = Moment(self.first.way, self.first.number + count - 1)
        return Stretch(self.first, min(self.last, last), self.written)


def alone(moment: Moment) -> Stretch:
    """Give the span of one moment."""
    return Stretch(moment, moment, str(moment))


# As it is written --------------------------------------------------------------------------------

_SPAN = re.compile(
    r"""(?x)
      (?P<months>[0-9]{4}-[0-9]{2})\s*(?:\.\.|\u2026|to)\s*(?P<last_month>[0-9]{4}-[0-9]{2})
    | (?P<day>[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)
    | months?\s+(?P<counted>[0-9]+)(?:\s*(?:-|\u2013|to|\.\.)\s*(?P<last_counted>[0-9]+))?
    """
)


MOMENT_PATTERN = (
    r"^([0-9]{4}-[0-9]{2}(-[0-9]{2})?|[0-9]{4}-[0-9]{2} *\.\. *[0-9]{4}-[0-9]{2}"
    r"|months? +[0-9]+( *- *[0-9]+)?)$"
)


def dated_span(raw: object) -> Stretch | None:
    """Read months or dates: 2021-03, 2021-03-15, 2021-03..2022-02, month 3, months 1-12; else None.

    Errors: not_a_date, where the calendar has no such day; not_a_span, where the last is the first.
    """
    text = str(raw).strip()
    match = _SPAN.fullmatch(text)
    if match is None:
        return None
    if match["counted"]:
        first, last = (
            Moment("month", int(match[part] or match["counted"]))
            for part in ("counted", "last_counted")
        )
    else:
        first = _of_calendar(match["months"] or match["day"])
        last = _of_calendar(match["last_month"]) if match["last_month"] else first
    if not 0 <= last.number - first.number <= LONGEST_SPAN:
        raise refused(
            "not_a_span",
            f"found {text!r}, expected the first month before the last",
            f"write {_spelled(last, first)}" if last < first else "write a span of some years",
        )
    return Stretch(first, last, text)


def _spelled(first: Moment, last: Moment) -> str:
    if first.way == "month":
        return f"months {first.number}-{last.number}"
    return f"{first}..{last}"


def _of_calendar(text: str) -> Moment:
    day = partial_date(text)
    if day.day is None:
        return Moment("calendar-month", day.year * MONTHS_A_YEAR + (day.month or 1) - 1)
    return Moment("date", day.first_day().toordinal())


# On the axis ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Timeline:
    """How a case counts its moments, all of one way, and which is its first."""

    first: Moment

    @property
    def counted_in(self) -> Counting:
        """What a period is."""
        return COUNTED_IN[self.first.way]

    @property
    def is_yearly(self) -> bool:
        """Whether money is told by the year."""
        return self.first.way == "year"

    def number(self, moment: Moment) -> int:
        """Give how many periods a moment lies from the first."""
        return moment.number - self.first.number

    def years(self, moment: Moment) -> float:
        """Give how many years a moment lies from the first."""
        return moment.years_since(self.first)

    def of_year(self, years: int) -> Moment:
        """Give the moment so many years from the first: the same day or month of that year."""
        if self.first.way == "date":
            start = date.fromordinal(self.first.number)
            year = start.year + years
            day = min(start.day, monthrange(year, start.month)[1])
            return Moment("date", date(year, start.month, day).toordinal())
        return Moment(self.first.way, self.first.number + round(years * A_YEAR[self.counted_in]))

    def holds(self, moment: Moment, years: int) -> bool:
        """Tell whether a moment lies within so many years from the first."""
        return self.first <= moment <= self.of_year(years)

    def moments(self, years: int, used: Iterable[Moment]) -> tuple[Moment, ...]:
        """Give the moments of a horizon: each year, or the start and those at which money moves."""
        if self.is_yearly:
            return self.first.until(self.of_year(years))
        within = {moment for moment in used if self.holds(moment, years)}
        return tuple(sorted({self.first, *within}))

    def axis(self, moments: Iterable[Moment]) -> Moments:
        """Give the moments as `roi/` counts them."""
        return Moments(tuple(map(self.number, moments)), self.counted_in)


START = Moment("year", 0)


def timeline_of(moments: Iterable[Moment]) -> Timeline:
    """Give how some moments are counted; from the start where none is of the calendar.

    Where a case mixes ways (`reading` refuses that) the first that says most decides.
    """
    written = list(moments)
    first = next((each for each in written if each.is_dated), next(iter(written), START))
    if not first.is_dated:
        return Timeline(Moment(first.way, 0))
    return Timeline(min(each for each in written if each.way == first.way))
