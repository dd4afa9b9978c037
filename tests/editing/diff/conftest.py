"""A site under git, made in the test, for each kind of change that `diff` tells."""

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from roi_casebook.cli import main
from tests.real_cases import ROOT

DEPAUL = "depaul-ihobo"
CAKE = "need-a-cake"


@dataclass(frozen=True)
class History:
    """A folder under git, and what `diff` says of it against its first state."""

    folder: Path

    def case(self, slug: str = DEPAUL) -> Path:
        """Give the file of a case."""
        return self.folder / "cases" / f"{slug}.yml"

    def edit(self, old: str, new: str, file: str = f"cases/{DEPAUL}.yml") -> None:
        """Replace a text in a file that holds it."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def git(self, *command: str) -> None:
        """Let git do something in the folder, as an editor."""
        identity = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
        run = ["git", "-C", str(self.folder), *identity, *command]
        subprocess.run(run, check=True, capture_output=True)

    def commit(self) -> None:
        """Keep what the folder holds."""
        self.git("add", "--all")
        self.git("commit", "-qm", "Change")

    def told(self, form: str = "text", *options: str) -> str:
        """Give what `diff` says."""
        arguments = ["diff", "HEAD", "--format", form, "--site", str(self.folder), *options]
        result = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.stdout

    def data(self, *options: str) -> dict[str, Any]:
        """Give what `diff` says, for programs."""
        found: dict[str, Any] = json.loads(self.told("json", *options))
        return found

    def moved(self, name: str) -> list[dict[str, Any]]:
        """Give what moved of a kind."""
        found: list[dict[str, Any]] = self.data()[name]
        return found


@pytest.fixture
def history(tmp_path: Path) -> History:
    """Give a site of two real cases that git knows."""
    (tmp_path / "cases").mkdir()
    shutil.copy(ROOT / "site_config.yml", tmp_path)
    for slug in (DEPAUL, CAKE):
        shutil.copy(ROOT / "cases" / f"{slug}.yml", tmp_path / "cases")
    made = History(tmp_path)
    made.git("init", "-q")
    made.commit()
    return made
