"""A formula as a script writes it; powers are calls of a function, for they are ours and not the engine's."""

from collections.abc import Callable

from roi_casebook.notation.formula import plain_number
from roi_casebook.notation.printing import ATOM, Notation, Spelling, in_line, printed
from roi_casebook.roi.algebra.expressions import Name, Node, Sum

_OPERATIONS = in_line({"+": "+", "-": "-", "*": "*", "/": "/"}) | {
    "**": Spelling("power({}, {})", ATOM, 0, 0)
}


def in_javascript(tree: Node, name: Callable[[Name], str], total: Callable[[Sum], str]) -> str:
    """Write a formula as an expression; name, total: the value of a name, the sum over an axis of one."""
    notation = Notation(operations=_OPERATIONS, number=_number, name=name, sum=total)
    return printed(tree, notation)


def _number(value: float) -> str:
    return f"({plain_number(value)})" if value < 0 else plain_number(value)
