"""A language is a file: sites in one that has three texts, and in one of which no locale is known."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.languages.made_up import LANGUAGE
from tests.languages.new_language import CASES, casebook, package_with, small_site
from tests.languages.said import shown

pytestmark = pytest.mark.slow
MARK = re.compile("[\ufdd0-\ufddf]")
GERMAN = """\
de:
  strings:
    masthead:
      cases: Fälle
      search_one: "# Treffer"
    draft: "Entwurf: {title}"
"""


def a_site(languages: str, folder: Path) -> Path:
    """Give the folder of a built site."""
    site = small_site(languages, folder / "site")
    casebook(package_with(GERMAN, "de", folder), "build", "--site", str(site))
    return site / "site"


def page(file: Path) -> LexborHTMLParser:
    return LexborHTMLParser(file.read_text(encoding="utf-8"))


def language_of(file: Path) -> str | None:
    root = page(file).root
    assert root is not None
    return root.attributes["lang"]


def is_without_marks(site: Path) -> bool:
    files = (file for file in site.rglob("*") if file.suffix in {".html", ".js", ".json", ".xml"})
    return not [file for file in files if MARK.search(file.read_text(encoding="utf-8"))]


# As the only language ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in German alone, of which three texts are known."""
    return a_site("[de]", tmp_path_factory.mktemp("german"))


def test_what_is_not_translated_is_in_english_and_says_so(german: Path) -> None:
    assert language_of(german / "cases" / "index.html") == "de"
    tabs = [tab.html or "" for tab in page(german / "cases" / "index.html").css(".cb-tabs a")]
    assert any("Fälle" in tab for tab in tabs)
    assert any('<span lang="en">Method</span>' in tab for tab in tabs)


def test_numbers_and_dates_are_german_all_the_same(german: Path) -> None:
    said = " ".join(shown(german / "method.html"))
    assert "10 %" in said.replace("\u00a0", " ")
    assert not re.search(r"\b\d+%", said)


def test_no_mark_is_left_in_any_file(german: Path) -> None:
    assert is_without_marks(german)


# As the second language --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in English, and in German, of which three texts are known."""
    return a_site("[en, de]", tmp_path_factory.mktemp("second"))


def links_to_languages(file: Path) -> dict[str, Path]:
    """Give where the links of a page to its other languages lead."""
    links = [link.attributes for link in page(file).css("a.cb-language")]
    return {
        link["hreflang"] or "": (file.parent / (link["href"] or "")).resolve() for link in links
    }


def test_each_page_leads_to_itself_in_the_other_language(second: Path) -> None:
    for address in ("index.html", "cases/index.html", f"cases/{CASES[0]}.html", "method.html"):
        english, german = second / address, second / "de" / address
        assert (language_of(english), language_of(german)) == ("en", "de")
        assert links_to_languages(english)["de"] == german.resolve()
        assert links_to_languages(german)["en"] == english.resolve()


def test_lists_hold_the_cases_in_both_languages(second: Path) -> None:
    for folder in (second, second / "de"):
        links = page(folder / "cases" / "index.html").css("a[href]")
        leading = {Path(link.attributes["href"] or "").name.partition("#")[0] for link in links}
        assert {f"{case}.html" for case in CASES} <= leading
    german = {file.relative_to(second / "de") for file in (second / "de").rglob("*.html")}
    english = {file.relative_to(second) for file in second.rglob("*.html")}
    not_found = {Path("404.html")}  # one for both
    assert german == {file for file in english if file.parts[0] != "de"} - not_found


def test_what_falls_back_is_marked_in_the_second_language_alone(second: Path) -> None:
    for address in ("index.html", "cases/index.html"):
        german, english = (
            (folder / address).read_text("utf-8") for folder in (second / "de", second)
        )
        assert '<span lang="en">Method</span>' in german
        assert "Fälle" not in english
        leading = '<span lang="en">Read this page in Deutsch</span>'
        assert leading in english
        assert '<span lang="en">' not in english.replace(leading, "")


def test_what_falls_back_in_a_drawing_is_marked_on_each_line(second: Path) -> None:
    drawn = [
        line for file in (second / "de").rglob("*.html") for line in page(file).css("svg text")
    ]
    marked = [line.html or "" for line in drawn if line.css_first("tspan[lang=en]")]
    assert any("…</text>" in line for line in marked)
    assert marked


def test_no_mark_is_left_in_a_site_of_two_languages(second: Path) -> None:
    assert is_without_marks(second)


# Without a locale --------------------------------------------------------------------------------


def test_a_language_without_a_locale_is_told_at_its_line(tmp_path: Path) -> None:
    source = package_with(GERMAN.replace("de:", f"{LANGUAGE}:"), LANGUAGE, tmp_path)
    site = small_site(f"[en, {LANGUAGE}]", tmp_path / "site")
    said = casebook(source, "build", "--site", str(site), code=1).stderr
    assert "site_config.yml:8:17: error [unknown_locale]" in said
    assert f"found the language {LANGUAGE}, of which no locale is known" in said
    assert "Traceback" not in said
