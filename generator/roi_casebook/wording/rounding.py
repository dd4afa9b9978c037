"""Rounding, half away from zero on the decimal digits that a number shows; writing by Babel."""

from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import lru_cache

from babel import Locale
from babel.numbers import format_decimal

from roi_casebook.wording.typography import with_minus

ANY_SIZE = Context(prec=400)
"""Digits enough for any number that a machine holds."""
ZERO = Decimal(0)
_REMEMBERED = 4096
"""A page writes the same few numbers again and again: on a step's line, in a table, in a note."""
EXACT_DIGITS = 12
"""As many significant digits as a figure has when it leaves `roi/`."""


@lru_cache(maxsize=_REMEMBERED)
def decimal_of(number: float) -> Decimal:
    """Give a number as its shortest decimal, without the noise of its last bits."""
    return to_digits(Decimal(repr(float(number))), EXACT_DIGITS)


def to_digits(number: Decimal, digits: int) -> Decimal:
    """Round to so many significant digits."""
    return to_places(number, digits - 1 - number.adjusted()) if number else ZERO


def to_places(number: Decimal, places: int) -> Decimal:
    """Round to so many places after the point (negative: before it); never a negative zero."""
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, ANY_SIZE)
    return plain(rounded) if rounded else ZERO


def plain(number: Decimal) -> Decimal:
    """Drop zeros at the end and exponents."""
    return Decimal(f"{number.normalize():f}")


@lru_cache(maxsize=_REMEMBERED)
def all_digits(number: Decimal, locale: Locale) -> str:
    """Write all digits of a number, in groups, with a true minus."""
    with localcontext(ANY_SIZE):
        return with_minus(format_decimal(number, locale=locale, decimal_quantization=False))
