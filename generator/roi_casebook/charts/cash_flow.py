"""The cash flow: benefits up and costs down over time, the running sum, and where it turns.

Moments stand as far apart as they are. What is not known of one is a question mark, never a bar of no height.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from roi_casebook.charts.axes import evenly_spaced, fitted
from roi_casebook.charts.frame import About, Drawing, Layout, framed
from roi_casebook.charts.keys import Key
from roi_casebook.charts.lettering import cut_to_width, width
from roi_casebook.charts.scale import Axis, Scale
from roi_casebook.charts.svg import (
    Look,
    bar,
    box_between,
    circle,
    diamond,
    joined,
    line,
    polyline,
    words,
)

HIGH = 200.0
THICKEST = 40.0
LABEL_ROOM = 150.0
RING = 3.5
MARK = 6.0
MOST_SLOTS = 121
"""Bars are never thinner than so many side by side, however near two dates are."""


@dataclass(frozen=True)
class CashMoment:
    """A year, month or date: money spent and money gained (a loss is negative), None where unknown.

    years: from the first moment on; running: the sum of all up to this one, None from where it is
    unknown; tip: what its marks say.
    """

    name: str
    years: float
    spent: float | None
    gained: float | None
    running: float | None = None
    tip: str = ""


@dataclass(frozen=True)
class Payback:
    """When the money is back, in years from the start, and how that is written."""

    years: float
    text: str


@dataclass(frozen=True)
class CashFlow:
    """A cash flow, at least one moment; the start first.

    axis: of `amounts`. spent, gained, running, unknown: the words of the key.
    """

    about: About
    axis: Axis
    moments: tuple[CashMoment, ...]
    payback: Payback | None = None
    spent: str = ""
    gained: str = ""
    running: str = ""
    unknown: str = ""


def amounts(moments: Sequence[CashMoment]) -> tuple[float, ...]:
    """Give all numbers that the chart shows: its axis is made of them."""
    spans = (number for one in moments for span in _spans(one) for number in span[1:])
    running = (one.running for one in moments if one.running is not None)
    return (*spans, *running)


def _spans(one: CashMoment) -> tuple[tuple[Look, float, float], ...]:
    """Give the bars of a moment: how each looks, from where to where. A loss hangs below the costs."""
    spent, gained = one.spent or 0.0, one.gained or 0.0
    start = min(-spent, 0.0) if gained < 0 else max(-spent, 0.0)
    bars: tuple[tuple[Look, float, float], ...] = (
        ("falling", 0.0, -spent),
        ("solid", start, start + gained),
    )
    return tuple(span for span in bars if span[1] != span[2])


def cash_flow_chart(flow: CashFlow) -> Markup:
    """Draw a cash flow. The page gives the same numbers in a table beside it."""
    dark = any(None in (one.spent, one.gained) for one in flow.moments)
    runs = any(one.running is not None for one in flow.moments)
    keys = (
        Key("solid", flow.gained),
        Key("falling", flow.spent),
        Key("line", flow.running if runs else ""),
        Key("unknown", flow.unknown if dark else ""),
    )
    return framed("cash-flow", flow.about, lambda layout: _drawn(flow, layout), keys)


@dataclass(frozen=True)
class _Plot:
    layout: Layout
    scale: Scale
    left: float
    slot: float
    years: float

    def middle(self, years: float) -> float:
        """Give where a time, or the middle of a moment's bars, lies across the drawing."""
        room = self.layout.width - MARK - self.left - self.slot
        return self.left + self.slot / 2 + (years / self.years * room if self.years else 0.0)


def _drawn(flow: CashFlow, layout: Layout) -> Drawing:
    top = layout.leading * (2.2 if flow.axis.name else 1) + 2
    bottom = top + HIGH
    scale = Scale(flow.axis, bottom, top)
    texts = [cut_to_width(tick.text, layout.text, LABEL_ROOM) for tick in flow.axis.ticks]
    left = max(width(text, layout.text) for text in texts) + 10
    places = [one.years for one in flow.moments]
    slot = (layout.width - left - MARK) / _slots(places)
    plot = _Plot(layout, scale, left, slot, places[-1])
    parts = [
        _ticks(plot, texts),
        _axis_name(flow, layout),
        *(_bars(plot, one) for one in flow.moments),
        _running(plot, flow),
        _payback(plot, flow),
        _names(plot, flow, bottom + layout.leading * 1.4),  # clear of the lowest number
    ]
    return Drawing(bottom + layout.leading * 1.9, joined(parts))


def _slots(places: Sequence[float]) -> float:
    """Give how many bars would stand side by side, all as near as the nearest two are."""
    nearest = min((late - early for early, late in pairwise(places)), default=1.0)
    return min(round(places[-1] / nearest) + 1, MOST_SLOTS)


def _axis_name(flow: CashFlow, layout: Layout) -> Markup:
    name = cut_to_width(flow.axis.name, layout.text, layout.width)
    return words(name, (0, layout.text), "tick") if name else Markup()


def _ticks(plot: _Plot, texts: Sequence[str]) -> Markup:
    parts = []
    for tick, text in zip(plot.scale.axis.ticks, texts, strict=True):
        place = plot.scale(tick.value)
        look = "zero" if tick.value == 0 else "grid"
        parts.append(line((plot.left, place), (plot.layout.width, place), look))
        parts.append(words(text, (plot.left - 8, place + plot.layout.text * 0.36), "tick", "end"))
    return joined(parts)


def _bars(plot: _Plot, one: CashMoment) -> Markup:
    half = min(plot.slot * 0.62, THICKEST) / 2
    middle = plot.middle(one.years)
    bars = joined(
        bar(
            box_between((middle - half, plot.scale(start)), (middle + half, plot.scale(end))),
            look,
            tip,
        )
        for (look, start, end), tip in zip(_spans(one), (one.tip or None, None), strict=False)
    )
    unknowns = [side for side, value in ((1, one.gained), (-1, one.spent)) if value is None]
    return bars + joined(_question(plot, middle, side) for side in unknowns)


def _question(plot: _Plot, middle: float, side: int) -> Markup:
    """Put a question mark above the line of zero, or below it."""
    zero = plot.scale(0)
    size = plot.layout.text
    place = zero - 6 if side > 0 else zero + 4 + size
    return words("?", (middle, place), "figure", "middle")


def _running(plot: _Plot, flow: CashFlow) -> Markup:
    places = [
        (plot.middle(one.years), plot.scale(one.running))
        for one in flow.moments
        if one.running is not None
    ]
    radius = min(RING, plot.slot / 4)
    rings = [circle(place, radius, "ring") for place in places]
    lines = [polyline(places, look) for look in ("halo", "running")]
    return joined((*lines, *rings)) if places else Markup()


def _payback(plot: _Plot, flow: CashFlow) -> Markup:
    """Mark where the running sum leaves zero behind, with its text above the plot's right part."""
    if flow.payback is None:
        return Markup()
    at = plot.middle(min(max(flow.payback.years, 0.0), plot.years))
    top, zero = plot.scale(plot.scale.axis.high), plot.scale(0)
    label = fitted(plot.layout, flow.payback.text, at, plot.left)  # clear of the amounts
    return joined(
        (
            line((at, top), (at, zero), "base"),
            diamond((at, zero), MARK, "mark"),
            words(label.text, (label.x, top - 5), "figure", "middle"),
        )
    )


def _names(plot: _Plot, flow: CashFlow, y: float) -> Markup:
    places = [plot.middle(one.years) for one in flow.moments]
    return evenly_spaced(plot.layout, [one.name for one in flow.moments], places, y, kept=0)
