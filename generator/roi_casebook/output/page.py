"""What the output room takes in: finished pages, redirects, files and the words around them.

Addresses are flat and relative to the root of their language (`cases/foiled-cupcakes.html`); texts
are plain (escaped when stamped), only `body` is HTML. Nothing here knows an engine or a theme.
"""

from collections.abc import Mapping
from dataclasses import dataclass

KINDS = (
    "home",
    "catalogue",
    "case",
    "tombstone",
    "method",
    "sources",
    "guide",
    "listing",
    "not-found",
)


@dataclass(frozen=True)
class Section:
    """A second-level heading of a page, for the theme's table of contents; its h2 is in `body`."""

    id: str
    heading: str


@dataclass(frozen=True)
class Crumb:
    """One step of the way to a page: `address` in the root of the page's language."""

    label: str
    address: str


@dataclass(frozen=True)
class Page:
    """A finished page. `kind` (one of KINDS) and `language` choose its shell.

    description: for search engines and link previews; heading: the h1; body: finished HTML of all
    below it (with the h2 of `sections` and their ids), links relative to this page, no script, no
    style attribute (the page's policy refuses both); alternates: language -> address in that
    language's root; crumbs: shown above the h1; listed: in the sitemap and, later, the search.
    """

    kind: str
    language: str
    address: str
    title: str
    description: str
    heading: str
    sections: tuple[Section, ...]
    body: str
    alternates: Mapping[str, str]
    crumbs: tuple[Crumb, ...] = ()
    listed: bool = True


@dataclass(frozen=True)
class Redirect:
    """A page that only leads on, for a former address; `title` is that of the page it leads to."""

    language: str
    address: str
    to: str
    title: str


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
    words: the names in WORDS.
    """

    language: str
    language_name: str
    title: str
    tagline: str
    tabs: tuple[Tab, ...]
    edition: str
    words: Mapping[str, str]


WORDS = {
    "navigation": "name of the main navigation: Main",
    "breadcrumbs": "name of the breadcrumbs: You are here",
    "on_this_page": "title of the table of contents: On this page",
    "read_in": "name of the link that leads here from another language: Read this page in English",
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
    """The site as a whole: its public address and one masthead a language, the default first."""

    address: str
    mastheads: tuple[Masthead, ...]
    contribute: str | None = None

    @property
    def default_language(self) -> str:
        """The language whose pages stand at the root."""
        return self.mastheads[0].language

    def masthead(self, language: str) -> Masthead:
        """The masthead of a language of the site."""
        return next(one for one in self.mastheads if one.language == language)
