"""The whole file: what the case is, whose money, over which time, and its tables of lines."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from roi_casebook.case.claims import Claim
from roi_casebook.case.inputs import Input, UsualTime
from roi_casebook.case.lines import BenefitLine, CostLine, Formula, LeftOut, NetLine
from roi_casebook.case.measured import SoftResult
from roi_casebook.case.named_inputs import NamedInput
from roi_casebook.case.people import People
from roi_casebook.case.regions import COUNTRY_PATTERN
from roi_casebook.case.sources import Source
from roi_casebook.case.timeline import Moment, Timeline, timeline_of
from roi_casebook.written.dates import PartialDate
from roi_casebook.written.parts import Id, Part, Slug, Table, Text
from roi_casebook.written.rates import LONGEST, RateAYear, RateOrUnknown, StatedRate
from roi_casebook.written.scalars import (
    CalendarYear,
    CalendarYearOrUnknown,
    DateOrUnknown,
    Day,
    Line,
    NumberOrUnknown,
    Whole,
    Word,
)

InputOrUnknown = Annotated[
    Annotated[Input, Tag("input")] | Annotated[Literal["unknown"], Tag("word")],
    Discriminator(lambda raw: "word" if isinstance(raw, str) else "input"),
]


class Organisation(Part):
    """Who did it."""

    name: Line = Field(description="the organisation's name")
    sector: Word = Field(description="the id of a sector", examples=["technology"])
    size: Literal["micro", "small", "medium", "large", "enterprise", "unknown"] = Field(
        description="micro under 10 people, small under 50, medium under 250, large under 5,000, enterprise above"
    )
    country: Annotated[str, Field(pattern=COUNTRY_PATTERN)] = Field(
        description="two capital letters; or a region: EU, europe, africa, asia, north-america, latin-america, oceania, world",
        examples=["US"],
    )
    revenue: Formula | None = Field(
        None,
        description="the input that gives its revenue of a year, in money or money a year, for plausibility",
    )
    revenue_year: CalendarYear | None = Field(
        None, description="the year of that revenue, where it is known", examples=[2010]
    )


class Initiative(Part):
    """What was done."""

    kind: Word = Field(
        description="the id of a kind of initiative", examples=["internal-community"]
    )
    channels: Annotated[tuple[Word, ...], Field(min_length=1)] = Field(
        description="the ids of its channels", examples=[["intranet"]]
    )
    objective: Word = Field(description="the id of its objective", examples=["productivity"])


class Period(Part):
    """The time that the case covers."""

    start: DateOrUnknown = Field(
        description="when the first money was spent: 2008, 2008-05, 2008-05-14, or `unknown`: how old the result is then cannot be judged"
    )
    years: Annotated[Whole, Field(ge=0, le=LONGEST)] = Field(
        description="the horizon in years; `0` is under a year, nothing discounted; nor where it is `1`, all money "
        "falls into that year, and the case states no rate or timing of its own"
    )
    observed_months: NumberOrUnknown = Field(
        description="how long results were observed, in months, or unknown"
    )

    @property
    def began(self) -> PartialDate | None:
        """When it began; None where that is not known."""
        return self.start if isinstance(self.start, PartialDate) else None


class OwnRate(Part):
    """A rate of the case's own for what it borrows or invests again, with why it is not the discount rate."""

    value: RateAYear = Field(description="the rate a year", examples=["8%"])
    why: Text = Field(description="why this rate")


class StatedTiming(Part):
    """A case's or a reading's own timing of flows, with why another is left."""

    value: Literal["end-year", "mid-year"] = Field(description="when within a year money moves")
    why: Text = Field(description="why the site's timing is left, or the case's")


class AlreadyDiscounted(Part):
    """That the amounts are present values already, and how their source discounted them."""

    rate: RateOrUnknown = Field(
        description="the rate a year at which the source discounted, or unknown", examples=["3.5%"]
    )
    years: Annotated[Whole, Field(ge=1, le=LONGEST)] = Field(
        description="over how many years the amounts came: those of period.years"
    )
    to: CalendarYear = Field(
        description="the year to whose worth the source discounted", examples=[2014]
    )


class Money(Part):
    """In which money the case counts."""

    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] = Field(
        description="the currency of the case, ISO 4217", examples=["GBP"]
    )
    prices: Literal["nominal", "real"] = Field(description="prices of the day, or of one year")
    price_year: CalendarYearOrUnknown = Field(
        description="the year of the prices, or `unknown`: the case is then compared with no other in one year's prices"
    )
    already_discounted: AlreadyDiscounted | None = Field(
        None,
        description="where the source prints present values alone: how it discounted them; all lines stand at `when: 0`",
    )
    discount_rate: StatedRate | None = Field(
        None, description="the case's own rate or schedule, with why; the site's without it"
    )
    finance_rate: OwnRate | None = Field(
        None,
        description="of the modified return (MIRR): the rate at which outlays are financed; the discount rate without it",
    )
    reinvestment_rate: OwnRate | None = Field(
        None,
        description="of the modified return (MIRR): the rate at which returns are invested again; the discount rate without it",
    )
    timing: StatedTiming | None = Field(
        None, description="the case's own timing, with why; the site's without it"
    )

    @property
    def year_of_prices(self) -> int | None:
        """The year of the prices; None where it is not known."""
        return None if isinstance(self.price_year, str) else self.price_year


class StatedYears(Part):
    """A reading's own horizon, with why it is another than the case's."""

    value: Annotated[Whole, Field(ge=1, le=LONGEST)] = Field(
        description="the horizon in years; later years of its lines do not count in it",
        examples=[3],
    )
    why: Text = Field(description="why the reading stops there")


def prices_at(money: Money, period: Period, at: Moment) -> int | None:
    """Give the year whose prices an amount at a moment of the case is in; None where it is not known."""
    if money.prices == "real":
        return money.year_of_prices
    if at.day is not None:
        return at.day.year
    return at.calendar_year(period.began) if period.began else None


class Reading(Part):
    """One way to read sources that contradict each other: a whole appraisal over some lines."""

    label: Text = Field(description="its name for readers")
    because: Text | None = Field(None, description="what this reading rests on")
    lines: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="the ids of the cost, benefit and net lines that count in it, and of soft results: one that names none has all of them"
    )
    discount_rate: StatedRate | None = Field(
        None, description="the reading's own rate, with why; the case's without it"
    )
    timing: StatedTiming | None = Field(
        None, description="the reading's own timing, with why; the case's without it"
    )
    years: StatedYears | None = Field(
        None, description="the reading's own horizon, with why; the case's without it"
    )
    instead_of: Id | None = Field(
        None,
        description="the reading in whose place it would be chosen: what it adds to that one is computed",
    )
    leaves_out: tuple[LeftOut, ...] = Field(
        (),
        description="what came back and this reading leaves out, and which way that would push the return",
    )


class Headline(Part):
    """Which reading leads, and why."""

    reading: Id = Field(description="the id of the reading that leads")
    because: Text = Field(description="why it leads")


class Withdrawn(Part):
    """Why a case was withdrawn: shown on its tombstone."""

    on: Day = Field(description="the day, 2026-11-22")
    why: Text = Field(description="why it was withdrawn")
    replaced_by: Slug | None = Field(None, description="the slug of the case that replaces it")


class Case(Part):
    """One return-on-investment case: inputs with their sources, never results."""

    format: Literal[1] = Field(description="the version of this format: 1")
    state: Literal["draft", "published", "withdrawn"] = Field(
        description="draft (checked, not on the site), published or withdrawn (leaves a tombstone)"
    )
    checked: Day = Field(description="the day the case was last checked: its own clock")
    found_by: Literal["named-list", "award", "vendor", "academic", "press", "own-search"] = Field(
        description="how we came upon it: shows what the library selects for"
    )
    formerly: tuple[Slug, ...] = Field((), description="earlier slugs: each becomes a redirect")
    withdrawn: Withdrawn | None = Field(None, description="where state is withdrawn: when and why")
    title: Text = Field(description="a short title")
    summary: Text = Field(description="the finding in one or two plain sentences")
    organisation: Organisation = Field(description="who did it")
    initiative: Initiative = Field(description="what was done")
    perspective: Literal["payer", "partners", "economy", "society"] = Field(
        description="whose accounts `hard` means here"
    )
    period: Period = Field(description="the time it covers")
    time_to_effect: InputOrUnknown = Field(
        "unknown",
        description="how long such work needs to show effect: {value: 6, unit: month, assumption: ...}; without it the usual time of such work stands, where a pack has one",
    )
    money: Money = Field(description="in which money it counts")
    people: People = Field(description="who paid, measured, wrote and checked")
    sources: Annotated[Table[Source], Field(min_length=1)] = Field(
        description="the works cited, by id"
    )
    inputs: Table[NamedInput] = Field({}, description="every number of the case, once, by id")
    costs: Table[CostLine] = Field({}, description="what was spent, by id")
    benefits: Table[BenefitLine] = Field({}, description="what came back, by id")
    net: Table[NetLine] = Field(
        {}, description="balances, where only gain less cost is known, by id"
    )
    soft: Table[SoftResult] = Field(
        {}, description="results that are measured and never priced, by id"
    )
    measured_otherwise: Text | None = Field(
        None,
        description="where the case has no measure of the packs made for its kind or sector: why",
    )
    readings: Table[Reading] = Field(
        {}, description="whole appraisals side by side, where sources contradict each other"
    )
    headline: Headline | None = Field(
        None, description="which reading leads, and why; required with readings"
    )
    claims: Table[Claim] = Field({}, description="what sources say of the result, by id")
    story: Text | None = Field(
        None, description="what was done, in a few paragraphs; safe Markdown"
    )
    limits: Text | None = Field(None, description="what would change our mind; safe Markdown")
    lessons: Text | None = Field(None, description="what to take from it; safe Markdown")

    def lines(self) -> Mapping[str, CostLine | BenefitLine | NetLine]:
        """Give all money lines by id, in the order costs, benefits, net."""
        return {**self.costs, **self.benefits, **self.net}

    @property
    def timeline(self) -> Timeline:
        """How the case counts its moments, and which is its first."""
        return timeline_of(self._moments())

    def moments(self) -> tuple[Moment, ...]:
        """Give the moments of the case within its horizon: each year, or those at which money moves."""
        years = 0 if self.money.already_discounted else self.period.years
        return self.timeline.moments(years, self._moments())

    def _moments(self) -> Iterator[Moment]:
        """Give the moments of all lines, those of the first outlay first."""
        return (moment for line in self.lines().values() for moment in line.amounts())

    def with_shares(self) -> Mapping[str, CostLine | BenefitLine | NetLine | SoftResult]:
        """Give all that may state shares, by id: the money lines, then the soft results."""
        return {**self.soft, **self.lines()}

    def reading_lines(self, reading: str | None) -> frozenset[str]:
        """Give the ids of the lines that count in a reading; all where there are no readings."""
        lines = self.lines()
        named = lines if reading is None else self.readings[reading].lines
        return frozenset(name for name in named if name in lines)

    def reading_results(self, reading: str | None) -> tuple[str, ...]:
        """Give the ids of the soft results that count in a reading; all where it names none."""
        named = () if reading is None else self.readings[reading].lines
        chosen = tuple(name for name in self.soft if name in named and name not in self.lines())
        return chosen or tuple(self.soft)

    def as_read(self, reading: str | None) -> "Case":
        """Give the case as a reading counts it: at its own rate, timing and horizon where it has them.

        Years of a line beyond the reading's horizon are left out; the case itself where the reading
        states nothing of its own.
        """
        own = self.readings.get(reading) if reading else None
        if own is None or not (own.discount_rate or own.timing or own.years):
            return self
        stated = {"discount_rate": own.discount_rate, "timing": own.timing}
        money = {name: value for name, value in stated.items() if value}
        ends = self._ending(own.years.value) if own.years else {}
        return self.model_copy(update={"money": self.money.model_copy(update=money), **ends})

    def _ending(self, years: int) -> dict[str, object]:
        """Give what is another in the case with another horizon: the period, and lines cut to it."""
        timeline = self.timeline
        tables = {
            table: {
                name: line.within(timeline, years) for name, line in getattr(self, table).items()
            }
            for table in ("costs", "benefits", "net", "soft")
        }
        return {"period": self.period.model_copy(update={"years": years}), **tables}

    def leading_reading(self) -> str | None:
        """Give the id of the reading that leads, or None where the case has no readings."""
        return self.headline.reading if self.headline else None

    @property
    def time_to_effect_is_known(self) -> bool:
        """Tell whether the case itself states the time to effect."""
        stated = self.time_to_effect
        return (
            isinstance(stated, Input)
            and not stated.is_unknown
            and not isinstance(stated, UsualTime)
        )
