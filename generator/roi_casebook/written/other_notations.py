"""Numbers as people write them elsewhere, told apart and respelled: ``1 234,5``, ``3 M€``, ``~12``.

None of these is read as a number; each is refused with what to write instead. `TRAPS` holds them in
the order in which they are looked for: the first that occurs decides what is said.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import numeric

SIGNS = {"$": "USD, AUD, CAD ...", "€": "EUR", "£": "GBP", "¥": "JPY or CNY"}

QUOTATION_MARKS = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a"
"""Those that print well and are none to YAML."""
UNIT = r"[^\W\d_][\w-]*(?:\s*[*/]\s*[^\W\d_][\w-]*)*"
BLANKS = " _\u00a0\u2007\u2009\u202f"
_DIGITS = rf"[0-9](?:[0-9.,{BLANKS}'’]*[0-9])?"
_MINUS = "[-+\u2212\u2013]?"
_STYLED = re.compile(rf"({_MINUS})\s*({_DIGITS})")
_SCALES = (
    ("mil mill(?:ones|ón)|(?:thousand|mille) millions?", 9),
    ("lakh crores?|lakhs? crores?", 12),
    ("万|萬", 4),
    ("lakhs?|lacs?|Lakhs?", 5),
    ("[Cc]rores?|[Cc]r", 7),
    ("億|亿", 8),
    (
        "k|K|mille|milliers?|thousands?|[Tt]sd|[Tt]ausend|mil|mila|duizend|tusen|tys|тыс(?:яч\\w?)?",
        3,
    ),
    (
        (
            "M|MM|[Mm]io|mln|mn|[Mm]illions?|[Mm]illion(?:en|er)|miljo(?:en|n|ner)|mill[oó]n(?:es)?"
            "|milh(?:ão|ões)|milion[ei]|mkr|млн|миллион\\w*"
        ),
        6,
    ),
    (
        (
            "bn|Bn|BN|[bB]|M[dD]s?|mds?|[Mm]rd|milliards?|[Mm]illiarden?|miljard(?:er)?|miliard[oi]|mld"
            "|млрд|миллиард\\w*"
        ),
        9,
    ),
    ("tn|trn|兆", 12),
)
"""Words and letters for a scale, as people write them, with the power of ten that they mean."""

_SCALE_WORDS = "|".join(f"(?:{words})" for words, _ in _SCALES)
_MULTIPLE = re.compile(rf"\s*(?P<scale>{_SCALE_WORDS})\.?(?![^\W\d_])(?:\s+d[e'’]|\s+de\b)?")
SCALE_IN_TEXT = re.compile(
    rf"[\s-]*\b((?:{_SCALE_WORDS}|m|[bt]n|[bt]rillions?|[Bb]illions?|Thousands?|Hundred thousand))\b"
)
"""A word for a scale behind a number in a sentence, where a lone m may be million as well."""

_SHIFTED = (("", 0), ("k", 3), (" million", 6), (" bn", 9))
"""The scales that are read, with their power of ten."""

_PER_CENT = re.compile(r"\s*(?:%|p(?:er|our) ?cent|percent|pct|p\. ?100)")
_UNIT = re.compile(UNIT)
_RANGE = re.compile(
    rf"^({_MINUS}{_DIGITS})\s*[%kM]?\s*(?:-|\u2013|\u2014|\.\.\.?|to|à)\s*({_DIGITS})(\s*[^0-9]*)$"
)
_WORDED = re.compile(
    rf"(?!0[xob]){_MINUS}\s*{_DIGITS}(?:{_MULTIPLE.pattern}|{_PER_CENT.pattern})?(?:\s*{UNIT})?"
)


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


def range_in(text: str) -> tuple[str, str] | None:
    """Give the two numbers of a text that is a range, as they are expected; else None."""
    match = _RANGE.match(text)
    return (respelled(match[1] + match[3]), respelled(match[2] + match[3])) if match else None


def power_of_scale(word: str) -> int | None:
    """Give the power of ten that a word or letter for a scale means; None for any other word."""
    return next((power for words, power in _SCALES if re.fullmatch(words, word)), None)


def power_in_text(word: str) -> int:
    """Give the power of ten that a word for a scale means in a sentence; 0 for any other word."""
    power = power_of_scale(word) or power_of_scale(word.lower())
    return power or _IN_TEXT.get(word.lower().rstrip("s"), 0)


_IN_TEXT = {"m": 6, "billion": 9, "trillion": 12}


def in_plain_digits(text: str) -> str:
    """Write the digits of other scripts, and their marks, as 0 to 9, point and per cent."""
    return "".join(_plain_digit(each) for each in text)


def _plain_digit(character: str) -> str:
    if character.isdecimal():
        return str(int(numeric(character)))
    return _MARKS.get(character, character)


_MARKS = {"\u066a": "%", "\u066b": ".", "\u066c": "", "\uff0c": ",", "\uff0e": ".", "\uff05": "%", "\uff0d": "-"}  # fmt: skip


def respelled(text: str) -> str:
    """Write the first number of a text as it is expected: ``1234.5``, ``3 million``, ``12.5%``.

    Gives both ways, with "or", where a comma may mean two things; "" where there is no number.
    """
    text = in_plain_digits(text)
    match = _STYLED.search(text)
    if not match:
        return ""
    sign = "-" if match[1] in ("-", "\u2212", "\u2013") else ""
    rest = text[match.end() :]
    scale = _MULTIPLE.match(rest)
    power = power_of_scale(scale["scale"]) or 0 if scale else 0
    tail = _tail(rest[scale.end() :] if scale else rest)
    scaled = (_scaled(number, power) for number in _plain_numbers(match[2]))
    return " or ".join(f"{sign}{number}{tail}" for number in scaled)


def _scaled(number: str, power: int) -> str:
    """Write a number times a power of ten by a scale that is read: 3 and 7 as ``30 million``."""
    name, read = next(each for each in reversed(_SHIFTED) if each[1] <= power)
    if read == power:
        return f"{number}{name}"
    return f"{Decimal(number).scaleb(power - read):f}{name}"


def _plain_numbers(digits: str) -> Iterator[str]:
    """Give what a number with points, commas and blanks may mean."""
    joined = re.sub(rf"[{BLANKS}'’]", "", digits)
    is_joined = joined == digits
    commas, points = joined.count(","), joined.count(".")
    if commas and points:
        decimal = max(",", ".", key=joined.rfind)
        yield _with_decimal(joined, decimal if joined.count(decimal) == 1 else "")
    elif commas + points > 1:
        if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3}|\.[0-9]{3})+", joined):
            yield _with_decimal(joined, "")
    else:
        if is_joined and re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", joined):
            yield _with_decimal(joined, "")
        yield _with_decimal(joined, "," if commas else ".")


def _with_decimal(joined: str, decimal: str) -> str:
    whole, _, fraction = (
        joined.rpartition(decimal) if decimal in joined and decimal else (joined, "", "")
    )
    plain = re.sub("[.,]", "", whole).lstrip("0") or "0"
    return f"{plain}.{fraction}" if fraction else plain


def _tail(rest: str) -> str:
    """Give what follows a number and its scale, as it is expected: per cent, and a unit."""
    per_cent = _PER_CENT.match(rest)
    kind = "%" if per_cent else ""
    unit = rest[per_cent.end() if per_cent else 0 :].strip()
    unit = "EUR" if unit in ("euro", "euros") else unit
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


def _write_range(text: str, _match: re.Match[str]) -> str:
    low, high = range_in(text) or ("", "")
    return f"write one number: {low} or {high}"


def _write_plain_digits(text: str, _match: re.Match[str]) -> str:
    return f"write {respelled(text)}"


def _write_ten(text: str, _match: re.Match[str]) -> str:
    try:
        return f"write {int(text.lower().replace('_', ''), 0)}"
    except ValueError:
        return "write the number with the digits 0 to 9"


def _write_fraction(text: str, match: re.Match[str]) -> str:
    """Write a number with a fraction as a decimal: ``1½ %`` as 1.5%, ``2 3/4`` as 2.75."""
    whole = int(match["whole"] or match["mixed"] or 0)
    if match["sign"]:
        part = numeric(match["sign"])
    else:
        part = int(match["above"]) / int(match["below"]) if int(match["below"]) else 0.0
    return f"write {respelled(f'{text[: match.start()]}{whole + part:.6g}{text[match.end() :]}')}"


def _write_power_alone(text: str, match: re.Match[str]) -> str:
    return f"write {re.sub(f'[{BLANKS}]', '', match[1])}{text[match.end(1) :]}"


def _write_bn(text: str, _match: re.Match[str]) -> str:
    return f"write {respelled(text)} where a thousand million is meant; a byte is a unit: unit: B"


def _write_million(text: str, match: re.Match[str]) -> str:
    million = f"{text[: match.start(1)].rstrip()} million {text[match.end(1) :]}"
    return f"write {respelled(million)}, or put the unit into unit:"


def _write_unquoted(_text: str, match: re.Match[str]) -> str:
    return f"write {match[1]}"


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
        lambda _text, _match: "give its number, or leave the field out where it may be missing; an input of which nothing is known is written value: unknown",
    ),
    Trap(
        re.compile(r"(?i)^(?:n/?a|n\.a\.|n\.?[cd]\.?|tb[cd]|none|\?+|-+|[\u2013\u2014]|inconnue?|not known|unknown|unkown)$"),
        "not_a_number",
        ", expected a number or the word unknown",
        lambda _text, _match: "write unknown; of an input or a line, say in looked: or needs: what was looked for",
    ),
    Trap(
        re.compile(rf"^[{QUOTATION_MARKS}]\s*(.*?)\s*[{QUOTATION_MARKS}]$"),
        "not_a_number",
        ", a number in typographic quotation marks, which are none to YAML",
        _write_unquoted,
    ),
    Trap(
        re.compile(r"(?![0-9])\d"),
        "not_a_number",
        ", in the digits of another script, expected 0 to 9",
        _write_plain_digits,
    ),
    Trap(
        re.compile(r"^[-+]?0[xXoObB][0-9a-fA-F_]+$"),
        "not_a_number",
        ", a number that is not written in tens",
        _write_ten,
    ),
    Trap(
        re.compile(r"(?:(?P<whole>[0-9]+)\s*)?(?P<sign>[\u00bc-\u00be\u2150-\u215e])|(?:(?P<mixed>[0-9]+)\s+)(?P<above>[0-9]+)\s*[/\u2044]\s*(?P<below>[0-9]+)"),
        "not_a_number",
        ", expected a decimal number",
        _write_fraction,
    ),
    Trap(
        re.compile(r"^(?:(?P<first>[0-9]+(?:\.[0-9]+)?)\s*:\s*1|1\s*:\s*(?P<last>[0-9]+(?:\.[0-9]+)?))$"),
        "not_a_number",
        ", a ratio in two numbers, expected one number",
        lambda _text, match: f"write {match['first'] or match['last']}",
    ),
    Trap(_RANGE, "not_a_number", ", expected one number", _write_range),
    Trap(
        re.compile(rf"^({_MINUS}[0-9]{{1,3}}(?:[{BLANKS}][0-9]{{3}})+(?:\.[0-9]+)?)[eE][-+]?[0-9]"),
        "ambiguous_number",
        ": digits in groups and a power of ten are two notations",
        _write_power_alone,
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
        re.compile(r"[0-9]\s*((?:b|tr)illions?)"),
        "ambiguous_number",
        ": such words have different sizes in different languages",
        _write_power,
    ),
    Trap(
        re.compile(r"[0-9]\s*[bB]\s*(?:[A-Z]{3})?$"),
        "ambiguous_number",
        ": the letter b is a billion to some, and bit or byte to others",
        _write_bn,
    ),
    Trap(
        re.compile(
            rf"[0-9]\s*(?!(?:k|thousand|M|million|bn)(?![^\W\d_]))(?:{_SCALE_WORDS}|p(?:er|our) ?cent|percent|pct|p\. ?100)(?![^\W\d_])(?!\s*[/*])"
        ),
        "not_a_number",
        ", expected k, million, bn or % for such a word",
        _write,
    ),
    Trap(
        re.compile(r"[0-9],[0-9]{3}(?![0-9])(?!.*\.)"),
        "ambiguous_number",
        ": the comma reads as thousands in English and as decimals in French",
        _write,
    ),
    Trap(re.compile(r"[0-9],[0-9]"), "ambiguous_number", ": a number has no comma", _write),
    Trap(
        re.compile(r"[0-9]\.[0-9]{3}\.[0-9]"),
        "ambiguous_number",
        ": points group thousands only in some countries",
        _write,
    ),
    Trap(
        re.compile(r"^[-+]?0[0-9][0-9.]*\s*[^0-9\s-]*$"),
        "ambiguous_number",
        ", expected a number without a leading zero",
        _write,
    ),
    Trap(
        re.compile(rf"^{_MINUS}{_DIGITS}\s*(m)\s*(?:[A-Z]{{3}})?$"),
        "ambiguous_number",
        ": the letter m is million to some, and metre, minute or month to others",
        _write_million,
    ),
    Trap(re.compile(r"^([A-Z]{3})\s*[-0-9]"), "not_a_number", ", expected the number first", _write_with_code),
    Trap(re.compile(r"^[0-9]+\s*/\s*[0-9]+$"), "not_a_number", ", expected one number", lambda _text, _match: "write a decimal, or give both numbers as inputs and divide them in a formula"),
)  # fmt: skip
"""By what they hold, the most telling first."""
