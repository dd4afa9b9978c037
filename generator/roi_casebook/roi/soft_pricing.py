"""Whether a formula prices what was only measured: a soft result may divide money, never multiply it.

Money by freed hours is an efficiency; freed hours by a wage would be a value that nobody has shown.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from itertools import product

from roi_casebook.roi.algebra.expressions import Name, Node, Num, Op
from roi_casebook.roi.algebra.units import PURE, Unit

Factors = frozenset[str]
"""Of one product, after all sums are multiplied out: whether money and soft results multiply in it."""
MONEY, SOFT = "money", "soft"
NEITHER: Factors = frozenset()


def prices_soft_results(
    tree: Node, soft: AbstractSet[str], units: Mapping[str, Unit], currency: str
) -> bool:
    """Tell whether money multiplies a soft result anywhere in a formula.

    soft: the names that are soft results; units: of the names, as far as they are known.
    """
    return any({MONEY, SOFT} <= factors for factors in _terms(tree, soft, units, currency, 1))


def _terms(
    tree: Node, soft: AbstractSet[str], units: Mapping[str, Unit], currency: str, side: int
) -> frozenset[Factors]:
    """Give the products that a formula is a sum of; side: 1 above the line, -1 below it."""

    def below(part: Node, its_side: int) -> frozenset[Factors]:
        return _terms(part, soft, units, currency, its_side)

    match tree:
        case Name(name=name):
            return frozenset({_factors(name, soft, dict(units.get(name, PURE)), currency, side)})
        case Op(sign="**", left=left, right=Num(value=power)):
            return below(left, side) if power else frozenset({NEITHER})
        case Op(sign="+" | "-", left=left, right=right):
            return below(left, side) | below(right, side)
        case Op(sign=sign, left=left, right=right):
            pairs = product(below(left, side), below(right, -side if sign == "/" else side))
            return frozenset(one | other for one, other in pairs)
    return frozenset({NEITHER})


def _factors(
    name: str, soft: AbstractSet[str], unit: Mapping[str, int], currency: str, side: int
) -> Factors:
    """Tell what of a name multiplies: what is below the line twice is above it again."""
    money = {MONEY} if unit.get(currency, 0) * side > 0 else set()
    return frozenset(money | ({SOFT} if name in soft and side > 0 else set()))
