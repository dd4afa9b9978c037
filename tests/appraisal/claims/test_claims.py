"""Each state of a verdict, and each other basis, by the reference case."""

import pytest

from roi_casebook.appraisal.claims.claimed_lane import lane_of
from tests.appraisal.claims.claimed_case import (
    NAME,
    Raw,
    claim,
    judged,
    remarks,
    rules,
    verdict_on,
    verdicts_on,
)

HOURS = 286000 * 12 / 3600


# Reproduced --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "value", "unit", "figure"),
    [
        ("roi", "-29%", "share", "roi"),
        ("bcr", 0.71, "1", "bcr"),
        ("net", -29730, "EUR", "npv"),
        ("cost", 110000, "EUR", "total_costs"),
        ("benefit", 71800, "EUR", "pv_benefits"),
    ],
)
def test_our_own_figure_reproduces(what: str, value: object, unit: str, figure: str) -> None:
    verdict = verdict_on(claim(what, value, unit))
    assert verdict.state == "reproduced"
    assert verdict.held is not None
    assert (verdict.held.kind, verdict.held.name, verdict.held.basis) == ("figure", figure, ())


def test_the_last_printed_digit_decides() -> None:
    assert verdict_on(claim("net", -29700, "EUR")).state == "reproduced"
    assert verdict_on(claim("net", -29100, "EUR")).state == "not_reproduced"


def test_a_year_is_the_mean_of_the_years() -> None:
    """Net benefits are 18,900, 28,350 and 37,800: 28,350 a year; a year is not discounted."""
    verdict = verdict_on(claim("benefit", 28350, "EUR/year"))
    assert (verdict.state, verdict.held.basis if verdict.held else None) == ("reproduced", ())
    assert verdict_on(claim("benefit", 28350 / 12, "EUR/month")).state == "reproduced"


def test_over_lets_more_pass_and_up_to_less() -> None:
    """Ours is 71,812."""
    states = {
        (bound, value): verdict_on(claim("benefit", value, "EUR", bound=bound)).state
        for bound, value in [("over", 60000), ("over", 30000), ("over", 80000), ("up-to", 80000)]
    }
    assert states == {
        ("over", 60000): "reproduced",
        ("over", 30000): "not_reproduced",  # ours is more than twice that
        ("over", 80000): "not_reproduced",
        ("up-to", 80000): "reproduced",
    }


# Reproduced on another basis ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "value", "unit", "basis"),
    [
        ("roi", "-23%", "share", ("without_discounting",)),
        (
            "roi",
            "47%",
            "share",
            ("without_deadweight", "without_attribution_to_others", "without_discounting"),
        ),
        (
            "roi",
            "145%",
            "share",
            (
                "without_margin",
                "without_deadweight",
                "without_attribution_to_others",
                "without_discounting",
            ),
        ),
        ("roi", "18%", "share", ("without_margin",)),
        ("roi", "71%", "share", ("gross_ratio",)),
        ("bcr", -0.29, "1", ("net_ratio",)),
        ("benefit", 85050, "EUR", ("without_discounting",)),
        ("benefit", 85050, "EUR/year", ("whole_period",)),
        ("benefit", 28350, "EUR", ("per_year",)),
        ("cost", 101542, "EUR", ("discounted",)),
    ],
)
def test_another_basis_reproduces(
    what: str, value: object, unit: str, basis: tuple[str, ...]
) -> None:
    verdict = verdict_on(claim(what, value, unit))
    assert verdict.state == "reproduced_on_another_basis"
    assert verdict.held is not None
    assert verdict.held.basis == basis


def test_the_basis_that_differs_least_is_told() -> None:
    """Where nothing came anyway, leaving that out changes nothing, and is not named."""
    verdict = verdict_on(
        claim("benefit", 136790, "EUR"),
        {
            "benefits.sales.without_it.deadweight": {
                "value": "0%",
                "source": "accounts",
                "quote": "none of it",
            }
        },
    )
    assert verdict.held is not None
    assert verdict.held.basis == ("without_attribution_to_others",)


def test_one_line_alone_reproduces() -> None:
    verdict = verdict_on(claim("cost", 60000, "EUR"))  # three times 20,000
    assert verdict.held is not None
    assert (verdict.held.line, verdict.held.basis) == ("years", ("one_line",))


def test_another_reading_reproduces() -> None:
    label = {"label": "A reading"}
    changes = {
        "readings": {
            "all": {**label, "lines": ["start", "years", "sales"]},
            "lean": {**label, "lines": ["start", "sales"]},
        },
        "headline": {"reading": "all", "because": "it is whole"},
    }
    verdict = verdict_on(claim("roi", "43.6%", "share"), changes)  # 71,812 / 50,000 - 1
    assert verdict.held is not None
    assert (verdict.held.reading, verdict.held.basis) == ("lean", ("another_reading",))
    asked = verdict_on(claim("roi", "43.6%", "share", reading="lean"), changes)
    assert asked.state == "reproduced"


def test_what_is_known_reproduces_where_something_is_unknown() -> None:
    changes = {"costs.support": {"label": "Support", "amount": "unknown", "when": 1, "status": "estimated", "looked": "everywhere"}}  # fmt: skip
    verdict = verdict_on(claim("roi", "-29%", "share"), changes)
    assert verdict.state == "reproduced_on_another_basis"
    assert verdict.held is not None
    assert (verdict.held.bound, verdict.held.basis) == ("at_most", ("known_only",))


def test_the_rounding_of_inputs_explains_a_small_difference() -> None:
    """50,000, 20,000 and the revenues are known to four digits here, so that ours may be off by 15."""
    verdict = verdict_on(claim("net", -29735.5, "EUR"))  # ours is -29,729.53
    assert verdict.state == "reproduced_but_for_rounding"
    assert verdict_on(claim("net", -30111.5, "EUR")).state == "not_reproduced"


@pytest.mark.parametrize(
    ("quote", "state"),
    [
        ("revenue of 60,000 in the first year", "not_reproduced"),  # written out
        ("revenue of 60k in the first year", "reproduced_but_for_rounding"),  # to 500
        ("some 0.06 million", "reproduced_but_for_rounding"),  # to 5,000
    ],
)
def test_the_quotation_of_an_input_tells_how_far_it_was_rounded(quote: str, state: str) -> None:
    changes = {
        "inputs.first.quote": quote,
        "inputs.set_up.quote": "50,000",
        "inputs.running.quote": "20,000",
        "inputs.second.quote": "90,000",
        "inputs.third.quote": "120,000",
    }
    assert verdict_on(claim("net", -29800.5, "EUR"), changes).state == state


def test_an_input_exact_to_the_unit_explains_nothing() -> None:
    changes = {
        "inputs.set_up": {"value": 768432, "unit": "EUR", "source": "accounts", "quote": "768,432"},
        "costs": {"start": {"label": "Start", "amount": "set_up", "when": 0, "status": "observed"}},
    }
    assert (
        verdict_on(claim("cost", 768432.4, "EUR"), changes).state == "reproduced_but_for_rounding"
    )
    assert verdict_on(claim("cost", 770123, "EUR"), changes).state == "not_reproduced"


def test_a_coarse_number_is_not_looked_for_on_other_bases() -> None:
    """A ratio of 2 would be anything from 1.5 to 2.5; among many bases one always fits."""
    assert verdict_on(claim("bcr", 2, "1")).state == "not_reproduced"
    assert verdict_on(claim("bcr", 2.45, "1")).state == "reproduced_on_another_basis"
    assert verdict_on(claim("bcr", 1, "1")).state == "reproduced"  # 0.71, as far as printed


# An input given back -----------------------------------------------------------------------------


def test_an_input_from_another_source_is_a_source_that_agrees() -> None:
    verdict = verdict_on(claim("cost", 50000, "EUR"))
    assert (verdict.state, remarks(verdict)) == ("reproduced_on_another_basis", ["sources_agree"])
    assert verdict.doubts[-1].inputs == ("set_up",)
    assert verdict.held is not None
    assert verdict.held.line == "start"


def test_a_source_that_agrees_with_itself_is_told() -> None:
    verdict = verdict_on(claim("cost", 50000, "EUR", source="accounts"))
    assert verdict.state == "same_as_input"
    assert verdict.held is not None
    assert (verdict.held.kind, verdict.held.name) == ("input", "set_up")


def test_so_is_a_claim_that_goes_back_to_the_inputs_own_source() -> None:
    first = claim("cost", 50000, "EUR", source="accounts")
    changed = claim("cost", 50000, "EUR", bound="about", repeats="first")
    assert verdict_on(changed, first=first).state == "same_as_input"


def test_an_input_of_the_other_side_is_not_given_back() -> None:
    assert verdict_on(claim("benefit", 50000, "EUR")).state == "not_reproduced"


def test_a_loss_gives_back_an_amount() -> None:
    changes = {
        "net.loss": {"label": "Loss", "amount": "-set_up", "when": 0, "status": "observed"},
        "costs": {},
        "benefits": {},
    }
    own = claim("net", -50000, "EUR", source="accounts")
    assert verdict_on(own, changes).state == "same_as_input"


def test_the_organisations_own_figure_is_held_against_its_revenue() -> None:
    verdict = verdict_on(claim("revenue", 40e6, "EUR/year", of="organisation"))
    assert verdict.held is not None
    assert (verdict.state, verdict.held.name) == ("reproduced", "all_revenue")
    assert rules(verdict) == {}


def test_a_count_gives_back_an_input_in_its_own_unit() -> None:
    own = claim("count", 48700, "person", source="accounts")
    assert verdict_on(own).state == "same_as_input"
    assert verdict_on(claim("count", 48700, "visit", source="accounts")).state == "not_computable"


# What a claim names -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "state"),
    [
        (claim("count", 48700, "person", against="readers"), "reproduced"),
        (claim("count", 48700, "person", against="reading"), "reproduced"),  # the soft result
        (claim("count", 51000, "person", against="readers"), "not_reproduced"),
        (claim("change", "50%", against="second / first - 1"), "reproduced"),
        (claim("change", "60%", against="second / first - 1"), "not_reproduced"),
        (claim("cost-per-result", 2.26, "EUR/person", against="(set_up + 3 * running) / readers"), "reproduced"),
        (claim("soft", 953, "hour/week", against="hours"), "reproduced"),
        (claim("change", "50%"), "not_computable"),
    ],
)  # fmt: skip
def test_a_claim_is_held_against_what_it_names(written: Raw, state: str) -> None:
    assert verdict_on(written).state == state


def test_a_part_is_not_held_against_the_whole() -> None:
    verdict = verdict_on(claim("cost", 101542, "EUR", scope="the first shop alone"))
    assert (verdict.state, verdict.reason) == ("not_computable", "only_a_part")


# Another return by the name of this one -----------------------------------------------------------


AT_ENDS = {"costs.years.when": 0, "benefits.sales.when": {3: "third"}}
"""All paid at the start, all back at the end."""
PAYS = {"benefits.sales.without_it": {"design": "randomised"}, "benefits.sales.margin": "100%"}


@pytest.mark.parametrize(
    ("figure", "basis"),
    [
        ("irr", "as_irr"),
        ("mirr", "as_mirr"),
        ("annualised_roi", "as_irr"),  # of money out at the start and back at the end they are one
        ("bcr", "gross_ratio"),
    ],
)
def test_a_return_called_roi_is_found_and_named(figure: str, basis: str) -> None:
    changes = PAYS | (AT_ENDS if figure == "annualised_roi" else {})
    value = judged({}, changes).leading.figures[figure].value
    assert value is not None
    verdict = verdict_on(claim("roi", f"{value * 100:.1f}%", "share"), changes)
    assert verdict.state == "reproduced_on_another_basis"
    assert verdict.held is not None
    assert verdict.held.basis == (basis,)


SOCIAL = {"benefits.town": {"label": "Town", "measure": "users-time-saved", "amount": "third", "when": 1, "status": "modelled", "for_whom": "neighbours", "without_it": {"design": "randomised"}}}  # fmt: skip
"""120,000 after a year are 111,111 today, and the cost is 101,542: 1.09 to one."""


@pytest.mark.parametrize(
    ("written", "figure", "basis"),
    [
        (claim("sroi", 1.09), "sroi_ratio", ()),
        (claim("sroi", "109%", "share"), "sroi_ratio", ()),
        (claim("bcr", 1.094, lane="social"), "sroi_ratio", ()),
        (claim("roi", "9%", "share", lane="social"), "net_sroi", ()),
        (claim("benefit", 111111, "EUR", lane="social"), "pv_social_value", ()),
        (claim("npv", 9569, "EUR", lane="social"), "npv_social", ()),
        (claim("net", 9569, "EUR", lane="social"), "npv_social", ()),
        (
            claim("benefit", 120000, "EUR", lane="social"),
            "total_benefits",
            ("without_discounting",),
        ),
        (claim("sroi", "9.4%", "share"), "net_sroi", ("net_ratio",)),
        (claim("roi", "109%", "share"), "sroi_ratio", ("sroi",)),
        (claim("sroi", 0.707), "bcr", ("gross_ratio",)),
    ],
)
def test_social_value_is_held_against_its_own_figures(
    written: Raw, figure: str, basis: tuple[str, ...]
) -> None:
    verdict = verdict_on(written, SOCIAL)
    assert verdict.held is not None
    assert (verdict.held.name, verdict.held.basis) == (figure, basis)
    assert verdict.held.lane == ("hard" if figure == "bcr" else "social")
    assert verdict.state == ("reproduced_on_another_basis" if basis else "reproduced")


ALL_SOCIAL = {"benefits": {"town": SOCIAL["benefits.town"]}}


@pytest.mark.parametrize(
    ("written", "figure"),
    [
        (claim("bcr", 1.094), "sroi_ratio"),
        (claim("roi", "9%", "share"), "net_sroi"),
        (claim("benefit", 111111, "EUR"), "pv_social_value"),
        (claim("npv", 9569, "EUR"), "npv_social"),
    ],
)
def test_where_all_is_social_value_a_return_is_held_against_it(written: Raw, figure: str) -> None:
    verdict = verdict_on(written, ALL_SOCIAL)
    assert verdict.held is not None
    assert (verdict.state, verdict.held.name, verdict.held.lane) == ("reproduced", figure, "social")
    other = verdict_on(claim("bcr", 4), ALL_SOCIAL)
    assert (other.state, other.held and other.held.name) == ("not_reproduced", "sroi_ratio")
    in_money = verdict_on(claim("bcr", 4, lane="hard"), ALL_SOCIAL)
    assert (in_money.state, in_money.reason) == ("not_computable", "social_only")


TWO_LANES = SOCIAL | {
    "readings": {
        "town": {"label": "Town", "lines": ["start", "years", "town"]},
        "till": {"label": "Till", "lines": ["start", "years", "sales"]},
    },
}


@pytest.mark.parametrize("leads", ["town", "till"])
@pytest.mark.parametrize(("reading", "lane"), [("town", "social"), ("till", "hard"), (None, None)])
def test_the_reading_of_a_claim_tells_its_lane(
    leads: str, reading: str | None, lane: str | None
) -> None:
    """One reading counts social value alone, the other money; without one the leading decides."""
    changes = TWO_LANES | {"headline": {"reading": leads, "because": "so"}}
    more = {"reading": reading} if reading else {}
    found = lane_of(judged({"claim": claim("bcr", 4, **more)}, changes), "claim")
    assert found == (lane or {"town": "social", "till": "hard"}[leads])


@pytest.mark.parametrize("what", ["irr", "mirr", "annualised"])
def test_a_rate_is_held_against_its_own_figure(what: str) -> None:
    name = {"annualised": "annualised_roi"}.get(what, what)
    changes = PAYS | (AT_ENDS if what == "annualised" else {})
    value = judged({}, changes).leading.figures[name].value
    assert value is not None
    assert verdict_on(claim(what, f"{value * 100:.1f}%", "share"), changes).state == "reproduced"


# Soft results ------------------------------------------------------------------------------------


def test_a_computed_soft_result_reproduces_in_another_stretch_of_time() -> None:
    week = verdict_on(claim("saving", 953.3, "hour/week"))
    assert week.state == "reproduced"
    assert week.held is not None
    assert (week.held.kind, week.held.name) == ("soft", "hours")
    assert week.held.value == pytest.approx(HOURS)
    rounded = verdict_on(claim("saving", 955, "hour/week"))
    assert rounded.state == "reproduced_but_for_rounding"


@pytest.mark.parametrize(
    ("bound", "said", "state"),
    [
        ("up-to", 800, "fits"),
        ("up-to", 1200, "not_reproduced"),
        ("over", 1200, "fits"),
        ("over", 800, "not_reproduced"),
        ("up-to", 953, "reproduced"),
        ("about", 800, "not_reproduced"),
    ],
)
def test_a_soft_result_is_held_against_with_its_side(bound: str, said: int, state: str) -> None:
    written = claim("soft", said, "hour/week", against="hours")
    verdict = verdict_on(written, {"inputs.searches.bound": bound})
    assert verdict.state == state
    assert verdict.held is not None
    limits = {"up-to": "at_most", "over": "at_least", "about": None}
    assert verdict.held.bound == limits[bound]
    assert verdict.held.room == ("side" if state == "fits" else None)


def test_which_soft_result_is_meant_is_not_guessed() -> None:
    verdict = verdict_on(claim("saving", 700, "hour/week"))
    assert (verdict.state, verdict.reason) == ("not_computable", "no_counterpart")


# Nothing to hold it against ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (claim("roi", "unknown"), "no_number"),
        (claim("benefit", 71812, "ISK"), "rate_unknown"),
        (claim("media-value", 2.4e6, "EUR"), "media_value"),
        (claim("payback", 9, "month"), "not_recovered"),
        (claim("count", 5, "tree"), "nothing_against"),
        (claim("cost-per-result", 5, "EUR/tree"), "nothing_against"),
        (claim("sroi", 5), "no_counterpart"),
        (claim("other", "unknown"), "no_number"),  # words alone: no number is quoted
        (claim("other", 5, "EUR"), "never_held"),
        (claim("other", 50000, "EUR", source="accounts"), "never_held"),
    ],
)
def test_what_cannot_be_computed_says_why(written: dict[str, object], reason: str) -> None:
    verdict = verdict_on(written)
    assert (verdict.state, verdict.reason) == ("not_computable", reason)


def test_a_side_that_is_unknown_is_the_reason() -> None:
    changes = {
        "benefits.sales.when": {1: "unknown"},
        "benefits.sales.looked": "everywhere",
        "soft": {},
    }
    verdict = verdict_on(claim("roi", "40%", "share"), changes)
    assert (verdict.state, verdict.reason) == ("not_computable", "benefit_unknown")


COST_UNKNOWN = {"costs.support": {"label": "Support", "amount": "unknown", "when": 1, "status": "estimated", "looked": "everywhere"}}  # fmt: skip


def test_a_side_refutes_what_lies_beyond_it_and_nothing_else() -> None:
    """With a cost unknown, the return is at most -29 %."""
    assert verdict_on(claim("roi", "30%", "share"), COST_UNKNOWN).state == "not_reproduced"
    within = verdict_on(claim("roi", "-50%", "share"), COST_UNKNOWN)
    assert within.state == "fits"
    assert within.held is not None
    assert within.held.room == "side"


def test_a_cost_is_held_against_what_was_paid() -> None:
    """With a cost unknown at least 110,000 were paid; the 101,542 of today's money nobody printed."""
    verdict = verdict_on(claim("cost", 105_000, "EUR"), COST_UNKNOWN)
    assert verdict.held is not None
    assert (verdict.state, verdict.held.name) == ("not_reproduced", "total_costs")
    assert (verdict.held.value, verdict.held.bound) == (110_000, "at_least")


def test_a_cost_fits_into_the_range_of_what_was_paid() -> None:
    """Between 40,000 and 60,000, evenly, and 60,000: 102,000 to 118,000 in 8 of 10 outcomes."""
    changes = {"inputs.set_up": {"low": 40000, "high": 60000, "unit": "EUR", "source": "accounts", "quote": "as printed"}}  # fmt: skip
    verdict = verdict_on(claim("cost", 117_000, "EUR"), changes)
    assert verdict.held is not None
    assert (verdict.state, verdict.held.room) == ("fits", "range")
    assert verdict.held.ends == pytest.approx((102_000, 118_000), rel=0.005)
    assert verdict_on(claim("cost", 119_500, "EUR"), changes).state == "not_reproduced"


def test_a_hedge_does_not_confirm_what_is_known_in_part() -> None:
    """About -28 % lies above our most, and about -29.3 % by its own digits on it."""
    hedged = verdict_on(claim("roi", "-28%", "share", bound="about"), COST_UNKNOWN)
    assert hedged.state == "fits"


def test_what_lies_in_our_range_fits() -> None:
    changes = {"inputs.third": {"low": 60000, "likely": 120000, "high": 200000, "unit": "EUR", "source": "accounts", "quote": "as printed"}}  # fmt: skip
    within = verdict_on(claim("roi", "-33%", "share"), changes)
    assert within.state == "fits"
    assert within.held is not None
    assert within.held.room == "range"
    assert verdict_on(claim("roi", low="-33%", high="-20%"), changes).state == "reproduced"
    assert verdict_on(claim("roi", "83%", "share"), changes).state == "not_reproduced"


def test_a_sum_in_other_money_is_converted_and_says_so() -> None:
    """In 2020 a euro was 1.1422 dollars: 82,024 dollars were 71,812 euros."""
    verdict = verdict_on(claim("benefit", 82024, "USD"))
    assert (verdict.state, remarks(verdict)) == ("reproduced", ["converted"])
    assert verdict.held is not None
    assert verdict.held.unit == "EUR"
    assert verdict.held.value == pytest.approx(71812, abs=1)


def test_payback_is_held_in_its_own_unit() -> None:
    changes = {
        "benefits.sales.without_it": {"design": "randomised"},
        "benefits.sales.margin": "100%",
    }
    months = judged({}, changes).leading.figures["payback_months"].value
    assert months is not None
    assert verdict_on(claim("payback", round(months, 1), "month"), changes).state == "reproduced"
    assert (
        verdict_on(claim("payback", round(months / 12, 2), "year"), changes).state == "reproduced"
    )


def test_a_share_of_revenue_is_held_as_money() -> None:
    """28,350 a year of 40 million."""
    assert verdict_on(claim("share-of-revenue", "0.071%")).state == "reproduced"
    assert verdict_on(claim("share-of-revenue", "7%")).state == "not_reproduced"
    without = verdict_on(claim("share-of-revenue", "7%"), {"organisation.revenue": None})
    assert (without.state, without.reason) == ("not_computable", "revenue_unknown")


# Repetition --------------------------------------------------------------------------------------


def test_a_chain_is_told_from_its_first_claim_with_what_changed() -> None:
    found = verdicts_on(
        {
            "third": claim("roi", "300%", "share", source="blog", repeats="second"),
            "second": claim("saving", 4.6e6, "EUR", source="list", repeats="first"),
            "first": claim("benefit", 4.6e6, "EUR/year", bound="about"),
        }
    )
    assert list(found) == ["third", "second", "first"]
    first, second, third = found["third"].chain
    assert (first.claim, first.changes) == ("first", ())
    assert {change.field: (change.before, change.after) for change in second.changes} == {
        "what": ("benefit", "saving"),
        "unit": ("EUR/year", "EUR"),
        "bound": ("about", None),
    }
    assert {change.field for change in third.changes} == {"what", "unit"}
    assert [link.changes for link in found["first"].chain] == [()]


@pytest.mark.parametrize(
    ("value", "unit", "fields"),
    [
        (4.6e6, "EUR", set()),
        (4.62e6, "EUR", set()),  # the same number, printed finer
        (4.8e6, "EUR", {"value"}),
        (5.5e6, "USD", {"unit"}),  # nothing is converted: only that the currency changed
        ("unknown", "EUR", {"value"}),
    ],
)
def test_a_number_that_is_printed_otherwise_has_not_changed(
    value: object, unit: str, fields: set[str]
) -> None:
    first = claim("benefit", 4.6e6, "EUR")
    verdict = verdict_on(claim("benefit", value, unit, repeats="first"), first=first)
    assert {change.field for change in verdict.chain[-1].changes} == fields


def test_verdicts_stand_in_the_order_of_the_file() -> None:
    assert list(verdicts_on({"b": claim("roi", 1), "a": claim("roi", 2), NAME: claim("roi", 3)})) == ["b", "a", NAME]  # fmt: skip


def test_a_repeat_inherits_reading_scope_and_verdict() -> None:
    label = {"label": "A reading"}
    changes = {
        "readings": {
            "all": {**label, "lines": ["start", "years", "sales"]},
            "lean": {**label, "lines": ["start", "sales"]},
        },
        "headline": {"reading": "all", "because": "it is whole"},
    }
    first = claim("roi", "43.6%", "share", reading="lean")
    found = verdict_on(claim("roi", "43.6%", "share", repeats="first"), changes, first=first)
    assert (found.state, found.inherits) == ("reproduced", "first")
    rounded = verdict_on(claim("roi", "44%", "share", repeats="first", bound="about"), changes, first=first)  # fmt: skip
    assert (rounded.state, rounded.inherits) == ("reproduced", None)
    part = {**first, "scope": "the first shop"}
    assert verdict_on(claim("roi", "43.6%", "share", repeats="first"), changes, first=part).reason == "only_a_part"  # fmt: skip


# Payback by its resolution ------------------------------------------------------------------------


IN_A_YEAR = {**PAYS, "inputs.first.value": 90000}
"""Paid back after eight or nine months, as yearly data have it: in the first year."""


@pytest.mark.parametrize(("value", "unit"), [(3, "month"), (8, "month"), (12, "month"), (6, "week"), (52, "week"), (1, "year"), (90, "day")])  # fmt: skip
def test_within_the_first_year_is_one_time(value: float, unit: str) -> None:
    verdict = verdict_on(claim("payback", value, unit), IN_A_YEAR)
    assert verdict.state == "fits"
    assert verdict.held is not None
    assert verdict.held.room == "resolution"


@pytest.mark.parametrize(("value", "unit"), [(13, "month"), (2, "year"), (60, "week")])
def test_a_later_year_is_another_time(value: float, unit: str) -> None:
    assert verdict_on(claim("payback", value, unit), IN_A_YEAR).state == "not_reproduced"


def test_a_time_between_two_ends_fits_where_one_of_it_does() -> None:
    assert verdict_on(claim("payback", unit="month", low=6, high=9), IN_A_YEAR).state == "fits"
    assert verdict_on(claim("payback", 12, "month", bound="up-to"), IN_A_YEAR).state == "fits"
