from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from roi_casebook.roi.algebra.roots import positive_roots

quick = settings(max_examples=60)
apart = st.lists(st.integers(1, 400), min_size=1, max_size=4, unique=True)


def polynomial(*roots: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Multiply out the factors (x - root); constant term first."""
    coefficients = np.array([1.0])
    for root in roots:
        coefficients = np.convolve(coefficients, [-root, 1.0])
    return coefficients


def of(coefficients: np.ndarray[tuple[int], np.dtype[np.float64]]) -> tuple[float, ...]:
    """Find the roots of a polynomial."""
    return positive_roots(coefficients, np.arange(len(coefficients)))


@quick
@given(apart)
def test_every_positive_root_is_found(hundredths: list[int]) -> None:
    roots = sorted(number / 100 for number in hundredths)
    assume(all(high - low > 0.05 for low, high in pairwise(roots)))
    assert of(polynomial(*roots)) == pytest.approx(roots, rel=1e-6)


@quick
@given(apart, st.integers(1, 300))
def test_roots_below_zero_are_none(hundredths: list[int], negative: int) -> None:
    negatives = [-(number + negative) / 100 for number in hundredths]
    assert of(polynomial(*negatives)) == ()


@pytest.mark.parametrize("root", [0.2, 0.909090909, 1.0, 2.5])
def test_a_double_root_counts_once(root: float) -> None:
    assert of(polynomial(root, root)) == pytest.approx([root], rel=1e-7)


@pytest.mark.parametrize(
    ("coefficients", "roots"),
    [
        ([], []),
        ([0.0, 0.0], []),
        ([5.0], []),
        ([0.0, -1.0, 2.0], [0.5]),
        ([-1.0, 1.0, 0.0], [1.0]),
        ([-1e-300, 1e300], []),
        ([-1.0, 0.0, 0.0, 0.0, 1e-8], [100.0]),
    ],
)
def test_edges(coefficients: list[float], roots: list[float]) -> None:
    found = [root for root in of(np.array(coefficients)) if root > 1e-100]
    assert found == pytest.approx(roots)


def test_a_long_horizon_overflows_nothing() -> None:
    coefficients = np.array([-1000.0, *[0.0, 100.0] * 59, 0.0, 1e-9])
    (root,) = of(coefficients)
    assert root == pytest.approx(1 / 1.1**0.5, rel=1e-2)


@quick
@given(apart, st.sampled_from([1 / 12, 1 / 365, 0.3, 7 / 3]))
def test_exponents_may_be_any_numbers(hundredths: list[int], step: float) -> None:
    """In x to the power of a step the sum is a polynomial: its roots are those of that, raised."""
    roots = sorted(number / 100 for number in hundredths)
    assume(all(high - low > 0.05 for low, high in pairwise(roots)))
    coefficients = polynomial(*roots)
    found = positive_roots(coefficients, np.arange(len(coefficients)) * step)
    expected = [root ** (1 / step) for root in roots]
    told = [root for root in expected if 1e-200 < root < 1e200]
    assert [root for root in found if 1e-200 < root < 1e200] == pytest.approx(told, rel=1e-5 / step)


def test_exponents_stand_in_any_order_and_more_than_once() -> None:
    """2x - 1 in four terms, once divided by x to the power of 1.5."""
    assert positive_roots([1.0, -1.0, 2.0, -1.0], [2.5, 1.5, 2.5, 2.5]) == pytest.approx([0.5])


def test_no_more_roots_than_changes_of_sign_and_all_of_them() -> None:
    """(x - 0.25)(x - 1)(x - 4) with x the square root of y: roots 1/16, 1 and 16."""
    assert positive_roots(polynomial(0.25, 1.0, 4.0), [0, 0.5, 1, 1.5]) == pytest.approx(
        [1 / 16, 1, 16]
    )
