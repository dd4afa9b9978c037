"""What counts as use of an input: a formula that names it, and no word of a text; in which units."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.reading.sound_cases import told

WRITTEN = Path(__file__).parents[2] / "invalid_cases/context-used.yml"


def a_charity() -> dict[str, Any]:
    written: dict[str, Any] = yaml.safe_load(WRITTEN.read_text(encoding="utf-8"))
    return written


def test_a_word_of_a_label_uses_no_number_for_context() -> None:
    raw = a_charity()
    raw["inputs"]["gifts"].pop("context")
    raw["inputs"]["growth"] = {"value": "3%", "unit": "share", "context": "yes", "source": "report"}
    raw["benefits"]["text_gifts"]["label"] = "The growth of gifts"
    assert told(raw, "context_used", "unused_input") == []
    raw["benefits"]["text_gifts"]["amount"] = "gifts * growth"
    assert [finding.path for finding in told(raw, "context_used")] == [
        ("inputs", "growth", "context")
    ]


@pytest.mark.parametrize("years", [0, 3])
@pytest.mark.parametrize(("unit", "fits"), [("GBP", True), ("GBP/year", True), ("USD", False)])
def test_a_revenue_is_money_or_money_a_year(unit: str, years: int, *, fits: bool) -> None:
    """A case of less than a year has no yearly amounts; what the organisation takes in is yearly all the same."""
    raw = a_charity()
    raw["inputs"]["gifts"].pop("context")
    raw["inputs"]["takings"] = {"value": 90_000, "unit": unit, "source": "report"}
    raw["organisation"]["revenue"] = "takings"
    raw["period"]["years"] = years
    found = [each for each in told(raw, "wrong_unit") if each.path == ("organisation", "revenue")]
    assert (found == []) is fits
    if not fits:
        assert found[0].message.endswith("expected GBP or GBP/year")
