"""The orders of the catalogue that readers may choose: never by what came back.

An order has parts where what it goes by is known of some cases only: first those of which it is
known, then those with a bound, then the others, each part with its name.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pandas import isna

from roi_casebook.appraisal import JudgedCase
from roi_casebook.library.table import comparable_table
from roi_casebook.pages.lists.published_cases import CasesInLanguage
from roi_casebook.wording.typography import order_key

KNOWN, BOUND, NOTHING = range(3)

Key = tuple[int, Any]
"""The part in which a case stands, and by what it is placed there."""


@dataclass(frozen=True)
class Order:
    """The places of all cases in another order.

    parts: what each part is called ("" of the first) and how many cases it has, empty ones left out.
    """

    places: list[int]
    parts: list[tuple[str, int]]


def order(shelf: CasesInLanguage, name: str) -> Order:
    """Give one of `ORDERS`; cases that are equal stay as they are."""
    keys = ORDERS[name](shelf)
    of_parts = [part for part, _ in keys]
    return Order(
        places=sorted(range(len(keys)), key=keys.__getitem__),
        parts=[(_label(shelf, name, part), of_parts.count(part)) for part in sorted(set(of_parts))],
    )


def _label(shelf: CasesInLanguage, name: str, part: int) -> str:
    if part == KNOWN:
        return ""
    return shelf.site.wording.t(f"order.{name}.bound" if part == BOUND else f"order.{name}.nothing")


def _costs(shelf: CasesInLanguage) -> list[Key]:
    """Place by the cost for comparison; what is only a bound does not stand among the others."""
    table = comparable_table(shelf.cases, shelf.comparison)
    columns = (table[f"pv_costs_comparable_{part}"] for part in ("value", "side"))
    return [
        (NOTHING, 0.0) if isna(value) else (KNOWN if isna(side) else BOUND, float(value))
        for value, side in zip(*columns, strict=True)
    ]


def _of_case(key: Callable[[JudgedCase], Key]) -> Callable[[CasesInLanguage], list[Key]]:
    return lambda shelf: [key(judged) for judged in shelf.cases]


def _began(judged: JudgedCase) -> Key:
    began = judged.case.period.began
    return (KNOWN, -began.year) if began else (NOTHING, 0)


def _money(judged: JudgedCase) -> Key:
    money = judged.leads.locks.money
    return (NOTHING, 0) if money is None else (KNOWN, -money)


def _titles(shelf: CasesInLanguage) -> Sequence[Key]:
    return [(KNOWN, order_key(one.title.text)) for one in shelf.entries.values()]


ORDERS: Mapping[str, Callable[[CasesInLanguage], Sequence[Key]]] = {
    "checked": _of_case(lambda judged: (KNOWN, -judged.case.checked.toordinal())),
    "cost": _costs,
    "year": _of_case(_began),
    "title": _titles,
    "effect": _of_case(lambda judged: (KNOWN, -judged.leads.locks.effect)),
    "money": _of_case(_money),
    "horizon": _of_case(lambda judged: (KNOWN, judged.leading_basis.horizon_years)),
}
"""By return, net or chance there is none."""
