"""What the output room takes in: finished pages, redirects, files and the words around them.

Pages and redirects are made, and defined, one room below (`pages/parts/page.py`). Texts are plain (escaped
when stamped), only a page's `body` is HTML. Nothing here knows an engine or a theme.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class File:
    """Any other file to publish: its address in the site, not in a language's root, and its bytes."""

    address: str
    content: bytes


@dataclass(frozen=True)
class Tab:
    """An entry of the main navigation, marked on pages of `kinds`; the first kind is its own."""

    address: str
    label: str
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Masthead:
    """What stands around every page of one language, in its words; all plain text.

    edition: the finished line, as "Edition of 22 November 2026, commit 1a2b3c4" (see edition.py);
    words: the names in WORDS; direction: of its script, ltr or rtl.
    """

    language: str
    language_name: str
    title: str
    tagline: str
    tabs: tuple[Tab, ...]
    edition: str
    words: Mapping[str, str]
    direction: str = "ltr"


WORDS = {
    "skip": "the way past what stands around every page: Skip to content",
    "navigation": "name of the main navigation: Main",
    "breadcrumbs": "name of the breadcrumbs: You are here",
    "on_this_page": "title of the table of contents: On this page",
    "read_in": "name of the link that leads here from another language: Read this page in English",
    "search": "name of the search box: Search the cases",
    "search_plain": "the way to the catalogue where no script runs: Find a case in the catalogue",
    "search_results": "name of the list of results: Results",
    "search_busy": "while the search starts: Searching…",
    "search_one": "how many were found, # is the number: # result",
    "search_many": "the same of several: # results",
    "search_best": "the same where not all are shown: # results; these fit best",
    "search_none": "nothing was found, # are the words: Nothing found for “#”.",
    "search_folder": "the search cannot run in pages opened from a folder, and what can",
    "search_failed": "the search could not be loaded, and what works without it",
    "search_catalogue": "link to the catalogue: All cases in the catalogue",
    "search_in": "link from another language, # are the words: Search for “#” in English",
    "search_keys": "the keys: ↑ ↓ choose, Enter opens, Escape closes",
    "scheme": "name of the button for the colours: Colours: as the system, light or dark",
    "scheme_auto": "its state: as the system",
    "scheme_light": "its state: light",
    "scheme_dark": "its state: dark",
    "licence": "line of the licences: Cases: CC BY 4.0. Code: MIT.",
    "contribute": "link to Site.contribute: Propose a case or challenge a number",
    "moved": "title and text of a redirect: This page has moved to",
}


@dataclass(frozen=True)
class Site:
    """The site as a whole: its public address and one masthead a language, the default first.

    engine: the name of the one that makes its shells (see engines.py).
    """

    address: str
    mastheads: tuple[Masthead, ...]
    contribute: str | None = None
    engine: str = "mkdocs"

    @property
    def default_language(self) -> str:
        """The language whose pages stand at the root."""
        return self.mastheads[0].language

    def masthead(self, language: str) -> Masthead:
        """The masthead of a language of the site."""
        return next(one for one in self.mastheads if one.language == language)
