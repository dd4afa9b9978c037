"""Inputs in prices of another year: brought to those of their lines by the shipped index.

Of sterling the index is 69.1217 in 2010, 70.834 in 2011 and 71.9294 in 2012 (HM Treasury, T038).
"""

from copy import deepcopy
from typing import Any

import pytest

from roi_casebook.appraisal import JudgedCase, judge
from roi_casebook.case import Case
from tests.appraisal.judged_case import SITE, STRONGEST, real_site

RATE = {"discount_rate": {"value": "8%", "why": "made up"}}


def judged(money: dict[str, Any], start: str = "2010", **given: Any) -> JudgedCase:  # noqa: ANN401 -- fields of the input
    raw: dict[str, Any] = deepcopy(STRONGEST)
    line = {"label": "L", "status": "modelled", "note": "made up"}
    raw |= {
        "period": {"start": start, "years": 3, "observed_months": "unknown"},
        "money": {"currency": "GBP", "price_year": 2012, **RATE, **money},
        "inputs": {
            "spent": {"value": 50, "unit": "GBP", "assumption": "made up"},
            "gained": {"value": 100, "unit": "GBP", "assumption": "made up"} | given,
        },
        "costs": {"all": line | {"amount": "spent", "when": 0}},
        "benefits": {
            "some": line
            | {"measure": "cost-avoided", "amount": "gained * (1 + 1)", "when": "1-3"}
            | {"without_it": {"design": "randomised"}}
        },
    }
    for table in ("soft", "readings", "headline", "net", "claims"):
        raw.pop(table, None)
    site = real_site()
    return judge("priced", Case.model_validate(raw), SITE, site.vocabulary, site.thresholds)


def benefits(found: JudgedCase) -> tuple[float | None, ...]:
    return found.leading.flows.benefits[0].amounts


def test_real_amounts_are_brought_to_the_prices_of_the_case() -> None:
    found = benefits(judged({"prices": "real"}, price_year=2010))
    # 200 times 71.9294 over 69.1217
    assert found == pytest.approx((0, 208.1239, 208.1239, 208.1239), abs=1e-3)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2010", (0, 200, 204.9544, 208.1239)),  # the years 2010, 2011 and 2012
        ("2009-10", (0, 200, 204.9544, 208.1239)),  # most of each lies in these
        ("2009", (0, 197.3822, 200, 204.9544)),  # 200 times 68.217 over 69.1217 first
    ],
)
def test_nominal_amounts_are_brought_to_the_year_of_their_line(
    start: str, expected: tuple[float, ...]
) -> None:
    found = benefits(judged({"prices": "nominal"}, start, price_year=2010))
    assert found == pytest.approx(expected, abs=1e-3)


def test_prices_of_the_same_year_change_nothing() -> None:
    same = judged({"prices": "real"}, price_year=2012)
    none = judged({"prices": "real"})
    assert benefits(same) == benefits(none) == (0.0, 200.0, 200.0, 200.0)
    assert {name: one.value for name, one in same.leading.figures.items()} == {
        name: one.value for name, one in none.leading.figures.items()
    }


def test_a_range_is_brought_as_its_middle_is() -> None:
    bare: dict[str, Any] = {"value": None, "low": 80, "likely": 100, "high": 120}
    plain = judged({"prices": "real"}, **bare).leading.figures["pv_benefits"]
    brought = judged({"prices": "real"}, **bare, price_year=2010).leading.figures["pv_benefits"]
    assert plain.p10
    assert brought.p10 == pytest.approx(plain.p10 * 71.9294 / 69.1217, rel=1e-5)
