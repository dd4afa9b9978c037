"""`casebook due`: what was too early is due on the day on which it can be judged, what grows old too."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from roi_casebook.cli import main

ROOT = Path(__file__).parents[2]
CASE = "depaul-ihobo"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one case that began in May 2010, observed for a year, and checked in November 2010."""
    (tmp_path / "cases").mkdir()
    shutil.copy(ROOT / "site_config.yml", tmp_path)
    text = (ROOT / "cases" / f"{CASE}.yml").read_text(encoding="utf-8")
    text = text.replace("checked: 2026-11-22", "checked: 2012-11-22")
    (tmp_path / "cases" / f"{CASE}.yml").write_text(text, encoding="utf-8")
    return tmp_path


def edit(site: Path, old: str, new: str) -> None:
    path = site / "cases" / f"{CASE}.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def due(site: Path, day: str) -> str:
    result = CliRunner().invoke(main, ["due", "--on", day, "--site", str(site)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_data_that_grew_old_since_the_check_are_due(site: Path) -> None:
    """Observed to the end of April 2011: five years later, a day of 365.25 of them at a time."""
    assert "Nothing is due" in due(site, "2016-04-29")
    told = due(site, "2016-05-01")
    assert "1 case is due" in told
    assert f"- {CASE}: its last data are too old since 30 April 2016" in told


def test_what_was_too_early_is_due_when_it_can_be_judged(site: Path) -> None:
    """48 months to effect, of which half are over 24 months after 1 May 2010; 12 were observed."""
    edit(site, "time_to_effect:\n  value: 1\n", "time_to_effect:\n  value: 48\n")
    edit(site, "checked: 2012-11-22", "checked: 2011-11-22")
    assert "Nothing is due" in due(site, "2012-04-30")
    told = due(site, "2012-05-01")
    assert f"- {CASE}: measured too early when it was checked on 22 November 2011" in told
    assert "since 1 May 2012" in told


def test_a_case_that_was_checked_since_is_not_due(site: Path) -> None:
    edit(site, "checked: 2012-11-22", "checked: 2017-11-22")
    assert "Nothing is due" in due(site, "2020-01-01")


@pytest.mark.parametrize("state", ["draft"])
def test_what_is_not_published_is_not_due(site: Path, state: str) -> None:
    edit(site, "state: published", f"state: {state}")
    assert "Nothing is due" in due(site, "2020-01-01")


def test_a_day_that_is_none_is_wrong_use(site: Path) -> None:
    result = CliRunner().invoke(main, ["due", "--on", "soon", "--site", str(site)])
    assert result.exit_code == 2


def test_a_site_with_errors_says_so(site: Path) -> None:
    edit(site, "perspective: payer", "perspective: buyer")
    result = CliRunner().invoke(main, ["due", "--site", str(site)])
    assert result.exit_code == 1
    assert "perspective" in result.stderr
