"""Cases in one currency and one year's prices, for comparison only, and what that rests on."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from roi_casebook.appraisal import CaseJudgement
from roi_casebook.appraisal.comparison import Comparison, Conversion, comparable, conversion_of
from roi_casebook.appraisal.evidence.locks import Locks
from roi_casebook.config import MoneySource, MoneyTables
from roi_casebook.library import COMPARABLE
from roi_casebook.pages.headline import headline, mark_of, marked, result_text
from roi_casebook.pages.views import Fact, Link
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import Wording
from roi_casebook.wording.comparison import missing_text, money_name


@dataclass(frozen=True)
class Amount:
    """An amount for comparison, or why there is none; mark: of its evidence, or ""."""

    text: str
    is_reason: bool
    mark: str
    marked: str


@dataclass(frozen=True)
class Compared:
    """Cost and NPV of a case for comparison; missing: the rate or index that there is not, or "".

    is_same: its money is that of the comparison already.
    """

    cost: Amount
    npv: Amount
    missing: str
    is_same: bool


@dataclass(frozen=True)
class ComparedLine:
    """A whole line, and the figures in it; "" where it says why there are none."""

    text: str
    figures: str


def compared(judged: CaseJudgement, wording: Wording, comparison: Comparison) -> Compared:
    """Bring a case's cost and NPV to the comparison."""
    how = conversion_of(judged.leading, comparison)
    missing = missing_text(wording, how)
    cost, npv = (
        _amount(wording, judged.evidence.locks, comparable(figure, how), comparison, missing)
        for figure in _figures(judged)
    )
    return Compared(cost, npv, missing, _is_same(how))


def _figures(judged: CaseJudgement) -> Iterator[Figure]:
    """Give cost and NPV as they may stand."""
    return (headline(judged, judged.leading, name) for name in COMPARABLE)


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


def has_money(judged: CaseJudgement) -> bool:
    """Tell whether a case has a cost or an NPV to compare."""
    return any(figure.value is not None for figure in _figures(judged))


def compared_line(
    judged: CaseJudgement, wording: Wording, comparison: Comparison
) -> ComparedLine | None:
    """Say cost and NPV for comparison in one line, or why not; None where there is nothing to say."""
    found = compared(judged, wording, comparison)
    if found.is_same or not has_money(judged):
        return None
    if found.missing:
        money = money_name(wording, comparison)
        said = wording.t("comparison.no_line", money=money, because=found.missing)
        return ComparedLine(said, "")
    names = (wording.t("strip.cost"), wording.short_name("npv"))
    figures = wording.t("interest.joint").join(
        wording.t("strip.named", name=name, value=one.marked)
        for name, one in zip(names, (found.cost, found.npv), strict=True)
        if not one.is_reason
    )
    return line_of(wording, comparison, figures)


def line_of(wording: Wording, comparison: Comparison, figures: str) -> ComparedLine:
    """Say figures for comparison, and in which money they are."""
    money = money_name(wording, comparison)
    return ComparedLine(wording.t("comparison.line", money=money, figures=figures), figures)


# What it rests on ------------------------------------------------------------------------------------


def sources_short(
    wording: Wording, comparison: Comparison, currencies: AbstractSet[str]
) -> tuple[Fact, ...]:
    """Name the sources on which comparing these currencies rests, with their vintage."""
    tables = comparison.tables
    of_rates = {*currencies, comparison.currency}
    covered = (
        (name, _covered(wording, tables, name, of_rates, currencies)) for name in tables.sources
    )
    return tuple(
        Fact(what, links=(_source(wording, tables.sources[name]),))
        for name, what in covered
        if what
    )


def _source(wording: Wording, own: MoneySource) -> Link:
    said = wording.t("comparison.source_short", by=own.by, work=own.work, vintage=own.vintage)
    return Link(said, own.address)


def sources_whole(wording: Wording, tables: MoneyTables) -> Iterator[Fact]:
    """Give every source of the tables: what it covers, as of when, on which terms, what was done."""
    for name, own in tables.sources.items():
        said = wording.t(
            "comparison.source",
            by=own.by,
            work=own.work,
            vintage=own.vintage,
            read_in=wording.text(own.read_in).text,
        )
        yield Fact(
            _covered(wording, tables, name, set(tables.rates), set(tables.deflators)),
            f"{said} {wording.text(own.licence)}",
            (Link(own.address, own.address),),
            wording.text(own.method),
        )


def _covered(
    wording: Wording,
    tables: MoneyTables,
    source: str,
    of_rates: AbstractSet[str],
    of_prices: AbstractSet[str],
) -> str:
    """Say of which currencies a source gives rates or indices, and in which years; "" for none."""
    rates = {
        currency: years
        for currency, years in tables.rates.items()
        if source == tables.source_of_rates and currency in of_rates
    }
    prices = {
        currency: years
        for currency, years in tables.deflators.items()
        if source == tables.source_of_deflator[currency] and currency in of_prices
    }
    said = (
        wording.t(key, currencies=_spans(wording, found))
        for key, found in (("comparison.rates_of", rates), ("comparison.deflators_of", prices))
        if found
    )
    return wording.t("interest.joint").join(said)


def _spans(wording: Wording, found: Mapping[str, Mapping[int, float]]) -> str:
    return ", ".join(
        wording.t("comparison.span", currency=currency, first=str(min(years)), last=str(max(years)))
        for currency, years in found.items()
    )
