"""Sums and powers to the bit, and draws side by side equal to draws one by one."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roi_casebook.roi.algebra.arrays import exact, over_lines, over_moments, scalar, shaped
from roi_casebook.roi.algebra.elementary import exponential, logarithm
from roi_casebook.roi.algebra.tracing import computed
from roi_casebook.roi.flows import Flows, Line, Place

quick = settings(max_examples=40)
numbers = st.floats(-1e6, 1e6, allow_subnormal=False)
bases = st.floats(0.01, 10)


def in_order(values: list[float]) -> float:
    total = 0.0
    for value in values:
        total += value
    return total


@quick
@given(st.lists(numbers, min_size=1, max_size=40))
def test_sums_add_in_order(values: list[float]) -> None:
    assert over_lines(shaped(values, -1, 1, 1)).item() == in_order(values)
    assert over_moments(shaped(values, 1, -1, 1)).item() == in_order(values)


@quick
@given(st.lists(st.lists(numbers, min_size=3, max_size=3), min_size=1, max_size=4))
def test_sums_keep_the_other_axes(rows: list[list[float]]) -> None:
    values = shaped(rows, len(rows), 3, 1)
    assert over_lines(values).shape == (1, 3, 1)
    assert over_moments(values).shape == (len(rows), 1, 1)
    assert over_moments(values).ravel().tolist() == [in_order(row) for row in rows]


@quick
@given(bases, st.integers(0, 60))
def test_whole_powers_are_multiplications(base: float, whole: int) -> None:
    product = 1.0
    for _ in range(whole):
        product *= base
    assert (scalar(base) ** whole).item() == product
    assert (scalar(base) ** -whole).item() == 1 / product


@quick
@given(bases, st.integers(0, 60))
def test_half_powers_start_from_the_square_root(base: float, whole: int) -> None:
    product = float(np.sqrt(base))
    for _ in range(whole):
        product *= base
    assert (scalar(base) ** (whole + 0.5)).item() == product


@quick
@given(bases, st.floats(-5, 5))
def test_other_powers_are_the_librarys(base: float, exponent: float) -> None:
    assert (scalar(base) ** exponent).item() == pytest.approx(base**exponent, rel=1e-12)


def test_powers_broadcast() -> None:
    powers = scalar(1.5) ** shaped([0, 1, 2], 1, 3, 1)
    assert powers.ravel().tolist() == [1, 1.5, 2.25]
    assert powers.shape == (1, 3, 1)


@pytest.mark.parametrize("exponent", [np.inf, -np.inf, np.nan])
def test_powers_without_a_value_raise_nothing(exponent: float) -> None:
    with np.errstate(all="ignore"):
        assert not 0 < (scalar(1.5) ** exponent).item() < 1e300


def test_an_exact_array_stays_one() -> None:
    values: Any = exact([1.0, 2.0])
    assert {type(values + 1), type(2 * values), type(values**2)} == {type(values)}


# Draws -------------------------------------------------------------------------------------------


def one_by_one(cost: float, benefit: float, deadweight: float, rate: float) -> Flows:
    return Flows(
        years=3,
        costs=(Line("spend", (cost, 10.0, 10.0, 10.0), {"cost_risk": 0.1}),),
        benefits=(
            Line("gain", (0.0, benefit, benefit, 50.0), {"deadweight": deadweight}),
            Line("other", (0.0, 5.0, 5.0, 5.0), {"drop_off": 0.2}),
        ),
        discount_rate=rate,
        timing="mid-year",
    )


@quick
@given(
    st.lists(
        st.tuples(st.floats(0, 1e4), st.floats(1, 1e4), st.floats(0, 1)), min_size=1, max_size=5
    )
)
def test_many_draws_equal_each_draw_alone(draws: list[tuple[float, float, float]]) -> None:
    cost, benefit, deadweight = (np.array(column) for column in zip(*draws, strict=True))
    drawn: dict[Place, Any] = {
        ("spend", 0): cost,
        ("gain", 1): benefit,
        ("gain", 2): benefit,
        ("gain", "deadweight"): deadweight,
    }
    together = computed(one_by_one(1.0, 1.0, 0.5, 0.08).arrays(drawn))
    for number, draw in enumerate(draws):
        alone = computed(one_by_one(*draw, 0.08).arrays())
        for name, values in alone.items():
            column = number if together[name].shape[2] > 1 else 0
            assert np.array_equal(together[name][:, :, column], values[:, :, 0], equal_nan=True), (
                name
            )


def test_what_is_drawn_has_all_three_axes() -> None:
    values = computed(one_by_one(1, 1, 0, 0.1).arrays({("gain", 1): np.arange(7.0)}))
    assert values["benefit"].shape == (2, 4, 7)
    assert values["cost"].shape == (1, 4, 1)
    assert values["npv"].shape == (1, 1, 7)


@quick
@given(bases, st.floats(0.001, 60).filter(lambda power: power * 2 % 1))
def test_other_powers_are_those_of_the_logarithm(base: float, power: float) -> None:
    """Alike on every machine, and as near to the library's as twelve digits ask."""
    found = (scalar(base) ** power).item()
    assert found == exponential(power * logarithm(np.array([base])))[0]
    assert found == pytest.approx(base**power, rel=1e-12)


@pytest.mark.parametrize(
    ("base", "power", "result"),
    [(0.0, 0.3, 0.0), (np.inf, 0.3, np.inf), (16.0, 0.25, 2.0), (16.0, -0.25, 0.5)],
)
def test_powers_at_the_ends(base: float, power: float, result: float) -> None:
    assert (scalar(base) ** power).item() == pytest.approx(result)


def test_a_power_below_nought_is_none() -> None:
    with np.errstate(invalid="ignore"):
        assert np.isnan((scalar(-2.0) ** 0.3).item())
