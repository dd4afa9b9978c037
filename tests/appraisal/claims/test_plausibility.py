"""What makes a claim impossible or doubtful: each rule by a small case. The revenue is 40 million."""

import pytest

from tests.appraisal.claims.claimed_case import Raw, claim, rules, verdict_on, verdicts_on

# The organisation's whole revenue ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "unit", "found"),
    [
        (19e6, "EUR", {}),
        (20e6, "EUR", {"whole_revenue": "doubtful"}),
        (35e6, "EUR", {"whole_revenue": "doubtful"}),
        (36e6, "EUR", {"whole_revenue": "doubtful"}),  # of three years: 30% of their revenue
        (49e6, "EUR", {"whole_revenue": "implausible"}),
        (36e6, "EUR/year", {"whole_revenue": "implausible"}),
        (3e6, "EUR/month", {"whole_revenue": "implausible"}),
        (42e6, "EUR/year", {"whole_revenue": "impossible"}),  # more than all that came in
        (40.4e6, "EUR/year", {"whole_revenue": "impossible"}),
        (119e6, "EUR", {"whole_revenue": "implausible"}),  # of three years: nearly all of it
        (400e6, "EUR", {"whole_revenue": "impossible"}),
        (-36e6, "EUR", {}),
        (36e6, "ISK", {}),  # no rate is at hand
    ],
)
@pytest.mark.parametrize("what", ["revenue", "benefit", "net", "npv"])
def test_a_gain_is_held_against_a_years_revenue(
    what: str, value: float, unit: str, found: dict[str, str]
) -> None:
    assert rules(verdict_on(claim(what, value, unit))) == found


def test_an_organisation_may_save_more_than_it_takes_in() -> None:
    assert rules(verdict_on(claim("saving", 400e6, "EUR"))) == {"whole_revenue": "implausible"}


def test_a_converted_sum_is_held_against_the_revenue() -> None:
    """36 million dollars were 31.5 million euros in 2020."""
    assert rules(verdict_on(claim("revenue", 36e6, "USD"))) == {"whole_revenue": "doubtful"}


@pytest.mark.parametrize(("year", "state"), [(None, "same_as_input"), (2019, "same_as_input"), (2020, "implausible"), (2021, "implausible"), (2023, "implausible"), (2024, "same_as_input")])  # fmt: skip
def test_what_is_observed_is_held_against_the_revenue_of_its_own_years_alone(
    year: int | None, state: str
) -> None:
    """A windfall of 50 million beside a revenue of 40 million of another year is no contradiction."""
    changes = {"inputs.first.value": 50e6, "organisation.revenue_year": year}
    verdict = verdict_on(claim("revenue", 50e6, "EUR", source="accounts"), changes)
    assert verdict.state == state


@pytest.mark.parametrize("size", ["micro", "small", "unknown"])
def test_a_small_organisation_may_live_by_one_thing(size: str) -> None:
    verdict = verdict_on(claim("revenue", 40e6, "EUR"), {"organisation.size": size})
    assert rules(verdict) == {"whole_revenue": "doubtful"}
    assert verdict.state == "not_reproduced"


@pytest.mark.parametrize(("years", "weight"), [(1, "implausible"), (2, "implausible"), (3, "doubtful")])  # fmt: skip
def test_a_sum_over_many_years_may_be_as_large_as_one_years_revenue(
    years: int, weight: str
) -> None:
    changes = {"period.years": years, "benefits.sales.when": {1: "first"}, "costs.years.when": 1}
    verdict = verdict_on(claim("revenue", 36e6, "EUR"), changes)
    assert rules(verdict) == {"whole_revenue": weight}


def test_the_horizon_decides_from_two_fifths_of_the_revenue_of_its_years_on() -> None:
    changes = {"period.years": 4, "costs.years.when": "1-4"}
    for value, weight in ((64e6, "implausible"), (63e6, "doubtful")):
        verdict = verdict_on(claim("revenue", value, "EUR"), changes)
        assert rules(verdict) == {"whole_revenue": weight}


def test_what_falls_within_a_year_is_held_against_one_years_revenue() -> None:
    at_once = {"period.years": 0, "benefits.sales.when": {0: "first"}, "costs.years.when": 0}
    for changes in (at_once, OF_ONE_YEAR):
        verdict = verdict_on(claim("revenue", 48e6, "EUR"), changes)
        assert rules(verdict) == {"whole_revenue": "impossible"}


def test_the_least_that_a_number_may_mean_is_held_against_the_revenue() -> None:
    """50 million, to the million, may be 49.5: not all of 49.8."""
    changes = {"inputs.all_revenue.value": 49.8e6}
    verdict = verdict_on(claim("revenue", 50e6, "EUR/year"), changes)
    assert rules(verdict) == {"whole_revenue": "implausible"}


def test_the_numbers_behind_a_doubt_are_told() -> None:
    (doubt,) = verdict_on(claim("revenue", 36e6, "EUR")).doubts
    assert dict(doubt.numbers) == {"share": 0.9, "revenue": 40e6}
    (beyond,) = verdict_on(claim("revenue", 36e6, "EUR/year")).doubts
    assert dict(beyond.numbers) == {"share": 0.9, "revenue": 40e6, "limit": 0.9}
    (of_share,) = verdict_on(claim("share-of-revenue", "91%")).doubts
    assert dict(of_share.numbers) == {"share": 0.91, "limit": 0.9}


OF_ONE_YEAR = {"period.years": 1, "benefits.sales.when": {1: "first"}, "costs.years.when": 1}


def test_without_a_known_revenue_the_claim_that_it_goes_back_to_gives_it() -> None:
    first = claim("revenue", 40e6, "EUR/year", of="organisation")
    verdict = verdict_on(
        claim("revenue", 40e6, "EUR", repeats="first"),
        {"organisation.revenue": None, **OF_ONE_YEAR},
        first=first,
    )
    assert rules(verdict)["whole_revenue"] == "implausible"


def test_a_claim_about_the_initiative_is_not_the_organisations_revenue() -> None:
    verdict = verdict_on(
        claim("revenue", 40e6, "EUR", repeats="first"),
        {"organisation.revenue": None, **OF_ONE_YEAR},
        first=claim("revenue", 40e6, "EUR/year"),
    )
    assert "whole_revenue" not in rules(verdict)


def test_the_organisations_revenue_is_no_gain_of_the_initiative() -> None:
    assert rules(verdict_on(claim("revenue", 40e6, "EUR/year", of="organisation"))) == {}


def test_a_share_of_revenue_needs_no_revenue() -> None:
    verdict = verdict_on(claim("share-of-revenue", "91%"), {"organisation.revenue": None})
    assert rules(verdict) == {"whole_revenue": "implausible"}
    assert rules(verdict_on(claim("share-of-revenue", "85%"))) == {"whole_revenue": "doubtful"}
    assert rules(verdict_on(claim("share-of-revenue", "40%"))) == {}
    assert rules(verdict_on(claim("share-of-revenue", "102%")))["whole_revenue"] == "impossible"


def test_an_impossible_claim_is_impossible_even_where_an_input_gives_it_back() -> None:
    changes = {
        "inputs.first.value": 150e6,
        "benefits.sales.status": "forecast",
    }
    verdict = verdict_on(claim("revenue", 150e6, "EUR", source="accounts"), changes)
    assert verdict.state == "impossible"
    assert verdict.held is not None
    assert verdict.held.name == "first"


# A ratio beside its own parts --------------------------------------------------------------------


def trio(ratio: Raw, gain: float = 600000, cost: float = 200000) -> dict[str, Raw]:
    return {
        "ratio": {**ratio, "parts": {"gain": "gain", "cost": "cost"}},
        "gain": claim("benefit", gain, "EUR"),
        "cost": claim("cost", cost, "EUR"),
    }


def test_a_ratio_that_follows_from_its_parts_is_not_doubted() -> None:
    for ratio in (claim("bcr", 3), claim("roi", "200%", "share")):
        assert all(not rules(verdict) for verdict in verdicts_on(trio(ratio)).values())


def test_the_printed_digits_of_all_three_count() -> None:
    """595,000 to 605,000 by 195,000 to 205,000 is 2.9 to 3.1."""
    assert not rules(verdicts_on(trio(claim("bcr", 3.1)))["ratio"])
    assert rules(verdicts_on(trio(claim("bcr", 3.2)))["ratio"])


def test_parts_in_other_stretches_of_time_are_brought_to_one() -> None:
    parts = {
        "gain": claim("benefit", 50000, "EUR/month"),
        "cost": claim("cost", 200000, "EUR/year"),
    }
    assert not rules(verdicts_on(trio(claim("bcr", 3)) | parts)["ratio"])
    (doubt,) = verdicts_on(trio(claim("bcr", 8)) | parts)["ratio"].doubts
    assert dict(doubt.numbers) == {"claimed": 8, "gain_by_cost": 3}


def test_parts_of_a_single_euro_are_compared_too() -> None:
    """2.5 to 3.5 by 0.5 to 1.5 is at most 7."""
    found = verdicts_on(trio(claim("bcr", 10), gain=3, cost=1))
    assert rules(found["ratio"]) == {"ratio_against_parts": "impossible"}


def test_what_is_told_of_the_ratio_alone_is_told_of_no_other_claim() -> None:
    beside = {"a": claim("cost", 61000, "EUR"), "z": claim("cost", 61000, "EUR")}
    of_another_kind = verdicts_on({**trio(claim("roi", "300%", "share")), **beside})
    mixed = verdicts_on({**trio(claim("bcr", 0.71), gain=85050, cost=110000), **beside})
    for rule, found in (("ratio_of_another_kind", of_another_kind), ("mixed_bases", mixed)):
        assert [name for name in found if rule in rules(found[name])] == ["ratio"]


def test_a_ratio_that_does_not_follow_is_impossible_and_its_parts_are_doubtful() -> None:
    found = verdicts_on(trio(claim("bcr", 10)))
    assert rules(found["ratio"]) == {"ratio_against_parts": "impossible"}
    assert rules(found["gain"]) == rules(found["cost"]) == {"part_of_ratio": "doubtful"}
    assert found["gain"].state == "not_reproduced"
    (doubt,) = found["gain"].doubts
    assert dict(doubt.numbers) == {"claimed": 10, "gain_by_cost": 3}
    assert doubt.claims == ("ratio", "gain", "cost")


def test_a_part_that_the_case_supports_is_cleared() -> None:
    found = verdicts_on(trio(claim("bcr", 10), cost=50000))
    assert {name: verdict.state for name, verdict in found.items()} == {
        "ratio": "impossible",
        "gain": "not_reproduced",
        "cost": "reproduced_on_another_basis",  # one line alone
    }
    assert rules(found["cost"]) == {}


def test_the_only_part_that_nothing_supports_is_the_impossible_one() -> None:
    found = verdicts_on(trio(claim("bcr", 0.71), gain=900000, cost=50000))
    assert found["ratio"].state == "reproduced"
    assert found["cost"].state == "reproduced_on_another_basis"
    assert rules(found["gain"]) == {"part_of_ratio": "impossible"}


def test_a_share_of_everything_leaves_nothing_over() -> None:
    assert rules(verdict_on(claim("share", "100%", "share"))) == {"all_credited": "doubtful"}
    assert rules(verdict_on(claim("share", "76%", "share"))) == {}


def test_who_repeats_the_number_repeats_the_contradiction() -> None:
    repeated = claim("revenue", 600000, "EUR", repeats="gain")
    changed = claim("revenue", 500000, "EUR", repeats="gain")
    found = verdicts_on({**trio(claim("bcr", 10)), "same": repeated, "other": changed})
    assert rules(found["same"]) == {"part_of_ratio": "doubtful"}
    assert rules(found["other"]) == {}
    assert found["other"].state == "not_reproduced"


def test_gain_by_cost_called_roi_is_doubted_not_refused() -> None:
    found = verdicts_on(trio(claim("roi", "300%", "share")))
    assert rules(found["ratio"]) == {"ratio_of_another_kind": "doubtful"}
    assert rules(found["gain"]) == {}


def test_a_ratio_and_a_sum_on_two_bases_are_told() -> None:
    """As a teaching text does: a discounted ratio beside undiscounted sums."""
    found = verdicts_on(trio(claim("bcr", 0.71), gain=85050, cost=110000))
    assert rules(found["ratio"])["mixed_bases"] == "doubtful"
    assert found["ratio"].state == "reproduced"


@pytest.mark.parametrize(
    "parts",
    [
        {"cost": claim("cost", 100000, "ISK")},
        {"cost": claim("cost", 0, "EUR")},
        {"cost": claim("cost", "unknown", "EUR")},
        {"gain": claim("benefit", "unknown", "EUR")},
    ],
)
def test_parts_that_do_not_compare_say_nothing(parts: dict[str, Raw]) -> None:
    assert rules(verdicts_on(trio(claim("bcr", 10)) | parts)["ratio"]) == {}


# Slips of scale and time -------------------------------------------------------------------------


@pytest.mark.parametrize("value", [4.6e9, 4.6e3, 4.6e12, 4.6, 4.8254e9, 4.37092e9])
def test_a_thousand_times_what_is_repeated_is_a_slip(value: float) -> None:
    verdict = verdict_on(
        claim("saving", value, "ISK", repeats="first"), first=claim("saving", 4.6e6, "ISK")
    )
    assert rules(verdict) == {"thousandfold": "implausible"}


def test_a_twentieth_more_than_a_thousand_times_is_about_that_and_no_more() -> None:
    verdict = verdict_on(
        claim("saving", 4.84e9, "USD", repeats="first"), first=claim("saving", 4.6e6, "USD")
    )
    assert "thousandfold" not in rules(verdict)


def test_a_slip_is_seen_through_another_stretch_of_time() -> None:
    verdict = verdict_on(
        claim("saving", 25e6, "ISK/month", repeats="first"),
        first=claim("saving", 3e5, "ISK/year"),
    )
    (doubt,) = verdict.doubts
    assert (doubt.rule, dict(doubt.numbers)) == ("thousandfold", {"factor": 1000})


def test_what_is_beyond_a_limit_comes_before_what_is_only_doubtful() -> None:
    verdict = verdict_on(
        claim("revenue", 20e6, "EUR", repeats="first"), first=claim("revenue", 20e3, "EUR")
    )
    assert list(rules(verdict)) == ["thousandfold", "whole_revenue"]


def test_a_thousand_times_an_input_or_figure_is_doubtful() -> None:
    assert rules(verdict_on(claim("cost", 50e6, "EUR"))) == {"thousandfold": "doubtful"}
    assert rules(verdict_on(claim("cost", 110e6, "EUR"))) == {"thousandfold": "doubtful"}
    assert rules(verdict_on(claim("cost", 60e6, "EUR"))) == {}
    assert rules(verdict_on(claim("share", 12000))) == {}  # a plain number is no sum


def test_a_year_or_the_whole_period() -> None:
    rule = {"cumulative_or_yearly": "doubtful"}
    assert rules(verdict_on(claim("benefit", 85050, "EUR/year"))) == rule
    first = claim("benefit", 4.6e6, "EUR/year")
    lost = verdict_on(claim("benefit", 4.6e6, "EUR", repeats="first"), first=first)
    assert rules(lost) == rule
    assert lost.doubts[0].claims == ("first",)
    converted = claim("benefit", 4.6e6 / 12, "EUR/month", repeats="first")
    assert rules(verdict_on(converted, first=first)) == {}


# Too good ----------------------------------------------------------------------------------------


def test_nothing_taken_off_is_an_attribution_of_all() -> None:
    rule = {"all_credited": "doubtful"}
    assert rules(verdict_on(claim("roi", "47%", "share"))) == rule
    assert rules(verdict_on(claim("roi", "-29%", "share"))) == {}
    whole = {"all_credited": "doubtful", "whole_revenue": "implausible"}
    assert rules(verdict_on(claim("share-of-revenue", "100%"))) == whole


@pytest.mark.parametrize(
    ("design", "found", "state"),
    [
        ("tracked", {"all_credited": "doubtful"}, "reproduced_on_another_basis"),
        ("randomised", {}, "reproduced"),
    ],
)
def test_a_design_that_isolates_needs_nothing_taken_off(
    design: str, found: dict[str, str], state: str
) -> None:
    changes = {"benefits.sales.without_it": {"design": design}}
    verdict = verdict_on(claim("bcr", 1.347), changes)
    assert verdict.state == state
    assert rules(verdict) == found


@pytest.mark.parametrize(
    ("written", "doubted"),
    [
        (claim("roi", "1000%", "share"), False),
        (claim("roi", "1001%", "share"), True),
        (claim("bcr", 11), False),
        (claim("bcr", 12), True),
    ],
)
def test_a_return_above_a_thousand_per_cent_is_doubtful(written: Raw, doubted: bool) -> None:  # noqa: FBT001 -- one of the two
    assert ("roi_beyond" in rules(verdict_on(written))) is doubted


def test_media_value_is_never_money() -> None:
    verdict = verdict_on(claim("media-value", 50000, "EUR"))
    assert (verdict.state, rules(verdict)) == ("not_computable", {"media_value": "doubtful"})


def test_the_strongest_doubts_come_first() -> None:
    found = verdicts_on(
        {
            **trio(claim("bcr", 10), gain=39e6),
            "again": claim("benefit", 39e6, "EUR/year", repeats="gain"),
        }
    )
    assert [(doubt.rule, doubt.weight) for doubt in found["again"].doubts] == [
        ("part_of_ratio", "doubtful"),  # arithmetic weighs more than a limit
        ("whole_revenue", "implausible"),
        ("cumulative_or_yearly", "doubtful"),
    ]
    assert found["again"].state == "implausible"
    assert found["ratio"].state == "impossible"
