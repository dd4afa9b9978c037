"""The works that a case or a guide cites, and what was opened to read them."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from roi_casebook.written.parts import Address, Part, Text
from roi_casebook.written.scalars import DateKnown, DateOrUnknown, Line
from roi_casebook.written.web_links import readable_address

SourceKind = Literal[
    "annual-report", "company-statement", "academic", "award-paper", "official-statistics", "press", "trade-press",
    "vendor", "survey", "interview", "list", "blog", "other",
]  # fmt: skip


class Source(Part):
    """A work that is cited, and what was opened to read it."""

    work: Line = Field(description="the title of what is cited", examples=["2008 annual report"])
    by: Line = Field(description="who published it", examples=["IBM"])
    date: DateOrUnknown = Field(
        description="when it was published: 2008-08-20, 2008-08, 2008 or unknown"
    )
    kind: SourceKind = Field(description="what kind of work it is")
    peer_reviewed: Literal["yes", "no"] | None = Field(
        None, description="of an academic work: whether others of its field reviewed it"
    )
    speaker: Literal["payer", "independent-body"] | None = Field(
        None,
        description="whose numbers they are, where the kind does not say: a document of the payer, or the own count of a body that neither pays nor is paid",
    )
    lang: Annotated[str, Field(pattern="^[a-z]{2}$")] = Field(
        description="the language of the work, two letters"
    )
    read_at: Annotated[
        str, Field(pattern=r"^(https?://\S+|unknown)$"), AfterValidator(readable_address)
    ] = Field(description="the address that was opened; a copy of the work says so in `note`")
    address: Address | None = Field(
        None, description="the work's own address, where it is not what was opened"
    )
    read_on: DateKnown | None = Field(None, description="the day it was opened")
    note: Text | None = Field(
        None, description="what a reader should know of it: a copy, an extract, a dead link"
    )
