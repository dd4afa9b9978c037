"""What was opened long before the place at which the parser stopped: a quotation mark, a bracket.

Asked only after an error: the text is scanned for its tokens once more, up to that place.
"""

import re
from collections.abc import Iterator
from contextlib import suppress

from yaml import CSafeLoader, YAMLError, scan
from yaml.tokens import (
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    ScalarToken,
    Token,
)

from roi_casebook.yaml_places.source_text import SourceText

_FIELD_INSIDE = re.compile(r"\n\s*(?:- )?[a-z][a-z0-9_]*:(?:\s|$)")
_OPENING = (FlowMappingStartToken, FlowSequenceStartToken)
_CLOSING = (FlowMappingEndToken, FlowSequenceEndToken)


def swallowing_quote(source: SourceText, offset: int) -> int | None:
    """Give where the quoted text begins that ends before a place, if it has swallowed whole fields."""
    end = len(source.text[:offset].rstrip(" "))
    for token in _tokens(source.text, offset):
        if isinstance(token, ScalarToken) and token.style in ("'", '"'):
            start, stop = token.start_mark.index, token.end_mark.index
            if stop == end and _FIELD_INSIDE.search(source.text[start:stop]):
                return int(start)
    return None


def bracket_left_open(source: SourceText, offset: int) -> int | None:
    """Give where the innermost bracket stands that is open at a place."""
    opened: list[int] = []
    for token in _tokens(source.text, offset):
        if isinstance(token, _OPENING):
            opened.append(token.start_mark.index)
        elif isinstance(token, _CLOSING) and opened:
            opened.pop()
    return opened[-1] if opened else None


def _tokens(text: str, offset: int) -> Iterator[Token]:
    with suppress(YAMLError):
        for token in scan(text, Loader=CSafeLoader):
            if token.start_mark.index > offset:
                return
            yield token
