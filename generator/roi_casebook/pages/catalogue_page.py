"""The catalogue: all cases in a plain table, never sorted by their return."""

from dataclasses import dataclass

from roi_casebook.pages import anchors
from roi_casebook.pages.entries import Entry, entries, published
from roi_casebook.pages.page import Page
from roi_casebook.pages.site_telling import SiteTelling


@dataclass(frozen=True)
class CatalogueView:
    """All cases in short."""

    count: str
    entries: tuple[Entry, ...]


def catalogue_page(site: SiteTelling) -> Page:
    """Make the catalogue of a language."""
    w, cases = site.wording, published(site.cases)
    view = CatalogueView(w.t("catalogue.order", n=len(cases)), entries(cases, w, anchors.CASES))
    return Page(
        kind="catalogue",
        language=w.language,
        address=anchors.CASES,
        title=w.t("nav.cases"),
        description=w.t("catalogue.description"),
        heading=w.t("nav.cases"),
        sections=(),
        body=site.templates.filled("catalogue.html", catalogue=view, w=w),
        alternates=site.alternates(anchors.CASES),
    )
