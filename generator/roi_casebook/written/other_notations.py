"""Numbers as people write them elsewhere, told apart and respelled: ``1 234,5``, ``3 M€``, ``~12``.

None of these is read as a number; each is refused with what to write instead. `TRAPS` holds them in
the order in which they are looked for: the first that occurs decides what is said.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

SIGNS = {"$": "USD, AUD, CAD ...", "€": "EUR", "£": "GBP", "¥": "JPY or CNY"}

UNIT = r"[^\W\d_][\w-]*(?:\s*[*/]\s*[^\W\d_][\w-]*)*"
BLANKS = " _\u00a0\u2007\u2009\u202f"
_DIGITS = rf"\d(?:[\d.,{BLANKS}'’]*\d)?"
_MINUS = "[-+\u2212\u2013]?"
_STYLED = re.compile(rf"({_MINUS})\s*({_DIGITS})")
_MULTIPLE = re.compile(
    r"\s*(?:(k|K|mille|milliers?|thousands?)|(M|MM|mio|mln|mn|millions?)|(bn|Bn|BN|Mds?|mrd|milliards?))"
    r"(?![A-Za-zÀ-ÿ])(?:\s+d[e'’])?"
)
_PER_CENT = re.compile(r"\s*(?:%|p(?:er|our) ?cent|percent|pct|p\. ?100)")
_UNIT = re.compile(UNIT)
_WORDED = re.compile(
    rf"(?!0[xob]){_MINUS}\s*{_DIGITS}(?:{_MULTIPLE.pattern}|{_PER_CENT.pattern})?(?:\s*{UNIT})?"
)
_MULTIPLES = ("k", " million", " bn")


@dataclass(frozen=True)
class Trap:
    """A notation that is refused: how it is known, why it is refused, what to write instead."""

    pattern: re.Pattern[str]
    code: str
    why: str
    instead: Callable[[str, re.Match[str]], str]


def trap_in(text: str) -> tuple[str, str, str] | None:
    """Give code, message and hint for a text in another notation, or None where it is in none."""
    for trap in TRAPS:
        match = trap.pattern.search(text)
        if match:
            return trap.code, f"found {text!r}{trap.why}", trap.instead(text, match)
    return None


def number_in_words(text: str) -> str:
    """Write as it is expected what only spells its sign, blanks, multiple or per cent otherwise."""
    return respelled(text) if _WORDED.fullmatch(text) else ""


def respelled(text: str) -> str:
    """Write the first number of a text as it is expected: ``1234.5``, ``3 million``, ``12.5%``.

    Gives both ways, with "or", where a comma may mean two things; "" where there is no number.
    """
    match = _STYLED.search(text)
    if not match:
        return ""
    sign = "-" if match[1] in ("-", "\u2212", "\u2013") else ""
    tail = _tail(text[match.end() :])
    return " or ".join(f"{sign}{number}{tail}" for number in _plain_numbers(match[2]))


def _plain_numbers(digits: str) -> Iterator[str]:
    """Give what a number with points, commas and blanks may mean."""
    joined = re.sub(rf"[{BLANKS}'’]", "", digits)
    is_joined = joined == digits
    commas, points = joined.count(","), joined.count(".")
    if commas and points:
        decimal = max(",", ".", key=joined.rfind)
        yield _with_decimal(joined, decimal if joined.count(decimal) == 1 else "")
    elif commas + points > 1:
        if re.fullmatch(r"\d{1,3}(?:,\d{3}|\.\d{3})+", joined):
            yield _with_decimal(joined, "")
    else:
        if is_joined and re.fullmatch(r"[1-9]\d{0,2},\d{3}", joined):
            yield _with_decimal(joined, "")
        yield _with_decimal(joined, "," if commas else ".")


def _with_decimal(joined: str, decimal: str) -> str:
    whole, _, fraction = (
        joined.rpartition(decimal) if decimal in joined and decimal else (joined, "", "")
    )
    plain = re.sub("[.,]", "", whole).lstrip("0") or "0"
    return f"{plain}.{fraction}" if fraction else plain


def _tail(rest: str) -> str:
    """Give what follows a number, as it is expected: a multiple or per cent, and a unit."""
    kind, multiple = "", _MULTIPLE.match(rest)
    if multiple:
        kind = _MULTIPLES[next(place for place, word in enumerate(multiple.groups()) if word)]
    elif per_cent := _PER_CENT.match(rest):
        kind, multiple = "%", per_cent
    unit = rest[multiple.end() if multiple else 0 :].strip()
    return f"{kind} {unit}" if _UNIT.fullmatch(unit) else kind


def _write(text: str, _match: re.Match[str]) -> str:
    return f"write {respelled(text) or '12, 4.6e6, 700k, 4.6 million or 60%'}"


def _write_with_currency(text: str, match: re.Match[str]) -> str:
    currency = SIGNS[match[0]].split(",", maxsplit=1)[0].split(" ")[0]
    number = respelled(text) or "the number alone"
    return f"write {number}, and the currency as its unit, e.g. unit: {currency}"


def _write_with_code(text: str, match: re.Match[str]) -> str:
    return f"write {respelled(text)}, and unit: {match[1]}"


def _write_power(text: str, match: re.Match[str]) -> str:
    number = respelled(text[: match.start(1)])
    return f"write a power of ten: {number}e6 is {number} million, {number}e9 a thousand times more"


def _write_range(_text: str, match: re.Match[str]) -> str:
    low, high = respelled(match[1] + match[3]), respelled(match[2] + match[3])
    return f"write low: {low} and high: {high} instead of value:"


def _write_alone(text: str, _match: re.Match[str]) -> str:
    return (
        f"write {respelled(text) or 'the number alone, in digits'}; how sure it is belongs into a range (low:, likely:, high:), in a "
        "claim into bound:"
    )


TRAPS = (
    Trap(
        re.compile("^unknown$"),
        "not_a_number",
        ", expected a number: this field is never unknown",
        lambda _text, _match: "leave the field out, or make the whole input unknown: value: unknown",
    ),
    Trap(
        re.compile(r"(?i)^(?:n/?a|n\.a\.|n\.?[cd]\.?|tb[cd]|none|\?+|-+|[\u2013\u2014]|inconnue?|not known|unknown|unkown)$"),
        "not_a_number",
        ", expected a number or the word unknown",
        lambda _text, _match: "write unknown, and say in looked: or needs: what was looked for",
    ),
    Trap(
        re.compile(rf"^({_MINUS}{_DIGITS})\s*[%kM]?\s*(?:-|\u2013|\u2014|\.\.\.?|to|à)\s*({_DIGITS})(\s*\D*)$"),
        "not_a_number",
        ", expected one number",
        _write_range,
    ),
    Trap(
        re.compile(rf"^[\u2212\u2013]\s*{_DIGITS}"),
        "not_a_number",
        ", which begins with a printed minus or a dash, expected a hyphen before the number",
        _write,
    ),
    Trap(
        re.compile(r"[$€£¥]"),
        "currency_sign",
        ": a number stands without the sign of its currency",
        _write_with_currency,
    ),
    Trap(
        re.compile(r"(?i)^(?:[~≈≃<>≤≥]=?|about|around|approx|c\.|ca\b|circa|env|près de|over|more than|plus de|up to|jusqu)"),
        "not_a_number",
        ", expected a number alone",
        _write_alone,
    ),
    Trap(
        re.compile(r"\d\s*((?:b|tr)illions?)"),
        "ambiguous_number",
        ": such words have different sizes in different languages",
        _write_power,
    ),
    Trap(
        re.compile(
            r"\d\s*(?:K|Bn|BN|mille|milliers?|thousands|MM|mio|mln|mn|millions|Mds?|mrd|milliards?"
            r"|p(?:er|our) ?cent|percent|pct|p\. ?100)(?![A-Za-zÀ-ÿ])"
        ),
        "not_a_number",
        ", expected k, million, bn or % for such a word",
        _write,
    ),
    Trap(
        re.compile(r"\d,\d{3}(?!\d)(?!.*\.)"),
        "ambiguous_number",
        ": the comma reads as thousands in English and as decimals in French",
        _write,
    ),
    Trap(re.compile(r"\d,\d"), "ambiguous_number", ": a number has no comma", _write),
    Trap(
        re.compile(r"\d\.\d{3}\.\d"),
        "ambiguous_number",
        ": points group thousands only in some countries",
        _write,
    ),
    Trap(
        re.compile(r"^[-+]?0\d[\d.]*\s*[^\d\s-]*$"),
        "ambiguous_number",
        ", expected a number without a leading zero",
        _write,
    ),
    Trap(
        re.compile(rf"^{_MINUS}{_DIGITS}\s*m$"),
        "ambiguous_number",
        ": the letter m is million to some, and metre, minute or month to others",
        lambda text, _match: f"write {respelled(text[:-1])} million, or put the unit into unit:",
    ),
    Trap(re.compile(r"^([A-Z]{3})\s*[-\d]"), "not_a_number", ", expected the number first", _write_with_code),
    Trap(re.compile(r"^\d+\s*/\s*\d+$"), "not_a_number", ", expected one number", lambda _text, _match: "write a decimal, or give both numbers as inputs and divide them in a formula"),
)  # fmt: skip
"""By what they hold, the most telling first."""
