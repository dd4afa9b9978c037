"""What `explain` says of the rate, over made-up cases."""

import pytest

from roi_casebook.appraisal import appraise
from roi_casebook.editing.explanation import explained
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from roi_casebook.wording import wording_for
from tests.appraisal.judged_case import SITE, a_case

YEAR_ONE = {"period.years": 1, "costs.campaign.when": 1, "costs.staff.when": 1}
OWN_RATE = {"money.discount_rate": {"value": "10%", "why": "as the case has it"}}
NO_RATE = "Nothing is discounted, since all money falls into the one year of the case"


@pytest.mark.parametrize(
    ("changes", "told", "untold"),
    [
        (YEAR_ONE, NO_RATE, "discount rate ="),
        (
            YEAR_ONE | OWN_RATE,
            "discount rate = 10% a year; The case’s own rate. as the case has it",
            NO_RATE,
        ),
    ],
)
def test_the_rate_is_explained_where_money_waits_for_it(
    changes: dict[str, object], told: str, untold: str
) -> None:
    appraised = appraise("case", a_case(changes), SITE, shipped_vocabulary())
    words = wording_for("en", "en", shipped_vocabulary())
    text = explained(appraised, appraised.leading, ["npv"], words, SITE)
    assert told in text
    assert untold not in text


def test_series_and_growth_are_worked_year_by_year() -> None:
    orders = {
        "values": {1: 10, 2: "unknown"},
        "unit": "order",
        "source": "paper",
        "quote": "10 orders",
        "looked": "there",
    }
    price = {
        "value": 200,
        "grows": {"low": "4%", "high": "6%", "assumption": "as prices rose"},
        "unit": "EUR/order",
        "source": "paper",
        "quote": "200",
    }
    changes = {
        "inputs.orders": orders,
        "inputs.price": price,
        "benefits.sales.amount": "orders * price",
        "benefits.sales.when": "1-2",
    }
    appraised = appraise("case", a_case(changes), SITE, shipped_vocabulary())
    words = wording_for("en", "en", shipped_vocabulary())
    text = explained(appraised, appraised.leading, ["npv"], words, SITE)
    for line in (
        "price = price × (1 + price, growth a year) ^ years grown",
        "2: €200 per order × (1 + 5%) ^ 1 = €210 per order",
        "1: 10 orders × €200 per order = €2,000",
        "2: unknown × €210 per order = unknown",
        "orders = 1: 10 orders, 2: unknown;",
        "price.grows = 5% (4% to 6%, uniform); as prices rose",
    ):
        assert line in " ".join(text.split())
