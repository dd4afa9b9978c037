"""Cost and NPV of all cases side by side: the same money, or the reason why not."""

from pathlib import Path

import pandas as pd
import pytest

from roi_casebook.appraisal import AppraisedCase, appraise
from roi_casebook.case.model import Money
from roi_casebook.config import Vocabulary
from roi_casebook.library.comparison import Comparison, comparison_of
from roi_casebook.library.table import comparable_table
from roi_casebook.reading import read_library
from roi_casebook.shipped.money_tables import shipped_money_tables
from tests.appraisal.judged_case import SITE, a_case

TABLES = shipped_money_tables()


def in_money(slug: str, currency: str, price_year: int) -> AppraisedCase:
    money = {"currency": currency, "prices": "nominal", "price_year": price_year}
    units = {"inputs.spent.unit": currency, "inputs.gained.unit": currency}
    wage = {"inputs.wage.unit": f"{currency}/hour"}
    return appraise(slug, a_case({"money": money} | units | wage), SITE, Vocabulary())


def test_a_case_has_a_value_in_one_money_or_the_reason() -> None:
    cases = [
        in_money("euro", "EUR", 2020),
        in_money("pound", "GBP", 2020),
        in_money("rouble", "RUB", 2020),
    ]
    table = comparable_table(cases, Comparison("EUR", 2020, TABLES))
    cost = table["pv_costs_comparable_value"]
    assert cost["euro"] == 1300
    assert cost["pound"] == pytest.approx(1300 / 0.88970, rel=1e-5)
    assert pd.isna(cost["rouble"])
    assert table["npv_comparable_reason"].dropna().to_dict() == {"rouble": "rate_missing"}


def test_every_case_of_this_site_can_be_compared_whose_money_the_tables_know() -> None:
    """Exchange rates begin with 1999, some price indices end early, a year may be unknown."""
    site = read_library(Path(__file__).parents[2])
    assert site.config is not None
    cases = [
        appraise(slug, case, site.config, site.vocabulary) for slug, case in site.cases.items()
    ]
    table = comparable_table(cases, comparison_of(site.config, TABLES))
    assert list(table.index) == list(site.cases)
    for name in ("pv_costs", "npv"):
        without = table.index[table[f"{name}_comparable_reason"] == "rate_missing"]
        money = [site.cases[slug].money for slug in without]
        known = [(one.currency, one.price_year) for one in money if _is_in_tables(one)]
        assert known == []


def _is_in_tables(money: Money) -> bool:
    year = money.price_year
    has_index = year in TABLES.deflators.get(money.currency, {})
    return isinstance(year, int) and year >= 1999 and has_index


def test_no_cases_give_an_empty_table() -> None:
    table = comparable_table([], Comparison("EUR", 2020, TABLES))
    assert table.empty
    assert "npv_comparable_value" in table
