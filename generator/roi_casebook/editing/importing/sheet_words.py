"""What words in a sheet mean, in any language that there are words for: costs, benefits, totals, a unit."""

import re
from functools import cache
from typing import Literal

from roi_casebook.reading.model.validation import plain_words
from roi_casebook.wording.catalogue import Catalogue
from roi_casebook.written.languages import languages

Side = Literal["costs", "benefits"]
SIDES: tuple[Side, ...] = ("costs", "benefits")


@cache
def _words(kind: str) -> frozenset[str]:
    """Give the words of a kind in all languages, in small plain letters."""
    listed = (Catalogue(language).entry("sheet_words", kind) for language in languages())
    return frozenset(" ".join(plain_words(word)) for text in listed for word in text.split(","))


def means(written: object, kind: str) -> bool:
    """Tell whether a cell says one of the words of a kind, or begins with one."""
    if not isinstance(written, str):
        return False
    said = " ".join(plain_words(re.sub(r"\(.*?\)", " ", written)))
    return any(said == word or said.startswith(f"{word} ") for word in _words(kind) if word)


def side_of(label: str) -> Side | None:
    """Give the side that a heading names, if it names but one: cost savings might be either."""
    said = set(plain_words(label))
    named = [side for side in SIDES if any(said >= {*word.split()} for word in _words(side))]
    return named[0] if len(named) == 1 else None
