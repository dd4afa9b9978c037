"""A case in a list of results: its return with NPV, cost, horizon and basis, or the reason."""

from collections.abc import Iterator

from roi_casebook.pages.headline import headline, marked, result_text
from roi_casebook.pages.page import Result
from roi_casebook.pages.telling import Telling
from roi_casebook.roi.figures import Figure

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
    roi, npv, cost = (headline(told.judged, appraisal, name) for name in ("roi", "npv", "pv_costs"))
    yield w.figure(roi, told.currency).reason.rstrip(".") or _marked(told, roi)
    if npv.value is not None:  # a sum without a return bears the mark itself
        yield _marked(told, npv) if roi.reason else _named(told, npv)
    if cost.value is not None:
        yield _named(told, cost)
    if any(figure.value is not None for figure in (roi, npv, cost)):
        yield w.t("horizon", years=w.horizon(appraisal.basis.horizon_years))


def _marked(told: Telling, figure: Figure) -> str:
    """Write a figure with the mark that weak evidence puts on it."""
    return marked(told.wording, told.judged.evidence.locks, figure, _named(told, figure))


def _named(told: Telling, figure: Figure) -> str:
    w = told.wording
    name = w.t("strip.cost") if figure.name == "pv_costs" else w.short_name(figure.name)
    text = result_text(w, told.judged.evidence.locks, figure, told.currency)
    return w.t("strip.named", name=name, value=text)


def _basis(told: Telling) -> Iterator[str]:
    """Say what kind of numbers these are; where none could be computed, nothing."""
    appraisal = told.judged.leading
    if headline(told.judged, appraisal, "npv").value is not None:
        yield from told.wording.basis(appraisal.basis).nature


def _about(told: Telling) -> Iterator[str]:
    w, own, initiative = told.wording, told.case.organisation, told.case.initiative
    yield from (own.name, w.term("sectors", own.sector).text, w.country(own.country))
    yield w.term("kinds", initiative.kind).text
    yield from (w.term("channels", channel).text for channel in initiative.channels)
    yield w.term("objectives", initiative.objective).text
    yield str(told.case.period.start.year)
