"""Money for comparison in words: in which money it is, and which rate or index is missing."""

from babel.numbers import get_currency_name

from roi_casebook.library.comparison import Comparison, Conversion, Missing
from roi_casebook.wording.voice import Wording

SEVERAL = 2
"""Any number that takes the plural."""


def money_name(wording: Wording, comparison: Comparison) -> str:
    """Name the money of a comparison: euros of 2023."""
    name = get_currency_name(comparison.currency, count=SEVERAL, locale=wording.locale)
    return wording.t("comparison.money", currency=name, year=str(comparison.year))


def missing_text(wording: Wording, how: Conversion) -> str:
    """Say which numbers a conversion lacks: no exchange rate of ISK for 1998; "" for none."""
    return ", ".join(_missing(wording, one) for one in how.missing)


def _missing(wording: Wording, one: Missing) -> str:
    key = f"comparison.missing.{one.table}"
    return wording.t(key, currency=one.currency, year=str(one.year))
