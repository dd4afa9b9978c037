"""The sections of a case, each named once, in the order in which a reader asks.

First what was done and against what it was compared; how the figure comes about and how sure it is;
what would have to be true; what is not money; the claims, each under its verdict. Folded: the readings,
limits, lessons, sources. Then, folded on a screen and an appendix on paper, what it all rests on: all figures, cash flow, what would have happened anyway,
the checklist, about the case, and how it is cited. Its working and its inputs stand apart, on a page of their own, to
which a section leads.

The pages and their tables of contents read these lists.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from roi_casebook.appraisal import Appraisal, JudgedCase
from roi_casebook.pages.case.about import about_view
from roi_casebook.pages.case.all_figures import figures_said, figures_section
from roi_casebook.pages.case.beside_money.soft import soft_lane_view
from roi_casebook.pages.case.bridge import bridge_view
from roi_casebook.pages.case.cash_flow import cash_flow_said, cash_flow_section
from roi_casebook.pages.case.chance import chance_view
from roi_casebook.pages.case.claims import claims_view
from roi_casebook.pages.case.conditions import conditions_view
from roi_casebook.pages.case.evidence import checklist_view, evidence_view
from roi_casebook.pages.case.inputs import InputView, inputs_said, inputs_view, numbered
from roi_casebook.pages.case.lines import without_it_view
from roi_casebook.pages.case.passed_on.citing import cite_view
from roi_casebook.pages.case.readings import readings_view
from roi_casebook.pages.case.social import in_social_lane, social_view
from roi_casebook.pages.case.step_by_step.other_readings import WorkingSection, working_section
from roi_casebook.pages.case.story import story_view
from roi_casebook.pages.parts.addresses import relative
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.numbered_notes import NotedAppraisal, noted
from roi_casebook.pages.parts.sources import sources_view
from roi_casebook.wording import Prose, Wording
from roi_casebook.wording.typography import capitalised


@dataclass(frozen=True)
class NumberedCase:
    """A case with all its notes numbered: what its sections are made from.

    others: the readings that do not lead; social: those with social value, the leading one first.
    """

    c: CaseInLanguage
    leading: NotedAppraisal
    others: tuple[NotedAppraisal, ...]
    social: tuple[NotedAppraisal, ...]
    inputs: tuple[InputView, ...]

    @property
    def notes(self) -> int:
        """How many notes its working has."""
        return sum(len(one.notes) for one in (self.leading, *self.others, *self.social))


@dataclass(frozen=True)
class CaseSection:
    """A section of a case. id: of its heading and its template.

    view: what its template shows; the section stands where that is something. fold: what it holds,
    in a few words beside its heading, of a section that is folded. opens_appendix: it is the first
    of the appendix.
    """

    id: str
    view: Callable[[NumberedCase], Any]
    fold: Callable[[Wording, Any], str] | None = None
    opens_appendix: bool = False


def _prose(field: str) -> Callable[[NumberedCase], Prose | None]:
    """Give the view of a text that an editor may write on a case."""

    def view(of: NumberedCase) -> Prose | None:
        text: Mapping[str, str] | None = getattr(of.c.case, field)
        return of.c.wording.texts.prose(text) if text else None

    return view


def ways_to_working(of: NumberedCase) -> tuple[Link, ...]:
    """Lead to the page of the working and to its inputs, and say how much stands there."""
    w, there = of.c.wording, relative(of.c.addresses.here, of.c.addresses.working)
    ways = (
        Link(w.t("fold.working", n=of.notes), f"{there}#working"),
        Link(capitalised(inputs_said(w, of.inputs)), f"{there}#inputs"),
    )
    return tuple(one for one in ways if one.text)


def _working(of: NumberedCase) -> WorkingSection:
    return working_section(of.c, of.leading, of.social, of.others, of.inputs)


SECTIONS = (
    CaseSection("story", lambda of: story_view(of.c)),
    CaseSection("bridge", lambda of: bridge_view(of.c, of.leading)),
    CaseSection("chance", lambda of: chance_view(of.c, of.leading)),
    CaseSection("evidence", lambda of: evidence_view(of.c)),
    CaseSection("what-would-have-to-be-true", lambda of: conditions_view(of.c, of.leading)),
    CaseSection("soft", lambda of: soft_lane_view(of.c)),
    CaseSection("social", lambda of: social_view(of.c, of.social, of.inputs)),
    CaseSection("claims", lambda of: claims_view(of.c)),
    CaseSection(
        "readings",
        lambda of: readings_view(of.c, (of.leading, *of.others)),
        lambda w, view: w.t("fold.readings", n=len(view.readings)),
    ),
    CaseSection("limits", _prose("limits"), lambda w, _: w.t("fold.limits")),
    CaseSection("lessons", _prose("lessons"), lambda w, _: w.t("fold.lessons")),
    CaseSection(
        "sources",
        lambda of: sources_view(of.c),
        lambda w, view: w.t("fold.sources", n=len(view)),
    ),
    CaseSection(
        "figures",
        lambda of: figures_section(of.c, of.leading),
        lambda w, view: figures_said(w, view.figures),
        opens_appendix=True,
    ),
    CaseSection(
        "cash-flow",
        lambda of: cash_flow_section(of.c, of.leading),
        cash_flow_said,
    ),
    CaseSection(
        "without-it",
        lambda of: without_it_view(of.c),
        lambda w, view: w.t("fold.without-it", n=len(view)),
    ),
    CaseSection("step-by-step", ways_to_working),
    CaseSection(
        "checklist",
        lambda of: checklist_view(of.c.judged, of.c.wording),
        lambda _, view: view.score,
    ),
    CaseSection("about", lambda of: about_view(of.c), lambda w, _: w.t("fold.about")),
    CaseSection("cite", lambda of: cite_view(of.c), lambda w, _: w.t("fold.cite")),
)
"""Every section of the page of a case, in order."""

APART = (
    CaseSection("working", _working),
    CaseSection("inputs", lambda of: of.inputs),
)
"""The sections of the page of its working."""


@dataclass(frozen=True)
class SectionView:
    """A section that stands on a page. fold: what it holds, "" where it is not folded."""

    id: str
    template: str
    fold: str
    opens_appendix: bool
    view: Any


def section_views(of: NumberedCase) -> Iterator[SectionView]:
    """Give the sections of its page that have content."""
    yield from _shown(_in_order(of.c.judged), of)


def views_apart(of: NumberedCase) -> Iterator[SectionView]:
    """Give the sections of the page of its working."""
    yield from _shown(APART, of)


def _shown(sections: tuple[CaseSection, ...], of: NumberedCase) -> Iterator[SectionView]:
    for section in sections:
        view = section.view(of)
        if view:
            said = section.fold(of.c.wording, view) if section.fold else ""
            template = f"case/{section.id}.html"
            yield SectionView(section.id, template, said, section.opens_appendix, view)


def _in_order(judged: JudgedCase) -> tuple[CaseSection, ...]:
    """Give the sections in their order; social value before soft results where it leads."""
    if judged.leads.kind != "social":
        return SECTIONS
    names = [section.id for section in SECTIONS]
    soft, social = names.index("soft"), names.index("social")
    return (*SECTIONS[:soft], SECTIONS[social], *SECTIONS[soft:social], *SECTIONS[social + 1 :])


def numbered_case(c: CaseInLanguage) -> NumberedCase:
    """Number all notes of a case: of its readings, of its social value, of its inputs."""
    leads = c.judged.leading
    rest = (one for one in c.judged.readings.values() if one is not leads)
    leading, *others = readings = tuple(noted(c, (leads, *rest), 1))
    social = tuple(noted(in_social_lane(c), _social(c.judged), _after(readings)))
    inputs = numbered(c.wording, inputs_view(c), _after((*readings, *social)))
    c = replace(c, numbers={one.id: one.number for one in inputs})
    return NumberedCase(c, leading, tuple(others), social, inputs)


def _social(judged: JudgedCase) -> list[Appraisal]:
    """Give the appraisals of social value, the leading reading's first."""
    leads = judged.case.leading_reading()
    return sorted(judged.social.values(), key=lambda one: one.reading != leads)


def _after(noted: tuple[NotedAppraisal, ...]) -> int:
    """Give the number of the note behind all of these."""
    return 1 + len(tuple(chain.from_iterable(one.notes for one in noted)))
