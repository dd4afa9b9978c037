"""Social value is a lane of its own: it never enters a figure of money, nor money a figure of it."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from roi_casebook.appraisal import JudgedCase, judge
from roi_casebook.appraisal.cash_flow import cash_rows
from roi_casebook.appraisal.metrics import metrics_of
from roi_casebook.case import Case
from roi_casebook.config import Metric
from roi_casebook.library.table import library_table
from tests.appraisal.judged_case import SITE, real_site

WALKING = yaml.safe_load(
    (Path(__file__).parents[1] / "pages" / "social_case.yml").read_text(encoding="utf-8")
)
SOCIAL = {"pv_costs", "pv_social_value", "npv_social", "sroi_ratio", "net_sroi"}


def judged(raw: dict[str, Any]) -> JudgedCase:
    site = real_site()
    return judge("walking", Case.model_validate(raw), SITE, site.vocabulary, site.thresholds)


def walking(**inputs: Any) -> dict[str, Any]:  # noqa: ANN401 -- fields of an input
    """Give the made-up case with inputs changed."""
    raw: dict[str, Any] = deepcopy(WALKING)
    for name, changes in inputs.items():
        raw["inputs"][name] |= changes
    return raw


def without(table: str, *names: str) -> dict[str, Any]:
    raw = walking()
    for name in names:
        raw[table].pop(name)
    return raw


def ranged() -> dict[str, Any]:
    raw = walking()
    raw["inputs"]["worth"] = {
        "low": 300, "likely": 500, "high": 900, "shape": "triangular",
        "unit": "GBP/person", "source": "paper", "quote": "three to nine hundred",
    }  # fmt: skip
    return raw


def test_the_check_of_the_method() -> None:
    figures = judged(WALKING).social[None].figures
    assert set(figures) == SOCIAL
    assert figures["pv_social_value"].value == pytest.approx(60_118.68, abs=0.005)
    assert figures["npv_social"].value == pytest.approx(40_118.68, abs=0.005)
    assert figures["sroi_ratio"].value == pytest.approx(3.0059, abs=0.0001)
    assert figures["net_sroi"].value == pytest.approx(2.0059, abs=0.0001)


def test_social_lines_move_nothing_that_is_money() -> None:
    case, alone = judged(ranged()), judged(without("benefits", "health"))
    assert case.leading.figures == alone.leading.figures
    assert case.leading.flows == alone.leading.flows
    assert case.leading.basis == alone.leading.basis
    assert not case.leading.ranges
    assert case.conditions == alone.conditions
    assert case.evidence.locks == alone.evidence.locks
    assert case.evidence.direction == alone.evidence.direction
    assert cash_rows(case.leading) == cash_rows(alone.leading)
    rows = [library_table([one]).to_dict("records") for one in (case, alone)]
    assert rows[0] == rows[1]


def test_money_moves_nothing_that_is_social() -> None:
    case = judged(ranged())
    alone = judged(ranged() | {"benefits": {"health": WALKING["benefits"]["health"]}})
    assert case.social[None].figures == alone.social[None].figures
    assert case.social_locks == alone.social_locks


def test_what_is_social_alone_has_no_return_in_money() -> None:
    case = judged(without("benefits", "rent"))
    reasons = {name: one.reason for name, one in case.leading.figures.items() if one.reason}
    assert reasons["roi"] == reasons["npv"] == reasons["soft_switching_value"] == "social_only"
    assert case.leading.figures["pv_costs"].value == 20_000
    assert case.evidence.direction == "unknown"
    assert case.evidence.locks.count == 0


def test_soft_results_beside_social_value_may_still_be_weighed_against_the_cost() -> None:
    raw = without("benefits", "rent")
    raw["soft"] = {
        "mood": {"measure": "trust", "stage": "outcome", "result": "people", "negative": "not-looked"}
    }  # fmt: skip
    figures = judged(raw).leading.figures
    assert figures["roi"].reason == "social_only"
    assert (figures["soft_switching_value"].value or 0) > 0


def test_the_ratio_has_the_range_of_its_proxy() -> None:
    ratio = judged(ranged()).social[None].figures["sroi_ratio"]
    assert ratio.p10 is not None
    assert ratio.p90 is not None
    assert ratio.p10 < 3.0059 < ratio.p90
    assert judged(WALKING).social[None].figures["sroi_ratio"].p10 is None


def test_its_basis_names_the_lane_and_what_is_counted() -> None:
    case = judged(WALKING)
    assert (case.leading.basis.lane, case.leading.basis.benefit) == ("hard", "money")
    assert (case.social[None].basis.lane, case.social[None].basis.benefit) == ("social", "proxy")
    assert case.social[None].basis.status == "estimated"


def test_a_case_without_social_lines_has_no_such_lane() -> None:
    case = judged(without("benefits", "health"))
    assert not case.social
    assert not case.social_lines


def test_an_unknown_outcome_leaves_a_reason_and_an_unknown_part_a_bound() -> None:
    raw = walking()
    raw["benefits"]["health"] |= {"amount": "unknown", "looked": "everywhere"}
    figures = judged(raw).social[None].figures
    assert {figures[name].reason for name in SOCIAL - {"pv_costs"}} == {"social_unknown"}
    raw["benefits"]["sleep"] = WALKING["benefits"]["health"]
    assert judged(raw).social[None].figures["sroi_ratio"].bound == "at_least"


def test_an_unknown_cost_makes_the_ratio_one_at_most() -> None:
    raw = walking()
    raw["costs"]["room"] = {
        "label": "Room", "amount": "unknown", "when": 0, "status": "observed", "looked": "in the books",
    }  # fmt: skip
    figures = judged(raw).social[None].figures
    assert figures["sroi_ratio"].bound == figures["net_sroi"].bound == "at_most"
    assert figures["pv_social_value"].bound is None


def test_without_cost_there_is_no_ratio() -> None:
    figures = judged(walking(spent={"value": 0})).social[None].figures
    assert figures["sroi_ratio"].reason == figures["net_sroi"].reason == "zero_cost"
    assert figures["pv_social_value"].value is not None


def test_only_readings_that_count_some_have_social_value() -> None:
    raw = walking()
    raw["readings"] = {
        "money": {"label": "Money", "lines": ["running", "rent"]},
        "whole": {"label": "Whole", "lines": ["running", "rent", "health"]},
    }
    raw["headline"] = {"reading": "money", "because": "a test"}
    case = judged(raw)
    assert list(case.social) == ["whole"]
    assert case.readings["money"].figures == case.readings["whole"].figures


@pytest.mark.parametrize(
    ("formula", "unit", "reason"),
    [
        ("npv + people * worth * year", "money", "lanes_mixed"),
        ("pv_benefits / worth", "person", "lanes_mixed"),
        ("pv_costs / people", "money*year/person", None),
        ("sroi_ratio * 2", "1", "not_stated"),
    ],
)
def test_a_metric_never_sets_money_that_came_back_beside_a_proxy(
    formula: str, unit: str, reason: str | None
) -> None:
    metric = Metric.model_validate({"label": "A metric", "formula": formula, "unit": unit})
    assert metrics_of(judged(WALKING), {"one": metric})["one"].reason == reason


def test_what_stands_on_both_sides_pushes_each_but_not_their_difference() -> None:
    """A cost of "just over" 324 million that is also a gain, beside 1.9 billion "just under".

    Their sum may be more or less; of the net value the cost falls out, and the ratio is one more
    than 1.9 billion over that cost: both can only be lower.
    """
    site = real_site()
    case = site.cases["truth-campaign"]
    found = judge("truth-campaign", case, SITE, site.vocabulary, site.thresholds)
    figures = found.social["beyond_cost"].figures
    sides = {name: one.side for name, one in figures.items() if one.value is not None}
    assert sides == {
        "pv_costs": "or_higher",
        "pv_social_value": "either",
        "npv_social": "or_lower",
        "sroi_ratio": "or_lower",
        "net_sroi": "or_lower",
    }
    assert figures["npv_social"].value == pytest.approx(1.9e9)
