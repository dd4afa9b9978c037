"""The figures of an appraisal: the table of all, and the readings side by side."""

from dataclasses import dataclass

from roi_casebook.appraisal import Appraisal
from roi_casebook.pages.case.strip import NoteLink, Numbers, StripItem, reading_items
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Kept, Link, kept
from roi_casebook.pages.parts.notes import Note
from roi_casebook.pages.parts.standing import as_it_may_stand, mark_of
from roi_casebook.wording import Written
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
class ReadingView:
    """A whole appraisal in short; `leads` says why it does, where it does."""

    id: str
    label: Written
    because: Written | None
    leads: Written | None
    figures: tuple[StripItem, ...]
    chips: tuple[str, ...]
    lines: tuple[Link, ...]
    working: str


# All figures ---------------------------------------------------------------------------------------


def figures_view(
    told: CaseInLanguage, appraisal: Appraisal, notes: tuple[Note, ...], numbers: Numbers
) -> FiguresView:
    """Give every figure: its value or bound; those without one, by the reason."""
    valued = [figure for figure in appraisal.figures.values() if figure.reason is None]
    reading = anchor_reading(told, appraisal)
    rows = tuple(_row(told, appraisal, figure.name, reading, numbers) for figure in valued)
    grouped = (note for note in notes if note.figures and note.figures[0].reason)
    return FiguresView(rows, tuple(_reason(told, note, reading, numbers) for note in grouped))


def anchor_reading(told: CaseInLanguage, appraisal: Appraisal) -> str | None:
    """Give the reading that stands in the ids of an appraisal; the leading one has none.

    Social value has its own; no id of a case holds a hyphen.
    """
    reading = None if appraisal.reading == told.case.leading_reading() else appraisal.reading
    lane = "social-value" if appraisal.basis.lane == "social" else None
    return "-".join(filter(None, (reading, lane))) or None


def _row(
    told: CaseInLanguage, appraisal: Appraisal, name: str, reading: str | None, numbers: Numbers
) -> FigureRow:
    figure = told.wording.figures.figure(appraisal.figures[name], told.currency)
    bound = appraisal.figures[name].bound
    return FigureRow(
        id=anchors.in_reading(reading, anchors.of("figure", name)),
        name=capitalised(figure.name),
        value=kept(figure.text),
        range=figure.range,
        meaning=told.wording.names.meaning(name),
        badge=bound.replace("_", "-") if bound else "",
        bound=figure.qualifier,
        mark=_mark(told, appraisal, name),
        basis=_own_basis(told, appraisal, name),
        note=numbers[name],
        method=told.to_method(anchors.of("quantity", name)),
    )


def _own_basis(told: CaseInLanguage, appraisal: Appraisal, name: str) -> str:
    """Say what of a figure's basis is another than that of the reading; "" where nothing is."""
    reading, own = (
        told.wording.say.basis(basis).chips
        for basis in (appraisal.basis, appraisal.basis.of_figure(name))
    )
    return ", ".join(chip for chip in own if chip not in reading)


def _mark(told: CaseInLanguage, appraisal: Appraisal, name: str) -> str:
    """Say how far a figure stands: measured too early, unproven, or "" where nothing need be said."""
    w, shown = told.wording, as_it_may_stand(told.judged, appraisal, name)
    if shown.reason == "too_early":
        return w.figures.reason_short(shown.reason)
    return mark_of(w, told.judged.locks_of(appraisal), shown)


def _reason(told: CaseInLanguage, note: Note, reading: str | None, numbers: Numbers) -> ReasonRow:
    shown = note.figures[0]
    assert shown.reason is not None  # noqa: S101 -- that is how the note was chosen
    return ReasonRow(
        names=tuple(
            Link(
                (capitalised if figure is shown else str)(
                    told.wording.names.short_name(figure.name)
                ),
                told.to_method(anchors.of("quantity", figure.name)),
            )
            for figure in note.figures
        ),
        ids=tuple(
            anchors.in_reading(reading, anchors.of("figure", figure.name))
            for figure in note.figures
        ),
        reason=told.wording.figures.reason(shown.reason),
        note=numbers[shown.name],
    )


# Readings --------------------------------------------------------------------------------------------


def reading_view(told: CaseInLanguage, appraisal: Appraisal, numbers: Numbers) -> ReadingView:
    """Give one reading among others: what it counts, and what comes of it."""
    name = appraisal.reading or ""
    reading, lead = told.case.readings[name], told.case.headline
    leads = lead is not None and lead.reading == name
    return ReadingView(
        id=anchors.of("reading", name),
        label=told.wording.texts.written(reading.label),
        because=told.wording.texts.written(reading.because) if reading.because else None,
        leads=told.wording.texts.written(lead.because) if lead and leads else None,
        figures=reading_items(told, appraisal, numbers),
        chips=told.wording.say.basis(appraisal.basis).chips,
        lines=tuple(told.line_link(line) for line in reading.lines),
        working=f"#{anchors.in_reading(anchor_reading(told, appraisal), 'working')}",
    )
