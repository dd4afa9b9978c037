"""The strip that leads a case or a reading: cost, return, how strong the evidence is, how mature.

A case in a list of results: its return with NPV, cost, horizon and basis, or the reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from roi_casebook.appraisal import Appraisal
from roi_casebook.appraisal.evidence.locks import Locks
from roi_casebook.charts import locks_glyph
from roi_casebook.pages.case.evidence import gauge, time_needed, time_observed
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
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
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import FigureText
from roi_casebook.wording.typography import capitalised

NO_SIGN = Markup()
LEADING_STAGES = frozenset({"activity", "output", "out-take"})
"""The stages of soft results that show first, before any effect could be expected."""


@dataclass(frozen=True)
class StripItem:
    """One of the figures that lead; bound: at most, at least; is_reason: the value is a reason.

    sign: a drawing above the value, or nothing; mark: how weak the evidence is, where it must be said.
    """

    label: str
    bound: str
    value: Kept
    is_reason: bool
    is_lead: bool
    qualifiers: tuple[str, ...]
    note: NoteLink | None
    sign: Markup = NO_SIGN
    mark: str = ""


def strip(told: CaseInLanguage, noted: NotedAppraisal) -> tuple[StripItem, ...]:
    """Give what leads: cost, return, how strong the evidence is, how mature."""
    locks = told.judged.evidence.locks
    return (*_money_items(told, noted, locks), _evidence(told, locks), _maturity(told))


def reading_items(told: CaseInLanguage, noted: NotedAppraisal) -> tuple[StripItem, ...]:
    """Give what leads one reading among others: cost, return, how strong its evidence is."""
    locks = told.judged.evidence.readings[noted.appraisal.reading]
    return (*_money_items(told, noted, locks), _evidence(told, locks))


def _money_items(told: CaseInLanguage, noted: NotedAppraisal, locks: Locks) -> Iterator[StripItem]:
    """Give cost and return. A return never stands without NPV and horizon."""
    wording, appraisal, numbers = told.wording, noted.appraisal, noted.numbers
    cost = _text(told, appraisal, "pv_costs")
    horizon = _horizon(told, appraisal)
    present = wording.t("strip.present_value") if appraisal.basis.is_discounted else horizon
    yield _item(wording.t("strip.cost"), cost, numbers["pv_costs"], (present,))
    shown = as_it_may_stand(told.judged, appraisal)
    roi = wording.figures.figure(shown, told.currency)
    if shown.reason == "too_early":
        yield _too_early(told, roi)
        return
    item = _item(
        roi.short_name, roi, numbers["roi"], _beside_return(told, appraisal, roi), is_lead=True
    )
    if is_shown_as_range(locks, shown):
        item = _with_range(told, item, wording.figures.limits(shown, told.currency), roi)
    yield replace(item, mark=mark_of(wording, locks, shown))


def _with_range(told: CaseInLanguage, item: StripItem, text: str, roi: FigureText) -> StripItem:
    """Let the range lead, and name the base case beside it."""
    base = told.wording.t("strip.in_range", base=roi.whole)
    return replace(item, value=kept(text), qualifiers=(base, *item.qualifiers[1:]))


def _horizon(told: CaseInLanguage, appraisal: Appraisal) -> str:
    years = told.wording.times.horizon(appraisal.basis.horizon_years)
    return told.wording.t("horizon", years=years)


def _beside_return(told: CaseInLanguage, appraisal: Appraisal, roi: FigureText) -> tuple[str, ...]:
    w, npv = told.wording, appraisal.figures["npv"]
    if npv.reason:
        return ()
    locks = told.judged.evidence.readings[appraisal.reading]
    text = result_text(w, locks, npv, told.currency)
    named = w.t("strip.named", name=w.names.short_name("npv"), value=text)
    if roi.kind == "reason":  # else the return bears the mark
        named = marked(w, locks, npv, named)
    return tuple(filter(None, (roi.range, named, _horizon(told, appraisal))))


def _too_early(told: CaseInLanguage, roi: FigureText) -> StripItem:
    """Give what shows first in place of a return that was measured too early."""
    w = told.wording
    signs = tuple(
        w.t("case.of_line", name=told.soft_name(name).text, line=told.soft_value(name))
        for name, result in told.case.soft.items()
        if result.stage in LEADING_STAGES and told.judged.soft[name][1] is not None
    )
    return StripItem(
        w.t("strip.leading") if signs else roi.short_name,
        "",
        kept(capitalised(roi.reason_short)),
        is_reason=True,
        is_lead=True,
        qualifiers=signs,
        note=None,
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
    return StripItem(label, figure.qualifier, kept(value), is_reason, is_lead, shown, note)


def _text(told: CaseInLanguage, appraisal: Appraisal, name: str) -> FigureText:
    return told.wording.figures.figure(appraisal.figures[name], told.currency)


def _evidence(told: CaseInLanguage, locks: Locks) -> StripItem:
    """Say how strong the evidence is; why stands in its section."""
    return StripItem(
        told.wording.t("section.evidence"),
        "",
        kept(told.wording.evidence.label("word", locks.word)),
        is_reason=True,
        is_lead=False,
        qualifiers=(told.wording.evidence.count(locks),),
        note=None,
        sign=locks_glyph(locks.count),
    )


def _maturity(told: CaseInLanguage) -> StripItem:
    """Say how ripe the result is, how long it was observed, and how long such work needs."""
    w = told.wording
    return StripItem(
        w.t("axis.maturity"),
        "",
        kept(w.evidence.label("maturity", told.judged.evidence.maturity.state)),
        is_reason=True,
        is_lead=False,
        qualifiers=(time_observed(told), time_needed(told)),
        note=None,
        sign=gauge(told),
    )


_JOINT = "\u00a0· "


def result_line(told: CaseInLanguage) -> Result:
    """Give what a list of results shows of a case, and by which words it is found."""
    return Result(
        figures=_JOINT.join(_figures(told)),
        basis=_JOINT.join(_basis(told)),
        about=_JOINT.join(_about(told)),
    )


def _figures(told: CaseInLanguage) -> Iterator[str]:
    """Give the return or why there is none, then all that must not be missing beside it."""
    w, appraisal = told.wording, told.judged.leading
    roi, npv, cost = (
        as_it_may_stand(told.judged, appraisal, name) for name in ("roi", "npv", "pv_costs")
    )
    yield w.figures.figure(roi, told.currency).reason.rstrip(".") or _marked(told, roi)
    if npv.value is not None:  # a sum without a return bears the mark itself
        yield _marked(told, npv) if roi.reason else _named(told, npv)
    if cost.value is not None:
        yield _named(told, cost)
    if any(figure.value is not None for figure in (roi, npv, cost)):
        yield w.t("horizon", years=w.times.horizon(appraisal.basis.horizon_years))


def _marked(told: CaseInLanguage, figure: Figure) -> str:
    """Write a figure with the mark that weak evidence puts on it."""
    return marked(told.wording, told.judged.evidence.locks, figure, _named(told, figure))


def _named(told: CaseInLanguage, figure: Figure) -> str:
    w = told.wording
    name = w.t("strip.cost") if figure.name == "pv_costs" else w.names.short_name(figure.name)
    text = result_text(w, told.judged.evidence.locks, figure, told.currency)
    return w.t("strip.named", name=name, value=text)


def _basis(told: CaseInLanguage) -> Iterator[str]:
    """Say what kind of numbers these are; where none could be computed, nothing."""
    appraisal = told.judged.leading
    if as_it_may_stand(told.judged, appraisal, "npv").value is not None:
        yield from told.wording.say.basis(appraisal.basis).nature


def _about(told: CaseInLanguage) -> Iterator[str]:
    w, own, initiative = told.wording, told.case.organisation, told.case.initiative
    yield from (own.name, w.labels.term("sectors", own.sector).text, w.labels.country(own.country))
    yield w.labels.term("kinds", initiative.kind).text
    yield from (w.labels.term("channels", channel).text for channel in initiative.channels)
    yield w.labels.term("objectives", initiative.objective).text
    yield str(told.case.period.start.year)
