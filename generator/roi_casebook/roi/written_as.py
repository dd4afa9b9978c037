"""How the value of each name of `roi/` is written in a working: money, a percentage, a plain number.

Of a figure its entry says it. What a formula gives is money where its units come to money, which
checks them too; of the inputs the rooms that have them say which are sums and which are shares.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Literal

from roi_casebook.roi.algebra.tracing import leading_to, traced_quantities
from roi_casebook.roi.algebra.units import PURE, Unit, unit_of
from roi_casebook.roi.figure_table import BENEFIT, COST, FIGURES
from roi_casebook.roi.finding import Equations
from roi_casebook.roi.prices import PRICE_AXES, PRICE_MONEY_INPUTS, PRICE_QUANTITIES
from roi_casebook.roi.quantities import (
    CLAIMED_SHARES,
    IMPLIED_AXES,
    IMPLIED_QUANTITIES,
    INPUT_AXES,
    MONEY_INPUTS,
    RESULT_QUANTITIES,
    SHARES,
    WITH_SOCIAL,
)
from roi_casebook.roi.solvers import SOLVER_INPUT_AXES, SOLVER_MONEY_INPUTS

WrittenAs = Literal["money", "percent", "number"]
MONEY: Unit = (("money", 1),)
AMOUNTS = MONEY_INPUTS | SOLVER_MONEY_INPUTS | PRICE_MONEY_INPUTS


def written_as(name: str) -> WrittenAs:
    """Say how a value of a name is written; what `roi/` does not know is a plain number."""
    if name in SHARES | CLAIMED_SHARES:
        return "percent"
    if name in FIGURES:
        entry = FIGURES[name]
        plain = entry.unit == "month" or entry.shown_as in {"ratio", "count"}
        return "money" if entry.unit == "money" else "number" if plain else "percent"
    return "money" if units().get(name) == MONEY else "number"


@cache
def units() -> Mapping[str, Unit]:
    """Give the unit of each input, quantity and equation: money, or none. Errors: UnitError."""
    found = _units(WITH_SOCIAL, INPUT_AXES) | _units(PRICE_QUANTITIES, PRICE_AXES)
    found |= _units_beside_a_count()
    found |= _units(IMPLIED_QUANTITIES, IMPLIED_AXES, frozenset({COST, BENEFIT}))
    for entry in FIGURES.values():
        found |= _units(entry.equations, SOLVER_INPUT_AXES)
    return found


def _units_beside_a_count() -> dict[str, Unit]:
    """Give the units of what a result costs: the benefits of its flows are a count, and no money."""
    names = [quantity.__name__ for quantity in RESULT_QUANTITIES]
    used = dict.fromkeys(each for name in names for each in leading_to(name))
    found = _units(tuple(used), INPUT_AXES, AMOUNTS - {"benefit_amount"})
    return {name: found[name] for name in names}


def _units(
    quantities: Equations, axes: Mapping[str, str], amounts: AbstractSet[str] = AMOUNTS
) -> dict[str, Unit]:
    known = {name: MONEY if name in amounts else PURE for name in axes}
    for name, tree in traced_quantities(quantities=quantities, axes=axes).items():
        known[name] = unit_of(tree, known)
    return known
