"""The reading guide: this site's own, in both languages, and small made-up ones."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from roi_casebook.case.beside import Beside
from roi_casebook.case.beside.guide import PAGES as NAMED_PAGES
from roi_casebook.case.beside.guide import Guide
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.page import Page
from roi_casebook.pages.site.guide_page import PAGES, guide_page
from roi_casebook.reading.rules.for_readers.text_fields import texts
from roi_casebook.wording import wording_for
from roi_casebook.written.parts import text_in
from tests.pages.told import CONFIG, LANGUAGES, ROOT, SITE, TEMPLATES, real

WRITTEN: dict[str, Any] = yaml.safe_load((ROOT / "guide.yml").read_text(encoding="utf-8"))
TEXTS = [(".".join(map(str, path)), text) for path, text in texts(Guide, WRITTEN)]


def own() -> Guide:
    assert SITE.beside.guide is not None, SITE.problems
    return SITE.beside.guide


def page_of(guide: Guide, language: str) -> Page:
    cases = tuple(real(slug) for slug in SITE.cases)
    wording = wording_for(language, LANGUAGES[0], SITE.vocabulary)
    return guide_page(SiteInLanguage(wording, CONFIG, cases, TEMPLATES, Beside(guide)), guide)


@cache
def parsed(language: str) -> LexborHTMLParser:
    return LexborHTMLParser(page_of(own(), language).body)


def hrefs(language: str) -> list[str]:
    return [str(link.attributes["href"]) for link in parsed(language).css("a")]


# This site's own guide ----------------------------------------------------------------------------


def test_nothing_is_wrong_with_it() -> None:
    assert [problem for problem in SITE.problems if problem.file == "guide.yml"] == []


def test_both_languages_have_the_same_sections_in_the_same_order() -> None:
    english, french = (page_of(own(), language) for language in LANGUAGES)
    ids = [section.id for section in english.sections]
    assert ids == [*own().points, "sources"]
    assert ids == [section.id for section in french.sections]
    assert {one.heading for one in english.sections} & {one.heading for one in french.sections} == {
        "Sources"
    }
    for language in LANGUAGES:
        assert [heading.attributes["id"] for heading in parsed(language).css("h2")] == ids


def test_both_languages_lead_to_the_same_places() -> None:
    english, french = map(hrefs, LANGUAGES)
    assert english == french


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere(language: str) -> None:
    ids = {node.attributes["id"] for node in parsed(language).css("[id]")}
    pages = set(PAGES.values()) | {anchors.case_address(slug) for slug in SITE.cases}
    for href in hrefs(language):
        address, _, place = href.partition("#")
        if not address:
            assert place in ids, href
        elif "://" not in address:
            assert address in pages, href


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_point_is_short_and_leads_to_cases(language: str) -> None:
    for name, point in own().points.items():
        written, spoken = text_in(point.text, language, LANGUAGES[0])
        paragraphs = [part for part in written.split("\n\n") if not part.startswith("- ")]
        assert spoken == language
        assert 2 <= len(paragraphs) <= 4, name
        assert set(point.cases) <= set(SITE.cases), name
    for point_of_page in parsed(language).css(".cb-point"):
        assert len(point_of_page.css(".cb-point__cases > li > a:first-child")) > 0


def test_every_source_is_used_and_every_quotation_has_one() -> None:
    used = {href.removeprefix("#source-") for href in hrefs("en") if href.startswith("#source-")}
    assert used == set(own().sources)


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotations_stay_in_their_language_and_say_so(language: str) -> None:
    shown = parsed(language).css("blockquote > p:first-child")
    languages = [
        own().sources[quote.source].lang
        for point in own().points.values()
        for quote in point.quotes.values()
    ]
    assert [node.attributes.get("lang", language) for node in shown] == languages


# Its looks ----------------------------------------------------------------------------------------

_PLAIN = re.compile(r"\]\([^)]*\)|https?://\S+")
_FRENCH_SIGN = re.compile(r"\w[;!?%»]|\w:(?=\s|$)|«\S|[\s][.,]")
_ENGLISH_SIGN = re.compile(r"\s[;:!?%,.](?=\s|$)|«|»")


def each_text() -> Iterator[tuple[str, str, str]]:
    for path, text in TEXTS:
        assert isinstance(text, Mapping), path
        for language, written in text.items():
            yield path, language, _PLAIN.sub("]", written)


def test_it_is_typeset_as_its_language_asks() -> None:
    for path, language, text in each_text():
        signs = _FRENCH_SIGN if language == "fr" else _ENGLISH_SIGN
        assert not signs.search(text), f"{path} in {language}"
        assert not re.search(r"['\"]|  |\.\.\.", text), f"{path} in {language}"
        if language == "fr":
            assert not re.search("[“”]", text), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_free_of_notation_and_of_loose_french_signs(language: str) -> None:
    text = parsed(language).text()
    assert not re.search(r"\]\(|case:|page:|source:|\*\*", text)
    if language == "fr":
        prose = " ".join(node.text() for node in parsed(language).css(".cb-point__text > p"))
        assert not re.search(r" [;:!?%»]|« ", prose)


# Made-up guides -----------------------------------------------------------------------------------


def guide_with(**changes: object) -> Guide:
    point = {
        "title": "Why",
        "text": "One.",
        "here": "Two.",
        "cases": {"need-a-cake": "Three."},
        **changes,
    }
    return Guide.model_validate(
        {
            "format": 1,
            "title": "Guide",
            "description": "What to ask",
            "lead": "Begin.",
            "points": {"why": point},
        }
    )


def test_links_become_addresses_with_their_places() -> None:
    text = "[a](case:need-a-cake#soft) [b](page:cases) [c](page:method#reasons) [d](#why)"
    body = page_of(guide_with(text=text), "en").body
    assert [link.attributes["href"] for link in LexborHTMLParser(body).css("p a")] == [
        "cases/need-a-cake.html#soft", "cases/index.html", "method.html#reasons", "#why",
    ]  # fmt: skip


def test_html_is_shown_as_text() -> None:
    bad = "<script>alert(1)</script> [x](javascript:alert(1))"
    body = page_of(guide_with(text=bad, here=bad, cases={"need-a-cake": bad}, title=bad), "en").body
    tree = LexborHTMLParser(body)
    assert tree.css_first("script") is None
    assert not [link for link in tree.css("a") if "javascript" in str(link.attributes["href"])]
    assert "<script>alert(1)</script>" in tree.text()


def test_what_is_not_translated_is_marked() -> None:
    body = page_of(guide_with(), "fr").body
    assert body.count('lang="en"') >= 4
    assert "cb-missing-translation" in body


def test_a_guide_without_sources_has_no_such_section() -> None:
    assert [section.id for section in page_of(guide_with(), "en").sections] == ["why"]


def test_every_page_that_a_link_may_name_has_an_address() -> None:
    assert tuple(PAGES) == NAMED_PAGES


def test_the_guide_stands_beside_the_cases() -> None:
    assert Path(ROOT / "guide.yml").is_file()
    assert page_of(own(), "fr").address == anchors.GUIDE
