"""One axis of moments: years, months and dates give the figures that their time in years gives."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.roi.appraising import appraised
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.flows import Flows, Line
from roi_casebook.roi.moments import Moments, years_to

cents = st.integers(1, 10**6).map(lambda number: number / 100)
three_years = st.tuples(cents, cents, cents)
DAYS_OF_YEARS = (0, 365, 730, 1095)  # 15 January 2021 to 2024: no 29 February lies between them
OVER_TIME = ("pv_costs", "pv_benefits", "npv", "roi", "bcr", "roi_simple", "mirr", "annualised_roi")


@pytest.mark.parametrize(
    ("moments", "years", "period"),
    [
        (years_to(2), (0, 1, 2), 1),
        (Moments((0, 1, 18), "month"), (0, 1 / 12, 1.5), 1 / 12),
        (Moments((0, 73, 365), "day"), (0, 0.2, 1), 1 / 365),
    ],
)
def test_moments_in_years(moments: Moments, years: tuple[float, ...], period: float) -> None:
    assert moments.years == pytest.approx(years)
    assert moments.period == pytest.approx(period)


@pytest.mark.parametrize("numbers", [(), (1, 2), (0, 2, 1), (0, 1, 1)])
def test_moments_that_do_not_rise_from_the_start_are_refused(numbers: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="rise from 0"):
        Moments(numbers, "month")


def test_only_yearly_money_moves_in_the_middle_of_a_year() -> None:
    with pytest.raises(ValueError, match="mid-year"):
        Flows(1, timing="mid-year", moments=Moments((0, 3), "month"))


def flows(
    spent: float,
    gained: tuple[float, ...],
    rate: float,
    moments: Moments | None = None,
    **shares: float,
) -> Flows:
    """Spend at the start, and gain at each moment after it."""
    return Flows(
        3,
        costs=(Line("spent", (spent, *(0.0 for _ in gained))),),
        benefits=(Line("gained", (0.0, *gained), shares),),
        discount_rate=rate,
        moments=moments,
    )


Figures = Mapping[str, Figure]


def hold_the_same(one: Figures, other: Figures, names: Iterable[str]) -> None:
    """Hold that some figures have the same value, or none for the same reason."""
    for name in names:
        assert one[name].reason == other[name].reason, name
        left, right = one[name].value or 0.0, other[name].value or 0.0
        assert left == pytest.approx(right, rel=1e-9, abs=1e-9), name


@given(cents, three_years)
def test_a_year_in_twelve_equal_months_changes_nothing_at_a_rate_of_nought(
    spent: float, gained: tuple[float, ...]
) -> None:
    months = tuple(each / 12 for each in gained for _ in range(12))
    yearly = appraised(flows(spent, gained, 0.0)).figures
    monthly = appraised(flows(spent, months, 0.0, Moments(tuple(range(37)), "month"))).figures
    hold_the_same(monthly, yearly, (*OVER_TIME, "break_even_cost", "soft_switching_value"))
    time, resolved = yearly["payback_months"], monthly["payback_months"]
    assert (resolved.value or 0.0) == pytest.approx(time.value or 0.0, rel=1e-6, abs=1e-6)
    assert resolved.reason == time.reason
    if time.reason is None:
        assert (time.counted_in, resolved.counted_in) == ("year", "month")


@given(cents, three_years, st.sampled_from([0.0, 0.03, 0.1]))
def test_the_same_day_of_years_without_a_leap_day_is_the_year(
    spent: float, gained: tuple[float, ...], rate: float
) -> None:
    yearly = appraised(flows(spent, gained, rate, drop_off=0.2)).figures
    dated = appraised(
        flows(spent, gained, rate, Moments(DAYS_OF_YEARS, "day"), drop_off=0.2)
    ).figures
    hold_the_same(
        dated, yearly, (*OVER_TIME, "irr", "soft_switching_value", "break_even_attribution")
    )


@given(cents, three_years)
def test_years_told_as_months_are_the_years(spent: float, gained: tuple[float, ...]) -> None:
    yearly = appraised(flows(spent, gained, 0.1)).figures
    monthly = appraised(flows(spent, gained, 0.1, Moments((0, 12, 24, 36), "month"))).figures
    hold_the_same(monthly, yearly, (*OVER_TIME, "irr"))


def test_a_share_drops_off_by_the_time_since_the_first_money() -> None:
    """A fifth is lost in a year, from the first month on: 100 in month 6, and 80 of 100 in month 18."""
    moments = Moments((0, 6, 18), "month")
    found = appraised(flows(50.0, (100.0, 100.0), 0.0, moments, drop_off=0.2))
    assert np.asarray(found.values["benefits"])[0, :, 0].tolist() == pytest.approx([0, 100, 80])


@pytest.mark.parametrize(
    ("moments", "months"),
    [
        (Moments((0, 12, 24, 36), "month"), 23.5),  # 100 and 50 of 100: in the 24th month
        (Moments((0, 100, 200, 300), "day"), 199.5 * 12 / 365),  # and on the 200th day
        (None, 18),  # and within year 2
    ],
)
def test_payback_lies_in_the_period_in_which_it_comes(
    moments: Moments | None, months: float
) -> None:
    found = appraised(flows(150.0, (100.0, 100.0, 100.0), 0.0, moments)).figures
    assert found["payback_months"].value == pytest.approx(months)


def test_the_years_to_the_horizon_are_the_same_at_whatever_moments_money_moves() -> None:
    """1/1.1 + 1/1.21 + 1/1.331: three years of an annuity."""
    yearly = flows(100.0, (0.0, 0.0, 0.0), 0.1)
    dated = replace(yearly, moments=Moments((0, 10, 500, 900), "day"))
    for each in (yearly, dated):
        factor = appraised(each).values["annuity_factor"].item()
        assert factor == pytest.approx(2.4868519910)
