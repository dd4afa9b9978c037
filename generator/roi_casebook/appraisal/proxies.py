"""The proxies of a case: the prices that stand for what social value has no price for."""

from collections.abc import Iterable

from roi_casebook.appraisal.amounts import inputs_of, parsed
from roi_casebook.case import Case
from roi_casebook.roi.units import parse_unit
from roi_casebook.written.scalars import UNKNOWN


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
