"""The ranges of a reading: which inputs vary, their draws, and where these stand in the flows.

An input used twice is drawn once. A share written where it is used is an input of its own, named
by its line and share: ``orders.deadweight``.
"""

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from roi_casebook.appraisal.amounts import Amounts, inputs_of, parsed
from roi_casebook.appraisal.case_flows import MoneyLine, stated_shares
from roi_casebook.case import Case, Input
from roi_casebook.roi.algebra.arrays import exact
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
    for _, formula in _formulas(case, lines):
        found |= {
            name: case.inputs[name].range()
            for name in inputs_of(parsed(formula))
            if name in case.inputs
        }
    return {name: stated for name, stated in found.items() if stated and stated.low < stated.high}


def drawn(slug: str, ranges: Mapping[str, Range]) -> dict[str, Array]:
    """Draw every range, fixed by the case and the input."""
    return {name: stated.draws(slug, name) for name, stated in ranges.items()}


def placed(case: Case, lines: frozenset[str], amounts: Amounts, values: Values) -> Drawn:
    """Put values of inputs, each shaped (draw,), where the flows use them."""
    found: dict[Place, Array] = {}
    for place, share in _shares(case, lines):
        if _own_name(place) in values:
            found[place] = values[_own_name(place)]
        elif isinstance(share, str):
            found |= _formula_draws(place, share, amounts, values)
    for place, formula in _amounts(case, lines):
        found |= _formula_draws(place, formula, amounts, values)
    return found


def _formula_draws(
    place: Place, formula: str, amounts: Amounts, values: Values
) -> dict[Place, Array]:
    draws = drawn_formula(formula, amounts, values)
    return {} if draws is None else {place: draws}


def drawn_formula(formula: str, amounts: Amounts, values: Values) -> Array | None:
    """Give a formula for each draw of its inputs; None where none is drawn, or one is unknown."""
    used = inputs_of(parsed(formula)) if formula != UNKNOWN else ()
    if not any(name in values for name in used):
        return None
    known = {name: exact(values[name]) if name in values else amounts[name] for name in used}
    if None in [value for value in known.values() if not isinstance(value, np.ndarray)]:
        return None
    with np.errstate(
        all="ignore"
    ):  # an "up to" may be nought, and is divided by: its figure is none
        return np.asarray(evaluated(parsed(formula), known))


def _lines(case: Case, lines: frozenset[str]) -> Iterator[tuple[str, MoneyLine]]:
    return ((name, line) for name, line in case.lines().items() if name in lines)


def _shares(case: Case, lines: frozenset[str]) -> Iterator[tuple[Place, str | Input | float]]:
    for name, line in _lines(case, lines):
        for share, stated in stated_shares(line).items():
            yield (name, share), stated


def _amounts(case: Case, lines: frozenset[str]) -> Iterator[tuple[Place, str]]:
    for name, line in _lines(case, lines):
        for year, formula in line.amounts().items():
            yield (name, year), formula


def _formulas(case: Case, lines: frozenset[str]) -> Iterator[tuple[Place, str]]:
    yield from ((place, formula) for place, formula in _amounts(case, lines) if formula != UNKNOWN)
    yield from (
        (place, share)
        for place, share in _shares(case, lines)
        if isinstance(share, str) and share != UNKNOWN
    )


def _own_name(place: Place) -> str:
    return f"{place[0]}.{place[1]}"
