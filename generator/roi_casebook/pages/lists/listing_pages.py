"""The listings: the cases of one sector, channel, kind, country or direction; and where they all are.

They need no script. Each leads to its neighbours: the listings before and after it by label.

Long lists on several pages: the first keeps its address, the others add their number to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.pages.lists.facets import LISTED, Facet, Option
from roi_casebook.pages.lists.published_cases import CasesInLanguage
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.addresses import relative
from roi_casebook.pages.parts.links import Link, link
from roi_casebook.pages.parts.page import Crumb, Page, Section
from roi_casebook.wording import Written

ROWS = 50
"""As many cases stand on one page of a list."""


@dataclass(frozen=True)
class Turn:
    """A link to one page of a list."""

    text: str
    href: str
    is_here: bool


@dataclass(frozen=True)
class Sheet:
    """One page of a list; turns: to all its pages, none where it is the only one."""

    number: int
    address: str
    rows: tuple[Markup, ...]
    turns: tuple[Turn, ...]


def sheets(address: str, rows: Sequence[Markup]) -> tuple[Sheet, ...]:
    """Part a list into pages; an empty one has a page too."""
    starts = range(0, max(len(rows), 1), ROWS)
    addresses = [nth(address, number) for number in range(1, len(starts) + 1)]
    return tuple(
        Sheet(number, here, tuple(rows[start : start + ROWS]), _turns(here, addresses))
        for number, (here, start) in enumerate(zip(addresses, starts, strict=True), start=1)
    )


def nth(address: str, number: int) -> str:
    """Give the address of a page of a list; no id holds a dot, so it is nobody else's."""
    return address if number == 1 else address.replace(".html", f".page-{number}.html")


def _turns(here: str, addresses: Sequence[str]) -> tuple[Turn, ...]:
    if len(addresses) == 1:
        return ()
    return tuple(
        Turn(str(number), relative(here, there), here == there)
        for number, there in enumerate(addresses, start=1)
    )


@dataclass(frozen=True)
class ListingView:
    """One page of a listing; definition: of what is listed, where the vocabulary has one."""

    count: str
    definition: Written | None
    rows: tuple[Markup, ...]
    turns: tuple[Turn, ...]
    previous: Link | None
    next: Link | None
    all: Link


@dataclass(frozen=True)
class Counted:
    """A link to a listing, and how many cases it has."""

    link: Link
    number: str
    said: str


@dataclass(frozen=True)
class Group:
    """The listings of one facet."""

    id: str
    heading: str
    listings: tuple[Counted, ...]


@dataclass(frozen=True)
class _Listing:
    """What one listing is made from, with its neighbours."""

    shelf: CasesInLanguage
    facet: Facet
    option: Option
    before: Option | None
    after: Option | None

    @property
    def address(self) -> str:
        return anchors.listing(self.facet.folder, self.option.value)

    @property
    def title(self) -> str:
        """Its title, which says what kind of thing is listed."""
        names = {"facet": self.shelf.site.wording.t(f"facet.{self.facet.name}")}
        return self.shelf.site.wording.t("listing.title", **names, value=self.option.label.text)


def listing_pages(shelf: CasesInLanguage) -> Iterator[Page]:
    """Make the page of all listings, then the pages of each."""
    yield _listings_page(shelf)
    for facet in LISTED:
        found = shelf.options[facet.name]
        for option, before, after in zip(found, (None, *found), (*found[1:], None), strict=False):
            yield from _pages(_Listing(shelf, facet, option, before, after))


def _pages(listing: _Listing) -> Iterator[Page]:
    shelf, w = listing.shelf, listing.shelf.site.wording
    rows = _rows(listing)
    for sheet in sheets(listing.address, rows):
        title = listing.title
        if sheet.number > 1:
            title = w.t("list.title", title=title, n=sheet.number)
        view = _view(listing, sheet, len(rows))
        yield Page(
            kind="listing",
            language=w.language,
            address=sheet.address,
            title=title,
            description=w.t("listing.description", title=listing.title, n=len(rows)),
            heading=title,
            sections=(),
            body=shelf.site.templates.filled("listing.html", listing=view, t=w.t),
            alternates=shelf.site.alternates(sheet.address),
            crumbs=_crumbs(listing),
        )


def _rows(listing: _Listing) -> Sequence[Markup]:
    column, value = listing.shelf.table[listing.facet.column], listing.option.value
    return [
        listing.shelf.rows[slug]
        for slug, found in zip(listing.shelf.rows, column, strict=True)
        if value in (found if isinstance(found, tuple) else (str(found),))
    ]


def _crumbs(listing: _Listing) -> tuple[Crumb, ...]:
    w, facet = listing.shelf.site.wording, listing.facet
    return (
        Crumb(w.t("nav.cases"), anchors.CASES),
        Crumb(w.t(f"facet.{facet.name}.by"), f"{anchors.LISTINGS}#{facet.folder}"),
    )


def _view(listing: _Listing, sheet: Sheet, number: int) -> ListingView:
    w = listing.shelf.site.wording
    return ListingView(
        count=w.t("list.count", n=number),
        definition=w.labels.definition(listing.facet.folder, listing.option.value),
        rows=sheet.rows,
        turns=sheet.turns,
        previous=_neighbour(listing, sheet, listing.before),
        next=_neighbour(listing, sheet, listing.after),
        all=Link(w.t("listing.all"), relative(sheet.address, anchors.LISTINGS)),
    )


def _neighbour(listing: _Listing, sheet: Sheet, other: Option | None) -> Link | None:
    if other is None:
        return None
    there = anchors.listing(listing.facet.folder, other.value)
    return link(other.label, relative(sheet.address, there))


# All listings ------------------------------------------------------------------------------------


def _listings_page(shelf: CasesInLanguage) -> Page:
    site, w = shelf.site, shelf.site.wording
    groups = tuple(_group(shelf, facet) for facet in LISTED if shelf.options[facet.name])
    return Page(
        kind="listing",
        language=w.language,
        address=anchors.LISTINGS,
        title=w.t("listing.all"),
        description=w.t("listing.all.description"),
        heading=w.t("listing.all"),
        sections=tuple(Section(group.id, group.heading) for group in groups),
        body=site.templates.filled("listings.html", groups=groups, t=w.t),
        alternates=site.alternates(anchors.LISTINGS),
        crumbs=(Crumb(w.t("nav.cases"), anchors.CASES),),
    )


def _group(shelf: CasesInLanguage, facet: Facet) -> Group:
    w = shelf.site.wording
    return Group(
        id=facet.folder,
        heading=w.t(f"facet.{facet.name}.by"),
        listings=tuple(
            Counted(
                link=link(one.label, anchors.listing(facet.folder, one.value)),
                number=w.numbers.number(one.number),
                said=w.t("list.count", n=one.number),
            )
            for one in shelf.options[facet.name]
        ),
    )
