"""Finished HTML as Markdown: the headings of its sections, and blocks of HTML between them.

Markdown leaves a block of HTML as it is, if it is whole: every element that opens in it closes in
it. A heading inside an open element therefore stays HTML.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape, unescape
from html.parser import HTMLParser

from roi_casebook.output.page import Section

_HEADING = re.compile(r'<h2 id="(?P<id>[^"]*)">(?P<text>.*?)</h2>', re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")
_MARKS = re.compile(r"([\\`*_{}\[\]()#+.!-])")  # what a backslash can escape, but for > (an entity)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)  # fmt: skip


def escaped(text: str) -> str:
    """Give plain text as Markdown that says just that."""
    return _MARKS.sub(r"\\\1", escape(text, quote=False))


def blocks(body: str, sections: Sequence[Section]) -> Iterator[str]:
    """Give the parts of a page's body: headings of `sections` as Markdown, the rest as HTML."""
    wanted = {section.id for section in sections}
    start = 0
    for found in _HEADING.finditer(body):
        before = body[start : found.start()]
        if found["id"] in wanted and is_whole(before):
            yield from _block(before)
            yield f"## {_inline(found['text'])} {{#{found['id']}}}"
            start = found.end()
    yield from _block(body[start:])


def _inline(html: str) -> str:
    """Give the HTML of a heading as Markdown: its text escaped, its tags as they are."""
    pieces = _TAG.split(html)
    return "".join(one if one.startswith("<") else escaped(unescape(one)) for one in pieces)


def _block(html: str) -> Iterator[str]:
    """Give HTML as one block: an element of its own around it keeps its blank lines in it."""
    if html.strip():
        yield f"<div>\n{html.strip()}\n</div>"


def is_whole(html: str) -> bool:
    """Tell whether every element that opens in `html` closes in it, and none other does."""
    reader = _Depth()
    reader.feed(html)
    reader.close()
    return reader.is_whole and not reader.open


class _Depth(HTMLParser):
    """Follows which elements are open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.is_whole = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        del attrs
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open nothing: it is closed at once."""

    def handle_endtag(self, tag: str) -> None:
        """Close the element that opened last, which must bear this name."""
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.is_whole = False
