"""The whole site, and the commands of its editors, in a language that nobody speaks."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from roi_casebook.roi.figure_table import FIGURES
from tests.languages.made_up import LANGUAGE, made_up_catalogue
from tests.languages.new_language import CASES, ROOT, casebook, package_with, small_site
from tests.languages.said import (
    ENGLISH_NUMBER,
    WORD,
    Own,
    drawn,
    in_data,
    in_search_copy,
    own_texts,
    shown,
    those_with,
)

pytestmark = pytest.mark.slow
MAKE_KNOWN = "from tests.languages.made_up import make_known\nmake_known()\n"
KEEP_SEARCH_COPIES = """\
from contextlib import nullcontext
from pathlib import Path
from roi_casebook import build
build.twin_folder = lambda: nullcontext(Path({folder!r}))
"""
PATTERNS = pytest.mark.parametrize("pattern", [WORD, ENGLISH_NUMBER], ids=["word", "number"])


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package with the language."""
    return package_with(made_up_catalogue(), LANGUAGE, tmp_path_factory.mktemp("package"))


# What readers see --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def built(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in English and in the language, and beside it the copies of its pages for the search."""
    site = small_site(f"[en, {LANGUAGE}]", tmp_path_factory.mktemp("built") / "of")
    (site / "copies").mkdir()
    first = MAKE_KNOWN + KEEP_SEARCH_COPIES.format(folder=str(site / "copies"))
    casebook(package, "build", "--site", str(site), first=first)
    return site


def pages(site: Path) -> list[Path]:
    return sorted((site / "site" / LANGUAGE).rglob("*.html"))


@PATTERNS
def test_a_page_says_nothing_outside_the_catalogue(built: Path, pattern: re.Pattern[str]) -> None:
    own = own_texts(built)
    left = [own.taken_from(text) for page in pages(built) for text in shown(page)]
    assert len(left) > 1000
    assert those_with(pattern, left) == set()


@PATTERNS
def test_a_drawing_says_nothing_outside_the_catalogue(
    built: Path, pattern: re.Pattern[str]
) -> None:
    own = own_texts(built)
    lines = [list(drawn(page)) for page in pages(built)]
    left = [
        own.taken_from_line(line, before)
        for page in lines
        for before, line in pairwise(["", *page])
    ]
    assert left
    assert those_with(pattern, left) == set()


@PATTERNS
def test_the_data_of_scripts_say_nothing_outside_the_catalogue(
    built: Path, pattern: re.Pattern[str]
) -> None:
    own = own_texts(built)
    files = list((built / "site" / LANGUAGE).rglob("*.js"))
    left = [own.taken_from(text) for file in files for text in in_data(file)]
    assert left
    assert those_with(pattern, left) == set()


@PATTERNS
def test_the_search_finds_nothing_outside_the_catalogue(
    built: Path, pattern: re.Pattern[str]
) -> None:
    own = own_texts(built)
    copies = list((built / "copies" / LANGUAGE).rglob("*.html"))
    left = [own.taken_from(text) for copy in copies for text in in_search_copy(copy)]
    assert left
    assert those_with(pattern, left) == set()


# What editors see --------------------------------------------------------------------------------

CASE = "inspired-by-iceland"
COMMAND = re.compile(r"casebook \w+(?: --site)?|<https?://[^>]*>")
OF_NO_LANGUAGE = re.compile(r"⟦[^⟦⟧]*⟧")
PART = re.compile(r"\b(?:inputs|claims|readings)\.[\w.]+|</?(?:details|summary)[^>]*>")
"""A part of a case, as `diff` names it, and what folds a list of them."""
OLD_AND_NEW = re.compile(r" -> |`")
ENGLISH_TEXT = re.compile(r"\"[^\"]*[A-Za-z]{3}|[A-Za-z]{2,} [A-Za-z]{2,}")
"""In a draft, of which keys and terms are words of English: a text between quotes, or two words."""


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in the language alone, under git, in which a number has changed since."""
    site = small_site(f"[{LANGUAGE}]", tmp_path_factory.mktemp("edited") / "of")
    identity = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    for command in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "Begin"]):
        subprocess.run(["git", "-C", str(site), *command], check=True)
    case = site / "cases" / "need-a-cake.yml"
    text = case.read_text(encoding="utf-8").replace("£12,500", "£12,600").replace("12500", "12600")
    case.write_text(text, encoding="utf-8")
    return site


def ids(site: Path) -> set[str]:
    """Give the ids of two words or more in the cases of a site, as written and as they are read."""
    written = " ".join(file.read_text(encoding="utf-8") for file in site.glob("cases/*.yml"))
    found = set(re.findall(r"\b[a-z]+(?:[_-][a-z0-9]+)+\b", written)) | set(CASES)
    return found | {name.replace("_", " ") for name in found}


@pytest.mark.parametrize(
    "arguments",
    [
        ["figures", CASE],
        ["explain", CASE],
        ["explain", "need-a-cake", "npv"],
        ["diff", "HEAD"],
        ["diff", "HEAD", "--format", "markdown"],
        ["build"],
    ],
    ids=" ".join,
)
def test_a_command_says_nothing_outside_the_catalogue(
    package: Path, edited: Path, arguments: list[str]
) -> None:
    said = casebook(package, *arguments, "--site", str(edited), first=MAKE_KNOWN).stdout
    assert "⟦" in said
    names = {*own_texts(edited).texts, *ids(edited), *FIGURES, *arguments}
    before = own_texts(ROOT).texts if "diff" in arguments else ()
    own = Own(frozenset({*names, *before}))
    said = re.sub(rf"{re.escape(str(edited))}[^\s:,]*", " ", COMMAND.sub(" ", said))
    parts = [one for line in said.splitlines() for one in OLD_AND_NEW.split(PART.sub(" ", line))]
    left = [own.taken_from_line(part) for part in parts]
    assert those_with(WORD, left) == set()
    assert those_with(ENGLISH_NUMBER, left) == set()


def test_a_draft_says_nothing_outside_the_catalogue(package: Path, edited: Path) -> None:
    said = casebook(package, "new", "mine", "--site", str(edited), first=MAKE_KNOWN).stdout
    draft = edited / "cases" / "mine.yml"
    written = draft.read_text(encoding="utf-8")
    draft.unlink()
    assert not WORD.search(COMMAND.sub(" ", said.replace(str(draft), " ")))
    left = [OF_NO_LANGUAGE.sub(" ", line) for line in written.splitlines()]
    assert written.count("⟦") > 20
    assert those_with(ENGLISH_TEXT, left) == set()
