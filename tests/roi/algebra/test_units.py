import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.roi.algebra.formulas import parse_formula
from roi_casebook.roi.algebra.units import (
    PURE,
    Unit,
    UnitError,
    parse_unit,
    product,
    spelled,
    unit_of,
)
from roi_casebook.roi.constants import CONSTANTS

symbols = st.sampled_from(["USD", "hour", "search", "week", "second", "full-time", "équipe"])
units = st.dictionaries(symbols, st.integers(-3, 3).filter(bool), max_size=4).map(
    lambda powers: tuple(sorted(powers.items()))
)
STATED = {
    "searches_per_week": "search/week",
    "seconds_saved": "second/search",
    "wage": "USD/hour",
    "orders": "order",
    "loss": "GBP/order",
    "margin": "share",
}
NAMED = {name: parse_unit(unit) for name, unit in STATED.items()} | {
    name: parse_unit(unit) for name, (_, unit) in CONSTANTS.items()
}


@given(units)
def test_what_is_spelled_reads_back(unit: Unit) -> None:
    assert parse_unit(spelled(unit)) == unit


@given(units, units)
def test_products_commute(left: Unit, right: Unit) -> None:
    assert product(left, right) == product(right, left)


@given(units, units, units)
def test_products_associate(a: Unit, b: Unit, c: Unit) -> None:
    assert product(product(a, b), c) == product(a, product(b, c))


@given(units)
def test_the_pure_number_is_neutral_and_each_unit_has_its_inverse(unit: Unit) -> None:
    assert product(unit, PURE) == unit
    assert product(unit, unit, -1) == PURE


@given(units, st.integers(0, 4))
def test_a_power_is_repeated_multiplication(unit: Unit, power: int) -> None:
    repeated = PURE
    for _ in range(power):
        repeated = product(repeated, unit)
    assert unit_of(parse_formula(f"a ** {power}"), {"a": unit}) == repeated


@given(units, units)
def test_unlike_units_are_never_added(left: Unit, right: Unit) -> None:
    named = {"a": left, "b": right}
    for formula in ("a + b", "a - b"):
        if left == right:
            assert unit_of(parse_formula(formula), named) == left
        else:
            with pytest.raises(UnitError, match=r"cannot be (added|subtracted)") as refused:
                unit_of(parse_formula(formula), named)
            assert refused.value.column == 1


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        ("searches_per_week * weeks_per_year * seconds_saved / seconds_per_hour * wage", "USD/year"),
        ("searches_per_week * 52 * seconds_saved / 3600 * wage", "USD*second/hour/week"),
        ("orders * loss", "GBP"),
        ("0 - orders * loss", "GBP"),
        ("-loss", "GBP/order"),
        ("(1 - margin) * loss", "GBP/order"),
        ("orders ** 2", "order*order"),
        ("orders / orders", "1"),
        ("1 / orders", "1/order"),
    ],
)  # fmt: skip
def test_the_unit_of_a_formula(formula: str, unit: str) -> None:
    assert spelled(unit_of(parse_formula(formula), NAMED)) == unit


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("wage + seconds_saved", "USD/hour and second/search cannot be added"),
        ("orders - 1", "order and 1 cannot be subtracted"),
        ("loss * (orders + margin)", "order and 1 cannot be added"),
    ],
)
def test_what_does_not_fit_is_refused(formula: str, message: str) -> None:
    with pytest.raises(UnitError, match=message):
        unit_of(parse_formula(formula), NAMED)


@pytest.mark.parametrize(
    "text", ["", "USD/", "/hour", "12%", "USD per hour", "2hour", "USD**2", "€"]
)
def test_what_is_no_unit_is_refused(text: str) -> None:
    with pytest.raises(UnitError, match="expected a product of plain symbols"):
        parse_unit(text)


@pytest.mark.parametrize(("text", "unit"), [("share", PURE), ("1", PURE), ("hour/hour", PURE), (" USD / hour ", (("USD", 1), ("hour", -1)))])  # fmt: skip
def test_units_as_written(text: str, unit: Unit) -> None:
    assert parse_unit(text) == unit


def test_constants_carry_units_that_fit() -> None:
    for value, unit in CONSTANTS.values():
        assert value > 0
        assert len(parse_unit(unit)) == 2
