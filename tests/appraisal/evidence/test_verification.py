"""Verification: the least verified number of a source decides; a check lifts them all."""

from typing import Any

import pytest

from roi_casebook.appraisal.evidence.grounds import LedgerFact
from tests.appraisal.judged_case import STRONGEST, evidence_with, real_evidence


def level_with(changes: dict[str, Any]) -> int:
    return evidence_with(changes).verification.level


def test_the_least_verified_number_decides() -> None:
    verification = evidence_with().verification
    assert (verification.level, verification.facts) == (2, (LedgerFact("input", "gained"),))


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ({"sources.paper.kind": "annual-report"}, 3),
        ({"sources.paper.kind": "official-statistics"}, 3),
        ({"sources.paper.kind": "press"}, 1),
        ({"sources.paper.kind": "vendor"}, 1),
        ({"sources.paper.read_at": "unknown"}, 0),
        ({"sources.paper.kind": "press", "people.checked": {"role": "auditor", "name": "A"}}, 3),
        ({"sources.paper.kind": "press", "people.checked": {"role": "editor", "name": "E"}}, 2),
        # Who stays unnamed answers for nothing.
        ({"sources.paper.kind": "press", "people.checked.role": "editor"}, 1),
        ({"sources.paper.kind": "press", "people.checked.role": "payer"}, 1),
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
    auditor = {"role": "auditor", "name": "A"}
    changes = {"sources.paper.kind": "press", "people.checked": auditor}
    assert evidence_with(changes).verification.facts == (LedgerFact("role", "auditor"),)
    filed = {**STRONGEST["sources"]["paper"], "kind": "annual-report"}
    beside = {"sources.paper": filed, "people.checked": auditor}
    assert LedgerFact("role", "auditor") not in evidence_with(beside).verification.facts


def test_the_real_cases_are_published_or_less() -> None:
    # Third Sector, The Register and a copy of IBM's post print what the payers say.
    for slug in ("depaul-ihobo", "need-a-cake", "ibm-enterprise-tagging", "ibm-internal-blogs"):
        assert real_evidence(slug).verification.level == 1
    # Not a number of cost or gain is given.
    assert real_evidence("foiled-cupcakes").verification.level == 0
