"""What was written for another program: HTML's names of signs, quotation marks that YAML does not know.

Looked for in every scalar of a file, whatever its field.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from html.entities import html5

from roi_casebook.written.other_notations import QUOTATION_MARKS
from roi_casebook.yaml_places.document import Document, Finding, Path

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]{1,31}));")
_BEGINS_HTML = re.compile(r"[A-Za-z/!?]")
_NUMBER = re.compile(r"[^\w]*[0-9][^A-Za-z]*")
_QUOTED = re.compile(rf"[{QUOTATION_MARKS}]\s*(.*?)\s*[{QUOTATION_MARKS}]", re.DOTALL)


def text_slips(document: Document, *, may_quote: bool) -> Iterator[Finding]:
    """Hint at signs by their names in HTML, and at typographic quotation marks around a whole text.

    may_quote: whether a whole text may well be a quotation, as the points of a guide are.
    """
    if "&" in document.source.text or any(each in document.source.text for each in QUOTATION_MARKS):
        for path, text in _scalars(document.value, ()):
            yield from _entities(path, text)
            if not may_quote and _is_plain(document, path) and not _is_number(path, text):
                yield from _quotation_marks(path, text)


def _entities(path: Path, text: str) -> Iterator[Finding]:
    for match in {each[0]: each for each in _ENTITY.finditer(text)}.values():
        sign = unescape(match[0])
        is_one = match[1] is None or f"{match[1]};" in html5
        if is_one and not (sign == "<" and _BEGINS_HTML.match(text, match.end())):
            message = (
                f"found {match[0]}, which is how HTML writes a sign: here it is text like any other"
            )
            yield Finding(path, "html_entity", message, _instead(sign), "hint", words=match[0])


def _instead(sign: str) -> str:
    if not sign.isprintable() and not sign.isspace():
        return "remove it"
    return "write a space" if sign.isspace() else f"write {sign}"


def _is_plain(document: Document, path: Path) -> bool:
    span = document.values.get(path)
    return span is not None and not span.style


def _is_number(path: Path, text: str) -> bool:
    """Tell what its own field refuses as a number."""
    return path[-1] != "quote" and bool(_NUMBER.fullmatch(text))


def _quotation_marks(path: Path, text: str) -> Iterator[Finding]:
    match = _QUOTED.fullmatch(text)
    if match and not any(each in match[1] for each in QUOTATION_MARKS.replace("\u2019", "")):
        message = f"found a text in {text[0]} and {text[-1]}, which are no quotation marks to YAML: readers see them"
        hint = f"put plain ones around it: {_in_quotes(match[1])}"
        yield Finding(path, "typographic_quotes", message, hint, "hint")


def _in_quotes(text: str) -> str:
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _scalars(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for name, entry in value.items():
            yield from _scalars(entry, (*path, name))
    elif isinstance(value, list):
        for place, entry in enumerate(value):
            yield from _scalars(entry, (*path, place))
