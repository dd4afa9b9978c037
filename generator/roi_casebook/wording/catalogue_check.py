"""What is wrong with a catalogue, each at its line: for a test and for the translators' command.

Not looked at when a site is built: catalogues ship, and are as they were when they were tested.
"""

import re
from collections.abc import Iterator, Mapping
from string import Formatter

from roi_casebook.problems import Problem, did_you_mean
from roi_casebook.shipped.catalogues import ITSELF, Entry, is_plural
from roi_casebook.written.locales import has_locale, locale_of
from roi_casebook.written.plurals import OTHER
from roi_casebook.yaml_places.document import Document, Finding, Path
from roi_casebook.yaml_places.reader import read_yaml

FREE = "money.short."
"""Texts that take those of the place-holders that they need."""
_HTML = re.compile(r"</?[A-Za-z!][^>]*>?|&#?\w+;")
_NAME = re.compile(r"[a-z_]+")


def catalogue_problems(
    raw: bytes, file: str, language: str, source: Mapping[str, Entry], stale: tuple[str, ...] = ()
) -> tuple[Problem, ...]:
    """Give what is wrong with a catalogue, in order of its lines.

    source: the English texts by their keys; stale: the keys of texts of an older English. What is
    missing or stale is a hint: it falls back. All else is an error.
    """
    document = read_yaml(raw, file)
    found = [document.problem(one) for one in _findings(document, language, source, stale)]
    return tuple(sorted((*document.problems, *found), key=lambda one: (one.line, one.column)))


def _findings(
    document: Document, language: str, source: Mapping[str, Entry], stale: tuple[str, ...]
) -> Iterator[Finding]:
    value = document.value
    if not isinstance(value, dict) or list(value) != [language]:
        expected = f"expected the language {language} alone at the top, as the file is named"
        yield Finding((), "wrong_language", f"found {_keys(value)}, {expected}")
        return
    if not has_locale(language):
        message = f"found the language {language}, of which no locale is known"
        hint = "give it a locale in LOCALES (written/locales.py)"
        yield Finding((language,), "unknown_locale", message, hint, at="key")
        return
    forms = frozenset({OTHER, *locale_of(language).plural_form.tags})
    entries = {key: (path, entry) for key, path, entry in _entries(value[language], (language,))}
    for key, (path, entry) in entries.items():
        if key in source:
            yield from _of_entry(key, path, entry, source[key], forms)
        else:
            hint = did_you_mean(key, source)
            yield Finding(
                path, "unknown_text", f"found the text {key}, which no page says", hint, at="key"
            )
    for key in source.keys() - entries.keys():
        yield _missing(key, value, language)
    for key in set(stale) & entries.keys() & source.keys():
        message = f"found a translation of {key} that was made from another English than today's"
        yield Finding(
            entries[key][0],
            "stale_text",
            message,
            f"it is now: {_shown(source[key])}",
            "hint",
            "key",
        )


def _keys(value: object) -> str:
    return ", ".join(value) if isinstance(value, dict) and value else "no language"


def _entries(node: object, path: Path) -> Iterator[tuple[str, Path, object]]:
    """Give whole key, path and value of each text, and of what stands where a text should."""
    if isinstance(node, dict) and node and not is_plural(node):
        for name, below in node.items():
            yield from _entries(below, (*path, name))
    else:
        names = [str(name) for name in path[1:]]
        yield ".".join(names[:-1] if names[-1:] == [ITSELF] else names), path, node


def _missing(key: str, value: Mapping[str, object], language: str) -> Finding:
    """Tell a missing text at the nearest of the keys above it that is there."""
    path: Path = (language,)
    node: object = value[language]
    for name in key.split("."):
        if not isinstance(node, dict) or name not in node:
            break
        path, node = (*path, name), node[name]
    message = f"found no text {key}; it is said in the site's first language, or in English"
    return Finding(path, "missing_text", message, "", "hint", at="key")


def _of_entry(
    key: str, path: Path, entry: object, source: Entry, forms: frozenset[str]
) -> Iterator[Finding]:
    written = entry if isinstance(entry, dict) else {OTHER: entry}
    places = {form: (*path, form) if isinstance(entry, dict) else path for form in written}
    for form in written.keys() - forms:
        message = f"found the plural form {form!r}, which the language does not have"
        hint = f"its forms: {', '.join(name for name in _IN_ORDER if name in forms)}"
        yield Finding(places[form], "unknown_plural", message, hint, at="key")
    if OTHER not in written:
        message = f"found {key} without the plural form {OTHER!r}, which any number may take"
        yield Finding(path, "missing_plural", message, at="key")
    for form, text in written.items():
        yield from _of_text(text, places[form], is_empty=source == "")
    if all(_is_whole(text) for text in written.values()):
        yield from _place_holders(key, path, [str(text) for text in written.values()], source)


_IN_ORDER = ("zero", "one", "two", "few", "many", "other")


def _of_text(text: object, path: Path, *, is_empty: bool) -> Iterator[Finding]:
    """Tell what is wrong with one text; is_empty: whether the English says nothing here, so that others may."""
    if not isinstance(text, str) or not (text.strip() or is_empty):
        what = "an empty text" if isinstance(text, str) else f"{text!r}"
        yield Finding(path, "no_text", f"found {what}, expected a text", "put quotes around it")
        return
    if not _is_whole(text):
        message = "found a broken place-holder"
        hint = "a place-holder is a name in braces, as {name}; a brace alone is doubled: {{"
        yield Finding(path, "broken_place_holder", message, hint)
    if html := _HTML.search(text):
        message = f"found HTML in a text: {html[0]}"
        yield Finding(path, "html_in_text", message, "write plain words", words=html[0])


def _is_whole(text: object) -> bool:
    """Tell whether all place-holders of a text are names in braces."""
    try:
        parts = list(Formatter().parse(str(text)))
    except ValueError:
        return False
    return all(
        name is None or (_NAME.fullmatch(name) and not spec and not conversion)
        for _, name, spec, conversion in parts
    )


def _place_holders(key: str, path: Path, texts: list[str], source: Entry) -> Iterator[Finding]:
    english = [source] if isinstance(source, str) else list(source.values())
    wanted, found = _names(english), _names(texts)
    if key.startswith(FREE):
        wanted = wanted | {"money", "number", "symbol"}
    for name in sorted(found - wanted):
        message = f"found the place-holder {{{name}}}, which the English does not have"
        hint = did_you_mean(name, wanted) if wanted else "the English has none"
        yield Finding(path, "unknown_place_holder", message, hint)
    if not key.startswith(FREE):
        for name in sorted(wanted - found):
            message = f"found no place-holder {{{name}}}, which the English has"
            yield Finding(path, "missing_place_holder", message, f"English: {_shown(source)}")


def _names(texts: list[str]) -> set[str]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def _shown(entry: Entry) -> str:
    return entry if isinstance(entry, str) else entry[OTHER]
