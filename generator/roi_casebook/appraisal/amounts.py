"""Inputs and formulas at their central values: a number, or None where something is unknown.

The amount of a line is asked year by year, for an input may have a number of its own in each.

The proxies of a case: the prices that stand for what social value has no price for.
"""

from collections.abc import Iterable, Mapping
from functools import cache, reduce

from roi_casebook.case import Case, Input, SoftResult
from roi_casebook.case.lines import MoneyLine
from roi_casebook.case.model import prices_at
from roi_casebook.case.named_inputs import single_numbers, tree_in_year
from roi_casebook.case.timeline import START, Moment
from roi_casebook.roi.algebra.expressions import Name, Node, Num, Op, names
from roi_casebook.roi.algebra.formulas import parse_formula
from roi_casebook.roi.algebra.tracing import evaluated
from roi_casebook.roi.algebra.units import currencies_in, parse_unit
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.prices import in_target_prices, price_factor
from roi_casebook.shipped.money_tables import price_index
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
        at: None if formula == UNKNOWN else _tree_at(case, formula, at, first)
        for at, formula in written.items()
    }


def _tree_at(case: Case, formula: str, at: Moment, first: Moment) -> Node | None:
    tree = tree_in_year(parsed(formula), case.inputs, at, first)
    return None if tree is None else _in_prices(case, tree, at)


def _in_prices(case: Case, tree: Node, at: Moment) -> Node:
    """Bring the inputs of a formula that stand in other prices to those of an amount at a moment."""
    match tree:
        case Name(name=name) if name in case.inputs:
            indices = price_indices(case, name, at)
            if indices is None:
                return tree
            brought: Node = in_target_prices(tree, price_factor(*map(Num, indices)))
            return brought
        case Op(sign=sign, left=left, right=right):
            return Op(sign, _in_prices(case, left, at), _in_prices(case, right, at), tree.column)
    return tree


def names_of(line: MoneyLine) -> frozenset[str]:
    """Give the names that stand in the amounts of a line."""
    known = (formula for formula in line.amounts().values() if formula != UNKNOWN)
    return frozenset(name for formula in known for name in inputs_of(parsed(formula)))


def price_indices(case: Case, name: str, at: Moment) -> tuple[float, float] | None:
    """Give the price index of the year of an amount and of the year of an input's own prices.

    None where the input states no year, or the same. Errors: KeyError, where an index is missing:
    `reading` refuses such cases before.
    """
    given = case.inputs[name]
    target = prices_at(case.money, case.period, at)
    if given.price_year is None or target in {None, given.price_year}:
        return None
    (currency,) = currencies_in(parse_unit(given.unit))
    to, own = (price_index(currency, year or 0) for year in (target, given.price_year))
    if to is None or own is None:
        raise KeyError(f"no price index of {currency}")
    return to, own


def value_in_year(
    case: Case, formula: str, amounts: Amounts, at: Moment, first: Moment
) -> float | None:
    """Give what a formula, or the name of an input, comes to at a moment of a line; None if unknown.

    first: the line's first moment.
    """
    if formula == UNKNOWN:
        return None
    return tree_value(_tree_at(case, formula, at, first), amounts)


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
