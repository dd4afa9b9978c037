"""A series: a number of its own for each year, with one unit, one source and one quotation."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from roi_casebook.case.stated_number import no_range
from roi_casebook.case.timeline import MOMENT_PATTERN, Moment, dated_span
from roi_casebook.written.numbers import written_number
from roi_casebook.written.refusals import refused, shown
from roi_casebook.written.scalars import UNKNOWN

Entry = float | None
"""The number of a year; None where it is unknown."""
_YEARS = re.compile(r"(0|[1-9][0-9]{0,2})(?:\s*(?:-|\u2013|to)\s*([1-9][0-9]{0,2}))?")
_HOW = "write {1: 100, 2-5: 200, 6: unknown}"


def _values(raw: object) -> object:
    """Read ``{1: 100, 2-5: 200, 6: unknown}`` as a number for each year.

    Errors: not_a_series, not_a_year, year_twice, and those of numbers.
    """
    if raw is None or isinstance(raw, MappingProxyType):
        return raw
    if not isinstance(raw, Mapping) or not raw:
        found = shown(raw) if raw else "an empty mapping"
        raise refused("not_a_series", f"found {found}, expected a number for each year", _HOW)
    values: dict[Moment, Entry] = {}
    of_key: dict[Moment, object] = {}
    for key, written in raw.items():
        entry = _entry(str(key), written)
        for at in moments_of(key):
            if at in values:
                raise refused(
                    "year_twice",
                    f"found {at.named} in {of_key[at]} and in {key}, expected each {_ONCE[at.way]} once",
                    f"take {at.named} out of one of the two",
                    str(key),
                )
            values[at], of_key[at] = entry, key
    return MappingProxyType(dict(sorted(values.items())))


_ONCE = {"year": "year", "month": "month", "calendar-month": "month", "date": "date"}


def moments_of(key: object) -> tuple[Moment, ...]:
    """Give the years, months or dates that a key of a series means. Errors: not_a_year."""
    if (span := dated_span(key)) is not None:
        return span.moments()
    match = _YEARS.fullmatch(str(key).strip())
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
    if first > last:
        hint = f"write the years as {last}-{first}" if match else _HOW
        raise refused(
            "not_a_year",
            f"found {key!r}, expected a year counted from the start, or years such as 2-5",
            hint,
            str(key),
        )
    return Moment("year", first).until(Moment("year", last))


def _entry(key: str, written: object) -> Entry:
    """Read the number of a year; what is wrong with it is told at its key."""
    if written == UNKNOWN:
        return None
    try:
        no_range(
            written, "write one number: what may be {low} or {high} stands in an input of its own"
        )
        return written_number(written).value
    except PydanticCustomError as error:
        context = error.context or {}
        raise refused(error.type, context["text"], context["hint"], key) from None


Series = Annotated[
    Mapping[Moment, Entry],
    BeforeValidator(_values),
    WithJsonSchema(
        {
            "type": "object",
            "minProperties": 1,
            "patternProperties": {
                rf"^[0-9]+( *- *[0-9]+)?$|{MOMENT_PATTERN}": {
                    "anyOf": [{"type": "number"}, {"type": "string"}]
                }
            },
            "additionalProperties": False,
        }
    ),
]
"""A number for each year: one unit, one source."""
