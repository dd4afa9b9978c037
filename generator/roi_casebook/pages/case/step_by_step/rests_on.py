"""The inputs on which a note rests: at the end of all that it uses, in the order in which it does."""

from collections.abc import Iterator, Mapping, Sequence

from roi_casebook.pages.parts.anchors import Target
from roi_casebook.pages.parts.notes import Note
from roi_casebook.roi.figure_table import FIGURES

Place = tuple[str, str | None]
"""By what a note is led to: a quantity, of a line or of none; or a figure."""
Notes = Mapping[Place, Note]


def places(note: Note) -> list[Place]:
    """Give by what a note is led to: several figures have one where they share a reason."""
    names = [figure.name for figure in note.figures] or [note.name]
    return [(name, note.line) for name in names]


def by_place(notes: Sequence[Note]) -> Notes:
    """Give notes by what leads to them."""
    return {place: note for note in notes for place in places(note)}


def inputs_below(note: Note, notes: Notes) -> tuple[Target, ...]:
    """Give the inputs on which a note rests, each once."""
    found = tuple(_walked(note, notes, set())) or tuple(_of_sides(note, notes))
    return tuple(dict.fromkeys(found))


def _of_sides(note: Note, notes: Notes) -> Iterator[Target]:
    """Give the inputs of the sides that enter a figure, where no step of its own leads to any."""
    if not note.figures or note.figures[0].reason:
        return
    own = FIGURES[note.figures[0].name]
    for other in notes.values():
        if not other.figures or other.figures[0].reason:
            continue
        entry = FIGURES[other.figures[0].name]
        if (own.with_costs or not entry.with_costs) and (
            own.with_benefits or not entry.with_benefits
        ):
            yield from _walked(other, notes, set())


def _walked(note: Note, notes: Notes, seen: set[int]) -> Iterator[Target]:
    if id(note) in seen:
        return
    seen.add(id(note))
    for used in note.uses:
        if used.kind == "input":
            yield used
        elif used.kind == "note":
            yield from _walked(notes[used.name, used.line], notes, seen)
