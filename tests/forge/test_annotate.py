"""In a workflow each problem stands at its line, and all of them in the summary of the run."""

import shutil
from pathlib import Path

import pytest

from tools.forge.annotate import main, summary

ROOT = Path(__file__).parents[2]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "cases").mkdir()
    shutil.copy(ROOT / "site_config.yml", tmp_path)
    shutil.copy(ROOT / "cases" / "need-a-cake.yml", tmp_path / "cases")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.slow
def test_a_problem_is_annotated_at_its_line_and_listed(
    site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = site / "cases" / "need-a-cake.yml"
    text = path.read_text(encoding="utf-8").replace("perspective: payer", "perspective: buyer", 1)
    path.write_text(text, encoding="utf-8")
    line = text.splitlines().index("perspective: buyer") + 1
    target = site / "summary.md"
    assert main({"GITHUB_STEP_SUMMARY": str(target)}) == 1
    assert f"::error file=cases/need-a-cake.yml,line={line},col=" in capfd.readouterr().out
    listed = target.read_text(encoding="utf-8")
    assert f"cases/need-a-cake.yml:{line}:" in listed
    assert listed.startswith("### ")


@pytest.mark.slow
def test_a_sound_site_ends_with_nought_and_says_so(site: Path) -> None:
    target = site / "summary.md"
    assert main({"GITHUB_STEP_SUMMARY": str(target)}) == 0
    assert "error" not in target.read_text(encoding="utf-8")
    assert main({}) == 0


def test_no_text_of_a_file_leaves_the_block() -> None:
    told = summary("a\n```\n# b\n````\n")
    assert told.splitlines()[2] == "`````text"
    assert told.splitlines()[-1] == "`````"
