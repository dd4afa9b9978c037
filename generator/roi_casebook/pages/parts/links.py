"""Small views that many pages use: links, facts. All texts are finished."""

from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.wording import Written


@dataclass(frozen=True)
class Link:
    """A text that leads on; `language` is "" where it is that of the page.

    number: of the note that it leads to, or "".
    """

    text: str
    href: str
    language: str = ""
    number: str = ""


@dataclass(frozen=True)
class Fact:
    """A line of a list of facts: what it is, then a text, links, or both; and what to know of it."""

    name: str
    text: str = ""
    links: tuple[Link, ...] = ()
    note: Written | None = None


@dataclass(frozen=True)
class Kept:
    """A text whose last word stays together with the note behind it."""

    head: str
    last: str


def kept(text: str) -> Kept:
    """Part a text before its last word."""
    head, space, last = text.rpartition(" ")
    return Kept(head + space, last)


def anchor(to: Link) -> Markup:
    """Write a link within a text, where no template can."""
    language = Markup(' lang="{}"').format(to.language) if to.language else ""
    return Markup('<a href="{}"{}>{}</a>').format(to.href, language, to.text)


def link(written: Written, href: str, number: str = "") -> Link:
    """Make a link of a text in its language."""
    return Link(written.text, href, written.language if written.is_fallback else "", number)


@dataclass(frozen=True)
class AlikeView:
    """The cases like one, and the way to it beside the first of them."""

    cases: tuple["LikeView", ...]
    side_by_side: Link


@dataclass(frozen=True)
class LikeView:
    """A case like another: its title, whose it is and of when, and what both share."""

    title: Link
    who: str
    shared: str
