"""The figures of an appraisal: the table of all, and the section in which it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from roi_casebook.appraisal import Appraisal, JudgedCase
from roi_casebook.pages.case.metrics import MetricsView, metrics_view
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseAddresses, CaseInLanguage
from roi_casebook.pages.parts.links import Kept, Link, kept
from roi_casebook.pages.parts.notes import Note
from roi_casebook.pages.parts.numbered_notes import NotedAppraisal, NoteLink
from roi_casebook.pages.parts.standing import as_it_may_stand, mark_of
from roi_casebook.wording import Wording
from roi_casebook.wording.typography import capitalised


@dataclass(frozen=True)
class FigureRow:
    """A figure that has a value; `badge` is at-most, at-least or "" and `bound` its word.

    mark: that a result is unproven, else ""; basis: what of its basis is another than the reading's; range: where it lies in most outcomes, if inputs have
    ranges, else "".
    """

    id: str
    name: str
    value: Kept
    range: str
    meaning: str
    badge: str
    bound: str
    mark: str
    basis: str
    note: NoteLink
    method: str


@dataclass(frozen=True)
class ReasonRow:
    """Figures that have no value, all for one reason."""

    names: tuple[Link, ...]
    ids: tuple[str, ...]
    reason: str
    note: NoteLink


@dataclass(frozen=True)
class FiguresView:
    """All figures of an appraisal; label: of the table, where it is not that of the figures of money."""

    rows: tuple[FigureRow, ...]
    reasons: tuple[ReasonRow, ...]
    label: str = ""


@dataclass(frozen=True)
class FiguresSection:
    """All figures of the reading that leads, under the sentence on their basis; with a site's metrics."""

    basis: str
    is_too_early: bool
    figures: FiguresView
    metrics: MetricsView | None


def figures_section(c: CaseInLanguage, noted: NotedAppraisal) -> FiguresSection:
    """Give the figures of a reading with what must be known of them."""
    return FiguresSection(
        basis=c.wording.say.basis(noted.appraisal.basis).sentence,
        is_too_early=c.judged.evidence.maturity.suppresses_headline,
        figures=figures_view(c, noted),
        metrics=metrics_view(c, noted),
    )


def figures_said(w: Wording, figures: FiguresView) -> str:
    """Say in a few words how many figures there are, and how many without a value."""
    return ", ".join(_counted(w, figures))


def _counted(w: Wording, figures: FiguresView) -> Iterator[str]:
    reasons = sum(len(row.names) for row in figures.reasons)
    if figures.rows:
        yield w.t("fold.figures", n=len(figures.rows))
    if reasons:
        yield w.t("fold.reasons", n=reasons)


def figures_view(c: CaseInLanguage, noted: NotedAppraisal) -> FiguresView:
    """Give every figure that says something: its value or bound; those without one, by the reason."""
    told = (
        noted.appraisal.figures[name] for name in noted.appraisal.figures if name in noted.numbers
    )
    valued = [figure for figure in told if figure.reason is None]
    grouped = (note for note in noted.notes if note.figures and note.figures[0].reason)
    return FiguresView(
        tuple(_row(c, noted, figure.name) for figure in valued),
        tuple(_reason(c.wording, c.addresses, note, noted) for note in grouped),
    )


def _row(c: CaseInLanguage, noted: NotedAppraisal, name: str) -> FigureRow:
    appraisal = noted.appraisal
    figure = c.values.figure(appraisal.figures[name])
    bound = appraisal.figures[name].bound
    return FigureRow(
        id=anchors.in_reading(noted.reading, anchors.of("figure", name)),
        name=capitalised(figure.name),
        value=kept(figure.text),
        range=figure.range,
        meaning=c.wording.names.meaning(name),
        badge=bound.replace("_", "-") if bound else "",
        bound=figure.qualifier,
        mark=_mark(c.judged, c.wording, appraisal, name),
        basis=_own_basis(c.wording, appraisal, name),
        note=noted.numbers[name],
        method=c.addresses.to_method(anchors.of("quantity", name)),
    )


def _own_basis(w: Wording, appraisal: Appraisal, name: str) -> str:
    """Say what of a figure's basis is another than that of the reading; "" where nothing is."""
    reading, own = (
        w.say.basis(basis).chips for basis in (appraisal.basis, appraisal.basis.of_figure(name))
    )
    return ", ".join(chip for chip in own if chip not in reading)


def _mark(judged: JudgedCase, w: Wording, appraisal: Appraisal, name: str) -> str:
    """Say how far a figure stands: measured too early, unproven, or "" where nothing need be said."""
    shown = as_it_may_stand(judged, appraisal, name)
    if shown.reason == "too_early":
        return w.figures.reason_short(shown.reason)
    return mark_of(w, judged.locks_of(appraisal), shown)


def _reason(w: Wording, addresses: CaseAddresses, note: Note, noted: NotedAppraisal) -> ReasonRow:
    shown = note.figures[0]
    assert shown.reason is not None  # noqa: S101 -- that is how the note was chosen
    return ReasonRow(
        names=tuple(
            Link(
                (capitalised if figure is shown else str)(w.names.short_name(figure.name)),
                addresses.to_method(anchors.of("quantity", figure.name)),
            )
            for figure in note.figures
        ),
        ids=tuple(
            anchors.in_reading(noted.reading, anchors.of("figure", figure.name))
            for figure in note.figures
        ),
        reason=w.figures.reason(shown.reason),
        note=noted.numbers[shown.name],
    )
