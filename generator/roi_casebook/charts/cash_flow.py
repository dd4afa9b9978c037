"""The cash flow: benefits up and costs down by year, the running sum, and where it turns.

What is not known of a year is a question mark, never a bar of no height.
"""

from collections.abc import Sequence
from dataclasses import dataclass

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

HIGH = {"wide": 230.0, "narrow": 200.0}
THICKEST = 40.0
LABEL_ROOM = 150.0
RING = 3.5
MARK = 6.0


@dataclass(frozen=True)
class CashYear:
    """A year: money spent and money gained (a loss is negative), None where unknown.

    running: the sum of all years up to this one, None from where it is unknown.
    """

    name: str
    spent: float | None
    gained: float | None
    running: float | None = None


@dataclass(frozen=True)
class Payback:
    """When the money is back, in years from the start (year 0), and how that is written."""

    years: float
    text: str


@dataclass(frozen=True)
class CashFlow:
    """A cash flow, at least one year; year 0 first.

    axis: of `amounts`. spent, gained, running, unknown: the words of the key.
    """

    about: About
    axis: Axis
    years: tuple[CashYear, ...]
    payback: Payback | None = None
    spent: str = ""
    gained: str = ""
    running: str = ""
    unknown: str = ""


def amounts(years: Sequence[CashYear]) -> tuple[float, ...]:
    """Give all numbers that the chart shows: its axis is made of them."""
    spans = (number for year in years for span in _spans(year) for number in span[1:])
    running = (year.running for year in years if year.running is not None)
    return (*spans, *running)


def _spans(year: CashYear) -> tuple[tuple[Look, float, float], ...]:
    """Give the bars of a year: how each looks, from where to where. A loss hangs below the costs."""
    spent, gained = year.spent or 0.0, year.gained or 0.0
    start = min(-spent, 0.0) if gained < 0 else max(-spent, 0.0)
    bars: tuple[tuple[Look, float, float], ...] = (
        ("falling", 0.0, -spent),
        ("solid", start, start + gained),
    )
    return tuple(span for span in bars if span[1] != span[2])


def cash_flow_chart(flow: CashFlow) -> Markup:
    """Draw a cash flow. The page gives the same numbers in a table beside it."""
    dark = any(None in (year.spent, year.gained) for year in flow.years)
    runs = any(year.running is not None for year in flow.years)
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

    def middle(self, year: float) -> float:
        """Give where the middle of a year lies across the drawing."""
        return self.left + (year + 0.5) * self.slot


def _drawn(flow: CashFlow, layout: Layout) -> Drawing:
    top = layout.leading * (2.2 if flow.axis.name else 1) + 2
    bottom = top + HIGH[layout.name]
    scale = Scale(flow.axis, bottom, top)
    texts = [cut_to_width(tick.text, layout.text, LABEL_ROOM) for tick in flow.axis.ticks]
    left = max(width(text, layout.text) for text in texts) + 10
    plot = _Plot(layout, scale, left, (layout.width - left - MARK) / len(flow.years))
    parts = [
        _ticks(plot, texts),
        _axis_name(flow, layout),
        *(_year(plot, number, year) for number, year in enumerate(flow.years)),
        _running(plot, flow),
        _payback(plot, flow),
        _names(plot, flow, bottom + layout.leading),
    ]
    return Drawing(bottom + layout.leading * 1.5, joined(parts))


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


def _year(plot: _Plot, number: int, year: CashYear) -> Markup:
    half = min(plot.slot * 0.62, THICKEST) / 2
    middle = plot.middle(number)
    bars = joined(
        bar(box_between((middle - half, plot.scale(start)), (middle + half, plot.scale(end))), look)
        for look, start, end in _spans(year)
    )
    unknowns = [side for side, value in ((1, year.gained), (-1, year.spent)) if value is None]
    return bars + joined(_question(plot, middle, side) for side in unknowns)


def _question(plot: _Plot, middle: float, side: int) -> Markup:
    """Put a question mark above the line of zero, or below it."""
    zero = plot.scale(0)
    size = plot.layout.text
    place = zero - 6 if side > 0 else zero + 4 + size
    return words("?", (middle, place), "figure", "middle")


def _running(plot: _Plot, flow: CashFlow) -> Markup:
    places = [
        (plot.middle(number), plot.scale(year.running))
        for number, year in enumerate(flow.years)
        if year.running is not None
    ]
    radius = min(RING, plot.slot / 4)
    rings = [circle(place, radius, "ring") for place in places]
    lines = [polyline(places, look) for look in ("halo", "running")]
    return joined((*lines, *rings)) if places else Markup()


def _payback(plot: _Plot, flow: CashFlow) -> Markup:
    """Mark where the running sum leaves zero behind, with its text above the plot's right part."""
    if flow.payback is None:
        return Markup()
    last = len(flow.years) - 1
    at = plot.middle(min(max(flow.payback.years, 0.0), float(last)))
    top, zero = plot.scale(plot.scale.axis.high), plot.scale(0)
    label = fitted(plot.layout, flow.payback.text, at)
    return joined(
        (
            line((at, top), (at, zero), "base"),
            diamond((at, zero), MARK, "mark"),
            words(label.text, (label.x, top - 5), "figure", "middle"),
        )
    )


def _names(plot: _Plot, flow: CashFlow, y: float) -> Markup:
    places = [plot.middle(number) for number in range(len(flow.years))]
    return evenly_spaced(plot.layout, [year.name for year in flow.years], places, y, kept=0)
