"""What each folded section of a case holds, in a few words beside its heading."""

from collections import Counter
from collections.abc import Iterator, Mapping

from roi_casebook.pages.figures_view import FiguresView
from roi_casebook.pages.inputs_view import InputView
from roi_casebook.wording import Wording

JOINT = ", "
COUNTED = ("cash-flow", "without-it", "working", "sources")
"""Sections that say how many of one thing they hold."""


def folds_view(
    w: Wording,
    figures: FiguresView,
    inputs: tuple[InputView, ...],
    checklist: str,
    counts: Mapping[str, int],
) -> Mapping[str, str]:
    """Say of each section that is folded what it holds; counts: for each of COUNTED."""
    return {
        "figures": JOINT.join(_figures(w, figures)),
        "inputs": JOINT.join(_inputs(w, inputs)),
        "checklist": checklist,
        "about": w.t("fold.about"),
    } | {name: w.t(f"fold.{name}", n=counts[name]) for name in COUNTED}


def _figures(w: Wording, figures: FiguresView) -> Iterator[str]:
    reasons = sum(len(row.names) for row in figures.reasons)
    if figures.rows:
        yield w.t("fold.figures", n=len(figures.rows))
    if reasons:
        yield w.t("fold.reasons", n=reasons)


def _inputs(w: Wording, inputs: tuple[InputView, ...]) -> Iterator[str]:
    rest: Counter[str] = Counter(one.basis for one in inputs)
    for basis, key in (("source", "inputs"), ("assumption", "assumed"), ("unknown", "unknown")):
        if rest[basis]:
            yield w.t(f"fold.{key}", n=rest[basis])
