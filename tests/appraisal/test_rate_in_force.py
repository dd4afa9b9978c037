"""At which rate a case is discounted: its own, else the site's for whose money it is, in its prices."""

from typing import Any

import pytest

from roi_casebook.appraisal.rate_in_force import rate_in_force
from roi_casebook.case import Case
from roi_casebook.config import Inflation, Rates, SiteConfig
from roi_casebook.roi.discounting.bands import Band, Schedule
from tests.appraisal.judged_case import SITE, STRONGEST

WHY = {"why": "a test"}
RATES = {
    "private": {"nominal": {"value": "10%", **WHY}},
    "social": {"real": {"value": "5%", **WHY}},
}
INFLATION = {"value": "2%", **WHY}


def site(
    rates: dict[str, Any] | None = None, inflation: dict[str, Any] | None = INFLATION
) -> SiteConfig:
    return SITE.model_copy(
        update={
            "discount_rate": Rates.model_validate(rates or RATES),
            "inflation": Inflation.model_validate(inflation) if inflation else None,
        }
    )


def case(**changes: Any) -> Case:  # noqa: ANN401 -- any field of a case
    return Case.model_validate(STRONGEST | changes)


def paid_by(**paid: str) -> dict[str, Any]:
    return {"people": STRONGEST["people"] | {"paid": {"role": "payer", **paid}}}


REAL = {"money": STRONGEST["money"] | {"prices": "real"}}


@pytest.mark.parametrize(
    ("changes", "whose", "rate"),
    [
        ({}, "private", 0.1),
        (REAL, "private", 0.0784313725490),  # 1.1 over 1.02
        ({"perspective": "partners"}, "private", 0.1),
        ({"perspective": "economy"}, "social", 0.071),  # 1.05 times 1.02
        ({"perspective": "society"} | REAL, "social", 0.05),
        (paid_by(**{"is": "charity"}), "social", 0.071),
        (paid_by(**{"is": "public-body"}), "social", 0.071),
        (paid_by(role="public-body"), "social", 0.071),
        (paid_by(**{"is": "company"}), "private", 0.1),
        (paid_by(**{"is": "person"}), "private", 0.1),
    ],
)
def test_the_rate_is_that_of_whose_money_it_is(
    changes: dict[str, Any], whose: str, rate: float
) -> None:
    found = rate_in_force(case(**changes), site())
    assert found.of == whose
    assert found.rate == pytest.approx(rate, rel=1e-11)
    assert found.why == {"": "a test"}


def test_the_cases_own_rate_holds_in_its_own_prices() -> None:
    own = {"discount_rate": {"value": "-1%", "why": "it says so"}}
    found = rate_in_force(case(perspective="society", money=STRONGEST["money"] | own), site())
    assert (found.of, found.rate, found.brought) == ("case", -0.01, None)


def test_without_inflation_no_rate_is_brought_to_other_prices() -> None:
    assert rate_in_force(case(), site(inflation=None)).rate == 0.1
    assert rate_in_force(case(**REAL), site(inflation=None)).rate is None


def test_without_a_rate_for_whose_money_it_is_there_is_none() -> None:
    none_social = site({"private": RATES["private"]})
    found = rate_in_force(case(perspective="society"), none_social)
    assert (found.of, found.rate, found.why) == ("social", None, None)


def test_a_schedule_holds_as_far_as_the_horizon_reaches() -> None:
    own = {"discount_rate": {"schedule": {"0-1": "8%", "2-9": "6%"}, "why": "it says so"}}
    money = STRONGEST["money"] | own
    found = rate_in_force(case(money=money), site())
    assert found.rate == Schedule((Band(0, 1, 0.08), Band(2, 9, 0.06)))
    short = {"period": STRONGEST["period"] | {"years": 1}}
    assert rate_in_force(case(money=money, **short), site()).rate == 0.08


def test_the_shipped_schedule_is_brought_to_the_prices_of_the_case() -> None:
    green = {"social": {"real": {"schedule": "green-book", **WHY}}}
    long = {"perspective": "society", "period": STRONGEST["period"] | {"years": 31}}
    found = rate_in_force(case(**long), site(green))
    assert isinstance(found.rate, Schedule)
    # 1.035 and 1.03 times 1.02
    assert [band.rate for band in found.rate.bands] == [0.0557, 0.0506]
    real = rate_in_force(case(**long, **REAL), site(green))
    assert real.rate == Schedule((Band(0, 30, 0.035), Band(31, 75, 0.03)), "green-book")
