"""Who paid, measured, wrote and checked: closed roles, so that caps and deductions can be computed."""

from typing import Literal

from pydantic import Field

from roi_casebook.written.parts import Part
from roi_casebook.written.scalars import Line

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


class People(Part):
    """The four roles that decide how far figures can be trusted."""

    paid: Person = Field(description="whose money was spent")
    measured: Person = Field(description="who measured the result")
    wrote: Person = Field(description="who wrote the account that we read")
    checked: Person = Field(
        description="who checked the numbers, by name: who stays unnamed lifts nothing; `{role: nobody}` is an answer"
    )
