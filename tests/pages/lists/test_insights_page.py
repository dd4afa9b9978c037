"""What the cases show together, as a page."""

import pytest

from roi_casebook.pages.lists.insights_page import SECTIONS, insights_page
from roi_casebook.pages.lists.published_cases import CasesInLanguage, PublishedCases
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.page import Page
from roi_casebook.wording import wording_for
from tests.pages.told import CONFIG, LANGUAGES, SITE, TEMPLATES, parsed, real

SLUGS = ("ibm-internal-blogs", "ibm-enterprise-tagging", "txt2stop", "stopcovid", "covidsafe")


def page_in(language: str) -> Page:
    cases = [real(slug) for slug in SLUGS]
    wording = wording_for(language, LANGUAGES[0], SITE.vocabulary)
    shelf = CasesInLanguage(
        SiteInLanguage(wording, CONFIG, cases, TEMPLATES, SITE.beside), PublishedCases.of(cases)
    )
    return insights_page(shelf)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_count_stands_with_what_it_cannot_say(language: str) -> None:
    body = parsed(page_in(language).body)
    assert [node.attributes["id"] for node in body.css("h2")] == list(SECTIONS)
    for panel in body.css(".cb-panels > section"):
        assert panel.css("table")
        assert panel.css("p.cb-small")


def test_a_field_without_a_case_is_in_sight_and_said() -> None:
    body = parsed(page_in("en").body)
    gaps = body.css(".cb-map__gap")
    filled = [node for node in body.css(".cb-map td") if "cb-map__gap" not in (node.html or "")]
    assert gaps
    assert all("no case" in gap.text() for gap in gaps)
    assert sum(int(node.text().split()[0]) for node in filled) == len(SLUGS)


def test_each_kind_leads_to_its_cases() -> None:
    rows = parsed(page_in("en").body).css(".cb-map tbody th a")
    kinds = {real(slug).case.initiative.kind for slug in SLUGS}
    assert {node.attributes["href"] for node in rows} == {f"kinds/{kind}.html" for kind in kinds}
