"""Beside the base: what is told of all draws, of the first years, of the years evenly."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.roi.appraising import Appraised, appraised
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.flows import Flows, Line
from roi_casebook.roi.simulation import Simulated, simulated

amount = st.floats(0, 1e6, allow_nan=False).map(lambda value: round(value, 2))
rate = st.floats(0, 0.5).map(lambda value: round(value, 3))


def drawn_sales(*draws: float, cost: float | None = 100) -> Simulated:
    """Draw what comes back after a year, for an outlay of 100 that nothing discounts."""
    flows = Flows(1, (Line("cost", (cost, 0.0)),), (Line("sales", (0.0, 100.0)),), (), 0.0)
    return simulated(appraised(flows), {("sales", 1): np.array(draws)})


def with_more_unknown(*draws: float) -> Simulated:
    """Draw the same where another cost is not known."""
    costs = (Line("cost", (100.0, 0.0)), Line("time", (None, 0.0)))
    flows = Flows(1, costs, (Line("sales", (0.0, 100.0)),), (), 0.0)
    return simulated(appraised(flows), {("sales", 1): np.array(draws)})


def years(horizon: int, *gains: float) -> Appraised:
    """Spend 100 and then nothing; gain so much year by year, undiscounted."""
    costs = (Line("cost", (100.0, *[0.0] * horizon)),)
    return appraised(Flows(horizon, costs, (Line("sales", (0.0, *gains)),), (), 0.0))


# Of all draws ------------------------------------------------------------------------------------


def test_what_is_expected_is_the_mean_of_the_draws() -> None:
    found = drawn_sales(90, 100, 110, 140).figures
    assert found["npv"].value == 0
    assert found["expected_npv"].value == 10  # (-10 + 0 + 10 + 40) / 4


def test_whoever_knows_leaves_what_loses() -> None:
    found = drawn_sales(80, 90, 110, 140).figures
    assert found["expected_npv"].value == 5  # (-20 - 10 + 10 + 40) / 4
    assert found["mean_loss"].value == -15
    assert found["value_of_information"].value == 7.5  # (10 + 40) / 4, beyond the 5


def test_where_one_would_leave_it_all_that_is_gained_is_worth_knowing() -> None:
    found = drawn_sales(40, 90, 100, 120).figures
    assert found["expected_npv"].value == -12.5
    assert found["value_of_information"].value == 5  # 20 / 4


def test_what_is_settled_is_worth_no_question() -> None:
    found = drawn_sales(110, 120, 130).figures
    assert found["value_of_information"].reason == "settled"
    assert found["mean_loss"].reason == "settled"
    assert found["expected_npv"].value == 20


def test_without_ranges_there_is_one_point() -> None:
    flows = Flows(1, (Line("cost", (100.0, 0.0)),), (Line("sales", (0.0, 100.0)),), (), 0.0)
    found = simulated(appraised(flows), {}).figures
    reasons = {found[name].reason for name in ("expected_npv", "mean_loss", "value_of_information")}
    assert reasons == {"single_point"}


def test_what_is_unknown_stands_outside_the_draws() -> None:
    found = with_more_unknown(90, 100, 110, 140).figures
    expected = found["expected_npv"]
    assert (expected.value, expected.side, expected.bound) == (10, "or_lower", None)
    assert expected.because == found["npv"].because
    assert found["mean_loss"].reason == "unbounded"
    assert found["value_of_information"].reason == "unbounded"


def test_what_has_no_net_present_value_has_none_of_these() -> None:
    found = drawn_sales(90, 110, cost=None).figures
    assert found["expected_npv"].reason == found["npv"].reason == "cost_unknown"


@given(st.lists(amount, min_size=2, max_size=30), amount)
def test_draws_hold_their_mean_and_knowing_is_worth_nothing_or_more(
    gains: list[float], cost: float
) -> None:
    found = drawn_sales(*gains, cost=cost).figures
    expected = found["expected_npv"].value
    assert expected is not None
    slack = 1e-5 * (max(gains) + cost)
    assert min(gains) - cost - slack <= expected <= max(gains) - cost + slack
    assert (found["value_of_information"].value or 0.0) >= -slack
    assert (found["mean_loss"].value or 0.0) <= 0


# Of the first years ------------------------------------------------------------------------------


def test_the_return_of_the_first_years_leaves_out_what_comes_later() -> None:
    found = years(6, 40, 30, 40, 50, 60, 70).figures
    values = {name: found[f"roi_at_{name}"].value for name in (1, 3, 5)}
    assert values == pytest.approx({1: -0.6, 3: 0.1, 5: 1.2})


def test_there_is_none_of_a_horizon_that_is_no_longer() -> None:
    found = years(3, 40, 30, 40).figures
    assert found["roi_at_1"].value == pytest.approx(-0.6)
    assert found["roi_at_3"].reason == found["roi_at_5"].reason == "too_short"


def test_the_first_years_are_discounted() -> None:
    flows = Flows(2, (Line("c", (100.0, 0, 0)),), (Line("b", (0, 110.0, 121.0)),), (), 0.1)
    assert appraised(flows).figures["roi_at_1"].value == pytest.approx(0)


def test_a_cost_that_is_not_known_later_leaves_the_first_years_exact() -> None:
    costs = (Line("cost", (100.0, 0, 0)), Line("later", (0, 0, None)))
    found = appraised(Flows(2, costs, (Line("sales", (0, 150.0, 150.0)),), (), 0.0)).figures
    assert (found["roi_at_1"].value, found["roi_at_1"].side) == (0.5, None)
    assert found["roi"].side == "or_lower"


def test_present_values_have_no_first_years_and_an_even_sum() -> None:
    flows = Flows(3, (Line("c", (100.0,)),), (Line("b", (210.0,)),), (), 0.1, is_present=True)
    found = appraised(flows).figures
    assert found["roi_at_1"].reason == "present_values_only"
    assert found["equivalent_annual_value"].value == pytest.approx(110 * 0.1 / (1 - 1.1**-3))


def percentiles(figure: Figure) -> tuple[float | None, ...]:
    return figure.p10, figure.p50, figure.p90


def test_draws_of_later_years_leave_the_first_years_alone() -> None:
    flows = Flows(2, (Line("c", (100.0, 0, 0)),), (Line("b", (0, 110.0, 110.0)),), (), 0.0)
    later = simulated(appraised(flows), {("b", 2): np.array([50.0, 150.0])}).figures
    assert percentiles(later["roi_at_1"]) == (None, None, None)
    first = simulated(appraised(flows), {("b", 1): np.array([100.0, 120.0])}).figures
    assert percentiles(first["roi_at_1"]) == pytest.approx((0.02, 0.1, 0.18))


def test_a_cost_that_some_draws_save_gives_no_percentiles() -> None:
    flows = Flows(2, (Line("c", (100.0, 0, 0)),), (Line("b", (0, 110.0, 110.0)),), (), 0.0)
    found = simulated(appraised(flows), {("c", 0): np.array([-1.0, 100.0])}).figures["roi_at_1"]
    assert found.no_range == "cost_is_saving"


# Year by year ------------------------------------------------------------------------------------


@given(st.lists(amount, min_size=2, max_size=8), amount, rate)
def test_an_even_sum_in_each_year_is_worth_as_much_as_the_whole(
    gains: list[float], cost: float, discount_rate: float
) -> None:
    horizon = len(gains)
    flows = Flows(
        horizon,
        (Line("c", (cost, *[0.0] * horizon)),),
        (Line("b", (0.0, *gains)),),
        (),
        discount_rate,
    )
    found = appraised(flows)
    each, npv = found.figures["equivalent_annual_value"].value, found.figures["npv"].value
    assert each is not None
    assert npv is not None
    even = Flows(horizon, (), (Line("even", (0.0, *[abs(each)] * horizon)),), (), discount_rate)
    worth = appraised(even).figures["pv_benefits"].value
    assert worth == pytest.approx(abs(npv), rel=1e-9, abs=1e-6)


def test_under_a_year_there_is_no_even_sum_of_each() -> None:
    flows = Flows(0, (Line("c", (100.0,)),), (Line("b", (150.0,)),))
    assert appraised(flows).figures["equivalent_annual_value"].reason == "too_short"


def test_an_even_sum_needs_a_rate() -> None:
    flows = Flows(2, (Line("c", (100.0, 0, 0)),), (Line("b", (150.0, 0, 0)),))
    assert appraised(flows).figures["npv"].value == 50
    assert appraised(flows).figures["equivalent_annual_value"].reason == "rate_missing"
