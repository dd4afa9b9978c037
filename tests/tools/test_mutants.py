"""Mutants: what is mistyped and what is not, how each ends, and that the table speaks of what is there."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from tools.mutants import (
    PACKAGE,
    ROOT,
    RUNNER,
    TABLE,
    Count,
    Equivalent,
    Group,
    Report,
    drawn,
    main,
    mutants_of,
    of_modules,
    read_table,
    run_all,
)

TOLD = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


# What is mistyped -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "became"),
    [
        ("a + b", ["a - b", "a * b", "a / b", "a ** b"]),
        ("a ** b", ["a + b", "a - b", "a * b", "a / b"]),
        ("a += b", ["a -= b", "a *= b", "a /= b"]),
        ("a < b", ["a <= b", "a > b", "a >= b", "a == b", "a != b"]),
        ("a == 'b'", ["a != 'b'"]),
        ("a and b", ["a or b"]),
        ("not a", ["a"]),
        ("a is b", ["a is not b"]),
        ("a is not b", ["a is b"]),
        ("a in b", ["a not in b"]),
        ("a not in b", ["a in b"]),
        ("a if b else c", ["a if not b else c"]),
        ("a if not b else c", ["a if b else c"]),
        ("f(-a)", ["f(a)"]),
        ("assert -a", ["assert a"]),
        ("a = 12", ["a = 13", "a = 11"]),
        ("a = 1e-9", ["a = 1.000000001", "a = -0.999999999"]),
        ("f(a)[b] - c", ["f(a)[b] + c", "f(a)[b] * c", "f(a)[b] / c", "f(a)[b] ** c"]),
    ],
)
def test_what_a_person_could_mistype(line: str, became: list[str]) -> None:
    assert [mutant.became for mutant in mutants_of("a.py", f"{line}\n")] == became


@pytest.mark.parametrize(
    "text",
    [
        "def f(): return *a, *b",
        "f(*a, **b)",
        "c = [*a, {**b}]",
        "def f(a, /, b, *, c) -> int: ...",
        "from a import *",
        "for a in b: ...",
        "a: int | str",
        "a // b % c",
        "'a + 1'  # a + 1",
        "f'{a + 1:.2f} and'",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert not mutants_of("a.py", f"{text}\n")


def test_only_one_place_of_the_text_changes() -> None:
    text = "def f(a, b):\n    return a < b\n\n\nf(a, b)\n"
    mutant = mutants_of("a.py", text)[0]
    assert (mutant.number, mutant.was, mutant.became) == (2, "return a < b", "return a <= b")
    assert mutant.text == "def f(a, b):\n    return a <= b\n\n\nf(a, b)\n"


def test_a_sample_is_the_same_each_time_and_in_order() -> None:
    mutants = mutants_of("a.py", "1\n" * 50)
    group = Group("rest", 0.05, {}, sample=20, seed=7)
    sample = drawn(group, mutants)
    assert drawn(group, mutants) == sample
    assert len(sample) == 20
    assert [mutant.number for mutant in sample] == sorted(mutant.number for mutant in sample)


# How they end -----------------------------------------------------------------------------------

MODULE = """def most(a, b):
    return a if a > b else b


def open_door(door):
    while not door:
        pass
    return door
"""
TEST = """import pytest
from hypothesis import given, strategies as st
from roi_casebook.roi.doors import most, open_door

def test_both():
    assert most(3, 2) == most(2, 3) == 3
    assert open_door(1) == 1

@given(st.just(1))
def test_examples_that_are_drawn_are_left_out(number):
    pytest.fail("drawn")
"""
NAME = "roi/doors.py"
SAME = Equivalent(
    NAME, "return a if a > b else b", "return a if a >= b else b", "either of two equals"
)
KILLED = Equivalent(NAME, "return a if a > b else b", "return a if a < b else b", "a test tells")
GONE = Equivalent(NAME, "return a if a > c else b", "return a if a >= c else b", "it was c once")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Make a tree of one module and its test."""
    files = {
        PACKAGE / "__init__.py": "",
        PACKAGE / "roi" / "__init__.py": "",
        PACKAGE / NAME: MODULE,
        Path("tests") / "test_doors.py": TEST,
        Path("pyproject.toml"): "[tool.pytest.ini_options]\nmarkers = ['slow', 'browser']\n",
        RUNNER: (ROOT / RUNNER).read_text(encoding="utf-8"),
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def found(tree: Path, *equivalents: Equivalent, survivors: float) -> tuple[Report, list[str]]:
    told: list[str] = []
    report = Report(equivalents, told.append)
    tests = ("tests/test_doors.py",)
    run_all(tree, [Group("doors", survivors, {NAME: tests})], report, jobs=2)
    return report, told


def content(tree: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in tree.rglob("*") if path.is_file()}


@pytest.mark.slow  # one of them never ends
def test_a_survivor_is_told_and_counts_and_nothing_is_written(tree: Path) -> None:
    before = content(tree)
    report, (survivor, count) = found(tree, survivors=0.1)
    assert survivor.split() == f"survived: {NAME}:2 {SAME.was} {SAME.became}".split()
    assert count.split()[1:] == [
        "5", "killed", "1", "survived", "0", "equivalent", "1", "timed", "out", "16.7%", "MORE", "THAN", "10%",
    ]  # fmt: skip
    assert report.wrong == 1
    assert content(tree) == before


@pytest.mark.slow  # as above
def test_the_list_of_equivalents_is_held_against_the_mutants(tree: Path) -> None:
    report, (gone, killed, count) = found(tree, SAME, KILLED, GONE, survivors=0)
    assert gone == f"no such mutant of {NAME}: {GONE.was} -> {GONE.became}"
    assert killed.startswith("killed, though the table calls it equivalent")
    assert count.split()[1:8:2] == ["5", "0", "1", "1"]
    assert report.wrong == 2


def test_tests_that_fail_on_the_module_as_it_is_say_nothing_of_mutants(tree: Path) -> None:
    (tree / PACKAGE / NAME).write_text(MODULE.replace(">", "<"), encoding="utf-8")
    with pytest.raises(RuntimeError, match="could not be run"):
        found(tree, survivors=1)


def test_what_times_out_counts_for_neither_side() -> None:
    count = Count("a", {"killed": 19, "survived": 1, "equivalent": 3, "timed out": 9}, 0.05)
    assert count.holds
    assert not Count("a", {**count.outcomes, "survived": 2}, 0.05).holds


# The table --------------------------------------------------------------------------------------


def test_the_table_names_every_module_of_the_numbers_and_tests_that_are_there() -> None:
    groups = read_table(TOLD, ROOT / PACKAGE).groups
    named = [module for group in groups for module in group.modules]
    rooms = [
        path for room in ("roi", "appraisal") for path in (ROOT / PACKAGE / room).rglob("*.py")
    ]
    assert sorted(named) == sorted(path.relative_to(ROOT / PACKAGE).as_posix() for path in rooms)
    tests = {test for group in groups for tests in group.modules.values() for test in tests}
    assert not [test for test in sorted(tests) if not (ROOT / test).exists()]


def test_one_module_is_run_whole_by_the_bound_of_its_group() -> None:
    table = read_table(TOLD, ROOT / PACKAGE)
    (group,) = of_modules(table, ["roi/flows.py"])
    assert (group.survivors, group.sample, list(group.modules)) == (0.05, None, ["roi/flows.py"])


def test_a_module_that_is_not_there_is_told() -> None:
    groups = {"a": {"survivors": "0%", "modules": {"roi/gone.py": [], "roi/*": []}}}
    with pytest.raises(ValueError, match=r"no such module: roi/gone\.py"):
        read_table({"groups": groups, "equivalents": []}, ROOT / PACKAGE)
    assert CliRunner().invoke(main, ["roi/gone.py"]).exit_code == 2
