"""Inputs and formulas at their central values: a number, or None where something is unknown.

The amount of a line is asked year by year, for an input may have a number of its own in each.

The proxies of a case: the prices that stand for what social value has no price for.
"""

from collections.abc import Iterable, Mapping
from functools import cache, reduce

from roi_casebook.case import Case, Input, SoftResult
from roi_casebook.case.lines import MoneyLine
from roi_casebook.case.named_inputs import single_numbers, tree_in_year
from roi_casebook.case.timeline import START, Moment
from roi_casebook.roi.algebra.expressions import Node, Op, names
from roi_casebook.roi.algebra.formulas import parse_formula
from roi_casebook.roi.algebra.tracing import evaluated
from roi_casebook.roi.algebra.units import parse_unit
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.written.scalars import UNKNOWN

Amounts = Mapping[str, float | None]

parsed = cache(parse_formula)


def amounts_of(case: Case) -> dict[str, float | None]:
    """Give the value of every input and constant by name; of what is yearly, what moves it."""
    constants: dict[str, float | None] = {name: value for name, (value, _) in CONSTANTS.items()}
    numbers = single_numbers(case.inputs)
    return constants | {name: given.central() for name, given in numbers.items()}


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
    return tree_value(parsed(formula), amounts)


def tree_value(tree: Node | None, amounts: Amounts) -> float | None:
    """Give the value of a formula; None where it is unknown, or a part of it."""
    if tree is None or any(amounts[name.name] is None for name in names(tree)):
        return None
    return float(evaluated(tree, amounts))


def amount_trees(case: Case, line: MoneyLine) -> dict[Moment, Node | None]:
    """Give the formula of a line's amount at each of its moments, over numbers that are one each.

    None where it is unknown. What grows does so from the line's first moment.
    """
    written = line.amounts()
    first = min(written, default=START)
    return {
        at: None if formula == UNKNOWN else tree_in_year(parsed(formula), case.inputs, at, first)
        for at, formula in written.items()
    }


def value_in_year(
    case: Case, formula: str, amounts: Amounts, at: Moment, first: Moment
) -> float | None:
    """Give what a formula, or the name of an input, comes to at a moment of a line; None if unknown.

    first: the line's first moment.
    """
    if formula == UNKNOWN:
        return None
    return tree_value(tree_in_year(parsed(formula), case.inputs, at, first), amounts)


def yearly_in(case: Case, formula: str) -> tuple[str, ...]:
    """Give the inputs in a formula that have not one number but one for each year."""
    used = () if formula == UNKNOWN else inputs_of(parsed(formula))
    return tuple(name for name in used if name in case.inputs and case.inputs[name].is_yearly)


def result_tree(case: Case, result: SoftResult) -> Node | None:
    """Give the formula of a soft result over numbers that are one each; None where it is unknown.

    Where an input has a number for each year it is the sum over the years of the result.
    """
    if result.result == UNKNOWN:
        return None
    if result.when is None or not yearly_in(case, result.result):
        return parsed(result.result)
    spans = result.when if isinstance(result.when, Mapping) else {result.when: result.result}
    stated = {at: formula for span, formula in spans.items() for at in span.moments()}
    first = min(stated, default=START)
    trees = [
        tree_in_year(parsed(formula), case.inputs, at, first) for at, formula in stated.items()
    ]
    known = [tree for tree in trees if tree is not None]
    return reduce(lambda whole, tree: Op("+", whole, tree), known) if known == trees else None


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
