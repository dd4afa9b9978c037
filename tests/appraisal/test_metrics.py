"""A site's own metrics: a value in the case's currency, a bound, or the reason and whose it is."""

from collections.abc import Mapping
from typing import Any

import pytest

from roi_casebook.appraisal import appraise
from roi_casebook.appraisal.metrics import MetricFigure, MetricTerm, metrics_of
from roi_casebook.config import Metric, Vocabulary
from roi_casebook.roi.algebra.units import spelled
from roi_casebook.shipped.vocabulary import shipped_vocabulary
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


# By the name of a measure --------------------------------------------------------------------------

WORDS = shipped_vocabulary()
WON = {
    "measure": "leads", "stage": "outcome", "result": "leads", "design": "tracked", "source": "ledger",
    "negative": "not-looked", "without_it": {"design": "tracked", "deadweight": "unknown"},
}  # fmt: skip


def of_measure(formula: str, changes: Mapping[str, Any], unit: str = "money/lead") -> MetricFigure:
    metric = Metric.model_validate({"label": "A metric", "formula": formula, "unit": unit})
    case = appraise("case", a_case(WITH | dict(changes)), SITE, WORDS)
    return metrics_of(case, {"one": metric})["one"]


def as_won(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 -- fields of the result
    """Give the leads as a soft result of its own id; the input has another name."""
    return {
        "inputs.enquired": LEADS,
        "inputs.leads": {**LEADS, "value": 999},
        "soft.won": {**WON, "measure": "donors-gained", "result": "people", **changes},
        "inputs.people": {"value": 26, "unit": "person", "source": "ledger", "quote": "26"},
    }


def test_a_measure_means_the_result_that_is_counted_by_it() -> None:
    given = {"deadweight": {"value": "0%", "source": "ledger", "quote": "0%"}, "design": "tracked"}
    found = of_measure("pv_costs / donors_gained", as_won(without_it=given), "money/person")
    assert (found.value, found.bound) == (50.0, None)
    assert [(term.kind, term.result) for term in found.terms] == [("figure", ""), ("soft", "won")]


def test_a_count_that_is_at_most_makes_a_cost_by_it_at_least() -> None:
    found = of_measure("pv_costs / donors_gained", as_won(), "money/person")
    assert (found.value, found.bound) == (50.0, "at_least")
    assert of_measure("pv_costs / won", as_won(), "money/person").bound == "at_least"


def test_what_would_have_come_anyway_is_no_result() -> None:
    """Of 26 half would have come anyway: 1,300 by 13."""
    half = {"deadweight": {"value": "50%", "source": "ledger", "quote": "50%"}, "design": "tracked"}
    found = of_measure("pv_costs / donors_gained", as_won(without_it=half), "money/person")
    assert (found.value, found.bound) == (100.0, None)


def test_an_id_of_the_case_goes_before_a_measure_of_that_name() -> None:
    changes = {"inputs.donors_gained": LEADS, "soft.won": {**WON, "measure": "donors-gained"}}
    found = of_measure("pv_costs / donors_gained", changes)
    assert [term.kind for term in found.terms] == ["figure", "input"]


def test_of_several_results_of_a_measure_the_furthest_is_meant() -> None:
    both = as_won() | {"soft.reached": {**as_won()["soft.won"], "stage": "output"}}
    found = of_measure("pv_costs / donors_gained", both, "money/person")
    assert [term.result for term in found.terms] == ["", "won"]


def test_a_measure_that_the_case_does_not_have_is_not_stated() -> None:
    found = of_measure("pv_costs / quitters", {}, "money/person")
    assert (found.reason, found.names) == ("not_stated", ("quitters",))


def test_a_measure_may_divide_money_and_never_multiply_it() -> None:
    found = of_measure("donors_gained * wage", as_won(), "money*person/hour")
    assert (found.reason, found.names) == ("soft_priced", ("donors_gained",))


def test_hours_a_year_stay_by_the_year() -> None:
    yearly = {"inputs.hours_of_staff": {**HOURS, "unit": "hour/year"}}
    found = of_measure("pv_costs / staff_hours_freed", yearly, "money*year/hour")
    assert found.value == 32.5
