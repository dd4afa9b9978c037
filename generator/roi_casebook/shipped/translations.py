"""Which English each text of a catalogue was made from: `data/wording/LANGUAGE.made_from.json`.

For each key two short sums, of the English and of its translation, as they were when the one was
made from the other. A translation whose English has changed since is stale: it is not shown.
`tools/stamp_translations.py` writes the file.
"""

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from zlib import crc32

from roi_casebook.shipped.catalogues import Entry, texts_in
from roi_casebook.written.languages import SOURCE, catalogue_files, made_from_file

MadeFrom = Mapping[str, str]
"""The sums of the English and of the translation, with a space between, by the key of the text."""


@cache
def sound_texts(language: str) -> Mapping[str, Entry]:
    """Give the texts of a language that say what the English says today; none without a catalogue."""
    if language not in catalogue_files():
        return MappingProxyType({})
    texts = texts_in(language)
    if language == SOURCE:
        return texts
    stale = set(stale_keys(language))
    return MappingProxyType({key: text for key, text in texts.items() if key not in stale})


def stale_keys(language: str) -> tuple[str, ...]:
    """Give the keys of a language whose English is not, or not known to be, what they were made from."""
    source, made = texts_in(SOURCE), made_from(language)
    return tuple(
        key
        for key in texts_in(language)
        if key not in source or made.get(key, "").partition(" ")[0] != short_sum(source[key])
    )


def made_from(language: str) -> MadeFrom:
    """Give what the texts of a language were made from, as the file says; nothing without one."""
    file = made_from_file(language)
    found: MadeFrom = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return found


def stamped(
    source: Mapping[str, Entry],
    texts: Mapping[str, Entry],
    before: MadeFrom,
    named: frozenset[str] = frozenset(),
) -> MadeFrom:
    """Give what the texts of a language are made from now.

    before: as the file says; a text that has changed since is made from today's English, one that
    has not is as stale as it was, unless it is named: it fits the new English as well.
    """
    return {
        key: _stamp(source[key], texts[key], before.get(key, ""), is_named=key in named)
        for key in source
        if key in texts
    }


def _stamp(source: Entry, text: Entry, before: str, *, is_named: bool) -> str:
    english, _, translation = before.partition(" ")
    own = short_sum(text)
    is_new = is_named or translation != own
    return f"{short_sum(source) if is_new else english} {own}"


def short_sum(text: Entry) -> str:
    """Give eight letters that another text would not have."""
    whole = (
        text
        if isinstance(text, str)
        else "\n".join(f"{form}: {text[form]}" for form in sorted(text))
    )
    return f"{crc32(whole.encode()):08x}"
