"""Print a tree by the tables of a notation; brackets only where the tables need them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from roi_casebook.roi.algebra.expressions import Name, Node, Num, Op, Sign, Sum

ATOM = 9
"""How tightly a number or a name binds: never in brackets."""


@dataclass(frozen=True)
class Spelling:
    """How an operation is written: a text with two places, and how tightly it and its sides bind."""

    text: str
    binds: int
    left: int
    right: int


PLAIN_BINDING: Mapping[Sign, tuple[int, int, int]] = {
    "+": (1, 1, 2),
    "-": (1, 1, 2),
    "*": (2, 2, 3),
    "/": (2, 2, 3),
    "**": (4, 5, 5),
}
"""Binding of operations written in one line: both sides of a power stand in brackets."""


def in_line(signs: Mapping[Sign, str]) -> dict[Sign, Spelling]:
    """Give the spellings of a notation that is written in one line, from its signs."""
    return {
        sign: Spelling(f"{{}} {text} {{}}", *PLAIN_BINDING[sign]) for sign, text in signs.items()
    }


@dataclass(frozen=True)
class Notation:
    """A way to write formulas; a sum may bind as loosely as it says."""

    operations: Mapping[Sign, Spelling]
    number: Callable[[float], str]
    name: Callable[[Name], str]
    sum: Callable[[Sum], str]
    sum_binds: int = ATOM
    negation: Spelling = Spelling("-{}", 1, 0, 3)
    bracket: str = "({})"


def printed(tree: Node, notation: Notation, needed: int = 0) -> str:
    """Write a tree in a notation; `needed` is how tightly its place binds."""
    text, binds = _bare(tree, notation)
    return notation.bracket.format(text) if binds < needed else text


def _bare(tree: Node, notation: Notation) -> tuple[str, int]:
    match tree:
        case Num(value=value):
            return notation.number(value), ATOM
        case Name():
            return notation.name(tree), ATOM
        case Sum():
            return notation.sum(tree), notation.sum_binds
        case Op(sign="-", left=Num(value=0.0), right=right):  # a leading minus
            text = printed(right, notation, notation.negation.right)
            return notation.negation.text.format(text), notation.negation.binds
        case Op(sign=sign, left=left, right=right):
            spelling = notation.operations[sign]
            left_text = printed(left, notation, spelling.left)
            right_text = printed(right, notation, spelling.right)
            return spelling.text.format(left_text, right_text), spelling.binds
    raise TypeError(f"no such node: {tree!r}")
