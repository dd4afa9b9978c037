"""The lines of a case over its inputs: costs, benefits, balances, soft results."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    PlainSerializer,
    PlainValidator,
    Tag,
    WithJsonSchema,
    model_validator,
)

from roi_casebook.case.inputs import Input, MayBe, refuse_may_be
from roi_casebook.case.stated_number import no_range
from roi_casebook.case.timeline import (
    MOMENT_PATTERN,
    Moment,
    Stretch,
    Timeline,
    alone,
    dated_span,
)
from roi_casebook.written.dates import dates_meant
from roi_casebook.written.other_notations import QUOTATION_MARKS, in_plain_digits
from roi_casebook.written.parts import Id, Part, Text
from roi_casebook.written.refusals import refused, shown
from roi_casebook.written.scalars import UNKNOWN, Line, Margin, Raise, Share, Word

Status = Literal["observed", "estimated", "modelled", "forecast"]


def _formula(raw: object) -> object:
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        raise refused(
            "number_in_line",
            f"found the number {raw:g}, expected the name of an input or a formula over inputs",
            "put the number under inputs:, with its source, and name it here",
        )
    if not isinstance(raw, str) or not raw.strip():
        raise refused(
            "not_a_formula",
            f"found {shown(raw)}, expected the name of an input, a formula over inputs, or unknown",
            "e.g. hours_saved * wage",
        )
    return raw.strip()


Formula = Annotated[str, BeforeValidator(_formula), WithJsonSchema({"type": "string"})]
"""An input's name, a formula over inputs (+ - * / ** and brackets), or the word unknown."""


class ShareInput(Input):
    """An input written where it is used: a share with its own basis."""

    unit: Line = Field("share", description="always a share")


def _kind_of_share(raw: object) -> str:
    if isinstance(raw, Mapping | Input):
        return "input"
    written_as_name = isinstance(raw, str) and (raw.strip()[:1].isalpha() or raw.strip()[:1] == "(")
    return "formula" if written_as_name else "bare"


def _one_share(raw: object) -> object:
    return no_range(raw, "write {{low: {low}, high: {high}, assumption: ...}}")


ShareOf = Annotated[
    Annotated[Formula, Tag("formula")]
    | Annotated[ShareInput, Tag("input")]
    | Annotated[Share, BeforeValidator(_one_share), Tag("bare")],
    Discriminator(_kind_of_share),
]
"""A share: an input's name or a formula, an input in place, a bare percentage, or unknown."""
RaiseOf = Annotated[
    Annotated[Formula, Tag("formula")]
    | Annotated[ShareInput, Tag("input")]
    | Annotated[Raise, BeforeValidator(_one_share), Tag("bare")],
    Discriminator(_kind_of_share),
]
"""By how much a cost is raised, which may be more than as much again."""
MarginOf = Annotated[
    Annotated[Formula, Tag("formula")]
    | Annotated[ShareInput, Tag("input")]
    | Annotated[Margin, BeforeValidator(_one_share), Tag("bare")],
    Discriminator(_kind_of_share),
]
"""A margin, which may lie below nought."""


def _span(raw: object) -> Stretch:
    """Read ``0``, ``1-3``, ``2021-03``, ``2021-03-15``, ``2021-03..2022-02`` or ``months 1-12``."""
    if isinstance(raw, Stretch):
        return raw
    return dated_span(raw) or _years(raw)


def _years(raw: object) -> Stretch:
    match = (
        re.fullmatch(r"([0-9]+)(?:\s*(?:-|\u2013|to)\s*([0-9]+))?", str(raw).strip())
        if not isinstance(raw, bool)
        else None
    )
    first, last = _ends_of_years(match, raw) if match else (0, -1)
    if first > last:
        raise refused(
            "not_a_year",
            f"found {raw!r}, expected {'the first year before the last' if match else _FROM_START}",
            f"write {last}-{first}" if match else _years_hint(str(raw)),
        )
    return Stretch(Moment("year", first), Moment("year", last), str(raw).strip())


MOST_YEARS = 200
"""No horizon is that long: what is longer is a date."""
_FROM_START = "a year counted from the start, a month or a date"
_DATES = re.compile(r"([0-9]{4}-[0-9]{2})-[0-9]{2}\s*\.\.\s*([0-9]{4}-[0-9]{2})-[0-9]{2}")
_YEAR_OF_CALENDAR = re.compile(r"\d{4}(?:\D.*)?")


_COUNTED = (
    "write 0 for what is paid at the start, 1 for the first year from then on, 2 for the second"
)


def years_from_start(moment: Moment) -> str:
    """Say how years are counted where a year of the calendar was written; else ""."""
    return _COUNTED if moment.way == "year" and moment.number > MOST_YEARS else ""


def _ends_of_years(match: re.Match[str], raw: object) -> tuple[int, int]:
    """Give the first and the last year. Errors: not_a_year, where they are years of a calendar."""
    first, last = int(match[1]), int(match[2] or match[1])
    if match[2] and max(first, last) > MOST_YEARS:
        message = f"found {raw!r}, expected {_FROM_START}"
        raise refused("not_a_year", message, _years_hint(str(raw)))
    return first, last


def _years_hint(text: str) -> str:
    """Say what to write instead of a text that is no year counted from the start."""
    if dates := _DATES.fullmatch(text.strip()):
        return (
            f"write {dates[1]}..{dates[2]} for an amount in each month, or give each date its own"
        )
    if not text.strip().isdigit() and (meant := dates_meant(text.strip())):
        return f"write {meant}"
    if _YEAR_OF_CALENDAR.fullmatch(text.strip()):
        return f"{_COUNTED}; months and dates are written 2021-03, 2021-03-15, 2021-03..2022-02"
    plain = in_plain_digits(text).strip(f"{QUOTATION_MARKS} ")
    return f"write {plain}" if plain != text else "write 0, 1, 1-3 or {1: name, 2: name}"


def span_of_key(raw: object) -> Stretch:
    """Read of when one amount is; a year written in one way only, so that none stands there twice."""
    if isinstance(raw, Stretch):
        return raw
    if (span := dated_span(raw)) is not None:
        return span
    if not re.fullmatch(rf"{_PLAIN_YEAR}(?: *- *{_PLAIN_YEAR})?", str(raw)):
        message = f"found {raw!r}, expected {_FROM_START}"
        hint = _years_hint(str(raw)) if re.search(r"[0-9]{4}", str(raw)) else "write 0, 1, 2 ..."
        raise refused("not_a_year", message, hint)
    return _years(raw)


_PLAIN_YEAR = r"(?:0|[1-9][0-9]{0,2})"


def _apart(amounts: Mapping[Stretch, str]) -> Mapping[Stretch, str]:
    """Let no moment have two amounts. Errors: overlapping."""
    known: dict[Moment, Stretch] = {}
    for span in amounts:
        for moment in span.moments():
            if moment in known:
                raise refused(
                    "overlapping",
                    f"found {span} beside {known[moment]}: both speak of {moment}",
                    "give each its own time, so that every moment has one amount",
                    str(span),
                )
            known[moment] = span
    return amounts


When = Annotated[
    Annotated[Stretch, PlainValidator(_span), PlainSerializer(str), Tag("span")]
    | Annotated[
        Mapping[Annotated[Stretch, PlainValidator(span_of_key), PlainSerializer(str)], Formula],
        AfterValidator(_apart),
        Tag("by_moment"),
    ],
    Discriminator(lambda raw: "by_moment" if isinstance(raw, Mapping) else "span"),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 0},
                {"type": "string", "pattern": r"^[0-9]+ *- *[0-9]+$"},
                {"type": "string", "pattern": MOMENT_PATTERN},
                {"type": "object", "additionalProperties": {"type": "string"}},
            ]
        }
    ),
]
"""When money moves: years or months from the start, months or dates; or an amount for each."""


class LeftOut(Part):
    """What a line or a reading leaves out of its money, and which way that would push the return."""

    what: Text = Field(description="what is left out, for readers")
    pushes: Literal["lower", "higher", "either"] = Field(
        description="which way counting it would push the return: lower, higher or either"
    )


def when_within(
    when: Stretch | Mapping[Stretch, str], timeline: Timeline, years: int
) -> Stretch | Mapping[Stretch, str]:
    """Give what of a when falls no later than so many years after the first money."""
    if isinstance(when, Mapping):
        return {
            alone(at): amount
            for span, amount in when.items()
            for at in span.moments()
            if timeline.holds(at, years)
        }
    return when.cut(sum(timeline.holds(at, years) for at in when.moments()))


class _MoneyLine(Part):
    label: Text = Field(description="its name for readers")
    amount: Formula | None = Field(
        None,
        description="an input's name, a formula over inputs, or `unknown`; the amount in each year, each month or on the date of `when`",
    )
    when: When = Field(
        description="the year, counted from the start: `0`, `1`, `1-3`; or a date `2021-03-15`, months `2021-03` or `2021-03..2022-02`, months from the start `month 3` or `months 1-12`; or an amount for each: `{1: name, 2-5: name}`; a span has its amount in each year or month"
    )
    status: Status = Field(description="observed, estimated, modelled or forecast")
    looked: Text | None = Field(None, description="where the amount is unknown: where we looked")
    needs: Text | None = Field(
        None, description="where the amount is unknown: what one would have to ask or measure"
    )
    may_be: MayBe | None = Field(
        None,
        description="where the amount is unknown: `negative` if it may be below nought; without it, nought or more",
    )
    leaves_out: tuple[LeftOut, ...] = Field(
        (), description="what it leaves out, and which way that would push the return"
    )
    note: Text | None = Field(None, description="what a reader should know of it")

    @property
    def is_unknown(self) -> bool:
        """Tell whether its amount is not known."""
        return self.amount == UNKNOWN

    def amounts(self) -> Mapping[Moment, str]:
        """Give the formula of each moment at which the line falls."""
        by_span = self.when if isinstance(self.when, Mapping) else {self.when: self.amount}
        return {
            moment: amount or UNKNOWN
            for span, amount in by_span.items()
            for moment in span.moments()
        }

    def within(self, timeline: Timeline, years: int) -> Self:
        """Give the line without what falls later than so many years."""
        return self.model_copy(update={"when": when_within(self.when, timeline, years)})

    @model_validator(mode="after")
    def _one_amount(self) -> Self:
        if isinstance(self.when, Mapping) == (self.amount is not None):
            found = "no amount" if self.amount is None else "an amount, and one for each year"
            raise refused(
                "amount_and_when",
                f"found {found}, expected one amount, or one for each year in when",
                "write amount: name and when: 1-3, or when: {1: name, 2: name} without amount",
                "when",
            )
        refuse_may_be(self.may_be, is_unknown=UNKNOWN in self.amounts().values())
        if UNKNOWN in self.amounts().values() and not (self.looked or self.needs):
            raise refused(
                "unknown_without_search",
                "found unknown alone, expected where we looked or what it needs",
                "add looked: ... or needs: ...",
                "amount",
            )
        return self


class CostLine(_MoneyLine):
    """What was spent; a cost below nought is a saving, and its note says so."""

    risk: RaiseOf | None = Field(
        None,
        description="by how much the cost is raised for risk, above 100% too; with its reason in `note`",
    )


Design = Literal[
    "none", "tracked", "self-reported", "before-after", "adjusted-before-after", "expert-estimate", "unmatched-comparison",
    "difference-in-differences", "matched-markets", "interrupted-time-series", "calibrated-model",
    "regression-discontinuity", "natural-experiment", "flawed-experiment", "randomised",
]  # fmt: skip


class Compared(Part):
    """How a result was compared with what would have happened anyway."""

    design: Design = Field(description="how `would it have happened anyway?` was answered")
    comparator: Text | None = Field(None, description="with what it was compared")
    baseline: Text | None = Field(None, description="the period and value before")
    replicated: Id | None = Field(
        None, description="the source in which others found the same, independently"
    )
    registered_before: Id | None = Field(
        None,
        description="the source in which the plan was registered before the results were known",
    )
    attrition: Share | None = Field(
        None, description="the share of those measured who were lost on the way"
    )
    outcome_chosen_after: Literal["yes", "no"] | None = Field(
        None, description="whether the outcome was chosen after the results were known"
    )
    note: Text | None = Field(None, description="what a reader should know of it")


class WithoutIt(Compared):
    """What would have happened anyway, and how that was found out."""

    deadweight: ShareOf | None = Field(
        None, description="the share that would have happened anyway"
    )
    displacement: ShareOf | None = Field(
        None, description="the share moved from elsewhere in the same accounts"
    )
    attribution_to_others: ShareOf | None = Field(None, description="the share due to others")
    drop_off: ShareOf | None = Field(
        None, description="the share lost in each year after the first"
    )


class BenefitLine(_MoneyLine):
    """What came back: its measure decides the lane."""

    measure: Word = Field(
        description="the id of a measure: it decides the lane (hard, soft, social)"
    )
    margin: MarginOf | None = Field(
        None,
        description="the contribution margin, below nought where selling costs more than it brings; required where the measure is revenue",
    )
    risk: ShareOf | None = Field(
        None, description="by how much the benefit is lowered for risk; with its reason in `note`"
    )
    for_whom: Text | None = Field(
        None, description="where the measure is social: whose gain it is, for it is not the payer's"
    )
    without_it: WithoutIt | None = Field(None, description="what would have happened anyway")


class NetLine(_MoneyLine):
    """A balance, where only gain less cost is known: NPV can be computed, ROI cannot."""

    without_it: Compared | None = Field(
        None, description="how the balance was compared with what would have happened anyway"
    )


MoneyLine = CostLine | BenefitLine | NetLine
