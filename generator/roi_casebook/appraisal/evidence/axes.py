"""The evidence of a case: five axes side by side, never multiplied into one.

How strong (locks, by reading), who verified, which way it points, how ripe, how fully reported.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from roi_casebook.appraisal.evidence.direction import Direction, direction_of
from roi_casebook.appraisal.evidence.grounds import Judged, grounds_of
from roi_casebook.appraisal.evidence.locks import Locks, locks_of
from roi_casebook.appraisal.evidence.maturity import Maturity, maturity_of
from roi_casebook.appraisal.evidence.reporting import Reporting, reporting_of
from roi_casebook.appraisal.evidence.verification import Verification, verification_of
from roi_casebook.case import Case
from roi_casebook.config import Thresholds


@dataclass(frozen=True)
class Evidence:
    """How far a case can be trusted.

    leading: the reading that leads, of which all but `readings` and `direction` speak; readings:
    the locks of each.
    """

    leading: str | None
    readings: Mapping[str | None, Locks]
    verification: Verification
    direction: Direction
    maturity: Maturity
    reporting: Reporting

    @property
    def locks(self) -> Locks:
        """The locks of the reading that leads."""
        return self.readings[self.leading]


def evidence_of(
    case: Case,
    readings: Mapping[str | None, Judged],
    thresholds: Thresholds,
    social: Mapping[str | None, Judged] = MappingProxyType({}),
) -> Evidence:
    """Judge the evidence of a case over the appraisals of its readings.

    social: those of social value, which the checklist asks for too. What was measured too early
    points nowhere yet.
    """
    leading = case.leading_reading()
    grounds = grounds_of(case, readings[leading])
    maturity = maturity_of(grounds, thresholds)
    return Evidence(
        leading=leading,
        readings=MappingProxyType(
            {
                name: locks_of(grounds_of(case, appraisal), thresholds)
                for name, appraisal in readings.items()
            }
        ),
        verification=verification_of(grounds),
        direction="unknown" if maturity.suppresses_headline else direction_of(readings, leading),
        maturity=maturity,
        reporting=reporting_of(grounds_of(case, readings[leading], social.get(leading))),
    )
