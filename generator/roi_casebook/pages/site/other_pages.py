"""What stays of an address: redirects from earlier names, tombstones, and the page for a wrong one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roi_casebook.appraisal import AppraisedCase
from roi_casebook.config import SiteConfig
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.addresses import in_site, path_of, relative
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.case_rows import titled
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.page import NOT_FOUND, Crumb, Page, Redirect
from roi_casebook.pages.parts.templates import Templates
from roi_casebook.wording import Wording, Written


@dataclass(frozen=True)
class TombstoneView:
    """A withdrawn case: since when, why, and what stands in its place."""

    withdrawn_on: str
    why: Written
    replaced_by: Link | None
    catalogue: Link


@dataclass(frozen=True)
class NotFoundView:
    """The page for a wrong address in one language, with ways on."""

    language: str
    heading: str
    text: str
    ways: tuple[Link, ...]


def tombstone(site: SiteInLanguage, judged: AppraisedCase) -> Page:
    """Make the page that a withdrawn case leaves."""
    w, case, here = site.wording, judged.case, anchors.case_address(judged.slug)
    title = w.texts.written(case.title).text
    return Page(
        kind="tombstone",
        language=w.language,
        address=here,
        title=w.t("tombstone.title", title=title),
        description=w.t("tombstone.description"),
        heading=title,
        sections=(),
        body=site.templates.filled("tombstone.html", case=_tombstone(site, judged, here), t=w.t),
        alternates=site.alternates(here),
        crumbs=(Crumb(w.t("nav.cases"), anchors.CASES),),
        listed=False,
    )


def _tombstone(site: SiteInLanguage, judged: AppraisedCase, here: str) -> TombstoneView:
    w, withdrawn = site.wording, judged.case.withdrawn
    assert withdrawn is not None  # noqa: S101 -- the reader refuses a withdrawn case without its reason
    other = next((one for one in site.cases if one.slug == withdrawn.replaced_by), None)
    return TombstoneView(
        withdrawn_on=w.t("tombstone.withdrawn", date=w.times.date(withdrawn.on)),
        why=w.texts.written(withdrawn.why),
        replaced_by=titled(other, w, here) if other else None,
        catalogue=Link(w.t("nav.all_cases"), relative(here, anchors.CASES)),
    )


def redirects(cases: Sequence[AppraisedCase], wordings: Sequence[Wording]) -> Iterator[Redirect]:
    """Give a redirect for each earlier name of a case, in each language."""
    for judged in cases:
        for slug in judged.case.formerly:
            for w in wordings:
                yield Redirect(
                    language=w.language,
                    address=anchors.case_address(slug),
                    to=anchors.case_address(judged.slug),
                    title=w.texts.written(judged.case.title).text,
                )


def not_found_page(config: SiteConfig, wordings: Sequence[Wording], templates: Templates) -> Page:
    """Make the one page for a wrong address: in all languages, for it knows none."""
    first = wordings[0]
    views = tuple(_not_found(config, w) for w in wordings)
    return Page(
        kind=NOT_FOUND,
        language=first.language,
        address="404.html",
        title=first.t("not_found.title"),
        description=first.t("not_found.text"),
        heading=first.t("not_found.title"),
        sections=(),
        body=templates.filled("not_found.html", views=views),
        alternates={},
        listed=False,
    )


def _not_found(config: SiteConfig, w: Wording) -> NotFoundView:
    base = path_of(config.address)
    pages = {"nav.home": anchors.HOME, "nav.all_cases": anchors.CASES}
    ways = (
        Link(w.t(key), f"{base}/{in_site(w.language, address, config.languages[0])}")
        for key, address in pages.items()
    )
    return NotFoundView(w.language, w.t("not_found.title"), w.t("not_found.text"), tuple(ways))
