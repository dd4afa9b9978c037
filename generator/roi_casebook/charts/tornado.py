"""The tornado: how far each input alone moves the result, the widest first.

A row's bar goes from the result with the input at its low end to that at its high end; each half
has its look, and the ends are written beside it. A diamond stands where a bar crosses zero.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.charts.axes import across, axis_height, fitted
from roi_casebook.charts.frame import About, Drawing, Layout, framed
from roi_casebook.charts.keys import Key
from roi_casebook.charts.lettering import broken, width
from roi_casebook.charts.rows import Row, bar_box, laid_out, row_texts
from roi_casebook.charts.scale import Axis, Scale
from roi_casebook.charts.svg import Anchor, Look, Place, bar, diamond, joined, uprights, words

END_ROOM = 88.0
END_LINES = 2
GAP = 6.0


@dataclass(frozen=True)
class End:
    """The result with an input at one of its ends, and that end as it is written."""

    value: float
    text: str
    tip: str = ""


@dataclass(frozen=True)
class SwingBar:
    """An input's name, and what it does at its low and at its high end."""

    name: str
    low: End
    high: End

    @property
    def changes_sign(self) -> bool:
        """Tell whether the input alone decides between gain and loss."""
        return (self.low.value < 0) != (self.high.value < 0)


@dataclass(frozen=True)
class Tornado:
    """A tornado; swings: in the order in which they are shown, the widest first.

    axis: of all values and the base; base: the result with all inputs as they are, and its text.
    low, high, sign_change: the words of the key, what stands at an input's low end, high end, and
    for the diamond.
    """

    about: About
    axis: Axis
    base: End
    swings: tuple[SwingBar, ...]
    low: str = ""
    high: str = ""
    sign_change: str = ""


def tornado_chart(tornado: Tornado) -> Markup:
    """Draw a tornado. The page gives the same numbers in a table beside it."""
    decides = any(swing.changes_sign for swing in tornado.swings)
    keys = (
        Key("falling", tornado.low),
        Key("solid", tornado.high),
        Key("diamond", tornado.sign_change if decides else ""),
    )
    return framed("tornado", tornado.about, lambda layout: _drawn(tornado, layout), keys)


def _drawn(tornado: Tornado, layout: Layout) -> Drawing:
    top = layout.leading + 10
    names = [swing.name for swing in tornado.swings]
    ends = [(_lines(layout, swing.low), _lines(layout, swing.high)) for swing in tornado.swings]
    bands = [max(len(lines) for lines in both) for both in ends]
    rows = laid_out(layout, names, [""] * len(names), bands, top)
    texts = (text for both in ends for lines in both for text in lines)
    inset = max((width(text, layout.text) for text in texts), default=0.0) + GAP
    scale = Scale(tornado.axis, rows.left + inset, rows.right - inset)
    base = scale(tornado.base.value)
    label = fitted(layout, tornado.base.text, base)
    parts = [
        across(layout, scale, [row.band for row in rows.rows], rows.bottom),
        uprights(base, [row.band for row in rows.rows], "base"),
        words(label.text, (label.x, layout.text), "figure", "middle"),
    ]
    for row, swing in zip(rows.rows, tornado.swings, strict=True):
        parts += [row_texts(layout, row), _swing(layout, scale, base, row, swing)]
    return Drawing(rows.bottom + axis_height(layout, scale) + 4, joined(parts))


def _lines(layout: Layout, end: End) -> tuple[str, ...]:
    return broken(end.text, layout.text, END_ROOM, END_LINES)


def _swing(layout: Layout, scale: Scale, base: float, row: Row, swing: SwingBar) -> Markup:
    """Draw a bar; where both ends lie on one side of the base, the nearer lies on the farther."""
    halves: list[tuple[End, Look]] = [(swing.low, "falling"), (swing.high, "solid")]
    farthest_first = sorted(halves, key=lambda half: -abs(scale(half[0].value) - base))
    bars = [
        bar(bar_box(row, base, scale(end.value)), look, end.tip or None)
        for end, look in farthest_first
    ]
    mark = [diamond((scale(0), row.middle), 5.5, "mark")] if swing.changes_sign else []
    return joined((*bars, *mark, _end_texts(layout, scale, base, row, swing)))


def _end_texts(layout: Layout, scale: Scale, base: float, row: Row, swing: SwingBar) -> Markup:
    """Write the two ends: the one with the lesser result on the left, outside of the bar."""
    left, right = sorted((swing.low, swing.high), key=lambda end: end.value)
    places = [base, scale(left.value), scale(right.value)]
    return joined(
        (
            *_end(layout, left, (min(places) - GAP, row.middle), "end"),
            *_end(layout, right, (max(places) + GAP, row.middle), "start"),
        )
    )


def _end(layout: Layout, end: End, place: Place, anchor: Anchor) -> Iterator[Markup]:
    """Write the lines of an end, the middle of them at the height of `place`."""
    lines = _lines(layout, end)
    first = place[1] - (len(lines) - 1) * layout.leading / 2 + layout.text * 0.36
    for number, text in enumerate(lines):
        if text:
            yield words(text, (place[0], first + number * layout.leading), "tick", anchor)
