"""How a claim stands, at the edges: other units of time, what is open on one side, exactly nothing."""

import pytest

from tests.appraisal.claims.claimed_case import Raw, claim, verdict_on

LABEL = {"label": "A reading"}
AT_ONCE = {"period.years": 0, "benefits.sales.when": {0: "first"}, "costs.years.when": 0}


@pytest.mark.parametrize("unit", ["1", "person", "1/year", "person*year", "year*year"])
def test_a_payback_is_a_time_and_nothing_else(unit: str) -> None:
    verdict = verdict_on(claim("payback", 2, unit))
    assert (verdict.state, verdict.reason) == ("not_computable", "no_counterpart")


@pytest.mark.parametrize("currency", ["ARS", "ISK"])
def test_money_without_a_rate_is_not_held(currency: str) -> None:
    verdict = verdict_on(claim("saving", 5000, currency))
    assert (verdict.state, verdict.reason) == ("not_computable", "rate_unknown")


def test_another_basis_is_found_in_another_stretch_of_time() -> None:
    """270,000 in three years, nothing taken off, are 90,000 a year and 7,500 a month."""
    verdict = verdict_on(claim("benefit", 7500, "EUR/month"))
    assert verdict.held is not None
    assert verdict.held.basis == (
        "without_margin", "without_deadweight", "without_attribution_to_others",
    )  # fmt: skip
    assert verdict.held.value == pytest.approx(7500)


def test_what_is_known_whole_is_told_before_what_is_known_in_part() -> None:
    """The sales without their margin, beside what is unknown; or another reading, which is whole.

    52.5 % of 60,000, 90,000 and 120,000, at 8 %.
    """
    without_it = {"design": "expert-estimate", "deadweight": "25%", "attribution_to_others": "30%"}
    saved: Raw = {
        "label": "Saved",
        "measure": "cost-avoided",
        "when": {1: "first", 2: "second", 3: "third"},
        "status": "observed",
        "without_it": without_it,
    }
    unknown: Raw = {**saved, "when": 1, "amount": "unknown", "looked": "none is told"}
    changes = {
        "benefits.saved": saved,
        "benefits.unknown": unknown,
        "readings": {
            "part": {**LABEL, "lines": ["start", "years", "sales", "unknown"]},
            "whole": {**LABEL, "lines": ["start", "years", "saved"]},
        },
        "headline": {"reading": "part", "because": "a test"},
    }
    verdict = verdict_on(claim("benefit", 119_687, "EUR"), changes)
    assert verdict.held is not None
    assert verdict.held.basis == ("another_reading",)


@pytest.mark.parametrize(
    ("value", "state"), [(4444, "fits"), (3400, "fits"), (2000, "not_reproduced")]
)
def test_what_may_cost_more_is_held_by_the_month(value: float, state: str) -> None:
    """110,000 in three years, of what is known: 3,056 a month at least."""
    more = {"label": "More", "amount": "unknown", "looked": "none", "when": 1, "status": "observed"}
    verdict = verdict_on(claim("cost", value, "EUR/month"), {"costs.more": more})
    assert verdict.state == state


@pytest.mark.parametrize(
    ("value", "state"), [(1000, "fits"), (2300, "fits"), (5100, "not_reproduced")]
)
def test_what_may_bring_less_is_held_by_the_month(value: float, state: str) -> None:
    """162,000 of margin in three years, of which an unknown share would have come anyway."""
    without_it = {"design": "expert-estimate", "deadweight": "unknown"}
    verdict = verdict_on(
        claim("benefit", value, "EUR/month"), {"benefits.sales.without_it": without_it}
    )
    assert verdict.state == state


def test_a_figure_of_exactly_nothing_is_nothing() -> None:
    changes = {
        **AT_ONCE,
        "inputs.first.value": 70_000,
        "benefits.sales.margin": "100%",
        "benefits.sales.without_it": {"design": "randomised"},
    }
    verdict = verdict_on(claim("npv", 1000, "EUR"), changes)
    assert verdict.held is not None
    assert (verdict.state, verdict.held.value, verdict.held.ends) == ("not_reproduced", 0, None)


@pytest.mark.parametrize(
    ("value", "bound", "state"),
    [
        (13, None, "reproduced"),
        (14, None, "reproduced"),
        (12, None, "fits"),  # in the second year, as yearly data tell
        (24, None, "fits"),
        (11, None, "not_reproduced"),
        (25, None, "not_reproduced"),
        # about: a twentieth less or more; the second year begins at 12 and ends at 24
        (25, "about", "fits"),
        (26, "about", "not_reproduced"),
        (11.5, "about", "fits"),
        (11.4, "about", "not_reproduced"),
        # over: up to twice as long; up to: from nothing on
        (7, "over", "reproduced"),
        (5, "over", "not_reproduced"),
        (13, "up-to", "reproduced"),
        (11, "up-to", "not_reproduced"),
    ],
)
def test_a_time_with_its_bound(value: float, bound: str | None, state: str) -> None:
    """Of an outlay of 50,000, 40,000 come back in the first year and 70,000 in the second: 13.7 months."""
    changes = {
        "benefits.sales.margin": "100%",
        "benefits.sales.without_it": {"design": "randomised"},
    }
    verdict = verdict_on(claim("payback", value, "month", bound=bound), changes)
    assert verdict.state == state


@pytest.mark.parametrize(
    ("value", "state"),
    [
        (29, "reproduced"),
        (24, "fits"),
        (36, "fits"),
        (23, "not_reproduced"),
        (37, "not_reproduced"),
    ],
)
def test_a_time_in_the_third_year(value: float, state: str) -> None:
    """Of 150,000, 110,000 come back in two years and 100,000 in the third: 28.8 months."""
    changes = {
        "inputs.set_up.value": 150_000,
        "benefits.sales.margin": "100%",
        "benefits.sales.without_it": {"design": "randomised"},
    }
    assert verdict_on(claim("payback", value, "month"), changes).state == state


def test_a_time_may_be_the_discounted_one() -> None:
    """At 8 %, of 100,000 are 37,037 and 60,014 back in two years, and 79,383 come in the third: 24.4 months.

    Undiscounted they are back in the second.
    """
    changes = {
        "inputs.set_up.value": 100_000,
        "benefits.sales.margin": "100%",
        "benefits.sales.without_it": {"design": "randomised"},
    }
    verdict = verdict_on(claim("payback", 25, "month"), changes)
    assert verdict.state == "reproduced_on_another_basis"
    assert verdict.held is not None
    assert (verdict.held.name, verdict.held.basis) == ("discounted_payback_months", ("discounted",))


@pytest.mark.parametrize(
    ("written", "held"),
    [
        # 286,000 searches a week, 52 weeks, 12 seconds each: 49,573 hours
        (claim("saving", 49_573, "hour/year"), ("soft", "hours")),
        (claim("count", 49_573, "hour/year", against="hours"), ("soft", "hours")),
        (claim("count", 48_700, "person", against="readers"), ("formula", "readers")),
        (claim("saving", 48_700, "person"), None),  # one input alone shows nothing
    ],
)
def test_what_is_counted_is_held_against_a_soft_result_or_a_formula(
    written: Raw, held: tuple[str, str] | None
) -> None:
    found = verdict_on(written).held
    assert (found and (found.kind, found.name)) == held


def test_a_soft_result_of_two_inputs_is_one_that_is_computed() -> None:
    guests = {"value": 300, "unit": "person", "source": "accounts", "quote": "as printed"}
    both = {"measure": "active-users", "stage": "output", "result": "readers + guests", "negative": "not-looked"}  # fmt: skip
    changes = {"inputs.guests": guests, "soft.both": both}
    found = verdict_on(claim("saving", 49_000, "person"), changes).held
    assert found is not None
    assert (found.kind, found.name) == ("soft", "both")
