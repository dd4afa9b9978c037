"""Numbers, shares, dates and names as people write them in a case file; refused where ambiguous.

Each reader takes what the YAML loader gives (text, number, None) and returns a plain value, or
raises a PydanticCustomError whose context carries a `hint`. One table a notation, no guessing.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

UNKNOWN = "unknown"
MULTIPLES = {"k": 1e3, "thousand": 1e3, "M": 1e6, "million": 1e6, "bn": 1e9}
SIGNS = {"$": "USD, AUD, CAD ...", "€": "EUR", "£": "GBP", "¥": "JPY or CNY"}

_NUMBER = re.compile(
    r"(?P<number>[-+]?\d+(?:[ _\u00a0\u202f]\d{3})*(?:\.\d+)?(?:[eE][-+]?\d+)?)"
    r"\s*(?P<multiple>k|thousand|M|million|bn)?"
    r"\s*(?P<rest>%|[A-Za-z].*)?"
)
_LEADING_ZEROS = re.compile(r"(?<![\d.])0+(?=\d)")
_GROUPS = re.compile(r"[ _\u00a0\u202f]")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")


def refused(code: str, message: str, hint: str, field: str = "") -> PydanticCustomError:
    """Make the error that the reader of problems turns into a message with a hint.

    field: the field of the refused part at which an editor should look, "" for the whole part.
    """
    # The text is passed as context: braces in what an editor wrote are then not a template.
    return PydanticCustomError(code, "{text}", {"text": message, "hint": hint, "field": field})


@dataclass(frozen=True)
class Written:
    """A number as written: its value, whether as a percentage, and the unit that followed it."""

    value: float
    percent: bool = False
    unit: str | None = None


def written_number(raw: object) -> Written:
    """Read ``4.6e6``, ``700k``, ``4.6 million``, ``700 000``, ``60%``, ``6000 GBP``.

    Errors: ambiguous_number (decimal or thousands comma, leading zero, billion), currency_sign,
    not_a_number.
    """
    if isinstance(raw, bool) or raw is None:
        raise refused(
            "not_a_number",
            f"found {_shown(raw)}, expected a number",
            "write 12, 4.6e6 or 60%, or the word unknown",
        )
    if isinstance(raw, int | float):
        return Written(_finite(float(raw)))
    if not isinstance(raw, str):
        raise refused(
            "not_a_number", f"found {_shown(raw)}, expected a number", "write 12, 4.6e6 or 60%"
        )
    text = raw.strip()
    _refuse_ambiguous(text)
    match = _NUMBER.fullmatch(text)
    if not match:
        raise refused(
            "not_a_number",
            f"found {raw!r}, expected a number",
            "write 12, 4.6e6, 700k, 4.6 million or 60%",
        )
    value = float(_GROUPS.sub("", match["number"])) * MULTIPLES.get(match["multiple"] or "", 1.0)
    rest = (match["rest"] or "").strip()
    if rest == "%":
        return Written(_percentage(match["number"]), percent=True)
    return Written(_finite(value), unit=rest or None)


def _percentage(digits: str) -> float:
    # 2.4732 % is read as the decimal 0.024732, not as 2.4732 / 100 in binary arithmetic.
    return (
        _finite(float(f"{_GROUPS.sub('', digits)}e-2"))
        if "e" not in digits.lower()
        else float(digits) / 100
    )


def _finite(value: float) -> float:
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 -- the test for NaN
        raise refused(
            "not_a_number",
            f"found {value}, expected a finite number",
            "write the word unknown where no number is known",
        )
    return value


def _refuse_ambiguous(text: str) -> None:
    for sign, currency in SIGNS.items():
        if sign in text:
            raise refused(
                "currency_sign",
                f"found {text!r}: the sign {sign} stands for {currency}, expected a number without a sign",
                f"write the number alone and the currency as its unit, e.g. unit: {currency.split(',', maxsplit=1)[0].split(' ')[0]}",
            )
    if re.search(r"\d,\d", text):
        raise refused(
            "ambiguous_number",
            f"found {text!r}: the comma reads as thousands in English and as decimals in French",
            f"write {text.replace(',', '')} or {text.replace(',', '.')}",
        )
    if re.search(r"\d\.\d{3}\.\d", text):
        raise refused(
            "ambiguous_number",
            f"found {text!r}: points group thousands only in some countries",
            f"write {text.replace('.', '')}",
        )
    if re.match(r"[-+]?0\d", text):
        raise refused(
            "ambiguous_number",
            f"found {text!r}, expected a number without a leading zero",
            f"write {_LEADING_ZEROS.sub('', text)}",
        )
    large = re.match(r"(.*\d)\s*(billion|trillion|milliard|Md|mrd|mio)", text)
    if large:
        raise refused(
            "ambiguous_number",
            f"found {text!r}: such words have different sizes in different languages",
            f"write a power of ten: {large[1]}e6 is {large[1]} million, {large[1]}e9 a thousand times more",
        )


def _shown(raw: object) -> str:
    if raw is None:
        return "nothing"
    return {bool: str(raw).lower(), list: "a list", dict: "a mapping"}.get(type(raw), repr(raw))


def _number(raw: object) -> float:
    written = written_number(raw)
    if written.unit:
        raise refused(
            "number_with_unit",
            f"found {raw!r}, expected a number alone",
            "put the unit into its own field",
        )
    return written.value


def _share(raw: object) -> float:
    value = _number(raw)
    if not 0 <= value <= 1:
        per_cent_meant = 1 < value <= 100 and "%" not in str(raw)  # noqa: PLR2004 -- per cent
        hint = f"write {value:g}%" if per_cent_meant else "a share lies between 0% and 100%"
        raise refused("not_a_share", f"found {raw!r}, expected a share between 0% and 100%", hint)
    return value


def _whole(raw: object) -> int:
    value = _number(raw)
    if value != int(value):
        raise refused(
            "not_whole", f"found {raw!r}, expected a whole number", "leave the fraction out"
        )
    return int(value)


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

    def last_day(self) -> date:
        """Give the latest day that the date can mean."""
        if self.month and self.day:
            return date(self.year, self.month, self.day)
        if not self.month or self.month == 12:  # noqa: PLR2004 -- December
            return date(self.year, 12, 31)
        return date.fromordinal(date(self.year, self.month + 1, 1).toordinal() - 1)


def _partial_date(raw: object) -> PartialDate:
    if isinstance(raw, PartialDate):
        return raw
    text = str(raw).strip()
    match = _DATE.fullmatch(text)
    if isinstance(raw, bool) or raw is None or not match:
        raise refused("not_a_date", f"found {_shown(raw)}, expected a date", _date_hint(text))
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        raise refused(
            "not_a_date", f"found {text!r}: no such day in the calendar", "write it as 2008-08-20"
        ) from None
    return PartialDate(year or 0, month, day)


def _date_hint(text: str) -> str:
    match = _DAY_FIRST.fullmatch(text)
    days = _days_meant(match) if match else []
    if not days:
        return "write it as 2008-08-20, 2008-08 or 2008"
    return f"write the year first: {' or '.join(map(str, days))}"


def _days_meant(match: re.Match[str]) -> list[date]:
    """Give the days that 5/8/2008 may mean: the 5th of August, the 8th of May."""
    first, second, year = (int(part) for part in match.groups())
    days = []
    for month, day in dict.fromkeys([(second, first), (first, second)]):
        with suppress(ValueError):
            days.append(date(year, month, day))
    return days


def _full_date(raw: object) -> date:
    partial = _partial_date(raw)
    if partial.day is None:
        raise refused("not_a_date", f"found {raw!r}, expected a day", "write it as 2008-08-20")
    return partial.last_day()


def _line_of_text(raw: object) -> object:
    if isinstance(raw, bool | int | float) or raw is None:
        hint = (
            "write the text, or leave the field out"
            if raw is None
            else f'write quotes around it: "{_shown(raw)}"'
        )
        raise refused("not_a_text", f"found {_shown(raw)}, expected a text", hint)
    if isinstance(raw, list | dict):
        raise refused(
            "not_a_text",
            f"found {_shown(raw)}, expected a text",
            "a ' : ' inside a plain text makes a mapping of it: write the text as a block (>-) or in quotes",
        )
    if isinstance(raw, str) and not raw.strip():
        raise refused("empty_text", "found an empty text", "write the text, or leave the field out")
    return raw


_PLAIN = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": "^[-+0-9]"}]}
DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
DAY_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
_DATE_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "integer"}, {"type": "string", "pattern": DATE_PATTERN}]
}
Number = Annotated[float, BeforeValidator(_number), WithJsonSchema(_PLAIN)]
Share = Annotated[float, BeforeValidator(_share), WithJsonSchema(_PLAIN)]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer"})]
Day = Annotated[
    date,
    BeforeValidator(_full_date),
    WithJsonSchema({"type": "string", "pattern": DAY_PATTERN}),
]
DateKnown = Annotated[
    PartialDate, BeforeValidator(_partial_date), PlainSerializer(str), WithJsonSchema(_DATE_SCHEMA)
]
Line = Annotated[str, BeforeValidator(_line_of_text), Field(min_length=1)]


def _or_unknown(reader: Callable[[object], object]) -> Callable[[object], object]:
    return lambda raw: raw if raw == UNKNOWN else reader(raw)


NumberOrUnknown = Annotated[
    float | Literal["unknown"],
    BeforeValidator(_or_unknown(_number)),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string"}]}),
]
DateOrUnknown = Annotated[
    PartialDate | Literal["unknown"],
    BeforeValidator(_or_unknown(_partial_date)),
    PlainSerializer(str),
    WithJsonSchema({"anyOf": [*_DATE_SCHEMA["anyOf"], {"const": "unknown"}]}),
]
