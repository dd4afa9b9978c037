"""For how much of the time that an effect needs it was observed.

The time to effect of a case that states none: the usual one of its measures or its packs.

The longest of them stands in its place, as an input with its reason, and says whose it is.
"""

from roi_casebook.case import Case, Input
from roi_casebook.case.inputs import UsualTime
from roi_casebook.config import Pack, Vocabulary
from roi_casebook.roi.constants import MONTHS


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


def with_usual_time(case: Case, vocabulary: Vocabulary) -> Case:
    """Give a case with a time to effect, where it states none and such work has a usual one."""
    if case.time_to_effect_is_known:
        return case
    usual = vocabulary.usual_time(
        case.initiative.kind,
        case.organisation.sector,
        (
            *(line.measure for line in case.benefits.values()),
            *(result.measure for result in case.soft.values()),
        ),
    )
    if usual is None:
        return case
    why = usual.why if isinstance(usual, Pack) else usual.definition
    stands = UsualTime(
        value=usual.months_to_effect, unit="month", assumption=why, usual_for=usual.label
    )
    return case.model_copy(update={"time_to_effect": stands})
