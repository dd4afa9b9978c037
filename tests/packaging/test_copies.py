"""The project builds where its history is missing (an archive) or cut (a shallow clone)."""

import sys
from pathlib import Path

import pytest

from tests.packaging.project import assert_site_is_built, copy_project, run

pytestmark = pytest.mark.slow
BUILD = "from roi_casebook.cli import main; main(['build'])"
GIT = ("git", "-c", "user.name=Test", "-c", "user.email=test@example.org")


def build(folder: Path, **env: str) -> None:
    """Builds with the copy's own code, whatever is installed."""
    run(
        sys.executable, "-c", BUILD, cwd=folder, env={"PYTHONPATH": str(folder / "generator")} | env
    )
    assert_site_is_built(folder)


def test_unpacked_archive_builds_without_git(tmp_path: Path) -> None:
    build(copy_project(tmp_path / "archive"), PATH=str(Path(sys.executable).parent))


def test_shallow_clone_builds(tmp_path: Path) -> None:
    origin = copy_project(tmp_path / "origin")
    run(*GIT, "init", "--quiet", cwd=origin)
    run(*GIT, "add", "--all", cwd=origin)
    run(*GIT, "commit", "--quiet", "--message", "All", cwd=origin)
    run(*GIT, "commit", "--quiet", "--allow-empty", "--message", "More", cwd=origin)
    run(*GIT, "clone", "--quiet", "--depth=1", origin.as_uri(), tmp_path / "clone", cwd=tmp_path)
    build(tmp_path / "clone")
