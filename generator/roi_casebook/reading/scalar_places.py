"""Where a character of a scalar's value is written: in quotes, in blocks, folded over lines.

Folding moves white space alone, so the n-th other character of the value is the n-th as written.
"""

import re
from collections.abc import Iterator
from itertools import islice

from roi_casebook.reading.spans import Span

_BEFORE = re.compile(r"(?:[&!]\S*\s+)*")
_HEAD_OF_BLOCK = re.compile(r"[|>][^\r\n]*")
_ESCAPED = re.compile(r"\\(?:x..|u.{4}|U.{8}|\r\n|.)|[^\s]", re.DOTALL)
_DOUBLED = re.compile(r"''|\S")
_PLAIN = re.compile(r"\S")
_CHARACTERS = {'"': _ESCAPED, "'": _DOUBLED}
_NO_CHARACTER = re.compile(r"\\[\sntr_NLP]")


def place_of_column(text: str, span: Span, value: str, column: int) -> int:
    """Give the offset in `text` of a column (from 1) of a value, less its outer white space.

    A column beyond the value is the place just behind its last character.
    """
    before = len("".join(value.strip()[: column - 1].split()))
    last = span.start
    for place in islice(_places(text, span), before, None):
        return place
    for place in islice(_places(text, span), before):
        last = place
    return last + 1


def _places(text: str, span: Span) -> Iterator[int]:
    """Give where each character that is no white space is written."""
    start = _begin(text, span)
    for match in _CHARACTERS.get(span.style, _PLAIN).finditer(text, start, span.end):
        if not (span.style == '"' and _NO_CHARACTER.match(match[0])):
            yield match.start()


def _begin(text: str, span: Span) -> int:
    """Give where the value itself begins: behind anchor and tag, quotation mark or head of a block."""
    match = _BEFORE.match(text, span.start, span.end)
    start = match.end() if match else span.start
    if span.style in ("'", '"'):
        return start + 1
    head = _HEAD_OF_BLOCK.match(text, start, span.end) if span.style else None
    return head.end() if head else start
