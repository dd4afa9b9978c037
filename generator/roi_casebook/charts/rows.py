"""Charts of lying bars: one row a bar, its name beside it, or above it where the drawing is narrow."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.charts.frame import Layout
from roi_casebook.charts.lettering import broken, shortened, width
from roi_casebook.charts.svg import Box, joined, words

NAME_SHARE = 0.27
"""The most of a wide drawing that names take."""
FIGURE_SHARE = 0.4
NAME_LINES = 3
GAP = 12.0
BAR = {"wide": 18.0, "narrow": 14.0}


@dataclass(frozen=True)
class Row:
    """A row: the lines of its name, its figure, and where its bar lies."""

    name: tuple[str, ...]
    figure: str
    top: float
    bar_top: float
    bar_bottom: float

    @property
    def middle(self) -> float:
        """The height of the middle of the bar."""
        return (self.bar_top + self.bar_bottom) / 2


@dataclass(frozen=True)
class Rows:
    """All rows, and between which places their bars may lie."""

    rows: tuple[Row, ...]
    left: float
    right: float
    bottom: float


def laid_out(layout: Layout, names: Sequence[str], figures: Sequence[str], top: float) -> Rows:
    """Find room for rows, from `top` down; figures: "" each where rows have none."""
    most = layout.width * FIGURE_SHARE
    short = [shortened(figure, layout.text, most) for figure in figures]
    taken = max(width(figure, layout.text) for figure in short)
    beside = taken + GAP if taken else 0.0
    if layout.is_wide:
        left = layout.width * NAME_SHARE + GAP
        room, right = layout.width * NAME_SHARE, layout.width - max(beside, GAP)
    else:
        left, room, right = GAP / 2, layout.width - beside, layout.width - GAP / 2
    rows: list[Row] = []
    for name, figure in zip(names, short, strict=True):
        lines = broken(name, layout.text, room, NAME_LINES)
        rows.append(_row(layout, lines, figure, _end(layout, rows[-1]) if rows else top))
    return Rows(tuple(rows), left, right, _end(layout, rows[-1]) if rows else top)


def _row(layout: Layout, lines: tuple[str, ...], figure: str, top: float) -> Row:
    thick = BAR[layout.name]
    high = len(lines) * layout.leading
    bar_top = top + (max(high - thick, 0) / 2 if layout.is_wide else high + 4)
    return Row(lines, figure, top, bar_top, bar_top + thick)


def _end(layout: Layout, row: Row) -> float:
    """Give where the next row begins."""
    return max(row.bar_bottom, row.top + len(row.name) * layout.leading) + GAP


def row_texts(layout: Layout, row: Row) -> Markup:
    """Write a row's name and figure."""
    high = len(row.name) * layout.leading
    first = (row.middle - high / 2 if layout.is_wide else row.top) + layout.text
    base = row.middle + layout.text * 0.36 if layout.is_wide else row.top + layout.text
    lines = (
        words(text, (0, first + number * layout.leading))
        for number, text in enumerate(row.name)
        if text
    )
    figure = (words(row.figure, (layout.width, base), "figure", "end"),) if row.figure else ()
    return joined((*lines, *figure))


def bar_box(row: Row, start: float, end: float) -> Box:
    """Give the rectangle of a row's bar; one without extent is a stroke."""
    wide = max(abs(end - start), 1.5)
    high = row.bar_bottom - row.bar_top
    return Box((start + end - wide) / 2, row.bar_top, wide, high)
