"""What a line states by a formula, with its numbers: once, or year by year where inputs have years."""

from collections.abc import Iterator
from dataclasses import dataclass

from roi_casebook.appraisal.amounts import (
    Amounts,
    amounts_of,
    formula_value,
    inputs_of,
    units_of,
    value_in_year,
)
from roi_casebook.case import Case
from roi_casebook.case.named_inputs import GROWS
from roi_casebook.case.timeline import Moment
from roi_casebook.pages.parts.notes import StatedAmount
from roi_casebook.roi.algebra.expressions import Node
from roi_casebook.roi.algebra.tracing import traced_quantities
from roi_casebook.roi.quantities import GROWTH_AXES, GROWTH_QUANTITIES
from roi_casebook.wording import Wording, WorkedLine
from roi_casebook.wording.numbers import WORKING_DIGITS
from roi_casebook.written.scalars import UNKNOWN

SHARE = "share"


def growth_tree() -> Node:
    """Give the formula of what grows, in the names of `roi/`."""
    return traced_quantities(quantities=GROWTH_QUANTITIES, axes=GROWTH_AXES)["grown_amount"]


@dataclass(frozen=True)
class WorkedAmounts:
    """The amounts of a case's lines, worked out in a language."""

    case: Case
    wording: Wording

    def lines(self, stated: StatedAmount) -> Iterator[tuple[tuple[Moment, ...], WorkedLine]]:
        """Give each line of numbers with the moments for which it stands."""
        when = stated.when or ()
        if not stated.yearly:
            yield (
                when,
                self._worked(stated, self._amounts, formula_value(stated.formula, self._amounts)),
            )
            return
        for at in when:
            yield (at,), self._at(stated, at)

    def growth(self, stated: StatedAmount, name: str) -> Iterator[tuple[Moment, WorkedLine]]:
        """Give what an input that grows is at each moment of a line, with its numbers."""
        unit, numbers = self.case.inputs[name].unit, self.wording.numbers
        known = self._amounts[name] or 0.0, self._amounts[f"{name}{GROWS}"] or 0.0
        for at in stated.when or ():
            texts = {
                "first_amount": numbers.quantity(known[0], unit, self._currency),
                "growth": numbers.percent_exact(known[1]),
                "years_grown": numbers.number(at.years_since(stated.first), WORKING_DIGITS),
            }
            value = value_in_year(self.case, name, self._amounts, at, stated.first)
            formula = self.wording.formulas.with_texts(growth_tree(), texts)
            yield (
                at,
                WorkedLine("", formula, numbers.computed(value or 0.0, unit, self._currency)),
            )

    def _at(self, stated: StatedAmount, at: Moment) -> WorkedLine:
        amounts = {
            name: value_in_year(self.case, name, self._amounts, at, stated.first)
            for name in inputs_of(stated.tree)
        }
        value = value_in_year(self.case, stated.formula, self._amounts, at, stated.first)
        return self._worked(stated, amounts, value)

    def _worked(self, stated: StatedAmount, amounts: Amounts, value: float | None) -> WorkedLine:
        unit = self._currency if stated.when is not None else SHARE
        formula = self.wording.formulas.formula_with_numbers(
            stated.tree, amounts, units_of(self.case), self._currency
        )
        result = (
            self.wording.t(UNKNOWN)
            if value is None
            else self.wording.numbers.computed(value, unit, self._currency)
        )
        return WorkedLine("", formula, result)

    @property
    def _amounts(self) -> Amounts:
        return amounts_of(self.case)

    @property
    def _currency(self) -> str:
        return self.case.money.currency
