"""Codes of countries (ISO 3166) and currencies (ISO 4217): those that exist, not only their form."""

from collections.abc import Iterator
from functools import cache

from babel import Locale
from babel.numbers import get_territory_currencies, list_currencies

from roi_casebook.reading.document import Finding, Path
from roi_casebook.reading.rules.surroundings import Surroundings
from roi_casebook.reading.sound import Sound

OFTEN_MEANT = {"UK": "GB", "EN": "GB", "EL": "GR", "RMB": "CNY", "NTD": "TWD", "STG": "GBP"}
"""Codes that are used and are none, with what is meant."""
NO_CURRENCY = frozenset({"XXX", "XTS"})
NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


def known_codes(case: Sound, _site: Surroundings) -> Iterator[Finding]:
    """The country and the currency of a case exist."""
    country = case.organisation.country if case.organisation else "world"
    if country != "world":
        yield from unknown_country(country, ("organisation", "country"))
    if case.money:
        yield from unknown_currency(case.money.currency, ("money", "currency"), country)


def unknown_country(code: str, path: Path) -> Iterator[Finding]:
    """Tell a code that is no country's."""
    if code not in _countries():
        message = f"found {code}, which is no country's code (ISO 3166)"
        hint = _meant(code) or "look it up, e.g. GB, DE, US, or write world"
        yield Finding(path, "unknown_country", message, hint)


def unknown_currency(code: str, path: Path, country: str = "") -> Iterator[Finding]:
    """Tell a code that is no currency's, of today or of the past; country: whose may be meant."""
    if code not in _currencies():
        message = f"found {code}, which is no currency's code (ISO 4217)"
        own = get_territory_currencies(country) if country in _countries() else []
        of_country = f"the currency of {country} is {own[0]}" if own else "e.g. EUR, GBP, USD"
        yield Finding(path, "unknown_currency", message, _meant(code) or of_country)


def _meant(code: str) -> str:
    return f"write {OFTEN_MEANT[code]}" if code in OFTEN_MEANT else ""


@cache
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies()) - NO_CURRENCY


@cache
def _countries() -> frozenset[str]:
    known = map(str, Locale.parse("en").territories)
    return frozenset(code for code in known if code.isalpha()) - NO_COUNTRY
