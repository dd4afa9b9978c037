"""A case judged whole: its appraisals, how far they can be trusted, what its sources claim."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property

from roi_casebook.appraisal.appraise import Appraisal, AppraisedCase, appraise
from roi_casebook.appraisal.basis import Basis
from roi_casebook.appraisal.claims.implied import Implied, implied_by_claims
from roi_casebook.appraisal.claims.judged_claims import verdicts
from roi_casebook.appraisal.claims.published import Published, largest_published
from roi_casebook.appraisal.claims.verdict import Verdict
from roi_casebook.appraisal.conditions import Conditions, conditions
from roi_casebook.appraisal.cost_per_result import CostPerResult, leading_of
from roi_casebook.appraisal.evidence.effect_time import with_usual_time
from roi_casebook.appraisal.evidence.grounds import grounds_of
from roi_casebook.appraisal.evidence.locks import Locks, locks_of_money
from roi_casebook.appraisal.evidence.ratings import (
    Evidence,
    Verification,
    evidence_of,
    verification_of,
)
from roi_casebook.appraisal.evidence.result_locks import locks_of_result
from roi_casebook.appraisal.evidence.soft_evidence import SoftEvidence, SoftJudge, soft_evidence
from roi_casebook.appraisal.leading import Findings, LeadingFinding, what_leads
from roi_casebook.case import Case
from roi_casebook.config import SiteConfig, Thresholds, Vocabulary
from roi_casebook.roi.figure_table import COST_PER_RESULT, NPV, ROI
from roi_casebook.roi.scenarios import BridgeStep


@dataclass(frozen=True, eq=False)
class JudgedCase(AppraisedCase):
    """An appraised case with its evidence, that of each soft result, and the verdict on each claim.

    beyond: the readings whose own return is above what hardly any investment brings; social_locks:
    how strong the evidence for the social value of each reading is; leads: what leads, with its locks;
    result_locks: those of what each result that is counted cost, by reading and id.
    """

    evidence: Evidence
    soft_evidence: Mapping[str, SoftEvidence]
    verdicts: Mapping[str, Verdict]
    beyond: frozenset[str | None]
    social_locks: Mapping[str | None, Locks]
    leads: LeadingFinding
    result_locks: Mapping[str | None, Mapping[str, Locks]]

    def locks_of(self, appraisal: Appraisal) -> Locks:
        """Give the locks of one of its appraisals: social value has its own."""
        is_social = appraisal.basis.lane == "social"
        return (self.social_locks if is_social else self.evidence.readings)[appraisal.reading]

    def locks_that_lead(self, reading: str | None) -> Locks:
        """Give the locks of what leads a reading: its result in money, else what stands for it."""
        if reading == self.leading.reading:
            return self.leads.locks
        if (one := self.result_that_leads(reading)) is not None:
            return self.result_locks[reading][one.soft]
        if self.leads.kind == "social" and reading in self.social_locks:
            return self.social_locks[reading]
        return self.evidence.readings[reading]

    def result_that_leads(self, reading: str | None) -> CostPerResult | None:
        """Give the result whose cost leads a reading; None where something else does, or nothing.

        What leads the case leads the reading that leads; another reading leads by such a cost where
        neither its return nor its social value can be stated.
        """
        if reading == self.case.leading_reading():
            return self.leading_result if self.leads.kind == COST_PER_RESULT else None
        money, others = self.readings[reading], self.social.get(reading)
        stated = any(money.figures[name].value is not None for name in (ROI, NPV))
        found = None if stated or others else leading_of(self.per_result[reading], self.case)
        return found if found and found.soft in self.result_locks[reading] else None

    @property
    def leading_basis(self) -> Basis:
        """What the figures rest on that lead: those of social value where these do."""
        leads = self.leading
        return (self.social[leads.reading] if self.leads.kind == "social" else leads).basis

    @cached_property
    def conditions(self) -> Mapping[str | None, Conditions]:
        """What would have to be true in each reading: sought once, for all languages."""
        return {one.reading: conditions(self, one) for one in self.readings.values()}

    @cached_property
    def published(self) -> Mapping[str | None, Published]:
        """The published return beside that of each reading, where there are both."""
        found = {
            name: self._published(found.bridge, self.readings[name].flows.years)
            for name, found in self.conditions.items()
        }
        return {name: one for name, one in found.items() if one is not None}

    @cached_property
    def implied(self) -> Mapping[str, Implied]:
        """What claimed ratios imply of the side that is not known, by the ids of their claims."""
        return implied_by_claims(self, self.verdicts)

    def _published(self, bridge: tuple[BridgeStep, ...], years: int) -> Published | None:
        if not bridge or bridge[0].costs <= 0:
            return None
        return largest_published(self, self.verdicts, bridge[0].costs, years)


def judge(
    slug: str, case: Case, config: SiteConfig, vocabulary: Vocabulary, thresholds: Thresholds
) -> JudgedCase:
    """Appraise a case that `reading` found sound, judge its evidence, and hold its claims against it."""
    case = with_usual_time(case, vocabulary)
    appraised = appraise(slug, case, config, vocabulary)
    social_locks = {
        name: locks_of_money(grounds_of(case, appraisal, thresholds), thresholds)
        for name, appraisal in appraised.social.items()
    }
    found = Findings(
        appraised,
        evidence_of(case, appraised.readings, thresholds, appraised.social),
        verdicts(appraised, thresholds),
        social_locks,
        _of_soft_results(appraised, vocabulary, thresholds),
        thresholds,
    )
    leads = what_leads(found)
    return JudgedCase(
        **{field.name: getattr(appraised, field.name) for field in fields(appraised)},
        evidence=replace(found.evidence, verification=_verified(found, leads)),
        soft_evidence=found.soft,
        verdicts=found.verdicts,
        beyond=frozenset(_beyond(appraised, thresholds)),
        social_locks=social_locks,
        leads=leads,
        result_locks=_of_results(found),
    )


def _verified(found: Findings, leads: LeadingFinding) -> Verification:
    """Say how far the numbers are verified on which what leads rests."""
    appraised = found.appraised
    lane = appraised.social if leads.kind == "social" else appraised.readings
    grounds = grounds_of(appraised.case, lane[found.evidence.leading], found.thresholds)
    is_soft = leads.kind in {"soft", COST_PER_RESULT}
    return verification_of(grounds, grounds.case.soft[leads.which or ""] if is_soft else None)


def _of_results(found: Findings) -> Mapping[str | None, Mapping[str, Locks]]:
    """Give the locks of what each result cost of which the effect has some."""
    return {
        reading: {
            name: locks_of_result(found.appraised.case, one, effect, found.thresholds)
            for name, one in results.items()
            if one.flows is not None and (effect := found.soft[name].locks) is not None
        }
        for reading, results in found.appraised.per_result.items()
    }


def judged_cases(
    cases: Mapping[str, Case], config: SiteConfig, vocabulary: Vocabulary, thresholds: Thresholds
) -> tuple[JudgedCase, ...]:
    """Judge the cases of a site by slug, in their order."""
    return tuple(judge(slug, case, config, vocabulary, thresholds) for slug, case in cases.items())


def _of_soft_results(
    judged: AppraisedCase, vocabulary: Vocabulary, thresholds: Thresholds
) -> Mapping[str, SoftEvidence]:
    return soft_evidence(
        SoftJudge(
            slug=judged.slug,
            case=judged.case,
            leading=judged.leading,
            amounts=judged.amounts,
            values=judged.soft,
            measures=vocabulary.measures,
            thresholds=thresholds,
        )
    )


def _beyond(appraised: AppraisedCase, thresholds: Thresholds) -> Iterator[str | None]:
    """Give the readings whose return is as doubtful as it would be in a claim."""
    most = thresholds["claim_roi_doubtful"].value
    for name, appraisal in appraised.readings.items():
        if (appraisal.figures[ROI].value or 0.0) > most:
            yield name
