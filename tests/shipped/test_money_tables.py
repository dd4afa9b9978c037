"""The rates and indices that ship: whole, of known origin, as they were measured."""

from itertools import pairwise

import pytest

from roi_casebook.config import MoneyTables
from roi_casebook.shipped.money_tables import by_column, money_tables, shipped_money_tables
from roi_casebook.shipped.package_data import PackageDataError

CURRENCIES = {"AUD", "CAD", "CHF", "DKK", "GBP", "JPY", "NOK", "NZD", "SEK", "USD"}


@pytest.fixture(scope="module")
def tables() -> MoneyTables:
    return shipped_money_tables()


def test_rates_run_from_the_first_year_of_the_euro_without_a_gap(tables: MoneyTables) -> None:
    assert set(tables.rates) == CURRENCIES
    years = list(range(1999, max(tables.days) + 1))
    assert list(tables.days) == years
    assert all(list(rates) == years for rates in tables.rates.values())


def test_a_mean_holds_every_working_day(tables: MoneyTables) -> None:
    assert all(250 <= days <= 262 for days in tables.days.values())


def test_each_currency_with_a_rate_and_the_euro_has_an_index_without_a_gap(
    tables: MoneyTables,
) -> None:
    assert set(tables.deflators) == CURRENCIES | {"EUR"}
    for index in tables.deflators.values():
        assert list(index) == list(range(min(index), max(index) + 1))


def test_no_index_has_a_break(tables: MoneyTables) -> None:
    jumps = {
        (currency, year): index[year] / index[before]
        for currency, index in tables.deflators.items()
        for before, year in pairwise(index)
    }
    oil = {key: jump for key, jump in jumps.items() if not 0.94 < jump < 1.1}
    assert {currency for currency, _ in oil} <= {"NOK"}  # its oil: +28 % in 2022, -11 % in 2023


def test_every_number_has_its_source_told_in_both_languages(tables: MoneyTables) -> None:
    used = {tables.source_of_rates, *tables.source_of_deflator.values()}
    assert used == set(tables.sources)
    assert set(tables.source_of_deflator) == set(tables.deflators)
    for source in tables.sources.values():
        assert set(source.method) == set(source.licence) == {"en", "fr"}


def test_an_empty_cell_is_missing() -> None:
    table = by_column(["# a comment", "year,GBP,USD", "2020,1.5,", "2021,,0.5"])
    assert table == {"GBP": {2020: 1.5}, "USD": {2021: 0.5}}


def test_a_source_that_is_not_told_breaks_the_package() -> None:
    with pytest.raises(PackageDataError):
        money_tables(["year,days,USD", "2020,250,1.1"], ["year,USD", "2020,100"], {"sources": {}})
