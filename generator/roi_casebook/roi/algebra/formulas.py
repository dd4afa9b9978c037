"""Editors' formulas over inputs: parsed with Python's grammar under a whitelist, never run.

The tree stays as written. What is not a number, a name, + - * / ** or brackets is refused at its
column.
"""

import ast
import keyword
import re
import warnings
from dataclasses import dataclass

from roi_casebook.roi.algebra.expressions import Name, Node, Num, Op, Sign

LONGEST = 500
LARGEST_POWER = 12
DEEPEST = 60

_SIGNS: dict[type[ast.operator], Sign] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
}
WORDS_OF_FORMULAS = frozenset({"and", "or", "not", "if", "else", "is", "in"})
"""Words with a meaning in the grammar, and a message of their own: no input can have them as names."""
_OTHER_WORDS = frozenset(keyword.kwlist) - WORDS_OF_FORMULAS
_OTHER_WORD = re.compile(rf"\b({'|'.join(sorted(filter(str.islower, _OTHER_WORDS)))})\b")

_HINTS: dict[type[ast.AST], tuple[str, str]] = {
    ast.Call: ("a call", "only + - * / ** and brackets are known"),
    ast.Attribute: ("a dot", "names of inputs have no dots: use _"),
    ast.Subscript: ("square brackets", "use round brackets"),
    ast.Compare: ("a comparison", "a formula gives a number; write no < > or ="),
    ast.BoolOp: ("and / or", "only + - * / ** and brackets are known"),
    ast.IfExp: ("a condition", "write the case apart, as its own line or reading"),
    ast.Tuple: ("a comma", "write decimals with a point: 1.5"),
    ast.Constant: ("a word or a text", "write names of inputs, without quotes"),
    ast.Mod: ("the sign %", "put the percentage under inputs and name it here"),
    ast.FloorDiv: ("//", "write / for a division"),
    ast.BitXor: ("the sign ^", "write ** for a power"),
}


@dataclass(eq=False)
class FormulaError(Exception):
    """What is wrong with a formula, at its column (from 1)."""

    message: str
    column: int
    hint: str = ""

    def __str__(self) -> str:
        """Say it in one line."""
        return f"column {self.column}: {self.message}"


def parse_formula(text: str) -> Node:
    """Parse ``hours * wage`` into a tree of Num, Name and Op. Errors: FormulaError."""
    if len(text) > LONGEST:
        raise FormulaError(
            f"found a formula of {len(text)} characters, expected at most {LONGEST}",
            1,
            "write a part of it as an input or a line of its own",
        )
    if "#" in text:  # the grammar would cut the formula off there without a word
        raise FormulaError("found the sign #", text.index("#") + 1, _KNOWN)
    return _node(_grammar(text), text, DEEPEST)


_KNOWN = "use names of inputs, + - * / ** and brackets"


def _grammar(text: str) -> ast.expr:
    """Parse one line; columns are those of the text, whose white space is all blanks."""
    line = _line(text)
    try:
        with warnings.catch_warnings(action="ignore"):
            return ast.parse(_names_of_words(line).lstrip(" "), mode="eval").body
    except SyntaxError as error:
        raise _syntax(text, error) from None
    except (ValueError, MemoryError, RecursionError):
        raise FormulaError("this is not a formula", 1, _KNOWN) from None


def _names_of_words(line: str) -> str:
    """Let an input be called as a word of the grammar is that no formula has: lambda, from, class."""
    return _OTHER_WORD.sub(lambda word: word[0].upper(), line)


def _name(written: str) -> str:
    return written.lower() if written.lower() in _OTHER_WORDS else written


def _line(text: str) -> str:
    return re.sub(r"\s", " ", text)


def _indent(text: str) -> int:
    line = _line(text)
    return len(line) - len(line.lstrip(" "))


def _syntax(text: str, error: SyntaxError) -> FormulaError:
    if "%" in text:
        found, hint = _HINTS[ast.Mod]
        message = f"found {found}, expected a formula over inputs"
        return FormulaError(message, text.index("%") + 1, hint)
    column = min((error.offset or 1) + _indent(text), len(text) + 1)
    hint = "write a product with *" if _are_neighbours(text, column) else _KNOWN
    return FormulaError("the formula cannot be read from here on", column, hint)


def _are_neighbours(text: str, column: int) -> bool:
    """Tell whether two names or brackets meet at a column with no sign between them."""
    before, behind = text[: column - 1].rstrip()[-1:], text[column - 1 :].lstrip()[:1]
    return (before.isalnum() or before in ("_", ")")) and (behind.isalnum() or behind == "(")


def _node(tree: ast.expr, text: str, depth: int) -> Node:
    column = _column(tree, text)
    if depth == 0:
        raise FormulaError(
            f"found more than {DEEPEST} parts within each other",
            column,
            "write a part of it as an input of its own",
        )
    match tree:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            return _number(value, column)
        case ast.Name(id=name):
            return Name(_name(name), column=column)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _SIGNS:
            return _operation(
                _SIGNS[type(op)],
                _node(left, text, depth - 1),
                _node(right, text, depth - 1),
                column,
            )
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return Op("-", Num(0.0), _node(operand, text, depth - 1), column)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _node(operand, text, depth - 1)
    raise _refused(tree, column)


def _number(value: float, column: int) -> Num:
    try:
        number = float(value)
    except OverflowError:
        number = float("inf")
    if number == float("inf"):
        raise FormulaError("found a number too large to compute with", column)
    return Num(number)


def _operation(sign: Sign, left: Node, right: Node, column: int) -> Op:
    if sign == "**" and not (
        isinstance(right, Num)
        and right.value == int(right.value)
        and 0 <= right.value <= LARGEST_POWER
    ):
        raise FormulaError(
            f"found a power that is no whole number from 0 to {LARGEST_POWER}",
            column,
            "write a number as the power: with an input there, the unit could not be checked",
        )
    if sign == "**" and highest_power(left) * right.value > LARGEST_POWER:  # type: ignore[attr-defined]
        raise FormulaError(f"found powers of powers, above {LARGEST_POWER} in all", column)
    if sign == "/" and right == Num(0.0):
        raise FormulaError("found a division by zero", column)
    return Op(sign, left, right, column)


def highest_power(tree: Node) -> float:
    """Give the highest power within a formula, powers of powers multiplied; at least 1."""
    match tree:
        case Op(sign="**", left=left, right=Num(value=power)):
            return max(1.0, highest_power(left) * power)
        case Op(left=left, right=right):
            return max(highest_power(left), highest_power(right))
    return 1.0


def _refused(tree: ast.expr, column: int) -> FormulaError:
    culprit: ast.AST = tree.op if isinstance(tree, ast.BinOp) else tree
    found, hint = _HINTS.get(
        type(culprit), ("something that is no formula", "only + - * / ** and brackets are known")
    )
    return FormulaError(f"found {found}, expected a formula over inputs", column, hint)


def _column(tree: ast.expr, text: str) -> int:
    """Count characters, from 1, where the grammar counts bytes."""
    line = _line(text).lstrip(" ").encode()
    return _indent(text) + len(line[: tree.col_offset].decode(errors="ignore")) + 1
