"""Formulas as trees: numbers, names, four operations and powers, sums over an axis of a name.

Trees are made in two ways: by tracing a quantity's function, where adjacent constants fold and
neutral elements vanish (`traced`), or by parsing an editor's formula, which stays as written.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Axis = Literal["line", "moment", "year"]
"""Over what a value varies: the lines, the moments at which money moves, the years to the horizon."""
Sign = Literal["+", "-", "*", "/", "**"]
NO_AXES: frozenset[Axis] = frozenset()


class BranchError(TypeError):
    """Raised when a traced formula branches: what it may not be is a guard."""


@dataclass(frozen=True)
class Node:
    """A formula or a part of one."""

    @property
    def axes(self) -> frozenset[Axis]:
        """The axes over which the value varies."""
        return NO_AXES

    def __add__(self, other: "Node | float") -> "Node":
        return traced("+", self, lifted(other))

    def __radd__(self, other: float) -> "Node":
        return traced("+", lifted(other), self)

    def __sub__(self, other: "Node | float") -> "Node":
        return traced("-", self, lifted(other))

    def __rsub__(self, other: float) -> "Node":
        return traced("-", lifted(other), self)

    def __mul__(self, other: "Node | float") -> "Node":
        return traced("*", self, lifted(other))

    def __rmul__(self, other: float) -> "Node":
        return traced("*", lifted(other), self)

    def __truediv__(self, other: "Node | float") -> "Node":
        return traced("/", self, lifted(other))

    def __rtruediv__(self, other: float) -> "Node":
        return traced("/", lifted(other), self)

    def __pow__(self, other: "Node | float") -> "Node":
        return traced("**", self, lifted(other))

    def __rpow__(self, other: float) -> "Node":
        return traced("**", lifted(other), self)

    def __bool__(self) -> bool:
        raise BranchError("a formula may not branch: write a guard")

    def _order(self, _other: object) -> bool:
        raise BranchError("a formula may not branch on an order: write a guard")

    __lt__ = __le__ = __gt__ = __ge__ = _order


@dataclass(frozen=True)
class Num(Node):
    """A constant number."""

    value: float


@dataclass(frozen=True)
class Name(Node):
    """A quantity or an input by its name; `column` is where an editor wrote it, from 1."""

    name: str
    over: frozenset[Axis] = NO_AXES
    column: int = field(default=0, compare=False, repr=False)

    @property
    def axes(self) -> frozenset[Axis]:
        """The axes over which the quantity varies."""
        return self.over


@dataclass(frozen=True)
class Op(Node):
    """An operation on two formulas; `column` is where an editor wrote it, from 1."""

    sign: Sign
    left: Node
    right: Node
    column: int = field(default=0, compare=False, repr=False)

    @property
    def axes(self) -> frozenset[Axis]:
        """The axes of either side."""
        return self.left.axes | self.right.axes


@dataclass(frozen=True)
class Sum(Node):
    """The sum of a named quantity over one of its axes."""

    axis: Axis
    of: Name

    @property
    def axes(self) -> frozenset[Axis]:
        """The axes that remain."""
        return self.of.axes - {self.axis}


def lifted(value: "Node | float") -> Node:
    """Give a node for a plain number; a node stays itself."""
    return value if isinstance(value, Node) else Num(float(value))


ZERO, ONE = Num(0.0), Num(1.0)
# What an operation gives where one side is neutral or absorbing: (sign, left, right) -> which side.
_LEFT_STAYS = {("+", ZERO), ("-", ZERO), ("*", ONE), ("/", ONE), ("**", ONE)}
_RIGHT_STAYS = {("+", ZERO), ("*", ONE)}
_LEFT_ABSORBS = {("*", ZERO), ("/", ZERO), ("**", ONE)}
_FOLD = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
}


def traced(sign: Sign, left: Node, right: Node) -> Node:
    """Join two formulas; adjacent constants fold and neutral elements vanish."""
    if isinstance(left, Num) and isinstance(right, Num) and sign in _FOLD:
        return Num(_FOLD[sign](left.value, right.value))
    if (sign, right) in _LEFT_STAYS or (sign, left) in _LEFT_ABSORBS:
        return left
    if (sign, left) in _RIGHT_STAYS or (sign, right) == ("*", ZERO):
        return right
    return Op(sign, left, right)


def names(tree: Node) -> Iterator[Name]:
    """Give the names in a tree, from left to right, each as often as it stands there."""
    match tree:
        case Name():
            yield tree
        case Sum(of=name):
            yield name
        case Op(left=left, right=right):
            yield from names(left)
            yield from names(right)
