"""Figures, and the reasons why there is none, as a page shows them."""

from dataclasses import dataclass
from typing import Literal

from roi_casebook.roi.figure_table import shown_as
from roi_casebook.roi.figures import Bound, Figure, Reason
from roi_casebook.wording.catalogue import Catalogue, has_entry
from roi_casebook.wording.chance import ChanceTexts, is_settled, says_nothing
from roi_casebook.wording.labels import Labels
from roi_casebook.wording.names import Names
from roi_casebook.wording.numbers import HEADLINE_DIGITS, MULTIPLE_FROM, Numbers
from roi_casebook.wording.open_sides import Namer, SideTexts, nameless
from roi_casebook.wording.times import Times, is_within_first_year
from roi_casebook.wording.typography import capitalised


def is_beyond_all(figure: Figure) -> bool:
    """Tell a share of the benefits that would have to be above all; "at most" so much may be less."""
    value = figure.value or 0.0
    return (
        shown_as(figure.name) == "share" and value > 1 and figure.side not in {"or_lower", "either"}
    )


def _is_said(figure: Figure) -> bool:
    """Tell whether the value itself says what a bound would."""
    return is_beyond_all(figure) or says_nothing(figure) or is_settled(figure)


@dataclass(frozen=True)
class FigureText:
    """A figure for readers.

    name: its full name; text: its value, with what stands beside it where it is open or "about", ""
    where it has none; qualifier: "at most" or "at least", else ""; reason: a sentence why there is
    none, and reason_short a few words, else ""; range: between which values it lies, where its
    inputs have ranges: in 8 of 10 outcomes, or under a condition where it has a side; that it may
    move both ways, or that there may be nothing to divide by, where it has none; else "".
    """

    name: str
    short_name: str
    kind: Literal["value", "bound", "reason"]
    text: str = ""
    qualifier: str = ""
    reason: str = ""
    reason_short: str = ""
    range: str = ""

    @property
    def whole(self) -> str:
        """The value with its qualifier, or the reason in short."""
        return " ".join(part for part in (self.qualifier, self.text) if part) or self.reason_short


@dataclass(frozen=True)
class FigureTexts:
    """Figures and reasons in a language."""

    catalogue: Catalogue
    numbers: Numbers
    times: Times
    names: Names
    labels: Labels
    chance: ChanceTexts
    sides: SideTexts

    def figure(
        self,
        figure: Figure,
        currency: str,
        named: Namer = nameless,
        digits: int = HEADLINE_DIGITS,
    ) -> FigureText:
        """Write a figure: its value with its side, or the reason why there is none.

        named: what the causes of its side are called in its case; digits: of an amount.
        """
        names = (self.names.full_name(figure.name), self.names.short_name(figure.name))
        if figure.value is None:
            reason = figure.reason
            assert reason is not None  # noqa: S101 -- a figure has a value or a reason
            return FigureText(
                *names,
                "reason",
                reason=self._reason_of(figure, reason),
                reason_short=self.reason_short(reason),
            )
        if shown_as(figure.name) == "need" and not figure.value:
            return FigureText(*names, "value", text=self._nothing_needed(figure))
        return FigureText(
            *names,
            "bound" if figure.bound else "value",
            text=self._beside(figure, self.value(figure, figure.value, currency, digits)),
            qualifier=self._qualifier(figure),
            range=self._range(figure, currency, named),
        )

    def _nothing_needed(self, figure: Figure) -> str:
        """Say that money alone pays back, or may do so: an amount of nothing says neither."""
        return self.catalogue.t(
            "soft.undecided_short" if figure.side in {"or_higher", "either"} else "soft.nothing"
        )

    def _range(self, figure: Figure, currency: str, named: Namer) -> str:
        if shown_as(figure.name) == "chance" and not says_nothing(figure):
            return self.catalogue.t("chance.given")
        if figure.p10 is None or figure.p50 is None or figure.p90 is None:
            return self.sides.may_be_none(figure) or self.sides.open(figure)
        if figure.side:
            return self.sides.under(figure, self.limits(figure, currency), named)
        ends = {"low": figure.p10, "middle": figure.p50, "high": figure.p90}
        written = {end: self.value(figure, x, currency) for end, x in ends.items()}
        told = len(set(written.values()))
        if told == 1:
            return ""
        key = "range.drawn" if told == len(ends) else "range.drawn_ends"
        return self.catalogue.t(key, **written)

    def written(self, figure: Figure, text: str) -> str:
        """Put what is to be said of a figure's side to its value, which is written elsewhere."""
        return " ".join(filter(None, (self._qualifier(figure), self._beside(figure, text))))

    def with_bound(self, figure: Figure, currency: str) -> str:
        """Write a figure with its side, or in a few words why it has no value."""
        if figure.value is None:
            return self.figure(figure, currency).whole
        return self.written(figure, self.value(figure, figure.value, currency))

    def in_limits(self, figure: Figure, currency: str) -> str:
        """Write a figure by the limits between which it was drawn, with its side."""
        if figure.p10 is None or figure.p90 is None:
            return self.with_bound(figure, currency)
        return self._beside(figure, self.limits(figure, currency))

    def limits(self, figure: Figure, currency: str) -> str:
        """Write the limits between which a figure was drawn in 8 of 10 outcomes, as far as known."""
        low, high = (self.value(figure, x or 0.0, currency) for x in (figure.p10, figure.p90))
        return low if low == high else self.catalogue.t("range", low=low, high=high, unit="")

    def _beside(self, figure: Figure, text: str) -> str:
        return text if _is_said(figure) else self.sides.beside(figure, text)

    def _qualifier(self, figure: Figure) -> str:
        return self.bound(figure) if figure.bound and not _is_said(figure) else ""

    def value(self, figure: Figure, x: float, currency: str, digits: int = HEADLINE_DIGITS) -> str:
        """Write a value in a figure's unit."""
        if figure.unit == "money":
            is_each = shown_as(figure.name) == "ratio"  # what comes back for each unit of money
            one = 1.0 if is_each else 0.0
            return self.numbers.money_apart_from(one, x, currency, digits)
        if figure.unit == "month":
            months = self.times.until(x, figure.counted_in)
            return self.catalogue.t("payback.again", months=months) if figure.again else months
        return self._ratio(figure, x)

    def _ratio(self, figure: Figure, x: float) -> str:
        match shown_as(figure.name):
            case "chance":
                return self._chance(figure, x)
            case "share" if x > 1 and is_beyond_all(figure):
                return self.catalogue.t("more_than", value=self.numbers.percent(1.0))
            case "ratio":
                return self.numbers.apart_from(1.0, x, HEADLINE_DIGITS)
            case "count":
                return self.numbers.headline(x, "1")
            case "rate" if x > MULTIPLE_FROM:
                return self._high_rate(figure, x)
            case kind:
                key = "multiple_of_cost" if kind == "return" else "multiple"
                return self.numbers.percent(x, key)

    def _chance(self, figure: Figure, x: float) -> str:
        if says_nothing(figure) and x == figure.value:
            return self.catalogue.t("chance.open_short")
        return self.chance.number(x)

    def _high_rate(self, figure: Figure, x: float) -> str:
        if figure.bound:
            return self.numbers.percent_exact(x, HEADLINE_DIGITS)
        return self.catalogue.t("more_than", value=self.numbers.percent(float(MULTIPLE_FROM)))

    def bound(self, figure: Figure) -> str:
        """Say that a value is the most or the least it can be; of a time, the earliest or latest."""
        bound: Bound = figure.bound or "at_most"
        months = figure.value or 0.0
        is_early = figure.unit == "month" and is_within_first_year(months, figure.counted_in)
        return self.labels.label("bound_in_time" if is_early else "bound", bound)

    def reason(self, reason: Reason, figure: str | None = None) -> str:
        """Say in a sentence why there is no figure; with a figure's name: No ROI: ...."""
        clause = self.catalogue.entry("reasons", reason, "clause")
        if figure is None:
            return f"{capitalised(clause)}."
        if has_entry("quantities", figure, "missing"):
            missing = self.catalogue.entry("quantities", figure, "missing")
            return self.catalogue.t("no_such_figure", missing=missing, because=clause)
        return self.catalogue.t("no_figure", name=self.names.short_name(figure), because=clause)

    def reason_short(self, reason: Reason) -> str:
        """Say in a few words why there is no figure."""
        return self.catalogue.entry("reasons", reason, "short")

    def _reason_of(self, figure: Figure, reason: Reason) -> str:
        sentence = self.reason(reason, figure.name)
        if not figure.roots:
            return sentence
        roots = self.catalogue.listed([self.numbers.percent(root) for root in figure.roots])
        return f"{sentence} {self.catalogue.t('roots', roots=roots)}"
