"""The bridge: from what is claimed to what can be defended, one bar a step.

The first bar and the last start from zero; each between goes from the figure before its step to
the figure after it. A bar that falls is striped, one that rises is hollow. One that dwarfs all others
leads beyond the axis, and is broken there: its number stands above it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.charts.axes import across, axis_height
from roi_casebook.charts.frame import About, Drawing, Layout, framed
from roi_casebook.charts.keys import Key
from roi_casebook.charts.rows import Row, bar_box, laid_out, row_texts
from roi_casebook.charts.scale import Axis, Scale
from roi_casebook.charts.svg import Look, bar, joined, line, polyline


@dataclass(frozen=True)
class BridgeBar:
    """A step's name, the figure after it, and that figure as it is written."""

    name: str
    value: float
    text: str


@dataclass(frozen=True)
class BridgeBars:
    """A bridge.

    claimed: what stands first; steps: what takes from it, in order; defended: what is left, its
    value that of the last step; axis: of all values. totals, falls, rises: the words of the key.
    """

    about: About
    axis: Axis
    claimed: BridgeBar
    steps: tuple[BridgeBar, ...]
    defended: BridgeBar
    totals: str = ""
    falls: str = ""
    rises: str = ""

    def bars(self) -> tuple[tuple[BridgeBar, float], ...]:
        """Give each bar's step and the value from which it starts."""
        before = (self.claimed, *self.steps)
        between = ((step, last.value) for step, last in zip(self.steps, before, strict=False))
        return ((self.claimed, 0.0), *between, (self.defended, 0.0))


DWARFS = 3.0
"""How many times as far as all others a figure lies that is not to rule the axis."""
FEWEST = 3
"""On an axis stand at least so many figures."""
BREAK = 5.0


def axis_values(values: Sequence[float]) -> tuple[float, ...]:
    """Give the figures that the axis of a bridge holds: all but those that would dwarf the others."""
    near = sorted(values, key=abs)
    for count in range(FEWEST, len(near)):
        if abs(near[count]) > DWARFS * abs(near[count - 1]) > 0:
            return tuple(near[:count])
    return tuple(values)


def bridge_chart(bridge: BridgeBars) -> Markup:
    """Draw a bridge. The page gives the same numbers in a table beside it."""
    falls = any(step.value < start for step, start in bridge.bars()[1:-1])
    rises = any(step.value > start for step, start in bridge.bars()[1:-1])
    keys = (
        Key("solid", bridge.totals),
        Key("falling", bridge.falls if falls else ""),
        Key("hollow", bridge.rises if rises else ""),
    )
    return framed("bridge", bridge.about, lambda layout: _drawn(bridge, layout), keys)


def _drawn(bridge: BridgeBars, layout: Layout) -> Drawing:
    bars = bridge.bars()
    names, figures = zip(*((step.name, step.text) for step, _ in bars), strict=True)
    rows = laid_out(layout, names, figures, [1] * len(bars), top=4)
    scale = Scale(bridge.axis, rows.left, rows.right)
    parts = [across(layout, scale, [row.band for row in rows.rows], rows.bottom)]
    parts += [
        _link(row, scale(step.value)) for row, (step, _) in zip(rows.rows[:-1], bars, strict=False)
    ]
    parts += [
        _bar(bridge, layout, row, step, (scale(start), scale(step.value)))
        + joined(_broken(row, scale, end) for end in (start, step.value))
        for row, (step, start) in zip(rows.rows, bars, strict=True)
    ]
    return Drawing(rows.bottom + axis_height(layout, scale) + 4, joined(parts))


def _bar(
    bridge: BridgeBars, layout: Layout, row: Row, step: BridgeBar, ends: tuple[float, float]
) -> Markup:
    is_total = step in {bridge.claimed, bridge.defended}
    moved: Look = "falling" if ends[1] < ends[0] else "hollow"
    drawn = bar(bar_box(row, *ends), "solid" if is_total else moved, "")
    return drawn + row_texts(layout, row, "figure" if is_total else "label")


def _link(row: Row, place: float) -> Markup:
    """Lead from the end of a bar on towards the next, as far as no name stands there."""
    return line((place, row.bar_bottom), (place, row.end - 2), "link")


def _broken(row: Row, scale: Scale, end: float) -> Markup:
    """Break a bar near the end of the axis, where it leads beyond it."""
    if scale.axis.holds(end):
        return Markup()
    inside = scale(end) - 12 if end > 0 else scale(end) + 12
    slant = ((inside - BREAK, row.bar_bottom + 2), (inside + BREAK, row.bar_top - 2))
    return polyline(slant, "break")
