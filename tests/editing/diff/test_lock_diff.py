"""`diff` tells which locks a change moves: of readings with what leads, and of soft results."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.editing.test_new_and_diff import ROOT, run, site

__all__ = ["site"]
BOTH = ("text", "markdown")


def locks(folder: Path) -> dict[tuple[str, str | None, str], dict[str, Any]]:
    data = json.loads(run(folder, "diff", "HEAD", "--format", "json").stdout)
    return {(each["case"], each["reading"], each["of"]): each for each in data["locks"]}


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / "cases" / "depaul-ihobo.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_locks_of_an_untouched_site_stay(site: Path) -> None:
    assert locks(site) == {}
    assert all("ocks" not in run(site, "diff", "HEAD", "--format", form).stdout for form in BOTH)


def test_another_design_moves_the_locks_of_its_result_alone(site: Path) -> None:
    edit(site, "\n    design: tracked", "\n    design: randomised")
    ((place, moved),) = locks(site).items()
    assert place == ("depaul-ihobo", None, "donors")
    assert (moved["before"]["locks"], moved["after"]["locks"]) == (0, 4)
    told = run(site, "diff", "HEAD").stdout
    assert "    Locks\n      donors: none of five locks -> four of five locks\n" in told
    assert "Now: those who took part were drawn by lot (level 5)" in told
    assert "No longer: results were counted as they came in" in told
    table = run(site, "diff", "HEAD", "--format", "markdown").stdout
    assert "| `donors` | none of five locks | four of five locks<br>Now: those who took" in table


def test_the_steps_that_made_the_difference_are_data_too(site: Path) -> None:
    edit(site, "\n    design: tracked", "\n    design: randomised")
    ((_, moved),) = locks(site).items()
    assert any("drawn by lot" in step for step in moved["now"])
    assert not set(moved["now"]) & set(moved["no_longer"])


@pytest.mark.parametrize("form", BOTH)
def test_a_better_design_moves_the_effect_of_its_readings(site: Path, form: str) -> None:
    old = "      design: tracked\n      deadweight: unknown"
    edit(site, old, "      design: matched-markets\n      comparator: {en: x, fr: x}")
    found = locks(site)["depaul-ihobo", "gifts_only", "reading"]
    assert found["before"]["leads"] == found["after"]["leads"] == "money"
    assert found["before"]["effect"] < found["after"]["effect"]
    told = run(site, "diff", "HEAD", "--format", form).stdout
    assert "What leads: a return in money (none of five locks" in told


def test_a_case_that_is_new_has_locks_that_were_not_there(site: Path) -> None:
    text = (ROOT / "cases" / "ebay-paid-search.yml").read_text(encoding="utf-8")
    (site / "cases" / "ebay-paid-search.yml").write_text(text, encoding="utf-8")
    found = locks(site)["ebay-paid-search", "authors_share_of_sales", "reading"]
    assert found["before"] is None
    assert found["after"] == {"leads": "money", "effect": 2, "money": 1, "locks": 1}
    assert "What leads: a return in money" in run(site, "diff", "HEAD").stdout
