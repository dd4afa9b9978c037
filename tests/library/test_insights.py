"""What the cases show together: counts by hand over named real cases."""

from roi_casebook.library.insights import Field, failings, gap_map, missing_most, states
from tests.pages.told import SITE, real

BLOGS, TAGGING = real("ibm-internal-blogs"), real("ibm-enterprise-tagging")
TRIAL, APP = real("txt2stop"), real("stopcovid")


def test_each_claim_is_counted_once_by_its_verdict() -> None:
    counted = states([BLOGS, TAGGING])
    assert sum(counted.values()) == len(BLOGS.verdicts) + len(TAGGING.verdicts)
    assert (counted["impossible"], counted["implausible"]) == (1, 2)


def test_why_claims_fail_is_told_with_the_cases_in_which_they_do() -> None:
    """IBM's whole revenue for its blogs, ten to one from a thousand to one, and who repeated it."""
    found = failings([BLOGS, TRIAL])
    assert {why for why, slugs in found.items() if "ibm-internal-blogs" in slugs} >= {
        "whole",
        "ratio",
        "inherited",
    }
    assert all("txt2stop" not in slugs for why, slugs in found.items() if why != "counterfactual")


def test_what_is_missing_is_counted_where_it_applies() -> None:
    found = missing_most([BLOGS, APP], 24)
    assert [one.missing for one in found] == sorted((one.missing for one in found), reverse=True)
    assert all(one.missing <= one.applies <= 2 for one in found)
    answers = {
        item.name: item.answer for item in BLOGS.evidence.reporting.items
    }  # blogs alone, by hand
    assert answers["ranges"] == "no"
    assert next(one.missing for one in found if one.item == "ranges") >= 1
    assert len(missing_most([BLOGS], 3)) == 3


def test_the_map_counts_cases_of_a_kind_by_objective_with_the_most_locks() -> None:
    cases = [TRIAL, APP, real("covidsafe"), BLOGS]
    found = gap_map(cases)
    assert sum(field.number for field in found.fields.values()) == len(cases)
    own = APP.case.initiative
    most = max(APP.leads.locks.count, real("covidsafe").leads.locks.count)
    assert found.fields[own.kind, own.objective] == Field(2, most)
    assert found.kinds[0] == own.kind
    assert len(found.fields) <= len(found.kinds) * len(found.objectives)


def test_all_real_cases_have_their_place_on_the_map() -> None:
    found = gap_map([real(slug) for slug in SITE.cases])
    assert sum(field.number for field in found.fields.values()) == len(SITE.cases)
