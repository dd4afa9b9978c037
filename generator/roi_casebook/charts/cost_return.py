"""Cost against return, both by powers of ten: a mark for each case, above or below break-even.

The return is what came back for each unit of cost; by powers of ten a half and a double lie equally
far from 1. What brought nothing has no place there: it stands in a band of its own below.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log10

from markupsafe import Markup

from roi_casebook.charts.axes import across, axis_height
from roi_casebook.charts.bounds import ACROSS, ARROW, UPRIGHT, Bound, arrows
from roi_casebook.charts.frame import About, Drawing, Layout, framed
from roi_casebook.charts.keys import Key
from roi_casebook.charts.lettering import broken, cut_to_width, width
from roi_casebook.charts.scale import Axis, Scale
from roi_casebook.charts.svg import (
    Box,
    Place,
    circle,
    diamond,
    joined,
    line,
    linked,
    rectangle,
    words,
)

HIGH = 300.0
BAND = 34.0
"""How high the band is of what brought nothing."""
RADIUS = 4.6
TICK_ROOM = 60.0
MEDIUM, STRONG = 2, 4
"""From so many locks on a mark is a square, and a diamond."""


@dataclass(frozen=True)
class ReturnPoint:
    """A case: what it cost (above nought), what came back for each unit of it, and how far that stands.

    ends: from where to where the return lies, where it has a range; href, name: the way to the
    case, and what is told of it.
    """

    cost: float
    back: float
    locks: int
    cost_bound: Bound | None = None
    back_bound: Bound | None = None
    is_unproven: bool = False
    ends: tuple[float, float] | None = None
    href: str = ""
    name: str = ""


@dataclass(frozen=True)
class CostReturn:
    """Cases by cost and return. cost, back: axes of `log_axis`, that of the return with 1.

    nothing: names the band of what brought nothing. few, some, many, unproven, bounds, ranges: the words of the key.
    """

    about: About
    cost: Axis
    back: Axis
    points: tuple[ReturnPoint, ...]
    nothing: str = ""
    few: str = ""
    some: str = ""
    many: str = ""
    unproven: str = ""
    bounds: str = ""
    ranges: str = ""


@dataclass(frozen=True)
class _Plot:
    layout: Layout
    cost: Scale
    back: Scale
    band: float

    def place(self, point: ReturnPoint) -> Place:
        """Give the place of a mark; without return it lies in the band."""
        height = self.back(log10(point.back)) if point.back > 0 else self.band
        return self.cost(log10(point.cost)), height


def cost_return_chart(plot: CostReturn) -> Markup:
    """Draw the cases. The page gives the same numbers in a table beside it."""
    return framed(
        "cost-return", plot.about, lambda layout: _drawn(plot, layout), tuple(_keys(plot))
    )


def _keys(plot: CostReturn) -> Iterator[Key]:
    points = plot.points
    shapes = {_shape(point) for point in points}
    for shape, text in (("ring", plot.few), ("square", plot.some), ("diamond-open", plot.many)):
        yield Key(shape, text if shape in shapes else "")
    yield Key("dot", plot.unproven if any(not point.is_unproven for point in points) else "")
    is_bound = any(point.cost_bound or point.back_bound for point in points)
    yield Key("arrow", plot.bounds if is_bound else "")
    yield Key("whisker", plot.ranges if any(_is_ranged(point) for point in points) else "")


def _shape(point: ReturnPoint) -> str:
    if point.locks >= STRONG:
        return "diamond-open"
    return "square" if point.locks >= MEDIUM else "ring"


def _is_ranged(point: ReturnPoint) -> bool:
    return point.ends is not None and point.back > 0


def _drawn(plot: CostReturn, layout: Layout) -> Drawing:
    name = broken(plot.back.name, layout.text, layout.width, 2)
    top = layout.leading * (len(name) + 0.5)
    bottom = top + HIGH
    texts = [cut_to_width(tick.text, layout.text, TICK_ROOM) for tick in plot.back.ticks]
    left = max(width(text, layout.text) for text in texts) + 10
    margin = RADIUS + ARROW
    has_band = any(point.back <= 0 for point in plot.points)
    low = bottom + (layout.leading * 1.2 + BAND if has_band else 0)
    drawn = _Plot(
        layout,
        Scale(plot.cost, left + margin, layout.width - margin),
        Scale(plot.back, bottom - margin, top + margin),
        low - BAND / 2,
    )
    parts = [
        *(
            words(text, (0, layout.text + k * layout.leading), "tick")
            for k, text in enumerate(name)
        ),
        across(
            layout, drawn.cost, [(top, bottom), *([(low - BAND, low)] if has_band else [])], low
        ),
        *_levels(plot, drawn, left, texts),
        *(_band(plot, drawn, left, bottom, low) if has_band else ()),
        *_marks(plot, drawn),
    ]
    return Drawing(low + axis_height(layout, drawn.cost) + 4, joined(parts))


def _levels(plot: CostReturn, drawn: _Plot, left: float, texts: Sequence[str]) -> Iterator[Markup]:
    """Draw the lines of the return, that of break-even stronger."""
    layout = drawn.layout
    for tick, text in zip(plot.back.ticks, texts, strict=True):
        height = drawn.back(tick.value)
        look = "zero" if tick.value == 0 else "grid"
        yield line((left, height), (layout.width, height), look)
        yield words(text, (left - 8, height + layout.text * 0.36), "tick", "end")


def _band(
    plot: CostReturn, drawn: _Plot, left: float, bottom: float, low: float
) -> Iterator[Markup]:
    layout = drawn.layout
    text = cut_to_width(plot.nothing, layout.text, layout.width)
    yield words(text, (0, bottom + layout.leading), "tick")
    yield line((left, low), (layout.width, low), "grid")


# The marks -------------------------------------------------------------------------------------------


def _marks(plot: CostReturn, drawn: _Plot) -> Iterator[Markup]:
    places = [drawn.place(point) for point in plot.points]
    for point, place in zip(plot.points, places, strict=True):
        sign = joined((*_signs(drawn, point, place), _mark(point, place)))
        yield linked(point.href, point.name, sign) if point.href else sign


def _around(centre: Place, radius: float) -> Box:
    return Box(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)


def _mark(point: ReturnPoint, place: Place) -> Markup:
    look = "ring" if point.is_unproven else "dot"
    shape = _shape(point)
    if shape == "ring":
        return circle(place, RADIUS, look)
    return (
        diamond(place, RADIUS * 1.3, look)
        if shape == "diamond-open"
        else rectangle(_around(place, RADIUS * 0.9), look)
    )


def _signs(drawn: _Plot, point: ReturnPoint, place: Place) -> Iterator[Markup]:
    if point.ends is not None and point.back > 0:
        heights = [_height(drawn, end) for end in point.ends]
        yield line((place[0], heights[0]), (place[0], heights[1]), "arrow")
    if point.back_bound and point.back > 0:
        yield arrows(place, RADIUS, UPRIGHT[point.back_bound])
    if point.cost_bound:
        yield arrows(place, RADIUS, ACROSS[point.cost_bound])


def _height(drawn: _Plot, back: float) -> float:
    """Give the height of a return; one of nought or less lies at the foot."""
    return drawn.back(log10(back)) if back > 0 else drawn.back.start
