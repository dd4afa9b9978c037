"""For how much of the time that an effect needs it was observed."""

from roi_casebook.case import Case, Input
from roi_casebook.roi.months import MONTHS


def share_of_time_to_effect(case: Case) -> float | None:
    """Give the share of the time to effect for which results were observed, None where unknown."""
    return share_observed(months_observed(case), months_to_effect(case))


def share_observed(observed: float | None, needed: float | None) -> float | None:
    """Give the share of a time that was observed, None where one of the two is unknown."""
    return observed / needed if needed and needed > 0 and observed is not None else None


def months_observed(case: Case) -> float | None:
    """Give for how many months results were observed."""
    observed = case.period.observed_months
    return observed if isinstance(observed, float) else None


def months_to_effect(case: Case) -> float | None:
    """Give how many months such work needs to show effect, as the case states it."""
    stated = case.time_to_effect
    if not isinstance(stated, Input) or stated.unit not in MONTHS:
        return None
    value = stated.central()
    return value * MONTHS[stated.unit] if value is not None else None
