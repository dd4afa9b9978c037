"""Every published table in this folder, held against the tables that we ship and our formulas.

All scalars are read as text, so that the digits printed decide how near ours must come.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from roi_casebook.library.comparison import Comparison, comparable_amount, conversion
from roi_casebook.roi.prices import in_target_currency, in_target_prices, price_factor
from roi_casebook.roi.quantities import annualised_roi
from roi_casebook.shipped.money_tables import shipped_money_tables
from tests.worked_examples.tables import agrees, number

Table = Mapping[str, Any]
KNOWN = {
    "table", "title", "source", "rates", "euros", "within", "because", "indices", "wrong",
    "conversions", "differs", "changes",
}  # fmt: skip
TABLES = [
    (path.stem, yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader))  # noqa: S506 -- the base loader makes nothing but text, lists and mappings
    for path in sorted(Path(__file__).parent.glob("*.yml"))
]


@pytest.mark.parametrize("table", [table for _, table in TABLES], ids=[name for name, _ in TABLES])
def test_what_is_printed_comes_out_or_is_explained(table: Table) -> None:
    assert table.keys() <= KNOWN
    assert all(table[key] for key in ("table", "title", "source"))
    if problems := list(differences(table)):
        pytest.fail("\n".join(problems), pytrace=False)


def differences(table: Table) -> Iterator[str]:
    """Say in a line each what is printed and is not ours."""
    yield from _differing_rates(table)
    yield from _differing_indices(table)
    for case in table.get("conversions", ()):
        if not agrees(case["printed"], converted(case)):
            yield f"{case}: found {converted(case):.12g}"
    for case in table.get("changes", ()):
        if not agrees(case["printed"], change(case)):
            yield f"{case}: found {change(case):.6%}"
    for case in table.get("differs", ()):
        assert case["because"]
        found = compared(case)
        if not agrees(case["ours"], found) or agrees(case["printed"], found):
            yield f"{case}: found {found:.12g}"


def _differing_rates(table: Table) -> Iterator[str]:
    ours = shipped_money_tables().rates
    assert ("within" in table) == ("because" in table)
    for currency, year, printed in _entries(table.get("rates", {})):
        if not _is_near(table, printed, ours[currency][year]):
            yield f"{currency} {year}: printed {printed}, found {ours[currency][year]}"
    for currency, year, printed in _entries(table.get("euros", {})):
        if not _is_near(table, printed, 1 / ours[currency][year]):
            yield f"euros for one {currency} {year}: printed {printed}, found {1 / ours[currency][year]}"
    for currency, year, printed in _entries(table.get("wrong", {})):
        if agrees(printed, ours[currency][year]):
            yield f"{currency} {year}: {printed} agrees, though it is said to be wrong"


def _is_near(table: Table, printed: str, ours: float) -> bool:
    if "within" not in table:
        return agrees(printed, ours)
    return abs(float(printed) / ours - 1) <= number(table["within"])


def _differing_indices(table: Table) -> Iterator[str]:
    """Compare the ratios of an index: its base is free."""
    for currency, printed in table.get("indices", {}).items():
        ours = shipped_money_tables().deflators[currency]
        last = max(printed)
        for year, text in printed.items():
            scaled = ours[int(year)] / ours[int(last)] * float(printed[last])
            if not agrees(text, scaled):
                yield f"{currency} {year}: printed {text}, found {scaled}"


def _entries(rates: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, int, str]]:
    for currency, years in rates.items():
        yield from ((currency, int(year), printed) for year, printed in years.items())


def _pair(texts: Sequence[str]) -> tuple[float, float]:
    first, second = map(float, texts)
    return first, second


def converted(case: Table) -> float:
    """Bring an amount to the target year's prices, then into the target currency."""
    (of_price_year, of_target_year), (own, target) = _pair(case["index"]), _pair(case["rate"])
    factor = price_factor(of_target_year, of_price_year)
    return float(in_target_currency(in_target_prices(float(case["amount"]), factor), target, own))


def compared(case: Table) -> float:
    """Bring an amount to another currency and year by the tables that we ship."""
    (currency, price_year), (to, year) = case["from"], case["to"]
    comparison = Comparison(to, int(year), shipped_money_tables())
    how = conversion(currency, int(price_year), comparison)
    return comparable_amount(float(case["amount"]), how)


def change(case: Table) -> float:
    """Give the change of prices between two indices, by the year where years are told."""
    before, after = _pair(case["index"])
    whole = price_factor(after, before) - 1
    return float(annualised_roi(whole, float(case["years"])) if "years" in case else whole)
