"""The pages of the main navigation, each named once: tabs, shells and what is made follow from here.

A page is added by a module that makes it, its template, the words of its tab (`masthead.WORD`), and
an entry here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from roi_casebook.pages.lists.catalogue_page import catalogue_pages
from roi_casebook.pages.lists.library_page import library_page
from roi_casebook.pages.lists.listing_pages import listing_pages
from roi_casebook.pages.lists.published_cases import CasesInLanguage
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.page import NOT_FOUND, Page
from roi_casebook.pages.site.guide_page import guide_page
from roi_casebook.pages.site.home_page import home_page
from roi_casebook.pages.site.method_page import method_page
from roi_casebook.pages.site.other_pages import tombstone
from roi_casebook.pages.site.sources_page import sources_page


@dataclass(frozen=True)
class MainPage:
    """An entry of the main navigation and the pages under it.

    kind: of the page that it leads to; word: the name of its label; made: its pages in a language,
    but for those of cases; below: the kinds of all others under it; is_guide: only where the site
    has a guide.
    """

    kind: str
    word: str
    address: str
    made: Callable[[CasesInLanguage], Iterable[Page]]
    below: tuple[str, ...] = ()
    is_guide: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of pages on which its tab is marked, its own first."""
        return (self.kind, *self.below)


def _catalogue(shelf: CasesInLanguage) -> Iterator[Page]:
    yield from catalogue_pages(shelf)
    yield from listing_pages(shelf)
    for judged in shelf.site.cases:
        if judged.case.state == "withdrawn":
            yield tombstone(shelf.site, judged)


def _guide(shelf: CasesInLanguage) -> Iterator[Page]:
    if shelf.site.guide:
        yield guide_page(shelf.site, shelf.site.guide)


MAIN_PAGES = (
    MainPage("home", "home", anchors.HOME, lambda shelf: [home_page(shelf.site)]),
    MainPage(
        "catalogue", "cases", anchors.CASES, _catalogue, below=("case", "tombstone", "listing")
    ),
    MainPage("library", "library", anchors.LIBRARY, lambda shelf: [library_page(shelf)]),
    MainPage("guide", "guide", anchors.GUIDE, _guide, is_guide=True),
    MainPage("method", "method", anchors.METHOD, lambda shelf: [method_page(shelf.site)]),
    MainPage("sources", "sources", anchors.SOURCES, lambda shelf: [sources_page(shelf.site)]),
)
"""In the order of the navigation."""

KINDS = (*(kind for page in MAIN_PAGES for kind in page.kinds), NOT_FOUND)
"""All kinds of pages: there is a shell for each."""
