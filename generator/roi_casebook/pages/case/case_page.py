"""The pages of a case: its first screen, then its sections; and, apart, its working.

First screen: the finding, who had an interest, cost and return with evidence and maturity, and the
case in three answers.
"""

from dataclasses import dataclass

from roi_casebook.case import Case
from roi_casebook.pages.case.about import interest_view
from roi_casebook.pages.case.first_screen.first_verdict import FirstVerdict, first_verdict
from roi_casebook.pages.case.first_screen.gist import gist_view
from roi_casebook.pages.case.first_screen.leads import first_chips, first_strip, lead_line
from roi_casebook.pages.case.first_screen.strip import StripItem
from roi_casebook.pages.case.passed_on.linked_data import linked_data
from roi_casebook.pages.case.sections import NumberedCase, SectionView, numbered_case, section_views
from roi_casebook.pages.case.step_by_step.ways_between import ids_in, led_on
from roi_casebook.pages.case.step_by_step.working_page import (
    WorkingData,
    working_data,
    working_page,
    working_parts,
)
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import AlikeView, Fact, Link
from roi_casebook.pages.parts.page import Crumb, Page, Section
from roi_casebook.pages.parts.source_links import with_citations
from roi_casebook.pages.parts.templates import Templates, without_indents
from roi_casebook.wording import Prose, Wording, Written


@dataclass(frozen=True)
class FirstScreen:
    """What a reader sees first.

    untranslated_title: the name of the language of the title, "" where it is that of the page;
    leading_label: of the reading that leads, None in a case without readings; workbook: the way to its
    workbook, None where the site makes none; what_if: to the script that computes it anew, or "".
    """

    untranslated_title: str
    finding: Prose
    interest: tuple[Fact, ...]
    strip: tuple[StripItem, ...]
    leading_label: Written | None
    verdict: FirstVerdict | None
    chips: tuple[str, ...]
    gist: tuple[Fact, ...]
    workbook: Link | None
    what_if: str


@dataclass(frozen=True)
class CaseView:
    """A whole case page. alike: cases like it; previous, next: its neighbours in the catalogue.

    data: of its note panel.
    """

    first_screen: FirstScreen
    sections: tuple[SectionView, ...]
    alike: AlikeView | None
    previous: Link | None
    next: Link | None
    data: WorkingData


@dataclass(frozen=True)
class CasePages:
    """The pages of a case: what a reader asks; its working, step by step; and what both are made from."""

    case: Page
    working: Page
    numbered: NumberedCase


def case_pages(
    c: CaseInLanguage,
    templates: Templates,
    previous: Link | None = None,
    following: Link | None = None,
    alike: AlikeView | None = None,
) -> CasePages:
    """Make the pages of a case. previous, following: its neighbours in the catalogue."""
    of = numbered_case(c)
    parts = working_parts(of, templates)
    data = working_data(c, parts)
    sections = tuple(section_views(of))
    view = CaseView(first_screen(of), sections, alike, previous, following, data)
    filled = templates.filled("case.html", case=view, t=c.wording.t)
    body = without_indents(with_citations(filled, c))
    own = ids_in(body)
    page = _page(c, sections, led_on(body, parts.ids - own, data.working), parts.inputs)
    return CasePages(page, working_page(c, parts, data.script, own), of)


def _page(c: CaseInLanguage, sections: tuple[SectionView, ...], body: str, inputs: str) -> Page:
    w, title, result = c.wording, c.wording.texts.written(c.case.title), lead_line(c)
    return Page(
        kind="case",
        language=w.language,
        address=c.addresses.here,
        title=title.text,
        description=w.texts.written(c.case.summary).text,
        heading=title.text,
        sections=tuple(Section(one.id, w.t(f"section.{one.id}")) for one in sections),
        body=body,
        alternates=dict.fromkeys(c.config.languages, c.addresses.here),
        crumbs=_crumbs(c.case, c.wording),
        result=result,
        found_by=inputs,
        linked_data=linked_data(c, result),
    )


def _crumbs(case: Case, w: Wording) -> tuple[Crumb, ...]:
    sector = case.organisation.sector
    return (
        Crumb(w.t("nav.cases"), anchors.CASES),
        Crumb(w.labels.term("sectors", sector).text, anchors.listing("sectors", sector)),
    )


def first_screen(of: NumberedCase) -> FirstScreen:
    """Give what a reader of a case sees first."""
    c, w = of.c, of.c.wording
    reading = c.case.leading_reading()
    return FirstScreen(
        untranslated_title=w.texts.written(c.case.title).language_name,
        finding=w.texts.line(c.case.summary),
        interest=interest_view(c.case, c.wording),
        strip=first_strip(c, of.leading, of.social),
        leading_label=w.texts.written(c.case.readings[reading].label) if reading else None,
        verdict=first_verdict(c),
        chips=first_chips(c, of.leading, of.social),
        gist=gist_view(c),
        workbook=_workbook(c),
        what_if=c.addresses.what_if if "what-if" in c.config.exports else "",
    )


def _workbook(c: CaseInLanguage) -> Link | None:
    if "workbook" not in c.config.exports:
        return None
    return Link(c.wording.t("workbook.link"), c.addresses.workbook)
