"""The one sentence between the lanes: what the soft results would have to be worth, if anything.

It prices nothing. A bound that leaves the sign open decides nothing, and the sentence says so.
"""

from collections.abc import Iterator

from roi_casebook.appraisal import Appraisal
from roi_casebook.pages.telling import Telling
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.solvers import worth_of_each
from roi_casebook.roi.units import parse_unit

COUNTED = 1
"""The power of a unit that counts things one by one."""
BY_THE_YEAR = ("year", -1)
"""The part of a unit that says that such things are counted in each year."""


def soft_worth(told: Telling, appraisal: Appraisal) -> str:
    """Say what the soft results would have to be worth for a reading to pay back; "" without any."""
    if not told.case.soft:
        return ""
    npv = appraisal.figures["npv"]
    if npv.value is None:
        return told.wording.t("soft.no_hard")
    if not decides(npv):
        return told.wording.t("soft.undecided", npv=told.wording.figure(npv, told.currency).whole)
    return told.wording.t("soft.bonus") if npv.value >= 0 else _needed(told, appraisal)


def decides(npv: Figure) -> bool:
    """Tell whether the sign of a result is known: a gain at most, or a loss at least, may be either."""
    is_gain = npv.value is not None and npv.value >= 0
    return npv.bound is None or is_gain == (npv.bound == "at_least")


def _needed(told: Telling, appraisal: Appraisal) -> str:
    w, worth = told.wording, appraisal.figures["soft_switching_value"]
    key = {0: "soft.needed_at_once", 1: "soft.needed_in_one_year"}
    if worth.value is None:
        return w.t("soft.no_hard")
    each = list(_each(told, worth.value))
    return w.t(
        key.get(appraisal.flows.years, "soft.needed"),
        figures=_hard(told, appraisal),
        value=w.money(worth.value, told.currency),
        each=w.t("soft.each", list=w.t("or").join(each)) if each else "",
        horizon=w.horizon(appraisal.flows.years),
    )


def _hard(told: Telling, appraisal: Appraisal) -> str:
    """Write the return with the sum, or the sum alone where there is no return."""
    shown = (told.wording.figure(appraisal.figures[name], told.currency) for name in ("roi", "npv"))
    return ", ".join(f"{figure.short_name} {figure.whole}" for figure in shown if figure.text)


def _each(told: Telling, worth: float) -> Iterator[str]:
    """Write what one of each soft result would have to be worth, where such things are counted."""
    w = told.wording
    for name, result in told.case.soft.items():
        baseline, value = told.judged.soft[name]
        measure = w.vocabulary.measures[result.measure]
        is_gain = measure.better == "higher" and baseline is None
        counted = _counted(measure.unit)
        if value is not None and value > 0 and is_gain and counted:
            each = worth_of_each(soft_switching_value=worth, soft_result=value)
            unit = f"{told.currency}/{counted}"
            yield w.t("soft.of", value=w.headline(each, unit), name=told.soft_name(name).text)


def _counted(unit: str) -> str:
    """Give what a unit counts one by one, in all or in each year; "" where it counts no such thing."""
    powers = () if unit == "share" else parse_unit(unit)
    counted = [power for power in powers if power != BY_THE_YEAR]
    return counted[0][0] if [power for _, power in counted] == [COUNTED] else ""
