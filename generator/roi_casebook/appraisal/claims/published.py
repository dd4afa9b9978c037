"""The published return with which a bridge begins: of the claims that name one, the largest.

A claim gives a ratio or a sum. Where its source names no cost of its own, the other one is reckoned
on the gross cost of the reading, and the bridge says so. What cannot or hardly can be true begins no
bridge, nor what speaks of a part of the cost or of the result.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from roi_casebook.appraisal.claims.bases import CLAIMABLE, RATIOS, RETURNS, SOCIALLY
from roi_casebook.appraisal.claims.claim_units import (
    BALANCES,
    is_by_the_year,
    is_pure,
    is_sum_of_money,
    unit_named,
)
from roi_casebook.appraisal.claims.claimed import CaseOfClaims, inherited
from roi_casebook.appraisal.claims.claimed_lane import lane_of
from roi_casebook.appraisal.claims.result_claimed import KIND as RESULT_KIND
from roi_casebook.appraisal.claims.verdict import UNTRUE, Verdict
from roi_casebook.case import Case, Claim
from roi_casebook.case.claims import ClaimedLane
from roi_casebook.roi import quantities
from roi_casebook.roi.figure_table import FIGURES, MONEY_FIGURES
from roi_casebook.roi.figures import leaving
from roi_casebook.roi.quantities import implied_gain_of_ratio, implied_gain_of_return

SUMS = frozenset({"benefit", "revenue"})
RETURN_KINDS = BALANCES | {
    kind for name in RETURNS if name in MONEY_FIGURES for kind in CLAIMABLE[name].kinds
}
"""The kinds of claim that name a return in money, or what is left of it."""
SOCIAL_RETURN_KINDS = frozenset(
    kind
    for kind, name in SOCIALLY.items()
    if not (FIGURES[name].is_cost or FIGURES[name].is_benefit)
)
"""The kinds of claim that name a return in social value, or what is left of it."""


@dataclass(frozen=True)
class Published:
    """A published return: the id of its claim, and what it comes to, undiscounted.

    has_own_cost: the source itself gives the cost; else it is the gross cost of the reading.
    """

    claim: str
    npv: float
    roi: float
    has_own_cost: bool


def largest_published(
    judged: CaseOfClaims, verdicts: Mapping[str, Verdict], gross_cost: float, years: int
) -> Published | None:
    """Give the largest return that a source names; the first of equal ones; None where none does."""
    found = tuple(_returns(judged, verdicts, gross_cost, years))
    return max(found, key=lambda one: one.roi, default=None)


def claimed_return(
    judged: CaseOfClaims, verdicts: Mapping[str, Verdict], lane: ClaimedLane = "hard"
) -> str | None:
    """Give the first claim of a return of the whole that may be true; None where there is none."""
    kinds = RETURN_KINDS if lane == "hard" else SOCIAL_RETURN_KINDS
    return next(_that_may_be_true(judged, verdicts, kinds, lane), None)


def claimed_cost_of_result(judged: CaseOfClaims, verdicts: Mapping[str, Verdict]) -> str | None:
    """Give the first claim of what a result cost of which we know too little to compute it."""
    found = _that_may_be_true(judged, verdicts, frozenset({RESULT_KIND}), "hard")
    return next((name for name in found if verdicts[name].state == "not_computable"), None)


def _that_may_be_true(
    judged: CaseOfClaims,
    verdicts: Mapping[str, Verdict],
    kinds: AbstractSet[str],
    lane: ClaimedLane,
) -> Iterator[str]:
    """Give the claims of some kinds that speak of the whole, with a number."""
    for name, claim in judged.case.claims.items():
        if (
            speaks_of_the_whole(judged, name, lane)
            and claim.says.what in kinds
            and claim.says.number is not None
            and verdicts[name].state not in UNTRUE
        ):
            yield name


def speaks_of_the_whole(judged: CaseOfClaims, name: str, lane: ClaimedLane = "hard") -> bool:
    """Tell whether a claim speaks of all that the initiative cost and brought, in that lane."""
    claim = inherited(judged.case, name)
    is_whole = claim.says.of == "initiative" and claim.scope is None
    return is_whole and lane_of(judged, name) == lane


def _returns(
    judged: CaseOfClaims, verdicts: Mapping[str, Verdict], gross_cost: float, years: int
) -> Iterator[Published]:
    case = judged.case
    for name, claim in case.claims.items():
        if speaks_of_the_whole(judged, name) and verdicts[name].state not in UNTRUE:
            cost = _own_cost(case, claim)
            back = _back(case, claim, cost or gross_cost, years)
            if back is not None:
                yield _published(name, back, cost or gross_cost, has_own_cost=cost is not None)


def _published(name: str, back: float, cost: float, *, has_own_cost: bool) -> Published:
    return Published(
        name,
        leaving(quantities.npv(back, cost, 0.0)),
        leaving(quantities.roi(back, cost)),
        has_own_cost,
    )


def _own_cost(case: Case, claim: Claim) -> float | None:
    """Give the cost of which a source makes its ratio, where it is a sum of the case's money."""
    return _sum(case, case.claims[claim.parts.cost], years=0) if claim.parts else None


def _back(case: Case, claim: Claim, cost: float, years: int) -> float | None:
    """Give what came back in all by a claim, None where it names no return."""
    says = claim.says
    if says.what in RATIOS and is_pure(_pure(says.unit)) and says.number is not None:
        implied = implied_gain_of_return if RATIOS[says.what] == "net" else implied_gain_of_ratio
        return float(implied(cost, says.number))
    return _sum(case, claim, years) if says.what in SUMS else None


def _pure(unit: str) -> tuple[tuple[str, int], ...]:
    return () if unit == "share" else unit_named(unit)


def _sum(case: Case, claim: Claim, years: int) -> float | None:
    """Give a sum of the case's money; what is said of a year only where the horizon is no longer."""
    says, unit = claim.says, unit_named(claim.says.unit)
    is_whole = not is_by_the_year(unit) or years <= 1
    if says.number is None or not is_whole or not is_sum_of_money(unit, case.money.currency):
        return None
    return says.number
