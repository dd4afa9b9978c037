"""A claimed cost per result, by the reference case: 110,000 in all, 20,000 orders."""

import pytest

from tests.appraisal.claims.claimed_case import Raw, claim, verdict_on

SIGNED = {
    "inputs.names": {"value": 20000, "unit": "order", "source": "accounts", "quote": "20,000"},
    "soft.signed": {
        "measure": "orders",
        "stage": "outcome",
        "result": "names",
        "when": 3,
        "design": "randomised",
        "negative": "not-looked",
    },
}


def per_order(value: float, **more: object) -> Raw:
    return claim("cost-per-result", value, unit="EUR/order", **more)


@pytest.mark.parametrize("more", [{}, {"against": "signed"}])
def test_the_printed_digits_decide(more: Raw) -> None:
    """110,000 over 20,000 are 5.50 each."""
    same = verdict_on(per_order(5.5, **more), SIGNED)
    assert (same.state, same.held and same.held.name) == ("reproduced", "cost_per_result")
    assert verdict_on(per_order(4, **more), SIGNED).state == "not_reproduced"
    assert verdict_on(per_order(5, bound="over", **more), SIGNED).state == "reproduced"


def test_with_cost_and_count_discounted_alike_it_is_another_basis() -> None:
    """101,541.94 over 20,000 three years later at 8 %, 15,876.64 today, are 6.40 each."""
    verdict = verdict_on(per_order(6.4), SIGNED)
    assert verdict.state == "reproduced_on_another_basis"
    assert verdict.held is not None
    assert (verdict.held.name, verdict.held.basis) == (
        "discounted_cost_per_result",
        ("discounted",),
    )


UNDISCOUNTED = SIGNED | {"money.discount_rate.value": "0%"}
AT_LEAST = {"inputs.set_up.bound": "over"}
OPEN = {"soft.signed": SIGNED["soft.signed"] | {"design": "tracked"}}


@pytest.mark.parametrize(
    ("value", "more", "changes", "state", "basis"),
    [
        (5, {"bound": "over"}, AT_LEAST, "reproduced", ()),  # at least 110,000: at least 5.50
        (4, {"bound": "over"}, AT_LEAST | OPEN, "fits", ()),
        (5.5, {}, AT_LEAST | OPEN, "reproduced_on_another_basis", ("known_only",)),
        (6, {}, AT_LEAST | OPEN, "reproduced_on_another_basis", ("known_only",)),
    ],
)
def test_where_nothing_is_discounted_that_is_no_other_basis(
    value: float, more: Raw, changes: Raw, state: str, basis: tuple[str, ...]
) -> None:
    verdict = verdict_on(per_order(value, **more), UNDISCOUNTED | changes)
    assert verdict.held is not None
    assert (verdict.state, verdict.held.name, verdict.held.basis) == (
        state,
        "cost_per_result",
        basis,
    )


def test_an_unknown_cost_leaves_it_open_upwards() -> None:
    more = {
        "costs.more": {
            "label": "More",
            "amount": "unknown",
            "looked": "all over",
            "when": 0,
            "status": "observed",
        }
    }
    assert verdict_on(per_order(7), SIGNED | more).state == "fits"
    assert verdict_on(per_order(4), SIGNED | more).state == "not_reproduced"


def test_within_the_range_of_the_count_it_fits() -> None:
    """From 15,000 to 25,000 equally likely: 110,000 over 24,000 and over 16,000, 4.58 to 6.88."""
    names = {
        "low": 15000,
        "high": 25000,
        "unit": "order",
        "source": "accounts",
        "quote": "15,000 to 25,000",
    }
    ranged = SIGNED | {"inputs.names": names}
    assert verdict_on(per_order(6.7), ranged).state == "fits"
    assert verdict_on(per_order(8), ranged).state == "not_reproduced"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (claim("cost-per-result", 5, unit="EUR/tree"), "nothing_against"),
        (per_order(5.5, against="hours"), "no_counterpart"),
        (per_order(5.5, scope="the first year"), "only_a_part"),
    ],
)
def test_which_result_is_meant_is_not_guessed(written: Raw, reason: str) -> None:
    verdict = verdict_on(written, SIGNED)
    assert (verdict.state, verdict.reason) == ("not_computable", reason)
