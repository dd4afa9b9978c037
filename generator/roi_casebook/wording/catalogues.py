"""The catalogues of words, in `data/wording/`: each entry has all languages side by side.

An entry is a text for each language; where a number decides, a text for each plural form
(`{one: ..., other: ...}`). Texts are typeset as they are read. A `Catalogue` is the words of one
language, with its numbers and plural forms.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml
from babel import Locale
from markupsafe import Markup, escape

from roi_casebook.problems import did_you_mean
from roi_casebook.wording.rounding import all_digits, decimal_of
from roi_casebook.wording.typography import filled, typeset

Forms = Mapping[str, str]
LANGUAGES = ("en", "fr")
OTHER = "other"
LOCALES = {"en": "en_GB", "fr": "fr_FR"}
"""The region of each language: British dates, and US$ wherever a plain $ would be ambiguous."""


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


@cache
def locale_of(language: str) -> Locale:
    """Give the locale that numbers and dates of a language follow."""
    return Locale.parse(LOCALES[language])


@lru_cache(maxsize=4096)
def _plural_form(number: float, language: str) -> str:
    return locale_of(language).plural_form(decimal_of(number))


@dataclass(frozen=True)
class Catalogue:
    """The words of one language."""

    language: str

    @cached_property
    def locale(self) -> Locale:
        """The locale that numbers and dates follow."""
        return locale_of(self.language)

    def t(self, key: str, **values: object) -> str:
        """Give an interface string as plain text.

        values: its placeholders; numbers are written out, and ``n`` chooses the plural form.
        Errors: KeyError for an unknown key or a missing value.
        """
        texts = forms("strings", (key,), self.language)
        if not values:  # most strings of a page
            return filled(texts[OTHER], values)
        text = self._plural(texts, values.get("n"))
        return filled(text, {name: self._value(value) for name, value in values.items()})

    def html(self, key: str, **values: object) -> Markup:
        """Give an interface string as HTML: everything is escaped but values that are Markup."""
        text = self._plural(forms("strings", (key,), self.language), values.get("n"))
        shown = {name: escape(self._value(value)) for name, value in values.items()}
        return Markup(filled(str(escape(text)), shown))  # noqa: S704 -- text and values are escaped above

    def entry(self, name: str, *path: str) -> str:
        """Give an entry of a table that has no plural forms. Errors: KeyError."""
        return entry_text(name, path, self.language)

    def counted(self, name: str, path: tuple[str, ...], n: object) -> str:
        """Give an entry of a table in the form that goes with a number. Errors: KeyError."""
        return self._plural(forms(name, path, self.language), n)

    def listed(self, texts: list[str]) -> str:
        """Write a list in a sentence: a, b and c."""
        if len(texts) < 2:  # noqa: PLR2004 -- one needs no list
            return "".join(texts)
        return f"{', '.join(texts[:-1])} {self.t('and')} {texts[-1]}"

    def _plural(self, texts: Forms, n: object) -> str:
        """Choose the plural form for a number; any other value takes the common form."""
        if isinstance(n, bool) or not isinstance(n, int | float):
            return texts[OTHER]
        return texts.get(_plural_form(float(abs(n)), self.language), texts[OTHER])

    def _value(self, value: object) -> object:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return value
        return all_digits(decimal_of(value), self.locale)
