"""What changed, in the words that text and Markdown share: heads, rows with old and new, notes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from roi_casebook.editing.diff.changes import CaseChange, SharedChange, SiteDiff
from roi_casebook.editing.diff.edits import PartEdit, both_shown
from roi_casebook.editing.diff.moves import KINDS, Move
from roi_casebook.wording import Wording

ONE_LINE = frozenset({"new", "removed", "withdrawn"})
"""What is told of a case in one line: all of it is new, or gone."""
MOST_NAMED = 30
"""So many of the cases that something shared moves are named with what lists show of them."""


@dataclass(frozen=True)
class DiffRow:
    """A line of the diff: what it is of, old and new; why: what it rests on now, or no longer."""

    of: str
    before: str
    after: str
    why: str = ""


@dataclass(frozen=True)
class DiffTexts:
    """The difference in words."""

    words: Wording

    def say(self, key: str, **values: object) -> str:
        """Say a text of the diff."""
        return self.words.t(f"diff.{key}", **values)

    def summary(self, diff: SiteDiff, base: str) -> str:
        """Say how many cases changed in which way; that nothing did."""
        counts = {
            status: sum(case.status == status for case in diff.cases)
            for status in ("changed", "new", "renamed", "withdrawn", "removed")
        }
        parts = [self.say(f"count.{status}", n=n) for status, n in counts.items() if n]
        if diff.shared.edits:
            parts.insert(0, self.say("count.shared", n=len(diff.shared.edits)))
        if diff.shared.method:
            parts.insert(0, self.say("count.method", n=len(diff.shared.method)))
        if not parts:
            return self.say("none", base=base)
        return self.say("summary", base=base, parts=", ".join(parts))

    def head(self, change: CaseChange) -> str:
        """Name a case with what became of it; in one line what lists show of it."""
        became = self.say(f"status.{change.status}", was=change.was)
        shown = "; ".join(change.strip[1] or change.strip[0])
        if change.status not in ONE_LINE or not shown:
            return self.say("case", case=change.slug, became=became)
        return self.say("case_shown", case=change.slug, became=became, shown=shown)

    def notes(self, change: CaseChange) -> Iterator[str]:
        """Say what the editor of a case should know."""
        for note in change.notes:
            yield self.say(f"note.{note}", was=change.was)
        is_compared = change.status not in ONE_LINE and "was_unreadable" not in change.notes
        if is_compared and not change.moves:
            yield self.say("moves_nothing")
        elif is_compared and (hidden := sum(not move.is_seen for move in change.moves)):
            yield self.say("hidden", n=hidden)

    def edits(self, found: Iterable[PartEdit]) -> Iterator[DiffRow]:
        """Give each part that was changed, old and new."""
        for edit in found:
            before, after = (each or self.say("not_there") for each in both_shown(edit))
            name = edit.name
            if edit.kind in {"renamed", "moved"}:
                name = self.say(f"edit.{edit.kind}", name=name)
            yield DiffRow(name, before, after)

    def moves(self, found: Sequence[Move]) -> Iterator[tuple[str, list[DiffRow]]]:
        """Give what moved and is seen to, by kind."""
        for kind in KINDS:
            rows = [self._row(move) for move in found if move.place.kind == kind and move.is_seen]
            if rows:
                yield self.say(f"kind.{kind}"), rows

    def _row(self, move: Move) -> DiffRow:
        before, after = (
            told.said if told else self.say("not_there") for told in (move.before, move.after)
        )
        why = [self.say(key, steps="; ".join(steps)) for key, steps in _steps(move) if steps]
        of = " ".join(filter(None, (move.place.reading, move.place.of)))
        return DiffRow(of or self.say("whole"), before, after, " ".join(why))

    def moved_by_shared(self, shared: SharedChange) -> Iterator[DiffRow]:
        """Give the cases that something shared moves, with what lists show of them."""
        for slug, (before, after) in list(shared.strips.items())[:MOST_NAMED]:
            first, last = ("; ".join(each) or self.say("not_there") for each in (before, after))
            yield DiffRow(slug, first, last, self.say("in_detail", n=len(shared.moves[slug])))

    def beyond_named(self, shared: SharedChange) -> str:
        """Name the cases that are not told one by one; "" where there are none."""
        others = list(shared.moves)[MOST_NAMED:]
        return self.say("and_others", n=len(others), cases=", ".join(others)) if others else ""


def _steps(move: Move) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "now", move.now
    yield "no_longer", move.no_longer
