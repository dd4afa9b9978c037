"""Formulas in words, as mathematics, and with their numbers: of `roi/`, of a working, of editors."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from roi_casebook.appraisal.working import Step, Terms
from roi_casebook.case.timeline import Moment
from roi_casebook.notation.mathml import equation
from roi_casebook.notation.words import Words, in_words, with_numbers
from roi_casebook.roi.algebra.expressions import Node, Sum
from roi_casebook.roi.flows import Flows, Line
from roi_casebook.roi.written_as import written_as
from roi_casebook.wording.catalogue import Catalogue
from roi_casebook.wording.names import NO_NAMES, Names, OwnNames
from roi_casebook.wording.numbers import WHOLE_MONEY_FROM, WORKING_DIGITS, Numbers
from roi_casebook.wording.times import Times
from roi_casebook.wording.typography import MINUS

PERCENT_DIGITS = 3
AMOUNTS = {"cost_amount", "benefit_amount", "balance"}
"""Inputs that are a line's amounts, each at its moment."""


@dataclass(frozen=True)
class WorkedLine:
    """A formula with its numbers and its result; `year` is "" where there is but one."""

    year: str
    formula: str
    result: str

    @property
    def is_result(self) -> bool:
        """Whether the formula with its numbers is no more than the result."""
        return self.formula.removeprefix("(").removesuffix(")") == self.result


@dataclass(frozen=True)
class Formulas:
    """Formulas as a language writes them; their numbers are rounded so that a reader can follow."""

    catalogue: Catalogue
    numbers: Numbers
    names: Names

    def words(self, labels: OwnNames = NO_NAMES) -> Words:
        """Give the words in which formulas are written."""
        return Words(
            name=lambda quantity: self.names.short_name(quantity, labels),
            total={
                "line": self.catalogue.t("sum_over_lines", of="{}"),
                "moment": self.catalogue.t("sum_over_moments", of="{}"),
                "year": self.catalogue.t("sum_over_years", of="{}"),
            },
            number=self.numbers.number,
        )

    def in_words(self, tree: Node, labels: OwnNames = NO_NAMES) -> str:
        """Write a formula in words: (PV of benefits − PV of costs) ÷ PV of costs."""
        return in_words(tree, self.words(labels)) if labels else self._in_words(tree)

    @cached_property
    def _in_words(self) -> Callable[[Node], str]:
        """The words of the formulas of `roi/`, which are the same in all cases."""
        words = self.words()
        return cache(lambda tree: in_words(tree, words))

    def mathml(self, name: str, tree: Node, labels: OwnNames = NO_NAMES) -> str:
        """Write ``name = formula`` as a <math> element."""
        if labels:
            return equation(name, tree, lambda quantity: self.names.short_name(quantity, labels))
        return self._equation(name, tree)

    @cached_property
    def _equation(self) -> Callable[[str, Node], str]:
        """The equations of `roi/`, as above."""
        return cache(lambda name, tree: equation(name, tree, self.names.short_name))

    def step_with_numbers(
        self,
        step: Step,
        currency: str,
        flows: Flows | None = None,
        moments: Sequence[Moment] = (),
    ) -> tuple[WorkedLine, ...]:
        """Write a step with its numbers, a line for each moment at which it is not zero.

        flows: with them, an amount or a share that is not known says so instead of a bare zero;
        moments: when the money of the case moves; each year from the start without them.
        """
        unknown = _unknowns(step, flows)
        if _adds_whole_lines(step):
            whole = Step(step.name, None, step.tree, step.axes, (sum(step.values),), step.terms)
            label = self._all(moments) if len(step.values) > 1 else ""
            return (self._worked(whole, currency, unknown.get(0, set()), label),)
        if len(step.values) == 1:
            return (self._worked(step, currency, unknown.get(0, set())),)
        shown = [year for year, value in enumerate(step.values) if value or year in unknown] or [0]
        return tuple(
            self._worked(
                _in_year(step, year),
                currency,
                unknown.get(year, set()),
                self._when(step, year, moments),
            )
            for year in shown
        )

    def _all(self, moments: Sequence[Moment]) -> str:
        is_yearly = not moments or moments[0].way == "year"
        return self.catalogue.t("all_years" if is_yearly else "all_moments")

    def _when(self, step: Step, number: int, moments: Sequence[Moment]) -> str:
        """Name the moment, or the year to the horizon, that a step's number stands for."""
        if "year" in step.axes:  # these begin a year after the start
            return self.catalogue.t("year_number", year=str(number + 1))
        if not moments:
            return self.catalogue.t("year_number", year=str(number))
        return Times(self.catalogue, self.numbers).moment(moments[number])

    def _worked(self, step: Step, currency: str, unknown: set[str], label: str = "") -> WorkedLine:
        is_money = written_as(step.name) == "money"
        to_cents = is_money and abs(step.values[0]) < WHOLE_MONEY_FROM

        def values(name: str) -> list[str]:
            terms = [value for value in step.terms[name] if value] or [0.0]
            texts = [
                _bracketed(self.in_working(name, value, currency, to_cents=to_cents))
                for value in terms
            ]
            return [self.catalogue.t("taken_as", value=texts[0])] if name in unknown else texts

        return WorkedLine(
            year=label,
            formula=with_numbers(step.tree, self.numbers.number, values),
            result=self.in_working(step.name, step.values[0], currency),
        )

    def in_working(self, name: str, x: float, currency: str, *, to_cents: bool = False) -> str:
        """Write a value of a quantity in a working: money, per cent, or a plain number.

        to_cents: larger amounts keep their cents, for so small is what comes of them.
        """
        match written_as(name):
            case "money":
                return self.numbers.money_exact(x, currency, to_cents=to_cents)
            case "percent":
                return self.numbers.percent_exact(x, PERCENT_DIGITS)
            case _:
                return self.numbers.number(x, WORKING_DIGITS)

    def with_texts(self, tree: Node, texts: Mapping[str, str]) -> str:
        """Write a formula with what stands for each of its names."""
        return with_numbers(tree, self.numbers.number, lambda name: [_bracketed(texts[name])])

    def formula_with_numbers(
        self,
        tree: Node,
        amounts: Mapping[str, float | None],
        units: Mapping[str, str],
        currency: str,
    ) -> str:
        """Write an editor's formula with the values of its inputs, each with its unit.

        amounts: the value of each input and constant, None where unknown; units: as in the case.
        """

        def value(name: str) -> list[str]:
            amount = amounts[name]
            if amount is None:
                return [self.catalogue.t("unknown")]
            return [_bracketed(self.numbers.quantity(amount, units[name], currency))]

        return with_numbers(tree, self.numbers.number, value)


def _adds_whole_lines(step: Step) -> bool:
    """Tell whether a step sums over several lines: its terms are then the totals of lines."""
    if not (isinstance(step.tree, Sum) and step.tree.axis == "line"):
        return False
    return step.terms[step.tree.of.name] != step.values


def _in_year(step: Step, year: int) -> Step:
    terms = {name: _of_year(values, year) for name, values in step.terms.items()}
    return Step(step.name, step.line, step.tree, step.axes, (step.values[year],), terms)


def _of_year(values: Terms, year: int) -> Terms:
    return values if len(values) == 1 else (values[year],)


def _unknowns(step: Step, flows: Flows | None) -> dict[int, set[str]]:
    """Give the names in a line's step that are not known, by year."""
    line = _line(step, flows) if flows else None
    if line is None:
        return {}
    shares = {share for share, value in line.shares.items() if value is None}
    found = {
        year: {name for name in step.terms if name in shares or (gap and name in AMOUNTS)}
        for year, gap in enumerate(amount is None for amount in line.amounts)
    }
    return {year: names for year, names in found.items() if names}


def _line(step: Step, flows: Flows) -> Line | None:
    lines = (*flows.costs, *flows.benefits, *flows.balances)
    return next((line for line in lines if line.name == step.line), None)


def _bracketed(text: str) -> str:
    return f"({text})" if text.startswith(MINUS) else text
