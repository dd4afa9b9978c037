"""The units of what is claimed: which kind of figure it is, and how ours is told in them."""

from functools import cache

from roi_casebook.roi.algebra.units import PURE, Unit, parse_unit, product
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.figure_table import FIGURES, NPV

unit_named = cache(parse_unit)

_NPV = FIGURES[NPV].claimable
BALANCES = frozenset(_NPV.kinds if _NPV else ())
"""The kinds of claim that give what is left once the cost is taken off."""
YEAR: Unit = (("year", 1),)
PER_YEAR: dict[str, float] = {
    symbol: value
    for value, unit in CONSTANTS.values()
    for symbol, _, over in [unit.partition("/")]
    if over == "year"
}
"""How many of each stretch of time make a year: those of the formula language."""


def yearly(unit: Unit) -> tuple[float, Unit]:
    """Give a unit with its stretch of time as a year, and by what its numbers are multiplied."""
    for symbol, power in unit:
        if power == -1 and symbol in PER_YEAR:
            in_years = product(product(unit, ((symbol, 1),)), YEAR, -1)
            return PER_YEAR[symbol], in_years
    return 1.0, unit


def is_by_the_year(unit: Unit) -> bool:
    """Tell whether it is so much for each stretch of time."""
    return ("year", -1) in yearly(unit)[1]


def factor(ours: Unit, theirs: Unit) -> float | None:
    """Give by what our number is multiplied to be in their unit; None where they do not compare."""
    (our_factor, our_unit), (their_factor, their_unit) = yearly(ours), yearly(theirs)
    return our_factor / their_factor if our_unit == their_unit else None


def is_sum_of_money(unit: Unit, currency: str) -> bool:
    """Tell whether it is a sum in a currency, whole or for each stretch of time."""
    return yearly(unit)[1] in {((currency, 1),), product(((currency, 1),), YEAR, -1)}


def is_pure(unit: Unit) -> bool:
    """Tell whether it is a plain number."""
    return unit == PURE
