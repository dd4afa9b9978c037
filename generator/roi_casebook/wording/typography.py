"""How a language sets a text: spaces that do not break, apostrophes, quotation marks, elision.

So that nobody has to type them. A language that is not named here sets a text as it is written.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

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
VOWELS = tuple("aeiouyàâéèêëîïôûæœ")


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


def filled(text: str, values: Mapping[str, object]) -> str:
    """Fill a text's placeholders; a French `de` loses its vowel before a value that begins with one."""
    if " de {" in text:
        for name, value in values.items():
            if str(value)[:1].lower() in VOWELS:
                text = text.replace(f" de {{{name}}}", f" d’{{{name}}}")
    return text.format(**values) if "{" in text else text
