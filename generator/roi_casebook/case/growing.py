"""By how much an input grows a year: a share by itself, or with a basis of its own."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema, model_validator

from roi_casebook.case.inputs import Input
from roi_casebook.written.numbers import written_number
from roi_casebook.written.refusals import refused
from roi_casebook.written.scalars import UNKNOWN, Line

LEAST_GROWTH, MOST_BARE = -1.0, 1.0
"""Nothing shrinks by all or more; more than doubling each year is written with its sign, 150%."""


def _growth(raw: object) -> object:
    if raw == UNKNOWN:
        raise refused(
            "not_a_growth",
            "found unknown, expected by how much it grows a year",
            "leave grows: out; where growth is not known, give it as a range",
        )
    written = written_number(raw)
    if written.value > MOST_BARE and not written.percent:
        raise refused(
            "not_a_growth", f"found {raw!r}, expected a share a year", f"write {written.value:g}%"
        )
    _refuse_shrinking(written.value)
    return written.value


def _refuse_shrinking(growth: float, field: str = "") -> None:
    if growth <= LEAST_GROWTH:
        raise refused(
            "not_a_growth",
            f"found a growth of {growth * 100:g}% a year, expected more than -100%: nothing would be left",
            "write a smaller loss, or a series in place of grows: values: {1: 100, 2: 0}",
            field,
        )


class GrowthInput(Input):
    """By how much an input grows a year, with its own basis."""

    unit: Line = Field("share", description="always a share")

    @model_validator(mode="after")
    def _known_and_above_nothing(self) -> Self:
        if self.is_unknown:
            _growth(UNKNOWN)
        for field in ("value", "low", "likely", "high"):
            end = getattr(self, field)
            if isinstance(end, float):
                _refuse_shrinking(end, field)
        return self


Growth = Annotated[
    Annotated[GrowthInput, Tag("input")]
    | Annotated[
        float,
        BeforeValidator(_growth),
        WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": "^[-+0-9]"}]}),
        Tag("bare"),
    ],
    Discriminator(lambda raw: "input" if isinstance(raw, Mapping | Input) else "bare"),
]
