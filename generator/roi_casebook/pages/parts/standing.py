"""How a result may stand: never where it was measured too early, marked or by its range where weak.

All that rests on what came back is a result; what it cost is none, and needs no proof.
"""

from roi_casebook.appraisal import Appraisal, JudgedCase
from roi_casebook.appraisal.cost_per_result import CostPerResult
from roi_casebook.appraisal.evidence.locks import Locks
from roi_casebook.roi.figure_table import FIGURES, NPV, ROI, SROI, is_beyond_horizon
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
    return is_weak and varies(figure)


def varies(figure: Figure) -> bool:
    """Tell whether a figure has a range."""
    return figure.p10 is not None and figure.p10 != figure.p90


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


def social_ratio(wording: Wording, judged: JudgedCase, appraisal: Appraisal) -> str:
    """Write the ratio of social value with what must not be missing beside it: range or none, mark."""
    figure = appraisal.figures[SROI]
    said = in_its_range(wording, figure, judged.case.money.currency)
    mark = mark_of(wording, judged.locks_of(appraisal), figure)
    no_range = "" if varies(figure) else wording.t("social.point")
    beside = ", ".join(filter(None, (no_range, mark)))
    return wording.t("strip.marked", value=said, mark=beside) if beside else said


def in_its_range(wording: Wording, figure: Figure, currency: str) -> str:
    """Write a figure of social value by its range, where it has one."""
    write = wording.figures.in_limits if varies(figure) else wording.figures.with_bound
    return write(figure, currency)


def untold_figures(judged: JudgedCase, appraisal: Appraisal) -> frozenset[str]:
    """Give the figures beside the base that say nothing here.

    The first years of a horizon that is no longer; what compares horizons, where all readings have
    one; what is made of draws, where the reason is that of all draws.
    """
    figures = appraisal.figures
    is_one_horizon = len({one.flows.years for one in judged.readings.values()}) == 1
    of_all_draws = {"single_point", figures[NPV].reason} if NPV in figures else set()
    return frozenset(
        name
        for name, figure in figures.items()
        if is_beyond_horizon(figure)
        or (FIGURES[name].compares_horizons and is_one_horizon)
        or (FIGURES[name].of_draws and figure.reason and figure.reason in of_all_draws)
    )


def cost_of_one_text(wording: Wording, locks: Locks, one: CostPerResult, currency: str) -> str:
    """Write what one result cost as its evidence bears it: by its range, else whole."""
    if is_shown_as_range(locks, one.cost):
        return wording.results.in_limits(one, currency)
    return wording.results.cost(one, currency).whole


def marked_cost_of_one(wording: Wording, locks: Locks, one: CostPerResult, text: str) -> str:
    """Write the mark of the evidence behind what one result cost: it rests on what came back.

    Before it, that perhaps none came.
    """
    mark = "" if is_shown_as_range(locks, one.cost) else wording.evidence.mark(locks)
    text = wording.results.with_doubt(one, text)
    return wording.t("strip.marked", value=text, mark=mark) if mark else text
