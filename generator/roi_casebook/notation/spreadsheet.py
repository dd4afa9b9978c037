"""A formula as a spreadsheet writes it, over cells and named cells.

In a spreadsheet a leading minus binds more tightly than a power: what is negated stands in brackets
where it is one, and so does a negative number.
"""

from collections.abc import Callable

from roi_casebook.notation.formula import plain_number
from roi_casebook.notation.printing import Notation, Spelling, in_line, printed
from roi_casebook.roi.algebra.expressions import Name, Node, Sum

_POWER = 5
_OPERATIONS = in_line({"+": "+", "-": "-", "*": "*", "/": "/", "**": "^"})


def in_cells(tree: Node, name: Callable[[Name], str], total: Callable[[Sum], str]) -> str:
    """Write a formula without its sign of equality; name, total: the cell of a name, the sum of cells."""
    notation = Notation(
        operations=_OPERATIONS,
        number=cell_number,
        name=name,
        sum=total,
        negation=Spelling("-{}", 1, 0, _POWER),
    )
    return printed(tree, notation)


def cell_number(value: float) -> str:
    """Write a number so that it reads back to the bit: 52, 0.25, 1E+22, (-3)."""
    written = plain_number(value).upper()
    return f"({written})" if value < 0 else written
