"""What leads a case: the strongest kind of finding that it has, with its own locks.

A return or a net present value that can be stated; else a published return, as claimed; else social
value whose proxies somebody else gives; else a published return of social value; else what an
outcome or impact cost, or what a source says that it cost; else the soft results; else nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from roi_casebook.appraisal.appraise import Appraisal, AppraisedCase
from roi_casebook.appraisal.claims.claimed_lane import counts_social_value_alone
from roi_casebook.appraisal.claims.published import claimed_cost_of_result, claimed_return
from roi_casebook.appraisal.claims.verdict import Verdict
from roi_casebook.appraisal.evidence.grounds import grounds_of
from roi_casebook.appraisal.evidence.locks import Locks, locks_of_claim
from roi_casebook.appraisal.evidence.money_grade import level_of
from roi_casebook.appraisal.evidence.ratings import Evidence
from roi_casebook.appraisal.evidence.result_locks import locks_of_result
from roi_casebook.appraisal.evidence.soft_evidence import SoftEvidence
from roi_casebook.case.measured import Stage
from roi_casebook.config import Thresholds
from roi_casebook.roi.figure_table import FIGURES, NPV, ROI

LeadKind = Literal["money", "claim", "social", "cost_per_result", "soft"]


@dataclass(frozen=True)
class LeadingFinding:
    """What leads, None where nothing does; with its locks, and the claim or soft result that it is."""

    kind: LeadKind | None
    locks: Locks
    which: str | None = None


@dataclass(frozen=True)
class Findings:
    """What a case has found, of each kind, judged."""

    appraised: AppraisedCase
    evidence: Evidence
    verdicts: Mapping[str, Verdict]
    social_locks: Mapping[str | None, Locks]
    soft: Mapping[str, SoftEvidence]
    thresholds: Thresholds


def what_leads(found: Findings) -> LeadingFinding:
    """Give what leads a case."""
    return next(_in_order(found), LeadingFinding(None, _locks_without_a_lead(found)))


def _locks_without_a_lead(found: Findings) -> Locks:
    """Give the locks of what was counted, though it leads nothing: of social value where that is all."""
    reading = found.appraised.leading.reading
    is_social = counts_social_value_alone(found.appraised, reading)
    return found.social_locks[reading] if is_social else found.evidence.locks


def _in_order(found: Findings) -> Iterator[LeadingFinding]:
    figures = found.appraised.leading.figures
    if any(figures[name].value is not None for name in (ROI, NPV)):
        yield LeadingFinding("money", found.evidence.locks)
    yield from _claimed(found, claimed_return(found.appraised, found.verdicts))
    social = found.appraised.social.get(found.appraised.leading.reading)
    if social is not None and _is_priced_by_others(found, social):
        yield LeadingFinding("social", found.social_locks[social.reading])
    if social is None or not _is_stated(social):
        yield from _claimed(found, claimed_return(found.appraised, found.verdicts, "social"))
    yield from _result(found)
    yield from _claimed(found, claimed_cost_of_result(found.appraised, found.verdicts))
    yield from _soft(found)


def _result(found: Findings) -> Iterator[LeadingFinding]:
    """Give the result whose cost leads, with its effect's locks and the cost's money."""
    leads = found.appraised.leading_result
    effect = None if leads is None else found.soft[leads.soft].locks
    if leads is not None and effect is not None:
        locks = locks_of_result(found.appraised.case, leads, effect, found.thresholds)
        yield LeadingFinding("cost_per_result", locks, leads.soft)


def _claimed(found: Findings, claim: str | None) -> Iterator[LeadingFinding]:
    """Give a published result, as claimed."""
    if claim is not None:
        source = found.appraised.case.claims[claim].source
        yield LeadingFinding("claim", locks_of_claim(source, found.thresholds), claim)


def _is_stated(social: Appraisal) -> bool:
    """Tell whether social value can be stated: what others gained, beside what it cost."""
    return any(
        figure.value is not None and not FIGURES[name].is_cost
        for name, figure in social.figures.items()
    )


def _is_priced_by_others(found: Findings, social: Appraisal) -> bool:
    """Tell whether social value can be stated, and no proxy of it is a guess of ours or of a list."""
    if not _is_stated(social):
        return False
    case, least = found.appraised.case, found.thresholds["proxy_at_least"].value
    numbers = grounds_of(case, social, found.thresholds).sway.numbers.values()
    proxies = [number for number in numbers if number.is_money and number.in_result]
    return all(level_of(case, number, found.thresholds) >= least for number in proxies)


def _soft(found: Findings) -> Iterator[LeadingFinding]:
    """Give the soft result that leads: measured before told, then furthest along the chain, then surest."""
    results = found.appraised.case.soft
    counted = [
        (name, judged, judged.locks)
        for name, judged in found.soft.items()
        if judged.counts and judged.locks is not None
    ]
    stages = get_args(Stage)
    best = max(
        counted,
        key=lambda one: (
            one[1].value is not None,
            stages.index(results[one[0]].stage),
            one[2].count,
        ),
        default=None,
    )
    if best is not None:
        yield LeadingFinding("soft", best[2], best[0])
