"""The words of pages: French pages in French, signs typeset, templates free of words."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from roi_casebook.shipped.catalogues import texts_in
from tests.pages.told import ROOT, full, judged, page, parsed

WORDS = re.compile(r"[A-Za-zÀ-ÿ’]{3,}")


def _english() -> set[str]:
    """Give the interface words that only English has: those of no French text."""
    english = " ".join(_texts("en", "strings."))
    french = " ".join(_texts("fr", ""))
    return set(WORDS.findall(english.lower())) - set(WORDS.findall(french.lower()))


def _texts(language: str, section: str) -> Iterator[str]:
    for key, entry in texts_in(language).items():
        if key.startswith(section):
            forms = [entry] if isinstance(entry, str) else entry.values()
            yield from (re.sub(r"\{\w*\}", "", text) for text in forms)


def test_a_french_page_has_no_english_word_of_ours() -> None:
    tree = parsed(page(judged(full(), "zz"), "fr").body)
    for node in tree.css("[lang], a[href^=http], math, code"):
        node.decompose()
    body = tree.body
    assert body is not None
    said = re.sub(r"https?://\S+", "", body.text(separator=" "))
    shown = {word.lower() for word in WORDS.findall(said)}
    assert shown & _english() == set()


def test_french_signs_are_bound_to_their_word() -> None:
    body = parsed(page(judged(full()), "fr").body)
    for node in body.css("a[href^=http], [lang]"):
        node.decompose()
    assert body.body is not None
    text = body.body.text(separator="")
    assert not re.search(r"\w[:;!?](\s|$)", text), re.findall(r"\S*\w[:;!?](?:\s|$)", text)[:5]


@pytest.mark.parametrize(
    "file", sorted((ROOT / "templates" / "pages").rglob("*.html")), ids=lambda file: file.name
)
def test_templates_hold_no_words_and_compute_nothing(file: Path) -> None:
    source = re.sub(r"\{#.*?#\}", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.search(
        r"\{\{[^}]*\s[-+*/%]\s[^}]*\}\}|\|\s*(safe|round|format|int|float)", source
    )
    words = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|<[^>]*>", " ", source, flags=re.DOTALL)
    assert not WORDS.search(words)
