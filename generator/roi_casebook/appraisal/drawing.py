"""The ranges of a reading: which inputs vary, their draws, and where these stand in the flows.

An input used twice is drawn once. A share written where it is used is an input of its own, named
by its line and share: ``orders.deadweight``.
"""

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from roi_casebook.appraisal.amounts import Amounts, amount_trees, inputs_of, parsed
from roi_casebook.appraisal.case_flows import stated_shares
from roi_casebook.case import Case, Input
from roi_casebook.case.lines import MoneyLine
from roi_casebook.case.named_inputs import single_numbers
from roi_casebook.roi.algebra.arrays import exact
from roi_casebook.roi.algebra.expressions import Node
from roi_casebook.roi.algebra.tracing import evaluated
from roi_casebook.roi.flows import Drawn, Place
from roi_casebook.roi.ranges import Range
from roi_casebook.written.scalars import UNKNOWN

Array = NDArray[np.float64]
Values = Mapping[str, Array]


def ranges_of(case: Case, lines: frozenset[str]) -> dict[str, Range]:
    """Give the ranges that those lines use, by the name of their input; one value is no range."""
    found: dict[str, Range | None] = {}
    for place, share in _shares(case, lines):
        if isinstance(share, Input):
            found[_own_name(place)] = share.range()
    stated_in_case = single_numbers(case.inputs)
    for _, tree in _trees(case, lines):
        found |= {
            name: stated_in_case[name].range() for name in inputs_of(tree) if name in stated_in_case
        }
    return {name: stated for name, stated in found.items() if stated and stated.low < stated.high}


def drawn(slug: str, ranges: Mapping[str, Range]) -> dict[str, Array]:
    """Draw every range, fixed by the case and the input."""
    return {name: stated.draws(slug, name) for name, stated in ranges.items()}


def placed(case: Case, lines: frozenset[str], amounts: Amounts, values: Values) -> Drawn:
    """Put values of inputs, each shaped (draw,), where the flows use them."""
    found: dict[Place, Array] = {}
    for place, _ in _shares(case, lines):
        if _own_name(place) in values:
            found[place] = values[_own_name(place)]
    for place, tree in _trees(case, lines):
        draws = drawn_tree(tree, amounts, values)
        if draws is not None:
            found[place] = draws
    return found


def drawn_tree(tree: Node, amounts: Amounts, values: Values) -> Array | None:
    """Give a formula for each draw of its inputs; None where none is drawn, or one is unknown."""
    used = inputs_of(tree)
    if not any(name in values for name in used):
        return None
    known = {name: exact(values[name]) if name in values else amounts[name] for name in used}
    if None in [value for value in known.values() if not isinstance(value, np.ndarray)]:
        return None
    # An "up to" may be nought, and is divided by: its figure is none.
    with np.errstate(all="ignore"):
        return np.asarray(evaluated(tree, known))


def _lines(case: Case, lines: frozenset[str]) -> Iterator[tuple[str, MoneyLine]]:
    return ((name, line) for name, line in case.lines().items() if name in lines)


def _shares(case: Case, lines: frozenset[str]) -> Iterator[tuple[Place, str | Input | float]]:
    for name, line in _lines(case, lines):
        for share, stated in stated_shares(line).items():
            yield (name, share), stated


def _trees(case: Case, lines: frozenset[str]) -> Iterator[tuple[Place, Node]]:
    """Give the formulas of some lines that are known, by place: amounts at each moment, and shares."""
    place = {moment: number for number, moment in enumerate(case.moments())}
    for name, line in _lines(case, lines):
        for moment, tree in amount_trees(case, line).items():
            if tree is not None and moment in place:  # beyond a reading's horizon it does not count
                yield (name, place[moment]), tree
    for place_of_share, share in _shares(case, lines):
        if isinstance(share, str) and share != UNKNOWN:
            yield place_of_share, parsed(share)


def _own_name(place: Place) -> str:
    return f"{place[0]}.{place[1]}"
