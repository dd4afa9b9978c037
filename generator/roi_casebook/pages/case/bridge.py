"""The bridge from the published claim, over the gross figure, to what the inputs carry.

A chart, and its table. Each step leads to what takes the money off: the claim, the shares that
lines state, or the discount rate. The end is called defended only where the evidence bears it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup

from roi_casebook.appraisal import Appraisal, JudgedCase
from roi_casebook.appraisal.case_flows import stated_shares
from roi_casebook.appraisal.claims.published import Published
from roi_casebook.appraisal.evidence.locks import Locks
from roi_casebook.case import Case, Input
from roi_casebook.charts import About, BridgeBar, BridgeBars, axis_values, bridge_chart
from roi_casebook.pages.case.claims import says_text
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage, CaseLinks, CaseValues
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.numbered_notes import NotedAppraisal
from roi_casebook.pages.parts.standing import as_it_may_stand, result_text
from roi_casebook.pages.parts.tables import Cell, Table, TableRow, number_columns, small
from roi_casebook.roi.figure_table import NPV
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.scenarios import BRIDGE, BridgeStep
from roi_casebook.wording import Wording
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


def bridge_view(c: CaseInLanguage, noted: NotedAppraisal) -> BridgeView | None:
    """Give the bridge of a reading; None where nothing leads to its figure."""
    appraisal, reading = noted.appraisal, noted.reading
    found = c.judged.conditions[appraisal.reading]
    claim = _claimed(c, appraisal)
    if len(found.bridge) + (claim is not None) < FEWEST:
        return None
    w = c.wording
    roi = appraisal.figures["roi"]
    bound = roi.bound or ("as_counted" if roi.side else None)
    rows = (
        *([claim.row] if claim else []),
        *(_row(c, appraisal, step) for step in found.bridge),
        _end(c, appraisal),
    )
    return BridgeView(
        lead=w.t("bridge.lead_claimed" if claim else "bridge.lead"),
        caption=w.t("bridge.caption", currency=c.values.currency),
        bound=w.t(f"bridge.{bound}") if bound else "",
        chart=_chart(c, rows, _bars(claim, found.bridge, rows), claim, reading),
        table=_table(w, rows, anchors.in_reading(reading, "bridge-table")),
    )


def _table(w: Wording, rows: Sequence[_Row], anchor: str) -> Table:
    names = (w.names.short_name(name) for name in ("npv", "roi"))
    *steps, end = (
        TableRow(Cell(row.name, below=small(row.text, row.grounds)), (row.npv, row.roi))
        for row in rows
    )
    return Table(
        label=w.t("section.bridge"),
        columns=number_columns(w.t("bridge.step"), *names),
        rows=(*steps, replace(end, kind="total")),
        id=anchor,
    )


def _label_of(appraisal: Appraisal, step: BridgeStep) -> str:
    """Name a step; where value added counts, no margin takes the place of what was spent."""
    is_added = step.name == "margin" and appraisal.basis.benefit == "value_added"
    return "value_added" if is_added else step.name


def _row(c: CaseInLanguage, appraisal: Appraisal, step: BridgeStep) -> _Row:
    return _Row(
        name=c.wording.labels.label("bridge", _label_of(appraisal, step)),
        roi=_written(c.wording, c.values, appraisal, "roi", step.roi),
        npv=_written(c.wording, c.values, appraisal, "npv", step.npv),
        grounds=tuple(dict.fromkeys(_grounds(c.case, c.links, appraisal, step))),
        text=_text(c.wording, appraisal, step),
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


def _claimed(c: CaseInLanguage, appraisal: Appraisal) -> _Claimed | None:
    """Give the published return with which the bridge begins, None where it has none."""
    own = c.judged.published.get(appraisal.reading)
    if own is None or appraisal.basis.lane != "hard":
        return None
    w, claim = c.wording, c.case.claims[own.claim]
    says = says_text(c.wording, c.values, claim)
    found = Figure("roi", "ratio", own.roi), Figure("npv", "money", own.npv)
    roi, npv = (c.values.figure(figure).whole for figure in found)
    row = _Row(
        name=w.t("bridge.claimed", by=w.texts.author(c.case.sources[claim.source].by)),
        roi=roi,
        npv=npv,
        grounds=(Link(says, f"#{anchors.of('claim', own.claim)}"),),
        text=w.t("interest.joint").join(_about_claim(c.judged, c.wording, appraisal, own)),
    )
    on_ours = "" if own.has_own_cost else w.t("bridge.claim_on_our_cost")
    caption = w.t("strip.marked", value=says, mark=on_ours) if on_ours else says
    return _Claimed(row, own.npv, says, caption)


def _about_claim(
    judged: JudgedCase, w: Wording, appraisal: Appraisal, own: Published
) -> Iterator[str]:
    """Say what was found about the claim, of which reading it speaks, and whose cost it is set to."""
    reading = judged.case.claims[own.claim].reading
    yield w.verdicts.label(judged.verdicts[own.claim].state)
    if reading and reading != appraisal.reading:
        label = w.texts.written(judged.case.readings[reading].label).text
        yield w.t("bridge.claim_of_reading", reading=label)
    if not own.has_own_cost:
        yield w.t("bridge.claim_on_our_cost")


def _end(c: CaseInLanguage, appraisal: Appraisal) -> _Row:
    """Give the last row: the figures of the case, and how far they stand."""
    w, locks = c.wording, c.judged.locks_of(appraisal)
    roi, npv = (
        result_text(w, locks, appraisal.figures[name], c.values.currency) for name in ("roi", "npv")
    )
    return _Row(w.t(f"bridge.end.{_standing(c.judged, locks)}"), roi, npv, (), "")


def _standing(judged: JudgedCase, locks: Locks) -> str:
    if judged.evidence.maturity.suppresses_headline:
        return "too_early"
    return "unproven" if locks.is_unproven else "defended"


@dataclass(frozen=True)
class BridgeStop:
    """A stop of a bridge that is drawn beside others.

    start, end: its bar stands on nought, a step's on the stop before. npv: once the step is in force,
    or as claimed.
    """

    kind: Literal["start", "step", "end"]
    name: str
    npv: Figure


def bridge_stops(c: CaseInLanguage, noted: NotedAppraisal) -> tuple[BridgeStop, ...]:
    """Give the stops of a reading's bridge; without steps the end alone, () where that is no number."""
    appraisal = noted.appraisal
    end = as_it_may_stand(c.judged, appraisal, NPV)
    if end.value is None:
        return ()
    last = BridgeStop("end", _end(c, appraisal).name, end)
    steps = c.judged.conditions[appraisal.reading].bridge
    claim = _claimed(c, appraisal)
    if len(steps) + (claim is not None) < FEWEST:
        return (last,)
    stops = [
        *([(_name_of(c.wording, claim), Figure(NPV, "money", claim.npv))] if claim else []),
        *((_row(c, appraisal, one).name, _of_step(appraisal, NPV, one.npv)) for one in steps),
    ]
    first, *between = stops
    return (
        BridgeStop("start", *first),
        *(BridgeStop("step", *stop) for stop in between),
        last,
    )


def _name_of(w: Wording, claim: _Claimed) -> str:
    """Name a published return with what its source says: the sum is what that comes to."""
    return w.t("strip.marked", value=claim.row.name, mark=claim.caption)


# The steps -------------------------------------------------------------------------------------------


def _written(
    w: Wording, values: CaseValues, appraisal: Appraisal, name: str, value: float | None
) -> str:
    """Write a figure of a step as the figure itself is written; no bound where ranges move that."""
    if value is None:
        return w.figures.reason_short("zero_cost")
    return values.figure(_of_step(appraisal, name, value)).whole


def _of_step(appraisal: Appraisal, name: str, value: float) -> Figure:
    own = appraisal.figures[name]
    moved = "unbounded" if own.has_range else own.no_range
    return replace(own, value=value, p10=None, p50=None, p90=None, no_range=moved)


def _grounds(
    case: Case, links: CaseLinks, appraisal: Appraisal, step: BridgeStep
) -> Iterator[Link]:
    """Lead to what the lines of the reading state for this step."""
    for line in (name for name in case.lines() if name in appraisal.lines):
        for share, stated in stated_shares(case.lines()[line]).items():
            if share in _TAKEN_BY[step.name] and isinstance(stated, Input):
                yield links.share(line, share)
            elif share in _TAKEN_BY[step.name] and isinstance(stated, str) and stated != UNKNOWN:
                yield from links.inputs_of(stated)
            elif share in _TAKEN_BY[step.name]:
                yield links.line(line)


def _text(w: Wording, appraisal: Appraisal, step: BridgeStep) -> str:
    if step.name == "gross":
        return w.t("bridge.gross")
    rate = appraisal.basis.discount_rate
    if step.name == "discounting" and rate is not None:
        timing = w.labels.label("timing", appraisal.basis.timing)
        return w.t("rate", rate=w.rates.of_basis(appraisal.basis), timing=timing)
    return ""


# The chart -------------------------------------------------------------------------------------------


def _bars(
    claim: _Claimed | None, steps: Sequence[BridgeStep], rows: Sequence[_Row]
) -> tuple[BridgeBar, ...]:
    """Give the net present value of each row, the last that of the last step."""
    ours = rows[1:] if claim else rows
    values = [*(step.npv for step in steps), steps[-1].npv]
    bars = tuple(BridgeBar(row.name, npv, row.npv) for row, npv in zip(ours, values, strict=True))
    return (BridgeBar(rows[0].name, claim.npv, rows[0].npv), *bars) if claim else bars


def _chart(
    c: CaseInLanguage,
    rows: Sequence[_Row],
    bars: tuple[BridgeBar, ...],
    claim: _Claimed | None,
    reading: str | None,
) -> Markup:
    """Draw net present value step by step; the title names both ends, with sum and return."""
    w = c.wording
    first, *others, last = bars
    ends = {"name_first": first.name, "name_last": last.name}
    said = w.t(
        "bridge.description",
        first=_both(c.wording, rows[0], claim),
        last=_both(c.wording, rows[-1]),
        **ends,
    )
    axis = c.values.npv_axis(axis_values([bar.value for bar in bars]))
    about = About(anchors.in_reading(reading, "bridge-chart"), said, "", is_headed=True)
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


def _both(w: Wording, row: _Row, claim: _Claimed | None = None) -> str:
    """Write the sum and the return, never one alone; of a claim what its source says."""
    return claim.caption if claim else w.t("bridge.both", npv=row.npv, roi=row.roi)
