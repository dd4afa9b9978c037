"""The working of a figure: each quantity that it uses, down to the lines, with formula and values.

A step is one formula: its tree, the values by year of each name in it, and its own. A quantity
that varies by line gives a step for each line, with what that line does not state left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

import numpy as np

from roi_casebook.appraisal.appraise import Appraisal
from roi_casebook.roi.algebra.arrays import Exact, scalar
from roi_casebook.roi.algebra.expressions import Axis, Name, Node, names
from roi_casebook.roi.algebra.tracing import computed, traced_quantities
from roi_casebook.roi.figure_table import FIGURES
from roi_casebook.roi.finding import Equations, Solver
from roi_casebook.roi.flows import Line
from roi_casebook.roi.quantities import NEUTRAL, ONE_RATE, RATE_BY_YEAR
from roi_casebook.roi.solvers import SOLVER_INPUT_AXES, SOLVER_NEUTRAL

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


def steps(appraisal: Appraisal, figure: str) -> tuple[Step, ...]:
    """Give the working of a figure that has a value, itself first, then what it uses."""
    solver = FIGURES[figure].solver
    if solver is not None:
        first = _found_steps(appraisal, figure, solver)
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


def _found_steps(appraisal: Appraisal, figure: str, solver: Solver) -> tuple[Step, ...]:
    """Give the equations of a figure, that which gives it first; none where nothing is to be worked out."""
    made_of = appraisal.drawn.made_of.get(figure)
    inputs = made_of or solver.inputs(appraisal.flows, appraisal.values)
    if isinstance(inputs, str):
        return ()  # there is no figure
    if solver.idle_without and not inputs[solver.idle_without].any():
        return ()
    equations = solver.equations_in(appraisal.flows)
    root = {figure: scalar(appraisal.figures[figure].value or 0.0)} if solver.root else {}
    first, *others = _solver_steps(equations, computed({**inputs, **root}, equations))
    if solver.root:
        return (first, *others)
    through = {name: _terms(appraisal.values[name], 0) for name in solver.starts_from}
    terms = MappingProxyType({**first.terms, **through})
    return (replace(first, name=figure, terms=terms), *others)


def _solver_steps(equations: Equations, values: Mapping[str, Exact]) -> tuple[Step, ...]:
    once = {name for name, given in values.items() if given.shape[1] == 1}
    neutral = {
        name: value
        for name, value in {**SOLVER_NEUTRAL, **ONE_RATE}.items()
        if name in once and values[name].item() == value
    }
    axes = SOLVER_INPUT_AXES | dict.fromkeys(RATE_BY_YEAR & once, "")
    trees = traced_quantities(neutral, equations, axes)
    return tuple(
        _step(equation.__name__, None, trees[equation.__name__], values, 0)
        for equation in reversed(equations)
    )
