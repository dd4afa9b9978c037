"""Dates as far as they are known, months rounded up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.case.lines import span_of_key
from roi_casebook.case.timeline import Moment
from roi_casebook.written.dates import PartialDate
from roi_casebook.written.scalars import UNKNOWN
from tests.wording.voices import EN, FR, NBSP, plain


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        (PartialDate(2008), "2008", "2008"),
        (PartialDate(2008, 8), "August 2008", "août 2008"),
        (PartialDate(2008, 8, 20), "20 August 2008", "20 août 2008"),
        (PartialDate(2011, 12, 1), "1 December 2011", "1er décembre 2011"),
        (date(2026, 11, 21), "21 November 2026", "21 novembre 2026"),
        (UNKNOWN, "date unknown", "date inconnue"),
    ],
)
def test_dates(day: PartialDate | date | str, english: str, french: str) -> None:
    assert (EN.times.date(day), FR.times.date(day)) == (english, french)


@pytest.mark.parametrize(
    ("written", "english", "french"),
    [
        ("2026-10-30", "30 October 2026", "30 octobre 2026"),
        ("2024-Q2", "2nd quarter 2024", "2e trimestre 2024"),
        ("2024", "2024", "2024"),
        ("April 2026 release", "April 2026 release", "April 2026 release"),
    ],
)
def test_releases(written: str, english: str, french: str) -> None:
    assert (EN.times.release(written), FR.times.release(written)) == (english, french)


@pytest.mark.parametrize(
    ("months", "english", "french"),
    [
        (0, "within year 1 (yearly data)", "dans la première année (données annuelles)"),
        (0.7, "within year 1 (yearly data)", "dans la première année (données annuelles)"),
        (11.2, "within year 1 (yearly data)", "dans la première année (données annuelles)"),
        (
            12.0000000001,
            "within year 1 (yearly data)",
            "dans la première année (données annuelles)",
        ),
        (12.1, "13 months", "13 mois"),
        (19.2, "20 months", "20 mois"),
        (24, "24 months", "24 mois"),
        (24.1, "2 years and 1 month", "2 ans et 1 mois"),
        (36, "3 years", "3 ans"),
    ],
)
def test_months_of_yearly_data(months: float, english: str, french: str) -> None:
    assert plain(EN.times.until(months, "year")) == english
    assert plain(FR.times.until(months, "year")) == french


def test_months_are_told_where_data_are_finer() -> None:
    assert EN.times.months(0.7) == f"1{NBSP}month"
    assert EN.times.months(0) == "from the start"
    assert FR.times.months(0) == "dès le départ"


@pytest.mark.parametrize(
    ("moments", "english", "french"),
    [
        ([Moment("year", 0)], "year 0", "année 0"),
        ([Moment("year", 1), Moment("year", 2)], "years 1 to 2", "années 1 à 2"),
        ([Moment("month", 3)], "month 3", "mois 3"),
        ([Moment("month", 3), Moment("month", 5)], "months 3, 5", "mois 3, 5"),
        (span_of_key("months 1-12").moments(), "months 1 to 12", "mois 1 à 12"),
        (span_of_key("2021-03").moments(), "March 2021", "mars 2021"),
        (
            span_of_key("2021-03..2022-02").moments(),
            "March 2021 to February 2022",
            "de mars 2021 à février 2022",
        ),
        (span_of_key("2021-03-01").moments(), "1 March 2021", "1er mars 2021"),
        (
            [*span_of_key("2021-03").moments(), *span_of_key("2021-06").moments()],
            "March 2021 and June 2021",
            "mars 2021 et juin 2021",
        ),
    ],
)
def test_moments_as_a_reader_names_them(moments: list[Moment], english: str, french: str) -> None:
    assert (EN.times.moments(moments), FR.times.moments(moments)) == (english, french)


def test_how_long_it_takes_is_told_as_far_as_money_places_it() -> None:
    assert plain(EN.times.until(5.2, "month")) == "6 months"
    assert plain(EN.times.until(5.2, "day")) == "159 days"  # 158.2 of 365
    assert plain(EN.times.until(25, "day")) == "2 years and 31 days"
    assert plain(FR.times.until(24, "day")) == "730 jours"
    assert EN.times.until(0, "day") == "from the start"


@given(st.floats(0.001, 24))
def test_months_are_never_rounded_down(months: float) -> None:
    assert int(EN.times.months(months).split(NBSP)[0]) >= months - 1e-6


def test_a_horizon_under_a_year_is_said_to_be_that() -> None:
    assert EN.times.horizon(0) == "less than a year"
    assert FR.times.horizon(3) == f"3{NBSP}ans"
