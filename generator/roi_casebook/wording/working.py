"""A step of the working with its numbers: one line of reading for each year that it has."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from roi_casebook.appraisal.working import Step
from roi_casebook.notation.words import with_numbers
from roi_casebook.roi.expressions import Name
from roi_casebook.wording.names import Names
from roi_casebook.wording.numbers import WORKING_DIGITS
from roi_casebook.wording.tables import table

PERCENT_DIGITS = 3


@dataclass(frozen=True)
class WorkedLine:
    """A formula with its numbers and its result; `year` is "" where it holds for all years."""

    year: str
    formula: str
    result: str


@dataclass(frozen=True)
class Workings(Names):
    """Steps of the working, rounded so that a reader can follow."""

    def with_numbers(self, step: Step, currency: str) -> tuple[WorkedLine, ...]:
        """Write a step with its numbers, a line for each year; years in which all is zero are left out."""
        if len(step.values) == 1 or _sums_lines(step):
            return (self._worked(step, currency, None),)
        years = [year for year, value in enumerate(step.values) if value]
        return tuple(self._worked(step, currency, year) for year in years or [0])

    def _worked(self, step: Step, currency: str, year: int | None) -> WorkedLine:
        show = partial(self.in_working, currency=currency)
        result = sum(step.values) if year is None else step.values[year]
        return WorkedLine(
            year="" if year is None else self.t("year_number", year=str(year)),
            formula=with_numbers(
                step.tree, self.number, lambda name: _terms(step, name, year, show)
            ),
            result=show(step.name, result),
        )

    def in_working(self, name: str, x: float, currency: str) -> str:
        """Write a value of a quantity in a working: money, per cent, a factor, years, as it is."""
        match table("quantities").get(name, {}).get("unit", "number"):
            case "money":
                return self.money_exact(x, currency)
            case "percent":
                return self.percent_exact(x, PERCENT_DIGITS)
            case _:
                return self.number(x, WORKING_DIGITS)


def _sums_lines(step: Step) -> bool:
    """Tell whether a step adds up lines of several years: its terms are then whole lines."""
    return any(len(terms) != len(step.values) for terms in step.terms.values()) and not isinstance(
        step.tree, Name
    )


def _terms(step: Step, name: str, year: int | None, show: Callable[[str, float], str]) -> list[str]:
    """Write the numbers that stand for a name: of its year, or all that a sum adds up."""
    values = step.terms[name]
    if year is not None:
        return [_bracketed(show(name, values[year if len(values) > 1 else 0]), values)]
    terms = [value for value in values if value] or [0.0]
    return [_bracketed(show(name, value), values) for value in terms]


def _bracketed(text: str, _values: object) -> str:
    return f"({text})" if text.startswith("−") else text
