"""Social value: what a case was worth to others, priced by proxy; a lane of its own.

Its figures stand with their range, or are marked as points without one; the proxies are listed with
what each rests on; and the network that publishes the method has its warning said. Nothing of it
is added to money, and nothing is compared between cases.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from roi_casebook.appraisal.amounts import proxies
from roi_casebook.case import BenefitLine
from roi_casebook.pages.case.all_figures import FiguresView, figures_view
from roi_casebook.pages.case.first_screen.strip import StripItem, in_range
from roi_casebook.pages.case.inputs import InputView
from roi_casebook.pages.case.lines import WithoutItView, line_view, without_it_of
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage, CaseValues
from roi_casebook.pages.parts.links import Fact, Link, kept
from roi_casebook.pages.parts.numbered_notes import NotedAppraisal
from roi_casebook.pages.parts.standing import as_it_may_stand, mark_of, social_ratio, varies
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import Wording, Written

WARNING = "The range of judgement that is permissible within an SROI analysis means that comparisons of SROI ratios alone are not recommended."
"""In the words of the network that publishes the Guide to Social Return on Investment."""
WARNED_BY = Link("The SROI Network", "http://www.thesroinetwork.org/content/view/105/66/", "en")


@dataclass(frozen=True)
class OutcomeView:
    """An outcome that is priced by proxy: whose gain it is, and how it comes about."""

    id: str
    label: Written
    status: str
    status_label: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class SocialPart:
    """The social value of one reading. heading: of the reading, where the case has several.

    working: the way to it.
    """

    heading: Written | None
    strip: tuple[StripItem, ...]
    chips: tuple[str, ...]
    basis: str
    evidence: str
    figures: FiguresView
    working: str


@dataclass(frozen=True)
class SocialView:
    """The lane of social value: its readings, outcomes and proxies, and the warning of the network."""

    parts: tuple[SocialPart, ...]
    outcomes: tuple[OutcomeView, ...]
    proxies: tuple[InputView, ...]
    warning: Written
    warned_by: Link


def social_view(
    c: CaseInLanguage, noted: tuple[NotedAppraisal, ...], inputs: tuple[InputView, ...]
) -> SocialView | None:
    """Tell the social value of each reading that has some; None where none has."""
    if not noted:
        return None
    c = in_social_lane(c)
    wanted = {anchors.of("input", name) for name in proxies(c.case, c.judged.social_lines)}
    return SocialView(
        parts=tuple(_part(c, one) for one in noted),
        outcomes=tuple(_outcomes(c)),
        proxies=tuple(one for one in inputs if one.id in wanted),
        warning=warning(c.wording),
        warned_by=WARNED_BY,
    )


def warning(wording: Wording) -> Written:
    """Quote the network that publishes the method."""
    return wording.texts.quotation(WARNING, "en")


def in_social_lane(c: CaseInLanguage) -> CaseInLanguage:
    """Tell in the words of the lane: what is a benefit elsewhere is an outcome here."""
    return replace(c, wording=c.wording.in_lane("social"))


# A reading -----------------------------------------------------------------------------------------


def _part(c: CaseInLanguage, noted: NotedAppraisal) -> SocialPart:
    w, appraisal, reading = c.wording, noted.appraisal, noted.appraisal.reading
    basis = w.say.basis(appraisal.basis)
    return SocialPart(
        heading=w.texts.written(c.case.readings[reading].label) if reading else None,
        strip=tuple(social_strip(c, noted)),
        chips=basis.chips,
        basis=basis.sentence,
        evidence=w.evidence.sentences(c.judged.locks_of(appraisal)),
        figures=_figures(c, noted),
        working=f"#{anchors.in_reading(noted.reading, 'working')}",
    )


def social_strip(c: CaseInLanguage, noted: NotedAppraisal) -> Iterator[StripItem]:
    """Give what went in, what it was worth to others, and the ratio, by its range where it has one."""
    appraisal = noted.appraisal
    for name in ("pv_costs", "pv_social_value", "sroi_ratio"):
        figure = as_it_may_stand(c.judged, appraisal, name)
        text = c.values.figure(figure)
        is_reason = figure.value is None
        by_range = not is_reason and name != "pv_costs" and varies(figure)
        yield StripItem(
            label=text.short_name,
            bound=text.qualifier,
            value=kept(
                c.wording.figures.limits(figure, c.values.currency)
                if by_range
                else text.text or text.reason_short
            ),
            is_reason=is_reason,
            is_lead=name == "sroi_ratio",
            qualifiers=tuple(_beside(c.wording, c.values, figure, by_range=by_range))
            * (not is_reason),
            note=noted.numbers[name],
            mark=mark_of(c.wording, c.judged.locks_of(appraisal), figure),
        )


def _beside(w: Wording, values: CaseValues, figure: Figure, *, by_range: bool) -> Iterator[str]:
    """Say of what the ratio is one, and whether there is a range."""
    if figure.name == "sroi_ratio":
        yield w.t("social.each", currency=values.currency)
    if by_range:
        yield in_range(w, values, figure)
    elif figure.name != "pv_costs":
        yield w.t("social.point")


def _figures(c: CaseInLanguage, noted: NotedAppraisal) -> FiguresView:
    """Give the table of all; what has no range says so."""
    found = figures_view(c, noted)
    point, costs = c.wording.t("social.point"), anchors.of("figure", "pv_costs")
    rows = (
        row if row.range or row.id.endswith(costs) else replace(row, range=point)
        for row in found.rows
    )
    return replace(found, rows=tuple(rows), label=c.wording.t("social.figures"))


def social_gist(c: CaseInLanguage) -> Iterator[Fact]:
    """Say on the first screen that the leading reading has social value, and where it stands."""
    appraisal = c.judged.social.get(c.case.leading_reading())
    if appraisal is None or c.judged.leads.kind == "social":  # what leads is told first
        return
    w, figure = c.wording, as_it_may_stand(c.judged, appraisal, "sroi_ratio")
    text = c.values.figure(figure)
    if figure.value is None:
        said = w.t("social.gist.none", reason=text.reason_short)
    else:
        said = w.t("social.gist.ratio", ratio=social_ratio(w, c.judged, appraisal))
    yield Fact(w.t("social.gist"), said, (Link(w.t("section.social"), "#social"),))


# What it counts --------------------------------------------------------------------------------------


def _outcomes(c: CaseInLanguage) -> Iterator[OutcomeView]:
    for name, line in c.case.benefits.items():
        if name in c.judged.social_lines:
            shown = line_view(c, name, line)
            yield OutcomeView(
                shown.id,
                shown.label,
                shown.status,
                shown.status_label,
                tuple(_facts(c, name, line)),
            )


def _facts(c: CaseInLanguage, name: str, line: BenefitLine) -> Iterator[Fact]:
    """Give what an outcome is: whose gain, how much, how priced, net of what, on what evidence."""
    w, shown = c.wording, line_view(c, name, line)
    yield (
        Fact(w.t("social.for_whom"), note=w.texts.written(line.for_whom))
        if line.for_whom
        else Fact(w.t("social.for_whom"), w.t("social.not_said"))
    )
    if shown.measure:
        yield Fact(w.t("line.measured_as"), links=(shown.measure,))
    for amount in shown.amounts:
        title = ", ".join(filter(None, (w.t("line.amount"), amount.years)))
        formula = f"= {amount.formula}" if amount.formula else ""
        yield Fact(title, " ".join(filter(None, (amount.value, formula))), amount.inputs)
    net = without_it_of(c, name, line)
    for share in (*shown.shares, *net.shares):
        yield Fact(share.name, share.value, share.basis)
    yield from _without_it(c.wording, net)
    said = {"looked": shown.looked, "needs": shown.needs, "remark": shown.note}
    yield from (Fact(w.t(title), note=text) for title, text in said.items() if text)
    if shown.readings:
        yield Fact(w.t("line.counts_in"), links=shown.readings)


def _without_it(w: Wording, found: WithoutItView) -> Iterator[Fact]:
    """Say how the outcome was told apart from what would have come anyway."""
    if found.missing:
        yield Fact(w.t("section.without-it"), w.t("without.nothing"))
        return
    yield Fact(w.t("without.design"), found.design)
    said: Mapping[str, Written | None] = {
        "without.comparator": found.comparator,
        "without.baseline": found.baseline,
        "remark": found.note,
    }
    yield from (Fact(w.t(title), note=text) for title, text in said.items() if text)
