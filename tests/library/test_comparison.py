"""Money in one currency and one year's prices: the order of the steps, and what is missing."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.appraisal import appraise
from roi_casebook.config import MoneyTables, Vocabulary
from roi_casebook.library.comparison import (
    Comparison,
    Missing,
    comparable,
    comparable_amount,
    comparison_of,
    conversion,
    conversion_of,
    last_year,
)
from roi_casebook.roi.figures import Figure
from roi_casebook.shipped.money_tables import shipped_money_tables
from tests.appraisal.judged_case import SITE, a_case
from tests.roi.sided import bounded

SOURCE = {
    "work": "A table",
    "by": "An office",
    "address": "https://example.org/",
    "read_in": "the table",
    "vintage": "2021",
    "licence": "free",
    "method": "as published",
}


def tables_with(
    rates: Mapping[str, Mapping[int, float]], deflators: Mapping[str, Mapping[int, float]]
) -> MoneyTables:
    return MoneyTables.model_validate(
        {
            "rates": rates,
            "deflators": deflators,
            "days": {2019: 255, 2020: 256, 2021: 257},
            "sources": {"office": SOURCE},
            "source_of_rates": "office",
            "source_of_deflator": dict.fromkeys(deflators, "office"),
        }
    )


TABLES = tables_with(
    {"USD": {2019: 1.1, 2020: 1.2, 2021: 1.25}, "GBP": {2019: 0.9, 2020: 0.8, 2021: 0.9}},
    {
        "USD": {2010: 80.0, 2020: 100.0, 2021: 104.0},
        "GBP": {2010: 50.0, 2020: 100.0},
        "EUR": {2010: 75.0, 2020: 100.0},
    },
)
EURO_2020 = Comparison("EUR", 2020, TABLES)


def test_prices_first_then_the_rate_of_the_target_year() -> None:
    how = conversion("USD", 2010, EURO_2020)
    assert how.inputs == {
        "index_of_price_year": 80.0,
        "index_of_target_year": 100.0,
        "rate_of_own": 1.2,
        "rate_of_target": 1.0,
    }
    assert comparable_amount(960.0, how) == pytest.approx(960 * 100 / 80 / 1.2)


def test_between_two_currencies_other_than_the_euro() -> None:
    how = conversion("GBP", 2010, Comparison("USD", 2020, TABLES))
    assert comparable_amount(8.0, how) == pytest.approx(8 * 2 / 0.8 * 1.2)


def test_money_of_the_comparison_itself_needs_no_table() -> None:
    how = conversion("ISK", 1970, Comparison("ISK", 1970, TABLES))
    assert not how.missing
    assert comparable_amount(5.0, how) == 5.0


def test_the_own_currency_needs_no_rate_and_the_same_year_no_index() -> None:
    assert not conversion("GBP", 2010, Comparison("GBP", 2020, TABLES)).missing
    assert not conversion("USD", 2019, Comparison("EUR", 2019, TABLES)).missing


@pytest.mark.parametrize(
    ("currency", "price_year", "comparison", "missing"),
    [
        ("USD", 2011, EURO_2020, [Missing("deflators", "USD", 2011)]),
        ("GBP", 2010, Comparison("EUR", 2021, TABLES), [Missing("deflators", "GBP", 2021)]),
        ("ISK", 2020, EURO_2020, [Missing("rates", "ISK", 2020)]),
        ("GBP", 2020, Comparison("ISK", 2020, TABLES), [Missing("rates", "ISK", 2020)]),
        ("EUR", 2030, Comparison("USD", 2030, TABLES), [
            Missing("rates", "EUR", 2030),
            Missing("rates", "USD", 2030),
        ]),
        ("ISK", 2010, EURO_2020, [
            Missing("deflators", "ISK", 2010),
            Missing("deflators", "ISK", 2020),
            Missing("rates", "ISK", 2020),
        ]),
    ],
)  # fmt: skip
def test_what_is_missing_is_named_and_never_filled_in(
    currency: str, price_year: int, comparison: Comparison, missing: list[Missing]
) -> None:
    how = conversion(currency, price_year, comparison)
    assert list(how.missing) == missing
    figure = comparable(Figure("npv", "money", 5.0), how)
    assert (figure.value, figure.reason) == (None, "rate_missing")


def test_a_bound_and_percentiles_go_with_the_value() -> None:
    how = conversion("USD", 2010, EURO_2020)
    figure = comparable(
        bounded("npv", "money", 96.0, "at_most", p10=-96.0, p50=48.0, p90=None), how
    )
    assert (figure.value, figure.limit) == (100.0, "at_most")
    assert (figure.p10, figure.p50, figure.p90) == (-100.0, 50.0, None)


def test_a_reason_stays_even_where_a_rate_is_missing_too() -> None:
    how = conversion("ISK", 2010, EURO_2020)
    unknown = Figure("npv", "money", reason="cost_unknown")
    assert comparable(unknown, how) == unknown


def test_a_ratio_has_no_currency() -> None:
    with pytest.raises(ValueError, match="roi: expected money, found ratio"):
        comparable(Figure("roi", "ratio", 0.5), conversion("USD", 2010, EURO_2020))


@given(st.floats(-1e9, 1e9), st.floats(0.001, 1e3))
def test_it_is_linear_so_that_ratios_stay(amount: float, times: float) -> None:
    how = conversion("USD", 2010, EURO_2020)
    assert comparable_amount(amount * times, how) == pytest.approx(
        comparable_amount(amount, how) * times
    )


def test_without_a_year_of_its_own_a_site_compares_in_the_last_one_that_is_whole() -> None:
    assert last_year(TABLES) == 2020
    assert comparison_of(SITE, TABLES) == EURO_2020


def test_a_site_states_its_own_year() -> None:
    site = SITE.model_copy(update={"comparison_year": 2010})
    assert comparison_of(site, TABLES).year == 2010


def test_the_shipped_tables_cover_a_year_whole() -> None:
    assert last_year(shipped_money_tables()) >= 2023


def test_a_case_is_compared_from_its_own_currency_and_price_year() -> None:
    case = a_case({"money": {"currency": "GBP", "prices": "nominal", "price_year": 2010}})
    how = conversion_of(appraise("case", case, SITE, Vocabulary()).leading, EURO_2020)
    assert (how.currency, how.price_year, how.to_currency, how.to_year) == (
        "GBP",
        2010,
        "EUR",
        2020,
    )
