"""A case in short, as lists show it: the home page's cards and the catalogue's rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roi_casebook.appraisal import CaseAppraisal
from roi_casebook.pages import anchors
from roi_casebook.pages.addresses import relative
from roi_casebook.pages.views import Link, link
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import Wording, Written


@dataclass(frozen=True)
class Short:
    """A figure in a list; is_reason: the text is a reason in short."""

    name: str
    text: str
    is_reason: bool


@dataclass(frozen=True)
class Entry:
    """A case in a list. The return never stands without cost, NPV (None without one) and horizon."""

    title: Link
    finding: Written
    organisation: str
    country: str
    sector: Written
    kind: Written
    channels: str
    year: str
    cost: Short
    roi: Short
    npv: Short | None
    horizon: str
    status: str
    status_label: str
    checked: str


def in_order(cases: Iterable[CaseAppraisal]) -> list[CaseAppraisal]:
    """Order cases as lists show them: last checked first, then by name. Never by their return."""
    by_name = sorted(cases, key=lambda judged: judged.slug)
    return sorted(by_name, key=lambda judged: judged.case.checked, reverse=True)


def published(cases: Iterable[CaseAppraisal]) -> list[CaseAppraisal]:
    """Give the cases that have a page of their own, in the order of lists."""
    return in_order(judged for judged in cases if judged.case.state == "published")


def entries(cases: Sequence[CaseAppraisal], wording: Wording, here: str) -> tuple[Entry, ...]:
    """Give the cases in short, for a list on the page `here`."""
    return tuple(entry(judged, wording, here) for judged in cases)


def entry(judged: CaseAppraisal, wording: Wording, here: str) -> Entry:
    """Give a case in short."""
    case, appraisal = judged.case, judged.leading
    own, initiative = case.organisation, case.initiative
    cost, roi, npv = (
        _short(wording, appraisal.figures[name], case.money.currency)
        for name in ("pv_costs", "roi", "npv")
    )
    return Entry(
        title=link(wording.text(case.title), relative(here, anchors.case_address(judged.slug))),
        finding=wording.text(case.summary),
        organisation=own.name,
        country=wording.country(own.country),
        sector=wording.term("sectors", own.sector),
        kind=wording.term("kinds", initiative.kind),
        channels=", ".join(wording.term("channels", name).text for name in initiative.channels),
        year=str(case.period.start.year),
        cost=cost,
        roi=roi,
        npv=None if npv.is_reason else npv,
        horizon=wording.t("horizon", years=wording.horizon(appraisal.basis.horizon_years)),
        status=appraisal.basis.status,
        status_label=wording.label("status", appraisal.basis.status),
        checked=wording.date(case.checked),
    )


def _short(wording: Wording, figure: Figure, currency: str) -> Short:
    text = wording.figure(figure, currency)
    name = wording.t("strip.cost") if figure.name == "pv_costs" else text.short_name
    is_plain = figure.name == "pv_costs" and figure.reason == "cost_unknown"
    shown = wording.t("unknown") if is_plain else text.whole
    return Short(name, shown, figure.reason is not None)
