"""The difference as Markdown for a pull request: what lists show before and after, the rest folded.

Texts of editors stand in code spans or with their signs escaped, so that none of them is markup.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape

from roi_casebook.editing.diff.changes import CaseChange, SharedChange, SiteDiff
from roi_casebook.editing.diff.told_changes import ONE_LINE, DiffRow, DiffTexts
from roi_casebook.wording import Wording

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&$])")
_TICKS = re.compile(r"`+")


def diff_as_markdown(diff: SiteDiff, words: Wording) -> str:
    """Say what changed and what moved because of it, for a comment on a pull request."""
    texts = DiffTexts(words)
    lines = [texts.summary(diff, in_code(diff.base)), "", *_shared(diff.shared, texts)]
    told = [case for case in diff.cases if case.status in ONE_LINE]
    lines += [f"- {unmarked('. '.join((texts.head(case), *texts.notes(case))))}" for case in told]
    for case in diff.cases:
        if case.status not in ONE_LINE:
            lines += ["", *_case(case, texts)]
    return "\n".join(lines).rstrip()


def unmarked(text: str) -> str:
    """Write a text so that it reads as it is, in a line or a cell."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def in_code(text: str) -> str:
    """Write a text as code, in more ticks than it holds itself."""
    one_line = " ".join(text.split())
    longest = max((len(each) for each in _TICKS.findall(one_line)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if one_line.startswith("`") or one_line.endswith("`") else ""
    return f"{fence}{pad}{one_line}{pad}{fence}".replace("|", "\\|") if one_line else ""


def _shared(shared: SharedChange, texts: DiffTexts) -> Iterator[str]:
    if not shared.edits and not shared.method:
        return
    for file, edits in shared.edits.items():
        rows = texts.edits(edits)
        yield from _folded(texts.say("file_changed", file=file), _table(texts, "part", rows))
    if shared.method:
        files = (f"- {in_code(name)}" for name in shared.method)
        yield from _folded(texts.say("method_files"), files)
    if shared.is_by_today:
        yield from (unmarked(texts.say("by_today")), "")
    moved = [
        *_table(texts, "case", texts.moved_by_shared(shared)),
        unmarked(texts.beyond_named(shared)),
    ]
    head = texts.say("shared_moves", n=len(shared.moves))
    yield from _folded(head, moved) if shared.moves else (unmarked(head), "")


def _case(case: CaseChange, texts: DiffTexts) -> Iterator[str]:
    yield from (f"#### {unmarked(texts.head(case))}", "")
    before, after = ([*each, *[texts.say("not_there")] * (2 - len(each))] for each in case.strip)
    shown = zip(("strip", "evidence"), before, after, strict=True)
    rows = (DiffRow(texts.say(f"head.{name}"), old, new) for name, old, new in shown)
    yield from (*_table(texts, "of", rows, is_code=False, write_of=unmarked), "")
    yield from (f"{unmarked(note)}\n" for note in texts.notes(case))
    if case.edits:
        head = texts.say("edited_count", n=len(case.edits))
        yield from _folded(head, _table(texts, "part", texts.edits(case.edits)), is_open=True)
    seen = [(kind, rows) for kind, rows in texts.moves(case.moves)]
    if seen:
        head = texts.say("moved_count", n=sum(len(rows) for _, rows in seen))
        yield from _folded(head, _by_kind(texts, seen))


def _by_kind(texts: DiffTexts, seen: list[tuple[str, list[DiffRow]]]) -> Iterator[str]:
    for kind, rows in seen:
        yield from (f"**{unmarked(kind)}**", "", *_table(texts, "of", rows, is_code=False), "")


def _table(
    texts: DiffTexts,
    first: str,
    rows: Iterable[DiffRow],
    *,
    is_code: bool = True,
    write_of: Callable[[str], str] = in_code,
) -> Iterator[str]:
    titles = " | ".join(texts.say(f"head.{name}") for name in (first, "before", "after"))
    yield from (f"| {titles} |", "|---|---|---|")
    write = in_code if is_code else unmarked
    for row in rows:
        after = write(row.after) + (f"<br>{unmarked(row.why)}" if row.why else "")
        yield f"| {write_of(row.of)} | {write(row.before)} | {after} |"


def _folded(head: str, lines: Iterable[str], *, is_open: bool = False) -> Iterator[str]:
    """Fold lines behind a head, which is HTML; an empty line lets Markdown be read within."""
    opened = " open" if is_open else ""
    yield from (
        f"<details{opened}><summary>{escape(head)}</summary>",
        "",
        *lines,
        "",
        "</details>",
        "",
    )
