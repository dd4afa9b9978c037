"""The numbers of a page's notes: counted through all its appraisals, what each note is called, its way."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from roi_casebook.appraisal import Appraisal
from roi_casebook.case import Case
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage, CaseNames
from roi_casebook.pages.parts.notes import Note, notes_of
from roi_casebook.pages.parts.standing import untold_figures
from roi_casebook.wording import Wording


@dataclass(frozen=True)
class NoteLink:
    """The number of a note, the way to it, and what it is called: Note 4: ..."""

    number: str
    href: str
    label: str


Numbers = Mapping[str, NoteLink]
"""The note of each figure of an appraisal."""


@dataclass(frozen=True)
class NotedAppraisal:
    """An appraisal with its notes, numbered from `first`, and the note of each of its figures.

    reading: as it stands in ids, None for the one that leads.
    """

    appraisal: Appraisal
    reading: str | None
    notes: tuple[Note, ...]
    first: int
    numbers: Numbers


def noted(
    c: CaseInLanguage, appraisals: Iterable[Appraisal], first: int
) -> Iterator[NotedAppraisal]:
    """Give appraisals with their notes, numbered throughout from `first`."""
    for appraisal in appraisals:
        reading, untold = reading_in_ids(c.case, appraisal), untold_figures(c.judged, appraisal)
        notes = notes_of(c.case, appraisal, untold, each_step=False)
        numbers = _note_links(c.wording, c.names, notes, reading, first)
        yield NotedAppraisal(appraisal, reading, notes, first, numbers)
        first += len(notes)


def reading_in_ids(case: Case, appraisal: Appraisal) -> str | None:
    """Give the reading that stands in the ids of an appraisal; the leading one has none.

    Social value has its own; no id of a case holds a hyphen.
    """
    reading = None if appraisal.reading == case.leading_reading() else appraisal.reading
    lane = "social-value" if appraisal.basis.lane == "social" else None
    return "-".join(filter(None, (reading, lane))) or None


def _note_links(
    w: Wording, names: CaseNames, notes: tuple[Note, ...], reading: str | None, first: int
) -> dict[str, NoteLink]:
    """Give the note of each figure, by its name."""
    return {
        figure.name: NoteLink(
            number=str(number),
            href=f"#{anchors.note(note.name, note.line, reading)}",
            label=note_label(w, names, str(number), note),
        )
        for number, note in enumerate(notes, first)
        for figure in note.figures
    }


def note_title(w: Wording, names: CaseNames, note: Note) -> str:
    """Name what a note explains: a figure, several without a value, a quantity of a line."""
    if len(note.figures) > 1:
        return ", ".join(w.names.short_name(figure.name) for figure in note.figures)
    return names.share(note.line, note.name) if note.line else names.quantity(note.name)


def short_title(w: Wording, names: CaseNames, note: Note) -> str:
    """Name what a note explains, in a list of others."""
    return note_title(w, names, note) if note.line else w.names.short_name(note.name)


def note_label(w: Wording, names: CaseNames, number: str, note: Note) -> str:
    """Name a note with its number: Note 4: return on investment (ROI)."""
    is_alone = note.line is None and len(note.figures) < 2  # noqa: PLR2004 -- one, or several
    name = w.names.full_name(note.name) if is_alone else note_title(w, names, note)
    return w.t("note.named", number=number, name=name)
