"""The catalogues of words, one a language: `data/wording/en.yml` is the source, others translate it.

A catalogue is nested by keys; here each text stands under its whole key, `strings.range.likely`. A
text has plural forms where a number decides, by CLDR's names. `itself` is the text of a key that
has others below it. What a catalogue must be is checked by a test, not as it is read.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from roi_casebook.written.languages import catalogue_files
from roi_casebook.written.plurals import PLURAL_FORMS, Forms
from roi_casebook.yaml_places.nested_texts import nested_texts

ITSELF = "itself"

Entry = str | Forms


@cache
def catalogue(language: str) -> Mapping[str, Any]:
    """Give the nested texts of a language as written. Errors: KeyError for one without a catalogue."""
    text = catalogue_files()[language].read_text(encoding="utf-8")
    return MappingProxyType(nested_texts(text)[language])


@cache
def texts_in(language: str) -> Mapping[str, Entry]:
    """Give the texts of a language by their whole keys. Errors: KeyError."""
    return MappingProxyType(dict(flat_texts(catalogue(language))))


def is_plural(node: object) -> bool:
    """Tell the plural forms of a text from keys below a key."""
    return isinstance(node, Mapping) and node.keys() <= {*PLURAL_FORMS}


def flat_texts(node: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Entry]]:
    """Give each text of a nested catalogue by its whole key; above: what its key begins with."""
    for name, below in node.items():
        key = above.removesuffix(".") if name == ITSELF else above + name
        if isinstance(below, str) or is_plural(below):
            yield key, below
        else:
            yield from flat_texts(below, f"{key}.")
