"""The return as it may lead: never where it was measured too early, and by its range where weak."""

from dataclasses import replace

from roi_casebook.appraisal import Appraisal, CaseJudgement
from roi_casebook.appraisal.evidence.locks import Locks
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import Wording


def headline(judged: CaseJudgement, appraisal: Appraisal) -> Figure:
    """Give the return of a reading as it may lead: the reason where it was measured too early."""
    figure = appraisal.figures["roi"]
    if figure.reason or not judged.evidence.maturity.suppresses_headline:
        return figure
    return replace(figure, value=None, bound=None, reason="too_early", p10=None, p50=None, p90=None)


def is_shown_as_range(locks: Locks, figure: Figure) -> bool:
    """Tell whether a return stands as its range alone."""
    is_weak = locks.needs_range and not locks.is_unproven
    return is_weak and figure.p10 is not None and figure.p90 is not None


def as_range(wording: Wording, figure: Figure, currency: str) -> str:
    """Write a return that was drawn by its range."""
    low, high = (wording.value(figure, x or 0.0, currency) for x in (figure.p10, figure.p90))
    return wording.t("range", low=low, high=high, unit="")
