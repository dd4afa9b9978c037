"""How far a formula goes within the ranges of its inputs: its values at their ends.

Every combination of ends is tried, so what is found is really reached; with very many ranges each
is tried alone, the others at their likely values. A lognormal range has no ends: the outermost of
its draws stand for them. Of a normal range it is the interval that its source prints.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from roi_casebook.case import Input
from roi_casebook.roi.algebra.expressions import Node, names
from roi_casebook.roi.algebra.tracing import evaluated
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.ranges import Range

MOST_TOGETHER = 8


@dataclass(frozen=True)
class Reached:
    """A value of a formula, and the ends of ranges at which it has it."""

    value: float
    at: tuple[tuple[str, float], ...] = ()

    @property
    def where(self) -> str:
        """Say at which ends, where there are ranges: `` (where wage is -5)``."""
        ends = " and ".join(f"{name} is {end:,.6g}" for name, end in self.at)
        return f" (where {ends})" if ends else ""


def reached(tree: Node, inputs: Mapping[str, Input]) -> list[Reached]:
    """Give the values of a formula whose names are all known, the likely one first.

    Where it divides by zero or overflows it has none.
    """
    used, likely = {name.name for name in names(tree)}, central_values(inputs)
    return [
        Reached(value, at)
        for at in ((), *_settings(_ranges(used, inputs)))
        for value in _value(tree, {**likely, **dict(at)})
    ]


def central_values(inputs: Mapping[str, Input]) -> dict[str, float]:
    """Give the value of every constant, and the likely one of every input that is known."""
    values = {name: value for name, (value, _) in CONSTANTS.items()}
    central = {name: given.central() for name, given in inputs.items()}
    return values | {name: value for name, value in central.items() if value is not None}


def ends_of(stated: Range) -> tuple[float, float]:
    """Give between which ends a range lies."""
    match stated.shape:
        case "lognormal":
            return stated.outermost()
        case "normal":
            return stated.low, stated.high
    return stated.bounds()


def _ranges(used: Iterable[str], inputs: Mapping[str, Input]) -> dict[str, tuple[float, float]]:
    stated = {name: inputs[name].range() for name in sorted(used) if name in inputs}
    return {name: ends_of(each) for name, each in stated.items() if each}


def _settings(ends: Mapping[str, tuple[float, float]]) -> Iterator[tuple[tuple[str, float], ...]]:
    """Give the ends to set the inputs to: all together in every way, or each alone."""
    if len(ends) > MOST_TOGETHER:
        yield from (((name, end),) for name, pair in ends.items() for end in pair)
    elif ends:
        yield from (tuple(zip(ends, each, strict=True)) for each in product(*ends.values()))


def _value(tree: Node, values: Mapping[str, float]) -> Iterator[float]:
    try:
        yield float(evaluated(tree, values))
    except (ZeroDivisionError, OverflowError):
        return
