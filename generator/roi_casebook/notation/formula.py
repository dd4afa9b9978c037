"""The editors' notation: what is printed parses to the same tree."""

from roi_casebook.notation.printing import Notation, in_line, printed
from roi_casebook.roi.algebra.expressions import Node, Sum


def plain_number(value: float) -> str:
    """Write a number so that it reads back to the bit: 52, 0.25, 1e+22."""
    return repr(value).removesuffix(".0")


def _no_sum(tree: Sum) -> str:
    raise TypeError(f"editors write no sums: {tree!r}")


_FORMULA = Notation(
    operations=in_line({"+": "+", "-": "-", "*": "*", "/": "/", "**": "**"}),
    number=plain_number,
    name=lambda name: name.name,
    sum=_no_sum,
)


def as_formula(tree: Node) -> str:
    """Write a tree as an editor would: ``hours * (1 - share)``. Errors: TypeError for a sum."""
    return printed(tree, _FORMULA)
