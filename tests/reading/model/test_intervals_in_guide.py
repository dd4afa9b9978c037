"""What the guide for editors tells of intervals and of claims without parts is what the model reads."""

import re
from pathlib import Path

import pytest
import yaml

from roi_casebook.case import Input, Says
from roi_casebook.roi.ranges import Range

GUIDE = (Path(__file__).parents[3] / "cases" / "README.md").read_text(encoding="utf-8")


def example(start: str) -> dict[str, object]:
    """Give the example of the guide that begins so: a mapping between back ticks."""
    found = re.search(rf"`({re.escape(start)}[^`]*)`", GUIDE)
    assert found is not None, start
    ((_, told),) = yaml.safe_load(found[1]).items()
    assert isinstance(told, dict)
    return told


def test_the_interval_of_the_guide_is_a_normal_range_with_its_printed_middle() -> None:
    stated = Input.model_validate(example("lift: {low: 2.1")).range()
    assert stated == Range(2.1, 4.3, 3.2, None, "p2.5-p97.5")
    assert stated.shape == "normal"
    assert stated.outer() == pytest.approx((2.48075, 3.91925), abs=5e-6)  # 1.1 * 1.28155 / 1.95996


def test_the_claim_of_the_guide_is_a_ratio() -> None:
    says = Says.model_validate(example("says: {what: roi"))
    assert (says.what, says.number, says.unit) == ("roi", 2.8, "share")
