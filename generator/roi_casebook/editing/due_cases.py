"""`casebook due`: the cases that somebody should look at again, by a day of the calendar.

A page judges a case on the day on which it was checked, and says so; the calendar goes on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.evidence.maturity import day_old, day_ripe
from roi_casebook.config import Thresholds
from roi_casebook.wording import Wording


@dataclass(frozen=True)
class DueCase:
    """A case that is due, since when, and why: its effect can be judged by now, or its data are old."""

    slug: str
    since: date
    why: Literal["ripe", "old"]
    checked: date


def due_cases(cases: Iterable[JudgedCase], thresholds: Thresholds, on: date) -> tuple[DueCase, ...]:
    """Give the published cases that are due on a day, those that wait longest first."""
    found = (
        due
        for judged in cases
        if judged.case.state == "published"
        for due in _due(judged, thresholds)
        if judged.case.checked < due.since <= on
    )
    return tuple(sorted(found, key=lambda due: (due.since, due.slug)))


def _due(judged: JudgedCase, thresholds: Thresholds) -> Iterator[DueCase]:
    case, maturity = judged.case, judged.evidence.maturity
    ripe = day_ripe(case, thresholds) if maturity.state == "too_early" else None
    old = None if maturity.is_decayed else day_old(maturity, thresholds)
    if ripe is not None:
        yield DueCase(judged.slug, ripe, "ripe", case.checked)
    if old is not None:
        yield DueCase(judged.slug, old, "old", case.checked)


def due_as_text(due: tuple[DueCase, ...], on: date, words: Wording) -> str:
    """Say which cases are due, as a list that reads as Markdown, too."""
    day = words.times.date(on)
    if not due:
        return words.t("due.none", day=day)
    return "\n".join(
        [words.t("due.head", n=len(due), day=day), "", *(_said(one, words) for one in due)]
    )


def _said(one: DueCase, words: Wording) -> str:
    since, checked = words.times.date(one.since), words.times.date(one.checked)
    return f"- {words.t(f'due.{one.why}', case=one.slug, since=since, checked=checked)}"
