"""Mistype the formulas on purpose, one place at a time, and see whether the tests notice.

    python tools/mutants.py                          # all that tools/mutants.yml names
    python tools/mutants.py roi/sides.py             # some modules, each whole

A mutant is a module with one mistype: another operator, a number one more or less, a `not` too
many or too few. Only tests named for the module are run on it, without those that draw their
examples, so that the same mutants fall each time. One that no test notices survives. Where nobody
could tell it from what it was, it stands in the table with why; whatever else survives is told.

Nothing is changed here: the tests run in a copy, and even there a mutant is never written to a
file. Each has a process of its own (run_mutants.py), forked from one that has loaded what the
mutant cannot change; so a mutant costs a second, most of it the tests themselves, and as many run
at once as there are processors.

Ends with 0 where the bounds of the table hold, with 1 where they do not, or where the table speaks
of what is no more, with 2 where it was used wrongly.
"""  # noqa: INP001 -- a folder of commands, no package

import ast
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from io import StringIO
from itertools import chain
from keyword import iskeyword
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic
from tokenize import (
    COMMENT,
    DEDENT,
    INDENT,
    NAME,
    NL,
    NUMBER,
    OP,
    STRING,
    TokenInfo,
    generate_tokens,
)
from typing import Any

import click
import yaml

ROOT = Path(__file__).parents[1]
TABLE = Path(__file__).with_suffix(".yml")
PACKAGE = Path("generator") / "roi_casebook"
RUNNER = Path("tools") / "run_mutants.py"
MADE = {"site", "dist", "build"}
"""Folders of the tree that commands make; rooms further down may have such names."""


# Mistypes ---------------------------------------------------------------------------------------

SWAPPED = (
    ("+", "-", "*", "/", "**"),
    ("+=", "-=", "*=", "/="),
    ("<", "<=", ">", ">=", "==", "!="),
    ("and", "or"),
)
"""What stands for another of its row; `*` and `-` only between two operands."""
SWAPPED_OF_TEXTS = (("+", "*"), ("==", "!="), ("and", "or"))
"""Beside a text: nobody takes it for less or more than another."""
OFFSETS = (1, -1)
"""What is added to a number. A minus before an operand is left out, and so is each `not`."""
NOT_BEFORE = ("in",)
NOT_AFTER = ("is", "if", "elif", "while")
"""Where a `not` is put in, if none is there."""


@dataclass(frozen=True)
class Mutant:
    """A module with one mistype: the line as it was and as it became, and the whole text."""

    module: str
    number: int
    was: str
    became: str
    text: str

    def __str__(self) -> str:
        return f"{self.module}:{self.number}\n    {self.was}\n    {self.became}"


def mutants_of(module: str, text: str) -> list[Mutant]:
    """Give every mutant of a module's text that is Python, from top to bottom."""
    lines = text.splitlines(keepends=True)
    made = (
        _mutant(module, lines, token, other)
        for before, token, after in _neighbours(text)
        for other in _mistypes(before, token, after)
    )
    return [mutant for mutant in made if _is_python(mutant.text)]


def _neighbours(text: str) -> Iterator[tuple[TokenInfo, TokenInfo, TokenInfo]]:
    """Give each token between its neighbours; text that is put together from code has none."""
    spans = [_span(node) for node in ast.walk(ast.parse(text)) if isinstance(node, ast.JoinedStr)]
    tokens = [
        token
        for token in generate_tokens(StringIO(text).readline)
        if token.type not in {COMMENT, INDENT, DEDENT, NL}
        if not any(start < token.start < end for start, end in spans)
    ]
    yield from zip(tokens[:1] + tokens, tokens, tokens[1:], strict=False)


def _span(node: ast.expr) -> tuple[tuple[int, int], tuple[int, int]]:
    return (node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0)


def _mistypes(before: TokenInfo, token: TokenInfo, after: TokenInfo) -> Iterator[str]:
    """Give what could stand in the place of a token by mistake."""
    word = token.string
    if token.type == NUMBER:
        yield from (repr(ast.literal_eval(word) + offset) for offset in OFFSETS)
    elif word == "not" or (word == "-" and not _ends_operand(before)):
        yield ""
    elif word in NOT_BEFORE and before.string != "not":
        yield f"not {word}"
    elif word in NOT_AFTER and after.string != "not":
        yield f"{word} not"
    elif token.type != OP or _ends_operand(before):
        rows = SWAPPED_OF_TEXTS if STRING in {before.type, after.type} else SWAPPED
        yield from (other for row in rows if word in row for other in row if other != word)


def _ends_operand(token: TokenInfo) -> bool:
    """Tell whether an operator after this token stands between two operands."""
    if iskeyword(token.string):
        return token.string in {"None", "True", "False"}
    return token.type in {NAME, NUMBER, STRING} or token.string in {")", "]", "}"}


def _mutant(module: str, lines: Sequence[str], token: TokenInfo, other: str) -> Mutant:
    (row, start), (_, end) = token.start, token.end
    line = lines[row - 1]
    changed = f"{line[:start]}{other}{line[end if other else end + line[end:].startswith(' ') :]}"
    text = "".join((*lines[: row - 1], changed, *lines[row:]))
    return Mutant(module, row, line.strip(), changed.strip(), text)


def _is_python(text: str) -> bool:
    try:
        compile(text, "mutant", "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


# The table --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Group:
    """Modules with the tests that are run on their mutants, and which share of these may survive.

    sample: how many of all mutants are drawn, None for each; the bound is then the sample's, else
    each module's.
    """

    name: str
    survivors: float
    modules: Mapping[str, tuple[str, ...]]
    sample: int | None = None
    seed: int = 0


@dataclass(frozen=True)
class Equivalent:
    """A mutant that nobody can tell from what it was, and why."""

    module: str
    was: str
    became: str
    why: str

    def is_of(self, mutant: Mutant) -> bool:
        """Tell whether this speaks of a mutant."""
        told = (self.module, self.was, self.became)
        return told == (mutant.module, mutant.was, mutant.became)


@dataclass(frozen=True)
class Table:
    """What mutants.yml says."""

    groups: tuple[Group, ...]
    equivalents: tuple[Equivalent, ...]


def read_table(told: Mapping[str, Any], package: Path) -> Table:
    """Read the table. Errors: ValueError where it names a module that is not there."""
    named = {name for group in told["groups"].values() for name in group["modules"]}
    found = {path.relative_to(package).as_posix() for path in package.rglob("*.py")}
    if gone := sorted(name for name in named if not any(_modules(name, found, named))):
        raise ValueError(f"no such module: {', '.join(gone)}")
    groups = tuple(
        Group(
            name,
            _share(group["survivors"]),
            {
                module: tuple(tests)
                for pattern, tests in group["modules"].items()
                for module in _modules(pattern, found, named)
            },
            group.get("sample"),
            group.get("seed", 0),
        )
        for name, group in told["groups"].items()
    )
    equivalents = tuple(
        Equivalent(**{**entry, "became": became})
        for entry in told["equivalents"]
        for became in entry["became"]
    )
    in_groups = {module for group in groups for module in group.modules}
    if lost := sorted({entry.module for entry in equivalents} - in_groups):
        raise ValueError(f"equivalents of a module that no group has: {', '.join(lost)}")
    return Table(groups, equivalents)


def _modules(name: str, found: Iterable[str], named: Iterable[str]) -> list[str]:
    """Give the module of this name; of `folder/*`, all of the folder that have no line of their own."""
    if not name.endswith("/*"):
        return [module for module in found if module == name]
    return sorted(
        module
        for module in found
        if fnmatch(module, name) and module.count("/") == name.count("/") and module not in named
    )


def _share(text: str) -> float:
    return float(text.removesuffix("%")) / 100


# Runs -------------------------------------------------------------------------------------------

Outcome = str
"""How it ended for a mutant: `killed`, `survived` or `timed out`."""
OUTCOMES = ("killed", "survived", "equivalent", "timed out")
SETTINGS = {
    "PYTHONHASHSEED": "0",  # what comes from a set comes in the same order
    "OPENBLAS_NUM_THREADS": "1",  # each mutant has one processor
}


def copied(root: Path, into: Path) -> Path:
    """Copy what the tests need of the work tree, as it is now, committed or not."""

    def left_out(folder: str, names: list[str]) -> set[str]:
        hidden = {name for name in names if name.startswith(".") or name == "__pycache__"}
        return hidden | (MADE if Path(folder) == root else set())

    shutil.copytree(root, into, ignore=left_out)
    return into


def run(
    copy: Path, tests: Sequence[str], mutants: Sequence[Mutant], jobs: int
) -> Iterator[tuple[int, Outcome]]:
    """Run tests on mutants of one module, in a copy of the tree; give each one's place and outcome.

    Errors: RuntimeError where the tests fail, or find none, on the module as it is.
    """
    work = {
        "file": str(copy / PACKAGE / mutants[0].module),
        "tests": tests,
        "jobs": jobs,
        "texts": [mutant.text for mutant in mutants],
    }
    told = copy / "mutants.json"
    told.write_text(json.dumps(work), encoding="utf-8")
    with subprocess.Popen(  # noqa: S603 -- the project's own command
        [sys.executable, str(RUNNER), str(told)],
        cwd=copy,
        env=os.environ | SETTINGS | {"PYTHONPATH": str(copy / PACKAGE.parent)},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield from map(json.loads, process.stdout or ())
    if process.returncode:
        raise RuntimeError(
            f"the tests of {mutants[0].module} could not be run on its mutants: {process.returncode}"
        )


@dataclass(frozen=True)
class Count:
    """How it ended for the mutants of a module or a sample."""

    name: str
    outcomes: Mapping[Outcome, int]
    most: float

    @property
    def share(self) -> float:
        """The survivors among those that survived or were killed."""
        judged = self.outcomes["survived"] + self.outcomes["killed"]
        return self.outcomes["survived"] / judged if judged else 0.0

    @property
    def holds(self) -> bool:
        """Tell whether no more survive than may."""
        return self.share <= self.most

    def __str__(self) -> str:
        numbers = "  ".join(f"{self.outcomes[name]:4} {name}" for name in OUTCOMES)
        verdict = "" if self.holds else f"  MORE THAN {self.most:.0%}"
        return f"{self.name:34} {numbers}  {self.share:6.1%}{verdict}"


@dataclass
class Report:
    """What was found out so far; survivors are told as they come."""

    equivalents: Sequence[Equivalent]
    out: Callable[[str], None]
    wrong: int = 0

    def judged(self, mutant: Mutant, outcome: Outcome) -> Outcome:
        """Say how it ended for a mutant, beside what the table says of it."""
        entry = next((entry for entry in self.equivalents if entry.is_of(mutant)), None)
        if entry and outcome == "survived":
            return "equivalent"
        if entry:
            self.complain(f"{outcome}, though the table calls it equivalent: {mutant}")
        elif outcome == "survived":
            self.out(f"survived: {mutant}")
        return outcome

    def complain(self, text: str) -> None:
        """Tell what is wrong: the run ends with 1."""
        self.wrong += 1
        self.out(text)

    def look_for(self, made: Mapping[str, Sequence[Mutant]]) -> None:
        """Complain of entries about these modules that are of none of their mutants."""
        for entry in self.equivalents:
            if entry.module in made and not any(map(entry.is_of, made[entry.module])):
                self.complain(f"no such mutant of {entry.module}: {entry.was} -> {entry.became}")

    def close(self, count: Count) -> None:
        """Tell a count, and whether it holds."""
        (self.out if count.holds else self.complain)(str(count))


@dataclass(frozen=True)
class Run:
    """A run in a copy of the tree: how many mutants at once, and the report on them."""

    copy: Path
    jobs: int
    report: Report

    def group(self, group: Group) -> None:
        """Run each module of a group whole, or a sample of them all."""
        made = {name: mutants_of(name, self._text(name)) for name in group.modules}
        self.report.look_for(made)
        chosen = drawn(group, list(chain.from_iterable(made.values())))
        in_all: Counter[Outcome] = Counter()
        for name, tests in group.modules.items():
            counted = self.module(tests, [mutant for mutant in chosen if mutant.module == name])
            in_all += counted
            if group.sample is None:
                self.report.close(Count(name, counted, group.survivors))
        if group.sample is not None:
            self.report.close(Count(f"{group.name}, {len(chosen)} drawn", in_all, group.survivors))

    def module(self, tests: Sequence[str], mutants: Sequence[Mutant]) -> Counter[Outcome]:
        """Run tests on mutants of one module, and count how it ended for them."""
        counted: Counter[Outcome] = Counter()
        for place, outcome in run(self.copy, tests, mutants, self.jobs) if mutants else ():
            counted[self.report.judged(mutants[place], outcome)] += 1
        return counted

    def _text(self, name: str) -> str:
        return (self.copy / PACKAGE / name).read_text(encoding="utf-8")


def drawn(group: Group, mutants: Sequence[Mutant]) -> Sequence[Mutant]:
    """Give the mutants that a group runs, from top to bottom: all, or its sample."""
    if group.sample is None or group.sample >= len(mutants):
        return mutants
    places = Random(group.seed).sample(range(len(mutants)), group.sample)  # noqa: S311 -- no secret
    return [mutants[place] for place in sorted(places)]


def of_modules(table: Table, names: Sequence[str]) -> tuple[Group, ...]:
    """Give these modules alone, each whole. Errors: ValueError for one that the table lacks."""
    known = {name for group in table.groups for name in group.modules}
    if unknown := [name for name in names if name not in known]:
        raise ValueError(f"not in {TABLE.name}: {', '.join(unknown)}")
    return tuple(
        Group(group.name, group.survivors, {name: group.modules[name]})
        for group in table.groups
        for name in group.modules
        if name in names
    )


def run_all(root: Path, groups: Sequence[Group], report: Report, jobs: int) -> None:
    """Run groups in a copy of the tree, which is removed at the end."""
    with TemporaryDirectory(prefix="mutants-") as folder:
        copy = copied(root, Path(folder).resolve() / "tree")
        for group in groups:
            Run(copy, jobs, report).group(group)


@click.command(help=__doc__)
@click.argument("modules", nargs=-1)
@click.option("--jobs", default=os.cpu_count() or 1, help="How many mutants at once.")
def main(modules: tuple[str, ...], jobs: int) -> None:
    """Run all mutants, or those of the modules named."""
    started = monotonic()
    try:
        table = read_table(yaml.safe_load(TABLE.read_text(encoding="utf-8")), ROOT / PACKAGE)
        groups = of_modules(table, modules) if modules else table.groups
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    report = Report(table.equivalents, click.echo)
    try:
        run_all(ROOT, groups, report, jobs)
    except RuntimeError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{(monotonic() - started) / 60:.1f} minutes, {jobs} at once")
    sys.exit(1 if report.wrong else 0)


if __name__ == "__main__":
    main()
