"""A claim made ready: in the money of the case, and how far each of its ends reaches."""

import pytest

from roi_casebook.appraisal.claims.claimed import Claimed, claimed
from tests.appraisal.claims.claimed_case import NAME, Raw, claim, judged

LIMITS = {"claim_about": 0.05, "claim_reach": 2.0}


def made_ready(written: Raw) -> Claimed:
    found = claimed(judged({NAME: written}), NAME, LIMITS)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "unit", "value"),
    [
        # Mean rates of 2020: 1.1422 dollars, 7.4542 Danish crowns for a euro.
        (claim("saving", 1.1422e6, "USD"), (("EUR", 1),), 1e6),
        (claim("saving", 7.4542e6, "DKK"), (("EUR", 1),), 1e6),
        (claim("count", 1000, "person/USD"), (("EUR", -1), ("person", 1)), 1142.2),
        (claim("saving", 1.1422e6, "USD", against="unknown"), (("EUR", 1),), 1e6),
        (claim("saving", 5e6, "EUR"), (("EUR", 1),), 5e6),
    ],
)
def test_other_money_becomes_that_of_the_case(
    written: Raw, unit: tuple[tuple[str, int], ...], value: float
) -> None:
    one = made_ready(written)
    assert one.unit == unit
    assert one.value == pytest.approx(value, rel=1e-4)
    assert one.printed.holds(one.value)


@pytest.mark.parametrize(
    ("bound", "meant", "near"),
    [
        (None, (115, 125), (115, 125)),
        ("about", (114, 126), (114, 126)),
        ("up-to", (60, 125), (115, 125)),
        ("over", (115, 240), (115, 125)),
    ],
)
def test_what_is_near_is_not_one_sided(
    bound: str | None, meant: tuple[float, float], near: tuple[float, float]
) -> None:
    one = made_ready(claim("saving", 120, "EUR", bound=bound))
    assert one.meant.ends == pytest.approx(meant)
    assert one.near.ends == pytest.approx(near)
    assert one.printed.ends == (115, 125)
