"""The pages of the main navigation, each named once: tabs, shells and what is made follow from here.

A page is added by a module that makes it, its template, the words of its tab (`masthead.WORD`), and
an entry here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from roi_casebook.case.beside import Beside
from roi_casebook.pages.lists.cases_table_pages import cases_table_pages
from roi_casebook.pages.lists.catalogue_page import catalogue_pages
from roi_casebook.pages.lists.insights_page import insights_page
from roi_casebook.pages.lists.library_page import library_page
from roi_casebook.pages.lists.listing_pages import listing_pages
from roi_casebook.pages.lists.published_cases import CasesInLanguage
from roi_casebook.pages.lists.questions_page import questions_page
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.page import NOT_FOUND, Page
from roi_casebook.pages.site.compare.compare_page import compare_page
from roi_casebook.pages.site.editors_page import editors_page
from roi_casebook.pages.site.guide_page import guide_page
from roi_casebook.pages.site.home_page import home_page
from roi_casebook.pages.site.method_page import method_page
from roi_casebook.pages.site.other_pages import tombstone
from roi_casebook.pages.site.sources_page import sources_pages


@dataclass(frozen=True)
class MainPage:
    """An entry of the main navigation and the pages under it.

    kind: of the page that it leads to; word: the name of its label; made: its pages in a language,
    but for those of cases; below: the kinds of all others under it; of_file: the field of `Beside`
    without which there is no such page, "" where it needs none.
    """

    kind: str
    word: str
    address: str
    made: Callable[[CasesInLanguage], Iterable[Page]]
    below: tuple[str, ...] = ()
    of_file: Literal["", "guide", "questions"] = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of pages on which its tab is marked, its own first."""
        return (self.kind, *self.below)

    def is_there(self, beside: Beside) -> bool:
        """Tell whether a site with those files beside its cases has the page."""
        return not self.of_file or getattr(beside, self.of_file) is not None


def _catalogue(shelf: CasesInLanguage) -> Iterator[Page]:
    yield from catalogue_pages(shelf)
    yield from cases_table_pages(shelf)
    yield from listing_pages(shelf)
    yield compare_page(shelf)
    for judged in shelf.site.cases:
        if judged.case.state == "withdrawn":
            yield tombstone(shelf.site, judged)


def _guide(shelf: CasesInLanguage) -> Iterator[Page]:
    if shelf.site.beside.guide:
        yield guide_page(shelf.site, shelf.site.beside.guide)


def _questions(shelf: CasesInLanguage) -> Iterator[Page]:
    if shelf.site.beside.questions:
        yield questions_page(shelf, shelf.site.beside.questions.questions)


MAIN_PAGES = (
    MainPage("home", "home", anchors.HOME, lambda shelf: [home_page(shelf.site)]),
    MainPage(
        "catalogue",
        "cases",
        anchors.CASES,
        _catalogue,
        below=("case", "working", "tombstone", "listing", "compare"),
    ),
    MainPage(
        "library",
        "library",
        anchors.LIBRARY,
        lambda shelf: [library_page(shelf), insights_page(shelf)],
        below=("insights",),
    ),
    MainPage("questions", "questions", anchors.QUESTIONS, _questions, of_file="questions"),
    MainPage("guide", "guide", anchors.GUIDE, _guide, of_file="guide"),
    MainPage(
        "method",
        "method",
        anchors.METHOD,
        lambda shelf: [method_page(shelf.site), editors_page(shelf.site)],
        below=("editors",),
    ),
    MainPage("sources", "sources", anchors.SOURCES, lambda shelf: sources_pages(shelf.site)),
)
"""In the order of the navigation."""

KINDS = (*(kind for page in MAIN_PAGES for kind in page.kinds), NOT_FOUND)
"""All kinds of pages: there is a shell for each."""
