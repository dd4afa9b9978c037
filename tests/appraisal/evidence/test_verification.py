"""Verification: the least verified number of a source decides; a check lifts them all."""

from typing import Any

import pytest

from roi_casebook.appraisal import JudgedCase, judge
from roi_casebook.appraisal.evidence.grounds import LedgerFact
from roi_casebook.case import Case
from tests.appraisal.judged_case import SITE, a_case, evidence_with, real_evidence, real_site

CHECK = {
    "role": "auditor",
    "name": "A. Auditor",
    "date": "2024-05-01",
    "saw": "the books of 2022",
    "covers": "all",
}


def judged(slug: str, case: Case) -> JudgedCase:
    site = real_site()
    return judge(slug, case, SITE, site.vocabulary, site.thresholds)


def level_with(changes: dict[str, Any]) -> int:
    return evidence_with({"sources.paper.kind": "academic", **changes}).verification.level


def test_the_least_verified_number_decides() -> None:
    verification = evidence_with({"sources.paper.kind": "academic"}).verification
    assert (verification.level, verification.facts) == (2, (LedgerFact("input", "gained"),))


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ({"sources.paper.kind": "annual-report"}, 3),
        ({"sources.paper.kind": "official-statistics"}, 3),
        ({"sources.paper.kind": "press"}, 1),
        ({"sources.paper.kind": "vendor"}, 1),
        ({"sources.paper.read_at": "unknown"}, 0),
        ({"sources.paper.read_at": "unknown", "people.checked": CHECK}, 3),
        ({"sources.paper.read_at": "unknown", "people.checked": {**CHECK, "role": "editor"}}, 2),
        (
            {"sources.paper.read_at": "unknown", "people.checked": {**CHECK, "covers": ["gained"]}},
            3,
        ),
        # What a check does not cover, it does not lift.
        ({"sources.paper.read_at": "unknown", "people.checked": {**CHECK, "covers": ["wage"]}}, 0),
        # Who stays unnamed, or says neither when nor what, answers for nothing.
        ({"sources.paper.read_at": "unknown", "people.checked": {**CHECK, "name": None}}, 0),
        ({"sources.paper.read_at": "unknown", "people.checked": {**CHECK, "date": None}}, 0),
        ({"sources.paper.read_at": "unknown", "people.checked": {**CHECK, "saw": None}}, 0),
        ({"sources.paper.read_at": "unknown", "people.checked": {**CHECK, "role": "payer"}}, 0),
        # What an assumption of our own makes of the result, nobody has verified.
        ({"inputs.gained": {"value": 3500, "unit": "EUR", "assumption": "usual"}}, 0),
        # An assumption of our own about the costs is declared; there is no number of others to verify.
        ({"inputs.wage": {"value": 30, "unit": "EUR/hour", "assumption": "usual"}}, 2),
        ({"costs": {}, "benefits": {}}, 0),
    ],
)
def test_what_verifies(changes: dict[str, Any], level: int) -> None:
    assert level_with(changes) == level


def test_a_check_is_named_where_it_lifts() -> None:
    closed = {"sources.paper.read_at": "unknown", "sources.ledger.read_at": "unknown"}
    lifted = evidence_with({**closed, "people.checked": CHECK}).verification
    assert lifted.facts == (LedgerFact("role", "auditor"),)
    beside = evidence_with({"people.checked": CHECK}).verification
    assert LedgerFact("role", "auditor") not in beside.facts


def test_what_cites_a_closed_source_is_not_unsourced() -> None:
    assert evidence_with({"sources.paper.read_at": "unknown"}).verification.word == "not_opened"
    assumed = {"inputs.gained": {"value": 3500, "unit": "EUR", "assumption": "usual"}}
    assert evidence_with(assumed).verification.word == "0"


def test_the_real_cases_are_published_or_less() -> None:
    # Third Sector, The Register and a copy of IBM's post print what the payers say.
    for slug in ("depaul-ihobo", "need-a-cake", "ibm-enterprise-tagging", "ibm-internal-blogs"):
        assert real_evidence(slug).verification.level == 1
    # Not a number of cost or gain is given.
    assert real_evidence("foiled-cupcakes").verification.level == 0


@pytest.mark.parametrize(
    ("slug", "level", "word"),
    [
        ("edmunds-paid-search", 2, "2"),
        ("yahoo-retailer-trial", 2, "2"),
        ("foiled-cupcakes", 0, "0"),  # no number of what leads is given
    ],
)
def test_the_numbers_of_the_soft_result_that_leads_are_those_to_verify(
    slug: str, level: int, word: str
) -> None:
    found = judged(slug, real_site().cases[slug]).evidence.verification
    assert (found.level, found.word) == (level, word)


def test_what_a_soft_result_was_before_is_verified_too() -> None:
    """After is in an opened annual report, before in nothing: as far as the least verified."""
    before = {"value": 3, "unit": "point", "assumption": "as usual"}
    after = {"value": 5, "unit": "point", "source": "ledger", "quote": "5"}
    soft = {"soft.trust.result": "after", "soft.trust.looked": None}
    sourced = {"costs": {}, "benefits": {}, "inputs.after": after, **soft}
    assert judged("trial", a_case(sourced)).evidence.verification.level == 3
    against = {**sourced, "inputs.before": before, "soft.trust.baseline": "before"}
    assert judged("trial", a_case(against)).evidence.verification.facts == (
        LedgerFact("input", "before"),
    )
