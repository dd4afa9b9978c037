"""Charts of lying bars: one row a bar, its name and its figure above it, where no line crosses them."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.charts.frame import Layout
from roi_casebook.charts.lettering import broken, cut_to_width, width
from roi_casebook.charts.svg import Box, joined, words

FIGURE_SHARE = 0.5
"""The most that a figure takes beside its name; a longer one has a line of its own."""
NAME_LINES = 4
GAP = 12.0
BAR = 14.0
BAND = 3.0
"""How far the lines of an axis lead beyond a bar."""


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

    @property
    def band(self) -> tuple[float, float]:
        """Between which heights the lines of an axis cross it: beside its bar, not its name."""
        return self.bar_top - BAND, self.bar_bottom + BAND


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
    rows: list[Row] = []
    for name, figure, lines in zip(names, figures, bands, strict=True):
        short = cut_to_width(figure, layout.text, layout.width)
        taken = width(short, layout.text) + GAP if short else 0.0
        is_beside = taken <= layout.width * FIGURE_SHARE
        room = layout.width - (taken if is_beside else 0.0)
        above = broken(name, layout.text, room, NAME_LINES)
        if not is_beside:
            above = (*above, "")
        rows.append(_row(layout, above, short, rows[-1].end if rows else top, lines))
    bottom = rows[-1].end if rows else top
    return Rows(tuple(rows), GAP / 2, layout.width - GAP / 2, bottom)


def _row(layout: Layout, name: tuple[str, ...], figure: str, top: float, lines: int) -> Row:
    """Put a bar below its name and its figure."""
    band = max(BAR, lines * layout.leading)
    high = len(name) * layout.leading + 4
    bar_top = top + high + (band - BAR) / 2
    return Row(name, figure, top, bar_top, bar_top + BAR, top + high + band + GAP)


def row_texts(layout: Layout, row: Row, look: str = "label") -> Markup:
    """Write a row's name, in a look, and its figure on the last line of it."""
    first = row.top + layout.text
    lines = (
        words(text, (0, first + number * layout.leading), look)
        for number, text in enumerate(row.name)
        if text
    )
    base = first + (len(row.name) - 1) * layout.leading
    figure = (words(row.figure, (layout.width, base), "figure", "end"),) if row.figure else ()
    return joined((*lines, *figure))


def bar_box(row: Row, start: float, end: float) -> Box:
    """Give the rectangle of a row's bar; one without extent is a stroke."""
    wide = max(abs(end - start), 1.5)
    high = row.bar_bottom - row.bar_top
    return Box((start + end - wide) / 2, row.bar_top, wide, high)
