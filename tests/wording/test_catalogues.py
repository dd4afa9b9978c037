"""The tables: both languages, the same placeholders, French typography, nothing dead or missing."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import roi_casebook
from roi_casebook.wording.catalogues import LANGUAGES, table
from roi_casebook.yaml_places.reader import read_yaml

PACKAGE = Path(roi_casebook.__file__).parent
FOLDER = PACKAGE / "data" / "wording"
TABLES = sorted(path.stem for path in FOLDER.glob("*.yml"))
FORMS = {"one", "other"}
Entry = tuple[str, dict[str, Any]]


def entries(node: object, path: str) -> Iterator[Entry]:
    """Give what has languages, wherever it stands in a table."""
    if isinstance(node, dict) and set(node) & set(LANGUAGES):
        yield path, node
    elif isinstance(node, dict):
        for key, below in node.items():
            yield from entries(below, f"{path}.{key}")


ENTRIES: list[Entry] = [entry for name in TABLES for entry in entries(dict(table(name)), name)]


def texts(written: object) -> list[str]:
    return list(written.values()) if isinstance(written, dict) else [str(written)]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_reads_as_yaml_1_2_without_duplicates(name: str) -> None:
    path = FOLDER / f"{name}.yml"
    assert read_yaml(path.read_bytes(), path.name).problems == ()


def test_every_entry_has_every_language() -> None:
    assert [path for path, entry in ENTRIES if set(entry) != set(LANGUAGES)] == []


def test_plural_forms_are_complete() -> None:
    wrong = [
        path
        for path, entry in ENTRIES
        for written in entry.values()
        if isinstance(written, dict) and set(written) != FORMS
    ]
    assert wrong == []


def test_both_languages_have_the_same_placeholders() -> None:
    wrong = []
    for path, entry in ENTRIES:
        found = [
            set().union(*(placeholders(text) for text in texts(written)))
            for written in entry.values()
        ]
        if found[0] != found[1] and not path.startswith("money.short."):
            wrong.append(path)
    assert wrong == []


def test_plural_forms_choose_by_n() -> None:
    wrong = [
        path
        for path, entry in ENTRIES
        for written in entry.values()
        if isinstance(written, dict)
        and not path.startswith("units.")
        and "n" not in placeholders(written["other"])
    ]
    assert wrong == []


# The look of the words ---------------------------------------------------------------------------

_FRENCH_SIGN = re.compile(r"[^\s\u202f\u00a0;:!?%»][;!?%»](?!\S*=)|[^\s\u202f\u00a0]:(?!//)|«\S")
_ENGLISH_SIGN = re.compile(r"\s[;:!?%,.](?=\s|$)")


@pytest.mark.parametrize(("path", "entry"), ENTRIES, ids=[path for path, _ in ENTRIES])
def test_typography(path: str, entry: dict[str, Any]) -> None:
    for text in texts(entry["fr"]):
        assert not _FRENCH_SIGN.search(text), f"{path}: a French sign stands after a space"
        assert '"' not in text, f"{path}: French quotation marks are « »"
    for text in texts(entry["en"]):
        bare = text.replace("…", "")
        assert not _ENGLISH_SIGN.search(bare), f"{path}: an English sign follows its word"
    for written in entry.values():
        for text in texts(written):
            assert "  " not in text, f"{path}: two spaces"
            assert not re.search(r"(^|\s)'|'(\s|$)", text), (
                f"{path}: a quotation mark is no apostrophe"
            )


# Used and present --------------------------------------------------------------------------------

_CALL = re.compile(r"""\b(?:t|html)\(\s*["']([\w.-]*\w)["']\s*[,)]""")
_LITERAL = re.compile(r"""["']([a-z][\w.-]*(?:\{[^{}"']*\}[\w.-]*)*)["']""")


def sources() -> Iterator[str]:
    """Give the text of all code and templates that speak."""
    for path in PACKAGE.rglob("*.py"):
        yield path.read_text(encoding="utf-8")
    for folder in (PACKAGE.parent.parent / "templates", PACKAGE / "templates"):
        for path in folder.rglob("*.html"):
            yield path.read_text(encoding="utf-8")


SOURCES = "\n".join(sources())


def test_every_key_that_is_said_exists() -> None:
    assert set(_CALL.findall(SOURCES)) - set(table("strings")) == set()


def patterns() -> Iterator[re.Pattern[str]]:
    """Give what a literal can say: a key, `group.` with something added, `group.{name}` filled in."""
    for literal in set(_LITERAL.findall(SOURCES)):
        filled = re.sub(r"\\{.*?\\}", r"[\\w.-]*", re.escape(literal))
        yield re.compile(filled + (r"[\w.-]+" if literal.endswith(".") else ""))


def test_no_key_is_dead() -> None:
    keys = set(table("strings"))
    for pattern in patterns():
        keys = {key for key in keys if not pattern.fullmatch(key)}
    assert keys == set()
