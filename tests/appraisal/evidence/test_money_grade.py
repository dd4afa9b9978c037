"""The money of a result: where its numbers stand, which of them decide, and what leads a case."""

from typing import Any

import pytest

from roi_casebook.appraisal import judge
from roi_casebook.appraisal.evidence.grounds import LedgerFact
from roi_casebook.config import Vocabulary
from roi_casebook.shipped.thresholds import shipped_thresholds
from tests.appraisal.evidence.test_verification import CHECK
from tests.appraisal.judged_case import SITE, a_case, evidence_with

CLOSED = {"sources.paper.read_at": "unknown"}


def money(changes: dict[str, Any]) -> int | None:
    return evidence_with(changes).locks.money


OF_PAPER = {"likely": 3500, "unit": "EUR", "source": "paper"}
INTERVAL = {**OF_PAPER, "low": 2100, "high": 4900, "ends": "p2.5-p97.5"}
ERROR = {**OF_PAPER, "se": 700}


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ({}, 5),
        ({"sources.paper.kind": "academic", "sources.paper.peer_reviewed": "yes"}, 4),
        ({"sources.paper.kind": "academic"}, 3),
        ({"sources.ledger.kind": "company-statement"}, 3),  # what it spent
        ({"sources.paper.kind": "company-statement"}, 2),  # what it gained
        ({"sources.ledger.kind": "other", "sources.ledger.speaker": "payer"}, 3),
        ({"sources.paper.kind": "survey", "sources.paper.speaker": "independent-body"}, 3),
        ({"sources.paper.kind": "press"}, 2),
        ({"sources.paper.kind": "interview"}, 2),
        ({"sources.paper.kind": "list"}, 1),
        (CLOSED, 0),
        ({**CLOSED, "people.checked": CHECK}, 2),
        ({**CLOSED, "people.checked": {**CHECK, "covers": ["spent"]}}, 0),
        ({**CLOSED, "people.checked": {**CHECK, "name": None}}, 0),
        ({"inputs.gained.quote": "some thousand"}, 1),
        ({"inputs.gained.quote": "most often 3500"}, 1),  # the ends are ours
        ({"inputs.gained": {**INTERVAL, "quote": "3500 (95% CI 2100 to 4900)"}}, 5),
        ({"inputs.gained": {**INTERVAL, "quote": "3500 (p < 0.05)"}}, 1),
        ({"inputs.gained": {**ERROR, "quote": "3500 (SE 700)"}}, 5),
        ({"inputs.gained": {**ERROR, "quote": "about 3500"}}, 1),  # its error is ours
        ({"inputs.gained.assumption": "it seems"}, 1),
        ({"inputs.gained": {"value": 3500, "unit": "EUR", "assumption": "a guess"}}, 1),
        ({"benefits.sales.margin": {"value": "80%", "assumption": "usual"}}, 1),
    ],
)
def test_where_a_number_stands_gives_its_level(changes: dict[str, Any], level: int) -> None:
    assert money(changes) == level


@pytest.mark.parametrize(("wage", "level"), [(20, 5), (30, 1)])
def test_what_cannot_carry_the_result_does_not_count(wage: int, level: int) -> None:
    # Ten hours at a guessed wage beside 1000 spent and 3500 a year later at 10 %: 3182. At 20 the
    # guess moves 400 of 4382, at 30 600 of 4482: less and more than a tenth.
    guessed = {"value": wage, "unit": "EUR/hour", "assumption": "usual"}
    locks = evidence_with({"inputs.wage": guessed}).locks
    assert locks.money == level
    step = locks.ledger[-1]
    assert (step.id, step.most) == ("money", level)
    assert (LedgerFact("input", "gained") in step.facts) is (level == 5)
    assert LedgerFact("input", "wage") in step.facts


def test_the_lower_of_the_two_is_the_number_of_locks() -> None:
    by_money = evidence_with({"sources.paper.kind": "press"}).locks
    assert (by_money.effect, by_money.money, by_money.count) == (5, 2, 2)
    by_effect = evidence_with({"benefits.sales.without_it.design": "tracked"}).locks
    assert (by_effect.effect, by_effect.money, by_effect.count) == (1, 5, 1)


def test_a_range_of_money_that_is_too_wide_takes_a_lock() -> None:
    wide = {"low": 0, "likely": 1400, "high": 2800, "unit": "EUR", "source": "paper"}
    locks = evidence_with({"inputs.gained": {**wide, "quote": "0 to 2800, often 1400"}}).locks
    assert (locks.effect, locks.money) == (5, 4)
    assert locks.ledger[-1].id == "money_width"


# What leads --------------------------------------------------------------------------------------

UNKNOWN = {"benefits.sales.amount": "unknown", "benefits.sales.looked": "in the paper"}
CLAIM = {"says": {"what": "roi", "value": 3}, "quote": "300%", "source": "paper"}
EACH = {
    "says": {"what": "cost-per-result", "value": 12, "unit": "EUR/tree"},
    "quote": "12 a tree",
    "source": "paper",
}
MEASURED = {
    "soft.trust.result": "trusting",
    "soft.trust.design": "randomised",
    "inputs.trusting": {"value": "71%", "source": "paper", "quote": "71%"},
}


@pytest.mark.parametrize(
    ("changes", "kind", "locks"),
    [
        ({}, "money", 5),
        ({**UNKNOWN, "claims.back": CLAIM}, "claim", 0),
        ({**UNKNOWN, **MEASURED}, "soft", 5),
        ({**UNKNOWN, **MEASURED, "claims.back": CLAIM}, "claim", 0),
        ({**UNKNOWN, "claims.each": EACH}, "claim", 0),
        ({**UNKNOWN, **MEASURED, "claims.each": EACH}, "claim", 0),
        (UNKNOWN, None, 0),
    ],
)
def test_what_leads_brings_its_own_locks(
    changes: dict[str, Any], kind: str | None, locks: int
) -> None:
    found = judge("case", a_case(changes), SITE, Vocabulary(), shipped_thresholds()).leads
    assert (found.kind, found.locks.count) == (kind, locks)
