"""The tables of words, in `data/wording/`: each entry has all languages side by side.

An entry is a text for each language; where a number decides, a text for each plural form
(`{one: ..., other: ...}`). Texts are typeset as they are read.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from roi_casebook.problems import did_you_mean
from roi_casebook.wording.typography import typeset

Forms = Mapping[str, str]
LANGUAGES = ("en", "fr")
OTHER = "other"


@cache
def table(name: str) -> Mapping[str, Any]:
    """Give a table as written: ``strings``, ``labels``, ``quantities``, ``units``."""
    text = (
        files("roi_casebook").joinpath("data", "wording", f"{name}.yml").read_text(encoding="utf-8")
    )
    return MappingProxyType(yaml.load(text, Loader=yaml.CBaseLoader))  # noqa: S506 -- makes texts only


@cache
def forms(name: str, path: tuple[str, ...], language: str) -> Forms:
    """Give an entry in a language as its plural forms. Errors: KeyError with the nearest key."""
    entry: Any = table(name)
    for key in path:
        if key not in entry:
            raise KeyError(f"{name}: no entry {'.'.join(path)}; {did_you_mean(key, entry)}")
        entry = entry[key]
    written = entry[language]
    plural = written if isinstance(written, Mapping) else {OTHER: written}
    return MappingProxyType({form: typeset(text, language) for form, text in plural.items()})


def entry_text(name: str, path: tuple[str, ...], language: str) -> str:
    """Give an entry that has no plural forms. Errors: KeyError."""
    return forms(name, path, language)[OTHER]


@cache
def has_entry(name: str, *path: str) -> bool:
    """Tell whether a table has an entry."""
    entry: Any = table(name)
    for key in path:
        if not isinstance(entry, Mapping) or key not in entry:
            return False
        entry = entry[key]
    return True
