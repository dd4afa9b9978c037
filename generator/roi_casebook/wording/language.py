"""Interface strings: a key gives the words of a language, with its numbers and plural forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale
from markupsafe import Markup, escape

from roi_casebook.config import Lane, Vocabulary
from roi_casebook.wording.catalogues import OTHER, Forms, forms
from roi_casebook.wording.rounding import all_digits, decimal_of

LOCALES = {"en": "en_GB", "fr": "fr_FR"}
"""The region of each language: British dates, and US$ wherever a plain $ would be ambiguous."""


VOWELS = tuple("aeiouyàâéèêëîïôûæœ")


@cache
def locale_of(language: str) -> Locale:
    """Give the locale that numbers and dates of a language follow."""
    return Locale.parse(LOCALES[language])


def filled(text: str, values: Mapping[str, object]) -> str:
    """Fill a text's placeholders; a French `de` loses its vowel before a value that begins with one."""
    if " de {" in text:
        for name, value in values.items():
            if str(value)[:1].lower() in VOWELS:
                text = text.replace(f" de {{{name}}}", f" d’{{{name}}}")
    return text.format(**values) if "{" in text else text


@lru_cache(maxsize=4096)
def _plural_form(number: float, language: str) -> str:
    return locale_of(language).plural_form(decimal_of(number))


@dataclass(frozen=True)
class Speech:
    """One language; `first_language` is the site's, in which texts written once stand.

    lane: of what is told; some quantities go by another name where they are social value.
    """

    language: str
    first_language: str
    vocabulary: Vocabulary
    lane: Lane = "hard"

    @property
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
        text = self.plural(texts, values.get("n"))
        return filled(text, {name: self._value(value) for name, value in values.items()})

    def html(self, key: str, **values: object) -> Markup:
        """Give an interface string as HTML: everything is escaped but values that are Markup."""
        text = self.plural(forms("strings", (key,), self.language), values.get("n"))
        shown = {name: escape(self._value(value)) for name, value in values.items()}
        return Markup(filled(str(escape(text)), shown))  # noqa: S704 -- text and values are escaped above

    def plural(self, texts: Forms, n: object) -> str:
        """Choose the plural form for a number; any other value takes the common form."""
        if isinstance(n, bool) or not isinstance(n, int | float):
            return texts[OTHER]
        return texts.get(_plural_form(float(abs(n)), self.language), texts[OTHER])

    def _value(self, value: object) -> object:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return value
        return all_digits(decimal_of(value), self.locale)
