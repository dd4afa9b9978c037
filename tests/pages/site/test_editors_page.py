"""The guide for editors: whole in every language, its examples cut from cases, what check says as it says it."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from roi_casebook.case.beside import NOTHING_BESIDE
from roi_casebook.case.lines import Design
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.page import Page
from roi_casebook.pages.site.editors_page import editors_page
from roi_casebook.pages.site.method_page import method_page
from roi_casebook.reading.model.schema import case_schema
from roi_casebook.shipped.editors_guide import editors_guide
from roi_casebook.shipped.problem_codes import examples
from roi_casebook.wording import wording_for
from roi_casebook.written.languages import languages
from tests.pages.told import CONFIG, LANGUAGES, SITE, TEMPLATES, real
from tools.editors_guide import DOCS, written

ROOT = Path(__file__).parents[3]
SHOWN = ("need-a-cake", "hmrc-tax-letters")


def site_in(language: str, slugs: tuple[str, ...] = SHOWN) -> SiteInLanguage:
    cases = tuple(real(slug) for slug in slugs)
    wording = wording_for(language, LANGUAGES[0], SITE.vocabulary)
    return SiteInLanguage(wording, CONFIG, cases, TEMPLATES, NOTHING_BESIDE)


def page(language: str, slugs: tuple[str, ...] = SHOWN) -> Page:
    return editors_page(site_in(language, slugs))


def texts() -> list[tuple[str, dict[str, str]]]:
    guide = editors_guide()
    parts = [("title", guide.title), ("description", guide.description), ("lead", guide.lead)]
    for section in guide.sections:
        parts += [(f"{section.id} title", section.title), (section.id, section.text)]
    return [(name, dict(text)) for name, text in parts]


@pytest.mark.parametrize(
    ("name", "text"), texts(), ids=lambda each: each if isinstance(each, str) else ""
)
def test_each_text_stands_in_every_language_with_the_same_fields(
    name: str, text: dict[str, str]
) -> None:
    assert sorted(text) == sorted(languages()), name
    names = {language: sorted(re.findall(r"`([a-z_-]+)`", each)) for language, each in text.items()}
    assert len({*map(tuple, names.values())}) == 1, names
    assert len({each.count("\n- ") for each in text.values()}) == 1


@pytest.mark.parametrize(
    "section", [each for each in editors_guide().sections if each.example], ids=lambda each: each.id
)
def test_an_example_is_cut_from_its_case_word_for_word(section: object) -> None:
    example, slug = getattr(section, "example", ""), getattr(section, "case", "")
    lines = (ROOT / "cases" / f"{slug}.yml").read_text("utf-8").splitlines()
    stripped = [line.strip() for line in lines]
    cut = [line.strip() for line in example.splitlines()]
    at = stripped.index(cut[0])
    following = iter(stripped[at:])
    assert all(line in following for line in cut), "each line, in the order of the file"
    assert {*cut} <= {*stripped[at : at + len(cut) + 3]}


def test_what_it_calls_a_field_or_a_word_is_one_of_the_format() -> None:
    schema = str(case_schema())
    named = {
        name for _, text in texts() for name in re.findall(r"`([a-z]+(?:[_-][a-z]+)*)`", text["en"])
    }
    assert {name for name in named if f"'{name}'" not in schema} == set()
    assert "randomised" in str(Design)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_each_part_with_its_example_and_what_check_says(language: str) -> None:
    tree = LexborHTMLParser(page(language).body)
    guide = editors_guide()
    assert [each.attributes["id"] for each in tree.css("h2")] == [
        each.id for each in guide.sections
    ]
    cut = [each.text() for each in tree.css(".cb-cut__lines code")]
    assert cut == [each.example.rstrip() for each in guide.sections if each.example]
    said = tree.css_first(".cb-told")
    assert said is not None
    assert said.attributes["lang"] == "en"
    codes = [code for section in guide.sections for code in section.codes]
    assert [each.text() for each in said.css("dt code")] == codes
    for code in codes:
        assert examples()[code]["message"] in said.text()


def test_it_leads_to_the_cases_that_the_site_has_and_to_no_others() -> None:
    def led(slugs: tuple[str, ...]) -> list[str | None]:
        return [
            each.attributes["href"]
            for each in LexborHTMLParser(page("en", slugs).body).css("figcaption a")
        ]

    assert led(SHOWN) == ["cases/need-a-cake.html"] * 2 + [
        "cases/hmrc-tax-letters.html",
        "cases/need-a-cake.html",
    ]
    assert led(()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_on_method_leads_to_it(language: str) -> None:
    tree = LexborHTMLParser(method_page(site_in(language)).body)
    link = tree.css_first('a[href="editors.html"]')
    assert link is not None
    assert link.text() == editors_guide().title[language]


@pytest.mark.parametrize("name", sorted(written()))
def test_the_repository_holds_the_same_guide(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == written()[name], "run tools/editors_guide.py"
