"""Where each number of a case breaks even: bare shares too, and every value, not the first alone."""

from typing import Any

from roi_casebook.appraisal import judge
from roi_casebook.appraisal.conditions import Switching
from roi_casebook.shipped.thresholds import shipped_thresholds
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from tests.appraisal.judged_case import SITE, a_case


def switching(changes: dict[str, Any]) -> dict[str, Switching]:
    judged = judge("one", a_case(changes), SITE, shipped_vocabulary(), shipped_thresholds())
    return {one.name: one for one in judged.conditions[None].switching}


def test_a_share_without_a_basis_of_its_own_has_one() -> None:
    without_it = {"design": "before-after", "deadweight": "25%", "displacement": "0%"}
    found = switching({"benefits.sales.without_it": without_it})
    (at,) = found["sales.deadweight"].at
    assert 0.25 < at < 1
    assert found["sales.displacement"].base == 0
    assert len(found["sales.displacement"].at) == 1


def test_a_number_of_nothing_that_is_no_share_has_no_range_to_seek_in() -> None:
    free = {"value": 0, "unit": "EUR", "assumption": "given"}
    assert "spent" not in switching({"inputs.spent": free})


def test_every_value_is_given() -> None:
    price = {"value": 5, "unit": "EUR", "assumption": "a test"}
    size = {"value": 10, "unit": "EUR", "assumption": "a test"}
    one = {"value": 1, "unit": "1/EUR", "assumption": "a test"}
    found = switching(
        {
            "inputs.price": price,
            "inputs.most": size,
            "inputs.per_euro": one,
            "inputs.spent": {"value": 16, "unit": "EUR", "assumption": "a test"},
            "costs.staff": {"label": "None", "amount": "spent - spent", "when": 0, "status": "observed"},
            "benefits.sales.amount": "price * (most - price) * per_euro",
            "benefits.sales.when": 0,
        }
    )  # fmt: skip
    low, high = found["price"].at
    assert (round(low, 4), round(high, 4)) == (2, 8)
