"""Figures of money in one currency and one year's prices, so that cases can stand side by side.

For comparison only: a case keeps its own currency and prices. First to the target year's prices in
the case's currency, by its price index; then once at that year's average rate. A rate or an index
that the tables do not have gives `rate_missing`, and says which; nothing is filled in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from roi_casebook.appraisal.appraise import Appraisal
from roi_casebook.config import MoneyTables, SiteConfig
from roi_casebook.roi.algebra.arrays import scalar
from roi_casebook.roi.algebra.tracing import computed
from roi_casebook.roi.figures import DRAWN_DIGITS, Figure, leaving
from roi_casebook.roi.prices import PRICE_QUANTITIES

EURO = "EUR"


@dataclass(frozen=True)
class Comparison:
    """In which currency and which year's prices cases are compared, by which tables."""

    currency: str
    year: int
    tables: MoneyTables


@dataclass(frozen=True)
class Missing:
    """A number that the tables do not have, or the year of the prices, which a case does not know."""

    table: Literal["deflators", "rates", "price_year"]
    currency: str
    year: int


@dataclass(frozen=True)
class Conversion:
    """How money of a currency and price year is brought to a comparison.

    inputs: by the names of `roi/prices.py`, without those that are missing; all 1 where nothing is
    to be done (the same year needs no index, the same currency no rate).
    """

    currency: str
    price_year: int | None
    to_currency: str
    to_year: int
    inputs: Mapping[str, float]
    missing: tuple[Missing, ...]


def comparison_of(config: SiteConfig, tables: MoneyTables) -> Comparison:
    """Give the site's comparison: its year, or the last one that the tables cover whole."""
    year = last_year(tables) if config.comparison_year is None else config.comparison_year
    return Comparison(config.currency, year, tables)


def last_year(tables: MoneyTables) -> int:
    """Give the last year in which every currency with an index has it, and a rate."""
    shared = (
        set(index) & _rate_years(tables, currency) for currency, index in tables.deflators.items()
    )
    return max(set.intersection(*shared))


def _rate_years(tables: MoneyTables, currency: str) -> set[int]:
    """Give the years with a rate; one euro is one euro in each year of the table."""
    return set(tables.days if currency == EURO else tables.rates.get(currency, {}))


def conversion(currency: str, price_year: int | None, comparison: Comparison) -> Conversion:
    """Look up what money of a currency and price year needs to be compared."""
    found = dict(_looked_up(currency, price_year, comparison))
    return Conversion(
        currency=currency,
        price_year=price_year,
        to_currency=comparison.currency,
        to_year=comparison.year,
        inputs=MappingProxyType(
            {name: value for name, value in found.items() if not isinstance(value, Missing)}
        ),
        missing=tuple(
            dict.fromkeys(value for value in found.values() if isinstance(value, Missing))
        ),
    )


def conversion_of(appraisal: Appraisal, comparison: Comparison) -> Conversion:
    """Give the conversion of an appraisal's money."""
    return conversion(appraisal.basis.currency, appraisal.basis.price_year, comparison)


def _looked_up(
    currency: str, price_year: int | None, comparison: Comparison
) -> Iterator[tuple[str, float | Missing]]:
    tables, year = comparison.tables, comparison.year
    if price_year is None:
        yield "index_of_price_year", Missing("price_year", currency, year)
        return
    for name, of in (("index_of_price_year", price_year), ("index_of_target_year", year)):
        index = tables.deflators.get(currency, {}).get(of, Missing("deflators", currency, of))
        yield name, 1.0 if price_year == year else index
    for name, of_currency in (("rate_of_own", currency), ("rate_of_target", comparison.currency)):
        yield name, 1.0 if currency == comparison.currency else _rate(tables, of_currency, year)


def _rate(tables: MoneyTables, currency: str, year: int) -> float | Missing:
    if year not in _rate_years(tables, currency):
        return Missing("rates", currency, year)
    return 1.0 if currency == EURO else tables.rates[currency][year]


def comparable(figure: Figure, how: Conversion) -> Figure:
    """Give a figure of money in the comparison's currency and prices, with its bound and percentiles.

    Its reason stays where it has one; it becomes `rate_missing` where a rate or an index is missing.
    Errors: ValueError for a figure that is no money.
    """
    if figure.unit != "money":
        raise ValueError(f"{figure.name}: expected money, found {figure.unit}")
    if figure.value is None:
        return figure
    if how.missing:
        return Figure(figure.name, "money", reason="rate_missing")
    return replace(
        figure,
        value=leaving(comparable_amount(figure.value, how)),
        p10=_drawn(figure.p10, how),
        p50=_drawn(figure.p50, how),
        p90=_drawn(figure.p90, how),
    )


def _drawn(amount: float | None, how: Conversion) -> float | None:
    return None if amount is None else leaving(comparable_amount(amount, how), DRAWN_DIGITS)


def comparable_amount(amount: float, how: Conversion) -> float:
    """Bring an amount to the comparison's currency and prices. Errors: KeyError where one is missing."""
    inputs = {name: scalar(value) for name, value in {**how.inputs, "amount": amount}.items()}
    return float(computed(inputs, PRICE_QUANTITIES)["in_target_currency"].item())
