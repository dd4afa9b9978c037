"""Lean twins of pages: what the search reads in their place, and never published.

A twin holds the title, what a list of results shows, and the text. Charts, tables of figures,
mathematics and worked lines are left out: they hold no words of their own, and the indexer would
need four times the memory for them. The paragraphs in the cells of a table are text: they stay.
What every case says in the same words (its basis, the checklist, the facts about it) is left out
as well: all would be found by it. So are addresses, whose parts are words that nobody wrote.

By its name a page is found before all others that speak of it: its title, as people type it, and what
it is about stand where the search weighs them (`templates/scripts/search/pagefind.js`).
"""

import re
from collections.abc import Iterator
from html import escape

from selectolax.lexbor import LexborHTMLParser

from roi_casebook.pages.parts.page import Page

KINDS = frozenset({"case", "method", "guide"})
"""The kinds of pages that say something of their own; all others list what these say."""

_LEFT_OUT = (
    "nav, svg, math, script, style, .cb-strip, .cb-basis, .cb-note, .cb-notes, .cb-working, "
    ".cb-missing-translation, .cb-checklist, "
    "details:not(.cb-fold):not(.cb-claim) > summary, .cb-fold__what, [hidden], .cb-basis-said, "
    ".cb-fold--about, .cb-fold--about ~ *"
)
_DRAWN = re.compile(r"<(svg|math)\b.*?</\1>", re.DOTALL)
"""Most of a page: taken out before it is parsed. Neither stands within itself."""
_BLOCKS = "br, p, li, dt, dd, h2, h3, h4, blockquote, div, section, table"
_SAID_IN_CELLS = "th p:not(.cb-small), td p:not(.cb-small)"  # the parser's `:is` misses some
_SPELLED = {"’": "'", "œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "\u2060": ""}
"""As people type: Pagefind knows an elision only by a straight apostrophe, and takes ligatures as
letters of their own. `search.js` spells what is asked in the same way, and typesets what is shown."""

_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+")
_SPACES = re.compile(r"[ \t]+")
_HTML = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
{shown}</head>
<body>
<h1>{title}</h1>
{text}</body>
</html>
"""


def has_twin(page: Page) -> bool:
    """Tell whether the search finds a page."""
    return page.listed and page.kind in KINDS


def twin_html(page: Page) -> str:
    """Give the twin of a page."""
    texts = (*text_lines(page.body), *text_lines(page.found_by))
    lines = [*texts, *([page.result.about] if page.result else [])]
    return _HTML.format(
        language=page.language,
        title=escape(as_typed(page.title)),
        shown="".join(_shown(page)),
        text="".join(f"<p>{escape(as_typed(line))}</p>\n" for line in lines),
    )


def _shown(page: Page) -> Iterator[str]:
    """Give what a result shows, and by what it is found first, where Pagefind looks for it."""
    shown = {"title": page.title, "finding": page.description, "name": as_typed(page.title)}
    if page.result is not None:
        shown |= {"figures": page.result.figures, "basis": page.result.basis}
        shown["about"] = as_typed(page.result.about)
    for name, text in shown.items():
        if text:
            yield f'<meta data-pagefind-meta="{name}[content]" content="{escape(text)}">\n'


def as_typed(text: str) -> str:
    """Spell a text as people type it."""
    for typeset, typed in _SPELLED.items():
        text = text.replace(typeset, typed)
    return text


def text_lines(body: str) -> list[str]:
    """Give the text of a page's body, a line for each paragraph, item or heading; no address."""
    tree = LexborHTMLParser(_DRAWN.sub("", body))
    for node in tree.css(_LEFT_OUT):
        node.remove()
    for table in tree.css("table"):
        table.replace_with("\n".join(cell.text() for cell in table.css(_SAID_IN_CELLS)))
    for block in tree.css(_BLOCKS):
        block.insert_before("\n")
        block.insert_after("\n")
    text = _SPACES.sub(" ", _ADDRESS.sub("", tree.body.text())) if tree.body else ""
    lines = map(str.strip, text.splitlines())
    return [line for line in lines if line]
