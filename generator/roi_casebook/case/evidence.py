"""Where a case's numbers come from: sources, inputs, people, claims."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from roi_casebook.roi.ranges import Range, Shape
from roi_casebook.written.parts import Address, Id, Part, Text
from roi_casebook.written.scalars import (
    UNKNOWN,
    DateKnown,
    DateOrUnknown,
    Line,
    Number,
    refused,
    written_number,
)

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
    checked: Person = Field(description="who checked the numbers: `{role: nobody}` is an answer")


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
    lang: Annotated[str, Field(pattern="^[a-z]{2}$")] = Field(
        description="the language of the work, two letters"
    )
    read_at: Annotated[str, Field(pattern=r"^(https?://\S+|unknown)$")] = Field(
        description="the address that was opened; a copy of the work says so in `note`"
    )
    address: Address | None = Field(
        None, description="the work's own address, where it is not what was opened"
    )
    read_on: DateKnown | None = Field(None, description="the day it was opened")
    note: Text | None = Field(
        None, description="what a reader should know of it: a copy, an extract, a dead link"
    )


def _value(raw: object) -> object:
    return raw if raw is None or raw == UNKNOWN else written_number(raw).value


def _unit_in_number(raw: object) -> object:
    """Let a percentage give the unit share, and a trailing unit the unit; both must agree."""
    if not isinstance(raw, Mapping):
        return raw
    for key in ("value", "likely", "low", "high"):
        unit = _unit_after(raw.get(key))
        if unit:
            _refuse_two_units(key, raw[key], unit, raw.get("unit", unit))
            return {"unit": unit, **raw}
    return raw


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


class Input(Part):
    """One number of the case: a value, a range, or the word unknown; and what it rests on.

    Errors: no_basis (neither source nor assumption), low_above_high, range_incomplete,
    unknown_without_search, value_and_range.
    """

    value: Annotated[
        float | Literal["unknown"] | None,
        BeforeValidator(_value),
        WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string"}]}),
    ] = Field(None, description="the number (12, 4.6e6, 700k, 60%), or `unknown`")
    low: Number | None = Field(None, description="the low end of a range")
    likely: Number | None = Field(None, description="the likely value, where one is known")
    high: Number | None = Field(None, description="the high end of a range")
    shape: Shape | None = Field(
        None, description="the range's shape: uniform, triangular or lognormal"
    )
    ends: Literal["bounds", "p10-p90"] | None = Field(
        None,
        description="what low and high mean: bounds (default), or the 10th and 90th percentile (lognormal)",
    )
    unit: Line = Field(
        "1",
        description="a product of plain symbols; money by its code; a bare number is `1`, a share `share`",
        examples=["USD/hour", "search/week", "share"],
    )
    source: Id | None = Field(None, description="the id of the source that gives it")
    quote: Line | None = Field(
        None, description="the words of the source, short, in its own language"
    )
    assumption: Text | None = Field(
        None, description="where no source gives it: what is assumed and why"
    )
    looked: Text | None = Field(None, description="where it is unknown: where we looked")
    needs: Text | None = Field(
        None, description="where it is unknown: what one would have to ask or measure"
    )
    label: Text | None = Field(None, description="its name for readers; the id is used without one")
    note: Text | None = Field(None, description="what a reader should know of it")

    @model_validator(mode="before")
    @classmethod
    def _unit_as_written(cls, raw: Any) -> Any:  # noqa: ANN401 -- what an editor wrote may be anything
        return _unit_in_number(raw)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        self._refuse_bad_range()
        if self.is_unknown:
            if not (self.looked or self.needs):
                raise refused(
                    "unknown_without_search",
                    "found unknown alone, expected where we looked or what it needs",
                    "add looked: ... or needs: ...",
                    "value",
                )
        elif not (self.source or self.assumption):
            raise refused(
                "no_basis",
                "found a number without a basis, expected a source or an assumption",
                "add source: and quote:, or assumption: with the reason, or write value: unknown",
                "value",
            )
        return self

    def _refuse_bad_range(self) -> None:
        ends = [end for end in (self.low, self.likely, self.high) if end is not None]
        if self.value is not None and ends:
            raise refused(
                "value_and_range",
                "found a value and a range, expected one of them",
                "write low, likely and high, or value alone",
                "value",
            )
        if self.value is None and (self.low is None or self.high is None):
            raise refused(
                "range_incomplete",
                "found neither a value nor a whole range",
                "write value: ..., or low: and high: (and likely:)",
            )
        if ends != sorted(ends):
            raise refused(
                "low_above_high",
                f"found {', then '.join(f'{end:g}' for end in ends)}, expected low, likely and high to rise",
                "the low end comes first",
                "low",
            )
        self._refuse_bad_shape()

    def _refuse_bad_shape(self) -> None:
        if self.value is not None:
            return
        shape = self.shape or ("triangular" if self.likely is not None else "uniform")
        if shape == "triangular" and self.likely is None:
            raise refused(
                "range_incomplete",
                "found a triangular range without its likely value",
                "add likely:, or write shape: uniform",
                "shape",
            )
        if shape == "lognormal" and (self.ends != "p10-p90" or not self.low or self.low <= 0):
            raise refused(
                "range_incomplete",
                "found a lognormal range, expected ends: p10-p90 and a low end above 0",
                "write low and high as the 10th and 90th percentile, or another shape",
                "shape",
            )
        if shape != "lognormal" and self.ends == "p10-p90":
            raise refused(
                "range_incomplete",
                f"found ends: p10-p90 with a {shape} range",
                "write shape: lognormal, or low and high as bounds",
                "ends",
            )
        if shape != "triangular" and self.likely is not None:
            raise refused(
                "range_incomplete",
                f"found a likely value in a {shape} range, which has none of its own",
                "write shape: triangular, or leave likely: out",
                "likely",
            )

    @property
    def is_unknown(self) -> bool:
        """Tell whether the number is not known."""
        return self.value == UNKNOWN

    def range(self) -> Range | None:
        """Give the range, where the number is one."""
        if self.low is None or self.high is None:
            return None
        return Range(self.low, self.high, self.likely, self.shape)

    def central(self) -> float | None:
        """Give the number that stands for the input; None where it is unknown."""
        if isinstance(self.value, float):
            return self.value
        stated = self.range()
        return stated.central() if stated else None

    @property
    def is_range(self) -> bool:
        """Tell whether the number is a range."""
        return self.value is None


Figure = Literal[
    "benefit", "revenue", "cost", "saving", "net", "roi", "bcr", "share", "share-of-revenue", "count", "payback",
    "media-value", "change", "other",
]  # fmt: skip
Bounded = Literal["about", "up-to", "over"]
Whose = Literal["initiative", "organisation"]


class Says(Part):
    """What a claim says: of which figure, how much."""

    what: Figure = Field(description="which kind of figure the source speaks of")
    value: Annotated[
        float | Literal["unknown"],
        BeforeValidator(_value),
        WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string"}]}),
    ] = Field(description="the number as the source gives it")
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
        return _unit_in_number(raw)


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
