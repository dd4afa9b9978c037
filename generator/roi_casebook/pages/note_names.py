"""What the numbered notes are called, on the page and by a screen reader."""

from roi_casebook.pages.notes import Note
from roi_casebook.pages.telling import Telling


def note_title(told: Telling, note: Note) -> str:
    """Name what a note explains: a figure, several without a value, a quantity of a line."""
    if len(note.figures) > 1:
        return ", ".join(told.wording.short_name(figure.name) for figure in note.figures)
    return told.share_name(note.line, note.name) if note.line else told.named(note.name)


def short_title(told: Telling, note: Note) -> str:
    """Name what a note explains, in a list of others."""
    return note_title(told, note) if note.line else told.wording.short_name(note.name)


def note_label(told: Telling, number: str, note: Note) -> str:
    """Name a note with its number: Note 4: return on investment (ROI)."""
    is_alone = note.line is None and len(note.figures) < 2  # noqa: PLR2004 -- one, or several
    name = told.wording.name(note.name) if is_alone else note_title(told, note)
    return told.wording.t("note.named", number=number, name=name)
