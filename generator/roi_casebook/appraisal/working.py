"""The working of a figure: each quantity that it uses, down to the lines, with formula and values.

A step is one formula: its tree, the values by year of each name in it, and its own. A quantity
that varies by line gives a step for each line, with what that line does not state left out.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np

from roi_casebook.appraisal.appraise import Appraisal
from roi_casebook.roi.algebra.arrays import Exact, scalar
from roi_casebook.roi.algebra.expressions import Axis, Name, Node, names
from roi_casebook.roi.algebra.tracing import computed, traced_quantities
from roi_casebook.roi.appraising import mirr_inputs, payback_inputs, soft_equation, soft_inputs
from roi_casebook.roi.flows import Line
from roi_casebook.roi.quantities import NEUTRAL
from roi_casebook.roi.solvers import (
    IRR_QUANTITIES,
    MIRR_QUANTITIES,
    SOLVER_INPUT_AXES,
    payback_months,
)

Terms = tuple[float, ...]


@dataclass(frozen=True)
class Step:
    """One formula of the working.

    name: the quantity; line: the id of the line, where it varies by line; tree: its formula as it
    applies here; axes: over what it still varies; values: its values, one or one for each year;
    terms: for each name in the formula, its values: one, or one for each year or line.
    """

    name: str
    line: str | None
    tree: Node
    axes: frozenset[Axis]
    values: Terms
    terms: Mapping[str, Terms]


@lru_cache(maxsize=128)  # the languages of a case come one after the other
def steps(appraisal: Appraisal, figure: str) -> tuple[Step, ...]:
    """Give the working of a figure that has a value, itself first, then what it uses."""
    own = _SOLVED.get(figure)
    if own is not None:
        first = own(appraisal, figure)
        return (*first, *_below(appraisal, [name for step in first for name in step.terms]))
    return tuple(_below(appraisal, [figure]))


def _below(appraisal: Appraisal, wanted: list[str]) -> Iterator[Step]:
    """Walk the quantities from the figure down, each once, nearest first; mere renamings are left out."""
    waiting, seen = list(wanted), set[str]()
    while waiting:
        name = waiting.pop(0)
        tree = appraisal.trees.get(name)
        if name in seen or tree is None:
            continue
        seen.add(name)
        found = list(_steps_of(appraisal, name, tree))
        yield from (step for step in found if not isinstance(step.tree, Name))
        waiting += [used for step in found for used in step.terms]


def _steps_of(appraisal: Appraisal, name: str, tree: Node) -> Iterator[Step]:
    if "line" not in tree.axes:
        yield _step(name, None, tree, appraisal.values, 0)
        return
    for number, line in enumerate(_lines(appraisal, tree)):
        own_tree = trees_of_line(line.stated).get(name)
        if own_tree is not None and not (isinstance(own_tree, Name) and own_tree.name == name):
            yield _step(name, line.name, own_tree, appraisal.values, number)


def _lines(appraisal: Appraisal, tree: Node) -> tuple[Line, ...]:
    of_costs = any(name.name in {"cost_amount", "cost_risk"} for name in names(tree))
    return appraisal.flows.costs if of_costs else appraisal.flows.benefits


@cache
def trees_of_line(stated: frozenset[str]) -> dict[str, Node]:
    """Give the trees as they apply to a line that states those shares."""
    return traced_quantities({name: value for name, value in NEUTRAL.items() if name not in stated})


def _step(
    name: str, line: str | None, tree: Node, values: Mapping[str, Exact], number: int
) -> Step:
    axes: frozenset[Axis] = tree.axes - {"line"} if line is not None else tree.axes
    return Step(
        name=name,
        line=line,
        tree=tree,
        axes=axes,
        values=_terms(values[name], number),
        terms=MappingProxyType(
            {
                used.name: _terms(values[used.name], number, whole=line is None)
                for used in names(tree)
            }
        ),
    )


def _terms(values: Exact, number: int, *, whole: bool = False) -> Terms:
    """Give the values of a line by year, or of all lines where the formula sums them."""
    plain = np.asarray(values)[:, :, 0]
    if whole and plain.shape[0] > 1:
        return tuple(plain.sum(axis=1).tolist())
    return tuple(plain[min(number, plain.shape[0] - 1)].tolist())


# Figures that an algorithm finds -----------------------------------------------------------------

_AXES: Mapping[str, str] = SOLVER_INPUT_AXES


def _solver_trees(quantities: tuple[Callable[..., Any], ...]) -> dict[str, Node]:
    return traced_quantities(quantities=quantities, axes=_AXES)


def _irr(appraisal: Appraisal, figure: str) -> tuple[Step, ...]:
    rate = appraisal.figures[figure].value
    inputs = {**appraisal.values, figure: scalar(rate or 0.0)}
    return _solver_steps(IRR_QUANTITIES, computed(inputs, IRR_QUANTITIES))


def _mirr(appraisal: Appraisal, _figure: str) -> tuple[Step, ...]:
    return _solver_steps(
        MIRR_QUANTITIES, computed(mirr_inputs(appraisal.flows, appraisal.values), MIRR_QUANTITIES)
    )


def _payback(appraisal: Appraisal, figure: str) -> tuple[Step, ...]:
    inputs = payback_inputs(figure, appraisal.values)
    if isinstance(inputs, str) or not inputs["still_to_recover"].any():
        return ()  # never recovered; or never in the red, so that there is nothing to count
    (step,) = _solver_steps((payback_months,), computed(inputs, (payback_months,)))
    used = "discounted_net_flow" if figure.startswith("discounted") else "net_flow"
    flow = {used: _terms(appraisal.values[used], 0)}
    return (
        Step(
            figure,
            None,
            step.tree,
            step.axes,
            step.values,
            MappingProxyType({**step.terms, **flow}),
        ),
    )


def _soft(appraisal: Appraisal, figure: str) -> tuple[Step, ...]:
    equation = soft_equation(appraisal.flows)
    inputs = soft_inputs(appraisal.flows, appraisal.values)
    (step,) = _solver_steps((equation,), computed(inputs, (equation,)))
    missing = {"npv": _terms(appraisal.values["npv"], 0)}
    return (
        Step(
            figure,
            None,
            step.tree,
            step.axes,
            step.values,
            MappingProxyType({**step.terms, **missing}),
        ),
    )


def _solver_steps(
    quantities: tuple[Callable[..., Any], ...], values: Mapping[str, Exact]
) -> tuple[Step, ...]:
    trees = _solver_trees(quantities)
    return tuple(
        _step(quantity.__name__, None, trees[quantity.__name__], values, 0)
        for quantity in reversed(quantities)
    )


_SOLVED = {
    "soft_switching_value": _soft,
    "irr": _irr,
    "mirr": _mirr,
    "payback_months": _payback,
    "discounted_payback_months": _payback,
}
