"""What would have to be true, where what came of it is a loss or the cost is a saving."""

from typing import Any

import pytest

from tests.pages.told import LANGUAGES, drawn, unread, view
from tests.wording.voices import plain

SOURCED = {"unit": "EUR", "source": "books", "quote": "as told"}
LOSS = "worth less than nothing"


def told(gain: Any, cost: Any, *, more: bool = False, language: str = "en") -> str:  # noqa: ANN401 -- a number or unknown
    """Give what would have to be true of a case with one cost and one benefit, or one more unknown."""
    inputs = {
        name: {"value": value, **SOURCED}
        for name, value in (("cost", cost), ("gain", gain))
        if value
    }
    unknown = {"amount": "unknown", "looked": "in the books"}
    line = {"label": "Gain", "measure": "cost-saved", "when": 0, "status": "observed"}
    line["without_it"] = {"design": "randomised", "comparator": "those drawn to get none"}
    amount = {"amount": "gain"} if gain else unknown
    raw = drawn(
        inputs=inputs,
        costs={
            "spent": {"label": "Cost", "when": 0, "status": "observed"}
            | ({"amount": "cost"} if cost else unknown)
        },
        benefits={"gain": line | amount, **({"more": line | unknown} if more else {})},
        soft={}, net={}, claims={}, readings={}, headline=None,
    )  # fmt: skip
    raw["money"] = {"currency": "EUR", "prices": "nominal", "price_year": 2009}
    gist = view(unread(raw), language).first.gist
    return plain(gist[1].text).replace("\u2060", "")


def test_what_is_a_loss_itself_pays_back_by_a_saving_alone() -> None:
    said = told(-364, 1000)
    assert f"{LOSS}: −€364" in said
    assert "saves as much instead of costing anything" in said
    assert "no more than" not in said


def test_a_loss_to_which_more_may_come_is_one_as_far_as_it_is_counted() -> None:
    assert "As far as it is counted" in told(-364, 1000, more=True)


def test_a_loss_at_a_cost_that_is_not_known_has_no_limit_of_cost() -> None:
    said = told(-364, None)
    assert f"{LOSS}: −€364" in said
    assert "no more" not in said


def test_a_cost_that_is_a_saving_needs_no_benefit() -> None:
    said = told(None, -50)
    assert "Its cost is itself a saving: −€50" in said
    assert "have to be worth" not in said


def test_a_gain_is_the_most_that_it_could_have_cost() -> None:
    assert "no more than what it brought: €364" in told(364, 1000)
    assert "no more than what it brings: €364" in told(364, 100)
    assert "no more in all than what it brought: €364" in told(364, None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cost_is_less_than_nothing(language: str) -> None:
    assert "−364 €" in told(-364, 1000, language="fr")
    said = told(-364, 1000, language=language)
    assert "no more than −" not in said
    assert "coûter plus que" not in said
