"""Numbers as they are written in a case file: ``12``, ``4.6e6``, ``700 000``, ``60%``, ``6000 GBP``.

One notation, no guessing: what other notations mean is in `other_notations`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from roi_casebook.written.other_notations import BLANKS, UNIT, number_in_words, trap_in
from roi_casebook.written.refusals import refused, shown

MULTIPLES = {"k": 1e3, "thousand": 1e3, "M": 1e6, "million": 1e6, "bn": 1e9}

LARGEST, SMALLEST = 1e24, 1e-24
"""What is larger, or no larger than the smallest, is a slip; and formulas over it would overflow."""

_NUMBER = re.compile(
    rf"(?!0[xob])(?P<number>[-+]?[0-9]+(?:[{BLANKS}][0-9]{{3}})*(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?![eE.]?[0-9])"
    r"(?:\s*(?P<multiple>k|thousand|M|million|bn)(?![^\W\d_]))?"
    rf"\s*(?P<rest>%|{UNIT})?"
)
_GROUPS = re.compile(f"[{BLANKS}]")
_HOW = "write 12, 4.6e6, 700k, 4.6 million or 60%"


@dataclass(frozen=True)
class WrittenNumber:
    """A number as written: its value, whether as a percentage, and the unit that followed it."""

    value: float
    percent: bool = False
    unit: str | None = None


def written_number(raw: object) -> WrittenNumber:
    """Read ``4.6e6``, ``700k``, ``4.6 million``, ``700 000``, ``60%``, ``6000 GBP``.

    Errors: ambiguous_number (decimal or thousands comma, leading zero, billion), currency_sign,
    not_a_number.
    """
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return WrittenNumber(_finite(float(raw)))
    if isinstance(raw, Mapping):
        hint = "give one number; numbers by year stand in values: {1: 100, 2-5: 200}"
        raise refused("not_a_number", f"found {shown(raw)}, expected a number", hint)
    if not isinstance(raw, str):
        raise refused("not_a_number", f"found {shown(raw)}, expected a number", _HOW_OR_UNKNOWN)
    return _read(raw.strip())


_HOW_OR_UNKNOWN = "write 12, 4.6e6 or 60%, or the word unknown"


def _read(text: str) -> WrittenNumber:
    trap = trap_in(text)
    if trap:
        raise refused(*trap)
    match = _NUMBER.fullmatch(text)
    if not match:
        spelled = number_in_words(text)
        hint = f"write {spelled}" if spelled else _HOW
        raise refused("not_a_number", f"found {text!r}, expected a number", hint)
    digits, rest = _GROUPS.sub("", match["number"]), match["rest"]
    if rest == "%":
        return WrittenNumber(_percentage(digits) * _multiple(match), percent=True)
    return WrittenNumber(_finite(float(digits) * _multiple(match)), unit=rest)


def _multiple(match: re.Match[str]) -> float:
    return MULTIPLES.get(match["multiple"] or "", 1.0)


def _percentage(digits: str) -> float:
    # 2.4732 % is read as the decimal 0.024732, not as 2.4732 / 100 in binary arithmetic.
    exact = float(f"{digits}e-2") if "e" not in digits.lower() else float(digits) / 100
    return _finite(exact)


def _finite(value: float) -> float:
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 -- the test for NaN
        raise refused(
            "not_a_number",
            f"found {value}, expected a finite number",
            "write the word unknown where no number is known",
        )
    if value and not SMALLEST < abs(value) <= LARGEST:
        raise refused(
            "number_out_of_range",
            f"found {value:g}, expected 0 or a number above {SMALLEST:g} and up to {LARGEST:g}",
            "mend its power of ten: no case counts that",
        )
    return value
