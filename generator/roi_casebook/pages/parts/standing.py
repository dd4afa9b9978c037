"""How a result may stand: never where it was measured too early, marked or by its range where weak.

All that rests on what came back is a result; what it cost is none, and needs no proof.
"""

from roi_casebook.appraisal import Appraisal, JudgedCase
from roi_casebook.appraisal.evidence.locks import Locks
from roi_casebook.roi.figure_table import FIGURES, ROI
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import Wording


def as_it_may_stand(judged: JudgedCase, appraisal: Appraisal, name: str = ROI) -> Figure:
    """Give a figure of a reading as it may lead: the reason where it was measured too early."""
    figure = appraisal.figures[name]
    is_cost = FIGURES[name].is_cost
    if is_cost or figure.reason or not judged.evidence.maturity.suppresses_headline:
        return figure
    return too_early(figure)


def too_early(figure: Figure) -> Figure:
    """Give the reason in place of a result that was measured too early."""
    return Figure(figure.name, figure.unit, reason="too_early")


def is_shown_as_range(locks: Locks, figure: Figure) -> bool:
    """Tell whether a result stands as its range alone."""
    is_weak = locks.needs_range and not locks.is_unproven
    return is_weak and figure.p10 is not None and figure.p90 is not None and _varies(figure)


def _varies(figure: Figure) -> bool:
    return figure.p10 != figure.p90


def result_text(wording: Wording, locks: Locks, figure: Figure, currency: str) -> str:
    """Write a figure as its evidence bears it: by its range, else whole, or its reason in short."""
    if is_shown_as_range(locks, figure):
        return wording.figures.in_limits(figure, currency)
    return wording.figures.figure(figure, currency).whole


def mark_of(wording: Wording, locks: Locks, figure: Figure) -> str:
    """Say how a figure must be marked where it stands; "" for a cost, a reason, or its own range."""
    if FIGURES[figure.name].is_cost or figure.reason:
        return ""
    has_range = FIGURES[figure.name].shown_as == "chance" or is_shown_as_range(locks, figure)
    return "" if has_range and not locks.is_unproven else wording.evidence.mark(locks)


def marked(wording: Wording, locks: Locks, figure: Figure, text: str) -> str:
    """Write the mark of a figure behind what was written of it."""
    mark = mark_of(wording, locks, figure)
    return wording.t("strip.marked", value=text, mark=mark) if mark else text
