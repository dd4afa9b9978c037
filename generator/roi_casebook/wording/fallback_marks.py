"""Marks around a text that is not in the language of its page, and what becomes of them.

A sentence is put together from several texts, some of which a translation may lack. Each such text
stands between marks, which are no characters of any script (Unicode keeps them for such use), until
the page is finished: there they become an element with `lang`, and nothing where none may stand.
"""

import re

START, NAMED, END = "\ufdd0", "\ufdd1", "\ufdd2"
"""Before the language of a text, between the two, and after the text."""
_OPENING = re.compile(f"{START}([^{NAMED}]*){NAMED}")
_MARKS = re.compile(f"{START}[^{NAMED}]*{NAMED}|{END}")
_PIECE = re.compile(
    r"<(title|script|style|textarea|option|math|desc)\b.*?</\1>|<text\b.*?</text>|<[^>]*>",
    re.DOTALL,
)
"""Where a mark cannot become an element as in a text: in a tag, in what holds text alone, in a drawing."""


def with_mark(text: str, language: str) -> str:
    """Put the marks of a language around a text."""
    return f"{START}{language}{NAMED}{text}{END}"


def without_marks(text: str) -> str:
    """Take the marks away."""
    return _MARKS.sub("", text) if START in text else text


def unopened(text: str) -> str:
    """Give a text without the marks before its first letter."""
    while text.startswith(START):
        text = _OPENING.sub("", text, count=1)
    return text


def marks_as_html(html: str) -> str:
    """Make an element with `lang` of every mark in finished HTML; none in attributes and titles."""
    if START not in html:
        return html
    return _with_elements(_PIECE.sub(_in_markup, html), "span")


def _in_markup(piece: re.Match[str]) -> str:
    if piece[0].startswith("<text") and "<title" not in piece[0]:
        opening, inside = piece[0].split(">", 1)
        return f"{without_marks(opening)}>{_with_elements(inside, 'tspan')}"
    return without_marks(piece[0])


def _with_elements(text: str, element: str) -> str:
    return _OPENING.sub(rf'<{element} lang="\1">', text).replace(END, f"</{element}>")
