from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roi_casebook.roi.algebra.elementary import exponential, logarithm, normal_quantile
from roi_casebook.roi.ranges import (
    DRAWS,
    NORMAL_P90,
    Ends,
    Range,
    Shape,
    range_of_error,
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
    [
        (0.5, 0.0), (0.9, NORMAL_P90), (0.25, -0.674489750196082), (1e-10, -6.361340902404056),
        (0.6, 0.253347103135800), (0.75, 0.674489750196082), (0.95, 1.644853626951473),
        (0.975, 1.959963984540054), (0.99, 2.326347874040841), (0.995, 2.575829303548901),
        (0.999, 3.090232306167814), (0.9995, 3.290526731491926), (0.00003, -4.012810811118),
    ],
)  # fmt: skip
def test_the_normal_quantile_is_the_tables(p: float, quantile: float) -> None:
    assert normal_quantile(np.array([p]))[0] == pytest.approx(quantile, rel=1e-12, abs=1e-15)


def test_a_95_per_cent_interval_is_a_normal_range() -> None:
    """3.2 with a standard error of 0.5: 3.2 -+ 1.96 * 0.5; a tenth lies beyond 3.2 -+ 1.2816 * 0.5."""
    printed = Range(2.22, 4.18, ends="p2.5-p97.5")
    assert printed.shape == "normal"
    assert printed.central() == pytest.approx(3.2)
    assert printed.quantile(np.array([0.025, 0.5, 0.975])) == pytest.approx([2.22, 3.2, 4.18])
    assert printed.outer() == pytest.approx((2.5592, 3.8408), abs=5e-5)


def test_a_middle_with_its_standard_error_is_a_normal_range() -> None:
    stated = range_of_error(100, 10)
    assert (stated.low, stated.high) == pytest.approx((80.4004, 119.5996), abs=5e-5)
    assert stated.outer() == pytest.approx((87.1845, 112.8155), abs=5e-5)
    draws = stated.draws("case", "input")
    assert float(np.mean(draws)) == pytest.approx(100, abs=0.3)
    assert float(np.std(draws)) == pytest.approx(10, rel=0.02)


def test_a_90_per_cent_interval_is_narrower_about_the_same_middle() -> None:
    """1,000 to 6,000 as 5th and 95th percentile: a standard deviation of 2,500 / 1.644854 = 1,519.9."""
    stated = Range(1000, 6000, ends="p5-p95")
    one_up = stated.quantile(np.array([0.8413447460685429]))[0]
    assert one_up == pytest.approx(5019.9, abs=0.05)


def test_a_lognormal_range_takes_an_interval_and_its_printed_middle() -> None:
    """An odds ratio of 1.8 (1.2 to 2.7): 1.2 * 2.7 = 1.8 ** 2."""
    stated = Range(1.2, 2.7, 1.8, "lognormal", "p2.5-p97.5")
    assert stated.quantile(np.array([0.025, 0.5, 0.975])) == pytest.approx([1.2, 1.8, 2.7])
    assert stated.outer() == pytest.approx((1.3808, 2.3465), abs=5e-5)


@pytest.mark.parametrize(
    ("ends", "tail"), [("p10-p90", 0.1), ("p5-p95", 0.05), ("p2.5-p97.5", 0.025)]
)
@pytest.mark.parametrize("shape", ["uniform", "triangular", "normal", "lognormal"])
def test_every_shape_has_the_percentiles_that_were_stated(
    shape: Shape, ends: Ends, tail: float
) -> None:
    likely = {"triangular": 35.0}.get(shape)
    stated = Range(20, 60, likely, shape, ends)
    assert stated.quantile(np.array([tail, 1 - tail])) == pytest.approx([20, 60])


def test_mean_and_variance_of_a_triangle_are_those_of_the_formula() -> None:
    """Of 50, 100, 250: (50 + 100 + 250) / 3 and (200 ** 2 + 50 * (100 - 250)) / 18 (table T055)."""
    draws = Range(50, 250, 100).draws("case", "input")
    assert float(np.mean(draws)) == pytest.approx(133.333, abs=1.3)
    assert float(np.var(draws)) == pytest.approx(1805.56, rel=0.03)


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
    assert triangular_bounds(p10, 100, p90, 0.1) == pytest.approx((50, 250))
    stated = Range(p10, p90, 100, ends="p10-p90")
    assert stated.quantile(chances) == pytest.approx([81.6, 127.5, 195.2], abs=0.05)
    assert stated.outer() == pytest.approx((p10, p90))
    assert stated.central() == 100


def test_percentiles_give_the_uniform_range() -> None:
    assert uniform_bounds(2.2, 3.8, 0.1) == pytest.approx((2, 4))
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
    low, high = triangular_bounds(p10, mode, p10 + width, 0.1)
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


@quick
@given(
    st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.sampled_from(("p10-p90", "p5-p95", "p2.5-p97.5"))
)
def test_a_normal_range_lies_as_far_above_its_middle_as_below(
    low: float, width: float, ends: Ends
) -> None:
    stated = Range(low, low + width, stated_shape="normal", ends=ends)
    chances = np.linspace(0.001, 0.999, 99)
    found = stated.quantile(chances)
    slack = 1e-9 * (abs(low) + width)
    assert found + found[::-1] == pytest.approx(2 * stated.central(), abs=slack)
    assert bool(np.all(np.diff(found) > 0))
