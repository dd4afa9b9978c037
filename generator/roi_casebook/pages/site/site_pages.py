"""All pages of a site, one by one as they are asked for; and the redirects.

The pages of a case in all languages are made one after the other, so that what no language changes
is found once.

In every language: what `main_pages.py` names, with a tombstone for each withdrawn case, and each
published case, with the page of its working; once, the page for a wrong address. Drafts have no page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from roi_casebook.appraisal import JudgedCase
from roi_casebook.case.beside import NOTHING_BESIDE, Beside
from roi_casebook.config import SiteConfig, Vocabulary
from roi_casebook.pages.case.case_page import case_pages
from roi_casebook.pages.lists.published_cases import (
    CasesInLanguage,
    PublishedCases,
    like_view,
)
from roi_casebook.pages.parts.case_in_language import CaseAddresses, CaseInLanguage, SiteInLanguage
from roi_casebook.pages.parts.case_rows import titled
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.page import InParts, Page, Redirect
from roi_casebook.pages.parts.templates import Templates
from roi_casebook.pages.site.compare.compared_case import compared_data
from roi_casebook.pages.site.main_pages import MAIN_PAGES
from roi_casebook.pages.site.other_pages import not_found_page, redirects
from roi_casebook.wording import Wording, wording_for


def site_pages(
    cases: Sequence[JudgedCase],
    config: SiteConfig,
    vocabulary: Vocabulary,
    templates: Templates,
    beside: Beside = NOTHING_BESIDE,
) -> InParts:
    """Make all pages, one by one, in a part for each language and for each case.

    beside: what speaks of the cases beside them.
    Errors: BrokenTemplateError, then.
    """
    wordings = site_wordings(config, vocabulary)
    shared = PublishedCases.of(cases)
    shelves = [
        CasesInLanguage(SiteInLanguage(wording, config, cases, templates, beside), shared)
        for wording in wordings
    ]
    return InParts(
        (
            *map(_own_pages, shelves),
            *(_case_pages(shelves, place, beside) for place in range(len(shelves[0].cases))),
            _for_all(config, wordings, templates),
        )
    )


def _for_all(
    config: SiteConfig, wordings: tuple[Wording, ...], templates: Templates
) -> Iterator[Page]:
    yield not_found_page(config, wordings, templates)


def site_redirects(
    cases: Sequence[JudgedCase], config: SiteConfig, vocabulary: Vocabulary
) -> Iterator[Redirect]:
    """Give the redirects from earlier names of cases that are not drafts."""
    known = [judged for judged in cases if judged.case.state != "draft"]
    return redirects(known, site_wordings(config, vocabulary))


def site_wordings(config: SiteConfig, vocabulary: Vocabulary) -> tuple[Wording, ...]:
    """Give the wording of each language of a site, its first language first."""
    return tuple(
        wording_for(language, config.languages[0], vocabulary, is_marked=True)
        for language in config.languages
    )


def _own_pages(shelf: CasesInLanguage) -> Iterator[Page]:
    """Make the pages of a language that are no cases."""
    for page in MAIN_PAGES:
        yield from page.made(shelf)


def _case_pages(shelves: Sequence[CasesInLanguage], place: int, beside: Beside) -> Iterator[Page]:
    """Make the pages of the case at a place in the order of lists."""
    for shelf in shelves:
        site, judged = shelf.site, shelf.cases[place]
        c = CaseInLanguage(
            judged, site.wording, site.config, beside.review(judged.slug), edition=beside.edition
        )
        made = case_pages(
            c,
            site.templates,
            _neighbour(c.wording, c.addresses, shelf.cases[place - 1] if place else None),
            _neighbour(c.wording, c.addresses, next(iter(shelf.cases[place + 1 :]), None)),
            like_view(shelf, judged.slug),
        )
        yield replace(made.case, data=compared_data(shelf, made.numbered))
        yield made.working


def _neighbour(w: Wording, addresses: CaseAddresses, other: JudgedCase | None) -> Link | None:
    return None if other is None else titled(other, w, addresses.here)
