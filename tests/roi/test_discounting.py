"""The rate at which flows are discounted: one, or each year's own. Goldens are worked by hand, or printed."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roi_casebook.roi.appraising import appraised
from roi_casebook.roi.discounting.bands import Band, Schedule, rates_of
from roi_casebook.roi.discounting.factors import discounting
from roi_casebook.roi.flows import Flows, Line
from roi_casebook.roi.moments import Moments
from roi_casebook.roi.scenarios import bridge

quick = settings(max_examples=50, deadline=None)

GREEN_BOOK = Schedule((Band(0, 30, 0.035), Band(31, 75, 0.03), Band(76, 125, 0.025)))
HALVES = Schedule((Band(1, 2, 1.0), Band(3, 4, 0.25)))
"""Two years that halve, then two that leave four fifths."""


def factors(flows: Flows) -> list[float]:
    return np.asarray(appraised(flows).values["discount_factor"])[0, :, 0].tolist()  # type: ignore[no-any-return]


def unit(year: int, rate: float | Schedule | None) -> Flows:
    line = Line("b", (0.0,) * year + (1.0,))
    return Flows(year, benefits=(line,), discount_rate=rate)


# Schedules ---------------------------------------------------------------------------------------


def test_each_year_has_its_own_rate_and_factors_are_products() -> None:
    assert factors(unit(4, HALVES)) == pytest.approx([1, 0.5, 0.25, 0.2, 0.16], rel=1e-15)


@pytest.mark.parametrize(
    ("year", "printed"),
    [(1, 0.96618), (30, 0.35628), (31, 0.34590), (75, 0.09421), (76, 0.09192), (100, 0.05082)],
)
def test_the_green_book(year: int, printed: float) -> None:
    assert factors(unit(100, GREEN_BOOK))[year] == pytest.approx(printed, abs=5e-6)


def test_a_flow_between_two_years_has_its_part_of_the_later_rate() -> None:
    mid_year = replace(unit(4, Schedule((Band(1, 2, 3.0), Band(3, 4, 0.21)))), timing="mid-year")
    # half a year at 300 % halves; a year and a half leaves 1/8; two and a half 1/16 over 1.1
    assert factors(mid_year) == pytest.approx([1, 0.5, 0.125, 1 / 17.6, 1 / 21.296], rel=1e-12)


def test_a_horizon_within_one_rate_has_one_rate() -> None:
    assert GREEN_BOOK.within(30) == 0.035
    assert GREEN_BOOK.within(0) == 0.035
    reached = GREEN_BOOK.within(31)
    assert rates_of(reached) == (0.035, 0.03)
    assert GREEN_BOOK.within(126) is None


@pytest.mark.parametrize(
    "bands",
    [
        (),
        (Band(2, 9, 0.1),),
        (Band(0, 3, 0.1), Band(5, 9, 0.1)),
        (Band(0, 3, 0.1), Band(3, 9, 0.1)),
        (Band(0, 3, -1.0),),
    ],
)
def test_a_schedule_has_one_rate_for_each_year(bands: tuple[Band, ...]) -> None:
    with pytest.raises(ValueError, match="expected"):
        Schedule(bands)


def test_the_modified_return_grows_and_discounts_at_the_years_own_rates() -> None:
    flows = Flows(4, balances=(Line("n", (-100.0, 80.0, 0.0, 100.0, -16.0)),), discount_rate=HALVES)
    # out: 100, and 16 times 0.16; in: 80 doubled and a quarter twice, 100 and a quarter
    mirr = appraised(flows).figures["mirr"].value
    assert mirr == pytest.approx(((250 + 125) / 102.56) ** 0.25 - 1, rel=1e-11)


def test_the_bridge_brings_in_the_whole_schedule_at_one_step() -> None:
    flows = Flows(
        4,
        costs=(Line("c", (100.0, 0.0, 0.0, 0.0, 0.0)),),
        benefits=(Line("b", (0.0, 0.0, 0.0, 0.0, 1000.0)),),
        discount_rate=HALVES,
    )
    assert [(step.name, step.npv) for step in bridge(flows)] == [
        ("gross", 900.0),
        ("discounting", 60.0),
    ]


# Properties --------------------------------------------------------------------------------------

rates = st.floats(-0.5, 1.0).map(lambda rate: round(rate, 4))


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    lasts = sorted(draw(st.sets(st.integers(1, 60), min_size=1, max_size=5)))
    firsts = [0, *(last + 1 for last in lasts[:-1])]
    return Schedule(
        tuple(Band(first, last, draw(rates)) for first, last in zip(firsts, lasts, strict=True))
    )


@quick
@given(schedules())
def test_a_factor_is_that_of_the_year_before_over_the_years_own_rate(schedule: Schedule) -> None:
    years = schedule.last_year
    found = factors(Flows(years, discount_rate=schedule.within(years)))
    by_year = [
        band.rate for band in schedule.bands for _ in range(max(band.first, 1), band.last + 1)
    ]
    for (before, factor), rate in zip(pairwise(found), by_year, strict=True):
        assert factor == pytest.approx(before / (1 + rate), rel=1e-9)


@quick
@given(rates, st.lists(st.integers(1, 30), min_size=1, max_size=3), st.sampled_from([0.0, 0.5]))
def test_a_schedule_of_one_rate_is_that_rate(rate: float, spans: list[int], shift: float) -> None:
    lasts = [sum(spans[: number + 1]) for number in range(len(spans))]
    firsts = [1, *(last + 1 for last in lasts[:-1])]
    schedule = Schedule(
        tuple(Band(first, last, rate) for first, last in zip(firsts, lasts, strict=True))
    )
    moments = [0.0, *(year - shift for year in range(1, lasts[-1] + 1))]
    same, parts = discounting(rate, moments), discounting(schedule, moments)
    at = np.array(moments)
    flat = 1 / (1 + np.asarray(same["discount_rate"]).ravel()) ** at
    left = np.asarray(parts["earlier_factor"]).ravel() / (
        1 + np.asarray(parts["discount_rate"]).ravel()
    ) ** (at - np.asarray(parts["earlier_periods"]).ravel())
    assert left == pytest.approx(flat, rel=1e-9)


@quick
@given(st.floats(-0.9, -0.001), st.integers(1, 100))
def test_below_nought_money_later_counts_for_more(rate: float, year: int) -> None:
    assert factors(unit(year, rate))[-1] > 1


def test_months_have_their_part_of_the_years_rate() -> None:
    # 300 % in year 1 and 21 % in year 2: half a year halves, a year and a half leaves 1/4 over 1.1
    months = Moments((0, 6, 12, 18), "month")
    schedule = Schedule((Band(1, 1, 3.0), Band(2, 2, 0.21)))
    flows = Flows(2, discount_rate=schedule, moments=months)
    assert factors(flows) == pytest.approx([1, 0.5, 0.25, 0.25 / 1.1], rel=1e-12)
    of_years = np.asarray(appraised(flows).values["discount_factor_of_year"])[0, :, 0]
    assert of_years.tolist() == pytest.approx([0.25, 0.25 / 1.21], rel=1e-12)


# A margin below nought ---------------------------------------------------------------------------


def test_a_margin_below_nought_is_a_loss_that_risk_makes_larger() -> None:
    sold = Line("b", (100.0,), {"margin": -0.5, "benefit_risk": 0.1})
    assert appraised(Flows(0, (Line("c", (10.0,)),), (sold,))).figures["npv"].value == -65


def test_less_of_a_loss_is_a_gain() -> None:
    sold = Line("b", (100.0,), {"margin": -0.5, "deadweight": None})
    npv = appraised(Flows(0, (Line("c", (10.0,)),), (sold,))).figures["npv"]
    assert (npv.value, npv.side) == (-60, "or_higher")


def test_more_sold_at_a_loss_is_a_larger_loss() -> None:
    sold = Line("b", (100.0, None), {"margin": -0.5})
    flows = Flows(1, (Line("c", (10.0, 0.0)),), (sold,), discount_rate=0.1)
    assert appraised(flows).figures["npv"].side == "or_lower"


def test_a_raise_may_be_more_than_as_much_again() -> None:
    spent = Line("c", (10.0,), {"cost_risk": 2.0})
    assert appraised(Flows(0, (spent,), (Line("b", (50.0,)),))).figures["pv_costs"].value == 30
