"""The side of what a formula gives, where inputs in it are stated as "up to", "over" or "about".

An amount of money has its side from the figure that it stands in (`roi/sides.py`); a soft result and
what a claim is held against stand in none, and have it from their own formula.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from math import isfinite
from types import MappingProxyType
from typing import Literal

from roi_casebook.appraisal.amounts import Amounts, formula_value, inputs_of, parsed
from roi_casebook.appraisal.stated import values_of
from roi_casebook.case import Case
from roi_casebook.roi.figures import Cause, Figure, Side
from roi_casebook.written.scalars import UNKNOWN

Way = Literal[1, -1]
SIDES: Mapping[frozenset[int], Side] = MappingProxyType(
    {frozenset({1}): "or_higher", frozenset({-1}): "or_lower", frozenset({1, -1}): "either"}
)
SOFT_RESULT = "soft_result"


def soft_figures(case: Case, amounts: Amounts) -> dict[str, Figure]:
    """Give the soft results whose number is known, each with the side that its inputs give it."""
    found = {name: figure_of_formula(case, one.result, amounts) for name, one in case.soft.items()}
    return {name: figure for name, figure in found.items() if figure is not None}


def figure_of_formula(case: Case, formula: str, amounts: Amounts) -> Figure | None:
    """Give what a formula comes to, in its own unit, with its side; None where that is not known."""
    value = formula_value(formula, amounts)
    if value is None:
        return None
    pushed = dict(_pushed(case, formula, amounts, value))
    sides = {name: ways for name, ways in pushed.items() if case.inputs[name].bound != "about"}
    whole = frozenset[int]().union(*sides.values())
    return Figure(
        SOFT_RESULT,
        "ratio",
        value,
        SIDES[whole] if whole else None,
        because=tuple(Cause("stated", name, "", SIDES[ways]) for name, ways in sides.items()),
        is_about=len(sides) < len(pushed),
    )


def _pushed(
    case: Case, formula: str, amounts: Amounts, value: float
) -> Iterator[tuple[str, frozenset[int]]]:
    """Give the ways in which each input that is stated as a bound may push what a formula gives."""
    for name in () if formula == UNKNOWN else inputs_of(parsed(formula)):
        given = case.inputs.get(name)
        if given is None or given.bound is None:
            continue
        ways = frozenset(_ways(formula, amounts, value, name, values_of(given).tolist()))
        if ways:
            yield name, ways


def _ways(
    formula: str, amounts: Amounts, value: float, name: str, values: list[float]
) -> Iterator[Way]:
    for each in values:
        with suppress(ZeroDivisionError):  # at its far end there may be none
            there = formula_value(formula, {**amounts, name: each})
            if there is not None and isfinite(there) and there != value:
                yield 1 if there > value else -1
