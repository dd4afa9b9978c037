"""Rates a year as people write them: one for all years, or a schedule of one for each span of years."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from roi_casebook.roi.discounting.bands import Band, Schedule
from roi_casebook.written.numbers import written_number
from roi_casebook.written.parts import Part, Text
from roi_casebook.written.refusals import refused, shown
from roi_casebook.written.scalars import UNKNOWN

_SPAN = re.compile(r"([0-9]{1,4})(?:\s*(?:-|–|to)\s*([0-9]{1,4}))?")
_FORM = "write {0-30: 3.5%, 31-75: 3%}, each span from the year after the one before"
LONGEST = 100
"""The longest horizon of a case, in years."""


@cache
def schedules_shipped() -> tuple[str, ...]:
    """Give the names of the schedules that ship: there is a file of each."""
    folder = files("roi_casebook") / "data" / "schedules"
    return tuple(sorted(each.name.removesuffix(".yml") for each in folder.iterdir()))


# One rate ----------------------------------------------------------------------------------------


def is_rate(value: float) -> bool:
    """Tell whether a number is a rate a year: something is left of money a year later."""
    return -1 < value <= 1


def _rate_a_year(raw: object) -> float:
    written = written_number(raw)
    if written.unit or not is_rate(written.value):
        meant = 1 < written.value <= 100 and "%" not in str(raw)  # noqa: PLR2004 -- per cent
        raise refused(
            "not_a_rate",
            f"found {raw!r}, expected a rate a year above -100% and up to 100%",
            f"write {written.value:g}%" if meant else "write a rate a year, e.g. 3.5% or -0.5%",
        )
    return written.value


_PLAIN: dict[str, Any] = {
    "anyOf": [
        {"type": "number", "exclusiveMinimum": -1, "maximum": 1},
        {"type": "string", "pattern": "^[-+0-9]"},
    ]
}
RateAYear = Annotated[float, BeforeValidator(_rate_a_year), WithJsonSchema(_PLAIN)]
"""A rate a year; below nought where money later counts for more."""


RateOrUnknown = Annotated[
    float | Literal["unknown"],
    BeforeValidator(lambda raw: raw if raw == UNKNOWN else _rate_a_year(raw)),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string"}]}),
]


# Schedules ---------------------------------------------------------------------------------------


def _schedule(raw: object) -> object:
    """Read the name of a schedule that ships, or ``{0-30: 3.5%, 31-75: 3%}``."""
    if isinstance(raw, Schedule):
        return raw
    if isinstance(raw, Mapping):
        return _of_spans(raw)
    if raw not in schedules_shipped():
        raise refused(
            "not_a_schedule",
            f"found {shown(raw)}, expected {' or '.join(schedules_shipped())}, or rates by years",
            f"write {schedules_shipped()[0]}, or {_FORM.removeprefix('write ')}",
        )
    return raw


def _of_spans(raw: Mapping[object, object]) -> Schedule:
    bands = sorted(_bands(raw), key=lambda band: band.first)
    if not bands or bands[0].first > 1:
        first = f"its first rate for year {bands[0].first}" if bands else "an empty schedule"
        raise refused(
            "schedule_gap", f"found {first}, expected rates from the first year on", _FORM
        )
    for band, after in pairwise(bands):
        if after.first != band.last + 1:
            code, what = (
                ("schedule_gap", f"no rate for {_years(band.last + 1, after.first - 1)}")
                if after.first > band.last
                else (
                    "schedule_overlap",
                    f"two rates for {_years(after.first, min(band.last, after.last))}",
                )
            )
            expected = f"expected the next span to begin with year {band.last + 1}"
            raise refused(code, f"found {what}, {expected}", _FORM)
    return Schedule(tuple(bands))


def _bands(raw: Mapping[object, object]) -> Iterator[Band]:
    for span, rate in raw.items():
        match = _SPAN.fullmatch(str(span).strip())
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if first > last:
            raise refused(
                "not_a_span", f"found {shown(span)}, expected years from the start, as 0-30", _FORM
            )
        yield Band(first, last, _rate_a_year(rate))


def _years(first: int, last: int) -> str:
    return f"year {first}" if first == last else f"the years {first} to {last}"


_SPANS: dict[str, Any] = {
    "type": "object",
    "patternProperties": {r"^[0-9]+( *(-|–|to) *[0-9]+)?$": _PLAIN},
    "additionalProperties": False,
}
OwnSchedule = Annotated[Schedule, BeforeValidator(_schedule), WithJsonSchema(_SPANS)]
"""Rates by years alone."""
ScheduleOf = Annotated[
    Schedule | str,
    BeforeValidator(_schedule),
    WithJsonSchema({"anyOf": [{"enum": [*schedules_shipped()]}, _SPANS]}),
]
"""The name of a schedule that ships, or rates by years."""


class StatedRate(Part):
    """A discount rate a year, or a schedule of rates that fall with time, and why it is right.

    Errors: rate_or_schedule (both, or neither).
    """

    value: RateAYear | None = Field(None, description="the rate a year", examples=["10%"])
    schedule: ScheduleOf | None = Field(
        None,
        description="where the rate falls with time: the name of a schedule that ships, or the rate of each span of years",
        examples=["green-book", {"0-30": "3.5%", "31-75": "3%"}],
    )
    why: Text = Field(description="why this rate")

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.value is None) == (self.schedule is None):
            found = (
                "neither a value nor a schedule" if self.value is None else "a value and a schedule"
            )
            raise refused(
                "rate_or_schedule",
                f"found {found}, expected one of them",
                "write value: 10%, or schedule: with the rate of each span of years",
                "" if self.value is None else "value",
            )
        return self
