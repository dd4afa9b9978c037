"""The page of a case: all its views in the order in which a reader asks.

First screen: the finding, who had an interest, cost and return with evidence and maturity, the gist.
Then how the figure comes about and how sure it is, the readings, what is not money, the evidence,
the claims, the story with its limits and lessons, and the sources. Then, folded on a screen and an
appendix on paper, what it all rests on: all figures, cash flow, what would have happened anyway,
inputs, working, the checklist, and about the case.

What each folded section of a case holds, in a few words beside its heading.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from roi_casebook.appraisal import Appraisal
from roi_casebook.pages.case.about import about_view, interest_view
from roi_casebook.pages.case.bridge import BridgeView, bridge_view
from roi_casebook.pages.case.cash_flow import CashFlowView, cash_flow_view
from roi_casebook.pages.case.chance import ChanceView, chance_view
from roi_casebook.pages.case.claims import ClaimView, claims_view
from roi_casebook.pages.case.conditions import ConditionsView, conditions_view
from roi_casebook.pages.case.evidence import EvidenceView, evidence_view
from roi_casebook.pages.case.figure_rows import (
    FiguresView,
    ReadingView,
    anchor_reading,
    figures_view,
    reading_view,
)
from roi_casebook.pages.case.gist import gist_view
from roi_casebook.pages.case.inputs import InputView, inputs_view, numbered
from roi_casebook.pages.case.lines import LineView, WithoutItView, lines_view, without_it_view
from roi_casebook.pages.case.metrics import MetricsView, metrics_view
from roi_casebook.pages.case.social import Noted, SocialView, in_social_lane, social_view
from roi_casebook.pages.case.soft import SoftLane, soft_lane
from roi_casebook.pages.case.strip import Numbers, StripItem, note_links, result_line, strip
from roi_casebook.pages.case.working import WorkingView, working_view
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Fact, LikeView, Link
from roi_casebook.pages.parts.notes import Note, notes_of
from roi_casebook.pages.parts.page import Crumb, Page, Section
from roi_casebook.pages.parts.sources import SourceView, sources_view
from roi_casebook.pages.parts.templates import Templates
from roi_casebook.wording import Prose, Wording, Written

JOINT = ", "
COUNTED = ("cash-flow", "without-it", "working", "sources")
"""Sections that say how many of one thing they hold."""


def folds_view(
    w: Wording,
    figures: FiguresView,
    inputs: tuple[InputView, ...],
    checklist: str,
    counts: Mapping[str, int],
) -> Mapping[str, str]:
    """Say of each section that is folded what it holds; counts: for each of COUNTED."""
    return {
        "figures": JOINT.join(_figures(w, figures)),
        "inputs": JOINT.join(_inputs(w, inputs)),
        "checklist": checklist,
        "about": w.t("fold.about"),
    } | {name: w.t(f"fold.{name}", n=counts[name]) for name in COUNTED}


def _figures(w: Wording, figures: FiguresView) -> Iterator[str]:
    reasons = sum(len(row.names) for row in figures.reasons)
    if figures.rows:
        yield w.t("fold.figures", n=len(figures.rows))
    if reasons:
        yield w.t("fold.reasons", n=reasons)


def _inputs(w: Wording, inputs: tuple[InputView, ...]) -> Iterator[str]:
    rest: Counter[str] = Counter(one.basis for one in inputs)
    for basis, key in (("source", "inputs"), ("assumption", "assumed"), ("unknown", "unknown")):
        if rest[basis]:
            yield w.t(f"fold.{key}", n=rest[basis])


SECTIONS = (
    "bridge", "chance", "what-would-have-to-be-true", "readings", "soft", "social", "evidence", "claims",
    "story", "limits", "lessons", "sources",
    "figures", "cash-flow", "without-it", "inputs", "working", "checklist", "about",
)  # fmt: skip
"""The ids of the sections of a case, in order; each stands where it has content."""


@dataclass(frozen=True)
class Uncertainty:
    """How a reading's result comes about, how sure it is, what it hangs on; None: nothing to show."""

    bridge: BridgeView | None
    chance: ChanceView | None
    conditions: ConditionsView | None


@dataclass(frozen=True)
class ReadingPart:
    """What a reading that does not lead shows beside its working."""

    working: WorkingView
    figures: FiguresView
    metrics: MetricsView | None
    cash_flow: CashFlowView | None
    sure: Uncertainty


@dataclass(frozen=True)
class CaseView:
    """A whole case page; `has` names the sections that stand in it, `folds` says what folded ones hold.

    is_single: nothing was drawn, for no number of the leading reading is a range.
    """

    has: frozenset[str]
    folds: Mapping[str, str]
    untranslated_title: str
    finding: Prose
    interest: tuple[Fact, ...]
    strip: tuple[StripItem, ...]
    reason: str
    chips: tuple[str, ...]
    basis: str
    gist: tuple[Fact, ...]
    leading_label: Written | None
    figures: FiguresView
    metrics: MetricsView | None
    readings: tuple[ReadingView, ...]
    evidence: EvidenceView
    sure: Uncertainty
    is_single: bool
    is_too_early: bool
    claims: tuple[tuple[ClaimView, ...], ...]
    cash_flow: CashFlowView | None
    lines: tuple[LineView, ...]
    soft: SoftLane | None
    social: SocialView | None
    story: Prose | None
    without_it: tuple[WithoutItView, ...]
    limits: Prose | None
    lessons: Prose | None
    sources: tuple[SourceView, ...]
    inputs: tuple[InputView, ...]
    working: WorkingView
    other_readings: tuple[ReadingPart, ...]
    about: tuple[Fact, ...]
    alike: tuple[LikeView, ...]
    previous: Link | None
    next: Link | None


@dataclass(frozen=True)
class _Judged:
    """An appraisal with its notes, numbered from `first`."""

    appraisal: Appraisal
    notes: tuple[Note, ...]
    first: int
    numbers: Numbers


def case_page(
    told: CaseInLanguage,
    templates: Templates,
    previous: Link | None = None,
    following: Link | None = None,
    alike: tuple[LikeView, ...] = (),
) -> Page:
    """Make the page of a case. previous, following: its neighbours in the catalogue."""
    view = case_view(told, previous, following, alike)
    wording, title = told.wording, told.wording.texts.written(told.case.title)
    return Page(
        kind="case",
        language=wording.language,
        address=told.address,
        title=title.text,
        description=wording.texts.written(told.case.summary).text,
        heading=title.text,
        sections=tuple(
            Section(name, wording.t(f"section.{name}")) for name in SECTIONS if name in view.has
        ),
        body=templates.filled("case.html", case=view, w=wording),
        alternates=dict.fromkeys(told.config.languages, told.address),
        crumbs=_crumbs(told),
        result=result_line(told),
    )


def _crumbs(told: CaseInLanguage) -> tuple[Crumb, ...]:
    sector = told.case.organisation.sector
    return (
        Crumb(told.wording.t("nav.cases"), anchors.CASES),
        Crumb(told.wording.labels.term("sectors", sector).text, anchors.listing("sectors", sector)),
    )


def case_view(
    told: CaseInLanguage,
    previous: Link | None,
    following: Link | None,
    alike: tuple[LikeView, ...] = (),
) -> CaseView:
    """Compose all views of a case."""
    case, w = told.case, told.wording
    leading, *others = judged = tuple(_judged(told))
    social = tuple(_social(told, 1 + sum(len(one.notes) for one in judged)))
    inputs = numbered(told, inputs_view(told), _next_number(judged, social))
    told = replace(told, numbers={one.id: one.number for one in inputs})
    title = w.texts.written(case.title)
    basis = w.say.basis(leading.appraisal.basis)
    roi = w.figures.figure(leading.appraisal.figures["roi"], told.currency)
    views = CaseView(
        has=frozenset(),
        folds={},
        untranslated_title=title.language if title.is_fallback else "",
        finding=w.texts.line(case.summary),
        interest=interest_view(told),
        strip=strip(told, leading.numbers),
        reason=roi.reason,
        chips=basis.chips,
        basis=basis.sentence,
        gist=gist_view(told),
        leading_label=_leading_label(told),
        figures=figures_view(told, leading.appraisal, leading.notes, leading.numbers),
        metrics=metrics_view(told, leading.appraisal, leading.numbers),
        readings=tuple(
            reading_view(told, one.appraisal, one.numbers)
            for one in _as_written(told, [leading, *others])
        ),
        evidence=evidence_view(told),
        sure=_uncertainty(told, leading.appraisal),
        is_single=leading.appraisal.figures["chance_positive"].reason == "single_point",
        is_too_early=told.judged.evidence.maturity.suppresses_headline,
        claims=claims_view(told),
        cash_flow=cash_flow_view(told, leading.appraisal),
        lines=lines_view(told),
        soft=soft_lane(told),
        social=social_view(told, social, inputs),
        story=w.texts.prose(case.story) if case.story else None,
        without_it=without_it_view(told),
        limits=w.texts.prose(case.limits) if case.limits else None,
        lessons=w.texts.prose(case.lessons) if case.lessons else None,
        sources=sources_view(told),
        inputs=inputs,
        working=working_view(told, leading.appraisal, leading.notes, leading.first),
        other_readings=tuple(_part(told, one) for one in others),
        about=about_view(told),
        alike=alike,
        previous=previous,
        next=following,
    )
    return _with_sections(replace(views, folds=_folds(told, views)))


def _folds(told: CaseInLanguage, view: CaseView) -> Mapping[str, str]:
    counts = {
        "cash-flow": len(view.lines),
        "without-it": len(view.without_it),
        "working": len(view.working.notes),
        "sources": len(view.sources),
    }
    return folds_view(told.wording, view.figures, view.inputs, view.evidence.score, counts)


def _judged(told: CaseInLanguage) -> Iterator[_Judged]:
    """Give the appraisals with their notes, the leading one first, numbered throughout."""
    first, leads = 1, told.judged.leading
    others = (one for one in told.judged.readings.values() if one is not leads)
    for appraisal in (leads, *others):
        notes = notes_of(told.case, appraisal)
        reading = None if appraisal is leads else appraisal.reading
        yield _Judged(appraisal, notes, first, note_links(told, notes, reading, first))
        first += len(notes)


def _social(told: CaseInLanguage, first: int) -> Iterator[Noted]:
    """Give the appraisals of social value with their notes, the leading reading's first."""
    told, leads = in_social_lane(told), told.case.leading_reading()
    for appraisal in sorted(told.judged.social.values(), key=lambda one: one.reading != leads):
        notes = notes_of(told.case, appraisal)
        yield (
            appraisal,
            notes,
            first,
            note_links(told, notes, anchor_reading(told, appraisal), first),
        )
        first += len(notes)


def _next_number(judged: tuple[_Judged, ...], social: tuple[Noted, ...]) -> int:
    found = (*(one.notes for one in judged), *(notes for _, notes, _, _ in social))
    return 1 + sum(map(len, found))


def _as_written(told: CaseInLanguage, judged: list[_Judged]) -> Iterator[_Judged]:
    """Give the readings in the order of the case; none where it has none."""
    for name in told.case.readings:
        yield from (one for one in judged if one.appraisal.reading == name)


def _part(told: CaseInLanguage, judged: _Judged) -> ReadingPart:
    return ReadingPart(
        working_view(told, judged.appraisal, judged.notes, judged.first),
        figures_view(told, judged.appraisal, judged.notes, judged.numbers),
        metrics_view(told, judged.appraisal, judged.numbers),
        cash_flow_view(told, judged.appraisal),
        _uncertainty(told, judged.appraisal),
    )


def _uncertainty(told: CaseInLanguage, appraisal: Appraisal) -> Uncertainty:
    found, reading = told.judged.conditions[appraisal.reading], anchor_reading(told, appraisal)
    return Uncertainty(
        bridge_view(told, appraisal, found, reading),
        chance_view(told, appraisal, found, reading),
        conditions_view(told, appraisal, found, reading),
    )


def _leading_label(told: CaseInLanguage) -> Written | None:
    name = told.case.leading_reading()
    return told.wording.texts.written(told.case.readings[name].label) if name else None


_CONTENT: Mapping[str, Callable[[CaseView], object]] = {
    "figures": lambda _: True,
    "evidence": lambda _: True,
    "working": lambda _: True,
    "checklist": lambda _: True,
    "about": lambda _: True,
    "cash-flow": lambda view: view.lines,
    "bridge": lambda view: view.sure.bridge,
    "chance": lambda view: view.sure.chance,
    "what-would-have-to-be-true": lambda view: view.sure.conditions,
}
"""What a section shows, where that is no field of its name: without content it does not stand."""


def _with_sections(view: CaseView) -> CaseView:
    """Name the sections that have content."""
    own = {name: _CONTENT.get(name, attrgetter(name.replace("-", "_"))) for name in SECTIONS}
    return replace(view, has=frozenset(name for name in SECTIONS if own[name](view)))
