"""The questions on which cases disagree: this site's own, in both languages."""

import pytest

from roi_casebook.case.beside import NOTHING_BESIDE
from roi_casebook.pages.lists.aspects import ASPECTS, side_by_side
from roi_casebook.pages.lists.published_cases import CasesInLanguage, PublishedCases
from roi_casebook.pages.lists.questions_page import questions_page
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.page import Page
from roi_casebook.pages.site.main_pages import MAIN_PAGES
from roi_casebook.wording import wording_for
from tests.pages.told import CONFIG, LANGUAGES, SITE, TEMPLATES, parsed, real

assert SITE.beside.questions is not None, SITE.problems
QUESTIONS = SITE.beside.questions.questions
EN = wording_for("en", LANGUAGES[0], SITE.vocabulary)


def page_in(language: str) -> Page:
    cases = [real(slug) for slug in SITE.cases]
    wording = wording_for(language, LANGUAGES[0], SITE.vocabulary)
    shelf = CasesInLanguage(
        SiteInLanguage(wording, CONFIG, cases, TEMPLATES, SITE.beside), PublishedCases.of(cases)
    )
    return questions_page(shelf, QUESTIONS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_question_stands_with_all_its_cases(language: str) -> None:
    page = page_in(language)
    assert [section.id for section in page.sections] == [f"question-{name}" for name in QUESTIONS]
    body = parsed(page.body)
    shown = [node.attributes["href"] for node in body.css(".cb-card__title a")]
    assert shown == [f"cases/{slug}.html" for one in QUESTIONS.values() for slug in one.cases]
    assert len(body.css(".cb-differences")) == len(QUESTIONS)


def test_why_cases_differ_is_told_from_what_they_rest_on() -> None:
    """A trial beside a comparison without matching, in pounds beside Canadian dollars."""
    cases = [real("txt2stop"), real("defi-jarrete")]
    found = {
        one.name: {answer.text: answer.slugs for answer in one.answers}
        for one in side_by_side(EN, cases).differences
    }
    assert found["How it was compared"] == {
        "Randomised experiment": ("txt2stop",),
        "Comparison without matching": ("defi-jarrete",),
    }
    assert set(found["Money"].values()) == {("txt2stop",), ("defi-jarrete",)}


def test_a_case_beside_itself_differs_in_nothing() -> None:
    both = side_by_side(EN, [real("ebay-paid-search")] * 2)
    assert both.differences == ()
    told = [name for name in ASPECTS if ASPECTS[name](EN, real("ebay-paid-search"))]
    assert len(both.shared) == len(told)


def test_an_aspect_that_one_case_lacks_is_not_shared() -> None:
    """No money leads the tracing app, so nothing is taken for its gain."""
    cases = [real("ebay-paid-search"), real("stopcovid")]
    shared = dict(side_by_side(EN, cases).shared)
    assert "Taken for the gain" not in shared


def test_a_site_without_questions_has_no_such_page() -> None:
    page = next(one for one in MAIN_PAGES if one.kind == "questions")
    assert page.is_there(SITE.beside)
    assert not page.is_there(NOTHING_BESIDE)
