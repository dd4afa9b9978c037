"""The time to effect of a case that states none: the usual one of its measures or its packs.

The longest of them stands in its place, as an input with its reason, and says whose it is.
"""

from roi_casebook.case import Case
from roi_casebook.case.inputs import UsualTime
from roi_casebook.config import Pack, Vocabulary


def with_usual_time(case: Case, vocabulary: Vocabulary) -> Case:
    """Give a case with a time to effect, where it states none and such work has a usual one."""
    if case.time_to_effect_is_known:
        return case
    usual = vocabulary.usual_time(
        case.initiative.kind,
        case.organisation.sector,
        (line.measure for line in case.benefits.values()),
    )
    if usual is None:
        return case
    why = usual.why if isinstance(usual, Pack) else usual.definition
    stands = UsualTime(
        value=usual.months_to_effect, unit="month", assumption=why, usual_for=usual.label
    )
    return case.model_copy(update={"time_to_effect": stands})
