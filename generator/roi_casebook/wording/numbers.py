"""Numbers, shares, money and quantities with their units, for headlines and for workings.

Headlines round to three significant digits (METHOD: two or three), percentages to whole ones from
10 % on. Workings and tables are exact enough to be followed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from functools import cache, lru_cache

from babel import Locale
from babel.numbers import (
    format_currency,
    get_currency_symbol,
    get_decimal_symbol,
    get_group_symbol,
    is_currency,
)

from roi_casebook.roi.algebra.units import Unit, parse_unit
from roi_casebook.roi.ranges import INTERVALS, TAILS, Range
from roi_casebook.wording.catalogue import Catalogue, has_entry
from roi_casebook.wording.rounding import (
    ANY_SIZE,
    EXACT_DIGITS,
    all_digits,
    decimal_of,
    to_digits,
    to_places,
)
from roi_casebook.wording.typography import SPACE, typography_of, with_minus
from roi_casebook.written.locales import locale_of
from roi_casebook.written.plurals import Forms

HEADLINE_DIGITS = 3
WORKING_DIGITS = 4
WHOLE_PERCENT_FROM = Decimal("0.10")
MOST_PLACES = 6
MULTIPLE_FROM = Decimal(10)
"""A share above 1,000 % is written as a multiple."""
WHOLE_MONEY_FROM = 1000
CENTS_BELOW = 100
"""A headline shows no cents from here on; a working from `WHOLE_MONEY_FROM` on."""
CENT_PLACES = 2
CENT = Decimal("0.01")
MONEY = "money"
NOISE = Decimal("1e-9")
"""Of an amount less than this nothing is left but what the last bits of its parts leave."""
SMALL_MONEY_BELOW = Decimal("0.1")
"""Below this a cent is too coarse."""
_PLACES = re.compile(r"[#0,.]+")
"""Where a number stands in a pattern of the locale data."""
POWERS_FROM = Decimal("1e15")
"""A million of billions: no word for it reads well."""
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LARGE = ((Decimal("1e9"), "billion"), (Decimal("1e6"), "million"))


@dataclass(frozen=True)
class Numbers:
    """Numbers as a language writes them.

    own_units: what a site calls units of its own, by their symbols.
    """

    catalogue: Catalogue
    own_units: Mapping[str, Mapping[str, Forms]] = field(default_factory=dict)

    @property
    def decimal_sign(self) -> str:
        """Give what stands before the fraction of a number."""
        return get_decimal_symbol(self.catalogue.locale)

    @property
    def group_sign(self) -> str:
        """Give what stands between the thousands of a number."""
        return get_group_symbol(self.catalogue.locale)

    def number(self, x: float, digits: int | None = None) -> str:
        """Write a number: all its digits, or rounded to so many significant ones."""
        value = decimal_of(x)
        return all_digits(to_digits(value, digits) if digits else value, self.catalogue.locale)

    def apart_from(self, other: float, x: float, digits: int) -> str:
        """Write a number by so many digits, or by more where these would print it as another."""
        return self.number(x, _digits_apart(decimal_of(other), decimal_of(x), digits))

    def percent(self, x: float, multiple: str = "multiple") -> str:
        """Write a share for a headline: 29%, 3.5%, −0.4%; above 1,000% as a multiple, 25 times."""
        value = decimal_of(x)
        if abs(value) > MULTIPLE_FROM:
            return self.catalogue.t(multiple, n=float(to_digits(value, HEADLINE_DIGITS)))
        places = 2 if abs(value) >= WHOLE_PERCENT_FROM else _places(value)
        is_part = value < 1 and value != -1
        while is_part and places < MOST_PLACES and abs(to_places(value, places)) == 1:
            places += 1  # nearly all of it is not all
        return self._percent(to_places(value, places))

    def percent_exact(self, x: float, digits: int | None = None) -> str:
        """Write a share with all its digits, or rounded to so many significant ones; no multiple."""
        value = decimal_of(x)
        return self._percent(to_digits(value, digits) if digits else value)

    def _percent(self, share: Decimal) -> str:
        before, after = _around_percent(self.catalogue.language)
        return f"{before}{all_digits(share * 100, self.catalogue.locale)}{after}"

    def money(self, x: float, currency: str, digits: int = HEADLINE_DIGITS) -> str:
        """Write an amount for a headline: £12,600, US$2.4 million; 12 600 £, 2,4 M$US.

        digits: more significant ones where it stands beside others that they tell it from.
        """
        given = decimal_of(x)
        if abs(given) < CENTS_BELOW:
            return self.money_exact(x, currency)
        value = to_digits(given, digits)
        whole = True if digits == HEADLINE_DIGITS else None
        return self._compact(value, currency) or self._money(value, currency, whole=whole)

    def money_apart_from(
        self, other: float, x: float, currency: str, digits: int = HEADLINE_DIGITS
    ) -> str:
        """Write an amount for a headline, or by more digits where it would print as another."""
        value, mark = decimal_of(x), decimal_of(other)
        if value == mark or to_places(value, CENT_PLACES) != mark:
            return self.money(x, currency, digits)
        digits = _digits_apart(mark, value, HEADLINE_DIGITS)
        return self._money(to_digits(value, digits), currency, whole=None)

    def money_exact(self, x: float, currency: str, *, to_cents: bool = False) -> str:
        """Write an amount for tables and workings: whole from 1,000 on, cents below.

        What is a few cents, or less than one, keeps three digits: what one download cost is no
        whole cent. to_cents: larger ones keep their cents too, where these are what is left.
        """
        value = decimal_of(x)
        if abs(value) > NOISE and _is_small(value):
            few = _to_cents(value)
            return self._money(few, currency, whole=None if few % CENT else False)
        cents = to_places(value, CENT_PLACES)
        if (to_cents or abs(cents) < WHOLE_MONEY_FROM) and cents % 1:
            return self._money(cents, currency, whole=False)
        whole = to_places(value, 0)
        return self._in_powers(whole, currency) or self._money(whole, currency, whole=True)

    def money_given(self, x: float, currency: str) -> str:
        """Write an amount as a source gives it: shortened only where no digit is lost."""
        value = decimal_of(x)
        if _is_small(value):
            return self._money(_to_cents(value), currency, whole=None)
        lossless = value == to_digits(value, WORKING_DIGITS)
        return (self._compact(value, currency) if lossless else "") or self.money_exact(x, currency)

    def _compact(self, value: Decimal, currency: str) -> str:
        """Write millions and more in short; nothing for smaller amounts."""
        if in_powers := self._in_powers(value, currency):
            return in_powers
        for size, name in LARGE:
            if abs(value) >= size:
                return self._short(name, value / size, currency)
        return ""

    def _in_powers(self, value: Decimal, currency: str) -> str:
        """Write what is beyond all billions by a power of ten; nothing for smaller amounts."""
        if abs(value) < POWERS_FROM:
            return ""
        power = value.adjusted()
        first = to_digits(value.scaleb(-power, ANY_SIZE), WORKING_DIGITS)
        return self._short("power", first, currency, power=str(power).translate(RAISED))

    def _short(self, name: str, number: Decimal, currency: str, **parts: str) -> str:
        return self.catalogue.entry("money", "short", name).format(
            money=self._money(number, currency, whole=None),
            number=all_digits(number, self.catalogue.locale),
            symbol=_after_number(self.currency_symbol(currency)),
            **parts,
        )

    def _money(self, value: Decimal, currency: str, *, whole: bool | None) -> str:
        """Write an amount; whole: without a fraction, with cents (False), as it is (None)."""
        return _money_text(value, currency, self.catalogue.language, whole=whole)

    def currency_symbol(self, currency: str) -> str:
        """Give the sign of a currency: US$, £; its code where it has none."""
        return _symbol(currency, self.catalogue.language)

    def quantity(self, x: float, unit: str, currency: str = "") -> str:
        """Write a number with its unit: 60 US dollars an hour as US$60 per hour, 30 searches per week.

        unit: as in a case; ``money`` is the case's `currency`, ``share`` a percentage. Symbols
        that nobody has named are shown as words.
        """
        return "".join(self._amount_and_unit(x, unit, currency))

    def computed(self, x: float, unit: str, currency: str = "") -> str:
        """Write what a formula over inputs gave: money to the cent, the rest to four digits."""
        value = decimal_of(x)
        symbols = {symbol for symbol, _ in parse_unit(currency if unit == MONEY else unit)}
        in_money = any(is_currency_code(symbol) for symbol in symbols)
        rounded = _to_cents(value) if in_money else to_digits(value, WORKING_DIGITS)
        return self.quantity(float(rounded), unit, currency)

    def headline(self, x: float, unit: str, currency: str = "") -> str:
        """Write a quantity for a headline: an amount in short, a share in whole per cent."""
        if unit.strip() == "share":
            return self.percent(x)
        if is_currency_code(unit.strip()) or unit.strip() == MONEY:
            return self.money(x, currency if unit.strip() == MONEY else unit.strip())
        return self.quantity(float(to_digits(decimal_of(x), HEADLINE_DIGITS)), unit, currency)

    def range(
        self, low: float, likely: float | None, high: float, unit: str, currency: str = ""
    ) -> str:
        """Write a range: US$40 to US$93 per hour, most likely US$60."""
        last, word = self._amount_and_unit(high, unit, currency)
        first, _ = self._amount_and_unit(low, unit, currency)
        ends = {"low": first, "high": last, "unit": word}
        if likely is None:
            return self.catalogue.t("range", **ends)
        return self.catalogue.t(
            "range.likely", **ends, likely=self._amount_and_unit(likely, unit, currency)[0]
        )

    def stated_range(self, stated: Range, error: float | None, unit: str, currency: str) -> str:
        """Write a range as its source prints it: 95% interval 2.1 to 4.3; standard error 0.5.

        error: the standard error by which it is given, None where it is given by its ends.
        """
        if stated.ends not in INTERVALS:
            return self.range(stated.low, stated.likely, stated.high, unit, currency)
        (low, _), (high, word) = (
            self._amount_and_unit(_headline(end) if error else end, unit, currency)
            for end in (stated.low, stated.high)  # those of an error are computed, not printed
        )
        told = {
            "percent": self.percent_exact(1 - 2 * TAILS[stated.ends]),
            "low": low,
            "high": high,
            "unit": word,
        }
        if error is not None:
            own, own_word = self._amount_and_unit(error, unit, currency)
            interval = self.catalogue.t("range.interval", **told)
            return self.catalogue.t("range.error", error=own, unit=own_word, interval=interval)
        if stated.likely is None:
            return self.catalogue.t("range.interval", **told)
        likely, _ = self._amount_and_unit(stated.likely, unit, currency)
        return self.catalogue.t("range.interval_likely", **told, likely=likely)

    def _amount_and_unit(self, x: float, unit: str, currency: str) -> tuple[str, str]:
        """Write a number, money with its sign; and apart from it the words of the unit."""
        if unit.strip() == "share":
            return self.percent_exact(x), ""
        powers = parse_unit(currency if unit.strip() == MONEY else unit)
        above = tuple(symbol for symbol, power in powers for _ in range(power))
        coin = next((symbol for symbol in above if is_currency_code(symbol)), None)
        counted = "·".join(self.unit_word(symbol, x) for symbol in above if symbol != coin)
        word = (SPACE + counted if counted else "") + self._per(powers)
        return self.money_given(x, coin) if coin else self.number(x), word

    def unit_word(self, symbol: str, x: float) -> str:
        """Give the word for a unit's symbol, in the form that goes with a number."""
        if is_currency_code(symbol):
            return self.currency_symbol(symbol)
        if symbol in self.own_units:
            return self.catalogue.named(self.own_units[symbol], float(x))
        if has_entry("units", symbol):
            return self.catalogue.counted("units", (symbol,), float(x))
        return " ".join(re.split("[-_]", symbol))

    def unit_words(self, n: float, unit: str) -> str:
        """Give the words of a unit without the number that they go with."""
        return self._amount_and_unit(n, unit, "")[1].strip()

    def unit(self, unit: str, currency: str = "") -> str:
        """Name a unit alone, as the head of a column: searches per week; a share is a per cent sign."""
        if unit.strip() == "share":
            return "%"
        powers = parse_unit(currency if unit.strip() == MONEY else unit)
        above = [self.unit_word(symbol, 2) for symbol, power in powers for _ in range(power)]
        return ("·".join(above) + self._per(powers)).strip()

    def _per(self, powers: Unit) -> str:
        per = self.catalogue.t("per")
        below = [self.unit_word(symbol, 1) for symbol, power in powers for _ in range(-power)]
        return "".join(f" {per} {word}" for word in below)


@lru_cache(maxsize=4096)  # a page writes the same few amounts again and again
def _money_text(value: Decimal, currency: str, language: str, *, whole: bool | None) -> str:
    locale = locale_of(language)
    pattern = locale.currency_formats["standard"].pattern
    fraction = {True: "", False: ".00", None: ".############"}[whole]
    text = _formatted(value, currency, pattern.replace(".00", fraction), locale)
    own = get_currency_symbol(currency, locale)
    return with_minus(text.replace(own, _bound_symbol(currency, language, pattern)))


def _formatted(value: Decimal, currency: str, pattern: str, locale: Locale) -> str:
    with localcontext(ANY_SIZE):
        return format_currency(
            value, currency, format=pattern, locale=locale, currency_digits=False
        )


def _bound_symbol(currency: str, language: str, pattern: str) -> str:
    symbol = _symbol(currency, language)
    return symbol + SPACE if pattern.startswith("¤") and symbol[-1].isalpha() else symbol


@cache
def _symbol(currency: str, language: str) -> str:
    found = get_currency_symbol(currency, locale_of(language))
    return typography_of(language).symbols.get(currency, found)


@cache
def _headline(x: float) -> float:
    return float(to_digits(decimal_of(x), HEADLINE_DIGITS))


def _around_percent(language: str) -> tuple[str, str]:
    """Give what a language writes before and after a number of per cent."""
    own = typography_of(language).before_percent
    before, after = _PLACES.split(locale_of(language).percent_formats[None].pattern, maxsplit=1)
    return before, after if own is None else f"{own}{after.strip()}"


@cache
def is_currency_code(symbol: str) -> bool:
    """Tell whether a unit's symbol is the code of a currency."""
    return symbol.isupper() and is_currency(symbol)


def _to_cents(value: Decimal) -> Decimal:
    """Round an amount to the cent; one of a few cents, as a rate of exchange, to three digits."""
    return to_digits(value, HEADLINE_DIGITS) if _is_small(value) else to_places(value, CENT_PLACES)


def _digits_apart(other: Decimal, value: Decimal, digits: int) -> int:
    """Give as many significant digits, or as many more as tell a number from another."""
    if value == other:
        return digits
    enough = (one for one in range(digits, EXACT_DIGITS) if to_digits(value, one) != other)
    return next(enough, EXACT_DIGITS)


def _is_small(value: Decimal) -> bool:
    return 0 < abs(value) < SMALL_MONEY_BELOW


def _places(value: Decimal) -> int:
    """Give the places of a share under 10 %: one after the point, two digits where it is smaller."""
    return max(3, 1 - value.adjusted()) if value else 0


def _after_number(symbol: str) -> str:
    """Set a code apart from the M before it; a sign stands close: 2,4 M$US, 2,4 M CHF."""
    return f"{SPACE}{symbol}" if symbol[0].isalpha() else symbol
