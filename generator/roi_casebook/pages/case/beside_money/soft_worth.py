"""The one sentence between the lanes: what the soft results would have to be worth, if anything.

It prices nothing. A bound that leaves the sign open decides nothing: the sentence then says what is
true whatever the unknown is.
"""

from collections.abc import Iterator, Mapping

from roi_casebook.appraisal import Appraisal, JudgedCase
from roi_casebook.appraisal.amounts import formula_value
from roi_casebook.appraisal.cost_per_result import CostPerResult
from roi_casebook.appraisal.evidence.locks import Locks
from roi_casebook.appraisal.evidence.soft_evidence import SoftEvidence
from roi_casebook.case import SoftResult
from roi_casebook.config import Measure
from roi_casebook.pages.parts.case_in_language import CaseInLanguage, CaseValues
from roi_casebook.pages.parts.links import Fact
from roi_casebook.pages.parts.standing import (
    as_it_may_stand,
    is_shown_as_range,
    mark_of,
    result_text,
)
from roi_casebook.roi.algebra.units import parse_unit
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.solvers import soft_result, worth_of_each
from roi_casebook.wording import Wording

YEAR = "year"


def soft_worth(c: CaseInLanguage, appraisal: Appraisal) -> str:
    """Say what the soft results would have to be worth for a reading to pay back; "" without any."""
    if not any(judged.counts for judged in c.judged.soft_evidence.values()):
        return ""
    npv, w = as_it_may_stand(c.judged, appraisal, "npv"), c.wording
    if npv.reason == "too_early":
        return w.t("soft.too_early")
    if npv.value is None:
        return _without_money(c, appraisal)
    if not decides(npv):
        return _undecided(c.wording, c.values, appraisal, npv.value)
    if is_open(c.judged.evidence.readings[appraisal.reading], npv):
        return _open(c, appraisal)
    return _bonus(c.judged, c.wording, appraisal) if npv.value >= 0 else _needed(c, appraisal)


def _open(c: CaseInLanguage, appraisal: Appraisal) -> str:
    """Say that gain or loss is open; no probability stands beside what is not known."""
    is_sided = any(appraisal.figures[name].side for name in ("roi", "npv"))
    return c.wording.t("soft.open_if" if is_sided else "soft.open", figures=_figures(c, appraisal))


def is_open(locks: Locks, npv: Figure) -> bool:
    """Tell whether a result that stands by its range alone may be a gain or a loss."""
    return is_shown_as_range(locks, npv) and (npv.p10 or 0.0) < 0 <= (npv.p90 or 0.0)


def _bonus(judged: JudgedCase, w: Wording, appraisal: Appraisal) -> str:
    locks = judged.evidence.readings[appraisal.reading]
    mark = mark_of(w, locks, appraisal.figures["npv"])
    return w.t("soft.bonus_marked", mark=mark) if mark else w.t("soft.bonus")


def decides(npv: Figure) -> bool:
    """Tell whether the sign of a result is known: a gain at most, or a loss at least, may be either."""
    is_gain = npv.value is not None and npv.value >= 0
    return npv.side in {None, "or_higher" if is_gain else "or_lower"}


def _needed(c: CaseInLanguage, appraisal: Appraisal) -> str:
    w, needed = c.wording, appraisal.figures["soft_switching_value"]
    if needed.value is None:
        return w.t("soft.no_hard")
    return w.t(
        "soft.needed_at_least" if needed.side else "soft.needed",
        figures=_hard(c, appraisal),
        worth=_worth(c.wording, c.values, appraisal, needed.value),
        each=_each(c, appraisal, needed),
    )


def _without_money(c: CaseInLanguage, appraisal: Appraisal) -> str:
    """Where nothing came back in money, they would have to earn the cost."""
    w, needed = c.wording, appraisal.figures["soft_switching_value"]
    if not needed.value:
        return w.t("soft.no_hard")
    return w.t(
        "soft.cost_alone",
        worth=_worth(c.wording, c.values, appraisal, needed.value),
        each=_each(c, appraisal, needed),
    )


def _undecided(w: Wording, values: CaseValues, appraisal: Appraisal, npv: float) -> str:
    """Say from where on a gain at most, or up to where a loss at least, needs the soft results."""
    needed = appraisal.figures["soft_switching_value"].value
    figure = values.figure(appraisal.figures["npv"]).whole
    if appraisal.figures["npv"].side == "either":
        return w.t("soft.open_if", figures=figure)
    if npv == 0:
        return w.t("soft.even_at_best")
    if npv > 0:
        return w.t("soft.undecided_gain", npv=figure, margin=values.money(npv))
    worth = "" if needed is None else _worth(w, values, appraisal, needed)
    return w.t("soft.undecided_loss" if worth else "soft.no_hard", npv=figure, worth=worth)


def _worth(w: Wording, values: CaseValues, appraisal: Appraisal, needed: float) -> str:
    """Write the amount with when it would have to come."""
    key = {0: "soft.at_once", 1: "soft.in_one_year"}
    return w.t(
        key.get(appraisal.flows.years, "soft.yearly"),
        value=values.money(needed),
        horizon=w.times.horizon(appraisal.flows.years),
    )


def _hard(c: CaseInLanguage, appraisal: Appraisal) -> str:
    """Write the return with the sum, and how far they stand where that must be said."""
    w, npv = c.wording, appraisal.figures["npv"]
    locks = c.judged.evidence.readings[appraisal.reading]
    figures, mark = _figures(c, appraisal), mark_of(w, locks, npv)
    if is_shown_as_range(locks, npv) and npv.side is None:
        return w.t("soft.figures_in_range", figures=figures)
    return w.t("soft.figures_marked", figures=figures, mark=mark) if mark else figures


def _figures(c: CaseInLanguage, appraisal: Appraisal) -> str:
    """Write the return with the sum, or the sum alone where there is no return."""
    w, locks = c.wording, c.judged.evidence.readings[appraisal.reading]
    shown = (appraisal.figures[name] for name in ("roi", "npv"))
    return ", ".join(
        f"{w.names.short_name(one.name)} {result_text(w, locks, one, c.values.currency)}"
        for one in shown
        if one.value is not None
    )


# What one of them would have to be worth -----------------------------------------------------------


def _each(c: CaseInLanguage, appraisal: Appraisal, needed: Figure) -> str:
    """Write what one of each soft result would have to be worth, where such things are counted.

    Not beside present values alone: they do not tell in which years what is counted came.
    """
    w = c.wording
    if appraisal.flows.is_present:
        return ""
    prices = list(_prices(c, appraisal, needed.value or 0.0))
    key = "soft.each_at_least" if needed.side else "soft.each"
    return w.t(key, list=w.t("or").join(prices)) if prices else ""


def _prices(c: CaseInLanguage, appraisal: Appraisal, needed: float) -> Iterator[str]:
    """Write what one of each result that is counted would have to be worth, by the same years."""
    w, results = c.wording, c.judged.per_result[appraisal.reading]
    for name, judged in c.judged.soft_evidence.items():
        measure = w.vocabulary.measures[c.case.soft[name].measure]
        if not (judged.counts and name in results and results[name].unit):
            continue
        yearly = _yearly(judged, measure, results[name], appraisal.flows.years)
        if yearly > 0:
            each = worth_of_each(soft_switching_value=needed, soft_result=yearly)
            price = w.results.amount(results[name], each, c.values.currency)
            is_other = _is_told_otherwise(c, results[name], price)
            if is_other and c.judged.result_that_leads(appraisal.reading) is not None:
                continue  # that page leads by the number of the table
            key = "soft.of_discounted" if is_other and appraisal.basis.is_discounted else "soft.of"
            yield w.t(key, value=price, name=c.names.soft(name).text)


def _is_told_otherwise(c: CaseInLanguage, one: CostPerResult, price: str) -> bool:
    """Tell whether the table of what results cost gives the worth of one as another number.

    There nothing is discounted; spread over the years as an annuity it is another.
    """
    worth = one.worth.value if one.worth else None
    return worth is not None and c.wording.results.amount(one, worth, c.values.currency) != price


def _yearly(judged: SoftEvidence, measure: Measure, one: CostPerResult, years: int) -> float:
    """Give how many came by the same time as the sum; of additional ones, those alone."""
    if one.is_additional and one.count is not None and one.count.value is not None:
        count = one.count.value
        return float(soft_result(soft_result_in_all=count, horizon_years=years)) if years else count
    return _for_each_year(_gained(judged, measure), measure.unit, years)


def _gained(judged: SoftEvidence, measure: Measure) -> float:
    """Give how many were gained: all, or those beyond the state before; 0 where that is no gain."""
    if measure.better != "higher" or judged.value is None:
        return 0.0
    return judged.value if measure.is_change else judged.value - (judged.before or 0.0)


def _for_each_year(gained: float, unit: str, years: int) -> float:
    """Give a count by the same time as the sum that it divides: by the year, or all at once."""
    if not years or (YEAR, -1) in parse_unit(unit):
        return gained
    return float(soft_result(soft_result_in_all=gained, horizon_years=years))


# How it is counted ------------------------------------------------------------------------------------


def counted_facts(c: CaseInLanguage, result: SoftResult) -> Iterator[Fact]:
    """Say in which years it came, which costs bought it, and that its cost is to lead the case."""
    w, unit = c.wording, c.values.unit_of_measure(result.measure)
    if isinstance(result.when, Mapping):
        in_years = [
            w.t(
                "case.of_line",
                name=w.times.moments(span.moments()),
                line=c.values.computed(formula_value(formula, c.judged.amounts), unit),
            )
            for span, formula in result.when.items()
        ]
        yield Fact(w.t("soft.when"), w.catalogue.listed(in_years))
    elif result.when is not None:
        yield Fact(w.t("soft.when"), w.times.moments(result.when.moments()))
    if result.bought_by:
        yield Fact(w.t("soft.bought_by"), links=tuple(map(c.links.line, result.bought_by)))
    if result.leads:
        yield Fact(w.t("soft.leads"), w.t("soft.leads_said"))
