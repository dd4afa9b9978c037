"""Numbers, shares, dates and names as people write them in a case file; refused where ambiguous.

Each reader takes what the YAML loader gives (text, number, None) and returns a plain value, or
raises a PydanticCustomError whose context carries a `hint`. One table a notation, no guessing.
"""

from collections.abc import Callable
from datetime import date
from math import ceil, floor
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from roi_casebook.problems import nearest
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


class ShareSpan(NamedTuple):
    """Between which ends a share of some kind lies, and what it is called."""

    low: float
    high: float
    called: str


A_SHARE = ShareSpan(0, 1, "a share between 0% and 100%")
A_RAISE = ShareSpan(0, 10, "a raise between 0% and 1000%")
"""By how much a cost may be raised for risk: more than as much again is written with its %."""
A_MARGIN = ShareSpan(-10, 1, "a margin between -1000% and 100%")
"""What is left of revenue: below nought where selling costs more than it brings."""


def _share_within(span: ShareSpan) -> Callable[[object], float]:
    def read(raw: object) -> float:
        value = _number(raw)
        if not is_within(span, value, raw):
            raise refused("not_a_share", *share_expected(raw, value, span=span))
        return value

    return read


def is_within(span: ShareSpan, value: float, raw: object = "%") -> bool:
    """Tell whether a number is a share of this kind, as it is written; above 1 only with its %."""
    return span.low <= value <= span.high and (value <= 1 or "%" in str(raw))


def share_expected(
    raw: object, value: float, where: str = "", span: ShareSpan = A_SHARE
) -> tuple[str, str]:
    """Give the message and the hint for what was written where a share belongs."""
    per_cent_meant = 1 < value <= 100 and "%" not in str(raw)  # noqa: PLR2004 -- per cent
    whole = f" or {value * 100:g}%" if per_cent_meant and value <= span.high else ""
    hint = f"write {value:g}%{whole}" if per_cent_meant else f"write {span.called}"
    if span is A_SHARE and not per_cent_meant:
        hint = "a share lies between 0% and 100%"
    return f"found {raw!r}{where}, expected {span.called}", hint


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


_PLAIN: dict[str, list[dict[str, Any]]] = {
    "anyOf": [{"type": "number"}, {"type": "string", "pattern": "^[-+0-9]"}]
}
DATE_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_DATE_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "integer"}, {"type": "string", "pattern": DATE_PATTERN}]
}
Number = Annotated[float, BeforeValidator(_number), WithJsonSchema(_PLAIN)]


def _share_schema(span: ShareSpan) -> WithJsonSchema:
    """Give the schema of a share: a plain number up to 1, or a text such as 60%."""
    plain = {"type": "number", "minimum": span.low, "maximum": 1}
    return WithJsonSchema({"anyOf": [plain, *_PLAIN["anyOf"][1:]]})


Share = Annotated[float, BeforeValidator(_share_within(A_SHARE)), _share_schema(A_SHARE)]
Raise = Annotated[float, BeforeValidator(_share_within(A_RAISE)), _share_schema(A_RAISE)]
Margin = Annotated[float, BeforeValidator(_share_within(A_MARGIN)), _share_schema(A_MARGIN)]
Whole = Annotated[int, BeforeValidator(_whole)]
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


def _date_or_unknown(raw: object) -> object:
    if raw != UNKNOWN and isinstance(raw, str) and nearest(raw.strip().lower(), [UNKNOWN]):
        message = f"found {raw!r}, expected a date or the word unknown"
        raise refused("not_a_date", message, f"did you mean {UNKNOWN!r}?")
    return raw if raw == UNKNOWN else partial_date(raw)


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
    BeforeValidator(_date_or_unknown),
    PlainSerializer(str),
    WithJsonSchema({"anyOf": [*_DATE_SCHEMA["anyOf"], {"const": "unknown"}]}),
]
