"""What a site's own formula may name in a case, with units: figures, inputs, soft results."""

from collections.abc import Iterable, Mapping

from roi_casebook.case.model import Case
from roi_casebook.roi.algebra.expressions import names
from roi_casebook.roi.algebra.formulas import parse_formula
from roi_casebook.roi.algebra.units import PURE, Unit, parse_unit, unit_of
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.figure_table import MONEY_FIGURES
from roi_casebook.roi.figures import FigureUnit
from roi_casebook.written.scalars import UNKNOWN

MONEY = "money"
"""The unit that stands for the currency of whichever case it is."""


def name_units(case: Case) -> dict[str, Unit]:
    """Give the unit of each name; an unknown soft result has none. The case is sound.

    A name that is an id of the case means that, whatever measure is called so.
    """
    inputs = _constants() | {name: parse_unit(given.unit) for name, given in case.inputs.items()}
    soft = _soft_units(case, inputs)
    measures = {
        name: soft[result]
        for name, results in measure_names(case).items()
        for result in results
        if result in soft
    }
    return measures | inputs | soft | _figures(case.money.currency)


def name_of_measure(measure: str) -> str:
    """Write the id of a measure as a name in a formula, where a hyphen would be a minus."""
    return measure.replace("-", "_")


def measure_names(case: Case) -> dict[str, tuple[str, ...]]:
    """Give the names that formulas have for the measures of a case, with the soft results of each."""
    found: dict[str, tuple[str, ...]] = {}
    for name, result in case.soft.items():
        measure = name_of_measure(result.measure)
        found[measure] = (*found.get(measure, ()), name)
    return found


def measured_names(case: Case) -> frozenset[str]:
    """Give what is measured and no money: the soft results, and the inputs that they alone rest on.

    An input that a benefit or a balance names as well is a part of money there.
    """
    results = (soft.result for soft in case.soft.values())
    in_money = _inputs(
        formula
        for line in (*case.benefits.values(), *case.net.values())
        for formula in line.amounts().values()
    )
    counted = {
        name for name in _inputs(results) - in_money if not _is_money(case, case.inputs[name].unit)
    }
    return frozenset(case.soft) | counted | (measure_names(case).keys() - set(case.inputs))


def _inputs(formulas: Iterable[str]) -> frozenset[str]:
    trees = (parse_formula(formula) for formula in formulas if formula != UNKNOWN)
    return frozenset(name.name for tree in trees for name in names(tree)) - set(CONSTANTS)


def _is_money(case: Case, unit: str) -> bool:
    return any(symbol == case.money.currency for symbol, _ in parse_unit(unit))


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
    return {name: units[entry.unit] for name, entry in MONEY_FIGURES.items()}
