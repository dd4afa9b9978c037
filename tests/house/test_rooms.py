"""The house stays liveable: rooms of a size to read, and names that mean one thing."""

import ast
from collections import Counter, defaultdict
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "generator" / "roi_casebook"
MODULES = sorted(PACKAGE.rglob("*.py"))

MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 50
MOST_MODULES_OF_A_FOLDER = 20

SHARED = {
    # One subject at the levels of the house: as stated, as appraised, as written, drawn, shown.
    "bridge", "cash_flow", "chance", "claims", "conditions", "evidence", "figures",
    "formulas", "inputs", "lines", "metrics", "numbers", "refused_words", "sources", "working",
    # A folder of pages or files, and what it is about one level below.
    "case", "library", "model", "parts", "site",
}  # fmt: skip
"""The names that modules of two rooms may share, because both are about the same thing."""


def rooms() -> dict[str, set[str]]:
    """Give the rooms of each name, of modules and of folders."""
    found = defaultdict(set)
    for path in MODULES:
        own = path.parent if path.stem == "__init__" else path
        if own != PACKAGE and path.stem != "__main__":
            found[own.stem].add(own.relative_to(PACKAGE).as_posix())
    return found


def test_two_rooms_share_a_name_only_where_it_is_one_subject() -> None:
    assert {name for name, own in rooms().items() if len(own) > 1} == SHARED


SAME_FUNCTIONS = {"build", "finished", "is_unused", "main", "refuse", "speaks", "versions"}
"""Public functions that two modules define: what each engine does, and the two ways to start."""


def defined(kinds: type[ast.ClassDef | ast.FunctionDef]) -> set[str]:
    """Give the public names that more than one module defines at its top."""
    found: Counter[str] = Counter()
    for path in MODULES:
        body = ast.parse(path.read_text(encoding="utf-8")).body
        found.update({each.name for each in body if isinstance(each, kinds)})
    return {name for name, count in found.items() if count > 1 and not name.startswith("_")}


def test_a_class_and_a_function_have_a_name_of_their_own() -> None:
    assert defined(ast.ClassDef) == set()
    assert defined(ast.FunctionDef) == SAME_FUNCTIONS


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_and_its_functions_can_be_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = [each for each in ast.walk(ast.parse(text)) if isinstance(each, functions)]
    lengths = {each.name: (each.end_lineno or 0) - each.body[0].lineno + 1 for each in found}
    assert len(text.splitlines()) <= MOST_LINES
    assert not {name for name, length in lengths.items() if length > MOST_LINES_OF_A_FUNCTION}


def test_no_folder_is_a_drawer() -> None:
    folders = Counter(path.parent for path in MODULES if path.stem != "__init__")
    assert not {path for path, count in folders.items() if count > MOST_MODULES_OF_A_FOLDER}
