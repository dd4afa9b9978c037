"""What the catalogue's script filters and shows: one list a property, in the order of the catalogue.

A classic script that sets one name, since a page opened from a folder may fetch nothing. All texts
are finished; of a facet stands the place of its value among the boxes of the page; what rows share
(horizons, marks) stands once. The script computes nothing but which rows stay.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pandas import isna

from roi_casebook.appraisal import CaseJudgement
from roi_casebook.library import comparable_table
from roi_casebook.pages.entries import Entry
from roi_casebook.pages.facets import FACETS, Facet
from roi_casebook.pages.headline import headline, is_shown_as_range
from roi_casebook.pages.sheets import ROWS
from roi_casebook.pages.shelf import Shelf
from roi_casebook.roi.figures import Bound, leaving
from roi_casebook.wording.typography import order_key

NAME = "casebookCatalogue"
DIGITS = 4
"""More digits than readers see or type."""
PER_CENT = 100

Span = float | tuple[float | None, float | None] | None
"""A value; or between which it lies, None where there is no end; or None where there is nothing."""


def catalogue_data(shelf: Shelf) -> str:
    """Give the script of data for the cases of a shelf."""
    entries = tuple(shelf.entries.values())
    data: dict[str, Any] = {
        "rows": ROWS,
        "slug": list(shelf.entries),
        "title": [one.title.text for one in entries],
        "language": _rare([one.title.language for one in entries]),
        "organisation": [one.organisation for one in entries],
        "cost": [one.cost.text for one in entries],
        "roi": [one.roi.text for one in entries],
        "npv": [one.npv.text if one.npv else "" for one in entries],
        "reasons": [one.cost.is_reason + 2 * one.roi.is_reason for one in entries],
        "marks": _shared([one.roi.mark for one in entries]),
        "compared": _rare([one.compared.figures if one.compared else "" for one in entries]),
        "incomparable": _rare([_incomparable(one) for one in entries]),
        "metrics": {
            name: _rare([_own(one, name) for one in entries]) for name in shelf.site.config.metrics
        },
        "horizons": _shared([one.horizon for one in entries]),
        "facets": {facet.name: _places(shelf, facet) for facet in FACETS},
        "ranges": {name: spans(shelf) for name, spans in RANGES.items()},
        "orders": {name: _order(shelf, key) for name, key in ORDERS.items()},
    }
    return f"window.{NAME}={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _own(entry: Entry, metric: str) -> str:
    return next((own.text for own in entry.metrics if own.id == metric), "")


def _incomparable(entry: Entry) -> str:
    return entry.compared.text if entry.compared and not entry.compared.figures else ""


def _rare(texts: Sequence[str]) -> dict[str, str]:
    """Give what is seldom there by its place."""
    return {str(place): text for place, text in enumerate(texts) if text}


def _shared(texts: Sequence[str]) -> dict[str, list[Any]]:
    """Give each text once, and which one stands at each place."""
    known = list(dict.fromkeys(texts))
    where = {text: place for place, text in enumerate(known)}
    return {"texts": known, "of": [where[text] for text in texts]}


def _places(shelf: Shelf, facet: Facet) -> list[int | list[int]]:
    """Give for each case the place of its value among the options, or of its values."""
    where = {option.value: place for place, option in enumerate(shelf.options[facet.name])}
    column = shelf.table[facet.column]
    return [
        [where[value] for value in found] if isinstance(found, tuple) else where[str(found)]
        for found in column
    ]


# Ranges ------------------------------------------------------------------------------------------


def _costs(shelf: Shelf) -> list[Span]:
    """Give the costs in the currency and the prices in which the site compares."""
    table = comparable_table(shelf.cases, shelf.comparison)
    columns = (table[f"pv_costs_comparable_{part}"] for part in ("value", "bound"))
    return [
        None if isna(value) else _span(bound, leaving(value, DIGITS))
        for value, bound in zip(*columns, strict=True)
    ]


def _returns(shelf: Shelf) -> list[Span]:
    return [_return(judged) for judged in shelf.cases]


def _return(judged: CaseJudgement) -> Span:
    """Give the return in per cent as the row shows it: as a range where it shows that alone."""
    figure = headline(judged, judged.leading)
    if is_shown_as_range(judged.evidence.locks, figure):
        return (_per_cent(figure.p10), _per_cent(figure.p90))
    return _span(figure.bound, _per_cent(figure.value))


def _per_cent(ratio: float | None) -> float | None:
    return None if ratio is None else leaving(PER_CENT * ratio, DIGITS)


def _span(bound: Bound | None, value: float | None) -> Span:
    """Give a value, or what a bound leaves open."""
    if bound == "at_most":
        return (None, value)
    return (value, None) if bound == "at_least" else value


RANGES: Mapping[str, Callable[[Shelf], list[Span]]] = {"cost": _costs, "roi": _returns}

MONEY = frozenset({"cost"})
"""The ranges that are in money, not in per cent."""


# Orders ------------------------------------------------------------------------------------------

Key = Callable[[CaseJudgement, Entry], Any]


def _order(shelf: Shelf, key: Key) -> list[int]:
    """Give the places of the cases in another order; equal ones stay as they are."""
    keys = [
        key(judged, one) for judged, one in zip(shelf.cases, shelf.entries.values(), strict=True)
    ]
    return sorted(range(len(keys)), key=keys.__getitem__)


ORDERS: Mapping[str, Key] = {
    "checked": lambda judged, _: -judged.case.checked.toordinal(),
    "year": lambda judged, _: -judged.case.period.start.year,
    "title": lambda _, one: order_key(one.title.text),
}
"""The other orders that readers may choose. By return is not among them."""
