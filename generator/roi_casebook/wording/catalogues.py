"""The words of one language, with its numbers and plural forms, from its catalogue.

Texts are typeset as they are read; where a number decides, a text has plural forms.
"""

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from types import MappingProxyType

from babel import Locale
from markupsafe import Markup, escape

from roi_casebook.problems import did_you_mean
from roi_casebook.shipped.catalogues import Forms, texts_in
from roi_casebook.wording.rounding import all_digits, decimal_of
from roi_casebook.wording.typography import filled, typeset, typography_of
from roi_casebook.written.languages import SOURCE

OTHER = "other"


@cache
def forms(key: str, language: str) -> Forms:
    """Give a text in a language as its plural forms. Errors: KeyError with the nearest key."""
    known = texts_in(language)
    if key not in known:
        raise KeyError(f"{language}: no text {key}; {did_you_mean(key, known)}")
    written = known[key]
    plural = {OTHER: written} if isinstance(written, str) else written
    return MappingProxyType({form: typeset(text, language) for form, text in plural.items()})


def entry_text(name: str, path: tuple[str, ...], language: str) -> str:
    """Give a text that has no plural forms. Errors: KeyError."""
    return forms(".".join((name, *path)), language)[OTHER]


def has_entry(name: str, *path: str) -> bool:
    """Tell whether there is a text, in the source and so in every language."""
    return ".".join((name, *path)) in texts_in(SOURCE)


@cache
def locale_of(language: str) -> Locale:
    """Give the locale that numbers and dates of a language follow."""
    return Locale.parse(typography_of(language).locale or language)


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
        texts = forms(f"strings.{key}", self.language)
        if not values:  # most strings of a page
            return filled(texts[OTHER], values, self.language)
        text = self._plural(texts, values.get("n"))
        shown = {name: self._value(value) for name, value in values.items()}
        return filled(text, shown, self.language)

    def html(self, key: str, **values: object) -> Markup:
        """Give an interface string as HTML: everything is escaped but values that are Markup."""
        text = self._plural(forms(f"strings.{key}", self.language), values.get("n"))
        shown = {name: escape(self._value(value)) for name, value in values.items()}
        return Markup(filled(str(escape(text)), shown, self.language))  # noqa: S704 -- text and values are escaped above

    def entry(self, name: str, *path: str) -> str:
        """Give a text of a section that has no plural forms. Errors: KeyError."""
        return entry_text(name, path, self.language)

    def counted(self, name: str, path: tuple[str, ...], n: object) -> str:
        """Give a text of a section in the form that goes with a number. Errors: KeyError."""
        return self._plural(forms(".".join((name, *path)), self.language), n)

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
