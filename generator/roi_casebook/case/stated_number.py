"""A number as a source states it: known or not, with the unit that may stand behind it."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from roi_casebook.written.numbers import written_number
from roi_casebook.written.other_notations import range_in
from roi_casebook.written.refusals import refused
from roi_casebook.written.scalars import UNKNOWN


def no_range(raw: object, instead: str) -> object:
    """Refuse a text that is a range; instead: how to write it, of {low} and {high}."""
    ends = range_in(raw.strip()) if isinstance(raw, str) else None
    if ends:
        hint = instead.format(low=ends[0], high=ends[1])
        raise refused("not_a_number", f"found {raw!r}, expected one number", hint)
    return raw


def _value(raw: object) -> object:
    if raw is None or raw == UNKNOWN:
        return raw
    no_range(raw, "write low: {low} and high: {high} instead of value:")
    return written_number(raw).value


_AS_WRITTEN = BeforeValidator(_value)
_SCHEMA = WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string"}]})

StatedNumberOrNone = Annotated[float | Literal["unknown"] | None, _AS_WRITTEN, _SCHEMA]
"""A number as written, or the word unknown; where a range may stand instead."""


def unit_in_number(raw: object) -> object:
    """Let a percentage give the unit share, and a trailing unit the unit; both must agree."""
    if not isinstance(raw, Mapping):
        return raw
    for key, written in _numbers_in(raw):
        unit = _unit_after(written)
        if unit:
            _refuse_two_units(key, written, unit, raw.get("unit", unit))
            return {"unit": unit, **raw}
    return raw


def _numbers_in(raw: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Give the numbers of an input as they are written, each with its field; those of a series too."""
    yield from ((key, raw.get(key)) for key in ("value", "likely", "low", "high", "se"))
    series = raw.get("values")
    if isinstance(series, Mapping):
        yield from (("values", written) for written in series.values())


def _unit_after(text: object) -> str | None:
    """Give the unit that a number brings with it; what is no number is refused elsewhere."""
    if not isinstance(text, str) or text == UNKNOWN:
        return None
    try:
        written = written_number(text)
    except PydanticCustomError:
        return None
    return "share" if written.percent else written.unit


def _refuse_two_units(key: str, written: object, unit: str, stated: object) -> None:
    if stated != unit and not (unit == "share" and stated == "1"):
        message = f"found {written!r} beside unit: {stated}, expected one unit"
        raise refused("two_units", message, f"write unit: {unit}, or the number alone", key)
