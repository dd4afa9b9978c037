"""Money over time and across borders: for comparison only, never for a case's own figures.

First to the target year's prices in the money's own currency, then once into the target currency
at that year's average rate. The other order, converting first and inflating by the target's index,
gives another amount. Sources: deflating, HM Treasury, The Green Book; the order, CCEMG-EPPI cost
converter.
"""

from collections.abc import Callable
from typing import Any

V = Any  # a number, an exact array, or a node when traced


def price_factor(index_of_target_year: V, index_of_price_year: V) -> V:
    """How much prices in the own currency rose from the price year to the target year."""
    return index_of_target_year / index_of_price_year


def in_target_prices(amount: V, price_factor: V) -> V:
    """An amount in the target year's prices, in its own currency."""
    return amount * price_factor


def in_target_currency(in_target_prices: V, rate_of_target: V, rate_of_own: V) -> V:
    """An amount in the target currency, at the target year's rates against one third currency."""
    return in_target_prices * rate_of_target / rate_of_own


PRICE_QUANTITIES: tuple[Callable[..., V], ...] = (
    price_factor,
    in_target_prices,
    in_target_currency,
)
"""All steps of a comparison, each after those that it uses."""

PRICE_AXES: dict[str, str] = {
    "amount": "",
    "index_of_target_year": "",
    "index_of_price_year": "",
    "rate_of_target": "",
    "rate_of_own": "",
}
"""What they start from: a rate is in units of the currency for one of a third."""
PRICE_MONEY_INPUTS = frozenset({"amount"})
"""Those of them that are sums of money; the others are plain numbers."""


def real_rate(nominal_rate: V, inflation: V) -> V:
    """The rate a year that is left of a nominal one when prices rise."""
    return (1 + nominal_rate) / (1 + inflation) - 1


def nominal_rate(real_rate: V, inflation: V) -> V:
    """The rate a year in prices of the day, of a real one when prices rise."""
    return (1 + real_rate) * (1 + inflation) - 1


def next_index(index: V, change: V) -> V:
    """A price index a year later, by the share by which prices changed."""
    return index * (1 + change)
