"""The tables of words, in `data/wording/`: each entry has all languages side by side.

An entry is a text for each language; where a number decides, a text for each plural form
(`{one: ..., other: ...}`). Texts are typeset as they are read.

Typesetting: spaces that do not break and apostrophes, so that nobody has to type them.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from roi_casebook.problems import did_you_mean

NARROW_SPACE = "\u202f"
SPACE = "\u00a0"
MINUS = "−"
JOINER = "\u2060"
"""A word joiner: no line breaks where it stands, and nothing is seen of it."""
_BEFORE_SIGN = re.compile(r"[ \u00a0](?=[;:!?%»](?!\S*//))")
_AFTER_QUOTE = re.compile(r"«[ \u00a0]")
_THOUSANDS = re.compile(r"(?<![\d.,])(\d{1,3}) (?=\d{3}(?!\d))")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_HYPHEN_MINUS = re.compile(r"^-(?=\D*\d)")
_BEFORE_MONEY = re.compile(rf"^{MINUS}(?=[^\w\s])")


@lru_cache(maxsize=4096)  # a page names its lines and inputs again and again
def spaced(text: str, language: str) -> str:
    """Bind French signs to their word, and thousands to their hundreds, by a narrow space."""
    if language != "fr":
        return text
    grouped = _THOUSANDS.sub(rf"\1{NARROW_SPACE}", text)
    return _AFTER_QUOTE.sub(f"«{NARROW_SPACE}", _BEFORE_SIGN.sub(NARROW_SPACE, grouped))


def typeset(text: str, language: str) -> str:
    """Typeset a text of ours: spaces, and apostrophes between letters."""
    return spaced(_APOSTROPHE.sub("’", text), language)


def with_minus(number: str) -> str:
    """Write a true minus before a number that begins with a hyphen; a sign of money stays with it."""
    return _BEFORE_MONEY.sub(rf"\g<0>{JOINER}", _HYPHEN_MINUS.sub(MINUS, number))


def order_key(text: str) -> str:
    """Give what a text is ordered by among others: its letters, small and without accents."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def capitalised(text: str) -> str:
    """Begin a sentence: the first letter large, the others as they are."""
    return text[:1].upper() + text[1:]


def in_quotation_marks(text: str, language: str) -> str:
    """Put a quotation into the quotation marks of its language."""
    if language == "fr":
        return f"«{NARROW_SPACE}{text}{NARROW_SPACE}»"
    return f"“{text}”"


Forms = Mapping[str, str]
LANGUAGES = ("en", "fr")
OTHER = "other"


@cache
def table(name: str) -> Mapping[str, Any]:
    """Give a table as written: ``strings``, ``labels``, ``quantities``, ``units``."""
    text = (
        files("roi_casebook").joinpath("data", "wording", f"{name}.yml").read_text(encoding="utf-8")
    )
    return MappingProxyType(yaml.load(text, Loader=yaml.CBaseLoader))  # noqa: S506 -- makes texts only


@cache
def forms(name: str, path: tuple[str, ...], language: str) -> Forms:
    """Give an entry in a language as its plural forms. Errors: KeyError with the nearest key."""
    entry: Any = table(name)
    for key in path:
        if key not in entry:
            raise KeyError(f"{name}: no entry {'.'.join(path)}; {did_you_mean(key, entry)}")
        entry = entry[key]
    written = entry[language]
    plural = written if isinstance(written, Mapping) else {OTHER: written}
    return MappingProxyType({form: typeset(text, language) for form, text in plural.items()})


def entry_text(name: str, path: tuple[str, ...], language: str) -> str:
    """Give an entry that has no plural forms. Errors: KeyError."""
    return forms(name, path, language)[OTHER]


@cache
def has_entry(name: str, *path: str) -> bool:
    """Tell whether a table has an entry."""
    entry: Any = table(name)
    for key in path:
        if not isinstance(entry, Mapping) or key not in entry:
            return False
        entry = entry[key]
    return True
