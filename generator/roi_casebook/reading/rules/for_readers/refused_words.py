"""Words that a text may not use: sums over lanes, prices of coverage; the table is data.

Letters are compared without case and accents, one for one, so that a find knows its place. What
stands between quotation marks in prose is a source's, and so are claims and meanings of quotes;
titles, summaries and labels speak for the case whatever stands around them.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from unicodedata import normalize

from pydantic import BaseModel

from roi_casebook.reading.rules.for_readers.text_fields import texts
from roi_casebook.shipped.refused_words import refused_groups
from roi_casebook.yaml_places.document import Finding, Path

OURS = frozenset({"title", "summary", "tagline", "label"})
"""Texts that speak for the case itself: quotation marks excuse nothing in them."""
OF_SOURCES = frozenset({"claims", "meaning"})
_QUOTED = re.compile('“[^”]*”|«[^»]*»|"[^"]*"')  # fmt: skip
_ACCENTS = re.compile("[\u0300-\u036f]")
_BETWEEN = r"[\s*_,\-\u2010\u2011]+"
_APOSTROPHES = str.maketrans("\u2019\u02bc", "''")


def refused_words(model: type[BaseModel], value: object) -> Iterator[Finding]:
    """Give every place in the texts of a document where a refused word stands."""
    for path, written in texts(model, value):
        if OF_SOURCES.isdisjoint(path):
            for key, text in by_language(written):
                yield from _in_text(text, (*path, key) if key else path, str(path[-1]))


def by_language(written: object) -> Iterator[tuple[str, str]]:
    """Give a text as written: its languages, "" where it has none, and what it says in each."""
    for key, text in (written if isinstance(written, Mapping) else {"": written}).items():
        if isinstance(text, str):
            yield str(key), text


def _in_text(text: str, path: Path, name: str) -> Iterator[Finding]:
    ours = text if name in OURS or not _has_quotes(text) else _QUOTED.sub(_blanks, text)
    for code, group in refused_groups().items():
        if (group.where == "label") > (name == "label") or not _pattern(code).search(_rough(ours)):
            continue
        if at := _pattern(code).search(folded_text(ours)):
            words = " ".join(normalize("NFC", text)[at.start() : at.end()].split())
            found = f"found {words!r}, {group.found}"
            yield Finding(path, code, found, group.hint, column=at.start() + 1)


def _has_quotes(text: str) -> bool:
    return any(mark in text for mark in '“«"')


def _blanks(quoted: re.Match[str]) -> str:
    return "\0" * len(quoted[0])


def _rough(text: str) -> str:
    """Give a text without case and accents, quickly: only where it holds something is it folded."""
    lower = text.lower()
    return (
        lower
        if lower.isascii()
        else _ACCENTS.sub("", normalize("NFD", lower)).translate(_APOSTROPHES)
    )


def folded_text(text: str) -> str:
    """Give a text without case and accents, of the same length as its composed form."""
    composed = normalize("NFC", text).translate(_APOSTROPHES)
    return "".join(normalize("NFD", each)[0].casefold()[:1] or each for each in composed)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    """Give the words of a group in all languages as one pattern over folded texts."""
    phrases = {
        folded_text(each) for words in refused_groups()[code].words.values() for each in words
    }
    begins = "".join(sorted({phrase[0] for phrase in phrases}))
    spelled = "|".join(map(_spelled, sorted(phrases)))
    return re.compile(rf"\b(?=[{begins}])(?:{spelled})(?!\w)")


def _spelled(phrase: str) -> str:
    return _BETWEEN.join(f"{re.escape(word)}s?" for word in phrase.split())
