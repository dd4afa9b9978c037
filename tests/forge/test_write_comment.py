"""What a pull request changes, as data: what a machine can tick, then the diff."""

import subprocess
from pathlib import Path

import pytest

from tests.editing.diff.conftest import CAKE, DEPAUL, History, history
from tools.forge.write_comment import main

__all__ = ["history"]
pytestmark = pytest.mark.slow  # each runs three commands


def written(history: History, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(history.folder)
    ran = ["git", "rev-parse", "HEAD"]
    base = subprocess.run(ran, capture_output=True, text=True, check=True).stdout.strip()
    assert main(["comment"], {"PR_NUMBER": "12", "BASE_SHA": base}) == 0
    assert Path("comment/number").read_text(encoding="utf-8") == "12"
    return Path("comment/comment.md").read_text(encoding="utf-8")


def test_what_holds_is_ticked_and_the_diff_follows(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.edit("value: 12600", "value: 12000")
    told = written(history, monkeypatch)
    ticks = [line for line in told.splitlines() if line.startswith("- [")]
    assert len(ticks) == 5
    assert "- [x] `casebook check` finds no error" in ticks
    assert "- [x] no published case loses its page" in ticks
    assert f"#### {DEPAUL}: changed" in told
    assert "| `inputs.text_gifts.value` | `12600` | `12000` |" in told


def test_what_does_not_hold_is_left_open(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    history.case(CAKE).unlink()
    history.case().rename(history.case("ihobo"))
    told = written(history, monkeypatch)
    assert "- [ ] no published case loses its page" in told
    assert "- [ ] a renamed case names its earlier slug" in told


def test_errors_are_told_in_place_of_a_diff(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.edit("perspective: payer", "perspective: buyer")
    told = written(history, monkeypatch)
    assert told.startswith("- [ ] `casebook check` finds no error")
    assert "1 to mend first" in told
    assert "####" not in told
