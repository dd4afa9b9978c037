"""What simple Markdown does not have on our pages, and links that would lead nowhere.

HTML, images and headings would be printed as they are written. A link leads to a whole address, or
to the page of another case by its name alone; in the guide, to what a guide may name.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import BaseModel

from roi_casebook.case.guide import Guide
from roi_casebook.reading.document import Finding, Path
from roi_casebook.written.links import is_http, is_safe_link

_SIGNS = re.compile(r"[<#\[]|^\s*(?:-+|=+)\s*$", re.MULTILINE)
DEAD = "dead_link"
CASE_PAGE = re.compile(r"([a-z0-9-]+)\.html")


@dataclass(frozen=True)
class Leads:
    """Where else than to whole addresses a text may lead, and how to write that."""

    pattern: re.Pattern[str]
    hint: str


OTHER_CASES = Leads(
    CASE_PAGE,
    "write the whole address, https://..., or other-case.html for another case of this site",
)
LEADS_OF: Mapping[type[BaseModel], Leads] = MappingProxyType(
    {
        Guide: Leads(
            re.compile(r"(?:case|page|source):[^)]*"),
            "write the whole address, https://..., or case:..., page:... or source:...",
        )
    }
)


def unreadable_markdown(path: Path, text: str, leads: Leads) -> Iterator[Finding]:
    """Tell what in a text a page would print as it is written, and links that lead nowhere."""
    if not _SIGNS.search(text):
        return
    first: dict[tuple[str, str], Finding] = {}  # all links, and what is else in it once
    for token in _tokens(text):
        finding = _finding(token, path, leads)
        if finding:
            address = finding.words if finding.code == DEAD else ""
            first.setdefault((finding.code, address), finding)
    yield from first.values()


def links_in(text: str) -> Iterator[str]:
    """Give the addresses of the links in a text, as they are written."""
    if "](" in text:
        yield from (str(each.attrs["href"]) for each in _tokens(text) if each.type == "link_open")


def _reader() -> MarkdownIt:
    """Give a reader that takes every link for one and leaves its address as it is written."""
    reader = MarkdownIt("commonmark", {"html": True})
    reader.validateLink = _any_link  # type: ignore[method-assign]
    reader.normalizeLink = _as_written  # type: ignore[method-assign]
    return reader


def _any_link(url: str) -> bool:
    del url
    return True


def _as_written(url: str) -> str:
    return url


_READER = _reader()


def _tokens(text: str) -> Iterator[Token]:
    for token in _READER.parse(text):
        yield token
        yield from token.children or ()


def _finding(token: Token, path: Path, leads: Leads) -> Finding | None:
    if token.type in ("html_block", "html_inline"):
        words = token.content.strip().splitlines()[0]
        message = f"found the HTML {words}, expected plain text or Markdown"
        hint = "write *emphasis*, **strong**, [a link](https://...) or a list with -"
        return Finding(path, "raw_html", message, hint, words=words)
    if token.type == "heading_open":
        message = "found a heading (a line that begins with #, or one over --- or ===), expected paragraphs"
        hint = "write **strong** words in a paragraph of their own; sections have headings of ours"
        return Finding(path, "heading_in_text", message, hint, words=token.markup)
    if token.type == "image":
        source = str(token.attrs["src"])
        message = f"found the image {source}, expected text: a case has no images"
        hint = "leave it out, or link to it: [words](https://...)"
        return Finding(path, "image_in_text", message, hint, words="![")
    return _dead_link(str(token.attrs["href"]), path, leads) if token.type == "link_open" else None


def _dead_link(address: str, path: Path, leads: Leads) -> Finding | None:
    if is_http(address) or leads.pattern.fullmatch(address):
        return None
    what = "a relative address" if is_safe_link(address) else "an address that no page may open"
    message = f"found a link to {address}, {what}"
    return Finding(path, DEAD, message, leads.hint, words=address)
