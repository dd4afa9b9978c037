"""What vanishes when a formula is printed changes nothing in it: by hand, at 10 % and two years."""

import pytest

from roi_casebook.roi.quantities import ONE_RATE, discount_factor, discount_factor_of_year
from roi_casebook.roi.solvers import SOLVER_NEUTRAL, payback_months


@pytest.mark.parametrize(
    ("factor", "ends"), [(discount_factor, ""), (discount_factor_of_year, "_of_year")]
)
def test_one_rate_leaves_the_factor_of_each_year_as_it_is(factor: object, ends: str) -> None:
    assert callable(factor)
    names = (f"earlier_factor{ends}", f"earlier_periods{ends}")
    found = factor(0.1, 2.0, *(ONE_RATE[name] for name in names))
    assert found == pytest.approx(0.826446, abs=1e-6)


def test_growth_after_the_last_rate_is_none() -> None:
    assert ONE_RATE["later_growth"] == 1


def test_a_period_of_a_year_leaves_payback_in_years() -> None:
    """30 of 60 are still to recover after two years: half a year more, 30 months in all."""
    period = SOLVER_NEUTRAL["years_of_a_period"]
    assert payback_months(2.0, 30.0, 60.0, period, 12.0) == pytest.approx(30)
