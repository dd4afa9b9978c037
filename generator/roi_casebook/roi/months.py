"""Spans of time in months: in which units a time may be stated, and how long each of them is."""

from collections.abc import Mapping
from types import MappingProxyType

from roi_casebook.roi.constants import CONSTANTS

DAYS_PER_YEAR = 365.25
MONTHS_PER_YEAR = CONSTANTS["months_per_year"][0]
MONTHS: Mapping[str, float] = MappingProxyType(
    {"month": 1.0, "year": MONTHS_PER_YEAR}
    | {
        unit: MONTHS_PER_YEAR / CONSTANTS[f"{unit}s_per_year"][0]
        for unit in ("quarter", "week", "day")
    }
)
"""How many months each unit of time is."""
