"""How values are written in a working; and that the units of every formula fit."""

import pytest

from roi_casebook.roi.algebra.units import PURE
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.figure_table import FIGURES
from roi_casebook.roi.prices import PRICE_AXES
from roi_casebook.roi.quantities import IMPLIED_AXES, INPUT_AXES, SHARES
from roi_casebook.roi.solvers import SOLVER_INPUT_AXES
from roi_casebook.roi.written_as import AMOUNTS, MONEY, units, written_as

WRITTEN = {
    "money": "cost_amount benefit gross_benefit discounted_net_flow npv break_even_cost shortfall "
    "implied_gain_of_return implied_cost_of_ratio soft_switching_value soft_switching_value_at_once worth_of_each in_target_currency npv_at_irr "
    "net_cost cost_per_result discounted_cost_per_result worth_needed",
    "percent": "claimed_return discount_rate margin persistence additional_share roi irr annualised_roi net_sroi "
    "break_even_attribution chance_positive",
    "number": "claimed_ratio discount_factor annuity_factor horizon_years bcr sroi_ratio payback_months "
    "discounted_payback_months price_factor rate_of_own soft_result soft_result_in_all hours_per_day "
    "total_count present_count",
}


@pytest.mark.parametrize(
    ("name", "written"), [(name, kind) for kind, names in WRITTEN.items() for name in names.split()]
)
def test_a_value_is_written_as_what_it_is(name: str, written: str) -> None:
    assert written_as(name) == written


def test_the_units_of_every_formula_fit() -> None:
    """Money is never added to a plain number, nor a year to a sum: UnitError otherwise."""
    assert set(units().values()) == {MONEY, PURE}


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_has_the_unit_that_its_formula_comes_to(name: str) -> None:
    if name in units():
        assert (units()[name] == MONEY) == (FIGURES[name].unit == "money")


def test_only_what_there_is_is_listed() -> None:
    inputs = INPUT_AXES.keys() | SOLVER_INPUT_AXES.keys() | PRICE_AXES.keys() | IMPLIED_AXES.keys()
    assert inputs >= AMOUNTS
    assert units().keys() >= SHARES
    assert not AMOUNTS & SHARES
    assert not {name for name in SHARES if units()[name] != PURE}
    assert not CONSTANTS.keys() & (AMOUNTS | SHARES)
