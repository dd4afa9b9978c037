"""Texts for readers: every language there, none too many, nothing cut off or refused, no raw HTML.

These rules need no sound case: they look at what was written, at the places where the model has
texts. So they serve `site_config.yml` too.
"""

import re
from collections.abc import Iterator, Mapping
from typing import get_args

from pydantic import BaseModel

from roi_casebook.config import Language
from roi_casebook.reading.document import Document, Finding, Path, part_at
from roi_casebook.reading.rules.markdown import LEADS_OF, OTHER_CASES, unreadable_markdown
from roi_casebook.reading.rules.refused_words import refused_words
from roi_casebook.reading.texts import texts

_LANGUAGE = re.compile("[a-z]{2}")
OF_OTHER_SITES = get_args(Language)
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
