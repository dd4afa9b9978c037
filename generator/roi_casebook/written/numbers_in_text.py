"""Which numbers a sentence may mean: ``$0.7 million``, ``1 000,5``, ``seven hundred``, ``one in four``.

Read generously: each number of a sentence has all the values that it may have in any country, for
what is asked is only whether a number stands there. Words are those of English and French.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from roi_casebook.written.other_notations import SCALE_IN_TEXT, in_plain_digits, power_in_text

_BLANKS = " \u00a0\u2007\u2009\u202f'\u2019_"
_DIGITS = re.compile(rf"[0-9]+(?:[.,{_BLANKS}][0-9]+)*")
_WITH_POWER = re.compile(r"[0-9]+(?:\.[0-9]+)?[eE][-+]?[0-9]{1,2}(?![\w])")
_BETWEEN_BLANKS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_PIECES = re.compile("[0-9]+")
_WORD = re.compile(r"[^\W\d_]+")
_PER_CENT = re.compile(r"[\s-]*(?:%|per\s?cent|pour\s?cent|pct|points?\b)")
_PER_MILLE = re.compile(r"\s*\u2030")
_UNITS = {
    "zero": 0, "no": 0, "none": 0, "nothing": 0, "free": 0, "nil": 0, "aucun": 0, "aucune": 0, "rien": 0, "gratuit": 0,
    "a": 1, "an": 1, "one": 1, "un": 1, "une": 1, "each": 1, "every": 1, "per": 1, "par": 1, "chaque": 1, "single": 1,
    "once": 1, "two": 2, "deux": 2, "twice": 2, "double": 2, "doubled": 2, "doubles": 2, "pair": 2, "three": 3,
    "trois": 3, "triple": 3, "tripled": 3, "four": 4, "quatre": 4, "five": 5, "cinq": 5, "six": 6, "seven": 7,
    "sept": 7, "eight": 8, "huit": 8, "nine": 9, "neuf": 9, "ten": 10, "dix": 10, "eleven": 11, "onze": 11,
    "twelve": 12, "douze": 12, "dozen": 12, "dozens": 12, "douzaine": 12, "thirteen": 13, "treize": 13,
    "fourteen": 14, "quatorze": 14, "fifteen": 15, "quinze": 15, "sixteen": 16, "seize": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "vingt": 20, "vingts": 20, "thirty": 30, "trente": 30, "forty": 40,
    "quarante": 40, "fifty": 50, "cinquante": 50, "sixty": 60, "soixante": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_TIMES = {"hundred": 100, "hundreds": 100, "cent": 100, "cents": 100}
_PARTS = {
    "half": 2, "halves": 2, "halved": 2, "moitié": 2, "demi": 2, "demie": 2, "third": 3, "thirds": 3, "tiers": 3,
    "quarter": 4, "quarters": 4, "quart": 4, "quarts": 4, "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10,
}  # fmt: skip
_GROWN = {"twice": 2, "double": 2, "doubled": 2, "doubles": 2, "triple": 3, "tripled": 3}
"""Words that say by how many times; what doubled has grown by once itself."""
_HUNDREDTHS = re.compile(r"[\s-]*(?:p|pence|penny|c|cents?|centimes?|¢)(?![^\W\d_])")
_BETWEEN = re.compile(
    r"[^0-9.;]{0,12}?(?:\b(?:in|of|out of|to|for|per|every|each|sur|pour|à|contre)\b|[:/])[^0-9.;]{0,12}?"
)
_TENTHS = (1.0, 0.01, 1e3, 1e6, 1e9)
"""By what a number may be meant that names no scale: a table says once that it is in thousands."""
CLOSE = 1e-9


@dataclass(frozen=True)
class NumberInText:
    """A number in a sentence: where it stands, what it may be, and whether it is in per cent."""

    start: int
    end: int
    values: frozenset[float]
    percent: bool = False

    def may_be(self, value: float) -> bool:
        """Tell whether the number may be meant by a value."""
        return any(abs(each - value) <= CLOSE * max(abs(each), abs(value)) for each in self.values)


def numbers_in(text: str) -> list[NumberInText]:
    """Give the numbers of a sentence, and the ratios of those that stand in one: ``one in four``."""
    plain = in_plain_digits(text)
    found = sorted([*_in_digits(plain), *_in_words(plain)], key=lambda each: each.start)
    scales = {
        10.0**power for word in SCALE_IN_TEXT.findall(plain) if (power := power_in_text(word))
    }
    scaled = [_scaled(plain, each, scales) for each in found]
    return [*scaled, *_ratios(plain, found)]


def _in_digits(text: str) -> Iterator[NumberInText]:
    for match in _WITH_POWER.finditer(text):
        yield NumberInText(match.start(), match.end(), frozenset({float(match[0])}))
    for match in _DIGITS.finditer(text):
        yield NumberInText(match.start(), match.end(), frozenset(_readings(match[0])))
        for part in (_BETWEEN_BLANKS, _PIECES):
            for piece in part.finditer(text, match.start(), match.end()):
                yield NumberInText(piece.start(), piece.end(), frozenset(_readings(piece[0])))


def _readings(digits: str) -> Iterator[float]:
    """Give what a number may be: all its marks group thousands, or the last is the decimal one."""
    yield float(re.sub("[^0-9]", "", digits))
    for mark in ".,":
        whole, found, fraction = digits.rpartition(mark)
        if found and fraction.isdigit():
            yield float(f"{re.sub('[^0-9]', '', whole)}.{fraction}")


def _in_words(text: str) -> Iterator[NumberInText]:
    """Give the numbers that are spelled in words: ``seven``, ``twenty-five``, ``three quarters``."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text.lower()):
        known = word[0] in _UNITS or word[0] in _TIMES or word[0] in _PARTS
        if run and not (known and text[run[-1].end() : word.start()] in (" ", "-", "\u00a0")):
            yield _of_run(run)
            run = []
        if known:
            run.append(word)
    if run:
        yield _of_run(run)


def _of_run(run: list[re.Match[str]]) -> NumberInText:
    """Read words one after the other; those that no hundred joins may be meant alone as well."""
    words = [word[0] for word in run]
    is_one = not _TIMES.keys().isdisjoint(words)
    values = set[float]() if is_one else {float(_UNITS.get(word, 1)) for word in words}
    values |= {1 / _PARTS[word] for word in words if word in _PARTS}
    values |= {float(_GROWN[word] - 1) for word in words if word in _GROWN}
    total, current = 0.0, 0.0
    for word in words:
        if word in _TIMES:
            current = (current or 1) * _TIMES[word]
        elif word in _PARTS:
            values.add((current or 1) / _PARTS[word])
        elif current == 4 and _UNITS[word] == 20:  # noqa: PLR2004 -- quatre-vingts
            current = 80.0
        else:
            current += _UNITS[word]
    values.add(total + current)
    return NumberInText(run[0].start(), run[-1].end(), frozenset(values))


def _scaled(text: str, found: NumberInText, scales: set[float]) -> NumberInText:
    """Give a number with the scale or the per cent that stands behind it, else with all it may have."""
    scale = SCALE_IN_TEXT.match(text, found.end)
    if _PER_CENT.match(text, found.end) or _PER_MILLE.match(text, found.end):
        shares = {value * part for value in found.values for part in (1, 0.01, 0.001)}
        shares |= {float(f"{value:.12g}e-2") for value in found.values}
        return replace(found, values=frozenset(shares), percent=True)
    factors = {*_TENTHS, *scales} if text[found.start].isdigit() else {1.0}
    if max(found.values) > 1:  # an article is no number of millions
        factors |= scales
    if scale:
        power = 10.0 ** power_in_text(scale[1])
        factors = {power} if len(scale[1]) > 1 else {1.0, power}
    if _HUNDREDTHS.match(text, found.end):
        factors |= {0.01}
    values = {value * factor for value in found.values for factor in factors}
    return replace(found, values=frozenset(values))


def _ratios(text: str, found: list[NumberInText]) -> Iterator[NumberInText]:
    for one, other in pairwise(found):
        if other.start > one.end and _BETWEEN.fullmatch(text, one.end, other.start):
            shares = {a / b for a in one.values for b in other.values if b}
            shares |= {b / a for a in one.values for b in other.values if a}
            yield NumberInText(one.start, other.end, frozenset(shares))


@cache
def says(text: str, value: float) -> bool:
    """Tell whether a sentence may say a number, whatever its sign."""
    return any(number.may_be(abs(value)) for number in numbers_in(text))
