"""A reading counts at its own rate, timing and horizon; what a line brings later does not count in it."""

from typing import Any

import pytest

from roi_casebook.appraisal import JudgedCase, judge
from tests.appraisal.judged_case import GONE, SITE, a_case, real_site

WHY = {"why": "A test."}
LINES = ["campaign", "sales"]


def judged(readings: dict[str, Any], **changes: object) -> JudgedCase:
    """Judge a case that spends 1,000 and gains 1,100 after one year and 1,210 after two."""
    site = real_site()
    changed: dict[str, Any] = {
        "inputs.gained": {"value": 1100, "unit": "EUR", "source": "paper", "quote": "1100"},
        "inputs.later": {"value": 1210, "unit": "EUR", "source": "paper", "quote": "1210"},
        "benefits.sales.amount": GONE,
        "benefits.sales.when": {1: "gained", 2: "later"},
        "readings": readings,
        "headline": {"reading": next(iter(readings)), "because": "A test."},
    }
    case = a_case(changed | changes)
    return judge("case", case, SITE, site.vocabulary, site.thresholds)


def reading(**own: object) -> dict[str, Any]:
    return {"label": "A reading", "lines": LINES, **own}


AS_THE_CASE = reading()


def npv(found: JudgedCase, name: str) -> float | None:
    return found.readings[name].figures["npv"].value


def test_a_reading_has_its_own_rate() -> None:
    found = judged(
        {"plain": AS_THE_CASE, "undiscounted": reading(discount_rate={"value": 0, **WHY})}
    )
    assert npv(found, "plain") == pytest.approx(1000)  # 1,100 / 1.1 and 1,210 / 1.21
    assert npv(found, "undiscounted") == 1310
    assert found.readings["undiscounted"].basis.discount_rate == 0
    assert found.readings["plain"].basis.discount_rate == 0.1


def test_a_reading_has_its_own_timing() -> None:
    rate = {"value": 0.21, **WHY}
    own = {"plain": reading(discount_rate=rate)}
    own["half"] = reading(discount_rate=rate, timing={"value": "mid-year", **WHY})
    found = judged(own, **{"benefits.sales.when": {1: "gained"}})
    assert npv(found, "half") == pytest.approx(0)  # 1,100 over the root of 1.21
    assert npv(found, "plain") == pytest.approx(1100 / 1.21 - 1000)
    assert found.readings["half"].basis.timing == "mid-year"


def test_a_reading_has_its_own_horizon() -> None:
    found = judged({"plain": AS_THE_CASE, "short": reading(years={"value": 1, **WHY})})
    assert npv(found, "short") == pytest.approx(0)  # the first year alone
    assert found.readings["short"].basis.horizon_years == 1
    assert found.readings["plain"].basis.horizon_years == 2
    assert found.conditions["short"].bridge[-1].npv == pytest.approx(0)


def test_a_number_of_later_years_decides_nothing_in_a_shorter_reading() -> None:
    found = judged({"short": reading(years={"value": 1, **WHY}), "plain": AS_THE_CASE})
    switched = {name: [one.name for one in own.switching] for name, own in found.conditions.items()}
    assert "later" in switched["plain"]
    assert "later" not in switched["short"]


def test_claims_are_held_against_each_reading_as_it_counts() -> None:
    claim = {
        "says": {"what": "npv", "value": 1310, "unit": "EUR"},
        "quote": "1310",
        "source": "paper",
        "reading": "plain",
    }
    own = {"plain": AS_THE_CASE, "undiscounted": reading(discount_rate={"value": 0, **WHY})}
    found = judged(own, claims={"net": claim}).verdicts["net"]
    assert found.state == "reproduced_on_another_basis"


# Instead of another ------------------------------------------------------------------------------


def test_a_reading_adds_to_that_in_whose_place_it_would_be_chosen() -> None:
    own = {
        "two_years": reading(instead_of="one_year"),
        "one_year": reading(years={"value": 1, **WHY}),
    }
    found = judged(own)
    assert found.readings["two_years"].figures["incremental_npv"].value == pytest.approx(1000)
    assert found.readings["two_years"].figures["incremental_roi"].reason == "cost_is_saving"
    assert "incremental_npv" not in found.readings["one_year"].figures


def test_readings_are_drawn_together() -> None:
    gained = {"low": 900, "likely": 1100, "high": 1300, "unit": "EUR", "source": "paper"}
    own = {
        "with_staff": {"label": "A", "lines": ["campaign", "staff", "sales"], "instead_of": "bare"},
        "bare": reading(),
    }
    changes = {"inputs.gained": {**gained, "quote": "900 to 1300, mostly 1100"}}
    found = judged(own, **changes).readings["with_staff"].figures
    assert found["npv"].p10 is not None
    assert found["incremental_npv"].value == -300
    assert found["incremental_npv"].p10 is None  # the draw is the same in both
    assert found["incremental_roi"].value == pytest.approx(-1)
