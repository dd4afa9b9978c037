"""Figures, reasons and the basis, as a page shows them."""

from dataclasses import dataclass
from typing import Literal

from roi_casebook.appraisal import Basis
from roi_casebook.roi.figures import Bound, Figure, Reason
from roi_casebook.wording.catalogues import capitalised, entry_text, has_entry
from roi_casebook.wording.chance_bounds import (
    CHANCE,
    LEAST_CHANCE,
    is_least,
    is_most,
    is_settled,
    says_nothing,
)
from roi_casebook.wording.labels import Labels
from roi_casebook.wording.numbers import HEADLINE_DIGITS, MULTIPLE_FROM
from roi_casebook.wording.times import MONTHS_PER_YEAR

SOFT = "soft_switching_value"
ATTRIBUTION = "break_even_attribution"
"""A share of the benefits: where it would have to be above all of them, how far above says nothing."""
PLAIN_RATIOS = {"bcr", "sroi_ratio"}
"""Ratios that are no percentage."""
CHANCE_DIGITS = 2
RETURNS = {"roi", "roi_simple"}
"""Ratios to the cost."""
RATES = {"irr", "mirr", "annualised_roi"}
"""Rates a year: above 1,000 % they say nothing more."""


def is_beyond_all(figure: Figure) -> bool:
    """Tell a share of the benefits that would have to be above all; "at most" so much may be less."""
    value = figure.value or 0.0
    return figure.name == ATTRIBUTION and value > 1 and figure.bound != "at_most"


@dataclass(frozen=True)
class FigureText:
    """A figure for readers.

    name: its full name; text: its value, "" where it has none; qualifier: "at most" or "at least",
    else ""; reason: a sentence why there is none, and reason_short a few words, else ""; range:
    between which values it lies in 8 of 10 outcomes, where its inputs have ranges, else "".
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
class BasisText:
    """What kind of numbers these are: short chips, and one sentence.

    nature: the chips that say what was counted, in whose accounts; without prices, rate, horizon.
    """

    nature: tuple[str, ...]
    chips: tuple[str, ...]
    sentence: str


@dataclass(frozen=True)
class Verdicts(Labels):
    """Figures, reasons and the basis in a language."""

    def figure(self, figure: Figure, currency: str) -> FigureText:
        """Write a figure: its value with its bound, or the reason why there is none."""
        names = (self.name(figure.name), self.short_name(figure.name))
        if figure.value is None:
            reason = figure.reason
            assert reason is not None  # noqa: S101 -- a figure has a value or a reason
            return FigureText(
                *names,
                "reason",
                reason=self._reason_of(figure, reason),
                reason_short=self.reason_short(reason),
            )
        if figure.name == SOFT and not figure.value:
            return FigureText(*names, "value", text=self._nothing_needed(figure))
        return FigureText(
            *names,
            "bound" if figure.bound else "value",
            text=self.value(figure, figure.value, currency),
            qualifier=self._qualifier(figure),
            range=self._range(figure, currency),
        )

    def _nothing_needed(self, figure: Figure) -> str:
        """Say that money alone pays back, or may do so: an amount of nothing says neither."""
        return self.t("soft.undecided_short" if figure.bound == "at_least" else "soft.nothing")

    def _range(self, figure: Figure, currency: str) -> str:
        if figure.p10 is None or figure.p50 is None or figure.p90 is None:
            return ""
        if figure.p10 == figure.p90:  # no range touches it
            return ""
        ends = {"low": figure.p10, "middle": figure.p50, "high": figure.p90}
        return self.t(
            "range.drawn", **{end: self.value(figure, x, currency) for end, x in ends.items()}
        )

    def with_bound(self, figure: Figure, currency: str) -> str:
        """Write a figure that has a value, with its bound."""
        return self._bounded(figure, self.value(figure, figure.value or 0.0, currency))

    def in_limits(self, figure: Figure, currency: str) -> str:
        """Write a figure by the limits between which it was drawn, with its bound."""
        return self._bounded(figure, self.limits(figure, currency))

    def limits(self, figure: Figure, currency: str) -> str:
        """Write the limits between which a figure lies in 8 of 10 outcomes."""
        low, high = (self.value(figure, x or 0.0, currency) for x in (figure.p10, figure.p90))
        return self.t("range", low=low, high=high, unit="")

    def _bounded(self, figure: Figure, text: str) -> str:
        return " ".join(filter(None, (self._qualifier(figure), text)))

    def _qualifier(self, figure: Figure) -> str:
        is_said = is_beyond_all(figure) or says_nothing(figure) or is_settled(figure)
        return self.bound(figure) if figure.bound and not is_said else ""

    def value(self, figure: Figure, x: float, currency: str) -> str:
        """Write a value in a figure's unit."""
        if figure.unit == "money":
            return self.money(x, currency)
        if figure.unit == "month":
            months = self.months(x, yearly=True)
            return self.t("payback.again", months=months) if figure.again else months
        return self._ratio(figure, x)

    def _ratio(self, figure: Figure, x: float) -> str:
        if says_nothing(figure) and x == figure.value:
            return self.t("chance.open_short")
        if figure.name == CHANCE:
            return self._chance(x)
        if x > 1 and is_beyond_all(figure):
            return self.t("more_than", value=self.percent(1.0))
        if figure.name in PLAIN_RATIOS:
            return self.number(x, HEADLINE_DIGITS)
        if figure.name in RATES and x > MULTIPLE_FROM:
            return self._high_rate(figure, x)
        return self.percent(x, "multiple_of_cost" if figure.name in RETURNS else "multiple")

    def _chance(self, x: float) -> str:
        """Write a chance in whole per cent, never as certain."""
        if is_least(x):
            return self.t("less_than", value=self.percent(LEAST_CHANCE))
        if is_most(x):
            return self.t("more_than", value=self.percent(1 - LEAST_CHANCE))
        return self.percent_exact(x, CHANCE_DIGITS)

    def _high_rate(self, figure: Figure, x: float) -> str:
        if figure.bound:
            return self.percent_exact(x, HEADLINE_DIGITS)
        return self.t("more_than", value=self.percent(float(MULTIPLE_FROM)))

    def bound(self, figure: Figure) -> str:
        """Say that a value is the most or the least it can be; of a time, the earliest or latest."""
        bound: Bound = figure.bound or "at_most"
        is_early = figure.unit == "month" and (figure.value or 0.0) < MONTHS_PER_YEAR
        return self.label("bound_in_time" if is_early else "bound", bound)

    def reason(self, reason: Reason, figure: str | None = None) -> str:
        """Say in a sentence why there is no figure; with a figure's name: No ROI: ...."""
        clause = entry_text("reasons", (reason, "clause"), self.language)
        if figure is None:
            return f"{capitalised(clause)}."
        if has_entry("quantities", figure, "missing"):
            missing = entry_text("quantities", (figure, "missing"), self.language)
            return self.t("no_such_figure", missing=missing, because=clause)
        return self.t("no_figure", name=self.short_name(figure), because=clause)

    def reason_short(self, reason: Reason) -> str:
        """Say in a few words why there is no figure."""
        return entry_text("reasons", (reason, "short"), self.language)

    def _reason_of(self, figure: Figure, reason: Reason) -> str:
        sentence = self.reason(reason, figure.name)
        if not figure.roots:
            return sentence
        roots = self.listed([self.percent(root) for root in figure.roots])
        return f"{sentence} {self.t('roots', roots=roots)}"

    def listed(self, texts: list[str]) -> str:
        """Write a list in a sentence: a, b and c."""
        if len(texts) < 2:  # noqa: PLR2004 -- one needs no list
            return "".join(texts)
        return f"{', '.join(texts[:-1])} {self.t('and')} {texts[-1]}"

    def basis(self, basis: Basis) -> BasisText:
        """Say what figures rest on: chips for beside a number, a sentence for its note."""
        accounts = self.label("accounts", basis.perspective)
        nature = (
            *self._nature(basis, accounts),
            self.label("benefit", basis.benefit),
            self.label("counterfactual", basis.counterfactual),
            *(self.label("taken_off", share) for share in basis.taken_off),
        )
        chips = (
            *nature,
            self._prices(basis),
            self._rate(basis, "basis.rate", "timing_short"),
            self.t("horizon", years=self.horizon(basis.horizon_years)),
            basis.currency,
        )
        sentence = self._basis_sentence(basis, accounts)
        return BasisText(tuple(filter(None, nature)), tuple(filter(None, chips)), sentence)

    def _nature(self, basis: Basis, accounts: str) -> tuple[str, ...]:
        """Say how the amounts were found, and in which lane they stand."""
        status = self.label("status", basis.status)
        if basis.lane == "hard":
            return status, self.t("basis.accounts", accounts=accounts)
        kind = self.t("social.forecast" if basis.status == "forecast" else "social.evaluative")
        is_known = basis.status != "unknown"
        return (*([kind] if is_known else []), status, self.t("basis.for_others"))

    def _basis_sentence(self, basis: Basis, accounts: str) -> str:
        counterfactual = self.label("counterfactual", basis.counterfactual)
        taken_off = [self.label("taken_off", share) for share in basis.taken_off]
        key = "basis.sentence_unknown" if basis.status == "unknown" else "basis.sentence"
        if basis.lane == "social":
            accounts = self.t("basis.no_accounts")
        return self.t(
            key,
            status=self.label("status_of_figures", basis.status),
            accounts=accounts,
            benefit=self.label("benefit", basis.benefit),
            counterfactual="".join(f", {each}" for each in (counterfactual, *taken_off) if each),
            currency=basis.currency,
            prices=self._prices(basis),
            rate=self._rate(basis, "rate", "timing"),
            horizon=self.t("horizon", years=self.horizon(basis.horizon_years)),
        )

    def _prices(self, basis: Basis) -> str:
        return self.t(f"prices.{basis.prices}", year=str(basis.price_year))

    def _rate(self, basis: Basis, key: str, timings: str) -> str:
        if basis.horizon_years == 0 or not basis.is_discounted:
            return self.t("rate.undiscounted")
        if basis.discount_rate is None:
            return self.t("rate.missing")
        timing = self.label(timings, basis.timing)
        return self.t(key, rate=self.percent_exact(basis.discount_rate), timing=timing)
