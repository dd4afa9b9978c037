"""Constants of the formula language, each with its unit: nothing is converted without being written.

Spans of time in months: in which units a time may be stated, and how long each of them is.
"""

from collections.abc import Mapping
from types import MappingProxyType

CONSTANTS: dict[str, tuple[float, str]] = {
    "seconds_per_minute": (60.0, "second/minute"),
    "seconds_per_hour": (3600.0, "second/hour"),
    "minutes_per_hour": (60.0, "minute/hour"),
    "hours_per_day": (24.0, "hour/day"),
    "days_per_week": (7.0, "day/week"),
    "days_per_year": (365.0, "day/year"),
    "weeks_per_year": (52.0, "week/year"),
    "months_per_year": (12.0, "month/year"),
    "quarters_per_year": (4.0, "quarter/year"),
}


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
