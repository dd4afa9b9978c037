"""`casebook diff`: the costs per result that a change moves, in each reading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from roi_casebook.appraisal import AppraisedCase
from roi_casebook.appraisal.cost_per_result import CostPerResult
from roi_casebook.editing.figures_listing import result_as_data
from roi_casebook.wording import Wording

Key = tuple[str, str | None, str]
COLUMNS = ("case", "reading", "result", "before", "after")


@dataclass(frozen=True)
class Standing:
    """What one of a soft result cost, in the currency of its case."""

    one: CostPerResult
    currency: str

    def as_data(self) -> dict[str, Any]:
        """Give it as plain data, as `casebook figures` does."""
        return result_as_data(self.one, self.currency)

    def said(self, words: Wording) -> str:
        """Write it with its range, or why there is none."""
        text = words.results.cost(self.one, self.currency)
        return f"{text.whole} ({text.range})" if text.range else text.whole


@dataclass(frozen=True)
class MovedResult:
    """What one of a soft result cost before and after; None where the case, or it, was not there."""

    case: str
    reading: str | None
    soft: str
    before: Standing | None
    after: Standing | None


def moved_results(
    before: Sequence[AppraisedCase], after: Sequence[AppraisedCase]
) -> tuple[MovedResult, ...]:
    """Compare the costs per result of two states of a site's cases; the same ones are left out."""
    old, new = dict(_results(before)), dict(_results(after))
    moved = (MovedResult(*key, old.get(key), new.get(key)) for key in {**old, **new})
    ranked = sorted(moved, key=lambda each: (each.case, each.reading or "", each.soft))
    return tuple(each for each in ranked if _data(each.before) != _data(each.after))


def _results(cases: Sequence[AppraisedCase]) -> Iterator[tuple[Key, Standing]]:
    for found in cases:
        for reading, results in found.per_result.items():
            for name, one in results.items():
                yield (found.slug, reading, name), Standing(one, found.case.money.currency)


def _data(standing: Standing | None) -> dict[str, Any] | None:
    return None if standing is None else standing.as_data()


def results_as_data(moved: tuple[MovedResult, ...]) -> list[dict[str, Any]]:
    """Give the moved costs as plain data: a list of {case, reading, soft, before, after}."""
    return [
        {
            "case": each.case,
            "reading": each.reading,
            "soft": each.soft,
            "before": _data(each.before),
            "after": _data(each.after),
        }
        for each in moved
    ]


def results_as_text(moved: tuple[MovedResult, ...], words: Wording) -> Iterator[str]:
    """Give the moved costs as lines for people, under their number; none where none move."""
    if moved:
        yield words.t("diff.results", n=len(moved))
    for each in moved:
        place = " ".join(filter(None, (each.case, each.reading, each.soft)))
        yield f"{place}: {_said(each.before, words)} -> {_said(each.after, words)}"


def results_as_markdown(moved: tuple[MovedResult, ...], words: Wording) -> Iterator[str]:
    """Give the moved costs as a table for a pull request, under their number; none where none move."""
    if not moved:
        return
    titles = " | ".join(words.t(f"diff.head.{column}") for column in COLUMNS)
    yield from (words.t("diff.results", n=len(moved)), "", f"| {titles} |", f"|{'---|' * 5}")
    for each in moved:
        before, after = (_said(standing, words) for standing in (each.before, each.after))
        yield f"| {each.case} | {each.reading or ''} | {each.soft} | {before} | {after} |"
    yield ""


def _said(standing: Standing | None, words: Wording) -> str:
    return words.t("diff.not_there") if standing is None else standing.said(words)
