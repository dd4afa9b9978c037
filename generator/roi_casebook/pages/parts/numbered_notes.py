"""The numbers of a page's notes: counted through all its appraisals, what each note is called, its way."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from roi_casebook.appraisal import Appraisal
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.notes import Note, notes_of


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
    told: CaseInLanguage, appraisals: Iterable[Appraisal], first: int
) -> Iterator[NotedAppraisal]:
    """Give appraisals with their notes, numbered throughout from `first`."""
    for appraisal in appraisals:
        reading, notes = told.anchor_reading(appraisal), notes_of(told.case, appraisal)
        numbers = _note_links(told, notes, reading, first)
        yield NotedAppraisal(appraisal, reading, notes, first, numbers)
        first += len(notes)


def _note_links(
    told: CaseInLanguage, notes: tuple[Note, ...], reading: str | None, first: int
) -> dict[str, NoteLink]:
    """Give the note of each figure, by its name."""
    return {
        figure.name: NoteLink(
            number=str(number),
            href=f"#{anchors.note(note.name, note.line, reading)}",
            label=note_label(told, str(number), note),
        )
        for number, note in enumerate(notes, first)
        for figure in note.figures
    }


def note_title(told: CaseInLanguage, note: Note) -> str:
    """Name what a note explains: a figure, several without a value, a quantity of a line."""
    if len(note.figures) > 1:
        return ", ".join(told.wording.names.short_name(figure.name) for figure in note.figures)
    return told.share_name(note.line, note.name) if note.line else told.named(note.name)


def short_title(told: CaseInLanguage, note: Note) -> str:
    """Name what a note explains, in a list of others."""
    return note_title(told, note) if note.line else told.wording.names.short_name(note.name)


def note_label(told: CaseInLanguage, number: str, note: Note) -> str:
    """Name a note with its number: Note 4: return on investment (ROI)."""
    is_alone = note.line is None and len(note.figures) < 2  # noqa: PLR2004 -- one, or several
    name = told.wording.names.full_name(note.name) if is_alone else note_title(told, note)
    return told.wording.t("note.named", number=number, name=name)
