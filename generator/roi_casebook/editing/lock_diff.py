"""`casebook diff`: the locks that a change moves, of readings, of social value, of soft results."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.evidence.locks import Locks
from roi_casebook.appraisal.leading import LeadingFinding
from roi_casebook.editing.figures_listing import evidence_as_data, standing
from roi_casebook.wording import Wording

Key = tuple[str, str | None, str]
Graded = LeadingFinding | Locks
OF_READING = ""
SOCIAL = "social"


@dataclass(frozen=True)
class MovedLocks:
    """Locks before and after; None where the case, or what has them, was not there.

    of: "" where they are those of the reading, with what leads it; else ``social``, or the id of a
    soft result, which is judged in no reading.
    """

    case: str
    reading: str | None
    of: str
    before: Graded | None
    after: Graded | None


def moved_locks(
    before: Sequence[JudgedCase], after: Sequence[JudgedCase]
) -> tuple[MovedLocks, ...]:
    """Compare the locks of two states of a site's cases; the same ones are left out."""
    old, new = (dict(chain.from_iterable(map(_of_case, cases))) for cases in (before, after))
    moved = (MovedLocks(*key, old.get(key), new.get(key)) for key in {**old, **new})
    ranked = sorted(moved, key=lambda each: (each.case, each.reading or "", each.of))
    return tuple(each for each in ranked if _numbers(each.before) != _numbers(each.after))


def _of_case(judged: JudgedCase) -> Iterator[tuple[Key, Graded]]:
    for reading in judged.readings:
        yield (judged.slug, reading, OF_READING), standing(judged, reading)
    for reading, locks in judged.social_locks.items():
        yield (judged.slug, reading, SOCIAL), locks
    for name, result in judged.soft_evidence.items():
        if result.locks is not None:
            yield (judged.slug, None, name), result.locks


def _numbers(graded: Graded | None) -> Mapping[str, Any] | None:
    """Give what leads and the numbers of locks, which are compared and told; the ledger is not."""
    if graded is None:
        return None
    if isinstance(graded, LeadingFinding):
        return evidence_as_data(graded)
    return {"effect": graded.effect, "money": graded.money, "locks": graded.count}


def locks_as_data(moved: tuple[MovedLocks, ...]) -> list[dict[str, Any]]:
    """Give the moved locks as plain data: a list of {case, reading, of, before, after}."""
    return [
        {
            "case": each.case,
            "reading": each.reading,
            "of": each.of or "reading",
            "before": _numbers(each.before),
            "after": _numbers(each.after),
        }
        for each in moved
    ]


def locks_as_text(moved: tuple[MovedLocks, ...], words: Wording) -> Iterator[str]:
    """Give the moved locks as lines for people, under their number; none where none move."""
    if moved:
        yield words.t("diff.locks", n=len(moved))
    for each in moved:
        before, after = (_said(graded, words) for graded in (each.before, each.after))
        yield f"{_place(each)}: {before} -> {after}"


def locks_as_markdown(moved: tuple[MovedLocks, ...], words: Wording) -> Iterator[str]:
    """Give the moved locks as a table for a pull request, under their number; none where none move."""
    if not moved:
        return
    columns = ("case", "reading", "locks_of", "before", "after")
    titles = " | ".join(words.t(f"diff.head.{column}") for column in columns)
    yield from (words.t("diff.locks", n=len(moved)), "", f"| {titles} |", f"|{'---|' * 5}")
    for each in moved:
        before, after = (_said(graded, words) for graded in (each.before, each.after))
        yield f"| {each.case} | {each.reading or ''} | {each.of} | {before} | {after} |"
    yield ""


def _place(each: MovedLocks) -> str:
    return " ".join(filter(None, (each.case, each.reading, each.of)))


def _said(graded: Graded | None, words: Wording) -> str:
    if graded is None:
        return words.t("diff.not_there")
    if isinstance(graded, LeadingFinding):
        return words.evidence.what_leads(graded)
    count = words.evidence.count(graded)
    return count if graded.money is None else f"{count} ({words.evidence.both(graded)})"
