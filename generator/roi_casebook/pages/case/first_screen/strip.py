"""The strip that leads a case or a reading: cost, return, how strong the evidence is, how mature.

A case in a list of results: its return with NPV, cost, horizon and basis, or the reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from roi_casebook.appraisal import Appraisal, JudgedCase
from roi_casebook.appraisal.cost_per_result import CostPerResult
from roi_casebook.appraisal.evidence.locks import Locks
from roi_casebook.case import Case
from roi_casebook.charts import locks_glyph
from roi_casebook.pages.case.beside_money.told_results import cost_text
from roi_casebook.pages.case.evidence import gauge, time_needed, time_observed
from roi_casebook.pages.parts.case_in_language import CaseInLanguage, CaseValues
from roi_casebook.pages.parts.links import Kept, kept
from roi_casebook.pages.parts.numbered_notes import NotedAppraisal, NoteLink
from roi_casebook.pages.parts.page import Result
from roi_casebook.pages.parts.standing import (
    as_it_may_stand,
    is_shown_as_range,
    mark_of,
    marked,
    result_text,
)
from roi_casebook.roi.figure_table import COST, ROI
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import FigureText, Wording
from roi_casebook.wording.typography import capitalised

NO_SIGN = Markup()
TELLING = frozenset({"too_early", "interim"})
"""The maturity that a reader must know before all else."""
LEADING_STAGES = frozenset({"activity", "output", "out-take"})
"""The stages of soft results that show first, before any effect could be expected."""


@dataclass(frozen=True)
class StripItem:
    """One of the figures that lead; bound: at most, at least; is_reason: the value is a reason.

    sign: a drawing above the value, or nothing; mark: how weak the evidence is, where it must be said;
    loss: the word for one, where it is no gain whatever was drawn, else "".
    """

    label: str
    value: Kept
    is_reason: bool = False
    is_lead: bool = False
    bound: str = ""
    qualifiers: tuple[str, ...] = ()
    note: NoteLink | None = None
    sign: Markup = NO_SIGN
    mark: str = ""
    loss: str = ""


def strip(c: CaseInLanguage, noted: NotedAppraisal) -> tuple[StripItem, ...]:
    """Give what leads: cost, return, how strong the evidence is; how mature, where that says something."""
    locks = c.judged.evidence.locks
    of_all = _evidence(c.wording, c.judged.leads.locks)
    cost, lead = _money_items(c, noted, locks)
    time = (_maturity(c),) if c.judged.evidence.maturity.state in TELLING else ()
    return (cost, _soft_lead(c, lead), of_all, *time)


def _soft_lead(c: CaseInLanguage, money: StripItem) -> StripItem:
    """Let the soft result lead that leads the case, with why no return does; else what money gives."""
    which = c.judged.leads.which if c.judged.leads.kind == "soft" else None
    if which is None or c.judged.soft[which][1] is None:
        return money
    reason, locks = f"{money.value.head}{money.value.last}", c.judged.leads.locks
    why = c.wording.t("case.of_line", name=money.label, line=reason)
    return StripItem(
        c.names.soft(which).text,
        kept(c.values.soft(which)),
        is_lead=True,
        qualifiers=(why,),
        note=money.note,
        mark=c.wording.evidence.mark(locks) if locks.is_unproven else "",
    )


def reading_items(c: CaseInLanguage, noted: NotedAppraisal) -> tuple[StripItem, ...]:
    """Give what leads one reading among others: cost, return, how strong its evidence is."""
    reading = noted.appraisal.reading
    items = _money_items(c, noted, c.judged.evidence.readings[reading])
    return (*items, _evidence(c.wording, c.judged.locks_that_lead(reading)))


def _money_items(c: CaseInLanguage, noted: NotedAppraisal, locks: Locks) -> Iterator[StripItem]:
    """Give cost and return, or what a result cost. A return never stands without NPV and horizon."""
    w, appraisal, numbers = c.wording, noted.appraisal, noted.numbers
    cost = _text(c.values, appraisal, "pv_costs")
    horizon = _horizon(c.wording, appraisal)
    present = w.t("strip.present_value") if appraisal.basis.is_discounted else horizon
    result = c.judged.result_that_leads(appraisal.reading)
    beside = (present, *(_in_all(c, appraisal, result) if result else ()))
    item = _item(w.t("strip.cost"), cost, numbers["pv_costs"], beside)
    yield _cost_in_range(c, item, appraisal.figures["pv_costs"])
    if result is not None:
        yield _result_item(c, result)
        return
    shown = as_it_may_stand(c.judged, appraisal)
    roi = c.values.figure(shown)
    if shown.reason == "too_early":
        yield _too_early(c, roi)
        return
    npv = as_it_may_stand(c.judged, appraisal, "npv")
    if shown.value is None and npv.value is not None:
        yield _net_item(c, noted, npv, roi)
        return
    item = _item(
        roi.short_name, roi, numbers["roi"], _beside_return(c, appraisal, roi), is_lead=True
    )
    if is_shown_as_range(locks, shown):
        item = _with_range(c, item, shown)
    elif shown.value is not None and c.wording.figures.sides.is_as_counted(shown):
        alone = kept(c.values.figure(shown.exactly()).text)
        item = replace(item, value=alone, bound=w.t("side.as_counted_label"))
    yield replace(item, mark=mark_of(w, locks, shown), loss=_loss(w, shown))


def _net_item(c: CaseInLanguage, noted: NotedAppraisal, npv: Figure, roi: FigureText) -> StripItem:
    """Give the net present value where no return can be given, and why there is none."""
    w, locks = c.wording, c.judged.evidence.readings[noted.appraisal.reading]
    text = c.values.figure(npv)
    why = w.t("case.of_line", name=roi.short_name, line=roi.reason_short)
    beside = (_horizon(w, noted.appraisal), why)
    item = _item(text.short_name, text, noted.numbers["npv"], beside, is_lead=True)
    if is_shown_as_range(locks, npv):
        limits, base = w.figures.limits(npv, c.values.currency), in_range(w, c.values, npv)
        item = replace(item, value=kept(limits), bound="", qualifiers=(base, *beside))
    return replace(item, mark=mark_of(w, locks, npv), loss=_loss(w, npv))


def _loss(w: Wording, shown: Figure) -> str:
    """Name a loss that is one whatever was drawn, and whatever is unknown."""
    most = shown.value if shown.p90 is None else shown.p90
    is_open = shown.side in {"or_higher", "either"}
    return "" if most is None or most >= 0 or is_open else w.t("strip.loss")


def _back(c: CaseInLanguage, appraisal: Appraisal, locks: Locks) -> str:
    """Say how much came back for each unit of what it cost; "" where that cannot be said."""
    bcr = appraisal.figures["bcr"]
    if bcr.value is None:
        return ""
    w = c.wording
    told = bcr.exactly() if w.figures.sides.is_as_counted(bcr) else bcr  # its label says the side
    money = replace(told, unit="money")
    write = w.figures.in_limits if is_shown_as_range(locks, bcr) else w.figures.with_bound
    each = w.numbers.money(1.0, c.values.currency)
    return w.t("strip.back", back=write(money, c.values.currency), each=each)


def _cost_in_range(c: CaseInLanguage, item: StripItem, cost: Figure) -> StripItem:
    """Let the range of a cost lead, which is no result and needs no proof for it."""
    limits = c.wording.figures.limits(cost, c.values.currency) if cost.has_range else ""
    if not limits or limits == c.wording.figures.value(cost, cost.p10 or 0.0, c.values.currency):
        return item
    base = in_range(c.wording, c.values, cost)
    return replace(item, value=kept(limits), qualifiers=(base, *item.qualifiers))


def _in_all(c: CaseInLanguage, appraisal: Appraisal, one: CostPerResult) -> Iterator[str]:
    """Give what all results cost together, where that is another sum than the present value beside it."""
    present, total = appraisal.figures[COST].value, one.total
    if total is not None and total.value is not None and total.value != present:
        yield c.wording.t("results.in_all", value=c.values.figure(total).whole)


def _result_item(c: CaseInLanguage, one: CostPerResult) -> StripItem:
    """Give what one result cost, how many there are, and why there is no return."""
    w, text, locks = c.wording, cost_text(c, one), c.judged.result_locks[one.reading][one.soft]
    label = capitalised(text.short_name)
    if text.kind == "reason":
        return StripItem(label, kept(text.reason_short), is_reason=True, is_lead=True)
    count = w.t("results.for", count=w.results.count(one))
    roi = c.values.figure(c.judged.readings[one.reading].figures[ROI])
    beside = (text.range, count, w.t("results.no_return", reason=roi.reason_short))
    item = StripItem(
        label,
        kept(text.text),
        is_lead=True,
        bound=text.qualifier,
        qualifiers=tuple(filter(None, beside)),
    )
    if is_shown_as_range(locks, one.cost):
        base = in_range(w, c.values, one.cost)
        limits = kept(w.results.limits(one, c.values.currency))
        item = replace(item, value=limits, bound="", qualifiers=(base, *item.qualifiers[1:]))
    return replace(item, mark=mark_of(w, locks, one.cost))


def _with_range(c: CaseInLanguage, item: StripItem, shown: Figure) -> StripItem:
    """Let the range lead, and name the base case beside it, with the condition of both."""
    text = c.wording.figures.limits(shown, c.values.currency)
    base = in_range(c.wording, c.values, shown)
    return replace(item, value=kept(text), qualifiers=(base, *item.qualifiers[1:]))


def in_range(w: Wording, values: CaseValues, shown: Figure) -> str:
    """Say what the limits of a figure mean, and what the base case is."""
    base = values.figure(shown.exactly()).whole
    if shown.side is None:
        return w.t("strip.in_range", base=base)
    condition, otherwise = w.figures.sides.condition(shown, values.cause)
    return w.t("strip.in_range_if", condition=condition, otherwise=otherwise, base=base)


def _horizon(w: Wording, appraisal: Appraisal) -> str:
    years = w.times.horizon(appraisal.basis.horizon_years)
    return w.t("horizon", years=years)


def _beside_return(c: CaseInLanguage, appraisal: Appraisal, roi: FigureText) -> tuple[str, ...]:
    w, npv = c.wording, appraisal.figures["npv"]
    if npv.reason:
        return ()
    locks = c.judged.evidence.readings[appraisal.reading]
    text = result_text(w, locks, npv, c.values.currency)
    named = w.t("strip.named", name=w.names.short_name("npv"), value=text)
    if roi.kind == "reason":  # else the return bears the mark
        named = marked(w, locks, npv, named)
    back = _back(c, appraisal, locks)
    return tuple(filter(None, (roi.range, back, named, _horizon(c.wording, appraisal))))


def _too_early(c: CaseInLanguage, roi: FigureText) -> StripItem:
    """Give what shows first in place of a return that was measured too early."""
    w = c.wording
    signs = tuple(
        w.t("case.of_line", name=c.names.soft(name).text, line=c.values.soft(name))
        for name, result in c.case.soft.items()
        if result.stage in LEADING_STAGES and c.judged.soft[name][1] is not None
    )
    return StripItem(
        w.t("strip.leading") if signs else roi.short_name,
        kept(capitalised(roi.reason_short)),
        is_reason=True,
        is_lead=True,
        qualifiers=signs,
    )


def _item(
    label: str,
    figure: FigureText,
    note: NoteLink,
    qualifiers: tuple[str, ...],
    *,
    is_lead: bool = False,
) -> StripItem:
    is_reason = figure.kind == "reason"
    shown = () if is_reason and not is_lead else qualifiers
    value = figure.reason_short if is_reason else figure.text
    return StripItem(label, kept(value), is_reason, is_lead, figure.qualifier, shown, note)


def _text(values: CaseValues, appraisal: Appraisal, name: str) -> FigureText:
    return values.figure(appraisal.figures[name])


def _evidence(w: Wording, locks: Locks) -> StripItem:
    """Say how strong the evidence is; why stands in its section."""
    return StripItem(
        w.t("section.evidence"),
        kept(w.evidence.label("word", locks.word)),
        is_reason=True,
        qualifiers=(
            w.evidence.count(locks),
            *(() if locks.money is None else (w.evidence.both(locks),)),
        ),
        sign=locks_glyph(locks.count),
    )


def _maturity(c: CaseInLanguage) -> StripItem:
    """Say how ripe the result is, how long it was observed, and how long such work needs."""
    w = c.wording
    return StripItem(
        w.t("axis.maturity"),
        kept(w.evidence.label("maturity", c.judged.evidence.maturity.state)),
        is_reason=True,
        qualifiers=(time_observed(c), time_needed(c)),
        sign=gauge(c.judged, c.wording),
    )


LINE_JOINT = "\u00a0· "


def result_line(c: CaseInLanguage) -> Result:
    """Give what a list of results shows of a case, and by which words it is found."""
    return Result(
        figures=LINE_JOINT.join(_figures(c)),
        basis=LINE_JOINT.join(_basis(c.judged, c.wording)),
        about=LINE_JOINT.join(_about(c.case, c.wording)),
    )


def _figures(c: CaseInLanguage) -> Iterator[str]:
    """Give the return or why there is none, then all that must not be missing beside it."""
    w, appraisal = c.wording, c.judged.leading
    roi, npv, cost = (
        as_it_may_stand(c.judged, appraisal, name) for name in ("roi", "npv", "pv_costs")
    )
    result = c.judged.result_that_leads(appraisal.reading)
    if result is not None:
        yield _named_result(c, result)
    yield c.values.figure(roi).reason.rstrip(".") or _marked(c, roi)
    if npv.value is not None:  # a sum without a return bears the mark itself
        yield _marked(c, npv) if roi.reason else _named(c, npv)
    if cost.value is not None:
        yield _named(c, cost)
    if any(figure.value is not None for figure in (roi, npv, cost)):
        yield w.t("horizon", years=w.times.horizon(appraisal.basis.horizon_years))


def _named_result(c: CaseInLanguage, one: CostPerResult) -> str:
    """Write what one result cost, with its mark."""
    w, text, locks = c.wording, cost_text(c, one), c.judged.result_locks[one.reading][one.soft]
    whole = w.results.with_doubt(one, text.whole)
    if text.kind != "reason" and is_shown_as_range(locks, one.cost):
        whole = w.results.limits(one, c.values.currency)
    return marked(w, locks, one.cost, w.t("strip.named", name=text.short_name, value=whole))


def _marked(c: CaseInLanguage, figure: Figure) -> str:
    """Write a figure with the mark that weak evidence puts on it."""
    return marked(c.wording, c.judged.evidence.locks, figure, _named(c, figure))


def _named(c: CaseInLanguage, figure: Figure) -> str:
    w = c.wording
    is_cost = figure.name == "pv_costs"
    name = w.t("strip.cost") if is_cost else w.names.short_name(figure.name)
    text = (
        w.figures.in_limits(figure, c.values.currency)
        if is_cost
        else result_text(w, c.judged.evidence.locks, figure, c.values.currency)
    )
    return w.t("strip.named", name=name, value=text)


def _basis(judged: JudgedCase, w: Wording) -> Iterator[str]:
    """Say what kind of numbers these are; where none could be computed, nothing."""
    appraisal = judged.leading
    if as_it_may_stand(judged, appraisal, "npv").value is not None:
        yield from w.say.basis(appraisal.basis).nature


def _about(case: Case, w: Wording) -> Iterator[str]:
    own, initiative = case.organisation, case.initiative
    yield from (own.name, w.labels.term("sectors", own.sector).text, w.labels.country(own.country))
    yield w.labels.term("kinds", initiative.kind).text
    yield from (w.labels.term("channels", channel).text for channel in initiative.channels)
    yield w.labels.term("objectives", initiative.objective).text
    if case.period.began:
        yield str(case.period.began.year)
