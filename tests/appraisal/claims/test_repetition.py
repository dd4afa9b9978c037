"""What a repetition changes, and which input a claim gives back."""

import pytest

from roi_casebook.appraisal.claims.verdict import Change
from tests.appraisal.claims.claimed_case import Raw, claim, verdict_on


def changes(first: Raw, second: Raw) -> list[Change]:
    """Give what a claim changed of the first, which it repeats."""
    *_, last = verdict_on({**second, "repeats": "first"}, first=first).chain
    return list(last.changes)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            claim("revenue", 2e6, "EUR", of="organisation"),
            claim("revenue", 2e6, "EUR"),
            [Change("of", "organisation", "initiative")],
        ),
        (
            claim("revenue", 2e6, "EUR"),
            claim("revenue", 2e6, "EUR", of="organisation"),
            [Change("of", "initiative", "organisation")],
        ),
        (
            claim("cost", "unknown", "EUR"),
            claim("cost", 2e6, "EUR"),
            [Change("value", "unknown", 2e6)],
        ),
        (
            claim("cost", 2.4e6, "EUR/year"),
            claim("cost", 200_000, "EUR/month"),
            [Change("unit", "EUR/year", "EUR/month")],
        ),
        (
            claim("cost", 2.4e6, "EUR/year"),
            claim("cost", 300_000, "EUR/month"),
            [Change("value", 2.4e6, 300_000.0), Change("unit", "EUR/year", "EUR/month")],
        ),
    ],
)
def test_what_a_repetition_changes(first: Raw, second: Raw, expected: list[Change]) -> None:
    assert changes(first, second) == expected


def test_an_input_is_given_back_in_another_stretch_of_time() -> None:
    """40 million a year are 3,333,333 a month."""
    said = claim("revenue", 3.33e6, "EUR/month", of="organisation", source="accounts")
    verdict = verdict_on(said)
    assert verdict.held is not None
    assert (verdict.state, verdict.held.name) == ("same_as_input", "all_revenue")
    assert verdict.held.value == pytest.approx(40e6 / 12)


def test_only_a_balance_gives_back_an_amount_of_the_other_sign() -> None:
    assert verdict_on(claim("cost", 50000, "EUR", source="accounts")).state == "same_as_input"
    assert verdict_on(claim("cost", -50000, "EUR", source="accounts")).state != "same_as_input"
