"""The difference as lines for people at a terminal."""

from collections.abc import Iterable, Iterator

from roi_casebook.editing.diff.changes import CaseChange, SharedChange, SiteDiff
from roi_casebook.editing.diff.told_changes import ONE_LINE, DiffRow, DiffTexts
from roi_casebook.wording import Wording

STEP = "  "


def diff_as_text(diff: SiteDiff, words: Wording) -> str:
    """Say what changed and what moved because of it, case by case; what all share first."""
    texts = DiffTexts(words)
    blocks = [texts.summary(diff, diff.base), *_shared(diff.shared, texts)]
    return "\n\n".join([*blocks, *("\n".join(_case(case, texts)) for case in diff.cases)])


def _shared(shared: SharedChange, texts: DiffTexts) -> Iterator[str]:
    if not shared.edits and not shared.method:
        return
    lines = []
    for file, edits in shared.edits.items():
        lines += [texts.say("file_changed", file=file), *_rows(texts.edits(edits))]
    if shared.method:
        lines += [texts.say("method_files"), *(f"{STEP}{name}" for name in shared.method)]
    if shared.is_by_today:
        lines.append(texts.say("by_today"))
    yield "\n".join([*lines, *_moved_cases(shared, texts)])


def _moved_cases(shared: SharedChange, texts: DiffTexts) -> Iterator[str]:
    yield texts.say("shared_moves", n=len(shared.moves))
    yield from _rows(texts.moved_by_shared(shared))
    if others := texts.beyond_named(shared):
        yield f"{STEP}{others}"


def _case(change: CaseChange, texts: DiffTexts) -> Iterator[str]:
    yield texts.head(change)
    if change.edits:
        yield f"{STEP}{texts.say('edited')}"
        yield from _rows(texts.edits(change.edits), 2)
    if change.status not in ONE_LINE and change.moves:
        yield f"{STEP}{texts.say('moved')}"
        for kind, rows in texts.moves(change.moves):
            yield f"{STEP * 2}{kind}"
            yield from _rows(rows, 3)
    yield from (f"{STEP}{note}" for note in texts.notes(change))


def _rows(rows: Iterable[DiffRow], deep: int = 1) -> Iterator[str]:
    for row in rows:
        yield f"{STEP * deep}{row.of}: {row.before} -> {row.after}"
        if row.why:
            yield f"{STEP * (deep + 1)}{row.why}"
