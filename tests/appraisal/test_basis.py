"""The basis: net only where something was taken off; for each figure what fits it."""

from collections.abc import Mapping
from typing import Any

import pytest

from roi_casebook.appraisal import Basis, appraise
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from tests.appraisal.judged_case import SITE, a_case

WITHOUT_IT = "benefits.sales.without_it"
TRACKED = {f"{WITHOUT_IT}.design": "tracked"}


def basis(changes: Mapping[str, Any] | None = None) -> Basis:
    return appraise("case", a_case(changes), SITE, shipped_vocabulary()).leading.basis


@pytest.mark.parametrize(
    ("stated", "counterfactual"),
    [
        ({}, "gross"),
        ({"deadweight": "25%"}, "net"),
        ({"deadweight": "0%"}, "gross"),
        ({"deadweight": "unknown"}, "gross"),
        ({"displacement": "5%"}, "gross"),
        ({"attribution_to_others": "5%"}, "gross"),
        ({"design": "matched-markets"}, "net"),
        ({"design": "matched-markets", "deadweight": "0%"}, "net"),
    ],
)
def test_net_is_what_a_known_share_or_the_design_takes_off(
    stated: dict[str, Any], counterfactual: str
) -> None:
    changes = TRACKED | {f"{WITHOUT_IT}.{name}": value for name, value in stated.items()}
    assert basis(changes).counterfactual == counterfactual


def test_what_else_is_taken_off_is_said_apart() -> None:
    shares = {f"{WITHOUT_IT}.displacement": "5%", f"{WITHOUT_IT}.attribution_to_others": "30%"}
    assert basis(TRACKED | shares).taken_off == ("displacement", "attribution_to_others")
    assert basis(TRACKED | {f"{WITHOUT_IT}.attribution_to_others": "unknown"}).taken_off == ()


def test_a_cost_bears_its_own_status_and_nothing_of_the_benefit() -> None:
    changes = {"benefits.sales.status": "forecast", f"{WITHOUT_IT}.attribution_to_others": "30%"}
    own = basis(TRACKED | changes)
    assert own.status == "forecast"
    cost, benefit = own.of_figure("pv_costs"), own.of_figure("pv_benefits")
    assert (cost.status, cost.benefit, cost.counterfactual, cost.taken_off) == (
        "observed",
        "costs",
        "none",
        (),
    )
    assert (benefit.status, benefit.benefit) == ("forecast", own.benefit)
    assert basis({"costs.campaign.status": "forecast"}).of_figure("pv_benefits").status == (
        "observed"
    )


@pytest.mark.parametrize("name", ["roi_simple", "payback_months", "irr", "annualised_roi"])
def test_what_is_not_discounted_bears_no_rate(name: str) -> None:
    assert basis().differing(name) == {"is_discounted": False}


def test_most_figures_stand_on_the_basis_of_their_reading() -> None:
    for name in ("npv", "roi", "bcr", "discounted_payback_months", "mirr"):
        assert basis().differing(name) == {}


def test_the_attribution_that_is_asked_for_is_not_taken_off() -> None:
    stated = basis(TRACKED | {f"{WITHOUT_IT}.attribution_to_others": "30%"})
    assert stated.of_figure("break_even_attribution").taken_off == ()


def test_what_is_unknown_weakens_no_figure() -> None:
    more = {"label": "More", "measure": "cost-saved", "amount": "unknown", "when": 1} | {
        "status": "forecast",
        "looked": "in the paper",
    }
    assert basis({"benefits.more": more}).status == "observed"
    assert basis({"benefits.more": more, "benefits.sales": more}).cost_status == "observed"


ALL_IN_ONE_YEAR = {"period.years": 1, "costs.campaign.when": 1, "costs.staff.when": 1}
ALL_AT_THE_START = {
    "period.years": 1, "costs.campaign.when": 0, "costs.staff.when": 0, "benefits.sales.when": 0,
}  # fmt: skip
OWN_RATE = {"money.discount_rate": {"value": "10%", "why": "as the case has it"}}
OWN_TIMING = {"money.timing": {"value": "end-year", "why": "as the case has it"}}


@pytest.mark.parametrize(
    ("changes", "discounted", "cost"),
    [
        (ALL_IN_ONE_YEAR, False, 1300),  # 1,000 spent, and 10 hours at 30
        (ALL_AT_THE_START, False, 1300),
        (ALL_IN_ONE_YEAR | OWN_RATE, True, 1300 / 1.1),
        (ALL_IN_ONE_YEAR | OWN_TIMING, True, 1300 / 1.1),
        (ALL_IN_ONE_YEAR | {"costs.staff.when": 0}, True, 1000 / 1.1 + 300),
        (ALL_IN_ONE_YEAR | {"period.years": 2}, True, 1300 / 1.1),
    ],
)
def test_the_money_of_one_year_is_discounted_only_where_the_case_asks_for_it(
    changes: dict[str, Any], cost: float, *, discounted: bool
) -> None:
    appraised = appraise("case", a_case(changes), SITE, shipped_vocabulary()).leading
    assert appraised.basis.is_discounted is discounted
    assert appraised.basis.of_figure("soft_switching_value").is_discounted is discounted
    assert appraised.figures["pv_costs"].value == pytest.approx(cost, rel=1e-11)


@pytest.mark.parametrize(
    ("changes", "of_a_year"),
    [(ALL_AT_THE_START, -1300), (ALL_AT_THE_START | OWN_RATE, -1430)],  # 1,300 times 1.1
)
def test_a_value_a_year_of_one_year_is_discounted_only_where_the_case_asks_for_it(
    changes: dict[str, Any], of_a_year: float
) -> None:
    """All 1,300 stand at the start and nothing came back: in its one year that is what it lost."""
    nothing = {"benefits.sales.amount": "gained - gained"}
    figures = appraise(
        "case", a_case(changes | nothing), SITE, shipped_vocabulary()
    ).leading.figures
    assert figures["npv"].value == pytest.approx(-1300)
    assert figures["equivalent_annual_value"].value == pytest.approx(of_a_year)


def test_what_is_not_known_yet_at_the_start_keeps_the_money_of_a_year_discounted() -> None:
    changes = ALL_IN_ONE_YEAR | {"costs.staff.when": 0, "costs.staff.amount": "unknown"}
    assert basis(changes | {"costs.staff.looked": "in the ledger"}).is_discounted


def test_what_visitors_spend_counts_as_value_added_and_no_margin() -> None:
    spending = {
        "perspective": "economy",
        "benefits.sales.measure": "visitor-spending",
        "benefits.sales.margin": "50%",
    }
    assert basis(spending).benefit == "value_added"
    assert basis(spending | {"benefits.sales.margin": "unknown"}).benefit == "revenue"
    sales = {"benefits.sales.measure": "revenue", "benefits.sales.margin": "50%"}
    assert basis(sales).benefit == "margin"
