"""Made-up cases as pages, for the tests of this room."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from selectolax.lexbor import LexborHTMLParser

from roi_casebook.appraisal import JudgedCase, judge
from roi_casebook.case import Case
from roi_casebook.config import SiteConfig, Vocabulary
from roi_casebook.pages.case.case_page import CasePages, FirstScreen, case_pages, first_screen
from roi_casebook.pages.case.sections import numbered_case, section_views, views_apart
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.page import Page
from roi_casebook.pages.parts.tables import Cell
from roi_casebook.pages.parts.templates import Templates, template_folders
from roi_casebook.reading import read_case, read_library
from roi_casebook.reading.model.valid_parts import Surroundings
from roi_casebook.wording import wording_for

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "fr")
REAL = ("depaul-ihobo", "ibm-enterprise-tagging", "foiled-cupcakes", "ibm-internal-blogs", "need-a-cake")  # fmt: skip
SITE = read_library(ROOT, date(2026, 11, 22))
assert SITE.config is not None
CONFIG: SiteConfig = SITE.config
TEMPLATES = Templates(template_folders(ROOT))
FULL = yaml.safe_load((Path(__file__).parent / "full_case.yml").read_text(encoding="utf-8"))
DRAWN = yaml.safe_load((Path(__file__).parent / "drawn_case.yml").read_text(encoding="utf-8"))


def full(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 -- whatever an editor may write
    """Give the full case as plain data, with top-level fields changed."""
    return {**deepcopy(FULL), **changes}


def drawn(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 -- as above
    """Give the case with ranges and a bridge as plain data, with top-level fields changed."""
    return {**deepcopy(DRAWN), **changes}


def judged(raw: dict[str, Any], slug: str = "made-up") -> JudgedCase:
    """Give a case, written as plain data, as its judgement."""
    around = Surroundings(LANGUAGES, SITE.vocabulary, words_are_sure=True, today=date(2026, 11, 22))
    text = yaml.safe_dump(raw, allow_unicode=True, sort_keys=False)
    read = read_case(text.encode(), f"cases/{slug}.yml", around)
    assert read.case is not None, [problem.message for problem in read.problems]
    return judge(slug, read.case, CONFIG, SITE.vocabulary, SITE.thresholds)


def unread(
    raw: dict[str, Any], slug: str = "made-up", words: Vocabulary = SITE.vocabulary
) -> JudgedCase:
    """Give a case as its judgement that no reader has checked beyond the model."""
    return judge(slug, Case.model_validate(raw), CONFIG, words, SITE.thresholds)


@cache
def real(slug: str) -> JudgedCase:
    return judge(slug, SITE.cases[slug], CONFIG, SITE.vocabulary, SITE.thresholds)


@cache
def half_sentence_leads() -> JudgedCase:
    """Give IBM's tagging led by the reading that counts a half-sentence: at most, with costs unknown."""
    raw = yaml.safe_load((ROOT / "cases/ibm-enterprise-tagging.yml").read_text(encoding="utf-8"))
    raw["headline"]["reading"] = "with_reuse"
    return judged(raw, "ibm-enterprise-tagging")


def telling(case: JudgedCase, language: str = "en") -> CaseInLanguage:
    return CaseInLanguage(case, wording_for(language, LANGUAGES[0], SITE.vocabulary), CONFIG)


@dataclass(frozen=True)
class Shown:
    """What the page of a case shows: the view of each section, and what it folds, by its id."""

    first: FirstScreen
    sections: Mapping[str, Any]
    folds: Mapping[str, str]


def view(case: JudgedCase, language: str = "en") -> Shown:
    return view_of(telling(case, language))


def view_of(case: CaseInLanguage) -> Shown:
    numbered = numbered_case(case)
    views = (*section_views(numbered), *views_apart(numbered))
    return Shown(
        first_screen(numbered),
        {one.id: one.view for one in views},
        {one.id: one.fold for one in views},
    )


def page(case: JudgedCase, language: str = "en") -> Page:
    return case_pages(telling(case, language), TEMPLATES).case


def working_page(case: JudgedCase, language: str = "en") -> Page:
    """Give the page of the working of a case."""
    return case_pages(telling(case, language), TEMPLATES).working


@cache
def real_pages(slug: str, language: str) -> CasePages:
    return case_pages(telling(real(slug), language), TEMPLATES)


def real_page(slug: str, language: str) -> Page:
    return real_pages(slug, language).case


def real_working(slug: str, language: str) -> Page:
    return real_pages(slug, language).working


def whole(pages: CasePages) -> str:
    """Give the bodies of both pages of a case."""
    return pages.case.body + pages.working.body


def both(case: JudgedCase, language: str = "en") -> str:
    """Give the bodies of both pages of a case: what it shows, and its working."""
    return whole(case_pages(telling(case, language), TEMPLATES))


def words(cell: str | Cell) -> str:
    """Give what a cell of a table says, without what stands below it."""
    return (
        cell
        if isinstance(cell, str)
        else cell.text or str(cell.written or (cell.link and cell.link.text))
    )


def parsed(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(f"<!doctype html><body>{html}")


def text_of(html: str) -> str:
    """Give the words of a page as a reader sees them."""
    body = parsed(html).body
    assert body is not None
    return " ".join(body.text(separator=" ").split())
