"""Who paid, measured, wrote and checked: closed roles, so that caps and deductions can be computed."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from roi_casebook.written.parts import Id, Part, Text
from roi_casebook.written.scalars import Day, Line

Role = Literal[
    "payer", "employee-of-payer", "beneficiary", "vendor", "agency", "platform", "researcher", "journalist",
    "award-body", "auditor", "public-body", "editor", "nobody", "unknown",
]  # fmt: skip


class Person(Part):
    """Who paid, measured, wrote or checked: a closed role, and a name where one is known."""

    role: Role = Field(
        description="what the person or body is to the payer; closed, so that caps can be computed"
    )
    name: Line | None = Field(None, description="the name, where it is known", examples=["IBM"])


ALL = "all"


def _covered(raw: object) -> object:
    return (ALL,) if raw == ALL else raw


Covers = Annotated[
    tuple[Id, ...],
    BeforeValidator(_covered),
    WithJsonSchema(
        {"anyOf": [{"const": ALL}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
    ),
]
"""The ids of inputs, or the word all."""


class Check(Person):
    """Who checked the numbers: it lifts what it covers where a named person saw it on a day."""

    date: Day | None = Field(None, description="the day of the check, 2026-11-22")
    saw: Text | None = Field(None, description="what was seen: which records, books or data")
    covers: Covers | None = Field(
        None, description="the ids of the inputs that were checked, or `all`"
    )


class People(Part):
    """The four roles that decide how far figures can be trusted."""

    paid: Person = Field(description="whose money was spent")
    measured: Person = Field(description="who measured the result")
    wrote: Person = Field(description="who wrote the account that we read")
    checked: Check = Field(
        description="who checked the numbers: by name, with the day, what was seen and which inputs it covers, else it lifts nothing; `{role: nobody}` is an answer"
    )
