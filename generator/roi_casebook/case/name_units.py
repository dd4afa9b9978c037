"""The units of all that a site's own formula may name in a case: figures, inputs, soft results."""

from collections.abc import Mapping

from roi_casebook.case.model import Case
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.figures import FigureUnit
from roi_casebook.roi.formulas import parse_formula
from roi_casebook.roi.rules import RULES
from roi_casebook.roi.units import PURE, Unit, parse_unit, unit_of
from roi_casebook.written.scalars import UNKNOWN

MONEY = "money"
"""The unit that stands for the currency of whichever case it is."""


def name_units(case: Case) -> dict[str, Unit]:
    """Give the unit of each name; an unknown soft result has none. The case is sound."""
    inputs = _constants() | {name: parse_unit(given.unit) for name, given in case.inputs.items()}
    return inputs | _soft_units(case, inputs) | _figures(case.money.currency)


def in_currency(unit: Unit, currency: str) -> Unit:
    """Put a currency in place of `money`."""
    return tuple(sorted((currency if name == MONEY else name, power) for name, power in unit))


def _constants() -> dict[str, Unit]:
    return {name: parse_unit(unit) for name, (_, unit) in CONSTANTS.items()}


def _soft_units(case: Case, inputs: Mapping[str, Unit]) -> dict[str, Unit]:
    return {
        name: unit_of(parse_formula(soft.result), inputs)
        for name, soft in case.soft.items()
        if soft.result != UNKNOWN
    }


def _figures(currency: str) -> dict[str, Unit]:
    units: dict[FigureUnit, Unit] = {
        "money": ((currency, 1),),
        "ratio": PURE,
        "month": (("month", 1),),
    }
    return {name: units[rule.unit] for name, rule in RULES.items()}
