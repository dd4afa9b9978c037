"""All sources of all cases, by case."""

from dataclasses import dataclass

from roi_casebook.appraisal import AppraisedCase
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


def sources_page(site: SiteInLanguage) -> Page:
    """Make the page of sources of a language."""
    w = site.wording
    cases = tuple(_of_case(site, judged) for judged in published_cases(site.cases))
    return Page(
        kind="sources",
        language=w.language,
        address=anchors.SOURCES,
        title=w.t("section.sources"),
        description=w.t("sources.description"),
        heading=w.t("section.sources"),
        sections=tuple(Section(own.id, own.title.text) for own in cases),
        body=site.templates.filled("sources.html", cases=cases, t=w.t),
        alternates=site.alternates(anchors.SOURCES),
    )


def _of_case(site: SiteInLanguage, judged: AppraisedCase) -> SourcesOfCase:
    return SourcesOfCase(
        id=f"case-{judged.slug}",
        title=titled(judged, site.wording, anchors.SOURCES),
        sources=tuple(
            source_view(site.wording, source, f"case-{judged.slug}--{anchors.of('source', name)}")
            for name, source in judged.case.sources.items()
        ),
    )
