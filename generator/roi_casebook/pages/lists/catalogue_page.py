"""The catalogue: all cases by evidence, on plain pages; a script filters and sorts on the first.

The filters stand on the first page only, with the words that its script needs; what it filters is
`catalogue_data`, a script beside the page. Without a script the listings do their part, and all
cases stand on the plain pages of a table.
"""

from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from roi_casebook.appraisal.evidence.locks import WORDS
from roi_casebook.charts import locks_glyph
from roi_casebook.pages.lists.catalogue_cells import Head, heads
from roi_casebook.pages.lists.catalogue_data import catalogue_data
from roi_casebook.pages.lists.catalogue_orders import ORDERS
from roi_casebook.pages.lists.catalogue_ranges import RANGES
from roi_casebook.pages.lists.facets import FACETS, LISTED, Facet, Option
from roi_casebook.pages.lists.listing_pages import Sheet, Turn, sheets
from roi_casebook.pages.lists.published_cases import CasesInLanguage, blank
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.addresses import relative
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.page import Crumb, Page
from roi_casebook.wording import Written

RESULT = "result"
"""The range, and the order, by what one result cost: of one measure alone."""
MONEY = frozenset({"cost", RESULT})
"""The ranges that are in money, not in per cent."""

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

    decimal, group: the signs by which it reads and writes numbers; heads: of its table.
    """

    decimal: str
    group: str
    facets: tuple[FacetView, ...]
    ranges: tuple[RangeView, ...]
    orders: tuple[tuple[str, str], ...]
    data: str
    blank: Markup
    heads: tuple[Head, ...]


@dataclass(frozen=True)
class CatalogueView:
    """One page of the catalogue.

    filters: on the first alone; whole: the way to it from the others; method: how amounts compare;
    table: the way to all cases as a table.
    """

    count: str
    order: str
    rows: tuple[Markup, ...]
    turns: tuple[Turn, ...]
    filters: Filters | None
    whole: Link | None
    method: Link
    table: Link | None
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
        table=Link(w.t("table.title"), relative(sheet.address, anchors.CASES_TABLE))
        if shelf.cases
        else None,
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
        heads=heads(w),
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
