"""The inputs of a case: one number each, a value, a range or unknown, and what it rests on."""

from collections.abc import Mapping
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from roi_casebook.case.stated_number import StatedNumberOrNone, unit_in_number
from roi_casebook.case.stated_range import StatedRange
from roi_casebook.case.timeline import Moment
from roi_casebook.roi.openings import Hedge
from roi_casebook.roi.ranges import Ends, Range, Shape
from roi_casebook.written.parts import Id, Part, Text
from roi_casebook.written.refusals import refused
from roi_casebook.written.scalars import UNKNOWN, Line, Number

AS_WRITTEN = 1.0
"""The factor of a series as it is written."""

MayBe = Literal["negative"]


def refuse_may_be(may_be: MayBe | None, *, is_unknown: bool) -> None:
    """Refuse to say what a number may be that is known. Errors: may_be_of_known."""
    if may_be and not is_unknown:
        raise refused(
            "may_be_of_known",
            "found may_be: beside a known amount, expected it where the amount is unknown",
            "leave may_be: out, or write unknown",
            "may_be",
        )


class Input(Part):
    """One number of the case: a value, a range, or the word unknown; and what it rests on.

    Errors: no_basis (neither source nor assumption), unknown_without_search, bound_without_value,
    may_be_of_known; those of a range (`stated_range.py`).
    """

    value: StatedNumberOrNone = Field(
        None, description="the number (12, 4.6e6, 700k, 60%), or `unknown`"
    )
    low: Number | None = Field(None, description="the low end of a range")
    likely: Number | None = Field(None, description="the likely value, where one is known")
    high: Number | None = Field(None, description="the high end of a range")
    se: Number | None = Field(
        None,
        description="the standard error of the likely value, in its unit, where the source prints that in place of ends",
    )
    shape: Shape | None = Field(
        None,
        description="the range's shape: uniform, triangular, lognormal or normal (of p5-p95 and p2.5-p97.5 by default)",
    )
    ends: Ends | None = Field(
        None,
        description="what low and high mean: bounds (default); 10th and 90th percentile (p10-p90); a 90% interval (p5-p95); a 95% interval (p2.5-p97.5); never bounds of normal and lognormal",
    )
    unit: Line = Field(
        "1",
        description="a product of plain symbols; money by its code; a bare number is `1`, a share `share`",
        examples=["USD/hour", "search/week", "share"],
    )
    kind: Literal["constant"] | None = Field(
        None,
        description="`constant` for a conversion or a definition from a source: never money, a share, a range or an assumption",
    )
    bound: Hedge | None = Field(
        None,
        description="where the source says `up to` (up-to), `more than` (over) or `about`: which way the number itself may lie",
    )
    may_be: MayBe | None = Field(
        None,
        description="where an amount is unknown: `negative` if it may be below nought; without it, nought or more",
    )
    source: Id | None = Field(None, description="the id of the source that gives it")
    quote: Line | None = Field(
        None, description="the words of the source, short, in its own language"
    )
    assumption: Text | None = Field(
        None, description="where no source gives it: what is assumed and why"
    )
    assumed_by: Literal["source"] | None = Field(
        None,
        description="`source` where its authors assumed the number and did not measure it: it counts as an assumption",
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
        return unit_in_number(raw)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if not self.by_year:
            self._stated_range().refuse_unsound()
        refuse_may_be(self.may_be, is_unknown=self.has_gap)
        if self.bound and not isinstance(self.value, float) and not self.by_year:
            raise refused(
                "bound_without_value",
                f"found bound: {self.bound} beside {'unknown' if self.is_unknown else 'a range'}, expected a value",
                "write value: ... beside bound:, or leave bound: out",
                "bound",
            )
        if self.has_gap and not (self.looked or self.needs):
            raise refused(
                "unknown_without_search",
                "found unknown alone, expected where we looked or what it needs",
                "add looked: ... or needs: ...",
                "value" if self.value else "values",
            )
        if self.assumed_by and not self.source:
            raise refused(
                "assumed_by_nobody",
                "found assumed_by: source without a source, expected the source whose authors assumed it",
                "add source: and quote:, or write assumption: with the reason where it is ours",
                "assumed_by",
            )
        if not self.is_unknown and not (self.source or self.assumption):
            raise refused(
                "no_basis",
                "found a number without a basis, expected a source or an assumption",
                "add source: and quote:, or assumption: with the reason, or write value: unknown",
                "values" if self.by_year else "value",
            )
        return self

    @property
    def by_year(self) -> Mapping[Moment, float | None]:
        """The number of each year, None where it is unknown; empty where it is but one."""
        return {}

    @property
    def is_unknown(self) -> bool:
        """Tell whether the number is not known, or that of no year."""
        if self.by_year:
            return all(entry is None for entry in self.by_year.values())
        return self.value == UNKNOWN

    @property
    def has_gap(self) -> bool:
        """Tell whether the number is not known, or that of some year."""
        return self.value == UNKNOWN or None in self.by_year.values()

    @property
    def is_assumed(self) -> bool:
        """Tell whether it is an assumption: our own, or one of its source's authors."""
        return self.source is None or self.assumption is not None or self.assumed_by is not None

    @property
    def written_numbers(self) -> tuple[float, ...]:
        """The numbers that its source must give: the value, the ends of a range, those of each year."""
        stated = (self.value, self.low, self.likely, self.high, self.se, *self.by_year.values())
        return tuple(number for number in stated if isinstance(number, float))

    def range(self) -> Range | None:
        """Give the range, where the number is one."""
        return self._stated_range().range()

    def central(self) -> float | None:
        """Give the number that stands for the input; None where it is unknown.

        A series has none; what moves all its years together is a factor, 1 as they are written.
        """
        if self.by_year:
            return None if self.is_unknown else AS_WRITTEN
        if isinstance(self.value, float):
            return self.value
        stated = self.range()
        return stated.central() if stated else None

    @property
    def is_range(self) -> bool:
        """Tell whether the number is a range; one whose ends are the same is none."""
        return self.value is None and (self.low != self.high or self.se is not None)

    def _stated_range(self) -> StatedRange:
        return StatedRange(
            self.low,
            self.likely,
            self.high,
            self.se,
            self.shape,
            self.ends,
            has_value=self.value is not None,
        )


class UsualTime(Input):
    """The usual time to effect of such work, which stands where a case states none."""

    usual_for: Text = Field(description="the pack or the measure whose usual time it is")
