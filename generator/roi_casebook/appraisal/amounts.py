"""Inputs and formulas at their central values: a number, or None where something is unknown.

The proxies of a case: the prices that stand for what social value has no price for.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from roi_casebook.case import Case, Input
from roi_casebook.roi.algebra.expressions import Node, names
from roi_casebook.roi.algebra.formulas import parse_formula
from roi_casebook.roi.algebra.tracing import evaluated
from roi_casebook.roi.algebra.units import parse_unit
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.written.scalars import UNKNOWN

Amounts = Mapping[str, float | None]

parsed = cache(parse_formula)


def amounts_of(case: Case) -> dict[str, float | None]:
    """Give the value of every input and constant by name."""
    constants: dict[str, float | None] = {name: value for name, (value, _) in CONSTANTS.items()}
    return constants | {name: given.central() for name, given in case.inputs.items()}


def units_of(case: Case) -> dict[str, str]:
    """Give the unit of every input and constant by name, as it is written."""
    constants = {name: unit for name, (_, unit) in CONSTANTS.items()}
    return constants | {name: given.unit for name, given in case.inputs.items()}


def formula_value(formula: str, amounts: Amounts) -> float | None:
    """Give the value of an input's name, a formula or `unknown`; None where a part is unknown.

    Errors: KeyError, ZeroDivisionError, FormulaError: `reading` refuses such cases before.
    """
    if formula == UNKNOWN:
        return None
    tree = parsed(formula)
    if any(amounts[name.name] is None for name in names(tree)):
        return None
    return float(evaluated(tree, amounts))


def share_value(share: str | Input | float, amounts: Amounts) -> float | None:
    """Give the value of a share: written in place, as a formula, or bare."""
    if isinstance(share, Input):
        return share.central()
    return formula_value(share, amounts) if isinstance(share, str) else share


def inputs_of(tree: Node) -> tuple[str, ...]:
    """Give the names that stand in a formula, each once, in order."""
    return tuple(dict.fromkeys(name.name for name in names(tree)))


def proxies(case: Case, social_lines: frozenset[str]) -> tuple[str, ...]:
    """Give the inputs that price an outcome: those of its amounts whose unit holds money."""
    return tuple(
        name
        for name in _used(case, (name for name in case.benefits if name in social_lines))
        if name in case.inputs and case.money.currency in dict(parse_unit(case.inputs[name].unit))
    )


def proxies_alone(case: Case, social_lines: frozenset[str]) -> frozenset[str]:
    """Give the proxies that stand in no line of money."""
    of_money = _used(case, case.lines().keys() - social_lines)
    return frozenset(proxies(case, social_lines)) - of_money.keys()


def _used(case: Case, lines: Iterable[str]) -> dict[str, None]:
    """Give the names that the amounts of some lines use, each once, in order."""
    formulas = (formula for name in lines for formula in case.lines()[name].amounts().values())
    known = (formula for formula in formulas if formula != UNKNOWN)
    return dict.fromkeys(name for formula in known for name in inputs_of(parsed(formula)))
