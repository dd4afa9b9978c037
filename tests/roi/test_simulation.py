"""The reference case drawn: percentiles, chance and swings that were computed apart from this code."""

from collections.abc import Mapping

import numpy as np
import pytest

from roi_casebook.roi.algebra.arrays import exact
from roi_casebook.roi.algebra.elementary import Array
from roi_casebook.roi.appraising import appraised
from roi_casebook.roi.flows import Drawn, Flows, Line, Place
from roi_casebook.roi.ranges import Range
from roi_casebook.roi.scenarios import bridge, npv_of_scenarios, switching_values, tornado
from roi_casebook.roi.simulation import Simulated, dot_chances, of_fifty, quantiles, simulated

SALES, SPEND = (0.0, 60e3, 90e3, 120e3), (50e3, 20e3, 20e3, 20e3)
FLOWS = Flows(
    years=3,
    costs=(Line("spend", SPEND),),
    benefits=(
        Line("sales", SALES, {"margin": 0.6, "deadweight": 0.25, "attribution_to_others": 0.3}),
    ),
    discount_rate=0.08,
)
RANGES = {
    "volume": Range(0.7, 1.2, 1.0),
    "margin": Range(0.5, 0.65, 0.6),
    "deadweight": Range(0.1, 0.5, 0.25),
    "attribution_to_others": Range(0.15, 0.6, 0.3),
    "cost": Range(0.95, 1.3, 1.0),
}
BASE = {name: given.central() for name, given in RANGES.items()}
SHARES = ("margin", "deadweight", "attribution_to_others")


def placed(inputs: Mapping[str, Array]) -> Drawn:
    """Put the inputs at their places in the flows."""
    ones = np.ones(len(next(iter(inputs.values()))))
    factors = {name: inputs.get(name, BASE[name] * ones) for name in BASE}
    sales: dict[Place, Array] = {
        ("sales", year): amount * factors["volume"] for year, amount in enumerate(SALES)
    }
    spend: dict[Place, Array] = {
        ("spend", year): amount * factors["cost"] for year, amount in enumerate(SPEND)
    }
    return {**sales, **spend, **{("sales", share): factors[share] for share in SHARES}}


@pytest.fixture(scope="module")
def drawn() -> Simulated:
    draws = {name: given.draws("reference", name) for name, given in RANGES.items()}
    return simulated(appraised(FLOWS), placed(draws))


def test_percentiles_of_the_reference_case(drawn: Simulated) -> None:
    roi = drawn.figures["roi"]
    assert roi.value == pytest.approx(-0.2928, abs=5e-5)
    assert (roi.p10, roi.p50, roi.p90) == pytest.approx((-0.61, -0.46, -0.28), abs=0.01)


def test_the_chance_of_the_reference_case(drawn: Simulated) -> None:
    chance = drawn.figures["chance_positive"].value
    assert chance is not None
    assert chance < 0.01
    assert drawn.never_recovered == pytest.approx(1 - chance, abs=0.01)


def test_what_is_lost_lies_below_zero_and_the_base_above_most_draws(drawn: Simulated) -> None:
    assert (drawn.figures["mean_loss"].value or 0.0) < 0
    assert drawn.base_percentile is not None
    assert drawn.base_percentile > 0.75
    assert list(drawn.dots) == sorted(drawn.dots)
    assert len(drawn.dots) == len(dot_chances())


def test_a_draw_at_exactly_zero_is_recovered_and_gains_nothing() -> None:
    flows = Flows(1, (Line("cost", (100.0, 0.0)),), (Line("sales", (0.0, 100.0)),), (), 0.0)
    found = simulated(appraised(flows), {("sales", 1): np.array([90.0, 100.0, 110.0, 120.0])})
    assert found.figures["chance_positive"].value == 0.5  # 110 and 120
    assert found.never_recovered == 0.25  # 90 alone
    assert found.figures["mean_loss"].value == -10
    assert found.base_percentile == 0.25


def drawn_sales(base: float, *draws: float) -> Simulated:
    """Draw what comes back after a year, for an outlay of 100 that nothing discounts."""
    flows = Flows(1, (Line("cost", (100.0, 0.0)),), (Line("sales", (0.0, base)),), (), 0.0)
    return simulated(appraised(flows), {("sales", 1): np.array(draws)})


def test_gains_and_losses_of_less_than_one_count() -> None:
    found = drawn_sales(100, 99.5, 99.875, 100.5, 102)
    assert found.figures["chance_positive"].value == 0.5
    assert found.figures["mean_loss"].value == -0.3125  # the mean of 0.5 and 0.125
    assert found.base_percentile == 0.5


def test_where_no_draw_loses_no_loss_is_expected() -> None:
    assert drawn_sales(100, 100, 100.5).figures["mean_loss"].reason == "settled"


def test_percentiles_of_four_draws() -> None:
    """By hand, type 7: 0.3 of the way from the first, half from the second, 0.7 from the third."""
    found = drawn_sales(100, 90, 100, 110, 120)
    npv, payback = found.figures["npv"], found.figures["payback_months"]
    assert (npv.p10, npv.p50, npv.p90) == (-7, 5, 17)
    # 10 months, 12 / 1.1, 12, never
    assert payback.value == 12
    assert (payback.p10, payback.p50, payback.p90) == (10.2727, 11.4545, None)


def test_what_is_not_recovered_has_no_percentiles() -> None:
    payback = drawn_sales(90, 90, 100, 110, 120).figures["payback_months"]
    assert payback.reason == "not_recovered"
    assert (payback.p10, payback.p50, payback.p90) == (None, None, None)


def test_a_share_of_more_than_all_has_no_percentiles() -> None:
    """Own doing must be all of 100, 10/11 of 110, 5/6 of 120; of 90 it would be more than all."""
    within, beyond = drawn_sales(110, 100, 110, 120), drawn_sales(110, 90, 110, 120)
    figures = [one.figures["break_even_attribution"] for one in (within, beyond)]
    assert [one.p50 for one in figures] == [0.909091, None]


def test_what_has_no_figure_for_another_reason_is_not_drawn() -> None:
    flows = Flows(0, (Line("cost", (100.0,)),), (Line("sales", (90.0,)),))
    payback = simulated(appraised(flows), {("sales", 0): np.array([90.0, 110.0])}).figures[
        "payback_months"
    ]
    assert (payback.reason, payback.p10, payback.p50, payback.p90) == (
        "too_short",
        None,
        None,
        None,
    )


def test_fifty_dots_stand_in_the_middle_of_each_fiftieth() -> None:
    chances = dot_chances()
    assert (len(chances), chances[:2], chances[-1]) == (50, (0.01, 0.03), 0.99)
    assert [of_fifty(share) for share in (0.0, 0.01, 0.04, 0.5, 1.0)] == [0, 0, 2, 25, 50]


def test_what_is_never_reached_leaves_other_percentiles_as_they_are() -> None:
    never = np.array([np.inf, 2.0, np.inf, 1.0])
    assert quantiles(never, (0.0, 0.1, 0.9, 1.0)) == pytest.approx((1, 1.3, np.inf, np.inf))
    assert quantiles(np.array([1.0, np.inf]), (0.0,)) == (1.0,)


def test_without_draws_there_is_a_single_point() -> None:
    base = appraised(FLOWS)
    found = simulated(base, {})
    assert found.figures["chance_positive"].reason == "single_point"
    assert found.figures["roi"] == base.figures["roi"]


def test_percentiles_are_of_type_seven() -> None:
    assert quantiles(np.array([4.0, 1.0, 3.0, 2.0]), (0.0, 0.1, 0.5, 0.9, 1.0)) == pytest.approx(
        (1.0, 1.3, 2.5, 3.7, 4.0)
    )


def test_swings_of_the_reference_case() -> None:
    ends = {
        name: (float(given.quantile(np.array([0.1]))[0]), float(given.quantile(np.array([0.9]))[0]))
        for name, given in RANGES.items()
    }
    found = tornado(FLOWS, placed, ends, BASE)
    assert [swing.name for swing in found] == [
        "attribution_to_others", "deadweight", "cost", "volume", "margin",
    ]  # fmt: skip
    printed = [(-22.8, -48.6), (-22.8, -44.1), (-28.9, -49.8), (-42.5, -22.5), (-37.1, -27.0)]
    for swing, (at_p10, at_p90) in zip(found, printed, strict=True):
        assert (swing.at_p10 / 1e3, swing.at_p90 / 1e3) == pytest.approx((at_p10, at_p90), abs=0.06)
        assert not swing.changes_sign


def test_the_bridge_goes_from_gross_to_the_base_case() -> None:
    steps = {step.name: step.roi for step in bridge(FLOWS)}
    assert list(steps) == ["gross", "margin", "deadweight", "attribution_to_others", "discounting"]  # fmt: skip
    assert steps["gross"] == pytest.approx(1.455, abs=5e-4)
    assert steps["margin"] == pytest.approx(0.473, abs=5e-4)
    assert steps["attribution_to_others"] == pytest.approx(-0.227, abs=5e-4)
    assert steps["discounting"] == appraised(FLOWS).figures["roi"].value


def test_a_switching_value_makes_the_net_present_value_zero() -> None:
    (value,) = switching_values(FLOWS, placed, "volume", 0.5, 2.0)
    npv = npv_of_scenarios(FLOWS, placed, {"volume": np.array([value])})
    assert exact(npv).item() == pytest.approx(0, abs=1)
    assert switching_values(FLOWS, placed, "margin", 0.5, 0.65) == ()


def test_every_value_at_which_it_breaks_even_is_found() -> None:
    """A price lowers what is sold: p (k - p) pays back between two prices, not above one."""

    def sold(values: Mapping[str, Array]) -> Drawn:
        price = values["price"]
        return {("sales", 1): price * (10 - price)}

    flows = Flows(
        years=1,
        costs=(Line("cost", (16.0, 0.0)),),
        benefits=(Line("sales", (0.0, 25.0)),),
        discount_rate=0.0,
    )
    assert switching_values(flows, sold, "price", 0.0, 20.0) == pytest.approx((2, 8))
    assert switching_values(flows, sold, "price", 2.0, 8.0) == (2, 8)  # zero at the very ends
    assert switching_values(flows, sold, "price", 3.0, 7.0) == ()
