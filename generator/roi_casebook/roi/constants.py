"""Constants of the formula language, each with its unit: nothing is converted without being written."""

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
