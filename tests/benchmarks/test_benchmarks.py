"""The benchmarks run and measure every stage; how long anything takes is not tested."""

import subprocess
import sys
from pathlib import Path

import pytest

from roi_casebook.problems import has_errors
from roi_casebook.reading import read_library

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
REAL = len(list((BENCHMARKS.parent / "cases").glob("*.yml")))


def run(code: str, *arguments: str | Path) -> str:
    """Run a command of the folder, or a line of Python in it."""
    start = [str(BENCHMARKS / code)] if code.endswith(".py") else ["-c", code]
    command = [sys.executable, *start, *map(str, arguments)]
    made = subprocess.run(command, capture_output=True, text=True, check=True, cwd=BENCHMARKS)
    return made.stdout


def make(to: Path, count: int) -> dict[str, str]:
    run("import sys, pathlib, _made_site as m; m.write_made_site(int(sys.argv[1]), pathlib.Path(sys.argv[2]))", str(count), to)  # fmt: skip
    return {path.name: path.read_text(encoding="utf-8") for path in (to / "cases").iterdir()}


def test_made_cases_are_sound_and_always_the_same(tmp_path: Path) -> None:
    count = 2 * REAL + 1
    made = make(tmp_path / "one", count)
    assert made == make(tmp_path / "other", count)
    assert len(made) == count
    read = read_library(tmp_path / "one")
    assert not has_errors(read.problems)
    titles = {case.title["en"] for case in read.cases.values()}
    assert len(titles) == count


def test_every_stage_names_a_function_of_the_build() -> None:
    run("from _clock import Clock, timed; timed(Clock())")


@pytest.mark.slow
def test_every_stage_of_the_build_is_measured() -> None:
    told = run("build.py", "--cases", "12", "--plain", "12", "--runs", "1")
    stages = [
        "read",
        "appraise",
        "shells",
        "compose",
        "render",
        "stamp",
        "write",
        "check",
        "index",
        "publish",
        "whole",
    ]
    times = {line.split()[0]: line.split()[1] for line in told.splitlines() if " s " in line}
    assert set(stages) <= times.keys()
    assert all(float(times[name]) > 0 for name in ("read", "compose", "stamp", "check", "index"))
    assert "ours from nothing / plain" in told


@pytest.mark.slow
def test_the_appraisal_is_measured() -> None:
    told = run("appraisal.py", "--runs", "1", "--cases", str(REAL), str(REAL + 1))
    assert "10,000 draws" in told
    assert f"at {REAL + 1} / at {REAL}" in told
