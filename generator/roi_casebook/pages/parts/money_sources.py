"""The sources on which comparing money rests: rates and price indices, with their vintage."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from roi_casebook.config import MoneySource, MoneyTables
from roi_casebook.library.comparison import Comparison
from roi_casebook.pages.parts.links import Fact, Link
from roi_casebook.wording import Wording


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
    vintage = wording.times.release(own.vintage)
    said = wording.t("comparison.source_short", by=own.by, work=own.work, vintage=vintage)
    return Link(said, own.address)


def sources_whole(wording: Wording, tables: MoneyTables) -> Iterator[Fact]:
    """Give every source of the tables: what it covers, as of when, on which terms, what was done."""
    for name, own in tables.sources.items():
        said = wording.t(
            "comparison.source",
            by=own.by,
            work=own.work,
            vintage=wording.times.release(own.vintage),
            read_in=wording.texts.written(own.read_in).text,
        )
        yield Fact(
            _covered(wording, tables, name, set(tables.rates), set(tables.deflators)),
            f"{said} {wording.texts.written(own.licence)}",
            (Link(own.address, own.address),),
            wording.texts.written(own.method),
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
