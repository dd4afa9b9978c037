"""Quantities called with names give trees; called with arrays, values. The wiring is checked here."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from inspect import signature
from math import prod
from types import MappingProxyType
from typing import Any, cast

import numpy as np

from roi_casebook.roi.algebra.arrays import Exact, over_lines, over_moments, over_years
from roi_casebook.roi.algebra.expressions import Axis, Name, Node, Num, Op, Sum, lifted
from roi_casebook.roi.quantities import INPUT_AXES, OF_ALL_LANES, QUANTITIES


@cache
def arguments(quantity: Callable[..., Any]) -> tuple[str, ...]:
    """Give the names that a quantity's function is wired to."""
    return tuple(signature(quantity).parameters)


@cache
def leading_to(name: str) -> tuple[Callable[..., Any], ...]:
    """Give the quantities from which one follows, in their order; itself stands last."""
    wanted, found = {name}, []
    for quantity in reversed(OF_ALL_LANES):
        if quantity.__name__ in wanted:
            wanted |= set(arguments(quantity))
            found.append(quantity)
    return tuple(reversed(found))


def _axes(text: str) -> frozenset[Axis]:
    return cast("frozenset[Axis]", frozenset(text.split()))


def traced_quantities(
    constants: Mapping[str, float] = MappingProxyType({}),
    quantities: Iterable[Callable[..., Any]] = QUANTITIES,
    axes: Mapping[str, str] = MappingProxyType(INPUT_AXES),
) -> dict[str, Node]:
    """Give the tree of each quantity, by name.

    constants: inputs and quantities known to be neutral (a share that no line states, a side
    without lines): they fold away; axes: the inputs, each with the axes over which it varies. Errors: KeyError for a wire that leads nowhere, BranchError
    for a formula that branches.
    """
    known: dict[str, Node] = {name: Name(name, _axes(over)) for name, over in axes.items()}
    known |= {name: Num(value) for name, value in constants.items()}
    trees: dict[str, Node] = {}
    for quantity in quantities:
        name = quantity.__name__
        if isinstance(known.get(name), Num):
            continue
        wires = [known[argument] for argument in arguments(quantity)]
        tree = _constant(wires) if _is_constant_sum(quantity, wires) else lifted(quantity(*wires))
        trees[name] = tree
        known[name] = tree if isinstance(tree, Num) else Name(name, tree.axes)
    return trees


_SUMS = tuple(reducer.__name__ for reducer in (over_lines, over_moments, over_years))


def _is_constant_sum(quantity: Callable[..., Any], wires: list[Node]) -> bool:
    """Tell whether a quantity would sum what folded away: the sum of nothing is nothing."""
    reduces = any(reducer in quantity.__code__.co_names for reducer in _SUMS)
    return reduces and isinstance(wires[0], Num)


def _constant(wires: list[Node]) -> Node:
    return wires[0]


def computed(
    inputs: Mapping[str, Exact], quantities: Iterable[Callable[..., Any]] = QUANTITIES
) -> dict[str, Exact]:
    """Give all inputs and quantities as arrays shaped (line, moment, draw), by name."""
    values = dict(inputs)
    with np.errstate(all="ignore"):  # what is undefined has a guard, and its reason
        for quantity in quantities:
            values[quantity.__name__] = quantity(
                *(values[argument] for argument in arguments(quantity))
            )
    return values


def _raised(base: Any, exponent: Any) -> Any:  # noqa: ANN401 -- numbers or arrays, as given
    """Raise; a whole power of a plain number is a product, as it is of an array."""
    if not isinstance(base, float) or not isinstance(exponent, float) or exponent % 1:
        return base**exponent
    if exponent < 0:
        return 1 / _raised(base, -exponent)
    return prod([base] * int(exponent))


_OPERATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "**": _raised,
}
_REDUCERS = {"line": over_lines, "moment": over_moments, "year": over_years}


def evaluated(tree: Node, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 -- numbers or arrays, as given
    """Give the value of a tree over numbers or arrays by name.

    Errors: KeyError; over plain numbers ZeroDivisionError and OverflowError too.
    """
    match tree:
        case Num(value=value):
            return value
        case Name(name=name):
            return values[name]
        case Sum(axis=axis, of=of):
            return _REDUCERS[axis](values[of.name])
        case Op(sign=sign, left=left, right=right):
            return _OPERATIONS[sign](evaluated(left, values), evaluated(right, values))
    raise TypeError(f"no such node: {tree!r}")
