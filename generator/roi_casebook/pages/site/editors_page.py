"""How a case is written: the guide for editors, with examples cut from cases and what check says."""

from collections.abc import Iterator
from dataclasses import dataclass

from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.page import Page, Section
from roi_casebook.shipped.editors_guide import GuideSection, editors_guide
from roi_casebook.shipped.problem_codes import examples
from roi_casebook.wording import Prose, Written


@dataclass(frozen=True)
class SaidByCheck:
    """A problem as the machine says it, which is always in English."""

    code: str
    line: str
    message: str
    hint: str


@dataclass(frozen=True)
class EditorsSectionView:
    """A part of the guide. case: the page from whose file the example is cut, where the site has it."""

    id: str
    title: Written
    text: Prose
    example: str
    case: Link | None
    said: tuple[SaidByCheck, ...]


@dataclass(frozen=True)
class EditorsView:
    """The guide for editors."""

    lead: Prose
    sections: tuple[EditorsSectionView, ...]


def editors_page(site: SiteInLanguage) -> Page:
    """Make the guide for editors of a language."""
    w, guide = site.wording, editors_guide()
    view = EditorsView(
        lead=w.texts.prose(guide.lead),
        sections=tuple(_section(site, each) for each in guide.sections),
    )
    title = w.texts.written(guide.title).text
    return Page(
        kind="editors",
        language=w.language,
        address=anchors.EDITORS,
        title=title,
        description=w.texts.written(guide.description).text,
        heading=title,
        sections=tuple(Section(each.id, each.title.text) for each in view.sections),
        body=site.templates.filled("editors.html", editors=view, t=w.t),
        alternates=site.alternates(anchors.EDITORS),
    )


def editors_link(site: SiteInLanguage) -> Link:
    """Give the link to the guide from the pages beside it."""
    return Link(site.wording.texts.written(editors_guide().title).text, anchors.EDITORS)


def _section(site: SiteInLanguage, section: GuideSection) -> EditorsSectionView:
    w = site.wording
    return EditorsSectionView(
        id=section.id,
        title=w.texts.written(section.title),
        text=w.texts.prose(section.text),
        example=section.example.rstrip(),
        case=_case(site, section.case),
        said=tuple(_said(section.codes)),
    )


def _case(site: SiteInLanguage, slug: str) -> Link | None:
    """Give the link to a case, where the site has its page."""
    for judged in site.cases:
        if judged.slug == slug and judged.case.state == "published":
            title = site.wording.texts.written(judged.case.title).text
            return Link(title, anchors.case_address(slug))
    return None


def _said(codes: tuple[str, ...]) -> Iterator[SaidByCheck]:
    for code in codes:
        told = examples()[code]
        yield SaidByCheck(code, told.get("line", ""), told["message"], told.get("hint", ""))
