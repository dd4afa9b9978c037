"""Locks: the level of the design, what caps it, what is taken off, and the ledger of it."""

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.appraisal.evidence.grounds import LedgerFact
from roi_casebook.appraisal.evidence.locks import LedgerStep, Locks, counted
from roi_casebook.appraisal.evidence.weaknesses import CAPS, DEDUCTIONS, Weakness
from roi_casebook.case.designs import LEVELS, isolates
from roi_casebook.case.lines import Design
from roi_casebook.shipped.thresholds import shipped_thresholds
from tests.appraisal.evidence.test_verification import CHECK
from tests.appraisal.judged_case import GONE, STRONGEST, evidence_with, real_evidence

LINE = "benefits.sales"
WITHOUT_IT = f"{LINE}.without_it"


def locks_with(changes: dict[str, Any] | None = None) -> Locks:
    """Give the locks of the case, whose money stands in accounts and statistics."""
    return evidence_with(changes).locks


def lost(locks: Locks) -> list[tuple[str, int]]:
    return [(step.id, step.change) for step in locks.lost if step.kind != "money"]


def facts(locks: Locks, name: str) -> tuple[LedgerFact, ...]:
    (step,) = (step for step in locks.ledger if step.id == name)
    return step.facts


# The level ---------------------------------------------------------------------------------------


def test_a_trial_without_a_weakness_has_all_locks() -> None:
    locks = locks_with()
    assert (locks.count, locks.word, lost(locks)) == (5, "strong", [])
    assert not locks.is_unproven
    assert not locks.needs_range


def test_every_design_has_a_level() -> None:
    assert set(LEVELS) == set(get_args(Design))
    assert set(LEVELS.values()) == set(range(6))


@pytest.mark.parametrize("design", get_args(Design))
def test_the_design_gives_the_level(design: Design) -> None:
    locks = locks_with({f"{WITHOUT_IT}.design": design})
    assert locks.count == LEVELS[design]
    assert locks.ledger[0].facts == (LedgerFact("line", "sales"), LedgerFact("design", design))


def test_a_design_isolates_from_a_comparison_on() -> None:
    assert isolates("difference-in-differences")
    assert not isolates("unmatched-comparison")


def test_the_weakest_result_decides() -> None:
    tracked = {**STRONGEST["benefits"]["sales"], "amount": "more"}
    tracked["without_it"] = {"design": "tracked", "comparator": "nobody"}
    more = {"value": 10, "unit": "EUR", "source": "paper", "quote": "10"}
    locks = locks_with({"benefits.coupons": tracked, "inputs.more": more})
    assert locks.count == 1
    assert locks.ledger[0].facts == (LedgerFact("line", "coupons"), LedgerFact("design", "tracked"))


def test_a_result_that_nobody_knows_weakens_nothing() -> None:
    unknown = {
        "label": "Later sales",
        "measure": "contribution-margin",
        "amount": "unknown",
        "looked": "everywhere",
        "when": 2,
        "status": "forecast",
    }
    assert locks_with({"benefits.later": unknown}).count == 5


def test_that_nothing_came_back_is_a_result() -> None:
    nothing = {"value": 0, "unit": "EUR", "source": "paper", "quote": "nothing"}
    assert locks_with({"inputs.gained": nothing}).ledger[0].id == "design"


def test_without_a_result_there_is_nothing_to_lock() -> None:
    locks = locks_with({f"{LINE}.amount": "unknown", f"{LINE}.looked": "in the paper"})
    assert [step.id for step in locks.ledger] == ["no_result", "money"]
    assert (locks.count, locks.word, locks.is_unproven) == (0, "claim_only", True)


BALANCE = {"label": "All in all", "amount": "gained", "when": 0, "status": "observed"}


def test_a_balance_that_states_no_design_is_a_claim() -> None:
    locks = locks_with({"benefits": {}, "costs": {}, "net": {"all": BALANCE}})
    assert (locks.count, locks.word) == (0, "claim_only")
    assert locks.ledger[0].facts == (LedgerFact("line", "all"), LedgerFact("design", "none"))


def test_a_balance_that_was_compared_has_the_locks_of_its_design() -> None:
    compared = {"design": "randomised", "comparator": "those drawn to get no mail"}
    balance = {**BALANCE, "without_it": compared}
    assert locks_with({"benefits": {}, "costs": {}, "net": {"all": balance}}).count == 5


# Caps --------------------------------------------------------------------------------------------

NOT_OPENED = {"sources.paper.read_at": "unknown"}
ASSUMED = {
    "inputs.each": {"value": 2, "assumption": "a guess"},
    f"{LINE}.amount": "gained * each",
}


@pytest.mark.parametrize(
    ("changes", "cap", "left", "fact"),
    [
        ({"sources.paper.kind": "list"}, "second_hand", 0, LedgerFact("source", "paper")),
        (NOT_OPENED, "no_document", 0, LedgerFact("input", "gained")),
        (ASSUMED, "part_unreachable", 1, LedgerFact("input", "each")),
        (
            {"sources.ledger.read_at": "unknown"},
            "part_unreachable",
            1,
            LedgerFact("input", "staff_hours"),
        ),
        ({**NOT_OPENED, "people.checked": CHECK}, "seen_alone", 2, LedgerFact("input", "gained")),
        ({f"{LINE}.status": "forecast"}, "forecast", 1, LedgerFact("line", "sales")),
        ({"costs.campaign.status": "forecast"}, "forecast", 1, LedgerFact("line", "campaign")),
        ({"people.wrote.role": "agency"}, "vendor_written", 2, LedgerFact("role", "agency")),
        (
            {"sources.paper.kind": "vendor", "people.wrote.role": "journalist"},
            "vendor_written",
            2,
            LedgerFact("source", "paper"),
        ),
        ({"people.wrote.role": "unknown"}, "author_unknown", 2, LedgerFact("role", "unknown")),
        ({f"{LINE}.status": "modelled"}, "modelled", 2, LedgerFact("line", "sales")),
        ({"period.observed_months": 5}, "short_window", 2, LedgerFact("ratio", 5 / 6)),
    ],
)
def test_each_cap_leaves_its_locks(
    changes: dict[str, Any], cap: str, left: int, fact: LedgerFact
) -> None:
    locks = locks_with(changes)
    assert lost(locks) == [(cap, left - 5)]
    assert fact in facts(locks, cap)


@pytest.mark.parametrize(
    "changes",
    [
        # The payer's own award paper is a company's statement, not a vendor's.
        {"sources.paper.kind": "award-paper", "people.wrote.role": "payer"},
        # An experiment anchors the model, and its level says so already.
        {f"{LINE}.status": "modelled", f"{WITHOUT_IT}.design": "calibrated-model"},
        # An assumption that makes the figure less rosy.
        {"inputs.wage": {"value": 30, "unit": "EUR/hour", "assumption": "usual"}},
        {f"{WITHOUT_IT}.displacement": {"value": "10%", "assumption": "a guess"}},
        # How long it was observed, or how long it needs, is not known.
        {"period.observed_months": "unknown"},
        {"time_to_effect": "unknown"},
    ],
)
def test_what_is_no_cap(changes: dict[str, Any]) -> None:
    assert not [step for step in locks_with(changes).ledger if step.kind == "cap"]


def test_a_share_that_cites_a_closed_document_is_not_reachable() -> None:
    closed = {**STRONGEST["sources"]["paper"], "read_at": "unknown"}
    share = {"value": "30%", "source": "closed", "quote": "30%"}
    locks = locks_with({"sources.closed": closed, f"{WITHOUT_IT}.displacement": share})
    assert facts(locks, "part_unreachable") == (LedgerFact("input", "sales.displacement"),)


def test_the_strictest_cap_is_named_as_the_one_that_took() -> None:
    locks = locks_with({f"{LINE}.status": "forecast", "people.wrote.role": "vendor"})
    caps = [(step.id, step.change, step.most) for step in locks.ledger if step.kind == "cap"]
    assert caps == [("forecast", -4, 1), ("vendor_written", 0, 2)]


# Deductions --------------------------------------------------------------------------------------

ALMOST_ANYWHERE = {
    "inputs.spent": {"value": 3000, "unit": "EUR", "source": "ledger", "quote": "3000"},
    "inputs.lift": {"low": 0, "high": 2, "source": "paper", "quote": "from 0 to 2 times"},
    f"{LINE}.amount": "gained * lift",
}
MARGIN = {"value": "80%", "assumption": "usual in the trade"}


@pytest.mark.parametrize(
    ("changes", "deduction"),
    [
        ({f"{WITHOUT_IT}.comparator": GONE, f"{WITHOUT_IT}.baseline": GONE}, "bias"),
        ({f"{WITHOUT_IT}.outcome_chosen_after": "yes"}, "chosen_after"),
        ({f"{WITHOUT_IT}.attrition": "21%"}, "attrition"),
        ({f"{LINE}.margin": "unknown"}, "indirectness"),
        ({f"{LINE}.margin": MARGIN}, "indirectness"),
        (ALMOST_ANYWHERE, "wide_range"),
        ({"found_by": "award"}, "selection"),
        ({"found_by": "named-list"}, "selection"),
        ({"found_by": "vendor"}, "selection"),
        ({"people.measured.role": "agency"}, "interest"),
        ({"people.measured.role": "platform"}, "interest"),
        ({"people.measured.role": "unknown"}, "interest"),
    ],
)
def test_each_deduction_takes_one_lock(changes: dict[str, Any], deduction: str) -> None:
    assert lost(locks_with(changes)) == [(deduction, -1)]


@pytest.mark.parametrize(
    "changes",
    [
        {f"{WITHOUT_IT}.baseline": GONE},  # those without it are a comparison
        {f"{WITHOUT_IT}.comparator": GONE},
        {f"{LINE}.margin": {"value": "80%", "source": "paper", "quote": "80%"}},
        {"inputs.gained": {"value": 3500, "unit": "EUR", "source": "paper", "quote": "3500"}},
        {f"{WITHOUT_IT}.outcome_chosen_after": "no"},
        {f"{WITHOUT_IT}.attrition": "20%"},
        {"found_by": "press"},
        {"people.measured.role": "payer"},  # pays for the result, is not paid by it
    ],
)
def test_what_takes_no_lock(changes: dict[str, Any]) -> None:
    assert lost(locks_with(changes)) == []


def test_two_deductions_at_most_count_and_the_others_are_named() -> None:
    locks = locks_with(
        {"found_by": "award", "people.measured.role": "vendor", f"{LINE}.margin": "unknown"}
    )
    assert locks.effect == 3
    taken = [(step.id, step.change) for step in locks.ledger if step.kind == "deduction"]
    assert taken == [("indirectness", -1), ("selection", -1), ("interest", 0)]


def test_a_count_that_lost_all_is_very_weak_and_no_mere_claim() -> None:
    locks = locks_with({f"{WITHOUT_IT}.design": "tracked", "found_by": "award"})
    assert (locks.count, locks.word) == (0, "very_weak")


# What gives a lock back --------------------------------------------------------------------------

REPLICATED = {f"{WITHOUT_IT}.replicated": "paper"}
REGISTERED = {f"{WITHOUT_IT}.registered_before": "paper"}
WEAK = {f"{WITHOUT_IT}.design": "before-after"}


@pytest.mark.parametrize(
    ("stated", "name"), [(REPLICATED, "replicated"), (REGISTERED, "registered")]
)
def test_what_was_found_again_or_planned_in_public_gives_a_lock_back(
    stated: dict[str, Any], name: str
) -> None:
    locks = locks_with({**WEAK, **stated})
    assert (locks_with(WEAK).count, locks.count) == (1, 2)
    last = locks.ledger[-2]
    assert (last.id, last.kind, last.change) == (name, "bonus", 1)
    assert last.facts == (LedgerFact("source", "paper"),)
    assert lost(locks) == []


def test_a_bonus_counts_once_and_never_above_five_or_a_cap() -> None:
    both = locks_with({**WEAK, **REPLICATED, **REGISTERED})
    assert [step.change for step in both.ledger if step.kind == "bonus"] == [1, 0]
    assert locks_with(REPLICATED).count == 5
    capped = {f"{LINE}.status": "forecast", **REPLICATED}
    assert locks_with(capped).count == 1


def test_a_bonus_is_for_all_results_or_for_none() -> None:
    other = {**STRONGEST["benefits"]["sales"], "label": "More"}
    assert locks_with({**WEAK, **REPLICATED, "benefits.more": other}).count == 1


def test_every_cap_has_its_threshold_and_the_other_way_round() -> None:
    caps = {name for name in shipped_thresholds() if name.startswith("cap_")}
    assert caps == {f"cap_{name}" for name in CAPS}


# How few is said ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("design", "word", "is_unproven", "needs_range"),
    [
        ("none", "claim_only", True, True),
        ("tracked", "weak", True, True),
        ("expert-estimate", "limited", False, True),
        ("matched-markets", "moderate", False, False),
        ("natural-experiment", "good", False, False),
    ],
)
def test_few_locks_are_said(
    design: str, word: str, *, is_unproven: bool, needs_range: bool
) -> None:
    locks = locks_with({f"{WITHOUT_IT}.design": design})
    assert (locks.word, locks.is_unproven, locks.needs_range) == (word, is_unproven, needs_range)


def test_a_site_sets_its_own_limits() -> None:
    changes = {f"{LINE}.status": "forecast"}
    locks = evidence_with(changes, own={"cap_forecast": 3, "unproven_at_most": 3}).locks
    assert (locks.count, locks.is_unproven) == (3, True)


def test_each_reading_has_its_own_locks() -> None:
    hope = {**STRONGEST["benefits"]["sales"], "status": "forecast"}
    readings = {
        "seen": {"label": "Seen", "lines": ["campaign", "staff", "sales"]},
        "hoped": {"label": "Hoped", "lines": ["campaign", "staff", "hope"]},
    }
    evidence = evidence_with(
        {
            "benefits.hope": hope,
            "readings": readings,
            "headline": {"reading": "seen", "because": "it happened"},
        }
    )
    assert {name: locks.count for name, locks in evidence.readings.items()} == {
        "seen": 5,
        "hoped": 1,
    }
    assert evidence.locks is evidence.readings["seen"]


# What holds for any weaknesses -------------------------------------------------------------------

levels = st.integers(0, 5)
some_caps = st.lists(st.sampled_from(tuple(CAPS)), unique=True)
some_deductions = st.lists(st.sampled_from(tuple(DEDUCTIONS)), unique=True)


def count(level: int, caps: list[str], deductions: list[str]) -> Locks:
    return counted(
        LedgerStep("design", "level", level, level, ()),
        [Weakness(name, ()) for name in caps],
        [Weakness(name, ()) for name in deductions],
        shipped_thresholds(),
    )


@given(levels, some_caps, some_deductions)
def test_the_ledger_adds_up_within_the_scale(
    level: int, caps: list[str], deductions: list[str]
) -> None:
    locks = count(level, caps, deductions)
    assert 0 <= locks.count <= level <= 5
    assert locks.count == sum(step.change for step in locks.ledger)
    assert all(step.change <= 0 for step in locks.ledger[1:])
    assert {step.id for step in locks.ledger[1:]} == {*caps, *deductions}


@given(levels, some_caps, some_deductions, st.data())
def test_a_weakness_more_never_raises(
    level: int, caps: list[str], deductions: list[str], data: st.DataObject
) -> None:
    fewer_caps = data.draw(st.lists(st.sampled_from(caps), unique=True) if caps else st.just([]))
    fewer = data.draw(
        st.lists(st.sampled_from(deductions), unique=True) if deductions else st.just([])
    )
    assert count(level, caps, deductions).count <= count(level, fewer_caps, fewer).count


@given(levels, some_caps, some_deductions, st.data())
def test_order_does_not_matter(
    level: int, caps: list[str], deductions: list[str], data: st.DataObject
) -> None:
    shuffled = count(
        level, data.draw(st.permutations(caps)), data.draw(st.permutations(deductions))
    )
    assert shuffled == count(level, caps, deductions)


# The real cases ----------------------------------------------------------------------------------


def ledger(slug: str, reading: str | None = None) -> list[tuple[str, int]]:
    return [(step.id, step.change) for step in real_evidence(slug).readings[reading].ledger]


def test_foiled_cupcakes_is_a_claim() -> None:
    # One sentence of an article; no cost, no margin, no sum: there is no result to be sure of.
    assert ledger("foiled-cupcakes") == [("no_result", 0)]
    assert real_evidence("foiled-cupcakes").locks.word == "claim_only"


def test_ibm_internal_blogs_is_a_claim() -> None:
    # The money set aside is known, what it brought is not: locks are for results, not for costs.
    assert ledger("ibm-internal-blogs") == [("no_result", 0), ("money", 0)]


def test_ibm_enterprise_tagging_is_a_claim() -> None:
    # The company says that it avoided a cost; nobody asked whether it would have been spent
    # (design none). What weakens it further is named, but there is nothing left to take.
    assert ledger("ibm-enterprise-tagging", "with_reuse") == [
        ("design", 0),
        ("bias", 0),
        ("money", 0),
    ]
    # Where the half-sentence is not counted, a cost is known and no result in money.
    assert ledger("ibm-enterprise-tagging", "hours_alone") == [("no_result", 0), ("money", 0)]
    assert real_evidence("ibm-enterprise-tagging").locks.word == "claim_only"


def test_ihobo_lost_its_one_lock() -> None:
    # Gifts were counted by the game itself: tracked, one lock. Against which gifts before, nobody
    # says: that takes it. Found because it won an award: named, nothing left.
    assert ledger("depaul-ihobo", "gifts_only") == [
        ("design", 1),
        ("bias", -1),
        ("selection", 0),
        ("money", 0),
    ]
    assert real_evidence("depaul-ihobo").locks.word == "very_weak"
    # The sponsors "helped by" the app were compared with nothing; the weakest line decides.
    assert ledger("depaul-ihobo", "with_sponsors")[0] == ("design", 0)
    # A lifetime of gifts is the agency's own forecast: both caps stand, on nothing.
    assert ledger("depaul-ihobo", "lifetime_hope")[:3] == [
        ("design", 0),
        ("forecast", 0),
        ("vendor_written", 0),
    ]


def test_need_a_cake_is_a_claim() -> None:
    # The owner's estimate of a balance, told to the press. The other reading has a range.
    assert ledger("need-a-cake", "owners_estimate") == [
        ("design", 0),
        ("bias", 0),
        ("money", 0),
    ]
    assert ledger("need-a-cake", "loss_plus_wages")[:2] == [("design", 0), ("bias", 0)]
