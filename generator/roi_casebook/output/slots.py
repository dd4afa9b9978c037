"""Slots: the known places of a shell, found once and then filled in one pass.

A slot is written into the shell as a token, a word that no content can hold, since it is made from
a hash of all that the shell is made of. Between `each...` and `end...` a part repeats, once for
every item (a heading of the table of contents, a crumb, a language); with no item it is gone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

NAMES = (
    "policy",
    "title",
    "description",
    "heading",
    "bodystart",
    "bodyend",
    "body",
    "root",  # the way to the site's root
    "languageroot",  # the way to the root of the page's language
    "edition",
    "eachaddress",
    "address",  # the public address, where the page has one
    "endaddress",
    "eachlinkeddata",
    "linkeddata",
    "endlinkeddata",
    "eachunlisted",
    "endunlisted",
    "eachcontents",
    "eachsection",
    "sectionid",
    "sectionheading",
    "endsection",
    "endcontents",
    "eachcrumbs",
    "eachcrumb",
    "crumbhref",
    "crumblabel",
    "endcrumb",
    "endcrumbs",
    "eachlanguage",
    "languagecode",
    "languagename",
    "languagereadin",
    "languagesearchin",
    "languagehref",
    "endlanguage",
)
_NEEDED = ("title", "body")
"""Without these a page shows nothing, or a tab without a name."""
_ONLY_WITHIN = {
    "address": "address",
    "linkeddata": "linkeddata",
    "eachsection": "contents",
    "sectionid": "section",
    "sectionheading": "section",
    "eachcrumb": "crumbs",
    "crumbhref": "crumb",
    "crumblabel": "crumb",
    "languagecode": "language",
    "languagename": "language",
    "languagereadin": "language",
    "languagesearchin": "language",
    "languagehref": "language",
}
"""What has a value only within a part that repeats -> that part."""
_RAW = frozenset({"body", "policy", "linkeddata"})


def token(key: str, name: str) -> str:
    """Give the word that stands for slot `name` in a shell; it survives Markdown and HTML."""
    return f"slot{key}n{name}0"


def leftover(key: str, html: str) -> bool:
    """Tell whether a page still holds a slot of the shells with this key."""
    return f"slot{key}n" in html


class BrokenShellError(ValueError):
    """A shell whose slots do not make a page; the message names the slot as templates write it."""


Values = Mapping[str, "str | Sequence[Values]"]


@dataclass(frozen=True)
class Slot:
    """A place for one value."""

    name: str


@dataclass(frozen=True)
class Repeat:
    """A part that stands once for each item of `name`."""

    name: str
    parts: tuple["Part", ...]


Part = str | Slot | Repeat


def parse_page(text: str, key: str) -> tuple[Part, ...]:
    """Split the shell of a page, as `parse` does. Errors: BrokenShellError where it shows nothing."""
    for name in _NEEDED:
        if token(key, name) not in text:
            raise BrokenShellError(f"slot.{name} is missing")
    return parse(text, key)


def parse(text: str, key: str) -> tuple[Part, ...]:
    """Split a text into what is fixed and its slots.

    Errors: BrokenShellError where one is unknown, unclosed or out of its place.
    """
    pieces = iter(re.split(f"slot{key}n([a-z]+)0", text))
    return tuple(_parts(pieces, ()))


def _parts(pieces: Iterator[str], around: tuple[str, ...]) -> Iterator[Part]:
    """Give the parts up to the end of the innermost of those around."""
    until = f"end{around[-1]}" if around else ""
    yield next(pieces)
    for name in pieces:
        if name == until:
            return
        yield _part(name, pieces, around)
        yield next(pieces)
    if until:
        raise BrokenShellError(f"slot.{until} is missing after slot.each{around[-1]}")


def _part(name: str, pieces: Iterator[str], around: tuple[str, ...]) -> Part:
    if name not in NAMES:
        raise BrokenShellError(f"slot.{name} is unknown")
    needs = _ONLY_WITHIN.get(name)
    if needs is not None and needs not in around:
        raise BrokenShellError(f"slot.{name} stands outside slot.each{needs}")
    if name.startswith("end"):
        raise BrokenShellError(f"slot.{name} has no slot.each{name.removeprefix('end')} before it")
    if not name.startswith("each"):
        return Slot(name)
    item = name.removeprefix("each")
    return Repeat(item, tuple(_parts(pieces, (*around, item))))


def fill(parts: Sequence[Part], values: Values) -> Iterator[str]:
    """Give the pieces of a page: values in their slots, escaped for text and attributes alike.

    A value that holds a slot's token stays what it is: nothing is replaced twice.
    """
    for part in parts:
        if isinstance(part, str):
            yield part
        elif isinstance(part, Slot):
            yield _escaped(part.name, values[part.name])
        else:
            for item in values[part.name]:
                yield from fill(part.parts, {**values, **_mapping(item)})


def _escaped(name: str, value: "str | Sequence[Values]") -> str:
    text = str(value)
    return text if name in _RAW else escape(text)


def _mapping(item: "str | Values") -> Values:
    return {} if isinstance(item, str) else item
