"""A site's own metrics: a value in the case's currency, a bound, or the reason and whose it is."""

from collections.abc import Mapping
from typing import Any

import pytest

from roi_casebook.appraisal import appraise
from roi_casebook.appraisal.metrics import MetricFigure, MetricTerm, metrics_of
from roi_casebook.config import Metric, Vocabulary
from roi_casebook.roi.algebra.units import spelled
from tests.appraisal.judged_case import SITE, a_case

LEADS = {"value": 26, "unit": "lead", "source": "ledger", "quote": "26"}
HOURS = {"value": 40, "unit": "hour", "source": "ledger", "quote": "40"}
SOFT = {
    "measure": "staff-hours-freed",
    "stage": "outcome",
    "result": "hours_of_staff",
    "negative": "not-looked",
}
WITH = {"inputs.leads": LEADS, "inputs.hours_of_staff": HOURS, "soft.hours_freed": SOFT}


def the_metric(
    formula: str, unit: str = "money/lead", changes: Mapping[str, Any] | None = None
) -> MetricFigure:
    """Compute one metric for the strongest case (cost: 1,300 EUR), with leads and freed hours."""
    metric = Metric.model_validate({"label": "A metric", "formula": formula, "unit": unit})
    case = appraise("case", a_case(WITH | dict(changes or {})), SITE, Vocabulary())
    return metrics_of(case, {"one": metric})["one"]


def test_a_cost_by_lead() -> None:
    found = the_metric("pv_costs / leads")
    assert (found.value, found.bound, found.reason) == (50.0, None, None)
    assert spelled(found.unit) == "EUR/lead"
    assert found.terms == (
        MetricTerm("pv_costs", "figure", 1300.0),
        MetricTerm("leads", "input", 26.0),
    )


def test_the_unit_is_in_the_currency_of_the_case() -> None:
    currency = {"money.currency": "GBP", "inputs.spent.unit": "GBP", "inputs.wage.unit": "GBP/hour"}
    found = the_metric("pv_costs / leads", changes=currency | {"inputs.gained.unit": "GBP"})
    assert spelled(found.unit) == "GBP/lead"


def test_a_cost_by_freed_hour_is_an_efficiency() -> None:
    assert the_metric("pv_costs / hours_freed", "money/hour").value == 32.5


def test_freed_hours_are_never_priced() -> None:
    found = the_metric("hours_freed * wage", "money")
    assert (found.value, found.reason, found.names) == (None, "soft_priced", ("hours_freed",))


def test_a_name_that_the_case_does_not_have_is_named() -> None:
    found = the_metric("pv_costs / (leads + visits + calls)")
    assert (found.reason, found.names) == ("not_stated", ("visits", "calls"))


def test_an_unknown_input_is_named() -> None:
    unknown = {"value": "unknown", "unit": "lead", "looked": "in the accounts"}
    found = the_metric("pv_costs / leads", changes={"inputs.leads": unknown})
    assert (found.reason, found.names) == ("input_unknown", ("leads",))


def test_an_unknown_soft_result_is_named() -> None:
    found = the_metric("pv_costs / trust", "money")
    assert (found.reason, found.names) == ("input_unknown", ("trust",))


def test_a_figure_without_a_value_gives_its_own_reason() -> None:
    unknown = {
        "amount": "unknown",
        "looked": "everywhere",
        "label": "Cost",
        "when": 0,
        "status": "observed",
    }
    found = the_metric("pv_costs / leads", changes={"costs": {"all": unknown}})
    assert (found.reason, found.names) == ("cost_unknown", ("pv_costs",))


UNKNOWN_COST = {
    "costs.more": {
        "amount": "unknown", "looked": "everywhere", "label": "Cost", "when": 0, "status": "observed",
    }
}  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "unit", "value", "bound"),
    [
        ("pv_costs / leads", "money/lead", 50.0, "at_least"),
        ("leads / pv_costs", "lead/money", 0.02, "at_most"),
        ("pv_costs * 0", "money", 0.0, None),
    ],
)
def test_a_bound_goes_on(formula: str, unit: str, value: float, bound: str | None) -> None:
    found = the_metric(formula, unit, UNKNOWN_COST)
    assert (found.value, found.bound) == (value, bound)


def test_bounds_that_move_both_ways_bound_nothing() -> None:
    found = the_metric("npv * pv_costs", "money*money", UNKNOWN_COST)
    assert found.value is None or found.bound is not None
    found = the_metric("pv_costs + npv", "money", UNKNOWN_COST)
    assert (found.reason, found.names) == ("unbounded", ("pv_costs", "npv"))


@pytest.mark.parametrize("formula", ["pv_costs", "pv_costs + leads", "leads / pv_costs"])
def test_another_unit_is_a_reason(formula: str) -> None:
    assert the_metric(formula).reason == "units_do_not_fit"


def test_nothing_is_divided_by_zero() -> None:
    none = {"inputs.leads": LEADS | {"value": 0}}
    assert the_metric("pv_costs / leads", changes=none).reason == "divided_by_zero"


def test_what_is_too_large_is_a_reason() -> None:
    many = {"inputs.leads": LEADS | {"value": 1e24, "unit": "1"}}
    assert the_metric("leads ** 8 * leads ** 8", "1", many).reason == "out_of_range"


def test_constants_have_their_units() -> None:
    found = the_metric("pv_costs / leads / weeks_per_year", "money*year/lead/week")
    assert found.value == pytest.approx(50 / 52)


def test_a_figure_goes_before_an_input_of_its_name_and_a_soft_result_too() -> None:
    soft = {"soft.leads": SOFT, "inputs.npv": LEADS}
    found = the_metric("npv / leads", "money/hour", soft)
    assert [term.kind for term in found.terms] == ["figure", "soft"]


def test_each_reading_has_its_own() -> None:
    readings = {
        "costs.more": {"label": "More", "amount": "spent", "when": 0, "status": "observed"},
        "readings": {
            "low": {"label": "Low", "lines": ["campaign", "staff", "sales"]},
            "high": {"label": "High", "lines": ["campaign", "staff", "more", "sales"]},
        },
        "headline": {"reading": "low", "because": "a test"},
    }
    case = appraise("case", a_case(WITH | readings), SITE, Vocabulary())
    metric = Metric.model_validate(
        {"label": "A", "formula": "pv_costs / leads", "unit": "money/lead"}
    )
    assert metrics_of(case, {"one": metric})["one"].value == 50.0
    high = metrics_of(case, {"one": metric}, case.readings["high"])["one"]
    assert high.value == pytest.approx(2300 / 26)
