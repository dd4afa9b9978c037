"""The site and its words: what `site_config.yml` may say, and the vocabulary that ships as data."""

from typing import Annotated, Literal

from pydantic import Field

from roi_casebook.written.parts import Part, Table, Terms, Text
from roi_casebook.written.scalars import Line, Number, Share

Lane = Literal["hard", "soft", "social"]
Timing = Literal["end-year", "mid-year"]


class Term(Part):
    """A word of a closed list, with its name for readers."""

    label: Text = Field(description="its name for readers, in each language")
    definition: Text | None = Field(None, description="what it means, in one sentence")


class Sector(Term):
    """A sector of the organisations in the library."""


class Measure(Term):
    """What is measured: it decides the lane, never the editor's wish."""

    definition: Text = Field(description="what is counted, in one sentence")
    unit: Line = Field(
        description="its unit: `money` for the case's currency, or a product of symbols",
        examples=["money", "hour", "share"],
    )
    lane: Lane = Field(
        description="hard (money in the accounts of the perspective), soft (measured, never priced) or social (priced by proxy)"
    )
    better: Literal["higher", "lower", "neither"] = Field(description="which direction is better")
    needs_margin: bool = Field(
        default=False, description="whether it is revenue, so that a margin is required"
    )
    months_to_effect: Number | None = Field(None, description="the usual time to effect, in months")
    known_abuse: Text | None = Field(None, description="how it is known to mislead")
    refused: Text | None = Field(None, description="where no case may use it: why")


class Vocabulary(Part):
    """The closed lists that cases choose from, by id."""

    measures: Terms[Measure] = Field({}, description="what may be measured")
    sectors: Terms[Sector] = Field({}, description="sectors of organisations")
    kinds: Terms[Term] = Field({}, description="kinds of initiative")
    channels: Terms[Term] = Field({}, description="channels")
    objectives: Terms[Term] = Field({}, description="objectives")

    def with_own(self, own: "Vocabulary") -> "Vocabulary":
        """Give this vocabulary with a site's own terms added, which win over those shipped."""
        return Vocabulary(
            **{
                name: {**getattr(self, name), **getattr(own, name)}
                for name in type(self).model_fields
            }
        )


class Threshold(Term):
    """A limit at which a judgement turns: how many locks, how early, how wide."""

    definition: Text = Field(description="what turns at it, in one sentence")
    value: Annotated[Number, Field(ge=0)] = Field(description="the limit")
    unit: Literal["lock", "deduction", "ratio", "share", "year"] = Field(
        description="what it counts: lock (whole, 0 to 5), deduction (whole), ratio, share or year"
    )
    source: Text = Field(description="on what the value rests; our own choice is an answer")


Thresholds = Table[Threshold]
"""The thresholds in force, by id: those shipped, with a site's own values."""


class Rate(Part):
    """A discount rate a year, and why it is right for the site."""

    value: Share = Field(description="the rate a year", examples=["10%"])
    why: Text = Field(description="why this rate")


class Rates(Part):
    """The site's discount rates by kind of prices; a missing one is a reason, never a guess."""

    nominal: Rate | None = Field(None, description="for cases in prices of the day")
    real: Rate | None = Field(None, description="for cases in prices of one year")


class SiteConfig(Part):
    """The site: `site_config.yml`."""

    title: Text = Field(description="the site's title")
    tagline: Text = Field(description="what it is, in one sentence")
    address: Annotated[str, Field(pattern=r"^https?://\S+/$")] = Field(
        description="where the site will stand, with its closing slash",
        examples=["https://example.org/"],
    )
    languages: Annotated[tuple[Literal["en", "fr"], ...], Field(min_length=1)] = Field(
        description="its languages; the first is the default and stands at the root",
        examples=[["en", "fr"]],
    )
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] = Field(
        description="the currency for comparisons", examples=["EUR"]
    )
    discount_rate: Rates = Field(
        description="the rate for nominal and for real prices, each with why"
    )
    timing: Timing = Field(
        "end-year", description="when within a year money moves: end-year or mid-year"
    )
    engine: Literal["mkdocs", "zensical"] = Field(
        "mkdocs", description="which engine builds the shell pages; zensical is an extra to install"
    )
    contribute: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = Field(
        None, description="where a reader can propose a case or challenge a number"
    )
    own: Vocabulary = Field(
        Vocabulary(), description="the site's own measures, sectors, kinds, channels and objectives"
    )
    thresholds: Table[Annotated[Number, Field(ge=0)]] = Field(
        {},
        description="the site's own values of the thresholds that the method page lists, by id",
        examples=[{"decayed_after": 8}],
    )
