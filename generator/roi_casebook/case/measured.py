"""The soft results of a case: measured, never priced, and what each of them cost."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from roi_casebook.case.lines import (
    BenefitLine,
    Design,
    Formula,
    When,
    WithoutIt,
    span_of_key,
    when_within,
)
from roi_casebook.case.people import Person
from roi_casebook.case.timeline import Timeline
from roi_casebook.written.parts import ID_PATTERN, Id, Part, Text
from roi_casebook.written.refusals import refused
from roi_casebook.written.scalars import UNKNOWN, DateKnown, Number, Word


class Dates(Part):
    """From when to when something was measured."""

    start: DateKnown = Field(description="the first date")
    end: DateKnown | None = Field(None, description="the last date")


Stage = Literal["activity", "output", "out-take", "outcome", "impact"]
"""The chain of impact, from what was done to what came of it."""


EFFECTS = frozenset({"outcome", "impact"})
"""The stages that the case's time to effect speaks of, and at which a result answers for its cost."""


_NO_COMPARATOR = re.compile(r"(none|aucune?)\b(?! (of|des?|d’))", re.IGNORECASE)
"""How a comparator begins that names nobody: "None is told"; not "None of the other towns had it"."""
OneOrSeveral = Annotated[
    tuple[Id, ...],
    BeforeValidator(lambda raw: [raw] if isinstance(raw, str) else raw),
    Field(min_length=1),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": ID_PATTERN},
                {
                    "type": "array",
                    "items": {"type": "string", "pattern": ID_PATTERN},
                    "minItems": 1,
                },
            ]
        }
    ),
]
"""One id, or a list of several."""


class Bridge(Part):
    """The way from a soft result to money: where it stands, the result counts there and no longer as soft."""

    to: OneOrSeveral = Field(
        description="the id of the benefit in which it counts as money; several, `[one, other]`, where readings count the same benefit in another way, each in its own"
    )
    because: Text = Field(description="the causal link: how this result becomes that money")
    source: Id = Field(description="the id of the source of the study that shows the link")


def _result_may_be_summed(schema: dict[str, Any]) -> None:
    """Let the result be left out where `when` gives it by year."""
    schema["required"] = [name for name in schema["required"] if name != "result"]


class SoftResult(Part):
    """A result that is measured and never priced."""

    model_config = ConfigDict(json_schema_extra=_result_may_be_summed)

    measure: Word = Field(description="the id of a soft measure")
    label: Text | None = Field(
        None, description="its name for readers; the measure's name is used without one"
    )
    stage: Stage = Field(description="where it stands in the chain of impact")
    result: Formula = Field(
        description="an input's name, a formula over inputs, or `unknown`; may be left out where `when` gives it by year, and is then their sum"
    )
    when: When | None = Field(
        None,
        description="when it came, as of a cost: `1`, `1-3` for so many in each year, `2021-03`, or `{1: name, 2-5: name}`",
    )
    baseline: Formula | None = Field(
        None, description="the value before: an input's name, a formula, or `unknown`"
    )
    design: Design = Field(
        "none", description="how it was compared with what would have happened anyway"
    )
    instrument: Text | None = Field(
        None, description="with what it was measured: a survey, a log, a count"
    )
    n: Number | None = Field(None, description="how many were measured")
    dates: Dates | None = Field(None, description="when it was measured")
    collector: Person | None = Field(None, description="who measured it")
    source: Id | None = Field(
        None, description="the source, where the result is a quotation and no number"
    )
    negative: Annotated[str, Field(pattern=r"^(not-looked|looked-none-found|[a-z][a-z0-9_]*)$")] = (
        Field(
            description="negative effects: not-looked, looked-none-found, or the id of the soft result that measures them"
        )
    )
    without_it: WithoutIt | None = Field(
        None,
        description="what would have happened anyway, as of a benefit: it is taken off before the cost is divided by the count; its design is that of the result",
    )
    bought_by: tuple[Id, ...] = Field(
        (), alias="for", description="the ids of the costs that bought it; all without it"
    )
    leads: Literal["yes"] | None = Field(
        None,
        description="`yes` on the one outcome or impact whose cost leads the case; without it the furthest along the chain",
    )
    bridge: Bridge | None = Field(
        None, description="where a study shows that it becomes money: in which benefit it counts"
    )
    looked: Text | None = Field(None, description="where it is unknown: where we looked")
    needs: Text | None = Field(
        None, description="where it is unknown: what one would have to measure"
    )
    note: Text | None = Field(None, description="what a reader should know of it")

    @model_validator(mode="before")
    @classmethod
    def _stated_once(cls, raw: Any) -> Any:  # noqa: ANN401 -- what an editor wrote may be anything
        """Take the design from without_it, and the sum of what is given by year.

        Errors: design_twice, amount_and_when.
        """
        return _with_sum(_with_design(raw)) if isinstance(raw, Mapping) else raw

    @property
    def is_additional(self) -> bool:
        """Tell whether it is held against something, so that it counts what would not have come otherwise.

        A design of none compares with nothing, nor does a comparator that says that there is none.
        """
        told = self.without_it
        if told is None or told.comparator is None or told.design == "none":
            return False
        return not any(_NO_COMPARATOR.match(text) for text in told.comparator.values())

    def within(self, timeline: Timeline, years: int) -> Self:
        """Give the result without what falls later than so many years."""
        if self.when is None:
            return self
        return self.model_copy(update={"when": when_within(self.when, timeline, years)})

    @model_validator(mode="after")
    def _says_where_we_looked(self) -> Self:
        if self.result == UNKNOWN and not (self.looked or self.needs):
            raise refused(
                "unknown_without_search",
                "found unknown alone, expected where we looked or what it needs",
                "add looked: ... or needs: ...",
                "result",
            )
        return self


def _with_design(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    compared = raw.get("without_it")
    if not isinstance(compared, Mapping) or "design" not in compared:
        return raw
    own = raw.get("design", compared["design"])
    if own != compared["design"]:
        raise refused(
            "design_twice",
            f"found the design {own}, and {compared['design']} in without_it, expected one",
            "leave it out here",
            "design",
        )
    return {**raw, "design": own}


def _with_sum(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    when = raw.get("when")
    if not isinstance(when, Mapping) or "result" in raw:
        return raw
    return {**raw, "result": summed(tuple(_each(when)))}


def _each(when: Mapping[Any, Any]) -> Iterator[str]:
    """Give the formula of each moment: that of a span counts as often as the span has moments."""
    for key, formula in when.items():
        try:
            moments = span_of_key(key).moments()
        except PydanticCustomError:
            moments = ()  # reported where the field is read
        yield from [str(formula)] * max(len(moments), 1)


def summed(formulas: tuple[str, ...]) -> str:
    """Give the formula of the sum of some formulas; unknown where one of them is."""
    if UNKNOWN in formulas:
        return UNKNOWN
    return (
        formulas[0]
        if len(formulas) == 1
        else _added(tuple(each if each.isidentifier() else f"({each})" for each in formulas))
    )


_IN_A_ROW = 12


def _added(formulas: tuple[str, ...]) -> str:
    """Add formulas in a row; many of them by halves, so that none stands too deep in brackets."""
    if len(formulas) <= _IN_A_ROW:
        return " + ".join(formulas)
    half = len(formulas) // 2
    return f"({_added(formulas[:half])}) + ({_added(formulas[half:])})"


class CountLine(BenefitLine):
    """A soft result in the place of a benefit: so many in each year, to be set against its cost.

    No case writes one; `appraisal/counting.py` makes it, so that it runs through the chain of benefits.
    """

    is_work: bool = Field(default=False, description="what was done, and no effect of it")
