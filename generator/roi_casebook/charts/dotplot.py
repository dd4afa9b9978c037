"""Fifty dots for fifty equally likely outcomes: one dot is two per cent.

Dots stand in columns at most eight high. A column never lies on both sides of zero; where more dots
fall together than a column holds, they go to the next one away from zero.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor

from markupsafe import Markup

from roi_casebook.charts.axes import across, axis_height
from roi_casebook.charts.frame import About, Drawing, Layout, framed
from roi_casebook.charts.keys import Key
from roi_casebook.charts.scale import Axis, Scale
from roi_casebook.charts.svg import Place, dots_at, joined, squares

HIGHEST = 8
WIDEST, NARROWEST = 15.0, 6.0
"""Between which widths a column of dots may lie."""
LARGEST = 13.0
"""How large a dot may be, with the room around it."""
MARGIN = 24.0


@dataclass(frozen=True)
class Dotplot:
    """Equally likely outcomes, rising. Those below zero are losses: hollow squares.

    axis: of the dots. gains, losses: the words of the key, such as "pays back, 31 of 50"; tell:
    writes what a column of so many dots says.
    """

    about: About
    axis: Axis
    dots: tuple[float, ...]
    gains: str = ""
    losses: str = ""
    tell: Callable[[Sequence[float]], str] | None = None


def dotplot_chart(plot: Dotplot) -> Markup:
    """Draw the dots. The page gives their percentiles in a table beside it."""
    signs = {dot < 0 for dot in plot.dots}
    keys = (
        Key("dot", plot.gains if False in signs else ""),
        Key("square", plot.losses if True in signs else ""),
    )
    return framed("dotplot", plot.about, lambda layout: _drawn(plot, layout), keys)


def _drawn(plot: Dotplot, layout: Layout) -> Drawing:
    scale = Scale(plot.axis, MARGIN, layout.width - MARGIN)
    step = (scale.end - scale.start) / (len(plot.axis.ticks) - 1)
    parts = _parts_of_step(plot, step)
    pitch = step / parts
    columns = columns_of(plot.dots, plot.axis, parts)
    size = min(pitch, LARGEST)
    rows = max(Counter(columns).values(), default=1)
    bottom = (max(rows, 3) + 0.6) * size
    drawn = []
    for column in sorted(set(columns)):
        dots = [dot for dot, own in zip(plot.dots, columns, strict=True) if own == column]
        foot = (scale(0) + (column + 0.5) * pitch, bottom - 0.55 * size)
        drawn.append(_column(foot, size, dots, plot.tell(dots) if plot.tell else None))
    content = joined((across(layout, scale, [(0, bottom)], bottom), *drawn))
    return Drawing(bottom + axis_height(layout, scale) + 4, content)


def _parts_of_step(plot: Dotplot, step: float) -> int:
    """Say into how many columns the way between two ticks is divided: few, but none too high."""
    fewest = max(1, round(step / WIDEST))
    most = max(fewest, HIGHEST - 1, int(step / NARROWEST))
    fitting = (
        parts
        for parts in range(fewest, most + 1)
        if max(Counter(_wanted(plot.dots, plot.axis, parts)).values(), default=0) <= HIGHEST
    )
    return next(fitting, most)


def columns_of(dots: Sequence[float], axis: Axis, parts: int) -> tuple[int, ...]:
    """Give the column of each dot: 0 begins at zero, -1 ends there; none holds over `HIGHEST`."""
    wanted = _wanted(dots, axis, parts)
    first = -axis.zero * parts
    last = first + (len(axis.ticks) - 1) * parts - 1
    losses = [-1 - column for column in reversed(wanted) if column < 0]
    gains = [column for column in wanted if column >= 0]
    return (
        *(-1 - column for column in reversed(_spread(losses, -1 - first))),
        *_spread(gains, last),
    )


def _wanted(dots: Sequence[float], axis: Axis, parts: int) -> tuple[int, ...]:
    """Give the column in which each dot would lie; the axis's end belongs to the last one."""
    last = (len(axis.ticks) - 1 - axis.zero) * parts - 1
    places = (floor(min(max(dot / axis.step, -axis.zero), len(axis.ticks)) * parts) for dot in dots)
    return tuple(
        min(place, last) if dot >= 0 else min(place, -1)
        for place, dot in zip(places, dots, strict=True)
    )


def _spread(wanted: Sequence[int], last: int) -> list[int]:
    """Move what does not fit in a column outwards, and back inwards from the last column."""
    outwards = _filled(wanted)
    inwards = _filled([last - column for column in reversed(outwards)])
    return [last - column for column in reversed(inwards)]


def _filled(wanted: Sequence[int]) -> list[int]:
    """Fill columns in rising order, from 0 up, at most `HIGHEST` in each."""
    columns: list[int] = []
    for column in wanted:
        full = columns[-HIGHEST] if len(columns) >= HIGHEST else -1
        columns.append(max(column, columns[-1] if columns else 0, full + 1))
    return columns


def _column(foot: Place, size: float, dots: Sequence[float], tip: str | None) -> Markup:
    """Draw the dots of a column as one shape, from its foot up: round ones, or squares for losses."""
    radius = size * 0.43
    centres = [(foot[0], foot[1] - number * size) for number in range(len(dots))]
    if dots[0] < 0:
        return squares(centres, radius * 1.7, "ring", tip)
    return dots_at(centres, radius, "dot", tip)
