"""The site and its words: what `site_config.yml` may say, and the vocabulary that ships as data."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, GetPydanticSchema, model_validator
from pydantic_core.core_schema import literal_schema

from roi_casebook.roi.algebra.units import Unit, UnitError, currencies_in, parse_unit
from roi_casebook.roi.discounting.bands import Schedule
from roi_casebook.written.languages import languages
from roi_casebook.written.parts import Address, Part, Table, TermId, Terms, Text
from roi_casebook.written.plurals import Plural
from roi_casebook.written.rates import LONGEST, OwnSchedule, RateAYear, StatedRate
from roi_casebook.written.refusals import refused
from roi_casebook.written.repository import Repository
from roi_casebook.written.scalars import Line, Number, Whole
from roi_casebook.written.web_links import readable_address

Language = Annotated[
    str, GetPydanticSchema(lambda _source, _handler: literal_schema(list(languages())))
]
"""A language that a site may have: there is a catalogue of its words."""
Lane = Literal["hard", "soft", "social"]
Timing = Literal["end-year", "mid-year"]
Perspective = Literal["payer", "partners", "economy", "society"]


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
    counts: Literal["flow", "stock", "nothing"] | None = Field(
        None,
        description="what a cost may be divided by: flow (so many came in a period), stock (so many are there at a date, less those before), nothing (a share, a score, a harm); without it a flow, or nothing where its unit or direction says so",
    )
    counted: Plural | None = Field(
        None,
        description="what one result is called, by plural form: it names the cost per result; without it the name of its unit",
        examples=[{"one": "quit attempt", "other": "quit attempts"}],
    )
    perspectives: tuple[Perspective, ...] = Field(
        (),
        description="where only these accounts can hold its money: the perspectives of the cases that may use it",
    )
    needs_margin: bool = Field(
        default=False, description="whether it is revenue, so that a margin is required"
    )
    margin_is: Literal["contribution", "value-added"] = Field(
        "contribution",
        description="what of such revenue counts: the contribution margin, or the gross value added, wages within it",
    )
    is_net_of_cost: bool = Field(
        default=False,
        description="whether what varies with it is off already, so that a margin would take it off twice",
    )
    is_change: bool = Field(
        default=False,
        description="whether it is itself a change against what was before or would have been: above zero is up",
    )
    is_relation: bool = Field(
        default=False, description="whether it tells how deep relations are, not how many"
    )
    months_to_effect: Number | None = Field(None, description="the usual time to effect, in months")
    known_abuse: Text | None = Field(None, description="how it is known to mislead")
    refused: Text | None = Field(None, description="where no case may use it: why")

    @property
    def is_countable(self) -> bool:
        """Tell whether its results are so many that a cost can be divided by them."""
        if not self.one_counted:
            return False
        if self.counts:
            return self.counts != "nothing"
        return self.lane == "soft" and self.unit not in UNCOUNTED and self.better != "lower"

    @property
    def one_counted(self) -> str:
        """The symbol of what its unit counts, at once or in each year; "" where it is no such count."""
        powers = tuple(each for each in self._powers if each != (YEAR, -1))
        is_one = len(powers) == 1 and powers[0][1] == 1 and not currencies_in(powers)
        return powers[0][0] if is_one else ""

    @property
    def is_yearly(self) -> bool:
        """Tell whether it is so many a year."""
        return (YEAR, -1) in self._powers

    @property
    def _powers(self) -> Unit:
        """The symbols of its unit with their powers; none of what is no count, or cannot be read."""
        try:
            return () if self.unit in UNCOUNTED else parse_unit(self.unit)
        except UnitError:  # told where the words of a site are read
            return ()

    @property
    def is_stock(self) -> bool:
        """Tell whether it is so many at a date, of which those before are no result."""
        return self.counts == "stock"


YEAR = "year"
UNCOUNTED = frozenset({"share", "1", "point", "percentage-point", "day", "money"})
"""Units of what is no number of results: a share, a ratio, a score, a time to wait, money."""


class Pack(Term):
    """Which measures suit a kind of work, and how long, against what and with which trap."""

    definition: Text = Field(description="the work it is made for, in one sentence")
    measures: Annotated[tuple[TermId, ...], Field(min_length=1)] = Field(
        description="the ids of the measures that suit it"
    )
    kinds: tuple[TermId, ...] = Field(
        (), description="the ids of the kinds of initiative that it is made for"
    )
    sectors: tuple[TermId, ...] = Field(
        (), description="the ids of the sectors that it is made for, where no pack is for the kind"
    )
    months_to_effect: Number = Field(description="the usual time to effect, in months")
    why: Text = Field(description="what that time rests on")
    comparator: Text = Field(description="with what it is usually compared")
    trap: Text = Field(description="how it is known to mislead")


class OwnTerms(Part):
    """The closed lists that cases choose from, by id."""

    measures: Terms[Measure] = Field({}, description="what may be measured")
    sectors: Terms[Sector] = Field({}, description="sectors of organisations")
    kinds: Terms[Term] = Field({}, description="kinds of initiative")
    channels: Terms[Term] = Field({}, description="channels")
    objectives: Terms[Term] = Field({}, description="objectives")
    packs: Terms[Pack] = Field({}, description="which measures suit which work")


class Vocabulary(OwnTerms):
    """The closed lists, those shipped with a site's own, and the names of units."""

    units: Terms[Plural] = Field({}, description="what units are called, by their symbols")

    def packs_for(self, kind: str, sector: str) -> Mapping[str, Pack]:
        """Give the packs that suit an initiative: those made for its kind, else for its sector."""
        by_kind = {name: pack for name, pack in self.packs.items() if kind in pack.kinds}
        return by_kind or {
            name: pack for name, pack in self.packs.items() if sector in pack.sectors
        }

    def usual_time(self, kind: str, sector: str, measures: Iterable[str]) -> Measure | Pack | None:
        """Give whose usual time to effect is the longest: that of a measure or of a pack, if any.

        A pack for the sector alone speaks only of work that is measured as it expects.
        """
        measured = dict.fromkeys(measures)
        known = (self.measures[name] for name in measured if name in self.measures)
        packs = self.packs_for(kind, sector).values()
        fitting = (
            pack for pack in packs if kind in pack.kinds or measured.keys() & {*pack.measures}
        )
        terms: tuple[Measure | Pack, ...] = (*known, *fitting)
        timed = [term for term in terms if term.months_to_effect]
        return max(timed, key=lambda term: term.months_to_effect or 0.0, default=None)

    def with_own(self, site: "SiteConfig") -> "Vocabulary":
        """Give this vocabulary with a site's own terms, which win over those shipped, and its units."""
        lists = {
            name: {**getattr(self, name), **getattr(site.own, name)}
            for name in OwnTerms.model_fields
        }
        return Vocabulary(**lists, units={**self.units, **site.units})


class Threshold(Term):
    """A limit at which a judgement turns: how many locks, how early, how wide."""

    definition: Text = Field(description="what turns at it, in one sentence")
    value: Annotated[Number, Field(ge=0)] = Field(description="the limit")
    unit: Literal["lock", "deduction", "case", "ratio", "share", "year", "answer"] = Field(
        description="what it counts: lock (whole, 0 to 5), deduction, case or answer (whole), ratio, share or year"
    )
    source: Text = Field(description="on what the value rests; our own choice is an answer")


Thresholds = Table[Threshold]
"""The thresholds in force, by id: those shipped, with a site's own values."""


class MoneySource(Part):
    """Where a table of exchange rates or price indices comes from."""

    work: Line = Field(description="the title of what is cited")
    by: Line = Field(description="who publishes it")
    address: Address = Field(description="where it is published")
    read_in: Text = Field(description="what was opened: a copy says so")
    vintage: Line = Field(description="of which day or release the numbers are")
    licence: Text = Field(description="on which terms they may be passed on")
    method: Text = Field(description="what was done with them")


class MoneyTables(Part):
    """Exchange rates and price indices by currency and year; a year that is missing is missing.

    rates: yearly means against the euro, in units of the currency for one euro; deflators: price
    indices, of which only ratios within one currency mean anything; sources: by id;
    source_of_deflator: the id of the source of each currency's index.
    """

    rates: Mapping[str, Mapping[int, float]]
    deflators: Mapping[str, Mapping[int, float]]
    days: Mapping[int, int] = Field(description="how many daily rates are in the mean of a year")
    sources: Table[MoneySource]
    source_of_rates: Line
    source_of_deflator: Mapping[str, str]


class Metric(Term):
    """A figure of the site's own: a formula over figures, inputs and soft results."""

    formula: Line = Field(
        description="over figures (pv_costs, npv ...), ids of inputs and of soft results, and constants",
        examples=["pv_costs / leads"],
    )
    unit: Line = Field(
        description="its unit: a product of symbols, with `money` for the case's currency",
        examples=["money/lead"],
    )
    better: Literal["higher", "lower", "neither"] = Field(
        "neither", description="which direction is better"
    )


Metrics = Table[Metric]
"""A site's own metrics, by id."""


class ShippedSchedule(Part):
    """A published schedule of real discount rates that fall with time, with its source."""

    work: Line = Field(description="the title of what is cited")
    by: Line = Field(description="who publishes it")
    address: Address = Field(description="where it is published")
    vintage: Line = Field(description="of which edition the rates are")
    years: OwnSchedule = Field(description="the rate of each span of years")


class RateOfPrices(Part):
    """A discount rate in prices of the day or in those of one year: inflation gives the other.

    Errors: rate_of_both_prices (both, or neither), schedule_too_short.
    """

    nominal: StatedRate | None = Field(None, description="the rate in prices of the day")
    real: StatedRate | None = Field(None, description="the rate in prices of one year")

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.nominal is None) == (self.real is None):
            raise refused(
                "rate_of_both_prices",
                f"found {'no rate' if self.real is None else 'a rate for either kind of prices'}, expected one, nominal or real: inflation gives the other",
                "write nominal: {value: ..., why: ...}, or real:",
                "" if self.real is None else "real",
            )
        name, stated = ("nominal", self.nominal) if self.nominal else ("real", self.real)
        schedule = stated.schedule if stated else None
        if isinstance(schedule, Schedule) and schedule.last_year < LONGEST:
            last = schedule.last_year
            raise refused(
                "schedule_too_short",
                f"found rates up to year {last}, expected one for each of the {LONGEST} years that a case may have",
                f"add the rate of the years {last + 1} to {LONGEST}",
                name,
            )
        return self


def _by_whose_money(raw: object) -> object:
    """Refuse a rate of nobody. Errors: rate_of_nobody."""
    found = [prices for prices in ("nominal", "real") if isinstance(raw, Mapping) and prices in raw]
    if found:
        raise refused(
            "rate_of_nobody",
            f"found {found[0]}: under discount_rate:, expected whose money it is for: private or social",
            "write discount_rate: {private: {nominal: ...}, social: {real: ...}} and inflation: {value: 2%, why: ...}",
            found[0],
        )
    return raw


class Rates(Part):
    """The site's discount rates by whose money it is; a missing one is a reason, never a guess."""

    private: RateOfPrices | None = Field(
        None, description="for the accounts of a company, or of its partners"
    )
    social: RateOfPrices | None = Field(
        None,
        description="for the accounts of economy and society, and where a public body or a charity pays",
    )


class Inflation(Part):
    """By how much prices rise in a year, for rates alone, and why."""

    value: RateAYear = Field(description="the rise of prices a year", examples=["2%"])
    why: Text = Field(description="why this rate")


class SiteConfig(Part):
    """The site: `site_config.yml`."""

    title: Text = Field(description="the site's title")
    tagline: Text = Field(description="what it is, in one sentence")
    address: Annotated[str, Field(pattern=r"^https?://\S+/$"), AfterValidator(readable_address)] = (
        Field(
            description="where the site will stand, with its closing slash",
            examples=["https://example.org/"],
        )
    )
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = Field(
        description="its languages; the first is the default and stands at the root",
        examples=[["en", "fr"]],
    )
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] = Field(
        description="the currency for comparisons", examples=["EUR"]
    )
    comparison_year: Whole | None = Field(
        None,
        description="the year in whose prices cases are compared; without it the last one that the shipped tables cover",
        examples=[2023],
    )
    discount_rate: Annotated[Rates, BeforeValidator(_by_whose_money)] = Field(
        description="the rate for private and for social money, each nominal or real, with why",
        examples=[{"private": {"nominal": {"value": "10%", "why": "what such firms expect"}}}],
    )
    inflation: Inflation | None = Field(
        None,
        description="the rise of prices a year that turns a nominal rate into a real one, and back",
    )
    timing: Timing = Field(
        "end-year", description="when within a year money moves: end-year or mid-year"
    )
    engine: Literal["mkdocs", "zensical"] = Field(
        "mkdocs", description="which engine builds the shell pages; zensical is an extra to install"
    )
    exports: tuple[Literal["workbook", "what-if"], ...] = Field(
        (), description="beside each case: workbook, with live formulas; what-if, at own numbers"
    )
    contribute: Address | None = Field(
        None, description="where a reader can propose a case or challenge a number"
    )
    repository: Repository | None = Field(
        None, description="where the files of the site are kept, for readers who answer"
    )
    own: OwnTerms = Field(
        OwnTerms(), description="the site's own measures, sectors, kinds, channels and objectives"
    )
    units: Terms[Plural] = Field(
        {},
        description="what the site's own units are called, by symbol and plural form, once or in each language",
        examples=[{"signature": {"one": "signature", "other": "signatures"}}],
    )
    thresholds: Table[Annotated[Number, Field(ge=0)]] = Field(
        {},
        description="the site's own values of the thresholds that the method page lists, by id",
        examples=[{"decayed_after": 8}],
    )
    metrics: Metrics = Field(
        {},
        description="the site's own metrics, by id",
        examples=[
            {
                "cost_per_lead": {
                    "label": "Cost per lead",
                    "formula": "pv_costs / leads",
                    "unit": "money/lead",
                }
            }
        ],
    )
