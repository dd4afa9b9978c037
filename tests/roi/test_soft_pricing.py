"""Money may be divided by a soft result, never multiply it, however the formula is written."""

import pytest

from roi_casebook.roi.algebra.formulas import parse_formula
from roi_casebook.roi.algebra.units import parse_unit
from roi_casebook.roi.soft_pricing import prices_soft_results

SOFT = frozenset({"hours_freed", "trust"})
UNITS = {
    name: parse_unit(unit)
    for name, unit in {
        "npv": "EUR", "wage": "EUR/hour", "hours_freed": "hour", "trust": "share", "leads": "lead",
        "leads_per_euro": "lead/EUR", "roi": "share",
    }.items()
}  # fmt: skip


@pytest.mark.parametrize(
    "formula",
    [
        "npv / hours_freed",
        "hours_freed / npv",
        "hours_freed * roi",
        "hours_freed / trust",
        "npv + wage * leads",
        "npv / (hours_freed * leads)",
        "npv / (hours_freed + leads)",
        "hours_freed ** 2 / npv",
        "npv * hours_freed ** 0",
        "leads_per_euro * hours_freed",
    ],
)
def test_an_efficiency_is_none(formula: str) -> None:
    assert not prices_soft_results(parse_formula(formula), SOFT, UNITS, "EUR")


@pytest.mark.parametrize(
    "formula",
    [
        "hours_freed * wage",
        "wage * hours_freed / leads",
        "npv + hours_freed * wage",
        "npv / (1 / hours_freed)",
        "(npv + leads) * (trust - leads)",
        "npv / leads / (leads / trust)",
        "wage * hours_freed ** 2",
        "hours_freed / leads_per_euro",
        "npv * hours_freed / trust",
    ],
)
def test_a_price_is_found(formula: str) -> None:
    assert prices_soft_results(parse_formula(formula), SOFT, UNITS, "EUR")
