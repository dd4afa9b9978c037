"""The schedules of discount rates that ship with the package, with their sources."""

from functools import cache

from roi_casebook.config import ShippedSchedule
from roi_casebook.roi.discounting.bands import Schedule
from roi_casebook.shipped.package_data import package_model, package_value
from roi_casebook.written.rates import StatedRate


@cache
def shipped_schedule(name: str) -> ShippedSchedule:
    """Read a schedule from the package's data. Errors: PackageDataError."""
    return package_model(ShippedSchedule, package_value("schedules", f"{name}.yml"))


def stated_rate(stated: StatedRate) -> float | Schedule:
    """Give the rate that is stated, or the schedule that is written or named."""
    if isinstance(stated.schedule, str):
        return Schedule(shipped_schedule(stated.schedule).years.bands, stated.schedule)
    return stated.schedule or stated.value or 0.0
