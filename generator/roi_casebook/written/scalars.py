"""Numbers, shares, dates and names as people write them in a case file; refused where ambiguous.

Each reader takes what the YAML loader gives (text, number, None) and returns a plain value, or
raises a PydanticCustomError whose context carries a `hint`. One table a notation, no guessing.
"""

from collections.abc import Callable
from datetime import date
from math import ceil, floor
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from roi_casebook.written.dates import PartialDate, full_date, partial_date
from roi_casebook.written.numbers import written_number
from roi_casebook.written.refusals import refused, shown

UNKNOWN = "unknown"
EARLIEST_YEAR = 1000


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
    if not is_share(value):
        raise refused("not_a_share", *share_expected(raw, value))
    return value


def is_share(value: float) -> bool:
    """Tell whether a number is a part of a whole."""
    return 0 <= value <= 1


def share_expected(raw: object, value: float, where: str = "") -> tuple[str, str]:
    """Give the message and the hint for what was written where a share belongs."""
    per_cent_meant = 1 < value <= 100 and "%" not in str(raw)  # noqa: PLR2004 -- per cent
    hint = f"write {value:g}%" if per_cent_meant else "a share lies between 0% and 100%"
    return f"found {raw!r}{where}, expected a share between 0% and 100%", hint


def _whole(raw: object) -> int:
    value = _number(raw)
    if value != int(value):
        hint = f"write {floor(value)} or {ceil(value)}"
        raise refused("not_whole", f"found {raw!r}, expected a whole number", hint)
    return int(value)


def _calendar_year(raw: object) -> int:
    year = _whole(raw)
    if not EARLIEST_YEAR <= year <= date.max.year:
        hint = "write all four digits of the year, e.g. 2024"
        raise refused("not_a_year", f"found {raw!r}, expected a year", hint)
    return year


def _line_of_text(raw: object) -> object:
    if isinstance(raw, bool | int | float) or raw is None:
        hint = (
            "write the text, or leave the field out"
            if raw is None
            else f'write quotes around it: "{shown(raw)}"'
        )
        raise refused("not_a_text", f"found {shown(raw)}, expected a text", hint)
    if isinstance(raw, list | dict):
        raise refused(
            "not_a_text",
            f"found {shown(raw)}, expected a text",
            "a ' : ' inside a plain text makes a mapping of it: write the text as a block (>-) or in quotes",
        )
    if isinstance(raw, str) and not raw.strip():
        raise refused("empty_text", "found an empty text", "write the text, or leave the field out")
    return raw


def _word(raw: object) -> object:
    if isinstance(raw, bool | int | float):
        hint = "write one of the words that cases/README.md lists"
        raise refused("not_a_text", f"found {shown(raw)}, expected a word", hint)
    return _line_of_text(raw)


_PLAIN = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": "^[-+0-9]"}]}
DATE_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_DATE_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "integer"}, {"type": "string", "pattern": DATE_PATTERN}]
}
Number = Annotated[float, BeforeValidator(_number), WithJsonSchema(_PLAIN)]
Share = Annotated[float, BeforeValidator(_share), WithJsonSchema(_PLAIN)]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer"})]
CalendarYear = Annotated[
    int,
    BeforeValidator(_calendar_year),
    WithJsonSchema({"type": "integer", "minimum": EARLIEST_YEAR, "maximum": date.max.year}),
]
Day = Annotated[
    date,
    BeforeValidator(full_date),
    WithJsonSchema({"type": "string", "pattern": DAY_PATTERN}),
]
DateKnown = Annotated[
    PartialDate, BeforeValidator(partial_date), PlainSerializer(str), WithJsonSchema(_DATE_SCHEMA)
]
Line = Annotated[str, BeforeValidator(_line_of_text), Field(min_length=1)]
Word = Annotated[str, BeforeValidator(_word), Field(min_length=1)]
"""The id of a word of the vocabulary."""


def _or_unknown(reader: Callable[[object], object]) -> Callable[[object], object]:
    return lambda raw: raw if raw == UNKNOWN else reader(raw)


NumberOrUnknown = Annotated[
    float | Literal["unknown"],
    BeforeValidator(_or_unknown(_number)),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string"}]}),
]
CalendarYearOrUnknown = Annotated[
    int | Literal["unknown"],
    BeforeValidator(_or_unknown(_calendar_year)),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": EARLIEST_YEAR, "maximum": date.max.year},
                {"const": "unknown"},
            ]
        }
    ),
]
DateOrUnknown = Annotated[
    PartialDate | Literal["unknown"],
    BeforeValidator(_or_unknown(partial_date)),
    PlainSerializer(str),
    WithJsonSchema({"anyOf": [*_DATE_SCHEMA["anyOf"], {"const": "unknown"}]}),
]
