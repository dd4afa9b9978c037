"""Charts of lying bars: one row a bar, its name beside it, or above it where the drawing is narrow."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.charts.frame import Layout
from roi_casebook.charts.lettering import broken, cut_to_width, width
from roi_casebook.charts.svg import Box, joined, words

NAME_SHARE = 0.27
"""The most of a wide drawing that names take."""
FIGURE_SHARE = {"wide": 0.4, "narrow": 0.64}
"""The most that figures take: an amount that is cut says nothing, a name still does."""
NAME_LINES = 3
GAP = 12.0
BAR = {"wide": 18.0, "narrow": 14.0}


@dataclass(frozen=True)
class Row:
    """A row: the lines of its name, its figure, where its bar lies and the next row begins."""

    name: tuple[str, ...]
    figure: str
    top: float
    bar_top: float
    bar_bottom: float
    end: float

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


def laid_out(
    layout: Layout, names: Sequence[str], figures: Sequence[str], bands: Sequence[int], top: float
) -> Rows:
    """Find room for rows, from `top` down.

    figures: "" each where rows have none; bands: how many lines of text stand beside each bar.
    """
    most = layout.width * FIGURE_SHARE[layout.name]
    short = [cut_to_width(figure, layout.text, most) for figure in figures]
    beside = max((_beside(layout, figure) for figure in short), default=0.0)
    room = layout.width * NAME_SHARE
    rows: list[Row] = []
    for name, figure, lines in zip(names, short, bands, strict=True):
        own = room if layout.is_wide else layout.width - _beside(layout, figure)
        broken_name = broken(name, layout.text, own, NAME_LINES)
        rows.append(_row(layout, broken_name, figure, rows[-1].end if rows else top, lines))
    bottom = rows[-1].end if rows else top
    if layout.is_wide:
        return Rows(tuple(rows), room + GAP, layout.width - max(beside, GAP), bottom)
    return Rows(tuple(rows), GAP / 2, layout.width - GAP / 2, bottom)


def _beside(layout: Layout, figure: str) -> float:
    """Give the room that a figure takes from the name on its line."""
    return width(figure, layout.text) + GAP if figure else 0.0


def _row(layout: Layout, name: tuple[str, ...], figure: str, top: float, lines: int) -> Row:
    """Put a bar beside the middle of its name, or below it."""
    thick, high = BAR[layout.name], len(name) * layout.leading
    band = max(thick, lines * layout.leading)
    if layout.is_wide:
        high = band = max(band, high)
    bar_top = top + (band - thick) / 2 + (0 if layout.is_wide else high + 4)
    end = top + GAP + (band if layout.is_wide else high + 4 + band)
    return Row(name, figure, top, bar_top, bar_top + thick, end)


def row_texts(layout: Layout, row: Row, look: str = "label") -> Markup:
    """Write a row's name, in a look, and its figure."""
    high = len(row.name) * layout.leading
    first = (row.middle - high / 2 if layout.is_wide else row.top) + layout.text
    base = row.middle + layout.text * 0.36 if layout.is_wide else row.top + layout.text
    lines = (
        words(text, (0, first + number * layout.leading), look)
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
