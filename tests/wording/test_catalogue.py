"""The catalogues: their French and English typography, nothing dead or missing in the code."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import roi_casebook
from roi_casebook.shipped.catalogues import Entry, texts_in

PACKAGE = Path(roi_casebook.__file__).parent
EN, FR = texts_in("en"), texts_in("fr")
STRINGS = {key.removeprefix("strings.") for key in EN if key.startswith("strings.")}


def texts(entry: Entry) -> list[str]:
    return [entry] if isinstance(entry, str) else list(entry.values())


# The look of the words ---------------------------------------------------------------------------

_FRENCH_SIGN = re.compile(r"[^\s\u202f\u00a0;:!?%»][;!?%»](?!\S*=)|[^\s\u202f\u00a0]:(?!//)|«\S")
_ENGLISH_SIGN = re.compile(r"\s[;:!?%,.](?=\s|$)")


@pytest.mark.parametrize("key", EN)
def test_typography(key: str) -> None:
    for text in texts(FR[key]):
        assert not _FRENCH_SIGN.search(text), f"{key}: a French sign stands after a space"
        assert '"' not in text, f"{key}: French quotation marks are « »"
    for text in texts(EN[key]):
        bare = text.replace("…", "")
        assert not _ENGLISH_SIGN.search(bare), f"{key}: an English sign follows its word"
    for text in (*texts(EN[key]), *texts(FR[key])):
        assert "  " not in text, f"{key}: two spaces"
        assert not re.search(r"(^|\s)'|'(\s|$)", text), f"{key}: a quotation mark is no apostrophe"


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
    assert set(_CALL.findall(SOURCES)) - STRINGS == set()


def patterns() -> Iterator[re.Pattern[str]]:
    """Give what a literal can say: a key, `group.` with something added, `group.{name}` filled in."""
    for literal in set(_LITERAL.findall(SOURCES)):
        filled = re.sub(r"\\{.*?\\}", r"[\\w.-]*", re.escape(literal))
        yield re.compile(filled + (r"[\w.-]+" if literal.endswith(".") else ""))


def test_no_key_is_dead() -> None:
    keys = STRINGS
    for pattern in patterns():
        keys = {key for key in keys if not pattern.fullmatch(key)}
    assert keys == set()
