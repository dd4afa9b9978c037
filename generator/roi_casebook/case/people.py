"""Who paid, measured, wrote and checked: closed roles, so that caps and deductions can be computed."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema

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


Body = Literal["company", "public-body", "charity", "person"]


class Payer(Person):
    """Whose money was spent, and what kind of body it is: for some the social discount rate holds."""

    model_config = ConfigDict(validate_by_name=True)

    body: Body | None = Field(
        None,
        alias="is",
        description="what it is: company, public-body, charity (or another body without profit) or person; the social rate holds for a public body and a charity",
    )

    @property
    def spends_for_others(self) -> bool:
        """Tell whether it is a public body or a charity, whose money is weighed as society's."""
        return self.body in {"public-body", "charity"} or self.role == "public-body"


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

    paid: Payer = Field(description="whose money was spent")
    measured: Person = Field(description="who measured the result")
    wrote: Person = Field(description="who wrote the account that we read")
    checked: Check = Field(
        description="who checked the numbers: by name, with the day, what was seen and which inputs it covers, else it lifts nothing; `{role: nobody}` is an answer"
    )
