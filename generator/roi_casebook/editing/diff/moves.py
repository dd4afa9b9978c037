"""What moved between two states of what is found about a case."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from roi_casebook.editing.diff.facts import FactKind, Facts, Place, Told

KINDS: tuple[FactKind, ...] = tuple(kind for kind in get_args(FactKind) if kind != "strip")
"""The kinds of findings that can move; the line in lists is made of them."""
STRIP = Place("strip", None, "")


@dataclass(frozen=True)
class Move:
    """A finding before and after; None where the case, or what is found, was not there."""

    place: Place
    before: Told | None
    after: Told | None

    @property
    def is_seen(self) -> bool:
        """Tell whether it reads otherwise: else it moved by less than its words show."""
        return (self.before and self.before.said) != (self.after and self.after.said)

    @property
    def no_longer(self) -> tuple[str, ...]:
        """The steps on which it rested and rests no more."""
        return _steps_of_one(self.before, self.after)

    @property
    def now(self) -> tuple[str, ...]:
        """The steps on which it rests, and did not before."""
        return _steps_of_one(self.after, self.before)


def _steps_of_one(one: Told | None, other: Told | None) -> tuple[str, ...]:
    """Give the steps that one has and the other, which is there as well, has not."""
    if one is None or other is None:
        return ()
    return tuple(step for step in one.because if step not in other.because)


def moves(before: Facts, after: Facts) -> tuple[Move, ...]:
    """Compare all findings by their data, in the order of their kinds; the same ones are left out."""
    moved = (Move(place, before.get(place), after.get(place)) for place in {**after, **before})
    kept = (
        each
        for each in moved
        if each.place.kind in KINDS and _data(each.before) != _data(each.after)
    )
    return tuple(sorted(kept, key=lambda each: KINDS.index(each.place.kind)))


def _data(told: Told | None) -> tuple[object, ...]:
    return () if told is None else (told.data,)


def strip_of(facts: Facts | None) -> Iterator[str]:
    """Give the line that lists show of a case, then what leads it with its locks; nothing of no case."""
    if facts is None:
        return
    reading = facts.get(Place("leading", None, "reading"))
    locks = facts.get(Place("locks", reading.data if reading else None, "reading"))
    yield from (told.said for told in (facts.get(STRIP), locks) if told is not None and told.said)
