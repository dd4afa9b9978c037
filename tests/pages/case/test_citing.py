"""A case passed on: its citation, the ways to answer, and what machines may say of it."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from roi_casebook.case.beside.editions import Edition
from roi_casebook.pages.case.passed_on.citing import CiteView, citation_of, cite_view
from roi_casebook.pages.case.passed_on.linked_data import linked_data
from roi_casebook.pages.parts.page import Result
from roi_casebook.written.repository import Repository
from tests.pages.told import CONFIG, LANGUAGES, full, judged, real, real_page, telling, unread, view
from tests.real_cases import each_case

EDITION = Edition(date(2026, 11, 30), "1a2b3c4")
REPOSITORY = Repository(
    edit="https://host.example/edit/{slug}.yml",
    challenge="https://host.example/new?title={title}&body={address}",
    edition="https://host.example/{commit}/{slug}.yml",
)


def cited(edition: Edition | None, repository: Repository | None = None) -> CiteView:
    config = CONFIG.model_copy(update={"repository": repository})
    return cite_view(replace(telling(real("need-a-cake")), edition=edition, config=config))


def test_the_citation_names_site_title_check_edition_and_address() -> None:
    assert cited(EDITION).line == (
        "ROI Casebook: “Need a Cake: 8,500 orders at a loss”. Case checked on "
        "22 November 2026. Edition of 30 November 2026, commit 1a2b3c4. "
        "https://roi-casebook.example/cases/need-a-cake.html"
    )
    assert "Edition" not in cited(None).line


def test_the_page_offers_it_with_the_file_beside_the_page() -> None:
    for language in LANGUAGES:
        page = real_page("need-a-cake", language)
        assert 'class="cb-cite"' in page.body
        assert '<a href="need-a-cake.bib">' in page.body
        assert any(section.id == "cite" for section in page.sections)


def test_where_no_repository_is_named_nothing_leads_to_one() -> None:
    assert [fact.links[0].href for fact in cited(EDITION).facts] == ["need-a-cake.bib"]


def test_a_repository_gives_the_edition_and_the_ways_to_answer() -> None:
    _, edition, answers = cited(EDITION, REPOSITORY).facts
    assert edition.links[0].href == "https://host.example/1a2b3c4/need-a-cake.yml"
    challenge, edit = answers.links
    assert challenge.href.startswith("https://host.example/new?title=Need%20a%20Cake")
    assert challenge.href.endswith(
        "body=https%3A%2F%2Froi-casebook.example%2Fcases%2Fneed-a-cake.html"
    )
    assert edit.href == "https://host.example/edit/need-a-cake.yml"


@pytest.mark.parametrize(
    "edition", [Edition(EDITION.day, None), replace(EDITION, changed_since=True), None]
)
def test_no_commit_is_named_that_does_not_hold_what_the_page_shows(edition: Edition | None) -> None:
    names = [fact.name for fact in cited(edition, REPOSITORY).facts]
    assert names == ["For reference managers (BibTeX)", "Answer"]


@pytest.mark.parametrize("slug", each_case())
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_machines_may_say_holds_the_figures_with_their_standing(
    slug: str, language: str
) -> None:
    page = real_page(slug, language)
    facts = json.loads(page.linked_data)
    assert (facts["@type"], facts["mainEntity"]["@type"]) == ("Article", "Dataset")
    assert facts["headline"] == page.title
    assert page.result is not None
    said = facts["mainEntity"]["description"]
    assert page.result.figures.rstrip(".") in said
    assert page.result.basis in said
    assert not numbers_alone(facts)


def numbers_alone(facts: object) -> list[object]:
    """Give what is a number, or a text of nothing else."""
    if isinstance(facts, dict):
        return [found for value in facts.values() for found in numbers_alone(value)]
    if isinstance(facts, list):
        return [found for value in facts for found in numbers_alone(value)]
    return (
        [] if isinstance(facts, str) and re.search("[A-Za-z]{2}|^[0-9-]{10}$", facts) else [facts]
    )


def test_no_text_ends_the_script() -> None:
    c = telling(unread(full(title="Of </script> and more")))
    text = linked_data(c, Result("", "", ""))
    assert "</script" not in text
    assert json.loads(text)["headline"] == "Of </script> and more"


def test_a_title_that_is_not_translated_is_cited_in_its_own_language() -> None:
    found = citation_of(telling(judged(full(title={"en": "Only English"})), "fr"))
    assert (found.title, found.language) == ("Only English", "en")
    assert found.key == "made-up-fr"


def test_it_is_folded() -> None:
    assert view(real("need-a-cake")).folds["cite"]
