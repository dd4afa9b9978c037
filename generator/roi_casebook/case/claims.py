"""What sources say of the result, in their own words."""

from collections.abc import Mapping
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from roi_casebook.case.lines import Formula
from roi_casebook.case.stated_number import StatedNumberOrNone, unit_in_number
from roi_casebook.written.parts import Id, Part, Text
from roi_casebook.written.refusals import refused
from roi_casebook.written.scalars import Line, Number

Figure = Literal[
    "cost", "revenue", "saving", "benefit", "net", "npv", "roi", "bcr", "irr", "mirr", "annualised", "payback",
    "sroi", "chance", "cost-per-result", "soft", "share-of-revenue", "change", "share", "count", "media-value",
    "other",
]  # fmt: skip
Bounded = Literal["about", "up-to", "over"]
Whose = Literal["initiative", "organisation"]
ClaimedLane = Literal["hard", "social"]
IN_MONEY = frozenset({"cost", "revenue", "benefit", "net", "npv", "media-value"})
"""What is money, whole or for each stretch of time; a saving may be of hours, too."""
PURE = frozenset(
    {"roi", "bcr", "irr", "mirr", "annualised", "sroi", "chance", "share-of-revenue", "share"}
)
"""What is a plain number, or so many per cent."""
_MAY_BE_PURE = PURE | {"change"}
_PER_CENT = frozenset({"percent", "pct"})
_TIMES = frozenset({"x", "times"})


class Says(Part):
    """What a claim says: of which figure, how much.

    Errors: value_and_range, range_incomplete, low_above_high.
    """

    what: Figure = Field(description="which kind of figure the source speaks of")
    value: StatedNumberOrNone = Field(
        None, description="the number as the source gives it, or `unknown`"
    )
    low: Number | None = Field(
        None, description="the low end, where the source gives from where to where it lies"
    )
    high: Number | None = Field(None, description="the high end")
    unit: Line = Field("1", description="its unit, as for inputs; percent, x and times are read")
    bound: Bounded | None = Field(
        None, description="how the source hedges the number: about, up-to or over"
    )
    of: Whose = Field(
        "initiative",
        description="whose figure it is: the initiative's, or that of the whole organisation",
    )
    lane: ClaimedLane | None = Field(
        None,
        description="hard: money in the accounts of the perspective; social: value for others, priced by proxy; where neither is said: hard, or social in a case that counts social value alone",
    )

    @model_validator(mode="before")
    @classmethod
    def _unit_as_written(cls, raw: Any) -> Any:  # noqa: ANN401 -- what an editor wrote may be anything
        return unit_in_number(_plain_unit(raw))

    @model_validator(mode="after")
    def _sound(self) -> Self:
        ends = [end for end in (self.low, self.high) if end is not None]
        if self.value is not None and ends:
            raise refused(
                "value_and_range",
                "found a value and a range, expected one of them",
                "write low and high, or value alone",
                "value",
            )
        if self.value is None and len(ends) < len(("low", "high")):
            raise refused(
                "range_incomplete",
                "found neither a value nor a whole range",
                "write value: ..., or low: and high:",
            )
        if ends != sorted(ends):
            raise refused(
                "low_above_high",
                f"found {ends[0]:g}, then {ends[-1]:g}, expected low and high to rise",
                "the low end comes first",
                "low",
            )
        return self

    @property
    def ends(self) -> tuple[float, float] | None:
        """From where to where it lies, as written: twice the number itself; None where unknown."""
        if self.low is not None and self.high is not None:
            return self.low, self.high
        return (self.value, self.value) if isinstance(self.value, float) else None

    @property
    def number(self) -> float | None:
        """The number as written, or the middle of its two ends; None where it is unknown."""
        return None if self.ends is None else sum(self.ends) / len(self.ends)


def _plain_unit(raw: Any) -> Any:  # noqa: ANN401 -- as above
    """Read per cent and times that stand as the unit of a ratio."""
    if not isinstance(raw, Mapping):
        return raw
    what, unit = raw.get("what"), raw.get("unit")  # an editor may have written anything there
    if not (isinstance(what, str) and isinstance(unit, str) and what in _MAY_BE_PURE):
        return raw
    rest = {key: each for key, each in raw.items() if key != "unit"}
    if unit in _TIMES:
        return rest
    if unit in _PER_CENT:
        return {key: _in_per_cent(key, each) for key, each in rest.items()}
    return raw


def _in_per_cent(key: str, written: object) -> object:
    is_bare = isinstance(written, int | float | str) and not str(written).rstrip().endswith("%")
    return f"{written}%" if key in {"value", "low", "high"} and is_bare else written


class RatioParts(Part):
    """The two sums of which a source makes a ratio."""

    gain: Id = Field(description="the id of the claim that gives the gain")
    cost: Id = Field(description="the id of the claim that gives the cost")


class Claim(Part):
    """What a source says of the result, quoted; and the claim that it repeats."""

    says: Says = Field(description="what is claimed: {what, value, unit}")
    quote: Line = Field(description="the words of the source, short, in its own language")
    source: Id = Field(description="the id of the source")
    said_by: Text | None = Field(
        None, description="who says so, where the source only quotes it, or quotes it to refute it"
    )
    scope: Text | None = Field(
        None, description="of which part of the cost or of the result it speaks, where not of all"
    )
    against: Formula | None = Field(
        None,
        description="what a change, a share or a count is held against: a formula over inputs, or the id of a soft result; of a cost per result: the id of the result",
    )
    repeats: Id | None = Field(None, description="the id of the claim that this one repeats")
    parts: RatioParts | None = Field(
        None,
        description="for a ratio whose own gain and cost the source gives: the ids of their claims",
    )
    reading: Id | None = Field(
        None, description="the reading that this claim speaks of, where the case has readings"
    )
    remark: Text | None = Field(None, description="what we found about it")
