from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roi_casebook.roi.algebra.elementary import exponential, logarithm, normal_quantile
from roi_casebook.roi.ranges import (
    DRAWS,
    NORMAL_P90,
    Range,
    triangular_bounds,
    uniform_bounds,
    uniforms,
)

quick = settings(max_examples=40)
chances = np.array([0.1, 0.5, 0.9])


@quick
@given(st.floats(1e-300, 1e300))
def test_the_logarithm_is_the_libraries(x: float) -> None:
    assert logarithm(np.array([x]))[0] == pytest.approx(float(np.log(x)), rel=4e-15, abs=1e-15)


@quick
@given(st.floats(-700, 700))
def test_the_exponential_is_the_libraries(x: float) -> None:
    assert exponential(np.array([x]))[0] == pytest.approx(float(np.exp(x)), rel=1e-14)


@pytest.mark.parametrize(
    ("p", "quantile"),
    [(0.5, 0.0), (0.9, NORMAL_P90), (0.975, 1.959963984540054), (0.25, -0.674489750196082), (1e-10, -6.361340902404056)],
)  # fmt: skip
def test_the_normal_quantile_is_the_tables(p: float, quantile: float) -> None:
    assert normal_quantile(np.array([p]))[0] == pytest.approx(quantile, rel=1e-13, abs=1e-15)


def test_the_triangular_range_of_the_reference_values() -> None:
    found = Range(50, 250, 100).quantile(chances)
    assert found == pytest.approx([81.6, 127.5, 195.2], abs=0.05)
    assert Range(50, 250, 100).central() == 100


def test_the_lognormal_range_of_the_reference_values() -> None:
    given_range = Range(10, 40, stated_shape="lognormal")
    assert given_range.central() == 20
    assert given_range.quantile(chances) == pytest.approx([10, 20, 40])
    draws = given_range.draws("case", "input")
    assert float(np.mean(draws)) == pytest.approx(23.15, rel=0.02)


def test_percentiles_give_the_triangular_range_of_the_reference_values() -> None:
    """From the percentiles of (50, 100, 250) back to it: METHOD's 81.6, 127.5 and 195.2."""
    p10, p90 = 50 + sqrt(0.1 * 200 * 50), 250 - sqrt(0.1 * 200 * 150)
    assert (p10, p90) == pytest.approx((81.6, 195.2), abs=0.05)
    assert triangular_bounds(p10, 100, p90) == pytest.approx((50, 250))
    stated = Range(p10, p90, 100, ends="p10-p90")
    assert stated.quantile(chances) == pytest.approx([81.6, 127.5, 195.2], abs=0.05)
    assert stated.outer() == pytest.approx((p10, p90))
    assert stated.central() == 100


def test_percentiles_give_the_uniform_range() -> None:
    assert uniform_bounds(2.2, 3.8) == pytest.approx((2, 4))
    stated = Range(2.2, 3.8, ends="p10-p90")
    assert stated.quantile(chances) == pytest.approx([2.2, 3.0, 3.8])
    assert stated.central() == 3


@quick
@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.floats(0, 1))
def test_a_triangular_range_has_the_percentiles_that_were_stated(
    p10: float, width: float, place: float
) -> None:
    mode = min(max(p10 + place * width, p10), p10 + width)
    stated = Range(p10, p10 + width, mode, ends="p10-p90")
    low, high = triangular_bounds(p10, mode, p10 + width)
    slack = 1e-6 * width + 1e-9 * abs(p10)
    assert low <= p10 + slack
    assert high >= p10 + width - slack
    assert stated.outer() == pytest.approx((p10, p10 + width), abs=slack)
    assert low - slack <= mode <= high + slack


def test_percentiles_that_are_one_are_a_constant() -> None:
    for shape in (None, "triangular"):
        stated = Range(5, 5, 5 if shape else None, ends="p10-p90")
        assert list(stated.draws("case", "input", count=3)) == [5, 5, 5]


def test_without_a_likely_value_a_range_is_uniform() -> None:
    assert Range(2, 4).shape == "uniform"
    assert Range(2, 4).central() == 3
    assert Range(2, 4).quantile(chances) == pytest.approx([2.2, 3.0, 3.8])


@quick
@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(0, 1))
def test_a_triangular_range_keeps_its_ends_and_never_falls(
    low: float, width: float, mode: float
) -> None:
    shape = Range(low, low + width, low + width * mode)
    found = shape.quantile(np.linspace(0, 1, 101))
    slack = 1e-9 * (low + width + 1)
    assert found[0] >= low - slack
    assert found[-1] <= low + width + slack
    assert bool(np.all(np.diff(found) >= -slack))


def test_a_range_of_one_value_is_that_value() -> None:
    assert Range(5, 5, 5).quantile(chances).tolist() == [5, 5, 5]


def test_draws_are_fixed_by_their_key() -> None:
    assert uniforms("case", "wage").tolist() == uniforms("case", "wage").tolist()
    assert uniforms("case", "wage").tolist() != uniforms("case", "hours").tolist()
    assert uniforms("ab", "c").tolist() != uniforms("a", "bc").tolist()


def test_draws_are_spread_evenly_and_never_reach_the_ends() -> None:
    found = uniforms("case", "wage")
    assert len(found) == DRAWS
    assert 0 < float(found.min()) < float(found.max()) < 1
    counts, _ = np.histogram(found, bins=10, range=(0, 1))
    assert bool(np.all(np.abs(counts - DRAWS / 10) < 150))


def test_the_stream_of_bits_is_the_same_everywhere() -> None:
    expected = [0.6340861933114881, 0.9638039011384509, 0.341773597188815]
    assert uniforms("case", "wage", count=3).tolist() == expected
