"""`doctor` says what is wrong with a set-up, one thing a line, and ends as other commands do."""

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from roi_casebook.cli import main
from roi_casebook.editing import set_up

ROOT = Path(__file__).parents[2]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "cases").mkdir()
    shutil.copy(ROOT / "site_config.yml", tmp_path)
    shutil.copy(ROOT / "cases" / "need-a-cake.yml", tmp_path / "cases")
    return tmp_path


def run(site: Path) -> Result:
    return CliRunner().invoke(main, ["doctor", "--site", str(site)], catch_exceptions=False)


def test_a_sound_set_up_is_said_to_be_so(site: Path) -> None:
    subprocess.run(["git", "init", "-q", str(site)], check=True)
    told = run(site)
    assert told.exit_code == 0
    assert [line[0] for line in told.stdout.splitlines()[:-1]] == ["+"] * 7
    assert "with 1 case" in told.stdout
    assert "pagefind 1." in told.stdout
    assert told.stdout.endswith("Nothing is wrong with the set-up.\n")


def test_no_repository_is_told_and_fails_nothing(site: Path) -> None:
    told = run(site)
    assert told.exit_code == 0
    assert "- git: the site is in no repository" in told.stdout


@pytest.mark.parametrize(
    ("wrong", "ends", "told"),
    [
        ("engine", 3, "! site engine: mkdocs is not installed"),
        ("search", 3, "! search: the search does not start"),
        ("python", 3, "! Python: install Python 9.9 or newer"),
        ("config", 1, "has errors: casebook check names them"),
        ("cases", 1, "holds no case: casebook new my-case writes one"),
        ("folder", 3, "cannot be written: No space left on device"),
    ],
)
def test_what_is_wrong_is_named_with_what_to_do(
    site: Path, monkeypatch: pytest.MonkeyPatch, wrong: str, ends: int, told: str
) -> None:
    def full(**_where: object) -> None:
        raise OSError(28, "No space left on device")

    if wrong == "engine":
        monkeypatch.setattr(set_up, "find_spec", lambda _name: None)
    elif wrong == "search":
        monkeypatch.setattr("sys.executable", str(site / "no-python"))
    elif wrong == "python":
        monkeypatch.setattr(set_up, "OLDEST", (9, 9))
    elif wrong == "config":
        (site / "site_config.yml").write_text("title: T\n", "utf-8")
    elif wrong == "cases":
        (site / "cases" / "need-a-cake.yml").unlink()
    else:
        monkeypatch.setattr(set_up, "TemporaryFile", full)
    result = run(site)
    assert result.exit_code == ends
    assert told in result.stdout
    assert "wrong with the set-up" in result.stdout


def test_where_no_site_is_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["doctor"], catch_exceptions=False)
    assert result.exit_code == 1
    assert "found no site_config.yml here or above" in result.stdout


def test_it_speaks_the_language_of_the_site(site: Path) -> None:
    config = site / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("[en, fr]", "[fr, en]"), "utf-8")
    assert "moteur du site" in run(site).stdout
