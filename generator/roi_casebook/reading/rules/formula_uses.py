"""Where formulas stand in a case, and which unit each of them must have."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from roi_casebook.config import Vocabulary
from roi_casebook.reading.document import Path
from roi_casebook.reading.rules.references import shares_of
from roi_casebook.reading.sound import Sound
from roi_casebook.roi.units import PURE, Unit, parse_unit, product
from roi_casebook.written.scalars import UNKNOWN

YEAR: Unit = (("year", 1),)
MONEY = "money"
"""The unit of a measure that is counted in the case's currency."""


Kind = Literal["cost", "money", "share", "soft"]


@dataclass(frozen=True)
class Use:
    """A formula at its place.

    what: its name in messages; kind: what it gives; units: those that it may have, the first is
    shown, () where any will do.
    """

    path: Path
    text: str
    what: str
    kind: Kind
    units: tuple[Unit, ...]


def formula_uses(case: Sound, words: Vocabulary) -> Iterator[Use]:
    """Give every formula of the sound entries that is not `unknown`."""
    uses = chain(_of_lines(case), _of_soft(case, words), _of_revenue(case))
    return (use for use in uses if use.text != UNKNOWN)


def _of_lines(case: Sound) -> Iterator[Use]:
    for table, name, line in case.money_lines():
        kind: Kind = "cost" if table == "costs" else "money"
        for path, text in _amounts(line.when, line.amount):
            yield Use((table, name, *path), text, "an amount", kind, _money_units(case))
        for path, share in shares_of(line):
            if isinstance(share, str):
                yield Use((table, name, *path), share, f"the share {path[-1]}", "share", (PURE,))


def _of_soft(case: Sound, words: Vocabulary) -> Iterator[Use]:
    for name, result in case.soft.items():
        measure = words.measures.get(result.measure)
        units = _soft_units(measure.unit) if measure else ()
        yield Use(("soft", name, "result"), result.result, "the result", "soft", units)
        if result.baseline is not None:
            yield Use(("soft", name, "baseline"), result.baseline, "the baseline", "soft", units)


def _of_revenue(case: Sound) -> Iterator[Use]:
    if case.organisation and case.organisation.revenue:
        path = ("organisation", "revenue")
        yield Use(path, case.organisation.revenue, "the revenue", "money", _money_units(case))


def _amounts(when: object, amount: str | None) -> Iterator[tuple[Path, str]]:
    if isinstance(when, Mapping):
        for year, text in when.items():
            yield ("when", str(year)), text
    elif amount is not None:
        yield ("amount",), amount


def _money_units(case: Sound) -> tuple[Unit, ...]:
    """Money, or money a year where the case spans years: the period of an amount is a year."""
    if not case.money or not case.period:
        return ()
    currency: Unit = ((case.money.currency, 1),)
    return (currency, product(currency, YEAR, -1)) if case.period.years else (currency,)


def _soft_units(written: str) -> tuple[Unit, ...]:
    """The measure's unit, or that unit a year; hours may stand for hours a year, too."""
    if written == MONEY:
        return ()
    unit = parse_unit(written)
    if ("year", -1) in unit:
        return (unit, product(unit, YEAR))
    return (unit, product(unit, YEAR, -1))
