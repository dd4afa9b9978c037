"""How a language sets a text: spaces that do not break, apostrophes, quotation marks, elision.

So that nobody has to type them. What differs is a `Typography`; a language that is not among
`TYPOGRAPHIES` has the common one: its texts stand as they are written.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from roi_casebook.wording.fallback_marks import unopened, without_marks

NARROW_SPACE = "\u202f"
SPACE = "\u00a0"
MINUS = "−"
JOINER = "\u2060"
"""A word joiner: no line breaks where it stands, and nothing is seen of it."""
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_HYPHEN_MINUS = re.compile(r"^-(?=\D*\d)")
_BEFORE_MONEY = re.compile(rf"^{MINUS}(?=[^\w\s])")


@dataclass(frozen=True)
class Elision:
    """A word that loses its vowel before a value that begins with one: de {name}, d’{name}."""

    word: str
    elided: str
    before: tuple[str, ...]


@dataclass(frozen=True)
class Typography:
    """What a language does in its own way.

    quotes: before and after a quotation; inner_quotes: the same within one; spaces: patterns with
    what each is replaced by; before_percent: between a number and its sign, None as the locale data
    has it; first_of_month: how the day 1 is written, "" as a number; symbols: signs of currencies in
    common use where the locale data has a longer one.
    """

    quotes: tuple[str, str] = ("“", "”")
    inner_quotes: tuple[str, str] = ("\u2018", "\u2019")
    spaces: tuple[tuple[re.Pattern[str], str], ...] = ()
    elisions: tuple[Elision, ...] = ()
    before_percent: str | None = None
    first_of_month: str = ""
    symbols: Mapping[str, str] = field(default_factory=dict)


COMMON = Typography()
TYPOGRAPHIES: dict[str, Typography] = {
    "fr": Typography(
        quotes=(f"«{NARROW_SPACE}", f"{NARROW_SPACE}»"),
        inner_quotes=("“", "”"),
        spaces=(
            (re.compile(r"(?<![\d.,])(\d{1,3}) (?=\d{3}(?!\d))"), rf"\1{NARROW_SPACE}"),
            (re.compile(r"[ \u00a0](?=[;:!?%»](?!\S*//))"), NARROW_SPACE),
            (re.compile(r"«[ \u00a0]"), f"«{NARROW_SPACE}"),
        ),
        elisions=(Elision("de", "d’", tuple("aeiouyàâéèêëîïôûæœ")),),
        before_percent=NARROW_SPACE,
        first_of_month="1er",
        symbols={"GBP": "£"},
    ),
}
"""The typography of each language that has one of its own."""


def typography_of(language: str) -> Typography:
    """Give the typography of a language; the common one where it has none of its own."""
    return TYPOGRAPHIES.get(language, COMMON)


@lru_cache(maxsize=4096)  # a page names its lines and inputs again and again
def spaced(text: str, language: str) -> str:
    """Set the spaces that a language binds: in French signs to their word, thousands to hundreds."""
    for pattern, replacement in typography_of(language).spaces:
        text = pattern.sub(replacement, text)
    return text


def typeset(text: str, language: str) -> str:
    """Typeset a text of ours: spaces, and apostrophes between letters."""
    return spaced(_APOSTROPHE.sub("’", text), language)


def with_minus(number: str) -> str:
    """Write a true minus before a number that begins with a hyphen; a sign of money stays with it."""
    return _BEFORE_MONEY.sub(rf"\g<0>{JOINER}", _HYPHEN_MINUS.sub(MINUS, number))


def order_key(text: str) -> str:
    """Give what a text is ordered by among others: its letters, small and without accents."""
    letters = unicodedata.normalize("NFD", without_marks(text).casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def capitalised(text: str) -> str:
    """Begin a sentence: the first letter large, the others as they are."""
    at = len(text) - len(unopened(text))
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def in_quotation_marks(text: str, language: str) -> str:
    """Put a quotation into the quotation marks of a language; within it these become the inner ones."""
    own = typography_of(language)
    before, after = own.quotes
    opened, closed = own.inner_quotes
    within = re.sub(rf"{before.strip()}\s*", opened, re.sub(rf"\s*{after.strip()}", closed, text))
    return f"{before}{within}{after}"


def filled(text: str, values: Mapping[str, object], language: str) -> str:
    """Fill a text's placeholders; a word may be elided before the value that follows it."""
    for elision in typography_of(language).elisions:
        text = _elided(text, values, elision)
    return text.format(**values) if "{" in text else text


def _elided(text: str, values: Mapping[str, object], elision: Elision) -> str:
    if f" {elision.word} {{" in text:
        for name, value in values.items():
            if str(value)[:1].lower() in elision.before:
                text = text.replace(f" {elision.word} {{{name}}}", f" {elision.elided}{{{name}}}")
    return text
