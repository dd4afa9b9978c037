"""Inputs with a number for each year: in amounts, draws, what would have to be true, and evidence."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roi_casebook.appraisal import AppraisedCase, appraise
from roi_casebook.appraisal.amounts import amounts_of
from roi_casebook.appraisal.claims.printed import half_unit_of_input
from roi_casebook.appraisal.conditions import conditions
from roi_casebook.appraisal.drawing import placed
from roi_casebook.config import Vocabulary
from tests.appraisal.judged_case import SITE, a_case, grounds_with

Stated = str | int | Mapping[str, object]

SERIES = {
    "values": {1: 1000, 2: 1210},
    "unit": "EUR",
    "source": "paper",
    "quote": "1000 at first, 1210 in the second year",
}
GROWING = {
    "value": 1000,
    "grows": "21%",
    "unit": "EUR",
    "source": "paper",
    "quote": "1000, and 21% more each year",
}


def with_gains(gained: Mapping[str, Any], **more: Stated) -> dict[str, Any]:
    """Change what was gained, over two years."""
    return {"inputs.gained": dict(gained), "benefits.sales.when": "1-2", **more}


def judged(gained: Mapping[str, Any], **more: Stated) -> AppraisedCase:
    return appraise("case", a_case(with_gains(gained, **more)), SITE, Vocabulary())


def row(case: AppraisedCase) -> tuple[float | None, ...]:
    return case.leading.flows.benefits[0].amounts


# Amounts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("gained", [SERIES, GROWING])
def test_a_line_takes_each_years_own_value(gained: Mapping[str, Any]) -> None:
    # 1000 / 1.1 + 1210 / 1.21 = 909.0909 + 1000
    case = judged(gained)
    assert row(case) == pytest.approx((0, 1000, 1210))
    assert case.leading.figures["pv_benefits"].value == pytest.approx(1909.090909, abs=1e-6)


def test_a_formula_over_series_works_year_by_year() -> None:
    orders = {**SERIES, "values": {1: 10, 2: 20}, "unit": "order", "quote": "10 orders, then 20"}
    price = {
        **GROWING,
        "value": 5,
        "grows": "10%",
        "unit": "EUR/order",
        "quote": "5, 10% more a year",
    }
    changes: dict[str, Stated] = {
        "inputs.price": price,
        "benefits.sales.amount": "gained * price",
    }
    assert row(judged(orders, **changes)) == pytest.approx((0, 50, 110))


def test_growth_begins_in_the_first_year_of_its_line() -> None:
    changes = {"benefits.sales.when": 2}
    assert row(judged(GROWING, **changes)) == (0, 0, 1000)


def test_an_unknown_year_leaves_a_bound() -> None:
    case = judged({**SERIES, "values": {1: 1000, 2: "unknown"}, "looked": "in the paper"})
    assert row(case) == (0, 1000, None)
    assert case.leading.figures["npv"].side == "or_higher"


def test_a_year_that_may_be_negative_opens_both_sides() -> None:
    unknown = {"values": {1: 1000, 2: "unknown"}, "looked": "in the paper", "may_be": "negative"}
    assert judged({**SERIES, **unknown}).leading.figures["npv"].side == "either"


def test_a_series_may_be_stated_as_a_bound() -> None:
    assert judged({**SERIES, "bound": "up-to"}).leading.figures["npv"].side == "or_lower"


def test_a_result_over_years_is_the_sum_of_its_years() -> None:
    people = {**SERIES, "values": {1: 30, 2: 50}, "unit": "person", "quote": "30, then 50"}
    result = {
        "measure": "active-users",
        "stage": "outcome",
        "result": "people",
        "when": "1-2",
        "negative": "not-looked",
    }
    case = a_case({"inputs.people": people, "soft.users": result})
    found = appraise("case", case, SITE, Vocabulary())
    assert found.soft["users"] == (None, 80)


MONTHS: dict[str, Stated] = {
    "period": {"start": "2022-01", "years": 1, "observed_months": 12},
    "costs.campaign.when": "2022-01",
    "costs.staff.when": "2022-01",
    "benefits.sales.when": "2022-02..2022-04",
}
"""The case counted by months."""


def test_a_series_may_count_by_months_where_the_case_does() -> None:
    months = {"2022-02": 100, "2022-03..2022-04": 300}
    case = judged({**SERIES, "values": months, "quote": "100, then 300"}, **MONTHS)
    known = [amount for amount in row(case) if amount]
    assert known == [100, 300, 300]


def test_growth_a_year_is_a_part_of_it_after_a_month() -> None:
    # 21 % a year is 1.21 ** (1 / 12) after a month, and 1.21 ** (2 / 12) after two.
    known = [amount for amount in row(judged(GROWING, **MONTHS)) if amount]
    assert known == pytest.approx([1000, 1016.0118, 1032.2801], abs=1e-3)


# Draws ---------------------------------------------------------------------------------------------


def test_growth_as_a_range_is_drawn() -> None:
    range_of_growth = {"low": "0%", "high": "20%", "assumption": "as elsewhere"}
    case = judged({**GROWING, "grows": range_of_growth})
    assert case.leading.ranges.keys() == {"gained.grows"}
    assert row(case) == pytest.approx((0, 1000, 1100))
    npv = case.leading.figures["npv"]
    # The 10th and 90th percentile of growth are 2 % and 18 %: 180 / 1.21 = 148.76 lies between.
    assert npv.p10 is not None
    assert npv.p90 is not None
    assert npv.p90 - npv.p10 == pytest.approx(160 / 1.21, rel=0.02)


def test_what_moves_a_series_moves_all_its_years() -> None:
    case = a_case(with_gains(SERIES))
    values = {"gained": np.array([0.5, 2.0])}
    found = placed(case, frozenset(case.lines()), amounts_of(case), values)
    assert found["sales", 1].tolist() == [500, 2000]
    assert found["sales", 2].tolist() == [605, 2420]


# What would have to be true ------------------------------------------------------------------------


def test_a_series_breaks_even_at_a_share_of_what_is_stated() -> None:
    # Costs of 1300 at the start against 1909.09: at 68.1 % of each year's gain it just pays back.
    case = judged(SERIES)
    found = {one.name: one for one in conditions(case, case.leading).switching}
    assert found["gained"].base == 1
    assert found["gained"].at == pytest.approx((0.680952,), abs=1e-5)


def test_growth_breaks_even_between_nothing_left_and_twice_as_much() -> None:
    # 1300 = 1000 / 1.1 + 1000 (1 + g) / 1.21, so that g = (1300 - 909.0909) * 1.21 / 1000 - 1
    case = judged(GROWING)
    found = {one.name: one for one in conditions(case, case.leading).switching}
    assert (found["gained.grows"].low, found["gained.grows"].high) == (-1, 1)
    assert found["gained.grows"].at == pytest.approx((-0.527,), abs=1e-5)


def test_growth_as_a_range_stands_in_the_tornado() -> None:
    range_of_growth = {"low": "0%", "high": "20%", "assumption": "as elsewhere"}
    case = judged({**GROWING, "grows": range_of_growth})
    (swing,) = conditions(case, case.leading).tornado
    assert swing.name == "gained.grows"
    assert swing.width == pytest.approx(160 / 1.21, abs=0.01)


# Properties ----------------------------------------------------------------------------------------

AMOUNTS = st.floats(1, 1e9).map(lambda amount: float(f"{amount:.6g}"))


@settings(max_examples=60, deadline=None)
@given(AMOUNTS)
def test_a_series_of_one_number_is_that_number(amount: float) -> None:
    plain = {"value": amount, "unit": "EUR", "assumption": "made up"}
    series = {"values": {1: amount, 2: amount}, "unit": "EUR", "assumption": "made up"}
    still = {**plain, "grows": {"value": 0, "assumption": "it stays"}}
    one, *others = (judged(gained).leading.figures for gained in (plain, series, still))
    for other in others:
        assert {name: figure.value for name, figure in other.items()} == {
            name: figure.value for name, figure in one.items()
        }


@settings(max_examples=60, deadline=None)
@given(AMOUNTS, st.integers(-90, 200))
def test_what_grows_is_a_series_of_what_it_comes_to(amount: float, per_cent: int) -> None:
    growing = {"value": amount, "grows": f"{per_cent}%", "unit": "EUR", "assumption": "made up"}
    later = amount + amount * per_cent / 100
    series = {"values": {1: amount, 2: later}, "unit": "EUR", "assumption": "made up"}
    assert row(judged(growing)) == pytest.approx(row(judged(series)))


# Claims --------------------------------------------------------------------------------------------


def test_a_series_is_off_by_the_coarsest_of_its_years() -> None:
    # 4.6 million is known to 50,000, which is 1.09 % of it; 8,250,000 to 5,000, which is 0.06 %.
    printed = {
        "values": {1: 4.6e6, 2: 8.25e6},
        "unit": "EUR",
        "source": "paper",
        "quote": "4.6 million, then 8.25 million",
    }
    case = a_case(with_gains(printed))
    assert half_unit_of_input(case.inputs["gained"]) == pytest.approx(0.05 / 4.6)


# Evidence ------------------------------------------------------------------------------------------


def test_every_year_of_a_series_stands_in_its_quotation() -> None:
    not_as_quoted = {**SERIES, "quote": "1000 at first"}
    found = [
        grounds_with(with_gains(stated)).sway.numbers["gained"].is_assumed
        for stated in (SERIES, not_as_quoted)
    ]
    assert found == [False, True]


def test_growth_of_money_that_is_assumed_counts_as_assumed() -> None:
    numbers = grounds_with(with_gains(GROWING)).sway.numbers
    assert numbers["gained.grows"].is_money
    assert not numbers["gained.grows"].is_assumed
    unsaid = grounds_with(with_gains({**GROWING, "quote": "1000"})).sway.numbers
    assert unsaid["gained.grows"].is_assumed
    assert unsaid["gained"].is_assumed is False


def test_a_series_decides_over_a_quarter_to_either_side() -> None:
    sway = grounds_with(with_gains(SERIES)).sway
    assert sway.band(sway.numbers["gained"]) == (0.75, 1.25)
