"""The catalogue: all cases by evidence, on plain pages; a script filters and sorts on the first.

The filters stand on the first page only, with the words that its script needs; what it filters is
`catalogue_data`, a script beside the page. Without a script the listings do their part.
"""

from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from roi_casebook.appraisal.evidence.locks import WORDS
from roi_casebook.charts import locks_glyph
from roi_casebook.pages import anchors
from roi_casebook.pages.addresses import relative
from roi_casebook.pages.catalogue_data import MONEY, ORDERS, RANGES, catalogue_data
from roi_casebook.pages.facets import FACETS, LISTED, Facet, Option
from roi_casebook.pages.page import Crumb, Page
from roi_casebook.pages.sheets import Sheet, sheets
from roi_casebook.pages.shelf import Shelf, blank
from roi_casebook.pages.views import Link
from roi_casebook.wording import Written

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
    """What a script filters by. data: the address of its data; blank: a row to fill in."""

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
    sheet: Sheet
    filters: Filters | None
    whole: Link | None
    method: Link
    browse: tuple[Link, ...]


def catalogue_pages(shelf: Shelf) -> tuple[Page, ...]:
    """Make the pages of the catalogue of a language."""
    data = catalogue_data(shelf)
    return tuple(
        _page(shelf, sheet, data if sheet.number == 1 and shelf.cases else "")
        for sheet in sheets(anchors.CASES, list(shelf.rows.values()))
    )


def _page(shelf: Shelf, sheet: Sheet, data: str) -> Page:
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
        body=site.templates.filled("catalogue.html", catalogue=_view(shelf, sheet, data), w=w),
        alternates=site.alternates(sheet.address),
        crumbs=() if is_first else (Crumb(w.t("nav.cases"), anchors.CASES),),
        data=data,
    )


def _view(shelf: Shelf, sheet: Sheet, data: str) -> CatalogueView:
    w = shelf.site.wording
    return CatalogueView(
        count=w.t("list.count", n=len(shelf.cases)),
        order=w.t("catalogue.order"),
        sheet=sheet,
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


def _filters(shelf: Shelf, data: str) -> Filters:
    w = shelf.site.wording
    version = sha256(data.encode()).hexdigest()[:8]
    return Filters(
        facets=tuple(_facet(shelf, facet) for facet in FACETS),
        ranges=tuple(_range(shelf, name) for name in RANGES),
        orders=tuple((name, w.t(f"order.{name}")) for name in ("evidence", *ORDERS)),
        data=f"{relative(anchors.CASES, anchors.beside(anchors.CASES))}?v={version}",
        blank=shelf.row(blank(w, shelf.site.config.metrics, shelf.comparison)),
    )


def _range(shelf: Shelf, name: str) -> RangeView:
    w, to = shelf.site.wording, shelf.comparison
    unit = w.t(f"range.{name}.unit", currency=to.currency, year=str(to.year))
    return RangeView(
        name=name,
        label=w.t(f"range.{name}"),
        unit=unit,
        currency=to.currency if name in MONEY else "",
        help=w.t(f"range.{name}.help"),
    )


def _facet(shelf: Shelf, facet: Facet) -> FacetView:
    return FacetView(
        name=facet.name,
        label=shelf.site.wording.t(f"facet.{facet.name}"),
        choices=tuple(_choice(shelf, facet, one) for one in shelf.options[facet.name]),
        is_open=facet.name in OPEN,
    )


def _choice(shelf: Shelf, facet: Facet, option: Option) -> Choice:
    w, value = shelf.site.wording, option.value
    number = w.number(option.number)
    if facet.name != "evidence":
        return Choice(value, option.label, number, Markup(), "")
    count = WORDS.index(value) if value in WORDS else 0
    said = w.evidence("count", str(count))
    return Choice(value, option.label, number, locks_glyph(count), said)
