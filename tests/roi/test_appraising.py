from dataclasses import replace
from math import isfinite

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roi_casebook.roi.algebra.arrays import scalar
from roi_casebook.roi.appraising import appraised
from roi_casebook.roi.discounting.bands import rates_of
from roi_casebook.roi.figure_table import MONEY_FIGURES
from roi_casebook.roi.figures import Cause, Figure
from roi_casebook.roi.finding import turnover
from roi_casebook.roi.flows import Flows, Line
from roi_casebook.roi.openings import Hedge, StatedInput
from tests.roi.money import (
    amounts,
    gaps_and_fillings,
    horizons,
    investments,
    known_flows,
    rows,
    scaled,
    wild_flows,
    with_line,
)

quick = settings(max_examples=40)
RETURNS = ("npv", "roi", "roi_simple", "bcr", "annualised_roi")
PAYBACKS = ("payback_months", "discounted_payback_months")
UNKNOWN = {"cost_unknown", "benefit_unknown", "net_unknown", "unbounded", "only_net_known", "soft_only"}  # fmt: skip
NO_GAIN_NO_COST = Flows(1, (Line("c", (0.0, 0.0)),), (Line("b", (0.0, 0.0)),), (), 0.1)


def at_most(lower: float | None, upper: float | None) -> bool:
    """Compare two values that were rounded; an absent one compares with none."""
    if lower is None or upper is None:
        return True
    return lower <= upper + 1e-9 * (abs(lower) + abs(upper)) + 1e-9


def rows_for(flows: Flows) -> st.SearchStrategy[tuple[float, ...]]:
    return rows(flows.years)


@quick
@given(st.data(), known_flows())
def test_more_benefit_never_lowers_a_return_nor_delays_payback(
    data: st.DataObject, flows: Flows
) -> None:
    more = with_line(flows, "benefits", data.draw(rows_for(flows)))
    before, after = appraised(flows).figures, appraised(more).figures
    for name in RETURNS:
        assert at_most(before[name].value, after[name].value), name
    for name in PAYBACKS:
        assert at_most(after[name].value, before[name].value), name
        assert before[name].value is None or after[name].value is not None, name


@quick
@given(st.data(), known_flows(balances=False))
def test_more_cost_never_raises_a_return_nor_hastens_payback(
    data: st.DataObject, flows: Flows
) -> None:
    more = with_line(flows, "costs", data.draw(rows_for(flows)))
    before, after = appraised(flows).figures, appraised(more).figures
    for name in RETURNS:
        assert at_most(after[name].value, before[name].value), name
    for name in PAYBACKS:
        assert at_most(before[name].value, after[name].value), name
        assert after[name].value is None or before[name].value is not None, name


@quick
@given(st.data(), investments())
def test_more_benefit_never_lowers_the_rate_of_an_investment(
    data: st.DataObject, flows: Flows
) -> None:
    more = with_line(flows, "benefits", (0.0, *data.draw(rows_for(flows))[1:]))
    for name in ("irr", "mirr"):
        assert at_most(appraised(flows).figures[name].value, appraised(more).figures[name].value)


@quick
@given(known_flows(), st.integers(-20, 20))
def test_scaling_all_money_scales_money_and_leaves_ratios_and_times(
    flows: Flows, power: int
) -> None:
    factor = 2.0**power  # exact in floats
    before, after = appraised(flows).figures, appraised(scaled(flows, factor)).figures
    for name, rule in MONEY_FIGURES.items():
        was, now = before[name], after[name]
        assert (was.reason, was.bound) == (now.reason, now.bound), name
        if was.value is not None and now.value is not None:
            expected = was.value * (factor if rule.unit == "money" else 1)
            assert at_most(expected, now.value), name
            assert at_most(now.value, expected), name


@quick
@given(known_flows())
def test_payback_lies_within_the_horizon(flows: Flows) -> None:
    for name in PAYBACKS:
        months = appraised(flows).figures[name].value
        assert months is None or 0 <= months <= flows.years * 12, name


@quick
@given(investments())
def test_an_investment_is_recovered_later_when_discounted(flows: Flows) -> None:
    figures = appraised(flows).figures
    simple, discounted = (figures[name].value for name in PAYBACKS)
    assert at_most(simple, discounted)
    assert simple is not None or discounted is None


def test_without_an_outlay_first_discounting_may_hasten_payback() -> None:
    flows = Flows(2, balances=(Line("net", (5.0, -6.0, 2.0)),), discount_rate=0.5)
    simple, discounted = (appraised(flows).figures[name].value for name in PAYBACKS)
    assert (simple, discounted) == (18.0, 0.0)


@settings(max_examples=100)
@given(gaps_and_fillings())
def test_what_is_said_of_unknowns_holds_whatever_they_are(pair: tuple[Flows, Flows]) -> None:
    with_gaps, filled = (appraised(flows).figures for flows in pair)
    for name, figure in with_gaps.items():
        assert holds(figure, filled[name]), (name, figure, filled[name])


def holds(said: Figure, truth: Figure) -> bool:
    """Tell whether a figure of what is known holds for a figure of the whole."""
    if said.reason is not None:
        return said.reason in UNKNOWN or truth.value is None
    is_never_below = said.side in {None, "or_higher"}
    is_never_above = said.side in {None, "or_lower"}
    return (not is_never_below or at_most(said.value, truth.value)) and (
        not is_never_above or at_most(truth.value, said.value)
    )


@settings(max_examples=100)
@given(wild_flows(), st.booleans())
def test_every_figure_is_a_number_or_a_reason(flows: Flows, soft: bool) -> None:  # noqa: FBT001 -- drawn
    figures = appraised(flows, other_lanes=frozenset({"soft"}) if soft else frozenset()).figures
    assert list(figures) == list(MONEY_FIGURES)
    for name, figure in figures.items():
        assert (figure.value is None) != (figure.reason is None), name
        assert figure.value is None or isfinite(figure.value), name
        assert all(map(isfinite, figure.roots)), name
        assert figure.side is None or figure.value is not None, name
        assert (figure.side is None) == (not figure.because), name
        assert not figure.roots or figure.reason in {"multiple_roots", "money_first"}, name


@quick
@given(known_flows())
def test_where_all_is_known_nothing_is_a_bound(flows: Flows) -> None:
    figures = appraised(replace(flows, balances=())).figures.values()
    assert not any(figure.side or figure.reason in UNKNOWN for figure in figures)


def test_equal_sides_that_differ_in_the_last_bits_are_equal() -> None:
    costs = (Line("a", (100.0, 0.0, 0.1, 0.1)), Line("b", (0.0, 0.0, 0.2, 0.2)))
    flows = Flows(3, costs, (Line("c", (0.0, 200.0, 0.3, 0.3)),), discount_rate=0.1)
    assert appraised(flows).figures["irr"].value == 1.0
    assert appraised(replace(flows, benefits=costs)).figures["npv"].value == 0.0


def test_more_cost_raises_the_ratio_of_a_harm() -> None:
    flows = Flows(0, (Line("a", (100.0,)), Line("b", (None,))), (Line("harm", (-50.0,)),))
    figure = appraised(flows).figures["roi"]
    assert (figure.value, figure.bound) == (-1.5, "at_least")


def test_the_rate_of_a_loan_is_what_money_costs_and_no_return() -> None:
    loan = Flows(1, (Line("a", (0.0, 110.0)),), (Line("c", (100.0, 0.0)),))
    figure = appraised(loan).figures["irr"]
    assert (figure.reason, figure.roots) == ("money_first", (0.1,))
    open_cost = replace(loan, costs=(*loan.costs, Line("b", (0.0, None))))
    assert appraised(open_cost).figures["irr"].reason == "cost_unknown"


@quick
@given(known_flows())
def test_a_rate_of_return_is_above_the_discount_rate_where_it_pays_back(flows: Flows) -> None:
    figures = appraised(flows).figures
    rate, npv = figures["irr"].value, figures["npv"].value
    (discounted_at,) = rates_of(flows.discount_rate) or (0.0,)
    if rate is None or npv is None or abs(rate - discounted_at) < 1e-6:
        return
    assert (rate > discounted_at) == (npv > 0)


def sides_of(flows: Flows, *names: str) -> tuple[tuple[float | None, str | None], ...]:
    figures = appraised(flows).figures
    return tuple((figures[name].value, figures[name].side) for name in names)


def test_nothing_over_any_cost_is_exactly_minus_one() -> None:
    flows = Flows(0, (Line("a", (100.0,)), Line("b", (None,))), (Line("c", (0.0,)),))
    assert sides_of(flows, "roi", "npv") == ((-1.0, None), (-100.0, "or_lower"))


def test_what_comes_after_payback_does_not_move_it() -> None:
    benefits = (Line("sales", (0.0, 300.0, 0.0)), Line("later", (0.0, 0.0, None)))
    flows = Flows(2, (Line("build", (100.0, 0.0, 0.0)),), benefits, discount_rate=0.0)
    assert sides_of(flows, "payback_months", "npv") == ((4.0, None), (200.0, "or_higher"))


def test_what_two_unknowns_move_together_is_not_exact() -> None:
    """Either gift alone pays the cost; that both would have come anyway is not ruled out."""
    gifts = tuple(Line(name, (300.0, 0.0), {"deadweight": None}) for name in ("one", "other"))
    flows = Flows(1, (Line("build", (100.0, 0.0)),), gifts, discount_rate=0.0)
    assert sides_of(flows, "payback_months", "soft_switching_value") == (
        (0.0, "or_higher"),
        (0.0, "or_higher"),
    )


def test_both_sides_open_leave_a_value_that_may_move_both_ways() -> None:
    costs = (Line("a", (100.0,)), Line("b", (None,)))
    flows = Flows(0, costs, (Line("c", (150.0,)), Line("d", (None,))))
    figure = appraised(flows).figures["roi"]
    assert (figure.value, figure.side, figure.bound) == (0.5, "either", None)
    assert figure.because == (
        Cause("amount", "b", "", "or_lower"),
        Cause("amount", "d", "", "or_higher"),
    )


def test_an_unknown_amount_that_may_be_negative_moves_both_ways() -> None:
    benefits = (Line("c", (150.0,)), Line("d", (None,), may_be_negative=True))
    flows = Flows(0, (Line("a", (100.0,)),), benefits)
    assert sides_of(flows, "npv", "pv_costs") == ((50.0, "either"), (100.0, None))


def test_what_is_left_out_adds_a_side_and_never_takes_one_away() -> None:
    flows = Flows(0, (Line("a", (100.0,)),), (Line("c", (150.0,), leaves_out=("or_higher",)),))
    assert sides_of(flows, "roi", "pv_costs") == ((0.5, "or_higher"), (100.0, None))
    with_cost = replace(flows, costs=(Line("a", (100.0,), leaves_out=("or_higher",)),))
    assert sides_of(with_cost, "roi", "pv_costs") == ((0.5, "either"), (100.0, "or_higher"))
    whole = replace(flows, leaves_out=("or_lower",))
    assert sides_of(whole, "npv") == ((50.0, "either"),)


def stated(hedge: Hedge, *shares: float) -> tuple[StatedInput, ...]:
    """The benefit of year 0 is stated as 150, and may be these shares of it."""
    return (StatedInput("b", hedge, {("c", 0): np.array([150.0 * share for share in shares])}),)


def test_an_input_that_is_a_bound_makes_what_it_moves_one() -> None:
    flows = Flows(0, (Line("a", (100.0,)),), (Line("c", (150.0,)),))
    figures = appraised(flows, stated=stated("up-to", 0.9, 0.5, 0.0)).figures
    assert (figures["roi"].bound, figures["break_even_attribution"].bound) == (
        "at_most",
        "at_least",
    )
    assert figures["roi"].because == (Cause("stated", "b", "", "or_lower"),)
    assert figures["pv_costs"].side is None


def test_about_is_no_side() -> None:
    flows = Flows(0, (Line("a", (100.0,)), Line("d", (None,))), (Line("c", (150.0,)),))
    figures = appraised(flows, stated=stated("about", 0.99, 1.01)).figures
    roi, costs, benefits = (figures[name] for name in ("roi", "pv_costs", "pv_benefits"))
    assert (benefits.is_about, benefits.side) == (True, None)
    assert (roi.is_about, roi.side, roi.bound) == (True, "or_lower", None)
    assert (costs.is_about, costs.bound) == (False, "at_least")


def test_risk_never_makes_a_loss_smaller() -> None:
    harm = Line("harm", (0.0, -1500.0), {"benefit_risk": 0.3})
    flows = Flows(1, (Line("c", (1000.0, 0.0)),), (harm,), discount_rate=0.1)
    assert appraised(flows).figures["npv"].value == pytest.approx(-2772.7272727, rel=1e-9)


def test_a_net_cost_below_nought_is_a_saving_of_which_there_is_no_ratio() -> None:
    flows = Flows(0, (Line("c", (-40.0,)),), (Line("b", (10.0,)),))
    figures = appraised(flows).figures
    assert figures["npv"].value == 50
    assert {figures[name].reason for name in ("roi", "bcr", "roi_simple")} == {"cost_is_saving"}


def test_a_benefit_may_have_begun_in_an_unknown_year() -> None:
    line = Line("b", (0.0, None, 100.0), {"drop_off": 0.5})
    flows = Flows(2, (Line("c", (1.0, 0.0, 0.0)),), (line,), discount_rate=0.0)
    figure = appraised(flows).figures["pv_benefits"]
    assert (figure.value, figure.bound) == (50.0, "at_least")


def test_an_unknown_share_of_others_leaves_the_break_even_share_exact() -> None:
    line = Line("b", (200.0,), {"attribution_to_others": None})
    figures = appraised(Flows(0, (Line("c", (50.0,)),), (line,))).figures
    assert (figures["break_even_attribution"].value, figures["break_even_attribution"].bound) == (
        0.25,
        None,
    )
    assert figures["roi"].bound == "at_most"


def test_where_only_the_balance_is_known_there_is_no_ratio() -> None:
    figures = appraised(Flows(0, balances=(Line("net", (-12500.0,)),))).figures
    assert figures["npv"].value == -12500
    assert {figures[name].reason for name in ("roi", "bcr", "pv_costs")} == {"only_net_known"}


def test_soft_results_alone_give_their_own_reason() -> None:
    flows = Flows(0, (Line("c", (100.0,)),))
    assert appraised(flows).figures["roi"].reason == "benefit_unknown"
    assert appraised(flows, other_lanes={"soft"}).figures["roi"].reason == "soft_only"


def test_a_missing_rate_is_a_reason_only_where_it_is_needed() -> None:
    later = Flows(1, (Line("c", (100.0, 10.0)),), (Line("b", (0.0, 120.0)),))
    figures = appraised(later).figures
    assert figures["npv"].reason == "rate_missing"
    assert figures["roi_simple"].value is not None
    assert appraised(replace(later, years=0, costs=(Line("c", (1.0,)),), benefits=(Line("b", (2.0,)),))).figures["npv"].value == 1  # fmt: skip


def test_spreading_over_years_needs_a_rate_too() -> None:
    flows = Flows(3, (Line("c", (100.0, 0.0, 0.0, 0.0)),))
    figure = appraised(flows, other_lanes={"soft"}).figures["soft_switching_value"]
    assert figure.reason == "rate_missing"


def test_soft_results_need_be_worth_no_more_than_what_is_missing() -> None:
    missing = {150.0: 0.0, 99.5: 0.5, 80.0: 20.0}
    for benefit, worth in missing.items():
        flows = Flows(0, (Line("c", (100.0,)),), (Line("b", (benefit,)),))
        assert appraised(flows).figures["soft_switching_value"].value == worth


def test_what_moves_in_a_year_is_counted_whichever_way() -> None:
    sides = {"costs": 3.0, "benefits": -5.0, "balances": -7.0}
    assert turnover({name: scalar(value) for name, value in sides.items()}).item() == 15


@quick
@given(st.data(), horizons)
def test_huge_money_is_out_of_range_not_infinite(data: st.DataObject, years: int) -> None:
    row = data.draw(rows(years, st.just(1.7e308)))
    flows = Flows(years, (Line("c", row),), (Line("b", data.draw(rows(years, amounts))),), (), 0.0)
    assert appraised(flows).figures["pv_costs"].reason == "out_of_range"


def test_nothing_at_all_is_zero_cost() -> None:
    assert appraised(NO_GAIN_NO_COST).figures["roi"].reason == "zero_cost"


def test_an_unknown_cost_changes_no_sign_where_all_falls_in_one_year() -> None:
    costs = (Line("budget", (20.0, 0.0)), Line("time", (None, 0.0)))
    flows = Flows(1, costs, (Line("saving", (250.0, 0.0)),), discount_rate=0.1)
    assert appraised(flows).figures["irr"].reason == "no_sign_change"


def test_a_payback_that_was_lost_again_says_so() -> None:
    renewed = Flows(
        3,
        (Line("build", (100.0, 0.0, 60.0, 0.0)),),
        (Line("sales", (0.0, 120.0, 0.0, 160.0)),),
        discount_rate=0.0,
    )
    payback = appraised(renewed).figures["payback_months"]
    assert payback.again
    assert payback.value == 27
    lasting = replace(renewed, costs=(Line("build", (100.0, 0.0, 0.0, 0.0)),))
    assert not appraised(lasting).figures["payback_months"].again
