"""The catalogue: all cases by evidence, on plain pages; a script filters and sorts on the first.

The filters stand on the first page only, with the words that its script needs; what it filters is
`catalogue_data`, a script beside the page. Without a script the listings do their part.

What the catalogue's script filters and shows: one list a property, in the order of the catalogue.

A classic script that sets one name, since a page opened from a folder may fetch nothing. All texts
are finished; of a facet stands the place of its value among the boxes of the page; what rows share
(horizons, marks) stands once. The script computes nothing but which rows stay.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from markupsafe import Markup
from pandas import isna

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.evidence.locks import WORDS
from roi_casebook.charts import locks_glyph
from roi_casebook.library.table import comparable_table
from roi_casebook.pages.lists.facets import FACETS, LISTED, Facet, Option
from roi_casebook.pages.lists.listing_pages import ROWS, Sheet, Turn, sheets
from roi_casebook.pages.lists.published_cases import CasesInLanguage, blank
from roi_casebook.pages.lists.result_costs import ResultCost
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.addresses import relative
from roi_casebook.pages.parts.case_rows import CaseRow
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.page import Crumb, Page
from roi_casebook.pages.parts.standing import as_it_may_stand, is_shown_as_range
from roi_casebook.roi.figures import Figure, Side, leaving
from roi_casebook.wording import Written
from roi_casebook.wording.typography import order_key

NAME = "casebookCatalogue"
DIGITS = 4
"""More digits than readers see or type."""
PER_CENT = 100

Span = float | tuple[float | None, float | None] | None
"""A value; or between which it lies, None where there is no end; or None where there is nothing."""


def catalogue_data(shelf: CasesInLanguage) -> str:
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
        "results": {measure: _results(shelf, measure) for measure in shelf.results},
        "leads": {
            str(place): [one.result.name, one.result.text, one.result.is_reason]
            for place, one in enumerate(entries)
            if one.result
        },
        "horizons": _shared([one.horizon for one in entries]),
        "facets": {facet.name: _places(shelf, facet) for facet in FACETS},
        "ranges": {name: spans(shelf) for name, spans in RANGES.items()},
        "orders": {name: _order(shelf, key) for name, key in ORDERS.items()},
    }
    return f"window.{NAME}={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _own(entry: CaseRow, metric: str) -> str:
    return next((own.text for own in entry.metrics if own.id == metric), "")


def _incomparable(entry: CaseRow) -> str:
    return entry.compared.text if entry.compared and not entry.compared.figures else ""


def _rare(texts: Sequence[str]) -> dict[str, str]:
    """Give what is seldom there by its place."""
    return {str(place): text for place, text in enumerate(texts) if text}


def _shared(texts: Sequence[str]) -> dict[str, list[Any]]:
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
        "spans": {str(where[one.slug]): _span_of_result(one) for one in costs},
        "order": [where[one.slug] for one in costs],
    }


def _span_of_result(one: ResultCost) -> Span:
    figure = one.figure
    return _shown_span(figure, _amount, is_range=one.is_range)


def _amount(x: float | None) -> float | None:
    return None if x is None else leaving(x, DIGITS)


# Ranges ------------------------------------------------------------------------------------------


def _costs(shelf: CasesInLanguage) -> list[Span]:
    """Give the costs in the currency and the prices in which the site compares."""
    table = comparable_table(shelf.cases, shelf.comparison)
    columns = (table[f"pv_costs_comparable_{part}"] for part in ("value", "side"))
    return [
        None if isna(value) else _span(side, leaving(value, DIGITS))
        for value, side in zip(*columns, strict=True)
    ]


def _returns(shelf: CasesInLanguage) -> list[Span]:
    return [_return(judged) for judged in shelf.cases]


def _return(judged: JudgedCase) -> Span:
    """Give the return in per cent as the row shows it: as a range where it shows that alone."""
    figure = as_it_may_stand(judged, judged.leading)
    is_range = is_shown_as_range(judged.evidence.locks, figure)
    return _shown_span(figure, _per_cent, is_range=is_range)


def _shown_span(
    figure: Figure, written: Callable[[float | None], float | None], *, is_range: bool
) -> Span:
    """Give a figure as the row shows it: as a range where it shows that alone."""
    if is_range:
        return (
            None if figure.side in {"or_lower", "either"} else written(figure.p10),
            None if figure.side in {"or_higher", "either"} else written(figure.p90),
        )
    return _span(figure.side, written(figure.value))


def _per_cent(ratio: float | None) -> float | None:
    return None if ratio is None else leaving(PER_CENT * ratio, DIGITS)


def _span(side: Side | None, value: float | None) -> Span:
    """Give a value, or what its side leaves open; nothing where that is both ways."""
    if side == "either":
        return None
    if side == "or_lower":
        return (None, value)
    return (value, None) if side == "or_higher" else value


RANGES: Mapping[str, Callable[[CasesInLanguage], list[Span]]] = {"cost": _costs, "roi": _returns}

RESULT = "result"
"""The range, and the order, by what one result cost: of one measure alone."""
MONEY = frozenset({"cost", RESULT})
"""The ranges that are in money, not in per cent."""


# Orders ------------------------------------------------------------------------------------------

Key = Callable[[JudgedCase, CaseRow], Any]


def _order(shelf: CasesInLanguage, key: Key) -> list[int]:
    """Give the places of the cases in another order; equal ones stay as they are."""
    keys = [
        key(judged, one) for judged, one in zip(shelf.cases, shelf.entries.values(), strict=True)
    ]
    return sorted(range(len(keys)), key=keys.__getitem__)


ORDERS: Mapping[str, Key] = {
    "checked": lambda judged, _: -judged.case.checked.toordinal(),
    "year": lambda judged, _: -(began.year if (began := judged.case.period.began) else 0),
    "title": lambda _, one: order_key(one.title.text),
}
"""The other orders that readers may choose. By return is not among them."""


OPEN = frozenset({"evidence", "direction", "sector"})
"""The facets that stand open at first."""


@dataclass(frozen=True)
class Choice:
    """A box to tick. locks: of a grade of evidence, as a sign and in words, else ""."""

    value: str
    label: Written
    number: str
    locks: Markup
    locks_said: str


@dataclass(frozen=True)
class FacetView:
    """A facet with its boxes."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    is_open: bool


@dataclass(frozen=True)
class RangeView:
    """Two numbers to filter between.

    unit: what they are in; currency: its code where they are money, else ""; help: which cases count.
    """

    name: str
    label: str
    unit: str
    currency: str
    help: str


@dataclass(frozen=True)
class Filters:
    """What a script filters by. data: the address of its data; blank: a row to fill in.

    decimal, group: the signs by which it reads and writes numbers.
    """

    decimal: str
    group: str
    facets: tuple[FacetView, ...]
    ranges: tuple[RangeView, ...]
    orders: tuple[tuple[str, str], ...]
    data: str
    blank: Markup


@dataclass(frozen=True)
class CatalogueView:
    """One page of the catalogue.

    filters: on the first alone; whole: the way to it from the others; method: how amounts compare.
    """

    count: str
    order: str
    rows: tuple[Markup, ...]
    turns: tuple[Turn, ...]
    filters: Filters | None
    whole: Link | None
    method: Link
    browse: tuple[Link, ...]


def catalogue_pages(shelf: CasesInLanguage) -> tuple[Page, ...]:
    """Make the pages of the catalogue of a language."""
    data = catalogue_data(shelf)
    return tuple(
        _page(shelf, sheet, data if sheet.number == 1 and shelf.cases else "")
        for sheet in sheets(anchors.CASES, list(shelf.rows.values()))
    )


def _page(shelf: CasesInLanguage, sheet: Sheet, data: str) -> Page:
    site, w = shelf.site, shelf.site.wording
    is_first = sheet.number == 1
    title = (
        w.t("nav.cases") if is_first else w.t("list.title", title=w.t("nav.cases"), n=sheet.number)
    )
    return Page(
        kind="catalogue",
        language=w.language,
        address=sheet.address,
        title=title,
        description=w.t("catalogue.description"),
        heading=title,
        sections=(),
        body=site.templates.filled("catalogue.html", catalogue=_view(shelf, sheet, data), t=w.t),
        alternates=site.alternates(sheet.address),
        crumbs=() if is_first else (Crumb(w.t("nav.cases"), anchors.CASES),),
        data=data,
    )


def _view(shelf: CasesInLanguage, sheet: Sheet, data: str) -> CatalogueView:
    w = shelf.site.wording
    return CatalogueView(
        count=w.t("list.count", n=len(shelf.cases)),
        order=w.t("catalogue.order"),
        rows=sheet.rows,
        turns=sheet.turns,
        filters=_filters(shelf, data) if data else None,
        whole=None
        if sheet.number == 1
        else Link(w.t("catalogue.whole"), relative(sheet.address, anchors.CASES)),
        method=Link(
            w.t("comparison.method"),
            f"{relative(sheet.address, anchors.METHOD)}#comparison",
        ),
        browse=tuple(
            Link(
                w.t(f"facet.{facet.name}.by"),
                f"{relative(sheet.address, anchors.LISTINGS)}#{facet.folder}",
            )
            for facet in LISTED
            if shelf.options[facet.name]
        ),
    )


def _filters(shelf: CasesInLanguage, data: str) -> Filters:
    w = shelf.site.wording
    version = sha256(data.encode()).hexdigest()[:8]
    by_result = (RESULT,) if shelf.results else ()
    return Filters(
        decimal=w.numbers.decimal_sign,
        group=w.numbers.group_sign,
        facets=tuple(_facet(shelf, facet) for facet in FACETS if shelf.options[facet.name]),
        ranges=tuple(_range(shelf, name) for name in (*RANGES, *by_result)),
        orders=tuple((name, w.t(f"order.{name}")) for name in ("evidence", *ORDERS, *by_result)),
        data=f"{relative(anchors.CASES, anchors.beside(anchors.CASES))}?v={version}",
        blank=shelf.row(blank(w, shelf.site.config.metrics, shelf.comparison)),
    )


def _range(shelf: CasesInLanguage, name: str) -> RangeView:
    w, to = shelf.site.wording, shelf.comparison
    unit = w.t(f"range.{name}.unit", currency=to.currency, year=str(to.year))
    return RangeView(
        name=name,
        label=w.t(f"range.{name}"),
        unit=unit,
        currency=to.currency if name in MONEY else "",
        help=w.t(f"range.{name}.help"),
    )


def _facet(shelf: CasesInLanguage, facet: Facet) -> FacetView:
    return FacetView(
        name=facet.name,
        label=shelf.site.wording.t(f"facet.{facet.name}"),
        choices=tuple(_choice(shelf, facet, one) for one in shelf.options[facet.name]),
        is_open=facet.name in OPEN,
    )


def _choice(shelf: CasesInLanguage, facet: Facet, option: Option) -> Choice:
    w, value = shelf.site.wording, option.value
    number = w.numbers.number(option.number)
    if facet.name != "evidence":
        return Choice(value, option.label, number, Markup(), "")
    count = WORDS.index(value) if value in WORDS else 0
    said = w.evidence.label("count", str(count))
    return Choice(value, option.label, number, locks_glyph(count), said)
