"""The locale of each language: its numbers, dates, and names of countries and currencies, from Babel."""

from functools import cache

from babel import Locale, UnknownLocaleError

from roi_casebook.written.languages import SOURCE

LOCALES = {
    SOURCE: "en_GB",  # British dates, and US$ wherever a plain $ would be ambiguous
    "fr": "fr_FR",
}
"""The region whose numbers and dates a language follows, where it is not the language's own."""


@cache
def locale_of(language: str) -> Locale:
    """Give the locale of a language. Errors: UnknownLocaleError."""
    try:
        return Locale.parse(LOCALES.get(language, language))
    except ValueError as error:  # no language's code at all
        raise UnknownLocaleError(language) from error


def has_locale(language: str) -> bool:
    """Tell whether the locale of a language is known."""
    try:
        locale_of(language)
    except UnknownLocaleError:
        return False
    return True
