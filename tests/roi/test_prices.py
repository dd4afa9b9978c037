"""The steps of a comparison: what they give, that they undo each other, and what is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.notation.formula import as_formula
from roi_casebook.roi.algebra.tracing import traced_quantities
from roi_casebook.roi.prices import (
    PRICE_AXES,
    PRICE_QUANTITIES,
    in_target_currency,
    in_target_prices,
    next_index,
    price_factor,
    real_rate,
)

INDEX = st.floats(0.01, 1e4)
RATE = st.floats(0.001, 1e5)
AMOUNT = st.floats(-1e9, 1e9)


def test_a_real_rate_is_less_than_the_difference() -> None:
    assert round(real_rate(0.08, 0.02), 4) == 0.0588


@given(AMOUNT, INDEX, INDEX)
def test_prices_there_and_back_give_the_amount(amount: float, one: float, other: float) -> None:
    there = in_target_prices(amount, price_factor(other, one))
    assert in_target_prices(there, price_factor(one, other)) == pytest.approx(amount)


@given(AMOUNT, RATE, RATE)
def test_currencies_there_and_back_give_the_amount(amount: float, one: float, other: float) -> None:
    assert in_target_currency(in_target_currency(amount, other, one), one, other) == pytest.approx(
        amount
    )


@given(AMOUNT, INDEX, RATE)
def test_the_same_year_and_currency_change_nothing(
    amount: float, index: float, rate: float
) -> None:
    same = in_target_currency(in_target_prices(amount, price_factor(index, index)), rate, rate)
    assert same == pytest.approx(amount)


@given(st.floats(-0.5, 2), st.floats(-0.5, 2))
def test_a_nominal_rate_is_the_real_one_and_inflation_together(
    real: float, inflation: float
) -> None:
    nominal = (1 + real) * (1 + inflation) - 1
    assert real_rate(nominal, inflation) == pytest.approx(real, abs=1e-9)


def test_an_index_grows_by_its_change() -> None:
    assert next_index(200.0, 0.05) == 210.0


def test_the_steps_are_printed_as_they_are_computed() -> None:
    trees = traced_quantities(quantities=PRICE_QUANTITIES, axes=PRICE_AXES)
    assert {name: as_formula(tree) for name, tree in trees.items()} == {
        "price_factor": "index_of_target_year / index_of_price_year",
        "in_target_prices": "amount * price_factor",
        "in_target_currency": "in_target_prices * rate_of_target / rate_of_own",
    }


def test_a_step_that_does_nothing_vanishes() -> None:
    trees = traced_quantities(
        {"rate_of_target": 1.0, "rate_of_own": 1.0}, PRICE_QUANTITIES, PRICE_AXES
    )
    assert as_formula(trees["in_target_currency"]) == "in_target_prices"
