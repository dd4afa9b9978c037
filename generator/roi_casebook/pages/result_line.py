"""A case in a list of results: its return with NPV, cost, horizon and basis, or the reason."""

from collections.abc import Iterator

from roi_casebook.pages.headline import headline
from roi_casebook.pages.page import Result
from roi_casebook.pages.telling import Telling
from roi_casebook.wording import FigureText
from roi_casebook.wording.evidence import mark_text

_JOINT = "\u00a0· "


def result_line(told: Telling) -> Result:
    """Give what a list of results shows of a case, and by which words it is found."""
    return Result(
        figures=_JOINT.join(_figures(told)),
        basis=_JOINT.join(_basis(told)),
        about=_JOINT.join(_about(told)),
    )


def _figures(told: Telling) -> Iterator[str]:
    """Give the return or why there is none, then all that must not be missing beside it."""
    w, appraisal = told.wording, told.judged.leading
    npv, cost = (w.figure(appraisal.figures[name], told.currency) for name in ("npv", "pv_costs"))
    roi = w.figure(headline(told.judged, appraisal), told.currency)
    yield roi.reason.rstrip(".") or _marked(told, roi)
    if npv.text:  # a sum without a return bears the mark itself
        yield _marked(told, npv) if roi.reason else _named(told, npv.short_name, npv)
    if cost.text:
        yield _named(told, w.t("strip.cost"), cost)
    if any(figure.text for figure in (roi, npv, cost)):
        yield w.t("horizon", years=w.horizon(appraisal.basis.horizon_years))


def _marked(told: Telling, figure: FigureText) -> str:
    """Write a figure with the mark that weak evidence puts on it."""
    named, mark = (
        _named(told, figure.short_name, figure),
        mark_text(told.wording, told.judged.evidence.locks),
    )
    return f"{named} ({mark})" if mark else named


def _named(told: Telling, name: str, figure: FigureText) -> str:
    return told.wording.t("strip.named", name=name, value=figure.whole)


def _basis(told: Telling) -> Iterator[str]:
    """Say what kind of numbers these are; where none could be computed, nothing."""
    appraisal = told.judged.leading
    if appraisal.figures["npv"].value is not None:
        yield from told.wording.basis(appraisal.basis).nature


def _about(told: Telling) -> Iterator[str]:
    w, own, initiative = told.wording, told.case.organisation, told.case.initiative
    yield from (own.name, w.term("sectors", own.sector).text, w.country(own.country))
    yield w.term("kinds", initiative.kind).text
    yield from (w.term("channels", channel).text for channel in initiative.channels)
    yield w.term("objectives", initiative.objective).text
    yield str(told.case.period.start.year)
