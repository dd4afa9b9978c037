"""Units as products of plain symbols. Nothing is ever converted: what does not fit is an error.

``USD/hour`` is {USD: 1, hour: -1}; ``1`` and ``share`` are the pure number.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from roi_casebook.roi.algebra.expressions import Name, Node, Num, Op, Sum

_CURRENCY = len("EUR")
Unit = tuple[tuple[str, int], ...]
PURE: Unit = ()
_PURE_SYMBOLS = {"1", "share"}
_SYMBOL = re.compile(r"[^\W\d][\w-]*|1")


@dataclass(eq=False)
class UnitError(Exception):
    """Two units that do not fit, at the column (from 1; 0 where none is known)."""

    message: str
    column: int = 0
    hint: str = ""

    def __str__(self) -> str:
        """Say it in one line."""
        return self.message


def parse_unit(text: str) -> Unit:
    """Parse ``USD/hour``, ``search*second``, ``share``. Errors: UnitError."""
    above, *below = (part.strip() for part in text.split("/"))
    counts: Counter[str] = Counter()
    for symbol in above.split("*"):
        counts[_symbol(symbol, text)] += 1
    for symbol in below:
        counts[_symbol(symbol, text)] -= 1
    return _unit({symbol: power for symbol, power in counts.items() if symbol not in _PURE_SYMBOLS})


def _symbol(symbol: str, text: str) -> str:
    if not _SYMBOL.fullmatch(symbol.strip()):
        hint = (
            "write unit: share, and the value as 12%"
            if "%" in text
            else "write a product of plain symbols, e.g. USD/hour or search/week"
        )
        raise UnitError(f"found the unit {text!r}, expected a product of plain symbols", hint=hint)
    return symbol.strip()


def _unit(powers: Mapping[str, int]) -> Unit:
    return tuple(sorted((symbol, power) for symbol, power in powers.items() if power))


def product(left: Unit, right: Unit, power: int = 1) -> Unit:
    """Give left times right to a whole power."""
    counts = Counter(dict(left))
    for symbol, exponent in right:
        counts[symbol] += power * exponent
    return _unit(counts)


def spelled(unit: Unit) -> str:
    """Write a unit as an editor would: ``USD/hour``; the pure number is ``1``."""
    above = "*".join(symbol for symbol, power in unit for _ in range(power))
    below = "".join(f"/{symbol}" for symbol, power in unit for _ in range(-power))
    return (above or "1") + below


def unit_of(tree: Node, units: Mapping[str, Unit]) -> Unit:  # noqa: PLR0911 -- a branch for each kind of node
    """Give the unit of a formula. Errors: UnitError where a sum mixes units, KeyError for a name."""
    match tree:
        case Num():
            return PURE
        case Name(name=name):
            return units[name]
        case Sum(of=of):
            return units[of.name]
        case Op(sign="**", left=left, right=Num(value=power)):
            return product(PURE, unit_of(left, units), int(power))
        case Op(sign="*", left=left, right=right):
            return product(unit_of(left, units), unit_of(right, units))
        case Op(sign="/", left=left, right=right):
            return product(unit_of(left, units), unit_of(right, units), -1)
        case Op(left=left, right=right, column=column):
            return _common(tree, unit_of(left, units), unit_of(right, units), column)
    raise TypeError(f"no such node: {tree!r}")


def _common(tree: Op, left: Unit, right: Unit, column: int) -> Unit:
    if tree.left == Num(0.0):  # a leading minus is 0 - x
        return right
    if left != right:
        verb = "added" if tree.sign == "+" else "subtracted"
        raise UnitError(
            f"{spelled(left)} and {spelled(right)} cannot be {verb}",
            column,
            "nothing is converted silently: multiply by a constant such as weeks_per_year",
        )
    return left


def currencies_in(unit: Unit) -> tuple[str, ...]:
    """Give the symbols of a unit that are money: three capital letters, as ISO 4217 has them."""
    return tuple(symbol for symbol, _ in unit if len(symbol) == _CURRENCY and symbol.isupper())
