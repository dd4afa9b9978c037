"""The bridge from the published claim, over the gross figure, to what the inputs carry.

A chart, and its table. Each step leads to what takes the money off: the claim, the shares that
lines state, or the discount rate. The end is called defended only where the evidence bears it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from roi_casebook.appraisal import Appraisal
from roi_casebook.appraisal.case_flows import stated_shares
from roi_casebook.appraisal.claims.published import Published
from roi_casebook.appraisal.evidence.locks import Locks
from roi_casebook.case import Input
from roi_casebook.charts import About, BridgeBar, BridgeBars, axis_of, bridge_chart
from roi_casebook.pages.case.claims import says_text
from roi_casebook.pages.case.lines import input_links
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.numbered_notes import NotedAppraisal
from roi_casebook.pages.parts.standing import result_text
from roi_casebook.pages.parts.tables import Cell, Row, Table, small, with_numbers
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.scenarios import BRIDGE, BridgeStep
from roi_casebook.wording import Wording
from roi_casebook.wording.verdicts import shown_state
from roi_casebook.written.scalars import UNKNOWN

_TAKEN_BY = dict(BRIDGE)
FEWEST = 2
"""A bridge leads from one figure to another."""


@dataclass(frozen=True)
class _Row:
    """The figures once a step is in force, or as claimed; grounds: what takes it off."""

    name: str
    roi: str
    npv: str
    grounds: tuple[Link, ...]
    text: str


@dataclass(frozen=True)
class BridgeView:
    """The bridge of a reading. bound: what the figures are, where something is unknown, or ""."""

    lead: str
    caption: str
    bound: str
    chart: Markup
    table: Table


def bridge_view(told: CaseInLanguage, noted: NotedAppraisal) -> BridgeView | None:
    """Give the bridge of a reading; None where nothing leads to its figure."""
    appraisal, reading = noted.appraisal, noted.reading
    found = told.judged.conditions[appraisal.reading]
    claim = _claimed(told, appraisal)
    if len(found.bridge) + (claim is not None) < FEWEST:
        return None
    w = told.wording
    bound = appraisal.figures["roi"].bound
    rows = (
        *([claim.row] if claim else []),
        *(_row(told, appraisal, step) for step in found.bridge),
        _end(told, appraisal),
    )
    return BridgeView(
        lead=w.t("bridge.lead_claimed" if claim else "bridge.lead"),
        caption=w.t("bridge.caption", currency=told.currency),
        bound=w.t(f"bridge.{bound}") if bound else "",
        chart=_chart(told, rows, _bars(claim, found.bridge, rows), claim, reading),
        table=_table(w, rows, anchors.in_reading(reading, "bridge-table")),
    )


def _table(w: Wording, rows: Sequence[_Row], anchor: str) -> Table:
    names = (w.names.short_name(name) for name in ("npv", "roi"))
    *steps, end = (
        Row(Cell(row.name, below=small(row.text, row.grounds)), (row.npv, row.roi)) for row in rows
    )
    return Table(
        label=w.t("section.bridge"),
        columns=with_numbers(w.t("bridge.step"), *names),
        rows=(*steps, replace(end, kind="total")),
        id=anchor,
    )


def _row(told: CaseInLanguage, appraisal: Appraisal, step: BridgeStep) -> _Row:
    return _Row(
        name=told.wording.labels.label("bridge", step.name),
        roi=_written(told, appraisal, "roi", step.roi),
        npv=_written(told, appraisal, "npv", step.npv),
        grounds=tuple(dict.fromkeys(_grounds(told, appraisal, step))),
        text=_text(told, appraisal, step),
    )


# The ends --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Claimed:
    """The published return: its row, how far it reaches in the chart, and what its source says.

    caption: that with what its bar is drawn from, where the source itself gives no cost.
    """

    row: _Row
    npv: float
    says: str
    caption: str


def _claimed(told: CaseInLanguage, appraisal: Appraisal) -> _Claimed | None:
    """Give the published return with which the bridge begins, None where it has none."""
    own = told.judged.published.get(appraisal.reading)
    if own is None or appraisal.basis.lane != "hard":
        return None
    w, claim = told.wording, told.case.claims[own.claim]
    says = says_text(told, claim)
    found = Figure("roi", "ratio", own.roi), Figure("npv", "money", own.npv)
    roi, npv = (w.figures.figure(figure, told.currency).whole for figure in found)
    row = _Row(
        name=w.t("bridge.claimed", by=told.case.sources[claim.source].by),
        roi=roi,
        npv=npv,
        grounds=(Link(says, f"#{anchors.of('claim', own.claim)}"),),
        text=w.t("interest.joint").join(_about_claim(told, appraisal, own)),
    )
    on_ours = "" if own.has_own_cost else w.t("bridge.claim_on_our_cost")
    caption = w.t("strip.marked", value=says, mark=on_ours) if on_ours else says
    return _Claimed(row, own.npv, says, caption)


def _about_claim(told: CaseInLanguage, appraisal: Appraisal, own: Published) -> Iterator[str]:
    """Say what was found about the claim, of which reading it speaks, and whose cost it is set to."""
    w, reading = told.wording, told.case.claims[own.claim].reading
    yield w.verdicts.label(shown_state(told.judged.verdicts[own.claim]))
    if reading and reading != appraisal.reading:
        label = w.texts.written(told.case.readings[reading].label).text
        yield w.t("bridge.claim_of_reading", reading=label)
    if not own.has_own_cost:
        yield w.t("bridge.claim_on_our_cost")


def _end(told: CaseInLanguage, appraisal: Appraisal) -> _Row:
    """Give the last row: the figures of the case, and how far they stand."""
    w, locks = told.wording, told.judged.locks_of(appraisal)
    roi, npv = (
        result_text(w, locks, appraisal.figures[name], told.currency) for name in ("roi", "npv")
    )
    return _Row(w.t(f"bridge.end.{_standing(told, locks)}"), roi, npv, (), "")


def _standing(told: CaseInLanguage, locks: Locks) -> str:
    if told.judged.evidence.maturity.suppresses_headline:
        return "too_early"
    return "unproven" if locks.is_unproven else "defended"


# The steps -------------------------------------------------------------------------------------------


def _written(told: CaseInLanguage, appraisal: Appraisal, name: str, value: float | None) -> str:
    """Write a figure of a step as the figure itself is written, with its bound."""
    if value is None:
        return told.wording.figures.reason_short("zero_cost")
    own = appraisal.figures[name]
    return told.wording.figures.figure(
        Figure(name, own.unit, value, own.bound), told.currency
    ).whole


def _grounds(told: CaseInLanguage, appraisal: Appraisal, step: BridgeStep) -> Iterator[Link]:
    """Lead to what the lines of the reading state for this step."""
    for line in (name for name in told.case.lines() if name in appraisal.lines):
        for share, stated in stated_shares(told.money_line(line)).items():
            if share in _TAKEN_BY[step.name] and isinstance(stated, Input):
                yield told.share_link(line, share)
            elif share in _TAKEN_BY[step.name] and isinstance(stated, str) and stated != UNKNOWN:
                yield from input_links(told, stated)
            elif share in _TAKEN_BY[step.name]:
                yield told.line_link(line)


def _text(told: CaseInLanguage, appraisal: Appraisal, step: BridgeStep) -> str:
    if step.name == "gross":
        return told.wording.t("bridge.gross")
    rate = appraisal.basis.discount_rate
    if step.name == "discounting" and rate is not None:
        timing = told.wording.labels.label("timing", appraisal.basis.timing)
        return told.wording.t("rate", rate=told.wording.numbers.percent_exact(rate), timing=timing)
    return ""


# The chart -------------------------------------------------------------------------------------------


def _bars(
    claim: _Claimed | None, steps: Sequence[BridgeStep], rows: Sequence[_Row]
) -> tuple[BridgeBar, ...]:
    """Give the net present value of each row, the last that of the last step; a claim in its words."""
    ours = rows[1:] if claim else rows
    values = [*(step.npv for step in steps), steps[-1].npv]
    bars = tuple(BridgeBar(row.name, npv, row.npv) for row, npv in zip(ours, values, strict=True))
    return (BridgeBar(rows[0].name, claim.npv, claim.says), *bars) if claim else bars


def _chart(
    told: CaseInLanguage,
    rows: Sequence[_Row],
    bars: tuple[BridgeBar, ...],
    claim: _Claimed | None,
    reading: str | None,
) -> Markup:
    """Draw net present value step by step; the caption names both ends, with sum and return."""
    w = told.wording
    first, *others, last = bars
    ends = {"name_first": first.name, "name_last": last.name}
    said = w.t(
        "bridge.description", first=_both(told, rows[0], claim), last=_both(told, rows[-1]), **ends
    )
    axis = axis_of(
        [bar.value for bar in bars],
        lambda value: w.numbers.money(value, told.currency),
        w.t("bridge.axis", name=w.names.short_name("npv"), currency=told.currency),
    )
    about = About(anchors.in_reading(reading, "bridge-chart"), w.t("section.bridge"), said, said)
    return bridge_chart(
        BridgeBars(
            about,
            axis,
            claimed=first,
            steps=tuple(others),
            defended=last,
            totals=w.t("bridge.totals"),
            falls=w.t("bridge.falls"),
            rises=w.t("bridge.rises"),
        )
    )


def _both(told: CaseInLanguage, row: _Row, claim: _Claimed | None = None) -> str:
    """Write the sum and the return, never one alone; of a claim what its source says."""
    return claim.caption if claim else told.wording.t("bridge.both", npv=row.npv, roi=row.roi)
