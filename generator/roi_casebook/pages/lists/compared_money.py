"""Cases in one currency and one year's prices, for comparison only, and what that rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.evidence.locks import Locks
from roi_casebook.library.comparison import Comparison, Conversion, comparable, conversion_of
from roi_casebook.library.table import COMPARABLE
from roi_casebook.pages.parts.case_rows import ComparedLine
from roi_casebook.pages.parts.standing import as_it_may_stand, mark_of, marked, result_text
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import Wording


@dataclass(frozen=True)
class Amount:
    """An amount for comparison, or why there is none; mark: of its evidence, or ""."""

    text: str
    is_reason: bool
    mark: str
    marked: str


@dataclass(frozen=True)
class ComparedMoney:
    """Cost and NPV of a case for comparison; missing: the rate or index that there is not, or "".

    is_same: its money is that of the comparison already.
    """

    cost: Amount
    npv: Amount
    missing: str
    is_same: bool


def compared(judged: JudgedCase, wording: Wording, comparison: Comparison) -> ComparedMoney:
    """Bring a case's cost and NPV to the comparison."""
    how = conversion_of(judged.leading, comparison)
    missing = wording.labels.missing_money(how)
    cost, npv = (
        _amount(wording, judged.evidence.locks, comparable(figure, how), comparison, missing)
        for figure in _figures(judged)
    )
    return ComparedMoney(cost, npv, missing, _is_same(how))


def compared_figure(
    judged: JudgedCase, wording: Wording, comparison: Comparison, name: str
) -> Amount:
    """Bring one figure of money of the leading reading to the comparison, as it may stand."""
    how = conversion_of(judged.leading, comparison)
    figure = comparable(as_it_may_stand(judged, judged.leading, name), how)
    missing = wording.labels.missing_money(how)
    return _amount(wording, judged.evidence.locks, figure, comparison, missing)


def _figures(judged: JudgedCase) -> Iterator[Figure]:
    """Give cost and NPV as they may stand."""
    return (as_it_may_stand(judged, judged.leading, name) for name in COMPARABLE)


def _amount(
    wording: Wording, locks: Locks, figure: Figure, comparison: Comparison, missing: str
) -> Amount:
    if figure.reason == "rate_missing" and missing:
        return Amount(missing, is_reason=True, mark="", marked=missing)
    text = result_text(wording, locks, figure, comparison.currency)
    return Amount(
        text,
        is_reason=figure.reason is not None,
        mark=mark_of(wording, locks, figure),
        marked=marked(wording, locks, figure, text),
    )


def _is_same(how: Conversion) -> bool:
    return (how.currency, how.price_year) == (how.to_currency, how.to_year)


def has_money(judged: JudgedCase) -> bool:
    """Tell whether a case has a cost or an NPV to compare."""
    return any(figure.value is not None for figure in _figures(judged))


def compared_line(
    judged: JudgedCase, wording: Wording, comparison: Comparison
) -> ComparedLine | None:
    """Say cost and NPV for comparison in one line, or why not; None where there is nothing to say."""
    found = compared(judged, wording, comparison)
    if found.is_same or not has_money(judged):
        return None
    if found.missing:
        money = wording.labels.money_of(comparison)
        said = wording.t("comparison.no_line", money=money, because=found.missing)
        return ComparedLine(said, "")
    names = (wording.t("strip.cost"), wording.names.short_name("npv"))
    figures = wording.t("interest.joint").join(
        wording.t("strip.named", name=name, value=one.marked)
        for name, one in zip(names, (found.cost, found.npv), strict=True)
        if not one.is_reason
    )
    return line_of(wording, comparison, figures)


def line_of(wording: Wording, comparison: Comparison, figures: str) -> ComparedLine:
    """Say figures for comparison, and in which money they are."""
    money = wording.labels.money_of(comparison)
    return ComparedLine(wording.t("comparison.line", money=money, figures=figures), figures)
