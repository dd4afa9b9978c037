"""All cases as a plain table, for those who read without a script; in the order of the catalogue."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.appraisal import JudgedCase
from roi_casebook.pages.lists.catalogue_cells import Head, cells_of, heads
from roi_casebook.pages.lists.listing_pages import Turn, sheets
from roi_casebook.pages.lists.published_cases import CasesInLanguage
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.addresses import relative
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.page import Crumb, Page


@dataclass(frozen=True)
class CasesTableView:
    """One page of the table; whole: the way to the catalogue, where it can be filtered."""

    count: str
    order: str
    heads: tuple[Head, ...]
    rows: tuple[Markup, ...]
    turns: tuple[Turn, ...]
    whole: Link


def cases_table_pages(shelf: CasesInLanguage) -> Iterator[Page]:
    """Make the pages of the table of a language; without cases there is none."""
    site, w = shelf.site, shelf.site.wording
    rows = [_row(shelf, judged) for judged in shelf.cases]
    for sheet in sheets(anchors.CASES_TABLE, rows) if rows else ():
        title = w.t("table.title")
        if sheet.number > 1:
            title = w.t("list.title", title=title, n=sheet.number)
        view = CasesTableView(
            count=w.t("list.count", n=len(shelf.cases)),
            order=w.t("catalogue.order"),
            heads=heads(w),
            rows=sheet.rows,
            turns=sheet.turns,
            whole=Link(w.t("catalogue.whole"), relative(sheet.address, anchors.CASES)),
        )
        yield Page(
            kind="listing",
            language=w.language,
            address=sheet.address,
            title=title,
            description=w.t("table.description"),
            heading=title,
            sections=(),
            body=site.templates.filled("cases_table.html", table=view, t=w.t),
            alternates=site.alternates(sheet.address),
            crumbs=(Crumb(w.t("nav.cases"), anchors.CASES),),
        )


def _row(shelf: CasesInLanguage, judged: JudgedCase) -> Markup:
    filled = shelf.site.templates.filled("cases_table_row.html", row=cells_of(shelf, judged))
    return Markup(filled)  # noqa: S704 -- a template escapes what it prints
