"""The words of one language, with its numbers and plural forms, from its catalogue.

What it lacks, or has of another English than today's, is said in the site's first language or else in
English. Texts are typeset as they are read; where a number decides, a text has plural forms.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from types import MappingProxyType

from babel import Locale
from markupsafe import Markup, escape

from roi_casebook.problems import did_you_mean
from roi_casebook.shipped.catalogues import texts_in
from roi_casebook.shipped.translations import sound_texts
from roi_casebook.wording.fallback_marks import with_mark
from roi_casebook.wording.rounding import all_digits, decimal_of
from roi_casebook.wording.typography import filled, typeset
from roi_casebook.written.languages import SOURCE
from roi_casebook.written.locales import locale_of
from roi_casebook.written.plurals import OTHER, Forms, forms_in


@dataclass(frozen=True)
class Said:
    """A text as its plural forms, and the language that it is really in."""

    forms: Forms
    language: str


@cache
def said(key: str, languages: tuple[str, ...]) -> Said:
    """Give a text in the first of some languages that has it. Errors: KeyError with the nearest key."""
    for language in languages:
        written = sound_texts(language).get(key)
        if written is not None:
            plural = {OTHER: written} if isinstance(written, str) else written
            forms = {form: typeset(text, language) for form, text in plural.items()}
            return Said(MappingProxyType(forms), language)
    raise KeyError(f"no text {key}; {did_you_mean(key, texts_in(SOURCE))}")


def has_entry(name: str, *path: str) -> bool:
    """Tell whether there is a text, in the source and so in every language."""
    return ".".join((name, *path)) in texts_in(SOURCE)


@lru_cache(maxsize=4096)
def _plural_form(number: float, language: str) -> str:
    return locale_of(language).plural_form(decimal_of(number))


@dataclass(frozen=True)
class Catalogue:
    """The words of one language.

    first_language: the site's, which speaks where this one cannot; is_marked: whether what is in
    another language stands between marks (`fallback_marks`), for a page that will be finished.
    """

    language: str
    first_language: str = SOURCE
    is_marked: bool = False

    @cached_property
    def locale(self) -> Locale:
        """The locale that numbers and dates follow."""
        return locale_of(self.language)

    @cached_property
    def _languages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.language, self.first_language, SOURCE)))

    def t(self, key: str, **values: object) -> str:
        """Give an interface string as plain text.

        values: its placeholders; numbers are written out, and ``n`` chooses the plural form.
        Errors: KeyError for an unknown key or a missing value.
        """
        found = said(f"strings.{key}", self._languages)
        if not values:  # most strings of a page
            return self._marked(filled(found.forms[OTHER], values, found.language), found)
        shown = {name: self._value(value) for name, value in values.items()}
        text = filled(_plural(found, values.get("n")), shown, found.language)
        return self._marked(text, found)

    def html(self, key: str, **values: object) -> Markup:
        """Give an interface string as HTML: everything is escaped but values that are Markup."""
        found = said(f"strings.{key}", self._languages)
        shown = {name: escape(self._value(value)) for name, value in values.items()}
        text = filled(str(escape(_plural(found, values.get("n")))), shown, found.language)
        return Markup(self._marked(text, found))  # noqa: S704 -- text and values are escaped above

    def entry(self, name: str, *path: str) -> str:
        """Give a text of a section that has no plural forms. Errors: KeyError."""
        return self.counted(name, path, None)

    def counted(self, name: str, path: tuple[str, ...], n: object) -> str:
        """Give a text of a section in the form that goes with a number. Errors: KeyError."""
        found = said(".".join((name, *path)), self._languages)
        return self._marked(_plural(found, n), found)

    def named(self, names: Mapping[str, Forms], n: object) -> str:
        """Give a name that has its own plural forms, in the form that goes with a number."""
        forms, language = forms_in(names, self.language, self.first_language)
        found = Said({form: typeset(text, language) for form, text in forms.items()}, language)
        return self._marked(_plural(found, n), found)

    def listed(self, texts: list[str]) -> str:
        """Write a list in a sentence: a, b and c."""
        if len(texts) < 2:  # noqa: PLR2004 -- one needs no list
            return "".join(texts)
        return f"{', '.join(texts[:-1])} {self.t('and')} {texts[-1]}"

    def _marked(self, text: str, found: Said) -> str:
        if not self.is_marked or found.language == self.language:
            return text
        return with_mark(text, found.language)

    def _value(self, value: object) -> object:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return value
        return all_digits(decimal_of(value), self.locale)


def _plural(found: Said, n: object) -> str:
    """Choose the plural form for a number; any other value takes the common form."""
    if isinstance(n, bool) or not isinstance(n, int | float):
        return found.forms[OTHER]
    form = _plural_form(float(abs(n)), found.language)
    return found.forms.get(form, found.forms[OTHER])
