"""Dates as they are written in a case file, year first: ``2008``, ``2008-08``, ``2008-08-20``."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from roi_casebook.written.other_notations import QUOTATION_MARKS, in_plain_digits
from roi_casebook.written.refusals import refused, shown

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

_SEPARATED = r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})"
_OTHER_NOTATIONS = tuple(
    (re.compile(pattern), orders)
    for pattern, orders in (
        (_SEPARATED, (("day", "month", "year"), ("month", "day", "year"))),
        (r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})(?:[t ].*)?", (("year", "month", "day"),)),
        (r"([0-9]{4})([0-9]{2})([0-9]{2})", (("year", "month", "day"),)),
        (r"([0-9]{4})", (("year",),)),
        (r"([0-9]{1,2})[-/. ]([0-9]{4})", (("month", "year"),)),
        (r"([0-9]{4})[-/. ]([0-9]{1,2})", (("year", "month"),)),
        (
            r"([0-9]{1,2})(?:st|nd|rd|th|er)?(?: of)? ([^\W\d]{3,})\.?,? ([0-9]{4})",
            (("day", "month", "year"),),
        ),
        (
            r"([^\W\d]{3,})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})",
            (("month", "day", "year"),),
        ),
        (r"([^\W\d]{3,})\.? ([0-9]{4})", (("month", "year"),)),
    )
)
_MONTHS = (
    ("jan",), ("feb", "fev"), ("mar",), ("apr", "avr"), ("may", "mai"), ("jun", "juin"),
    ("jul", "juil"), ("aug", "aou"), ("sep",), ("oct",), ("nov",), ("dec",),
)  # fmt: skip
_PLAIN = str.maketrans("éû", "eu")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date known to the year, the month or the day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """Write it as YYYY, YYYY-MM or YYYY-MM-DD."""
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    def first_day(self) -> date:
        """Give the earliest day that the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """Give the latest day that the date can mean."""
        if self.month and self.day:
            return date(self.year, self.month, self.day)
        if not self.month or self.month == 12:  # noqa: PLR2004 -- December
            return date(self.year, 12, 31)
        return date.fromordinal(date(self.year, self.month + 1, 1).toordinal() - 1)


def partial_date(raw: object) -> PartialDate:
    """Read a date known to the year, the month or the day. Errors: not_a_date."""
    if isinstance(raw, PartialDate):
        return raw
    text = str(raw).strip()
    match = _DATE.fullmatch(text)
    if isinstance(raw, bool) or raw is None or not match:
        raise refused("not_a_date", f"found {shown(raw)}, expected a date", _date_hint(text))
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        what, example = ("day", "2008-08-20") if day else ("month", "2008-08")
        message = f"found {text!r}: no such {what} in the calendar"
        raise refused("not_a_date", message, f"write it as {example}") from None
    return PartialDate(year or 0, month, day)


def _date_hint(text: str) -> str:
    """Give the date that was probably meant, else how one is written."""
    text = in_plain_digits(text).strip(f"{QUOTATION_MARKS} ")
    meant = dates_meant(text)
    if not meant:
        return "write it as 2008-08-20, 2008-08 or 2008"
    return f"write {meant}" if re.match(r"[0-9]{4}", text) else f"write the year first: {meant}"


def dates_meant(text: str) -> str:
    """Write the date, or the dates, that a text in another notation may mean; "" where it is none."""
    return " or ".join(dict.fromkeys(_meant(text)))


def _meant(text: str) -> Iterator[str]:
    """Give the dates that a text in another notation may mean; 5/8/2008 may be two days."""
    for pattern, orders in _OTHER_NOTATIONS:
        match = pattern.fullmatch(text.lower())
        for order in orders if match else ():
            parts = dict(zip(order, match.groups(), strict=True)) if match else {}
            with suppress(ValueError):
                yield _spelled(**parts)


def _spelled(year: str, month: str = "", day: str = "") -> str:
    """Spell a date. Errors: ValueError where the calendar has none such."""
    number = int(month or 1) if month.isdigit() or not month else _month(month)
    known = date(int(year), number, int(day or 1))
    return str(PartialDate(known.year, known.month if month else None, known.day if day else None))


def _month(name: str) -> int:
    """Give the month that a word begins with. Errors: ValueError."""
    plain = name.translate(_PLAIN)
    return 1 + next(
        (place for place, names in enumerate(_MONTHS) if plain.startswith(names)), len(_MONTHS)
    )


def full_date(raw: object) -> date:
    """Read a date known to the day. Errors: not_a_date."""
    partial = partial_date(raw)
    if partial.day is None:
        raise refused("not_a_date", f"found {raw!r}, expected a day", "write it as 2008-08-20")
    return partial.last_day()
