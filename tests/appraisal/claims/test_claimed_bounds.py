"""A claim that is a bound, held against a figure that is one because of an input."""

import pytest

from tests.appraisal.claims.claimed_case import claim, verdict_on

AT_LEAST = {"inputs.set_up.bound": "over", "money.discount_rate.value": "0%"}
AT_MOST = {"inputs.set_up.bound": "up-to", "money.discount_rate.value": "0%"}


@pytest.mark.parametrize(
    ("value", "bound", "changes", "state"),
    [
        (109_000, "over", AT_LEAST, "reproduced"),  # 50,000 and three times 20,000: 110,000
        (110_000, "over", AT_LEAST, "reproduced"),
        (111_000, "up-to", AT_MOST, "reproduced"),
        (111_000, "up-to", AT_LEAST, "fits"),
        (130_000, "over", AT_LEAST, "fits"),  # more than we know of: not contradicted
        (109_000, "up-to", AT_MOST, "fits"),
        (90_000, "up-to", AT_LEAST, "not_reproduced"),
    ],
)
def test_a_bound_of_the_same_kind_is_no_other_basis(
    value: float, bound: str, changes: dict[str, object], state: str
) -> None:
    verdict = verdict_on(claim("cost", value, "EUR", bound=bound), changes)
    assert verdict.held is not None
    assert (verdict.state, verdict.held.basis) == (state, ())


def test_a_bound_that_the_claim_does_not_have_is_told_as_a_basis() -> None:
    verdict = verdict_on(claim("cost", 110_000, "EUR"), AT_LEAST)
    assert verdict.held is not None
    assert (verdict.state, verdict.held.basis) == ("reproduced_on_another_basis", ("known_only",))


UNTOLD = {"costs.support": {"label": "Support", "amount": "unknown", "when": 1, "status": "estimated", "looked": "everywhere"}}  # fmt: skip


@pytest.mark.parametrize(
    ("value", "state", "basis"),
    [
        # 50,000 to the ten and three times 20,000 to the ten: 109,980 to 110,020, or more
        (110_000, "reproduced_on_another_basis", ("known_only",)),
        (110_015, "reproduced_on_another_basis", ("known_only", "rounding")),
        (109_985, "reproduced_on_another_basis", ("known_only", "rounding")),
        (110_025, "fits", ()),
        (109_975, "not_reproduced", ()),
    ],
)
def test_the_rounding_of_inputs_is_tried_of_a_bound_too(
    value: float, state: str, basis: tuple[str, ...]
) -> None:
    verdict = verdict_on(claim("cost", value, "EUR"), UNTOLD)
    assert verdict.held is not None
    assert (verdict.state, verdict.held.basis) == (state, basis)
