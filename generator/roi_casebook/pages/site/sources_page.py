"""All sources of all cases, by case; many cases on several pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from markupsafe import Markup

from roi_casebook.appraisal import AppraisedCase
from roi_casebook.pages.lists.listing_pages import Sheet, sheets
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.case_rows import published_cases, titled
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.page import Page, Section
from roi_casebook.pages.parts.sources import SourceView, source_view


@dataclass(frozen=True)
class SourcesOfCase:
    """The sources of one case."""

    id: str
    title: Link
    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class Elsewhere:
    """A case whose sources stand on another page, by its id there and here."""

    id: str
    way: Link


def sources_pages(site: SiteInLanguage) -> Iterator[Page]:
    """Make the pages of sources of a language, with so many cases on each as lists have.

    The first keeps the ids of the cases on the others, as links to them: an address that was given
    when all stood on one page leads on.
    """
    w = site.wording
    cases = [_of_case(site, judged) for judged in published_cases(site.cases)]
    rows = [_row(site, own) for own in cases]
    left = iter(cases)
    parts = [
        (sheet, tuple(islice(left, len(sheet.rows)))) for sheet in sheets(anchors.SOURCES, rows)
    ]
    for sheet, here in parts:
        title = w.t("section.sources")
        if sheet.number > 1:
            title = w.t("list.title", title=title, n=sheet.number)
        view = {
            "rows": sheet.rows,
            "turns": sheet.turns,
            "elsewhere": tuple(_elsewhere(parts[1:])) if sheet.number == 1 else (),
        }
        yield Page(
            kind="sources",
            language=w.language,
            address=sheet.address,
            title=title,
            description=w.t("sources.description"),
            heading=title,
            sections=tuple(Section(own.id, own.title.text) for own in here),
            body=site.templates.filled("sources.html", **view, t=w.t),
            alternates=site.alternates(sheet.address),
        )


def _row(site: SiteInLanguage, own: SourcesOfCase) -> Markup:
    filled = site.templates.filled("sources_of_case.html", own=own, t=site.wording.t)
    return Markup(filled)  # noqa: S704 -- a template escaped it


def _elsewhere(parts: Iterable[tuple[Sheet, Sequence[SourcesOfCase]]]) -> Iterator[Elsewhere]:
    """Give the ways to the cases that stand on those pages."""
    for sheet, cases in parts:
        for own in cases:
            yield Elsewhere(own.id, replace(own.title, href=f"{sheet.address}#{own.id}"))


def _of_case(site: SiteInLanguage, judged: AppraisedCase) -> SourcesOfCase:
    return SourcesOfCase(
        id=f"case-{judged.slug}",
        title=titled(judged, site.wording, anchors.SOURCES),
        sources=tuple(
            source_view(site.wording, source, f"case-{judged.slug}--{anchors.of('source', name)}")
            for name, source in judged.case.sources.items()
        ),
    )
