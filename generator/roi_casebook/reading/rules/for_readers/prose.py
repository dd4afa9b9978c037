"""Texts for readers: every language there, none too many, nothing cut off or refused, no raw HTML.

These rules need no sound case: they look at what was written, at the places where the model has
texts. So they serve `site_config.yml` too.

What simple Markdown does not have on our pages, and links that would lead nowhere.

HTML, images and headings would be printed as they are written. A link leads to a whole address, or
to the page of another case by its name alone; in the guide, to what a guide may name.

No money in what is said of soft results: they are measured and never priced.

Looked for are numbers with a currency's sign, code or name. Why something is not known, what it
would take to know, and a bridge to money may speak of it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import BaseModel

from roi_casebook.case import Case
from roi_casebook.case.beside.guide import Guide
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.reading.rules.for_readers.refused_words import by_language, refused_words
from roi_casebook.reading.rules.for_readers.text_fields import texts
from roi_casebook.reading.rules.for_readers.text_slips import text_slips
from roi_casebook.shipped.money_tables import EURO, shipped_money_tables
from roi_casebook.written.languages import languages
from roi_casebook.written.web_links import COPY_ADDRESS, is_http, is_safe_link, unreadable
from roi_casebook.yaml_places.document import Document, Finding, Path, part_at

_SIGNS = re.compile(r"[<#\[]|^\s*(?:-+|=+)\s*$", re.MULTILINE)
DEAD = "dead_link"
CASE_PAGE = re.compile(r"([a-z0-9-]+)\.html")


@dataclass(frozen=True)
class Leads:
    """Where else than to whole addresses a text may lead, and how to write that."""

    pattern: re.Pattern[str]
    hint: str


OTHER_CASES = Leads(
    CASE_PAGE,
    "write the whole address, https://..., or other-case.html for another case of this site",
)
LEADS_OF: Mapping[type[BaseModel], Leads] = MappingProxyType(
    {
        Guide: Leads(
            re.compile(r"(?:case|page|source):[^)]*"),
            "write the whole address, https://..., or case:..., page:... or source:...",
        )
    }
)


def unreadable_markdown(path: Path, text: str, leads: Leads) -> Iterator[Finding]:
    """Tell what in a text a page would print as it is written, and links that lead nowhere."""
    if not _SIGNS.search(text):
        return
    first: dict[tuple[str, str], Finding] = {}  # all links, and what is else in it once
    for token in _tokens(text):
        finding = _finding(token, path, leads)
        if finding:
            address = finding.words if finding.code == DEAD else ""
            first.setdefault((finding.code, address), finding)
    yield from first.values()


def links_in(text: str) -> Iterator[str]:
    """Give the addresses of the links in a text, as they are written."""
    if "](" in text:
        yield from (str(each.attrs["href"]) for each in _tokens(text) if each.type == "link_open")


def _reader() -> MarkdownIt:
    """Give a reader that takes every link for one and leaves its address as it is written."""
    reader = MarkdownIt("commonmark", {"html": True})
    reader.validateLink = _any_link  # type: ignore[method-assign]
    reader.normalizeLink = _as_written  # type: ignore[method-assign]
    return reader


def _any_link(url: str) -> bool:
    del url
    return True


def _as_written(url: str) -> str:
    return url


_READER = _reader()


def _tokens(text: str) -> Iterator[Token]:
    for token in _READER.parse(text):
        yield token
        yield from token.children or ()


def _finding(token: Token, path: Path, leads: Leads) -> Finding | None:
    if token.type in ("html_block", "html_inline"):
        words = token.content.strip().splitlines()[0]
        message = f"found the HTML {words}, expected plain text or Markdown"
        hint = "write *emphasis*, **strong**, [a link](https://...) or a list with -"
        return Finding(path, "raw_html", message, hint, words=words)
    if token.type == "heading_open":
        message = "found a heading (a line that begins with #, or one over --- or ===), expected paragraphs"
        hint = "write **strong** words in a paragraph of their own; sections have headings of ours"
        return Finding(path, "heading_in_text", message, hint, words=token.markup)
    if token.type == "image":
        source = str(token.attrs["src"])
        message = f"found the image {source}, expected text: a case has no images"
        hint = "leave it out, or link to it: [words](https://...)"
        return Finding(path, "image_in_text", message, hint, words="![")
    return _dead_link(str(token.attrs["href"]), path, leads) if token.type == "link_open" else None


def _dead_link(address: str, path: Path, leads: Leads) -> Finding | None:
    if is_http(address):
        return _unreadable_link(address, path)
    if leads.pattern.fullmatch(address):
        return None
    what = "a relative address" if is_safe_link(address) else "an address that no page may open"
    message = f"found a link to {address}, {what}"
    return Finding(path, DEAD, message, leads.hint, words=address)


def _unreadable_link(address: str, path: Path) -> Finding | None:
    why = unreadable(address)
    message = f"found a link to {address}, which no browser can open: {why}"
    return Finding(path, DEAD, message, COPY_ADDRESS, words=address) if why else None


_LANGUAGE = re.compile("[a-z]{2}")
OF_OTHER_SITES = languages()
"""Languages that other sites have: their texts may stay in a file that is used in both."""
ON_ONE_LINE = frozenset({"title", "tagline", "label"})
LINES_OF_PROSE = frozenset({"quote", "name", "work", "by"})
"""Fields of one text in one language that is a sentence, not a word of a list."""


def prose_problems(
    model: type[BaseModel], document: Document, languages: tuple[str, ...] | None
) -> Iterator[Finding]:
    """Give what is wrong with the texts of a document; languages: the site's, where known."""
    for path, written in texts(model, document.value):
        by_language = written if isinstance(written, Mapping) else {"": written}
        not_languages = list(_not_languages(path, by_language))
        yield from not_languages
        if languages and not not_languages:
            yield from _languages(path, by_language, languages)
        for key, text in by_language.items():
            if isinstance(text, str):
                place = (*path, key) if key else path
                yield from unreadable_markdown(place, text, LEADS_OF.get(model, OTHER_CASES))
                if path[-1] in ON_ONE_LINE and "\n" in text.strip():
                    yield _line_break(place, str(path[-1]))
    yield from _cut_off(model, document)
    yield from text_slips(document, may_quote=model is Guide)
    yield from refused_words(model, document.value)


def _line_break(path: Path, field: str) -> Finding:
    message = f"found a line break in {field}, expected one line"
    hint = "write it on one line, or as a block that begins with >- and not with |"
    return Finding(path, "line_break", message, hint)


def _languages(
    path: Path, written: Mapping[str, object], languages: tuple[str, ...]
) -> Iterator[Finding]:
    keys = [key or languages[0] for key in written]
    for key in written:
        if key and _LANGUAGE.fullmatch(key) and key not in (*languages, *OF_OTHER_SITES):
            message = f"found a text in the language {key!r}, which this site does not have"
            yield Finding(
                (*path, key),
                "unknown_language",
                message,
                f"the site's languages: {', '.join(languages)}",
                at="key",
            )
    missing = [language for language in languages if language not in keys]
    there = [key for key in keys if key in (*languages, *OF_OTHER_SITES)]
    if missing and there:
        message = f"found the text in {', '.join(there)} only, expected {', '.join(missing)} too"
        yield Finding(
            path,
            "missing_translation",
            message,
            f"add {missing[0]}: ..., or leave it: the page then shows the other language, marked",
            "hint",
        )


def _not_languages(path: Path, written: Mapping[str, object]) -> Iterator[Finding]:
    """A key that is no language: misspelt, or a sentence with ` : ` that became a mapping."""
    for key in written:
        if _LANGUAGE.fullmatch(key.lower()) and key != key.lower():
            message = f"found the language {key!r}, expected two small letters"
            hint = f"write {key.lower()}"
            yield Finding((*path, key), "wrong_form", message, hint, at="key")
        elif key and not _LANGUAGE.fullmatch(key):
            yield Finding(
                (*path, key),
                "colon_in_text",
                f"found {key!r} where a language such as en or fr was expected: a ': ' makes a mapping of a text",
                "write the text as a block (>- and the text indented on the next line), or in quotes",
                at="key",
            )


def _cut_off(model: type[BaseModel], document: Document) -> Iterator[Finding]:
    """A text that ` #` cut off: the rest of the line became a comment."""
    places = [path for path, _ in texts(model, document.value)] if document.cuts else []
    for path in document.cuts:
        is_text = any(path in (place, (*place, path[-1])) for place in places)
        if is_text or (path and path[-1] in LINES_OF_PROSE):
            kept = part_at(document.value, path)
            found = f"found only {kept!r}" if kept is not None else "found nothing"
            yield Finding(
                path,
                "hash_in_text",
                f"{found}: YAML takes the rest of the line, from ' #' on, as a comment",
                "write the text as a block (>- and the text indented on the next line), or in quotes",
                words="#",
            )


MAY_NAME_MONEY = frozenset({"looked", "needs", "bridge"})
_MONEY_SIGNS = (
    "$¢£¤¥\u20a0-\u20cf\ufe69\uff04\uffe0\uffe1\uffe5"  # all that Unicode has in wide use
)
_NUMBER = r"\d(?:[\d.,'\u2019\s]*\d)?"
_SCALE = r"(?:\s*(?i:k|m|mm|bn|md|mn|hundred|thousand|million|billion|mille|milliard)s?(?!\w))?"
_NAMES = r"euros?|dollars?|pounds? sterling|livres? sterling|francs?|yens?|cents?|centimes?"


def no_money_in_soft_texts(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A soft result's label, instrument and notes name no sum of money."""
    written = case.document.value if isinstance(case.document.value, Mapping) else {}
    sums = _sums(case.money.currency if case.money else EURO)
    for path, text in texts(Case, {"soft": written.get("soft")}):
        if MAY_NAME_MONEY.isdisjoint(path):
            for key, words in by_language(text):
                if found := sums.search(words):
                    yield Finding(
                        (*path, key) if key else path,
                        "money_in_soft_text",
                        f"found {found[0].strip()!r} in the text of a soft result: it is measured and never priced",
                        "leave the sum out; quote what a source makes of it under claims:",
                        column=found.start() + 1,
                    )


@cache
def _sums(currency: str) -> re.Pattern[str]:
    """Give the pattern of a sum of money: a currency before a number, or behind one."""
    codes = "|".join(sorted({currency, EURO, *shipped_money_tables().rates}))
    sign = rf"[A-Z]{{0,2}}[{_MONEY_SIGNS}](?:[A-Z]{{2}})?"
    before = rf"(?:{sign}|(?<!\w)(?:{codes}))\s*{_NUMBER}{_SCALE}"
    behind = rf"(?<![\w.,]){_NUMBER}{_SCALE}\s*(?:(?:of |de |d['\u2019])?(?:{sign}|(?:{codes}|(?i:{_NAMES}))(?!\w)))"
    return re.compile(f"{before}|{behind}")
