"""Every hint of the invalid cases is applied to its own file, and mends its place.

A hint that names what to write is applied by `applied`; what another says in words stands in
`followed.yml`, for each file by the code of the problem (and its line and file, where there are several):
what to find and what to write, in this file or another of the site.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from roi_casebook.problems import Problem
from roi_casebook.reading.files.checking import checked
from tests.reading.hints.applied import applied, renamed

INVALID = Path(__file__).parents[2] / "invalid_cases"
FOLLOWED: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "followed.yml").read_text("utf-8")
)
NAMES = sorted(path.stem for path in INVALID.glob("*.expected"))

Way = Callable[[Path], None]
"""Applies a hint to a copy of the site."""


@pytest.mark.parametrize("name", NAMES)
def test_every_hint_mends_its_place(name: str, tmp_path: Path) -> None:
    site = copied(name, tmp_path / "as-it-is")
    before = problems_of(site, name)
    for number, problem in enumerate(before):
        ways = list(ways_of(name, problem, site)) if problem.hint else []
        assert ways or not problem.hint, f"nothing applies the hint of {problem}"
        for place, way in enumerate(ways):
            mended = copied(name, tmp_path / f"{number}-{place}")
            way(mended)
            holds(problem, before, problems_of(mended, name))


def test_what_is_followed_by_hand_is_there() -> None:
    assert set(FOLLOWED) <= set(NAMES)


def holds(problem: Problem, before: list[Problem], after: list[Problem]) -> None:
    """Hold that a problem is gone, and that no other error came."""
    assert not [each for each in after if told(each) == told(problem)], problem
    known = {(each.file, each.code, each.path) for each in before}
    new = [each for each in after if (each.file, each.code, each.path) not in known]
    assert not [each for each in new if each.severity == "error"], problem


def told(problem: Problem) -> tuple[str, ...]:
    """Give what makes a problem the same one in a text whose lines have moved."""
    return problem.file, problem.code, problem.path, problem.message


def copied(name: str, site: Path) -> Path:
    """Copy an invalid site, or the file of one into a site of its own."""
    if (INVALID / name).is_dir():
        return Path(shutil.copytree(INVALID / name, site))
    site.mkdir()
    shutil.copy(INVALID / "site_config.yml", site)
    shutil.copy(INVALID / f"{name}.yml", site)
    return site


def problems_of(site: Path, name: str) -> list[Problem]:
    """Give the problems of a site, or of its one file; they name files relative to the site."""
    files = [path for path in site.glob("*.yml") if path.name != "site_config.yml"]
    found = checked(site, [] if (INVALID / name).is_dir() else files).problems
    begin = f"{site.as_posix()}/"
    return [Problem(**{**vars(each), "file": each.file.removeprefix(begin)}) for each in found]


def ways_of(name: str, problem: Problem, site: Path) -> Iterator[Way]:
    """Give the ways in which a hint can be followed: one for each thing that it names."""
    by_hand = FOLLOWED.get(name, {})
    at = f"{problem.code} {problem.line}"
    keys = (f"{problem.file}: {at}", at, problem.code)
    steps = next((by_hand[key] for key in keys if key in by_hand), None)
    if steps:
        yield from (by_steps(problem.file, each) for each in steps)
        return
    if new_name := renamed(problem):
        yield by_steps(problem.file, {"name": new_name})
        return
    file = site / problem.file
    text = file.read_text("utf-8") if file.is_file() else ""
    for changed in applied(problem, text):
        yield by_steps(problem.file, (text, changed))


def by_steps(file: str, step: Sequence[str] | Mapping[str, str]) -> Way:
    """Do by hand what is written down: find and write in turn, or something with the whole file."""
    if isinstance(step, Mapping):
        return lambda copy: with_the_file(copy, copy / step.get("file", file), step)
    return lambda copy: rewritten(copy / file, step)


def with_the_file(site: Path, path: Path, step: Mapping[str, str]) -> None:
    """Give it another name or place, remove it, put another there, or save it as UTF-8."""
    if "name" in step:
        path.rename(path.with_name(step["name"]))
    elif "move" in step:
        path.rename(site / step["move"])
    elif "copy" in step:
        shutil.copy(INVALID / step["copy"], path)
    elif "encoding" in step:
        path.write_text(path.read_bytes().decode(step["encoding"]), "utf-8")
    elif "find" in step:
        rewritten(path, (step["find"], step["write"]))
    else:
        path.unlink()


def rewritten(path: Path, pairs: Sequence[str]) -> None:
    """Write in the place of each text that is found another."""
    text = path.read_bytes().decode("utf-8")
    for find, write in zip(pairs[::2], pairs[1::2], strict=True):
        assert find in text, (find, path)
        text = text.replace(find, write, 1)
    path.write_text(text, "utf-8")
