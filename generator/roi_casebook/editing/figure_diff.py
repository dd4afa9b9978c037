"""`casebook diff`: which figures of which cases a change moves."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from roi_casebook.appraisal import AppraisedCase, JudgedCase, judged_cases
from roi_casebook.editing.figures_listing import figure_as_data
from roi_casebook.editing.lock_diff import (
    MovedLocks,
    locks_as_data,
    locks_as_markdown,
    locks_as_text,
)
from roi_casebook.editing.result_diff import (
    MovedResult,
    results_as_data,
    results_as_markdown,
    results_as_text,
)
from roi_casebook.reading import ReadSite
from roi_casebook.roi.figure_table import COST_PER_RESULT
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import Wording

Key = tuple[str, str | None, str]
Standing = tuple[Figure | None, str]
NOT_THERE: Standing = (None, "")
COLUMNS = ("case", "reading", "figure", "before", "after")


@dataclass(frozen=True)
class Moved:
    """A figure of a case's reading before and after; None where the case, or it, was not there."""

    case: str
    reading: str | None
    figure: str
    before: Figure | None
    after: Figure | None
    currency_before: str
    currency_after: str


def cases_of(site: ReadSite) -> tuple[JudgedCase, ...]:
    """Judge the cases of one state of a site; none where its configuration has errors."""
    if site.config is None:
        return ()
    return judged_cases(site.cases, site.config, site.vocabulary, site.thresholds)


def moved_figures(
    before: Sequence[AppraisedCase], after: Sequence[AppraisedCase]
) -> tuple[Moved, ...]:
    """Compare all figures of two states of a site's cases; the same ones are left out."""
    old, new = dict(_figures(before)), dict(_figures(after))
    moved = (
        _moved(key, old.get(key, NOT_THERE), new.get(key, NOT_THERE)) for key in {**old, **new}
    )
    ranked = sorted(moved, key=lambda each: (each.case, each.reading or ""))
    return tuple(each for each in ranked if _shows(each))


def _moved(key: Key, before: Standing, after: Standing) -> Moved:
    return Moved(*key, before[0], after[0], before[1], after[1])


def _shows(each: Moved) -> bool:
    return (each.before, each.currency_before) != (each.after, each.currency_after)


def _figures(cases: Sequence[AppraisedCase]) -> Iterator[tuple[Key, Standing]]:
    for found in cases:
        for reading in found.readings:
            for lane in reversed(found.lanes(reading)):  # what both have is that of money
                for name, figure in lane.figures.items():
                    yield (found.slug, reading, name), (figure, found.case.money.currency)


def diff_as_json(
    base: str,
    moved: tuple[Moved, ...],
    results: tuple[MovedResult, ...],
    locks: tuple[MovedLocks, ...],
) -> str:
    """Give the moved figures as JSON: a list of {case, reading, figure, before, after}; the rest alike."""
    rows = [
        {
            "case": each.case,
            "reading": each.reading,
            "figure": each.figure,
            "before": _data(each.before, each.currency_before),
            "after": _data(each.after, each.currency_after),
        }
        for each in moved
    ]
    data = {
        "base": base,
        "moved": rows,
        COST_PER_RESULT: results_as_data(results),
        "locks": locks_as_data(locks),
    }
    return json.dumps(data, indent=2, ensure_ascii=False)


def _data(figure: Figure | None, currency: str) -> Mapping[str, Any] | None:
    return None if figure is None else figure_as_data(figure, currency)


def diff_as_text(
    base: str,
    moved: tuple[Moved, ...],
    results: tuple[MovedResult, ...],
    locks: tuple[MovedLocks, ...],
    words: Wording,
) -> str:
    """Give the moved figures, costs per result and locks as lines for people."""
    shown = _reading_otherwise(moved, words)
    rows = [f"{_place(each)}: {_before(each, words)} -> {_after(each, words)}" for each in shown]
    head = [_counted(shown, base, words), *rows] if shown else []
    said = (*results_as_text(results, words), *locks_as_text(locks, words))
    return "\n".join([*head, *_unshown(len(moved), len(shown), base, words), *said])


def diff_as_markdown(
    base: str,
    moved: tuple[Moved, ...],
    results: tuple[MovedResult, ...],
    locks: tuple[MovedLocks, ...],
    words: Wording,
) -> str:
    """Give the moved figures, costs per result and locks as tables for a pull request."""
    shown = _reading_otherwise(moved, words)
    rows = [
        f"| {each.case} | {each.reading or ''} | {words.names.short_name(each.figure)} | {_before(each, words)} | {_after(each, words)} |"
        for each in shown
    ]
    titles = " | ".join(words.t(f"diff.head.{column}") for column in COLUMNS)
    head = ["", f"| {titles} |", f"|{'---|' * len(COLUMNS)}"]
    table = [_counted(shown, f"`{base}`", words), *head, *rows, ""] if shown else []
    unshown = (*_unshown(len(moved), len(shown), f"`{base}`", words), "")
    others = (*results_as_markdown(results, words), *locks_as_markdown(locks, words))
    return "\n".join([*table, *unshown, *others])


def _reading_otherwise(moved: tuple[Moved, ...], words: Wording) -> tuple[Moved, ...]:
    """Leave out what reads alike on both sides: it moved by less than its words show."""
    return tuple(each for each in moved if _before(each, words) != _after(each, words))


def _unshown(moved: int, shown: int, base: str, words: Wording) -> Iterator[str]:
    """Say how many figures move without being shown, or that none moves at all."""
    count = moved - shown
    if not moved:
        yield words.t("diff.none", base=base)
    elif count:
        yield words.t("diff.hidden", n=count, base=base)


def _counted(moved: tuple[Moved, ...], base: str, words: Wording) -> str:
    cases = words.t("diff.cases", n=len({each.case for each in moved}))
    return words.t("diff.moved", n=len(moved), cases=cases, base=base)


def _place(each: Moved) -> str:
    return " ".join(part for part in (each.case, each.reading, each.figure) if part)


def _before(each: Moved, words: Wording) -> str:
    return _shown(each.before, each.currency_before, words)


def _after(each: Moved, words: Wording) -> str:
    return _shown(each.after, each.currency_after, words)


def _shown(figure: Figure | None, currency: str, words: Wording) -> str:
    if figure is None:
        return words.t("diff.not_there")
    shown = words.figures.figure(figure, currency)
    if figure.value is None:
        return f"({shown.reason_short})"
    exact = (
        words.figures.sides.beside(figure, words.numbers.money_exact(figure.value, currency))
        if figure.unit == "money"
        else shown.text
    )
    spread = (
        f" ({words.figures.limits(figure, currency)})"
        if figure.p10 is not None and figure.p90 is not None
        else ""
    )
    return f"{shown.qualifier} {exact}{spread}".strip()
