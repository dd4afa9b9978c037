"""What this room makes: finished pages, and the addresses that lead on to them.

Addresses are flat and relative to the root of their language (`cases/foiled-cupcakes.html`); texts
are plain (escaped when stamped), only `body` is HTML. Nothing here knows an engine or a theme.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

NOT_FOUND = "not-found"
"""The kind of page that a host shows for any wrong address."""


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
class Result:
    """What a list of search results shows of a case below its title and description.

    figures: the return with NPV, cost and horizon, or the reason why there is none; basis: what
    kind of numbers these are, "" without any; about: words by which readers look for it, in no
    sentence: who, where, what was done.
    """

    figures: str
    basis: str
    about: str


@dataclass(frozen=True)
class Page:
    """A finished page. `kind` (one of KINDS in `site/main_pages.py`) and `language` choose its shell.

    description: for search engines and link previews; heading: the h1; body: finished HTML of all
    below it (with the h2 of `sections` and their ids), links relative to this page, no script, no
    style attribute (the page's policy refuses both), but what loads `data`; alternates: language -> address in that
    language's root; crumbs: shown above the h1; listed: in the sitemap and the search; result: what
    the search shows of a case; found_by: HTML of what stands elsewhere, by whose text the search finds
    this page too; data: for a script of the page, or of
    one that lays it beside others, itself a classic script that only
    sets a name, published beside the page (`anchors.beside`), "" for none;
    linked_data: what machines may say of it, JSON sound within a script element, "" for none.
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
    result: Result | None = None
    found_by: str = ""
    data: str = ""
    linked_data: str = ""


@dataclass(frozen=True)
class InParts:
    """Pages in many parts that can be made side by side; asked for whole, they come one by one."""

    parts: tuple[Iterable[Page], ...]

    def __iter__(self) -> Iterator[Page]:
        """Give the pages of all parts, one by one."""
        return chain.from_iterable(self.parts)


@dataclass(frozen=True)
class Redirect:
    """A page that only leads on, for a former address; `title` is that of the page it leads to."""

    language: str
    address: str
    to: str
    title: str
