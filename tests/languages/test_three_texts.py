"""A language is a file: the whole site in one that nobody speaks, and in one with three texts."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel import Locale
from selectolax.lexbor import LexborHTMLParser

from tests.languages.made_up import LANGUAGE, made_up_catalogue
from tests.languages.new_language import PACKAGE, casebook, package_with, small_site

pytestmark = pytest.mark.slow
MAKE_KNOWN = "from tests.languages.made_up import make_known\nmake_known()"
MARK = re.compile("[\ufdd0-\ufddf]")

# The language that nobody speaks -----------------------------------------------------------------

SPOKEN = ("alt", "title", "aria-label", "aria-description", "placeholder")
NO_TEXT = "[lang]:not(html), script, style, code, kbd, [translate=no]"
WORD = re.compile(r"[A-Za-z]{3,}")
ADDRESS = re.compile(r"https?://\S+|\b[\w-]+(?:\.[\w-]+)+")
NAMES = ("The SROI Network", "pv_costs")
"""Names that are the same in every language, and that of a figure in an editor's formula."""
ENGLISH_NUMBER = re.compile(r"\d[,.]\d")


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in English and in the language that nobody speaks."""
    folder = tmp_path_factory.mktemp("made-up")
    source = package_with(made_up_catalogue(), LANGUAGE, folder)
    site = small_site(f"[en, {LANGUAGE}]", folder / "site")
    casebook(source, "build", "--site", str(site), first=MAKE_KNOWN)
    return site


def own_texts(site: Path) -> list[str]:
    """Give all that the editors of a site wrote, and names and codes, the longest first.

    Their ids are words of English too, so that only those of their own metrics may be seen.
    """
    sources = PACKAGE / "data" / "money_sources.yml"
    found = {*NAMES, *Locale.parse("en").currencies}
    for file in (sources, site / "site_config.yml", *site.glob("cases/*.yml")):
        written = yaml.load(file.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 -- texts only
        found |= {text for text in texts_of(written) if not text.islower() or " " in text}
    config = (site / "site_config.yml").read_text(encoding="utf-8")
    for name in re.findall(r"formula: .*?(\w+)$", config, re.MULTILINE):
        found |= {name, name.replace("_", " ")}
    return sorted((text for text in found if WORD.search(text)), key=len, reverse=True)


def texts_of(node: Any) -> Iterator[str]:  # noqa: ANN401 -- plain data
    if isinstance(node, str):
        yield node.strip()
        return
    for one in node.values() if isinstance(node, dict) else node:
        yield from texts_of(one)


def shown(file: Path) -> Iterator[str]:
    """Give the texts of a page, the attributes that are read out and the words that scripts say.

    What has its own `lang` is left out.
    """
    tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
    for node in tree.css(NO_TEXT):
        node.decompose()
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            if value and (name in SPOKEN or (name.startswith("data-cb-") and " " in value)):
                yield value
    for drawn in tree.css("svg text"):  # its lines are broken and cut: `desc` says them whole
        drawn.decompose()
    for node in tree.root.traverse(include_text=True) if tree.root else ():
        if node.tag == "-text":
            yield node.text()


def words_of_no_catalogue(site: Path, pattern: re.Pattern[str]) -> set[str]:
    own = re.compile("|".join(re.escape(text) for text in own_texts(site)))
    found = set()
    for file in sorted((site / "site" / LANGUAGE).rglob("*.html")):
        for text in shown(file):
            left = ADDRESS.sub(" ", own.sub(" ", text))
            if pattern.search(left):
                found.add(f"{file.name}: {left.strip()}")
    return found


def test_no_page_says_a_word_outside_the_catalogue(made_up: Path) -> None:
    assert words_of_no_catalogue(made_up, WORD) == set()


def test_no_page_writes_a_number_in_another_language(made_up: Path) -> None:
    assert words_of_no_catalogue(made_up, ENGLISH_NUMBER) == set()


# A language with three texts ---------------------------------------------------------------------

GERMAN = """\
de:
  strings:
    masthead:
      cases: Fälle
      search_one: "# Treffer"
    draft: "Entwurf: {title}"
"""


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site in German alone, of which three texts are known."""
    folder = tmp_path_factory.mktemp("german")
    site = small_site("[de]", folder / "site")
    casebook(package_with(GERMAN, "de", folder), "build", "--site", str(site))
    return site / "site"


def test_what_is_not_translated_is_in_english_and_says_so(german: Path) -> None:
    page = LexborHTMLParser((german / "cases" / "index.html").read_text(encoding="utf-8"))
    assert page.root is not None
    assert page.root.attributes["lang"] == "de"
    tabs = [tab.html for tab in page.css(".cb-tabs a")]
    assert any("Fälle" in (tab or "") for tab in tabs)
    assert any('<span lang="en">Method</span>' in (tab or "") for tab in tabs)


def test_numbers_and_dates_are_german_all_the_same(german: Path) -> None:
    said = " ".join(shown(german / "method.html"))
    assert "10 %" in said.replace("\u00a0", " ")
    assert not re.search(r"\b\d+%", said)


def test_no_mark_is_left_in_any_file(german: Path) -> None:
    for file in german.rglob("*"):
        if file.suffix in {".html", ".js", ".json", ".xml", ".yml"}:
            assert not MARK.search(file.read_text(encoding="utf-8")), file


def test_a_language_without_a_locale_is_told_at_its_line(tmp_path: Path) -> None:
    source = package_with(GERMAN.replace("de:", f"{LANGUAGE}:"), LANGUAGE, tmp_path)
    site = small_site(f"[en, {LANGUAGE}]", tmp_path / "site")
    said = casebook(source, "build", "--site", str(site), code=1)
    assert "site_config.yml:8:17: error [unknown_locale]" in said
    assert f"found the language {LANGUAGE}, of which no locale is known" in said
    assert "Traceback" not in said
