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
_RAW = frozenset({"body", "policy"})


def token(key: str, name: str) -> str:
    """Give the word that stands for slot `name` in a shell; it survives Markdown and HTML."""
    return f"slot{key}n{name}0"


def leftover(key: str, html: str) -> bool:
    """Tell whether a page still holds a slot of the shells with this key."""
    return f"slot{key}n" in html


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


def parse(text: str, key: str) -> tuple[Part, ...]:
    """Split a shell into what is fixed and its slots; ValueError for an unknown or unclosed one."""
    pieces = iter(re.split(f"slot{key}n([a-z]+)0", text))
    return tuple(_parts(pieces, None))


def _parts(pieces: Iterator[str], until: str | None) -> Iterator[Part]:
    yield next(pieces)
    for name in pieces:
        if name not in NAMES:
            raise ValueError(f"unknown slot {name!r}")
        if name == until:
            return
        yield _part(name, pieces)
        yield next(pieces)
    if until:
        raise ValueError(f"slot {until!r} is missing")


def _part(name: str, pieces: Iterator[str]) -> Part:
    if not name.startswith("each"):
        return Slot(name)
    item = name.removeprefix("each")
    return Repeat(item, tuple(_parts(pieces, "end" + item)))


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
