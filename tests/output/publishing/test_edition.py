import subprocess
from datetime import date
from pathlib import Path

import pytest

from roi_casebook.output.failures import EnvironmentFailure
from roi_casebook.output.publishing.edition import Edition, find_edition

TODAY = date(2030, 1, 2)
WHO = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.c"}
COMMITTER = {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b.c"}
WHEN = {"GIT_COMMITTER_DATE": "2026-11-22T10:00:00Z", "GIT_AUTHOR_DATE": "2026-11-22T10:00:00Z"}


def git(folder: Path, *command: str) -> str:
    run = subprocess.run(
        ["git", "-C", str(folder), *command],
        env={
            "PATH": "/usr/bin:/bin:/usr/local/bin",
            "HOME": str(folder),
            **WHO,
            **COMMITTER,
            **WHEN,
        },
        check=True,
        capture_output=True,
        text=True,
    )
    return run.stdout.strip()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "site_config.yml").write_text("title: x\n", encoding="utf-8")
    return folder


@pytest.fixture
def repository(site: Path) -> Path:
    git(site, "init", "-q")
    git(site, "add", ".")
    git(site, "commit", "-q", "-m", "x")
    return site


def test_a_commit_gives_its_day_and_short_name(repository: Path) -> None:
    short = git(repository, "log", "-1", "--format=%h")
    assert find_edition(repository, {}, TODAY) == Edition(date(2026, 11, 22), short)


def test_changed_content_is_of_today_and_said_to_be_changed(repository: Path) -> None:
    (repository / "cases").mkdir()
    (repository / "cases" / "new.yml").write_text("x", encoding="utf-8")
    edition = find_edition(repository, {}, TODAY)
    assert (edition.day, edition.changed_since) == (TODAY, True)


def test_a_file_beside_the_content_changes_nothing(repository: Path) -> None:
    (repository / "notes.txt").write_text("x", encoding="utf-8")
    assert not find_edition(repository, {}, TODAY).changed_since


def test_without_git_no_commit_is_known(site: Path) -> None:
    assert find_edition(site, {}, TODAY) == Edition(TODAY, None)


def test_an_archive_inside_another_repository_has_no_commit(repository: Path) -> None:
    inner = repository / "unpacked"
    inner.mkdir()
    (inner / "site_config.yml").write_text("title: y\n", encoding="utf-8")
    assert find_edition(inner, {}, TODAY).commit is None


def test_a_shallow_clone_knows_its_commit(repository: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", str(clone))
    assert find_edition(clone, {}, TODAY).commit == git(repository, "log", "-1", "--format=%h")


def test_a_reproducible_build_sets_the_day(repository: Path) -> None:
    edition = find_edition(repository, {"SOURCE_DATE_EPOCH": "86400"}, TODAY)
    assert edition.day == date(1970, 1, 2)


@pytest.mark.parametrize("given", ["abc", "-1", "1.5", "99999999999999999", "9" * 5000, "\u0661"])
def test_a_day_that_cannot_be_is_told(site: Path, given: str) -> None:
    with pytest.raises(
        EnvironmentFailure, match=r"SOURCE_DATE_EPOCH is '.*', expected the seconds"
    ):
        find_edition(site, {"SOURCE_DATE_EPOCH": given}, TODAY)
