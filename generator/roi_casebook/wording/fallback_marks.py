"""Marks around a text that is not in the language of its page, and what becomes of them.

A sentence is put together from several texts, some of which a translation may lack. Each such text
stands between marks, which are no characters of any script (Unicode keeps them for such use), until
the page is finished: there they become an element with `lang`, and nothing where none may stand.
"""

import re
from collections.abc import Iterable, Iterator

START, NAMED, END = "\ufdd0", "\ufdd1", "\ufdd2"
"""Before the language of a text, between the two, and after the text."""
_OPENING = re.compile(f"{START}([^{NAMED}]*){NAMED}")
_MARKS = re.compile(f"{START}[^{NAMED}]*{NAMED}|{END}")
_SIGN = re.compile(f"{START}[^{NAMED}]*{NAMED}|.", re.DOTALL)
"""The beginning of a mark, or one character: the end of a mark, or a letter."""
_EMPTY = re.compile(f"{START}[^{NAMED}]*{NAMED}{END}")
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
    return _MARKS.sub("", text) if START in text or END in text else text


def first_letters(text: str, count: int) -> str:
    """Give the first letters of a text; a mark that is open where it ends is closed there."""
    kept: list[str] = []
    for sign in _SIGN.findall(text):
        if not count:
            break
        kept.append(sign)
        count -= sign[0] not in (START, END)
    return next(_closed(["".join(kept)]))


def marked_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Give the lines of a broken text: a mark that goes on on the next line is closed and opened anew."""
    return tuple(_closed(lines))


def _closed(lines: Iterable[str]) -> Iterator[str]:
    """Close in each line what is open at its end; the next one begins with it."""
    is_open: list[str] = []
    for line in lines:
        before = "".join(is_open)
        for sign in _SIGN.findall(line):
            if sign[0] == START:
                is_open.append(sign)
            elif sign == END:
                is_open.pop()
        yield _EMPTY.sub("", f"{before}{line}{END * len(is_open)}")


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
