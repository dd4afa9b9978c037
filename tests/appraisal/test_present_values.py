"""Amounts that a source discounted: what stands of them, and what can no longer be told."""

from copy import deepcopy
from typing import Any

import pytest

from roi_casebook.appraisal import JudgedCase, judge
from roi_casebook.appraisal.cash_flow import cash_rows
from roi_casebook.case import Case
from roi_casebook.wording import wording_for
from tests.appraisal.judged_case import SITE, STRONGEST, real_site

ONLY = "present_values_only"
TIMELESS = (
    "irr", "mirr", "roi_simple", "annualised_roi", "payback_months", "discounted_payback_months",
    "roi_at_1", "roi_at_3", "roi_at_5",
)  # fmt: skip


def monitored(cost: int = -1102, rate: str = "3.5%", **claims: Any) -> JudgedCase:  # noqa: ANN401 -- a claim each
    """Give a programme of T032: its cost, 27,363 of benefits, over 50 years."""
    raw: dict[str, Any] = deepcopy(STRONGEST)
    line = {"label": "L", "when": 0, "status": "modelled", "note": "as printed"}
    present = {"rate": rate, "years": 50, "to": 2014}
    raw |= {
        "period": {"start": 2014, "years": 50, "observed_months": "unknown"},
        "money": {
            "currency": "USD",
            "prices": "real",
            "price_year": 2014,
            "already_discounted": present,
        },
        "inputs": {
            "spent": {"value": cost, "unit": "USD", "assumption": "as printed"},
            "gained": {"value": 27363, "unit": "USD", "assumption": "as printed"},
        },
        "costs": {"programme": line | {"amount": "spent"}},
        "benefits": {
            "crime": line
            | {"measure": "cost-avoided", "amount": "gained"}
            | {"without_it": {"design": "randomised"}}
        },
        "claims": {
            name: {"says": says, "quote": "as printed", "source": "paper"}
            for name, says in claims.items()
        },
    }
    for table in ("soft", "readings", "headline", "net"):
        raw.pop(table, None)
    site = real_site()
    return judge("monitored", Case.model_validate(raw), SITE, site.vocabulary, site.thresholds)


def test_what_is_worth_at_the_start_is_not_discounted_again() -> None:
    figures = monitored(3665).leading.figures
    assert figures["npv"].value == 27363 - 3665
    assert figures["bcr"].value == pytest.approx(7.466, abs=0.0005)
    assert {figures[name].reason for name in TIMELESS} == {ONLY}
    # 23,698 over 23.4556, what 1 a year over 50 years is worth at 3.5 %
    assert figures["equivalent_annual_value"].value == pytest.approx(1010.33, abs=0.01)


def test_a_cost_that_is_a_saving_needs_no_dummy_cost() -> None:
    figures = monitored().leading.figures
    assert (figures["pv_costs"].value, figures["npv"].value) == (-1102, 28465)
    for ratio in ("roi", "bcr", "break_even_attribution"):
        assert figures[ratio].reason == "cost_is_saving"


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        (
            "3.5%",
            "present values as the source gives them, which discounted to 2014 at 3.5% a year",
        ),
        ("unknown", "which discounted to 2014 at a rate that it does not say"),
    ],
)
def test_the_basis_says_whose_discounting_it_is(rate: str, said: str) -> None:
    leading = monitored(rate=rate).leading
    words = wording_for("en", "en", real_site().vocabulary)
    sentence = words.say.basis(leading.basis).sentence
    assert said in sentence
    assert "over 50\xa0years" in sentence
    assert leading.basis.rate_of == "source"
    assert "in present value" in words.say.cost(leading)


def test_it_has_no_axis_of_time() -> None:
    leading = monitored(3665).leading
    assert leading.flows.axis.numbers == (0,)
    rows = cash_rows(leading)
    assert {row.kind for row in rows} == {"cost", "benefit", "total"}
    assert all(len(row.by_moment) == 1 for row in rows)
    assert "discount_factor" not in leading.trees


def test_claims_of_time_cannot_be_held_against_it() -> None:
    verdicts = monitored(
        3665,
        ratio={"what": "bcr", "value": 7.466, "unit": "1"},
        back={"what": "payback", "value": 3, "unit": "year"},
        yield_={"what": "irr", "value": "12%"},
        yearly={"what": "benefit", "value": 547, "unit": "USD/year"},
    ).verdicts
    states = {name: verdict.state for name, verdict in verdicts.items()}
    assert states["ratio"] == "reproduced"
    assert {states[name] for name in ("back", "yield_", "yearly")} == {"not_computable"}
