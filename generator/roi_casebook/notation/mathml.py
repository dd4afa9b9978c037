"""A formula in MathML: fractions and powers need no brackets; names bear the index of their axes."""

from collections.abc import Callable
from html import escape

from roi_casebook.notation.formula import plain_number
from roi_casebook.notation.printing import Notation, Spelling, printed
from roi_casebook.roi.algebra.expressions import Axis, Name, Node, Sum

_OPERATIONS = {
    "+": Spelling("<mrow>{}<mo>+</mo>{}</mrow>", 1, 1, 2),
    "-": Spelling("<mrow>{}<mo>−</mo>{}</mrow>", 1, 1, 2),
    "*": Spelling("<mrow>{}<mo>×</mo>{}</mrow>", 2, 2, 3),
    "/": Spelling("<mfrac><mrow>{}</mrow><mrow>{}</mrow></mfrac>", 3, 0, 0),
    "**": Spelling("<msup><mrow>{}</mrow><mrow>{}</mrow></msup>", 4, 5, 0),
}
_INDEX: dict[Axis, str] = {"line": "l", "moment": "t", "year": "y"}


def in_mathml(tree: Node, symbol: Callable[[str], str]) -> str:
    """Write a formula as a <math> element; `symbol` gives the reader's name of a quantity."""
    notation = Notation(
        operations=_OPERATIONS,  # type: ignore[arg-type]
        number=lambda value: f"<mn>{plain_number(value)}</mn>",
        name=lambda name: _name(name, symbol),
        sum=lambda total: _sum(total, symbol),
        sum_binds=1,  # a sum that is multiplied or raised stands in brackets
        negation=Spelling("<mrow><mo>−</mo>{}</mrow>", 1, 0, 3),
        bracket="<mrow><mo>(</mo>{}<mo>)</mo></mrow>",
    )
    return f"<math>{printed(tree, notation)}</math>"


def equation(name: str, tree: Node, symbol: Callable[[str], str]) -> str:
    """Write ``name = formula`` as a <math> element."""
    left = _name(Name(name, tree.axes), symbol)
    right = in_mathml(tree, symbol).removeprefix("<math>").removesuffix("</math>")
    return f'<math display="block"><mrow>{left}<mo>=</mo>{right}</mrow></math>'


def _name(name: Name, symbol: Callable[[str], str]) -> str:
    text = f"<mtext>{escape(symbol(name.name))}</mtext>"
    if not name.axes:
        return text
    index = "".join(f"<mi>{_INDEX[axis]}</mi>" for axis in sorted(name.axes))
    return f"<msub>{text}<mrow>{index}</mrow></msub>"


def _sum(total: Sum, symbol: Callable[[str], str]) -> str:
    return f"<mrow><munder><mo>∑</mo><mi>{_INDEX[total.axis]}</mi></munder>{_name(total.of, symbol)}</mrow>"
