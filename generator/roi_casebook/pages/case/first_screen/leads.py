"""The first screen of a case that no return of ours leads: a published return, or social value.

A published return shows as claimed, with who says so and what it implies; never as a figure of ours.
Social value shows with its range, its net present value and its prices; it is no return either.
"""

from collections.abc import Iterator
from dataclasses import replace

from roi_casebook.appraisal import Appraisal
from roi_casebook.appraisal.amounts import proxies
from roi_casebook.case import Claim
from roi_casebook.case.sources import Source
from roi_casebook.pages.case.claims import says_text
from roi_casebook.pages.case.first_screen.strip import LINE_JOINT, StripItem, result_line, strip
from roi_casebook.pages.case.social import in_social_lane, social_strip
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Fact, Link, kept
from roi_casebook.pages.parts.numbered_notes import NotedAppraisal
from roi_casebook.pages.parts.page import Result
from roi_casebook.pages.parts.standing import as_it_may_stand, in_its_range, social_ratio
from roi_casebook.roi.figure_table import SROI
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import Wording
from roi_casebook.wording.typography import capitalised

CLAIMED = "claims.leading.mark"
SOCIAL_NPV, COST = "npv_social", "pv_costs"


def first_strip(
    c: CaseInLanguage, leading: NotedAppraisal, social: tuple[NotedAppraisal, ...]
) -> tuple[StripItem, ...]:
    """Give what leads: cost, the return or what stands in its place, evidence, maturity."""
    cost, own, *beside = strip(c, leading)
    match c.judged.leads.kind:
        case "claim":
            return (cost, _claimed_item(c, own), *beside)
        case "social":
            return (cost, _social_item(c, social[0], own), *beside)
    return (cost, own, *beside)


def first_chips(
    c: CaseInLanguage, leading: NotedAppraisal, social: tuple[NotedAppraisal, ...]
) -> tuple[str, ...]:
    """Give in chips what kind of number leads."""
    w = c.wording
    if c.judged.leads.kind == "social":
        return in_social_lane(c).wording.say.basis(social[0].appraisal.basis).chips
    chips = w.say.basis(leading.appraisal.basis).chips
    return (w.t(CLAIMED), *chips) if c.judged.leads.kind == "claim" else chips


# A published return --------------------------------------------------------------------------------


def _claim_that_leads(c: CaseInLanguage) -> Claim | None:
    leads = c.judged.leads
    is_claim = leads.kind == "claim" and leads.which is not None
    return c.case.claims[leads.which] if is_claim and leads.which else None


def _claimed_item(c: CaseInLanguage, own: StripItem) -> StripItem:
    """Give the number that is claimed, by whom, what it implies, and why there is none of ours."""
    w, claim = c.wording, _claim_that_leads(c)
    if claim is None:
        return own
    implied = c.judged.implied.get(c.judged.leads.which or "")
    source = c.case.sources[claim.source]
    beside = (
        w.t("claims.by", by=_who_says(w, claim, source), date=w.times.date(source.date)),
        w.verdicts.implied(implied, c.values.currency, is_short=True) if implied else "",
        w.t("claims.leading.ours", reason=f"{own.value.head}{own.value.last}")
        if own.is_reason
        else "",
    )
    return StripItem(
        w.verdicts.as_claimed(claim.says),
        kept(w.verdicts.hedged(claim.says, c.values.currency)),
        is_lead=True,
        qualifiers=tuple(filter(None, beside)),
        mark=w.t(CLAIMED),
    )


def _who_says(w: Wording, claim: Claim, source: Source) -> str:
    """Name who says it, and the source that quotes them; the source alone where it says so itself."""
    author = w.texts.author(source.by)
    if claim.said_by is None:
        return author
    return w.t("claims.leading.told_by", who=w.texts.written(claim.said_by).text, by=author)


def lead_line(c: CaseInLanguage) -> Result:
    """Give what a list of results shows of a case, what leads before all."""
    found, w, claim = result_line(c), c.wording, _claim_that_leads(c)
    appraisal = _social_that_leads(c)
    if claim is not None:
        said = w.t("strip.marked", value=says_text(w, c.values, claim), mark=w.t(CLAIMED))
    elif appraisal is not None:
        lane = in_social_lane(c)
        name = lane.wording.names.short_name(SROI)
        value = _reason_for_no_ratio(lane, appraisal) or social_ratio(
            lane.wording, c.judged, appraisal
        )
        said = capitalised(w.t("strip.named", name=name, value=value))
    else:
        return found
    return replace(found, figures=LINE_JOINT.join((said, found.figures)))


def claim_first(c: CaseInLanguage) -> str:
    """Say what a source claims, where that leads; "" elsewhere."""
    w, claim = c.wording, _claim_that_leads(c)
    if claim is None:
        return ""
    source = c.case.sources[claim.source]
    return w.t(
        "claims.leading.by",
        by=_who_says(w, claim, source),
        date=w.times.date(source.date),
        says=says_text(w, c.values, claim),
    )


def needed_first(c: CaseInLanguage) -> Iterator[str]:
    """Say what would have to be true for what leads, where that is no return of ours."""
    implied = c.judged.implied.get(c.judged.leads.which or "")
    if c.judged.leads.kind == "claim" and implied is not None:
        yield c.wording.verdicts.implied(implied, c.values.currency)
    appraisal = _social_that_leads(c)
    if appraisal is not None:
        yield c.wording.t("true.social", value=c.values.figure(appraisal.figures[COST]).whole)


# Social value ----------------------------------------------------------------------------------------


def _social_that_leads(c: CaseInLanguage) -> Appraisal | None:
    is_social = c.judged.leads.kind == "social"
    return c.judged.social[c.case.leading_reading()] if is_social else None


def _social_item(c: CaseInLanguage, noted: NotedAppraisal, own: StripItem) -> StripItem:
    """Give the ratio by its range, its net present value, and why there is no return in money."""
    lane = in_social_lane(c)
    items = {item.label: item for item in social_strip(lane, noted)}
    ratio = items[lane.values.figure(noted.appraisal.figures[SROI]).short_name]
    _, value, _ = items.values()
    lead = value if ratio.is_reason else ratio
    beside = (
        _named(lane, as_it_may_stand(c.judged, noted.appraisal, SOCIAL_NPV)),
        c.wording.t("social.no_return") if own.is_reason else "",
    )
    more = tuple(filter(None, beside))
    label = capitalised(lead.label)
    return replace(lead, label=label, is_lead=True, qualifiers=(*lead.qualifiers, *more))


def _reason_for_no_ratio(lane: CaseInLanguage, appraisal: Appraisal) -> str:
    """Say in short why the ratio may not lead, as where it was measured too early; "" where it may."""
    figure = as_it_may_stand(lane.judged, appraisal, SROI)
    return lane.values.figure(figure).reason_short if figure.value is None else ""


def _named(c: CaseInLanguage, figure: Figure) -> str:
    """Write a figure with its name; "" where it has no value."""
    if figure.value is None:
        return ""
    text = in_its_range(c.wording, figure, c.values.currency)
    return c.wording.t("strip.named", name=c.wording.names.short_name(figure.name), value=text)


def social_first(c: CaseInLanguage) -> Iterator[Fact]:
    """Say what others gained, and by which prices, where that leads."""
    appraisal = _social_that_leads(c)
    if appraisal is None:
        return
    w, lane = c.wording, in_social_lane(c)
    to_lane = Link(w.t("section.social"), "#social")
    reason = _reason_for_no_ratio(lane, appraisal)
    if reason:
        said = w.t("social.gist.none", reason=reason)
    else:
        npv = _named(lane, appraisal.figures[SOCIAL_NPV])
        said = w.t(
            "social.gist.leads", ratio=social_ratio(lane.wording, c.judged, appraisal), npv=npv
        )
    yield Fact(w.t("social.gist"), said, (to_lane,))
    prices = tuple(
        Link(c.names.input(name).text, f"#{anchors.of('input', name)}")
        for name in proxies(c.case, c.judged.social_lines & appraisal.lines)
    )
    text = w.t("social.gist.priced") if prices else w.t("social.proxies.none")
    yield Fact(w.t("social.proxies"), text, prices)
