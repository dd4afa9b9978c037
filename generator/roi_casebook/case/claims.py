"""What sources say of the result, in their own words."""

from typing import Any, Literal

from pydantic import Field, model_validator

from roi_casebook.case.stated_number import ClaimedNumber, unit_in_number
from roi_casebook.written.parts import Id, Part, Text
from roi_casebook.written.scalars import Line

Figure = Literal[
    "benefit", "revenue", "cost", "saving", "net", "roi", "bcr", "share", "share-of-revenue", "count", "payback",
    "media-value", "change", "other",
]  # fmt: skip
Bounded = Literal["about", "up-to", "over"]
Whose = Literal["initiative", "organisation"]


class Says(Part):
    """What a claim says: of which figure, how much."""

    what: Figure = Field(description="which kind of figure the source speaks of")
    value: ClaimedNumber = Field(description="the number as the source gives it")
    unit: Line = Field("1", description="its unit, as for inputs")
    bound: Bounded | None = Field(
        None, description="how the source hedges the number: about, up-to or over"
    )
    of: Whose = Field(
        "initiative",
        description="whose figure it is: the initiative's, or that of the whole organisation",
    )

    @model_validator(mode="before")
    @classmethod
    def _unit_as_written(cls, raw: Any) -> Any:  # noqa: ANN401 -- what an editor wrote may be anything
        return unit_in_number(raw)


class RatioParts(Part):
    """The two sums of which a source makes a ratio."""

    gain: Id = Field(description="the id of the claim that gives the gain")
    cost: Id = Field(description="the id of the claim that gives the cost")


class Claim(Part):
    """What a source says of the result, quoted; and the claim that it repeats."""

    says: Says = Field(description="what is claimed: {what, value, unit}")
    quote: Line = Field(description="the words of the source, short, in its own language")
    source: Id = Field(description="the id of the source")
    repeats: Id | None = Field(None, description="the id of the claim that this one repeats")
    parts: RatioParts | None = Field(
        None,
        description="for a ratio whose own gain and cost the source gives: the ids of their claims",
    )
    reading: Id | None = Field(
        None, description="the reading that this claim speaks of, where the case has readings"
    )
    remark: Text | None = Field(None, description="what we found about it")
