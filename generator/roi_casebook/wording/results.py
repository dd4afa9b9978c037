"""What one of a counted result cost, in words: so much per hire, or per additional hire.

The amount is written as every figure is, with its side and range; only what it is for is added.
"""

from dataclasses import dataclass, replace

from roi_casebook.appraisal.cost_per_result import CostPerResult
from roi_casebook.roi.figures import Figure
from roi_casebook.wording.catalogue import Catalogue
from roi_casebook.wording.figures import FigureText, FigureTexts
from roi_casebook.wording.labels import Labels
from roi_casebook.wording.numbers import HEADLINE_DIGITS, Numbers
from roi_casebook.wording.open_sides import Namer, nameless

ONE = 1.0


@dataclass(frozen=True)
class ResultTexts:
    """Costs per result in a language."""

    catalogue: Catalogue
    numbers: Numbers
    labels: Labels
    figures: FigureTexts

    def unit(self, one: CostPerResult) -> str:
        """Name one of what is counted: hire; additional hire, where it was held against something."""
        word = self._word(one, ONE)
        return self.catalogue.t("results.additional", unit=word) if one.is_additional else word

    def name(self, one: CostPerResult) -> str:
        """Name the figure: cost per hire; cost per result, where nothing is counted."""
        if not one.unit:
            return self.figures.names.short_name(one.cost.name)
        return self.catalogue.t("results.name", unit=self.unit(one))

    def cost(self, one: CostPerResult, currency: str, named: Namer = nameless) -> FigureText:
        """Write what one cost, or why that cannot be said."""
        plain, name = self.figures.figure(one.cost, currency, named), self.name(one)
        text = self._with("results.each", self.unit(one)).figure(one.cost, currency, named).text
        return replace(plain, name=name, short_name=name, text=text)

    def amount(self, one: CostPerResult, value: float, currency: str) -> str:
        """Write another amount as one for each result: $600 per hire."""
        return self._with("results.each", self.unit(one)).value(one.cost, value, currency)

    def with_doubt(self, one: CostPerResult, text: str) -> str:
        """Write beside the cost of one that there may be nothing to divide by, where that is so."""
        doubt = self.figures.sides.may_be_none(one.cost)
        return self.catalogue.t("results.doubted", value=text, doubt=doubt) if doubt else text

    def limits(self, one: CostPerResult, currency: str) -> str:
        """Write the limits between which the cost of one was drawn: $50 to $70 per hire."""
        limits = self.figures.limits(one.cost, currency)
        return self.catalogue.t("results.each", value=limits, unit=self.unit(one))

    def in_limits(self, one: CostPerResult, currency: str) -> str:
        """Write the cost of one by its limits, with its side."""
        return self.figures.sides.beside(one.cost, self.limits(one, currency))

    def _word(self, one: CostPerResult, n: float) -> str:
        """Name so many of what is counted, as its measure does; else by its unit."""
        measure = self.labels.vocabulary.measures[one.measure]
        if measure.counted:
            return self.labels.result(measure, n)
        return self.numbers.unit_word(one.unit, n)

    def _with(self, key: str, unit: str) -> "_WithUnit":
        return _WithUnit(**vars(self.figures), key=key, unit=unit)

    def count(self, one: CostPerResult) -> str:
        """Write how many came, with what is open of the count itself; "" where that is not known.

        How many of them would have come anyway is told of the cost of one, not of those that came.
        """
        count = one.count
        if count is None or count.value is None:
            return ""
        of_itself = any(cause.kind != "share" for cause in count.because)
        write = self._with("results.count", self._word(one, count.value))
        return write.with_bound(count if of_itself else count.exactly(), "")

    def worth_alone(self, one: CostPerResult, currency: str) -> str:
        """Write what each would have to be worth; "" where nothing is missing or that is not known."""
        worth = one.worth
        if worth is None or worth.value is None or worth.value <= 0:
            return ""
        return self.figures.in_limits(worth, currency)

    def worth(self, one: CostPerResult, currency: str) -> str:
        """Say what each would have to be worth for the whole to pay; "" where nothing is missing.

        At most so much is the most that it may have to be: less may do.
        """
        worth = one.worth
        if worth is None or worth.value is None or worth.value <= 0:
            return ""
        return self.catalogue.t(
            f"results.{_pays(worth)}",
            value=self.figures.in_limits(worth.exactly(), currency),
            unit=self.unit(one),
        )


@dataclass(frozen=True)
class _WithUnit(FigureTexts):
    """Figures whose values are written with what they are of; what stands beside comes after."""

    key: str
    unit: str

    def value(self, figure: Figure, x: float, currency: str, digits: int = HEADLINE_DIGITS) -> str:
        """Write a value with its unit."""
        value = super().value(figure, x, currency, digits)
        return self.catalogue.t(self.key, value=value, unit=self.unit)


def _pays(worth: Figure) -> str:
    """Say from which worth on it pays, whatever is not known: at once, with more, or that this is open."""
    sides = {None: "pays", "or_lower": "pays_at_most", "or_higher": "pays_at_least"}
    return sides.get(worth.side, "pays_open")
