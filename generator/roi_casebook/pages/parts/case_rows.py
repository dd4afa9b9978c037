"""A case in short, as lists show it: the home page's cards, the rows of catalogue and listings.

The rules of evidence hold here too: a weak return is marked, or stands as its range alone; one that
was measured too early gives way to this reason.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from roi_casebook.appraisal import AppraisedCase, JudgedCase
from roi_casebook.case import Says
from roi_casebook.charts import locks_glyph
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.addresses import relative
from roi_casebook.pages.parts.case_in_language import CaseValues
from roi_casebook.pages.parts.links import Link, link
from roi_casebook.pages.parts.standing import (
    as_it_may_stand,
    cost_of_one_text,
    mark_of,
    marked,
    marked_cost_of_one,
    result_text,
    social_ratio,
)
from roi_casebook.roi.figure_table import COST_PER_RESULT, SROI
from roi_casebook.wording import Wording, Written
from roi_casebook.wording.typography import capitalised

JOINT = " · "


@dataclass(frozen=True)
class ComparedLine:
    """A whole line, and the figures in it; "" where it says why there are none."""

    text: str
    figures: str


@dataclass(frozen=True)
class Short:
    """A figure in a list; is_reason: the text is a reason in short; mark: of its evidence, or ""."""

    name: str
    text: str
    is_reason: bool
    mark: str = ""


@dataclass(frozen=True)
class Own:
    """A metric of the site's own in a list."""

    id: str
    label: Written
    text: str


@dataclass(frozen=True)
class CaseRow:
    """A case in a list. The return never stands without cost, NPV (None without one) and horizon.

    compared: cost and NPV in the money of the comparison, or why not, None where
    there is nothing to say; metrics: the site's own that
    have a value; result: what one result cost, where the case leads by it. what: sector, kind and channels in one line; locks: how many, as a sign; locks_said: the
    same in words; status: an id.
    """

    title: Link
    finding: Written
    organisation: str
    country: str
    year: str
    what: str
    cost: Short
    roi: Short
    npv: Short | None
    horizon: str
    locks: Markup
    evidence: str
    locks_said: str
    status: str
    status_label: str
    compared: ComparedLine | None = None
    metrics: tuple[Own, ...] = ()
    result: Short | None = None


def titled(judged: AppraisedCase, wording: Wording, here: str) -> Link:
    """Lead from the page `here` to a case by its title."""
    title = wording.texts.written(judged.case.title)
    return link(title, relative(here, anchors.case_address(judged.slug)))


def in_short(judged: JudgedCase, wording: Wording, here: str) -> Link:
    """Lead to a case by the beginning of its title, up to a colon: for lists of names."""
    title = titled(judged, wording, here)
    return replace(title, text=title.text.partition(":")[0].strip())


def in_order(cases: Iterable[JudgedCase]) -> list[JudgedCase]:
    """Order cases as lists show them: by evidence, then the last checked first. Never by return."""
    by_name = sorted(cases, key=lambda judged: judged.slug)
    by_day = sorted(by_name, key=lambda judged: judged.case.checked, reverse=True)
    return sorted(by_day, key=_strength, reverse=True)


def _strength(judged: JudgedCase) -> tuple[int, bool]:
    """Rank evidence: by locks; without any, what lost them before what never had one."""
    locks = judged.leads.locks
    return locks.count, locks.word != "claim_only"


def published_cases(cases: Iterable[JudgedCase]) -> list[JudgedCase]:
    """Give the cases that have a page of their own, in the order of lists."""
    return in_order(judged for judged in cases if judged.case.state == "published")


def case_rows(cases: Sequence[JudgedCase], wording: Wording, here: str) -> tuple[CaseRow, ...]:
    """Give the cases in short, for a list on the page `here`."""
    return tuple(case_row(judged, wording, here) for judged in cases)


def case_row(judged: JudgedCase, wording: Wording, here: str) -> CaseRow:
    """Give a case in short, for a list on the page `here`."""
    case, basis, locks = judged.case, judged.leading_basis, judged.leads.locks
    return CaseRow(
        title=titled(judged, wording, here),
        finding=wording.texts.written(case.summary),
        organisation=case.organisation.name,
        country=wording.labels.country(case.organisation.country),
        year=wording.times.year(case.period.began),
        what=_what(judged, wording),
        cost=_cost(wording, judged),
        roi=result(wording, judged, "roi"),
        npv=_beside_return(wording, judged),
        horizon=wording.t("horizon", years=wording.times.horizon(basis.horizon_years)),
        locks=locks_glyph(locks.count),
        evidence=wording.evidence.label("word", locks.word),
        locks_said=wording.evidence.count(locks),
        status=basis.status,
        status_label=wording.labels.label("status", basis.status),
        result=_leading_result(wording, judged),
    )


def _leading_result(wording: Wording, judged: JudgedCase) -> Short | None:
    """Write what one result cost, the ratio of social value, or what a source claims: what leads."""
    if judged.leads.kind == "claim" and judged.leads.which:
        return _claimed(wording, judged, judged.case.claims[judged.leads.which].says)
    if judged.leads.kind == "social":
        return _social(wording.in_lane("social"), judged)
    if judged.leads.kind == "soft" and judged.leads.which:
        return _soft(wording, judged, judged.leads.which)
    one, locks = judged.leading_result, judged.leads.locks
    if judged.leads.kind != COST_PER_RESULT or one is None:
        return None
    name = capitalised(wording.results.name(one))
    if judged.evidence.maturity.suppresses_headline:
        return Short(name, wording.figures.reason_short("too_early"), is_reason=True)
    text = cost_of_one_text(wording, locks, one, judged.case.money.currency)
    return Short(name, marked_cost_of_one(wording, locks, one, text), is_reason=False)


def _soft(wording: Wording, judged: JudgedCase, which: str) -> Short | None:
    """Write the soft result that leads, marked where it is unproven; None without a number."""
    is_early = judged.evidence.maturity.suppresses_headline
    if judged.soft[which][1] is None or is_early:
        return None
    text, locks = CaseValues(judged, wording).soft(which), judged.leads.locks
    if locks.is_unproven:
        text = wording.t("strip.marked", value=text, mark=wording.evidence.mark(locks))
    name = capitalised(wording.labels.soft(judged.case.soft[which]).text)
    return Short(name, text, is_reason=False)


def _social(wording: Wording, judged: JudgedCase) -> Short:
    """Write the ratio of social value, or why it may not lead."""
    appraisal = judged.social[judged.case.leading_reading()]
    figure, name = as_it_may_stand(judged, appraisal, SROI), wording.names.short_name(SROI)
    if figure.value is None:
        return Short(
            name, wording.figures.reason_short(figure.reason or "social_unknown"), is_reason=True
        )
    return Short(name, social_ratio(wording, judged, appraisal), is_reason=False)


def _claimed(wording: Wording, judged: JudgedCase, says: Says) -> Short:
    """Write what a source claims, marked as no figure of ours."""
    value = wording.verdicts.hedged(says, judged.case.money.currency)
    text = wording.t("strip.marked", value=value, mark=wording.t("claims.leading.mark"))
    return Short(wording.verdicts.as_claimed(says), text, is_reason=False)


def _what(judged: JudgedCase, wording: Wording) -> str:
    own = judged.case.initiative
    channels = [wording.labels.term("channels", channel).text for channel in own.channels]
    sector = wording.labels.term("sectors", judged.case.organisation.sector).text
    return JOINT.join([sector, wording.labels.term("kinds", own.kind).text, ", ".join(channels)])


def _cost(wording: Wording, judged: JudgedCase) -> Short:
    figure = judged.leading.figures["pv_costs"]
    text = wording.figures.figure(figure, judged.case.money.currency).whole
    plain = wording.t("unknown") if figure.reason == "cost_unknown" else text
    return Short(wording.t("strip.cost"), plain, figure.reason is not None)


def result(wording: Wording, judged: JudgedCase, name: str) -> Short:
    """Write a result as it may stand in a list, marked where its evidence is weak."""
    figure, locks = as_it_may_stand(judged, judged.leading, name), judged.evidence.locks
    text = result_text(wording, locks, figure, judged.case.money.currency)
    mark = mark_of(wording, locks, figure)
    return Short(wording.names.short_name(name), text, figure.reason is not None, mark)


def _beside_return(wording: Wording, judged: JudgedCase) -> Short | None:
    """Write the sum beside the return, which bears the mark of both; where there is none, in words."""
    npv = result(wording, judged, "npv")
    if npv.is_reason:
        return None
    stands_alone = npv.mark and judged.leading.figures["roi"].reason is not None
    figure = judged.leading.figures["npv"]
    alone = marked(wording, judged.evidence.locks, figure, npv.text)
    return replace(npv, text=alone if stands_alone else npv.text, mark="")
