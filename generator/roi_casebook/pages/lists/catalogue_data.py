"""What the catalogue's script filters and shows: one list a property, in the order of the catalogue.

A classic script that sets one name, since a page opened from a folder may fetch nothing. All texts
are finished; of a facet stands the place of its value among the boxes of the page; what rows share
(horizons, marks, cells) stands once. The script computes nothing but which rows stay.
"""

import json
from collections.abc import Hashable, Sequence
from typing import Any

from roi_casebook.pages.lists.catalogue_cells import CELLS, cell
from roi_casebook.pages.lists.catalogue_orders import ORDERS, order
from roi_casebook.pages.lists.catalogue_ranges import RANGES, span_of_result
from roi_casebook.pages.lists.facets import FACETS, Facet
from roi_casebook.pages.lists.listing_pages import ROWS
from roi_casebook.pages.lists.published_cases import CasesInLanguage
from roi_casebook.pages.parts.case_rows import CaseRow

NAME = "casebookCatalogue"


def catalogue_data(shelf: CasesInLanguage) -> str:
    """Give the script of data for the cases of a shelf."""
    entries = tuple(shelf.entries.values())
    orders = {name: order(shelf, name) for name in ORDERS}
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
        "results": {measure: _results(shelf, measure) for measure in shelf.results},
        "leads": {
            str(place): [one.result.name, one.result.text, one.result.is_reason]
            for place, one in enumerate(entries)
            if one.result
        },
        "horizons": _shared([one.horizon for one in entries]),
        "facets": {facet.name: _places(shelf, facet) for facet in FACETS},
        "ranges": {name: spans(shelf) for name, spans in RANGES.items()},
        "orders": {name: one.places for name, one in orders.items()},
        "parts": {
            name: one.parts for name, one in orders.items() if any(label for label, _ in one.parts)
        },
        "cells": {
            name: _shared([cell(shelf, judged, name).data for judged in shelf.cases])
            for name in CELLS
        },
    }
    return f"window.{NAME}={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _own(entry: CaseRow, metric: str) -> str:
    return next((own.text for own in entry.metrics if own.id == metric), "")


def _incomparable(entry: CaseRow) -> str:
    return entry.compared.text if entry.compared and not entry.compared.figures else ""


def _rare(texts: Sequence[str]) -> dict[str, str]:
    """Give what is seldom there by its place."""
    return {str(place): text for place, text in enumerate(texts) if text}


def _shared(texts: Sequence[Hashable]) -> dict[str, list[Any]]:
    """Give each text once, and which one stands at each place."""
    known = list(dict.fromkeys(texts))
    where = {text: place for place, text in enumerate(known)}
    return {"texts": known, "of": [where[text] for text in texts]}


def _places(shelf: CasesInLanguage, facet: Facet) -> list[int | list[int]]:
    """Give for each case the place of its value among the options, or of its values."""
    where = {option.value: place for place, option in enumerate(shelf.options[facet.name])}
    column = shelf.table[facet.column]
    return [
        [where[value] for value in found] if isinstance(found, tuple) else where[str(found)]
        for found in column
    ]


def _results(shelf: CasesInLanguage, measure: str) -> dict[str, Any]:
    """Give what one result of a measure cost: what it is called, texts and spans by case, the order."""
    where = {slug: place for place, slug in enumerate(shelf.entries)}
    costs = shelf.results[measure]
    return {
        "name": shelf.result_costs.measure(measure),
        "texts": {str(where[one.slug]): shelf.result_costs.in_one_line(one) for one in costs},
        "spans": {str(where[one.slug]): span_of_result(one) for one in costs},
        "order": [where[one.slug] for one in costs],
    }
