"""What one of a soft result cost: the whole cost over the count of the same years, and its twin."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.appraisal import JudgedCase, judge
from roi_casebook.appraisal.cost_per_result import CostPerResult
from roi_casebook.case import Case
from tests.appraisal.judged_case import SITE, STRONGEST, real_site

INPUTS: dict[str, Any] = {
    "pages": {"value": 15000, "unit": "EUR", "source": "ledger", "quote": "15000"},
    "agency": {"value": 50000, "unit": "EUR", "source": "ledger", "quote": "50000"},
    "first": {"value": 25, "unit": "lead", "source": "paper", "quote": "25"},
    "second": {"value": 975, "unit": "lead", "source": "paper", "quote": "975"},
    "before": {"value": 400, "unit": "account", "source": "paper", "quote": "400"},
    "after": {"value": 1400, "unit": "account", "source": "paper", "quote": "1400"},
    "hours": {"value": 130, "unit": "hour/year", "source": "paper", "quote": "130"},
    "anyway": {"value": "20%", "unit": "share", "source": "paper", "quote": "20%"},
}
COSTS: dict[str, Any] = {
    "pages": {"label": "Pages", "amount": "pages", "when": 0, "status": "observed"},
    "agency": {"label": "Agency", "amount": "agency", "when": 2, "status": "observed"},
}
TRIAL = {"design": "randomised", "comparator": "those who saw nothing"}
LEADS: dict[str, Any] = {
    "measure": "leads", "stage": "outcome", "negative": "looked-none-found",
    "when": {1: "first", 2: "second"}, "without_it": TRIAL,
}  # fmt: skip
FOLLOWERS: dict[str, Any] = {
    "measure": "followers", "stage": "output", "negative": "looked-none-found",
    "result": "after", "baseline": "before",
}  # fmt: skip
HOURS: dict[str, Any] = {
    "measure": "staff-hours-freed", "stage": "impact", "negative": "looked-none-found",
    "result": "hours", "without_it": TRIAL,
}  # fmt: skip


def a_case(**soft: dict[str, Any]) -> dict[str, Any]:
    """Give a case of 65,000 euros over two years at 10 %, with some soft results and no money back."""
    raw = deepcopy(STRONGEST)
    raw |= {"inputs": deepcopy(INPUTS), "costs": deepcopy(COSTS), "soft": deepcopy(soft)}
    for field in ("benefits", "net", "readings", "headline", "claims"):
        raw.pop(field, None)
    return raw


def judged(raw: dict[str, Any]) -> JudgedCase:
    site = real_site()
    return judge("trial", Case.model_validate(raw), SITE, site.vocabulary, site.thresholds)


def result(raw: dict[str, Any], name: str = "leads", reading: str | None = None) -> CostPerResult:
    return judged(raw).per_result[reading][name]


def told(one: CostPerResult) -> tuple[float | None, str | None, str | None]:
    return one.cost.value, one.cost.side, one.cost.reason


def test_the_whole_cost_is_divided_by_the_count_of_all_years() -> None:
    """15,000 at the start and 50,000 in year 2, over 25 leads in year 1 and 975 in year 2: 65 each."""
    one = result(a_case(leads=LEADS))
    assert told(one) == (65, None, None)
    assert one.unit == "lead"
    assert one.count is not None
    assert one.count.value == 1000


def test_beside_it_money_and_count_are_discounted_alike() -> None:
    """15,000 + 50,000/1.21 = 68,150/1.21; 25/1.1 + 975/1.21 = 1,002.5/1.21: 67.98 each."""
    one = result(a_case(leads=LEADS))
    assert one.discounted is not None
    assert one.discounted.value == pytest.approx(68_150 / 1_002.5, rel=1e-11)


def test_a_count_that_no_year_is_given_for_is_not_discounted() -> None:
    one = result(a_case(leads={**LEADS, "result": "second", "when": None}))
    assert one.discounted is None
    assert one.cost.value == pytest.approx(65_000 / 975, rel=1e-11)


def test_a_flow_per_year_counts_times_its_years() -> None:
    """130 hours in each of two years: 260, and 65,000 are 250 each."""
    assert told(result(a_case(hours=HOURS), "hours")) == (250, None, None)
    once = {**HOURS, "when": 1}
    assert told(result(a_case(hours=once), "hours")) == (500, None, None)


def test_a_stock_counts_at_its_date_less_its_baseline() -> None:
    """1,400 less the 400 that were there before: 1,000."""
    assert told(result(a_case(followers=FOLLOWERS), "followers")) == (65, None, None)


@pytest.mark.parametrize(
    ("share", "each"),
    [
        ({"deadweight": "anyway"}, 81.25),  # 800 of 1,000 are left
        ({"displacement": "anyway"}, 81.25),
        ({"attribution_to_others": "anyway"}, 81.25),
        ({"deadweight": "anyway", "attribution_to_others": "anyway"}, 101.5625),  # 640 are left
    ],
)
def test_what_would_have_come_anyway_is_no_result(share: dict[str, str], each: float) -> None:
    one = result(a_case(leads={**LEADS, "without_it": {"design": "before-after", **share}}))
    is_open = "deadweight" not in share
    assert told(one) == (each, "or_higher" if is_open else None, None)


@pytest.mark.parametrize("without_it", [None, {"design": "tracked", "deadweight": "unknown"}])
def test_of_an_effect_silence_is_not_exact(without_it: dict[str, Any] | None) -> None:
    leads = {**LEADS, "without_it": without_it}
    one = result(a_case(leads=leads))
    assert told(one) == (65, "or_higher", None)
    assert [cause.part for cause in one.cost.because] == ["deadweight"]
    assert told(result(a_case(leads={**leads, "stage": "output", "without_it": None}))) == (
        65, None, None,
    )  # fmt: skip


def test_an_unknown_cost_makes_it_at_least_and_all_unknown_is_a_reason() -> None:
    raw = a_case(leads=LEADS)
    raw["costs"]["staff"] = {
        "label": "Staff", "amount": "unknown", "looked": "in vain", "when": 1, "status": "observed"
    }  # fmt: skip
    assert told(result(raw)) == (65, "or_higher", None)
    raw["soft"]["leads"]["for"] = ["staff"]
    assert told(result(raw)) == (None, None, "cost_unknown")


def test_an_input_that_is_a_bound_gives_its_side() -> None:
    raw = a_case(leads=LEADS)
    raw["inputs"]["second"]["bound"] = "over"
    assert told(result(raw)) == (65, "or_lower", None)
    raw["inputs"]["second"]["bound"] = "about"
    assert result(raw).cost.is_about
    assert told(result(raw)) == (65, None, None)


def test_only_the_costs_that_bought_it_are_divided() -> None:
    assert told(result(a_case(leads={**LEADS, "for": ["agency"]}))) == (50, None, None)


def test_ranges_are_drawn() -> None:
    raw = a_case(leads=LEADS)
    raw["inputs"]["agency"] |= {"value": None, "low": 40000, "high": 60000}
    cost = result(raw).cost
    assert cost.value == 65
    assert cost.p10 == pytest.approx(57, abs=0.2)  # 15,000 and 42,000
    assert cost.p90 == pytest.approx(73, abs=0.2)


@pytest.mark.parametrize(
    ("measure", "unit"),
    [
        ("adoption", "share"), ("recommendation-score", "point"), ("time-to-hire", "day"),
        ("median-time-to-human-answer", "hour"), ("complaints", "complaint"), ("sales-change", "share"),
    ],
)  # fmt: skip
def test_what_is_no_count_or_a_harm_is_not_divided_by(measure: str, unit: str) -> None:
    raw = a_case(leads={**LEADS, "measure": measure, "result": "second", "when": 1})
    raw["inputs"]["second"]["unit"] = unit
    assert told(result(raw)) == (None, None, "not_countable")
    assert judged(raw).leads.kind == "soft"


def test_nothing_that_came_is_a_reason() -> None:
    raw = a_case(leads={**LEADS, "when": {1: "second - second"}})
    assert told(result(raw)) == (None, None, "no_result")
    unknown = {**LEADS, "when": None, "result": "unknown", "looked": "in vain"}
    one = result(a_case(leads=unknown))
    assert told(one) == (None, None, "count_unknown")
    assert one.worth is not None
    assert one.worth.reason == "count_unknown"


def test_what_each_would_have_to_be_worth_is_the_net_cost_over_the_count() -> None:
    """Of 65,000 a benefit of 30,000 brings back: 35,000 over 1,000. Unknown money makes it at most."""
    raw = a_case(leads=LEADS)
    assert result(raw).worth is not None
    assert result(raw).worth.value == 65  # type: ignore[union-attr]
    raw["inputs"]["saved"] = {"value": 30000, "unit": "EUR", "source": "ledger", "quote": "30000"}
    raw["benefits"] = {
        "saved": {
            "label": "Saved", "measure": "cost-saved", "amount": "saved", "when": 1,
            "status": "observed", "without_it": TRIAL,
        }
    }  # fmt: skip
    worth = result(raw).worth
    assert worth is not None
    assert (worth.value, worth.side) == (35, None)
    raw["benefits"]["saved"] |= {"amount": "unknown", "looked": "in vain"}
    worth = result(raw).worth
    assert worth is not None
    assert (worth.value, worth.side) == (65, "or_lower")


def test_a_reading_chooses_results_as_it_chooses_lines() -> None:
    raw = a_case(leads=LEADS, followers=FOLLOWERS)
    raw["readings"] = {
        "one": {"label": "One", "lines": ["agency", "leads"]},
        "all": {"label": "All", "lines": ["agency", "pages"]},
    }
    raw["headline"] = {"reading": "one", "because": "it does"}
    case = judged(raw)
    assert set(case.per_result["one"]) == {"leads"}
    assert set(case.per_result["all"]) == {"leads", "followers"}
    assert told(case.per_result["one"]["leads"]) == (50, None, None)
    assert case.leading_result is case.per_result["one"]["leads"]


def test_the_furthest_along_the_chain_leads_unless_the_case_names_another() -> None:
    raw = a_case(leads=LEADS, hours=HOURS, followers=FOLLOWERS)
    case = judged(raw)
    assert (case.leads.kind, case.leads.which) == ("cost_per_result", "hours")
    assert set(case.costs_by_measure) == {"leads", "staff-hours-freed"}
    raw["soft"]["leads"]["leads"] = "yes"
    assert judged(raw).leads.which == "leads"
    assert judged(a_case(followers=FOLLOWERS)).leads.kind == "soft"


def test_its_locks_are_the_lower_of_the_effect_and_the_money_of_the_cost() -> None:
    """A trial in official statistics bears five locks; a cost that we guess bears one."""
    raw = a_case(leads=LEADS)
    strong = judged(raw).leads.locks
    assert strong.money == 5
    guessed = deepcopy(raw)
    guessed["inputs"]["agency"] = {"value": 50000, "unit": "EUR", "assumption": "our guess"}
    weak = judged(guessed).leads.locks
    assert (weak.effect, weak.money, weak.count) == (strong.effect, 1, 1)


@given(
    first=st.integers(1, 10**6),
    second=st.integers(1, 10**6),
    agency=st.integers(1, 10**9),
    anyway=st.integers(0, 99),
)
def test_cost_per_result_times_count_is_the_total_cost(
    first: int, second: int, agency: int, anyway: int
) -> None:
    raw = a_case(leads={**LEADS, "without_it": {"design": "before-after", "deadweight": "anyway"}})
    raw["inputs"]["first"]["value"], raw["inputs"]["second"]["value"] = first, second
    raw["inputs"]["agency"]["value"] = agency
    raw["inputs"]["anyway"]["value"] = f"{anyway}%"
    one = result(raw)
    assert one.cost.value is not None
    assert one.count is not None
    assert one.count.value is not None
    assert one.count.value == pytest.approx((first + second) * (100 - anyway) / 100, rel=1e-9)
    assert one.cost.value * one.count.value == pytest.approx(15_000 + agency, rel=1e-9)


def test_what_soft_results_need_in_the_one_year_of_money_at_the_start_is_that_money() -> None:
    """15,000 and 50,000 at the start, nothing discounted: 65,000 in the one year, not 71,500."""
    raw = a_case(leads={**LEADS, "when": {1: "second"}})
    raw["period"]["years"] = 1
    raw["costs"]["agency"]["when"] = 0
    raw["money"].pop("discount_rate", None)
    figures = judged(raw).leading.figures
    assert figures["soft_switching_value"].value == pytest.approx(65_000)


def _of_an_experiment(low: float, high: float) -> CostPerResult:
    """Judge 65,000 euros over a count with a 95% interval, normal between its ends."""
    raw = a_case(leads={**LEADS, "when": 1, "result": "first"})
    interval = {"low": low, "high": high, "ends": "p2.5-p97.5"}
    raw["inputs"]["first"] = {"unit": "lead", "source": "paper", "quote": "?", **interval}
    return result(raw)


def test_draws_in_which_nothing_came_do_not_take_the_range_away() -> None:
    """Of mean 300 and deviation 102.04, 0.16% lie below nought; nine in ten are above 169.2."""
    one = _of_an_experiment(100, 500)
    for figure in (one.cost, one.worth):
        assert figure is not None
        assert figure.no_range is None
        found = (figure.p10, figure.p50, figure.p90)
        assert found == pytest.approx((150.9, 216.7, 384.1), rel=0.02)


def test_a_count_that_may_well_be_nothing_has_a_reason() -> None:
    """Of mean 100 and deviation 153.1, a quarter lies below nought."""
    figure = _of_an_experiment(-200, 400).cost
    assert (figure.p10, figure.p90, figure.no_range) == (None, None, "no_result")


@pytest.mark.parametrize(
    ("design", "comparator", "is_additional"),
    [
        ("randomised", "those who saw nothing", True),
        ("none", "those who saw nothing", False),
        ("tracked", "None is told; who would have come anyway is not asked.", False),
        ("tracked", "None; nobody asked", False),
        ("unmatched-comparison", "None of the other towns had it, and two were asked.", True),
        ("unmatched-comparison", "Nonesuch, a town nearby", True),
    ],
)
def test_what_compares_with_nothing_counts_none_as_additional(
    design: str, comparator: str, *, is_additional: bool
) -> None:
    held = {"design": design, "comparator": comparator}
    assert result(a_case(leads=LEADS | {"without_it": held})).is_additional is is_additional
