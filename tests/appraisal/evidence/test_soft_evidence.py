"""Soft results judged by the rule that judges money: locks, movement, harm, and the bridge to money."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, get_args

import pytest

from roi_casebook.appraisal import judge
from roi_casebook.appraisal.evidence.grounds import LedgerFact
from roi_casebook.appraisal.evidence.soft_evidence import SoftEvidence
from roi_casebook.case.designs import LEVELS
from roi_casebook.case.lines import Design
from roi_casebook.shipped.thresholds import shipped_thresholds
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from tests.appraisal.judged_case import GONE, SITE, a_case, real_site
from tests.appraisal.judged_case import STRONGEST as CASE

SAID = {"low": "70%", "likely": "71%", "high": "74%", "source": "paper", "quote": "71%"}
BEFORE = {"low": "50%", "likely": "53%", "high": "55%", "source": "paper", "quote": "53%"}
STRONGEST: dict[str, Any] = {
    "measure": "trust",
    "stage": "outcome",
    "result": "said",
    "baseline": "said_before",
    "design": "randomised",
    "instrument": "a survey",
    "n": 1200,
    "dates": {"start": "2022-12", "end": "2022-12"},
    "collector": {"role": "researcher"},
    "negative": "looked-none-found",
}


def soft_with(changes: Mapping[str, Any] | None = None, name: str = "trust") -> SoftEvidence:
    """Judge a made-up soft result without a weakness, with changes by dotted path."""
    start = {"inputs.said": SAID, "inputs.said_before": BEFORE, "soft.trust": deepcopy(STRONGEST)}
    case = a_case({**start, **(changes or {})})
    judged = judge("case", case, SITE, shipped_vocabulary(), shipped_thresholds())
    return judged.soft_evidence[name]


def lost(evidence: SoftEvidence) -> list[tuple[str, int]]:
    assert evidence.locks is not None
    return [(step.id, step.change) for step in evidence.locks.lost]


# Locks -------------------------------------------------------------------------------------------


def test_a_trial_without_a_weakness_has_all_locks() -> None:
    found = soft_with()
    assert found.locks is not None
    assert (found.locks.count, lost(found)) == (5, [])


@pytest.mark.parametrize("design", get_args(Design))
def test_the_design_of_the_result_gives_the_level(design: Design) -> None:
    locks = soft_with({"soft.trust.design": design}).locks
    assert locks is not None
    assert locks.count == LEVELS[design]
    assert locks.ledger[0].facts == (LedgerFact("soft", "trust"), LedgerFact("design", design))


@pytest.mark.parametrize(
    ("changes", "weakness", "change"),
    [
        ({"sources.paper.kind": "list"}, "second_hand", -5),
        ({"sources.paper.read_at": "unknown"}, "no_document", -5),
        (
            {"inputs.said_before": {**BEFORE, "source": "closed"}},
            "part_unreachable",
            -4,
        ),
        ({"people.wrote.role": "vendor"}, "vendor_written", -3),
        ({"soft.trust.dates.end": "2022-05"}, "short_window", -3),
        ({"inputs.said": {**SAID, "low": "1%", "high": "99%", "likely": "2%"}}, "", 0),
        ({"soft.trust.n": 40}, "few_measured", -1),
        ({"soft.trust.collector.role": "platform"}, "interest", -1),
        ({"found_by": "award"}, "selection", -1),
    ],
)
def test_each_weakness_takes_its_locks(changes: dict[str, Any], weakness: str, change: int) -> None:
    closed = {**a_case().sources["paper"].model_dump(mode="json"), "read_at": "unknown"}
    needs_closed = weakness == "part_unreachable"
    found = soft_with({**({"sources.closed": closed} if needs_closed else {}), **changes})
    assert lost(found) == ([(weakness, change)] if weakness else [])


def test_a_result_that_may_lie_almost_anywhere_loses_a_lock() -> None:
    wide = {"low": 0, "high": 900, "likely": 1, "unit": "lead", "source": "paper", "quote": "?"}
    found = soft_with(
        {
            "inputs.wide": {**wide, "low": -400},
            "soft.trust.result": "wide",
            "soft.trust.baseline": GONE,
            "soft.trust.measure": "leads",
        }
    )
    assert ("wide_range", -1) in lost(found)


def test_no_state_before_takes_a_lock() -> None:
    exact = {"value": "71%", "source": "paper", "quote": "71%"}
    found = soft_with(
        {
            "inputs.said": exact,
            "soft.trust.baseline": GONE,
            "soft.trust.design": "adjusted-before-after",
        }
    )
    assert lost(found) == [("bias", -1)]


@pytest.mark.parametrize(
    ("design", "measure", "is_biased"),
    [
        ("tracked", "sales-change", True),  # a change, but nobody compared
        ("before-after", "sales-change", False),  # a change holds what was before
        ("before-after", "trust", True),
        ("expert-estimate", "trust", True),
        ("unmatched-comparison", "trust", False),  # others are what it is compared with
        ("randomised", "trust", False),
    ],
)
def test_what_was_before_must_be_told_where_nothing_else_is_compared(
    design: str, measure: str, *, is_biased: bool
) -> None:
    changes = {
        "soft.trust.design": design,
        "soft.trust.measure": measure,
        "soft.trust.baseline": GONE,
    }
    assert ("bias" in dict(lost(soft_with(changes)))) == is_biased


def test_who_measured_the_case_measured_the_result_unless_it_says_otherwise() -> None:
    found = soft_with({"soft.trust.collector": GONE, "people.measured.role": "vendor"})
    assert lost(found) == [("interest", -1)]
    assert lost(soft_with({"people.measured.role": "vendor"})) == []


def test_the_time_to_effect_of_the_case_is_that_of_effects_alone() -> None:
    early = {"soft.trust.dates": {"start": "2022-01", "end": "2022-02"}}
    assert lost(soft_with(early)) == [("short_window", -3)]
    assert lost(soft_with({**early, "soft.trust.stage": "out-take"})) == []
    assert soft_with({"soft.trust.stage": "out-take"}).months_needed is None
    assert soft_with().months_needed == 6


def test_a_measure_with_a_time_of_its_own_needs_that() -> None:
    early = {
        "soft.trust.measure": "returning-contacts",
        "soft.trust.stage": "out-take",
        "soft.trust.dates": {"start": "2022-02", "end": "2022-02"},
    }
    assert soft_with(early).months_needed == 3
    assert lost(soft_with(early)) == [("short_window", -3)]


def test_without_dates_the_case_says_how_long_it_was_observed() -> None:
    undated = {"soft.trust.dates": GONE, "period.observed_months": 4}
    assert ("short_window", -3) in lost(soft_with(undated))


QUOTED = {"soft.trust.result": "unknown", "soft.trust.looked": "in the paper"}


def test_a_quotation_alone_is_a_claim() -> None:
    locks = soft_with({**QUOTED, "soft.trust.source": "paper"}).locks
    assert locks is not None
    assert (locks.count, locks.word) == (0, "claim_only")
    assert [(step.id, step.facts) for step in locks.ledger] == [
        ("quotation", (LedgerFact("source", "paper"),))
    ]


def test_what_nobody_measured_has_no_locks_to_lose() -> None:
    assert soft_with(QUOTED).locks is None


# Movement ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "movement"),
    [
        (SAID, "up"),
        ({"value": "53%", "source": "paper", "quote": "53%"}, "unclear"),
        ({"value": "20%", "source": "paper", "quote": "20%"}, "down"),
    ],
)
def test_it_moved_where_its_range_says_so(said: dict[str, Any], movement: str) -> None:
    assert soft_with({"inputs.said": said}).movement == movement


def test_equal_without_a_range_is_flat() -> None:
    exact = {"value": "53%", "source": "paper", "quote": "53%"}
    assert soft_with({"inputs.said": exact, "inputs.said_before": exact}).movement == "flat"


def test_what_result_and_baseline_share_is_drawn_once() -> None:
    # The share itself may be anything from 1 % to 90 %; that it rose by a tenth is certain.
    wide = {"low": "1%", "high": "90%", "source": "paper", "quote": "?"}
    found = soft_with({"inputs.said": wide, "soft.trust.baseline": "said / 1.1"})
    assert found.movement == "up"


def test_without_a_state_before_nobody_knows_unless_it_is_a_change_itself() -> None:
    assert soft_with({"soft.trust.baseline": GONE}).movement == "unknown"
    change = {"soft.trust.baseline": GONE, "soft.trust.measure": "sales-change"}
    assert soft_with(change).movement == "up"


@pytest.mark.parametrize(
    ("value", "bound", "movement"),
    [
        ("71%", "up-to", "unclear"),  # at most 71 %, after 53 %: it may have fallen
        ("50%", "up-to", "down"),
        ("71%", "over", "up"),
        ("50%", "over", "unclear"),
        ("71%", "about", "up"),
    ],
)
def test_a_bound_has_a_direction_only_where_it_settles_it(
    value: str, bound: str, movement: str
) -> None:
    said = {"value": value, "bound": bound, "source": "paper", "quote": value}
    before = {"value": "53%", "source": "paper", "quote": "53%"}
    found = soft_with({"inputs.said": said, "inputs.said_before": before})
    assert found.movement == movement


def test_a_change_that_is_at_most_so_much_has_no_direction() -> None:
    """Effects above 0.16 points are ruled out: that is no rise of 0.16 points."""
    said = {"value": 0.16, "unit": "percentage-point", "source": "paper", "quote": "0.16 pp"}
    change = {"soft.trust.measure": "uptake-change", "soft.trust.baseline": None}
    assert soft_with({"inputs.said": said, **change}).movement == "up"
    assert soft_with({"inputs.said": {**said, "bound": "up-to"}, **change}).movement == "unclear"


@pytest.mark.parametrize(
    ("measure", "comparator", "movement"),
    [
        ("quitters", "those of the other group", "up"),  # so many more than they
        ("quitters", None, "unknown"),
        ("active-users", "those of the other group", "unknown"),  # how many there were
    ],
)
def test_a_count_beyond_a_comparison_is_a_change(
    measure: str, comparator: str | None, movement: str
) -> None:
    people = {"value": 58, "unit": "person", "source": "paper", "quote": "58"}
    compared = {"design": "randomised", **({"comparator": comparator} if comparator else {})}
    counted = {
        "measure": measure, "stage": "outcome", "result": "people", "negative": "not-looked", "without_it": compared,
    }  # fmt: skip
    assert soft_with({"inputs.people": people, "soft.trust": counted}).movement == movement


def test_what_is_counted_beyond_a_comparison_is_compared() -> None:
    people = {"value": 17, "unit": "contact", "source": "paper", "quote": "17"}
    counted: dict[str, Any] = {
        "measure": "contacts-traced", "stage": "outcome", "result": "people", "negative": "not-looked",
        "without_it": {"design": "tracked", "deadweight": "unknown"},
    }  # fmt: skip
    changes = {"inputs.people": people, "soft.trust": counted}
    assert "bias" in dict(lost(soft_with(changes)))
    counted["without_it"]["comparator"] = "what others had found"
    assert "bias" not in dict(lost(soft_with(changes)))


def test_the_interval_lies_within_the_stated_range() -> None:
    spread = soft_with().spread
    assert spread is not None
    assert 0.70 < spread[0] < spread[1] < spread[2] < 0.74
    exact = {"value": "71%", "source": "paper", "quote": "71%"}
    assert soft_with({"inputs.said": exact}).spread is None


# Harm --------------------------------------------------------------------------------------------


def test_what_was_done_about_harm_is_answered() -> None:
    stress = {
        "measure": "staff-stress",
        "stage": "outcome",
        "result": "unknown",
        "looked": "everywhere",
        "negative": "not-looked",
    }
    answered = {"soft.strain": stress, "soft.trust.negative": "strain"}
    assert soft_with().harm == "looked_none_found"
    assert soft_with({"soft.trust.negative": "not-looked"}).harm == "not_looked"
    assert soft_with(answered).harm == "not_measured"
    assert soft_with({**answered, "soft.strain": {**stress, "result": "said"}}).harm == "measured"


# The bridge to money -------------------------------------------------------------------------------

BRIDGE = {"soft.trust.bridge": {"to": "sales", "because": "who trusts buys", "source": "paper"}}


def test_over_a_bridge_it_counts_as_money_with_the_locks_of_that_benefit() -> None:
    found = soft_with(BRIDGE)
    assert not found.counts
    assert found.in_money is not None
    assert found.in_money.count == 5
    weaker = soft_with({**BRIDGE, "benefits.sales.without_it.design": "tracked"}).in_money
    assert weaker is not None
    assert weaker.count == 1
    assert soft_with().counts


def test_the_locks_of_the_benefit_are_its_own() -> None:
    hoped = {"label": "Hoped", "measure": "cost-saved", "amount": "hoped", "when": 1}
    found = soft_with(
        {
            **BRIDGE,
            "benefits.other": {**hoped, "status": "forecast"},
            "inputs.hoped": {"value": 5, "unit": "EUR", "source": "paper", "quote": "5"},
        }
    )
    assert found.in_money is not None
    assert found.in_money.count == 5


def test_it_stays_soft_while_its_money_is_not_known() -> None:
    unknown = {"benefits.sales.amount": "unknown", "benefits.sales.looked": "in the paper"}
    assert soft_with({**BRIDGE, **unknown}).counts


def test_it_stays_soft_where_the_leading_reading_leaves_its_money_out() -> None:
    readings = {
        "narrow": {"label": "Narrow", "lines": ["campaign", "staff"]},
        "wide": {"label": "Wide", "lines": ["campaign", "staff", "sales"]},
    }
    headline = {"reading": "narrow", "because": "safer"}
    assert soft_with({**BRIDGE, "readings": readings, "headline": headline}).counts


def test_a_bridge_leads_to_the_same_benefit_in_the_way_that_each_reading_counts_it() -> None:
    sales = deepcopy(CASE["benefits"]["sales"])
    changes = {
        "soft.trust.bridge": {**BRIDGE["soft.trust.bridge"], "to": ["sales", "careful"]},
        "benefits.careful": {**sales, "without_it": {**sales["without_it"], "design": "tracked"}},
        "readings": {
            "bold": {"label": "Bold", "lines": ["campaign", "sales"]},
            "careful_one": {"label": "Careful", "lines": ["campaign", "careful"]},
        },
    }
    counts = {
        reading: soft_with({**changes, "headline": {"reading": reading, "because": "a test"}})
        for reading in ("bold", "careful_one")
    }
    assert not counts["bold"].counts
    assert not counts["careful_one"].counts
    locks = {reading: found.in_money for reading, found in counts.items()}
    assert locks["bold"] is not None
    assert locks["careful_one"] is not None
    assert (locks["bold"].count, locks["careful_one"].count) == (5, 1)


# The real cases ----------------------------------------------------------------------------------


def real_ledger(slug: str, name: str) -> list[tuple[str, int]]:
    site = real_site()
    assert site.config is not None
    judged = judge(slug, site.cases[slug], site.config, site.vocabulary, site.thresholds)
    locks = judged.soft_evidence[name].locks
    assert locks is not None
    return [(step.id, step.change) for step in locks.ledger]


def test_real_soft_results_are_weak_and_the_ledger_says_why() -> None:
    # Twelve seconds a search, from a survey of users: they said so, and what they took before is unknown.
    assert real_ledger("ibm-enterprise-tagging", "hours_freed") == [("design", 1), ("bias", -1)]
    # Against the year before, by the trade press; a change, so what was before is in it.
    assert real_ledger("pepsi-refresh", "sales_volume") == [("design", 1)]
    # Told by the press in words, and counted by nobody.
    assert real_ledger("depaul-ihobo", "criticism") == [("quotation", 0)]
