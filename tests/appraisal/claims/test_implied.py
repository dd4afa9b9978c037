"""What a claimed ratio implies of the side that is not known; worked by hand on the reference case."""

from typing import Any

import pytest

from roi_casebook.appraisal.claims.implied import Implied, implied_by_claims
from roi_casebook.appraisal.claims.judged_claims import verdicts
from roi_casebook.shipped.thresholds import shipped_thresholds
from tests.appraisal.claims.claimed_case import Raw, claim, judged

GAIN_UNKNOWN = {
    "benefits.sales.amount": "unknown",
    "benefits.sales.when": 1,
    "benefits.sales.looked": "all over",
}
"""The cost of 101,542 alone is known."""
COST_UNKNOWN = {
    "costs": {
        "all": {
            "label": "All",
            "amount": "unknown",
            "looked": "all over",
            "when": 0,
            "status": "observed",
        }
    }
}
"""The gain of 71,812 alone is known."""
PART_OF_COST = {"costs.more": COST_UNKNOWN["costs"]["all"], **GAIN_UNKNOWN}
"""The cost is at least 101,542, and the gain unknown."""


def implied(written: Raw, changes: dict[str, Any]) -> Implied | None:
    case = judged({"only": written}, changes)
    found = implied_by_claims(case, verdicts(case, shipped_thresholds()))
    return found.get("only")


@pytest.mark.parametrize(
    ("written", "changes", "of", "value", "bound"),
    [
        (claim("roi", "280%"), GAIN_UNKNOWN, "gain", 385_859.33, None),
        (claim("bcr", 3.8), GAIN_UNKNOWN, "gain", 385_859.33, None),
        (claim("bcr", 3.8, bound="over"), GAIN_UNKNOWN, "gain", 385_859.33, "at_least"),
        (claim("bcr", 3.8, bound="up-to"), GAIN_UNKNOWN, "gain", 385_859.33, "at_most"),
        (claim("roi", "-50%"), GAIN_UNKNOWN, "gain", 50_770.96, None),
        (claim("roi", "280%"), COST_UNKNOWN, "cost", 18_898.00, None),
        (claim("bcr", 3.8), COST_UNKNOWN, "cost", 18_898.00, None),
        (claim("bcr", 3.8, bound="over"), COST_UNKNOWN, "cost", 18_898.00, "at_most"),
        (claim("bcr", 3.8), PART_OF_COST, "gain", 385_859.33, "at_least"),
        (claim("bcr", 3.8, bound="over"), PART_OF_COST, "gain", 385_859.33, "at_least"),
    ],
)
def test_the_known_side_gives_the_other(
    written: Raw, changes: dict[str, Any], of: str, value: float, bound: str | None
) -> None:
    """101,541.93 of present cost times 3.8, or half of it; 71,812.41 of present gain over 3.8."""
    one = implied(written, changes)
    assert one is not None
    assert (one.of, one.bound, one.lane) == (of, bound, "hard")
    assert one.value == pytest.approx(value, rel=1e-6)
    assert one.low == one.high == one.value


def test_from_where_to_where_a_ratio_is_claimed_reaches_the_sum() -> None:
    one = implied(claim("bcr", low=2, high=4), GAIN_UNKNOWN)
    assert one is not None
    assert (one.low, one.high) == pytest.approx((203_083.9, 406_167.7), rel=1e-5)


@pytest.mark.parametrize(
    ("written", "changes"),
    [
        (claim("bcr", 3.8), {}),  # both sides are known
        (claim("bcr", 3.8), {**GAIN_UNKNOWN, **COST_UNKNOWN}),  # neither
        (claim("bcr", 3.8, bound="up-to"), PART_OF_COST),  # one pushes up, one down
        (claim("roi", "-150%"), GAIN_UNKNOWN),  # less than nothing came back
        (claim("roi", "unknown"), GAIN_UNKNOWN),
        (claim("roi", "280%", scope="the first year"), GAIN_UNKNOWN),
        (claim("bcr", 3.8, unit="person"), GAIN_UNKNOWN),
        (claim("payback", 9, unit="month"), GAIN_UNKNOWN),
    ],
)
def test_where_nothing_follows_nothing_is_implied(written: Raw, changes: dict[str, Any]) -> None:
    assert implied(written, changes) is None


def test_a_ratio_of_social_value_implies_what_others_gained() -> None:
    town = {
        "label": "Town", "measure": "users-time-saved", "amount": "unknown", "looked": "all over",
        "when": 1, "status": "modelled", "for_whom": "neighbours", "without_it": {"design": "randomised"},
    }  # fmt: skip
    one = implied(claim("sroi", 3), {"benefits": {"town": town}})
    assert one is not None
    assert (one.of, one.lane) == ("gain", "social")
    assert one.value == pytest.approx(304_625.8, rel=1e-6)
