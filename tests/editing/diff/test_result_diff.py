"""`diff` tells which costs per result a change moves, as it does of figures and locks."""

import json
from pathlib import Path

import pytest

from tests.editing.diff.test_lock_diff import edit
from tests.editing.test_new_and_diff import run, site

__all__ = ["site"]
CASE = "depaul-ihobo"


def test_the_costs_of_an_untouched_site_stay(site: Path) -> None:
    assert json.loads(run(site, "diff", "HEAD", "--format", "json").stdout)["cost_per_result"] == []
    assert "cost" not in run(site, "diff", "HEAD").stdout


@pytest.fixture
def changed(site: Path) -> Path:
    """The site with twice as many downloads counted, by the same quotation."""
    edit(site, "value: 750000", "value: 1500000")
    return site


def test_a_count_moves_what_one_cost(changed: Path) -> None:
    """At least 6,000 pounds over 750,000 downloads, then over 1,500,000, in each reading."""
    found = json.loads(run(changed, "diff", "HEAD", "--format", "json").stdout)["cost_per_result"]
    assert [(each["reading"], each["soft"]) for each in found] == [
        ("gifts_only", "app_downloads"),
        ("with_sponsors", "app_downloads"),
        ("lifetime_hope", "app_downloads"),
    ]
    assert {each["before"]["value"] for each in found} == {0.008}
    assert {each["after"]["value"] for each in found} == {0.004}
    assert {each["after"]["side"] for each in found} == {"or_higher"}


def test_people_are_told_what_one_cost_before_and_after(changed: Path) -> None:
    told = run(changed, "diff", "HEAD").stdout
    moved = "at least £0.008 per download -> at least £0.004 per download"
    assert "    Cost per result\n" in told
    assert f"      gifts_only app_downloads: {moved}\n" in told
    table = run(changed, "diff", "HEAD", "--format", "markdown").stdout
    assert "**Cost per result**\n\n| of | before | after |" in table
    assert f"| `gifts_only app_downloads` | {moved.replace(' -> ', ' | ')} |" in table


def test_a_result_that_is_new_was_not_there(site: Path) -> None:
    edit(site, "  app_downloads:\n    measure", "  loads:\n    measure")
    told = run(site, "diff", "HEAD").stdout
    assert "    soft (only its name): app_downloads -> loads\n" in told
    assert "gifts_only loads: (not there) -> at least £0.008 per download" in told
    assert "gifts_only app_downloads: at least £0.008 per download -> (not there)" in told
