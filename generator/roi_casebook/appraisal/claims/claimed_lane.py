"""Of which lane a claim speaks: money in the accounts, or social value.

A claim says so itself, or by its kind. Where it says nothing, and what it speaks of counts social
value alone, no money can be meant: an appraisal of social value prints its ratio as any other does.
"""

from roi_casebook.appraisal.claims.bases import SOCIALLY
from roi_casebook.appraisal.claims.claimed import CaseOfClaims, inherited
from roi_casebook.case.claims import ClaimedLane

SOCIAL_BY_NAME = "sroi"


def lane_of(judged: CaseOfClaims, name: str) -> ClaimedLane:
    """Give the lane of which a claim speaks."""
    claim = inherited(judged.case, name)
    what = claim.says.what
    if what == SOCIAL_BY_NAME:
        return "social"
    if claim.says.lane is not None:
        return claim.says.lane
    is_meant = what in SOCIALLY and counts_social_value_alone(
        judged, claim.reading or judged.case.leading_reading()
    )
    return "social" if is_meant else "hard"


def counts_social_value_alone(judged: CaseOfClaims, reading: str | None) -> bool:
    """Tell a reading whose benefits are all social value."""
    money = judged.readings.get(reading)
    has_money = money is None or money.flows.benefits or money.flows.balances
    return reading in judged.social and not has_money
