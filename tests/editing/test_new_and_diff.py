"""`new` writes a sound draft; `diff` tells which figures a change moves."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from roi_casebook.cli import main

ROOT = Path(__file__).parents[2]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site under git with two of the real cases."""
    (tmp_path / "cases").mkdir()
    shutil.copy(ROOT / "site_config.yml", tmp_path)
    for slug in ("depaul-ihobo", "need-a-cake"):
        shutil.copy(ROOT / "cases" / f"{slug}.yml", tmp_path / "cases")
    identity = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    for command in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "Begin"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    return tmp_path


def run(site: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--site", str(site)], catch_exceptions=False)


def test_a_new_case_is_sound_from_the_start(site: Path) -> None:
    assert run(site, "new", "my-case").exit_code == 0
    checked = run(site, "check", str(site / "cases" / "my-case.yml"))
    assert checked.exit_code == 0, checked.stdout
    figures = json.loads(run(site, "figures", "my-case", "--format", "json").stdout)["figures"]
    assert figures["roi"]["reason"] == "cost_unknown"


def test_new_never_replaces_a_case(site: Path) -> None:
    before = (site / "cases" / "need-a-cake.yml").read_text(encoding="utf-8")
    result = run(site, "new", "need-a-cake")
    assert result.exit_code == 2
    assert "there already" in result.stderr
    assert (site / "cases" / "need-a-cake.yml").read_text(encoding="utf-8") == before


def test_a_wrong_slug_is_refused_with_a_right_one(site: Path) -> None:
    result = run(site, "new", "My Case!")
    assert result.exit_code == 2
    assert "e.g. my-case" in result.stderr


@pytest.mark.parametrize("slug", ["index", "a" * 81, "a" * 5000, "../escaped", ""])
def test_a_name_that_check_would_refuse_is_not_written(site: Path, slug: str) -> None:
    before = sorted(site.rglob("*.yml"))
    result = run(site, "new", slug)
    assert result.exit_code == 2
    assert "no slug" in result.stderr
    assert sorted(site.rglob("*.yml")) == before


def test_an_untouched_site_moves_nothing(site: Path) -> None:
    assert "No figure moves" in run(site, "diff", "HEAD").stdout
    assert json.loads(run(site, "diff", "HEAD", "--format", "json").stdout)["moved"] == []


def test_an_edited_input_moves_its_figures_and_no_other(site: Path) -> None:
    path = site / "cases" / "depaul-ihobo.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("value: 12600", "value: 12000"), encoding="utf-8")
    moved = json.loads(run(site, "diff", "HEAD", "--format", "json").stdout)["moved"]
    by_place = {(each["reading"], each["figure"]): each for each in moved}
    assert {each["case"] for each in moved} == {"depaul-ihobo"}
    assert by_place["gifts_only", "roi_simple"]["before"]["value"] == pytest.approx(1.1)
    assert by_place["gifts_only", "roi_simple"]["after"]["value"] == pytest.approx(1.0)
    assert ("gifts_only", "pv_costs") not in by_place
    table = run(site, "diff", "HEAD", "--format", "markdown").stdout
    assert "| depaul-ihobo | gifts_only |" in table
    assert "110% | 100%" in table


def test_an_edited_quotation_moves_no_figure(site: Path) -> None:
    path = site / "cases" / "need-a-cake.yml"
    text = path.read_text(encoding="utf-8")
    assert "8,500" in text
    path.write_text(text.replace("cut it off", "cut it all off"), encoding="utf-8")
    assert json.loads(run(site, "diff", "HEAD", "--format", "json").stdout)["moved"] == []


def test_a_new_case_shows_as_not_there_before(site: Path) -> None:
    run(site, "new", "my-case")
    text = run(site, "diff", "HEAD").stdout
    assert "my-case roi: (not there) -> (cost unknown)" in text


def test_an_unknown_revision_is_wrong_use(site: Path) -> None:
    result = run(site, "diff", "no-such-revision")
    assert result.exit_code == 2
    assert "no-such-revision" in result.stderr
