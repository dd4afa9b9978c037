"""The reading guide: its points, what the site does about each, and the cases that show it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from re import Match

from roi_casebook.case.beside.guide import LEADS, Guide, GuideQuote, Point
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.addresses import relative
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.case_rows import titled
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.page import Page, Section
from roi_casebook.pages.parts.sources import SourceView, source_view
from roi_casebook.wording import Prose, Wording, Written

SOURCES = "sources"
"""The id of the last section."""
PAGES = {
    "home": anchors.HOME,
    "cases": anchors.CASES,
    "method": anchors.METHOD,
    "sources": anchors.SOURCES,
}
"""What a link may call a page -> its address."""


@dataclass(frozen=True)
class QuoteView:
    """A quotation in its language, what it says in that of the page, and where it stands."""

    words: Written
    meaning: Written | None
    by: str
    source: Link


@dataclass(frozen=True)
class ShownBy:
    """A case, and what it shows of the point."""

    case: Link
    shows: Prose


@dataclass(frozen=True)
class PointView:
    """A point of the guide."""

    id: str
    title: Written
    quotes: tuple[QuoteView, ...]
    text: Prose
    here: Prose
    cases: tuple[ShownBy, ...]


@dataclass(frozen=True)
class GuideView:
    """The guide."""

    lead: Prose
    points: tuple[PointView, ...]
    sources: tuple[SourceView, ...]


def guide_page(site: SiteInLanguage, guide: Guide) -> Page:
    """Make the reading guide of a language."""
    w, title = site.wording, site.wording.texts.written(guide.title).text
    view = guide_view(site, guide)
    sections = tuple(Section(point.id, point.title.text) for point in view.points)
    return Page(
        kind="guide",
        language=w.language,
        address=anchors.GUIDE,
        title=title,
        description=w.texts.written(guide.description).text,
        heading=title,
        sections=(*sections, *_sources_section(w, view)),
        body=site.templates.filled("guide.html", guide=view, t=w.t),
        alternates=site.alternates(anchors.GUIDE),
    )


def guide_view(site: SiteInLanguage, guide: Guide) -> GuideView:
    """Compose the guide."""
    w = site.wording
    return GuideView(
        lead=w.texts.prose(with_addresses(guide.lead)),
        points=tuple(_point(site, guide, name, point) for name, point in guide.points.items()),
        sources=tuple(
            source_view(w, source, anchors.of("source", name))
            for name, source in guide.sources.items()
        ),
    )


def _sources_section(w: Wording, view: GuideView) -> Iterator[Section]:
    if view.sources:
        yield Section(SOURCES, w.t("section.sources"))


def _point(site: SiteInLanguage, guide: Guide, name: str, point: Point) -> PointView:
    w = site.wording
    return PointView(
        id=name,
        title=w.texts.written(point.title),
        quotes=tuple(_quote(w, guide, quote) for quote in point.quotes.values()),
        text=w.texts.prose(with_addresses(point.text)),
        here=w.texts.prose(with_addresses(point.here)),
        cases=tuple(_shown_by(site, slug, shows) for slug, shows in point.cases.items()),
    )


def _quote(w: Wording, guide: Guide, quote: GuideQuote) -> QuoteView:
    source = guide.sources[quote.source]
    is_foreign = source.lang != w.language
    return QuoteView(
        words=w.texts.quotation(quote.words, source.lang),
        meaning=w.texts.written(quote.meaning) if quote.meaning and is_foreign else None,
        by=w.t("claims.by", by=w.texts.author(source.by), date=w.times.date(source.date)),
        source=Link(
            source.work,
            f"#{anchors.of('source', quote.source)}",
            source.lang if is_foreign else "",
        ),
    )


def _shown_by(site: SiteInLanguage, slug: str, shows: Mapping[str, str]) -> ShownBy:
    """Lead to a case; the reader has refused one that is not there."""
    judged = next(judged for judged in site.cases if judged.slug == slug)
    w = site.wording
    return ShownBy(titled(judged, w, anchors.GUIDE), w.texts.line(with_addresses(shows)))


# Links of the guide -------------------------------------------------------------------------------


def with_addresses(text: Mapping[str, str]) -> Mapping[str, str]:
    """Give a text whose links to cases, pages and sources have addresses."""
    return {language: LEADS.sub(_address, written) for language, written in text.items()}


def _address(found: Match[str]) -> str:
    kind, name, place = found[1], found[2], found[3] or ""
    if kind == "source":
        return f"](#{anchors.of('source', name)})"
    there = anchors.case_address(name) if kind == "case" else PAGES[name]
    return f"]({relative(anchors.GUIDE, there)}{place})"
