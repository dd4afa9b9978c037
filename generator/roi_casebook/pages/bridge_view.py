"""The bridge from what is usually claimed to what can be defended: a chart, and its table.

Each step leads to what takes the money off: the shares that lines state, or the discount rate.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.appraisal import Appraisal
from roi_casebook.appraisal.conditions import Conditions
from roi_casebook.appraisal.flows import stated_shares
from roi_casebook.case import Input
from roi_casebook.charts import About, Bridge, Step, axis_of, bridge_chart
from roi_casebook.pages import anchors
from roi_casebook.pages.lines_view import input_links
from roi_casebook.pages.telling import Telling
from roi_casebook.pages.views import Link
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.scenarios import BRIDGE, BridgeStep
from roi_casebook.written.scalars import UNKNOWN

_TAKEN_BY = dict(BRIDGE)


@dataclass(frozen=True)
class BridgeRow:
    """The figures once a step is in force; grounds: what takes it off."""

    name: str
    roi: str
    npv: str
    grounds: tuple[Link, ...]
    text: str


@dataclass(frozen=True)
class BridgeView:
    """The bridge of a reading. bound: what the figures are, where something is unknown, or ""."""

    id: str
    caption: str
    bound: str
    chart: Markup
    rows: tuple[BridgeRow, ...]


def bridge_view(
    told: Telling, appraisal: Appraisal, found: Conditions, reading: str | None
) -> BridgeView | None:
    """Give the bridge of a reading; None where nothing is taken off. reading: as in ids."""
    if not found.bridge:
        return None
    w = told.wording
    bound = appraisal.figures["roi"].bound
    return BridgeView(
        id=anchors.in_reading(reading, "bridge-table"),
        caption=w.t("bridge.caption", currency=told.currency),
        bound=w.t(f"bridge.{bound}") if bound else "",
        chart=_chart(told, appraisal, found, reading),
        rows=tuple(_row(told, appraisal, step) for step in found.bridge),
    )


def _row(told: Telling, appraisal: Appraisal, step: BridgeStep) -> BridgeRow:
    return BridgeRow(
        name=_name(told, step),
        roi=_written(told, appraisal, "roi", step.roi),
        npv=_written(told, appraisal, "npv", step.npv),
        grounds=tuple(dict.fromkeys(_grounds(told, appraisal, step))),
        text=_text(told, appraisal, step),
    )


def _name(told: Telling, step: BridgeStep) -> str:
    return told.wording.label("bridge", step.name)


def _written(told: Telling, appraisal: Appraisal, name: str, value: float | None) -> str:
    """Write a figure of a step as the figure itself is written, with its bound."""
    if value is None:
        return told.wording.reason_short("zero_cost")
    own = appraisal.figures[name]
    return told.wording.figure(Figure(name, own.unit, value, own.bound), told.currency).whole


def _grounds(told: Telling, appraisal: Appraisal, step: BridgeStep) -> Iterator[Link]:
    """Lead to what the lines of the reading state for this step."""
    for line in (name for name in told.case.lines() if name in appraisal.lines):
        for share, stated in stated_shares(told.money_line(line)).items():
            if share in _TAKEN_BY[step.name] and isinstance(stated, Input):
                yield told.share_link(line, share)
            elif share in _TAKEN_BY[step.name] and isinstance(stated, str) and stated != UNKNOWN:
                yield from input_links(told, stated)
            elif share in _TAKEN_BY[step.name]:
                yield told.line_link(line)


def _text(told: Telling, appraisal: Appraisal, step: BridgeStep) -> str:
    if step.name == "as_claimed":
        return told.wording.t("bridge.as_claimed")
    rate = appraisal.basis.discount_rate
    if step.name == "discounting" and rate is not None:
        timing = told.wording.label("timing", appraisal.basis.timing)
        return told.wording.t("rate", rate=told.wording.percent_exact(rate), timing=timing)
    return ""


# The chart -------------------------------------------------------------------------------------------


def _chart(told: Telling, appraisal: Appraisal, found: Conditions, reading: str | None) -> Markup:
    """Draw net present value step by step; the caption gives the returns too."""
    w = told.wording
    first, *others = found.bridge
    last = found.bridge[-1]
    ends = {"first": _both(told, appraisal, first), "last": _both(told, appraisal, last)}
    said = w.t("bridge.description", **ends)
    axis = axis_of(
        [step.npv for step in found.bridge],
        lambda value: w.money(value, told.currency),
        w.t("bridge.axis", name=w.short_name("npv"), currency=told.currency),
    )
    return bridge_chart(
        Bridge(
            About(
                anchors.in_reading(reading, "bridge-chart"),
                w.t("section.bridge"),
                said,
                said,
            ),
            axis,
            claimed=_step(told, appraisal, first),
            steps=tuple(_step(told, appraisal, step) for step in others),
            defended=Step(
                w.t("bridge.defended"), last.npv, _written(told, appraisal, "npv", last.npv)
            ),
            totals=w.t("bridge.totals"),
            falls=w.t("bridge.falls"),
            rises=w.t("bridge.rises"),
        )
    )


def _step(told: Telling, appraisal: Appraisal, step: BridgeStep) -> Step:
    return Step(_name(told, step), step.npv, _written(told, appraisal, "npv", step.npv))


def _both(told: Telling, appraisal: Appraisal, step: BridgeStep) -> str:
    """Write the sum and the return, never one alone."""
    return told.wording.t(
        "bridge.both",
        npv=_written(told, appraisal, "npv", step.npv),
        roi=_written(told, appraisal, "roi", step.roi),
    )
