"""What one result cost over the library: one a case and measure, in one money, never mixed."""

from dataclasses import replace

import pytest

from roi_casebook.library.comparison import Comparison
from roi_casebook.library.costs_of_results import results_table
from roi_casebook.library.table import library_table
from roi_casebook.shipped.money_tables import shipped_money_tables
from tests.pages.result_cases import hiring
from tests.pages.told import real

IN_2020 = Comparison("EUR", 2020, shipped_money_tables())


def test_the_least_for_comparison_comes_first_and_what_cannot_be_compared_last() -> None:
    cases = [
        hiring("roubles", 5_000, currency="RUB", price_year=2020),
        hiring("dear", 90_000, price_year=2020),
        hiring("pounds", 60_000, currency="GBP", price_year=2020),
        hiring("cheap", 60_000, price_year=2020),
    ]
    table = results_table(cases, IN_2020)
    assert list(table["slug"]) == ["cheap", "pounds", "dear", "roubles"]
    assert list(table["cost_value"]) == [60.0, 60.0, 90.0, 5.0]
    assert list(table["cost_comparable_value"][:3]) == pytest.approx(
        [60, 60 / 0.8897, 90], rel=1e-4
    )
    assert table["cost_comparable_reason"].dropna().to_dict() == {3: "rate_missing"}
    assert table["leads"].all()
    assert set(table["stage"]) == {"outcome"}


def test_measures_stand_apart_and_what_was_done_is_no_row() -> None:
    cases = [real("starbucks-uk-social"), real("depaul-ihobo"), hiring("hiring")]
    table = results_table(cases, IN_2020)
    assert list(table["measure"]) == ["donors-gained", "hires", "units-sold"]
    assert list(table["leads"]) == [False, True, False]
    assert "downloads" not in set(table["measure"])
    donors, _, _ = table.to_dict("records")
    assert donors["cost_value"] == pytest.approx(6000 / 5360)
    assert donors["cost_side"] == "or_higher"


def test_the_table_of_the_library_names_the_measures() -> None:
    table = library_table([hiring("hiring"), real("foiled-cupcakes")])
    assert list(table["measures"]) == [("hires",), ()]


def test_what_was_measured_too_early_is_no_row() -> None:
    early = hiring("early")
    evidence = replace(early.evidence, maturity=replace(early.evidence.maturity, state="too_early"))
    assert len(results_table([early], IN_2020)) == 1
    assert results_table([replace(early, evidence=evidence)], IN_2020).empty
