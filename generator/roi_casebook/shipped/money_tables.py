"""The exchange rates and price indices that ship with the package, with their sources."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from roi_casebook.config import MoneyTables
from roi_casebook.shipped.package_data import package_model, package_table
from roi_casebook.shipped.texts_of_tables import with_texts

EURO = "EUR"


RATES = "exchange_rates.csv"


DEFLATORS = "deflators.csv"


SOURCES = "money_sources.yml"


COMMENT = "#"


@cache
def shipped_money_tables() -> MoneyTables:
    """Read the tables from the package's data. Errors: PackageDataError."""
    sources = package_table(SOURCES)
    with_terms = with_texts("money_sources", sources["sources"])
    return money_tables(_lines(RATES), _lines(DEFLATORS), {**sources, "sources": with_terms})


def price_index(currency: str, year: int) -> float | None:
    """Give the shipped price index of a currency in a year; None where it is missing."""
    return shipped_money_tables().deflators.get(currency, {}).get(year)


def money_tables(rates: Iterable[str], deflators: Iterable[str], sources: Any) -> MoneyTables:  # noqa: ANN401 -- a YAML value, not validated yet
    """Give the tables from the lines of two CSV files and the value of the sources' file."""
    columns = by_column(rates)
    days = columns.pop("days")
    return package_model(
        MoneyTables, {**sources, "rates": columns, "days": days, "deflators": by_column(deflators)}
    )


def by_column(lines: Iterable[str]) -> dict[str, dict[int, float]]:
    """Read a table of years: the values by year of each column; an empty cell is missing."""
    rows = list(csv.DictReader(line for line in lines if not line.startswith(COMMENT)))
    names = [name for name in (rows[0] if rows else {}) if name != "year"]
    return {name: dict(_values(rows, name)) for name in names}


def _values(rows: Iterable[Mapping[str, str]], name: str) -> Iterator[tuple[int, float]]:
    for row in rows:
        if row[name]:
            yield int(row["year"]), float(row[name])


def _lines(name: str) -> list[str]:
    return (files("roi_casebook") / "data" / name).read_text(encoding="utf-8").splitlines()
