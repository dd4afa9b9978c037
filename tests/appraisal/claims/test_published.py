"""The published return with which a bridge begins."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from roi_casebook.appraisal import JudgedCase, judge
from roi_casebook.appraisal.claims.published import (
    Published,
    claimed_cost_of_result,
    claimed_return,
)
from roi_casebook.case import Case
from roi_casebook.shipped.thresholds import shipped_thresholds
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from tests.appraisal.claims.claimed_case import REFERENCE
from tests.appraisal.judged_case import SITE

COST = 110_000
"""What the reference case cost, undiscounted."""
Raw = dict[str, Any]


def judged(claims: Mapping[str, Raw]) -> JudgedCase:
    case = Case.model_validate({**REFERENCE, "claims": claims})
    return judge("case", case, SITE, shipped_vocabulary(), shipped_thresholds())


def published(**claims: Raw) -> Published | None:
    return judged(claims).published.get(None)


def claim(what: str, value: object, **more: object) -> Raw:
    says = {"what": what, "value": value} | {
        key: more.pop(key) for key in ("unit", "of", "bound", "lane") if key in more
    }
    return {"says": says, "quote": "as printed", "source": "accounts", **more}


@pytest.mark.parametrize(
    ("said", "npv", "roi"),
    [
        (claim("roi", "145%"), 1.45 * COST, 1.45),
        (claim("roi", "145%", unit="share"), 1.45 * COST, 1.45),
        (claim("bcr", 3), 2 * COST, 2),
        (claim("revenue", 270_000, unit="EUR"), 270_000 - COST, 160 / 110),
        (claim("benefit", 220_000, unit="EUR"), COST, 1),
    ],
)
def test_a_return_without_a_cost_is_set_against_the_gross_cost(
    said: Raw, npv: float, roi: float
) -> None:
    found = published(only=said)
    assert found is not None
    assert (found.npv, found.roi) == pytest.approx((npv, roi))
    assert not found.has_own_cost


def test_a_ratio_with_its_own_cost_stands_on_it() -> None:
    found = published(
        ratio=claim("roi", 3, parts={"gain": "gain", "cost": "cost"}),
        gain=claim("benefit", 80_000, unit="EUR"),
        cost=claim("cost", 20_000, unit="EUR"),
    )
    assert found == Published("ratio", 60_000, 3, has_own_cost=True)


def test_of_several_the_largest_return_stands_first() -> None:
    found = published(low=claim("roi", 1), high=claim("bcr", 9), middle=claim("roi", 4))
    assert found is not None
    assert found.claim == "high"


@pytest.mark.parametrize(
    "said",
    [
        claim("roi", "unknown"),
        claim("saving", 500_000, unit="EUR"),
        claim("cost", 500_000, unit="EUR"),
        claim("revenue", 500_000, unit="USD"),
        claim("revenue", 500_000, unit="EUR/year"),  # of three years: which of them is not told
        claim("revenue", 500_000, unit="EUR", of="organisation"),
    ],
)
def test_what_names_no_return_on_this_money_begins_no_bridge(said: Raw) -> None:
    assert published(only=said) is None


def test_what_cannot_be_true_begins_no_bridge() -> None:
    case = judged(
        {
            "ratio": claim("roi", 9, parts={"gain": "gain", "cost": "cost"}),
            "gain": claim("benefit", 5_000, unit="EUR"),
            "cost": claim("cost", 1_000, unit="EUR"),
        }
    )
    assert case.verdicts["ratio"].state == "impossible"
    assert "ratio" not in {one.claim for one in case.published.values()}


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (claim("roi", "145%"), "other"),
        (claim("net", 30_000, unit="EUR"), "other"),
        (claim("roi", "unknown"), "last"),
        (claim("cost", 50_000, unit="EUR"), "last"),
        (claim("benefit", 220_000, unit="EUR"), "last"),
        (claim("roi", "145%", scope="of the first year"), "last"),
        (claim("net", 400e6, unit="EUR"), "last"),  # more than all that came in
    ],
)
def test_the_first_return_of_the_whole_that_may_be_true_is_told(other: Raw, expected: str) -> None:
    case = judged({"other": other, "last": claim("bcr", 3)})
    assert claimed_return(case, case.verdicts) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (claim("bcr", 2, lane="social"), "other"),
        (claim("net", 30_000, unit="EUR", lane="social"), "other"),
        (claim("bcr", 2), "last"),  # of money
        (claim("benefit", 220_000, unit="EUR", lane="social"), "last"),
        (claim("cost", 50_000, unit="EUR", lane="social"), "last"),
    ],
)
def test_a_return_in_social_value_is_told_apart(other: Raw, expected: str) -> None:
    case = judged({"other": other, "last": claim("sroi", 3)})
    assert claimed_return(case, case.verdicts, "social") == expected


def test_a_return_in_social_value_is_none_in_money() -> None:
    case = judged({"other": claim("bcr", 2, lane="social"), "last": claim("bcr", 3)})
    assert claimed_return(case, case.verdicts) == "last"


def test_a_cost_per_result_is_told_where_none_can_be_computed() -> None:
    case = judged({"one": claim("cost-per-result", 4, unit="EUR/order")})
    assert case.verdicts["one"].state == "not_computable"
    assert claimed_cost_of_result(case, case.verdicts) == "one"
    told = {"one": replace(case.verdicts["one"], state="reproduced")}
    assert claimed_cost_of_result(case, told) is None


def test_where_no_return_is_claimed_none_is_told() -> None:
    case = judged({"cost": claim("cost", 50_000, unit="EUR")})
    assert claimed_return(case, case.verdicts) is None


def test_a_ratio_has_no_unit() -> None:
    assert published(only=claim("bcr", 3, unit="person")) is None


@pytest.mark.parametrize(("years", "is_told"), [(0, True), (1, True), (2, False)])
def test_what_is_said_of_a_year_is_the_whole_of_no_more_than_one(
    years: int,
    is_told: bool,  # noqa: FBT001 -- a row
) -> None:
    when = min(1, years)
    raw = deepcopy(REFERENCE)
    raw["period"]["years"], raw["costs"]["years"]["when"] = years, when
    raw["benefits"]["sales"]["when"] = {when: "first"}
    raw["claims"] = {"only": claim("benefit", 220_000, unit="EUR/year")}
    case = judge("case", Case.model_validate(raw), SITE, shipped_vocabulary(), shipped_thresholds())
    assert (None in case.published) == is_told
