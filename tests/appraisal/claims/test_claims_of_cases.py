"""The verdicts on the first five real cases, by hand."""

from collections.abc import Mapping
from functools import cache

import pytest

from roi_casebook.appraisal import appraise
from roi_casebook.appraisal.claims.judged_claims import verdicts
from roi_casebook.appraisal.claims.verdict import Verdict
from tests.appraisal.judged_case import real_site


@cache
def found(slug: str) -> Mapping[str, Verdict]:
    site = real_site()
    assert site.config is not None
    judged = appraise(slug, site.cases[slug], site.config, site.vocabulary)
    return verdicts(judged, site.thresholds)


def states(slug: str) -> dict[str, str]:
    return {name: verdict.state for name, verdict in found(slug).items()}


def rules(slug: str) -> dict[str, list[str]]:
    return {
        name: [doubt.rule for doubt in verdict.doubts if doubt.weight != "remark"]
        for name, verdict in found(slug).items()
        if any(doubt.weight != "remark" for doubt in verdict.doubts)
    }


def test_ibm_internal_blogs() -> None:
    """The 100 billion is 1,000 times the fund, not 10 times; and 97 % of what all of IBM took in.

    The ratio contradicts arithmetic; 97 % is under 100, and beyond a limit of this library alone.

    The first to print it told it of the company, and there it agrees with the annual report. The
    fund is as announced, whoever prints it.
    """
    slug = "ibm-internal-blogs"
    assert states(slug) == {
        "company_line": "reproduced",
        "made_a_cause": "implausible",
        "invested_100_million": "reproduced_on_another_basis",
        "ten_to_one": "impossible",
        "thanks_to_blogs": "implausible",
        "up_to_100_million": "reproduced_on_another_basis",
        "objective_of_100_million": "reproduced_on_another_basis",
        "more_than_100_million": "reproduced_on_another_basis",
    }
    reasons = ["part_of_ratio", "whole_revenue", "cumulative_or_yearly"]
    assert rules(slug) == {
        "made_a_cause": reasons,
        "ten_to_one": ["ratio_against_parts"],
        "thanks_to_blogs": reasons,
    }
    assert found(slug)["thanks_to_blogs"].inherits == "made_a_cause"


def test_the_hundred_billion_contradicts_its_ratio_and_is_beyond_a_limit() -> None:
    ratio, revenue, _ = found("ibm-internal-blogs")["thanks_to_blogs"].doubts
    assert (revenue.weight, ratio.weight) == ("implausible", "doubtful")
    known = {"share": 100 / 103.6, "revenue": 103.6e9, "limit": 0.9}
    assert dict(revenue.numbers) == pytest.approx(known)
    assert dict(ratio.numbers) == {"claimed": 10, "gain_by_cost": 1000}


def test_the_hundred_billion_changed_its_meaning_once() -> None:
    first, second, third = found("ibm-internal-blogs")["thanks_to_blogs"].chain
    assert [link.claim for link in (first, second, third)] == [
        "company_line",
        "made_a_cause",
        "thanks_to_blogs",
    ]
    assert {change.field: (change.before, change.after) for change in second.changes} == {
        "of": ("organisation", "initiative"),
        "unit": ("USD/year", "USD"),
    }
    assert third.changes == ()


def test_ibm_tagging() -> None:
    """The priced hours are a part that is not counted here; the hours themselves agree.

    286,000 searches, as printed, give 953 hours a week; the unrounded count gives 955.
    """
    slug = "ibm-enterprise-tagging"
    assert states(slug) == {
        "saves_4_6_million": "not_computable",
        "hours_a_week": "reproduced_but_for_rounding",
        "cost_savings_2010": "not_computable",
        "award_7_5_million": "not_computable",
        "critic_of_seconds": "not_computable",
    }
    assert rules(slug) == {}
    assert found(slug)["saves_4_6_million"].reason == "only_a_part"
    assert found(slug)["cost_savings_2010"].reason == "only_a_part"  # as what it repeats
    changes = found(slug)["cost_savings_2010"].chain[-1].changes
    assert [(change.field, change.before, change.after) for change in changes] == [
        ("what", "benefit", "saving"),
        ("bound", "about", None),
    ]


def test_ihobo() -> None:
    """1.5 million by 6,000 is 250, with the care of donors left out.

    The 13,000 are the 12,600 of another source in round numbers; "topped 10,000" is below both.
    """
    slug = "depaul-ihobo"
    assert states(slug) == {
        "ratio_250": "reproduced_on_another_basis",
        "lifetime_1_5_million": "same_as_input",
        "early_gifts": "fits",
        "gifts_after_a_year": "reproduced_on_another_basis",
        "coverage_2_4_million": "not_computable",
        "coverage_1_2_million": "not_computable",
    }
    ratio = found(slug)["ratio_250"].held
    assert ratio is not None
    assert (ratio.value, ratio.bound, ratio.reading) == (250, "at_most", "lifetime_hope")
    assert ratio.basis == ("known_only",)
    assert rules(slug) == {
        "ratio_250": ["all_credited", "roi_beyond"],
        "lifetime_1_5_million": ["all_credited"],
        "gifts_after_a_year": ["all_credited"],
        "coverage_2_4_million": ["media_value"],
        "coverage_1_2_million": ["media_value"],
    }


def test_foiled_cupcakes() -> None:
    """A share of a revenue that nobody tells; 91 % of it through one channel is doubtful."""
    assert states("foiled-cupcakes") == {"share_of_revenue": "not_computable"}
    assert found("foiled-cupcakes")["share_of_revenue"].reason == "revenue_unknown"
    assert rules("foiled-cupcakes") == {"share_of_revenue": ["whole_revenue"]}


def test_need_a_cake() -> None:
    """The owner's loss is our input, and from the same article; of dollars the page says the rate.

    33,150 dollars are the low end of the loss on 8,500 orders, by the article's own conversion.
    """
    slug = "need-a-cake"
    assert states(slug) == {
        "whole_loss_pounds": "same_as_input",
        "whole_loss_dollars": "reproduced",
        "loss_on_orders_dollars": "fits",
    }
    converted = found(slug)["whole_loss_dollars"].doubts[-1]
    assert (converted.rule, converted.numbers["year"]) == ("converted", 2011)
    orders = found(slug)["loss_on_orders_dollars"].held
    assert orders is not None
    assert orders.ends == pytest.approx((-39780, -33150))
    assert rules(slug) == {}


def test_ebays_consultants_speak_of_a_part() -> None:
    """12.28 for each dollar was said of advertisements on eBay's own name, which the case does not count apart."""
    verdict = found("ebay-paid-search")["consultants"]
    assert (verdict.state, verdict.reason) == ("not_computable", "only_a_part")


def test_pepsis_votes_are_no_more_than_an_elections() -> None:
    """80 million votes are 61 % of the 131,313,820 of November 2008."""
    verdict = found("pepsi-refresh")["more_votes_than_an_election"]
    assert verdict.state == "not_reproduced"
    assert verdict.held is not None
    assert verdict.held.value == pytest.approx(0.609228, abs=1e-6)


def test_every_claim_has_a_verdict_and_every_verdict_stands_on_something() -> None:
    for slug in real_site().cases:
        for name, verdict in found(slug).items():
            assert verdict.claim == name
            assert verdict.chain[-1].claim == name
            assert verdict.held or verdict.reason
            assert (verdict.state == "not_computable") <= (verdict.reason is not None)
