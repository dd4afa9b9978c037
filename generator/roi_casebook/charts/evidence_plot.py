"""Return against evidence: a row for each number of locks, a mark for each case.

Marks that would touch are laid one above the other, in a fixed order; nothing is scattered by
chance. A mark off the axis stands at its end, with two angles.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.charts.axes import across, axis_height
from roi_casebook.charts.bounds import ACROSS, ARROW, Bound, arrows
from roi_casebook.charts.frame import About, Drawing, Layout, framed
from roi_casebook.charts.keys import Key
from roi_casebook.charts.lettering import broken, cut_to_width, width
from roi_casebook.charts.scale import Axis, Scale
from roi_casebook.charts.svg import Place, circle, joined, line, linked, polyline, words

NUMBERED_UP_TO = 60
"""With more marks than these, they are small and bear no number."""
SMALL = 4.0
NUMBER_ROOM = 26.0
MOST_LAYERS = 12


@dataclass(frozen=True)
class EvidencePoint:
    """A case: its locks (0 to 5), its return, and whether that is a bound.

    number: by which the table beside names it, "" for none; an unproven case is hollow; href, name:
    the way to the case, and what is told of it.
    """

    locks: int
    value: float
    bound: Bound | None = None
    is_unproven: bool = False
    number: str = ""
    href: str = ""
    name: str = ""


@dataclass(frozen=True)
class EvidencePlot:
    """Cases by their locks. levels: the name of each number of locks, from 0 up.

    axis: of the returns, or of those that it shall show; the others stand at its end. proven,
    unproven, bounds, beyond: the words of the key.
    """

    about: About
    axis: Axis
    levels: tuple[str, ...]
    points: tuple[EvidencePoint, ...]
    proven: str = ""
    unproven: str = ""
    bounds: str = ""
    beyond: str = ""


def evidence_chart(plot: EvidencePlot) -> Markup:
    """Draw the cases. The page gives the same numbers in a table beside it."""
    points = plot.points
    keys = (
        Key("dot", plot.proven if any(not point.is_unproven for point in points) else ""),
        Key("ring", plot.unproven if any(point.is_unproven for point in points) else ""),
        Key("arrow", plot.bounds if any(point.bound for point in points) else ""),
        Key("edge", plot.beyond if any(not plot.axis.holds(p.value) for p in points) else ""),
    )
    return framed("evidence", plot.about, lambda layout: _drawn(plot, layout), keys)


@dataclass(frozen=True)
class _Plan:
    """What all rows share: names broken into lines, from 0 locks up; the radius of a mark."""

    layout: Layout
    scale: Scale
    names: tuple[tuple[str, ...], ...]
    radius: float

    @property
    def pitch(self) -> float:
        """From one layer of marks to the next."""
        return self.radius * 2 + 2


def _drawn(plot: EvidencePlot, layout: Layout) -> Drawing:
    plan = _plan(plot, layout)
    content, bands, top = [], [], 0.0
    for locks in reversed(range(len(plot.levels))):
        row = _row(plan, locks, [point for point in plot.points if point.locks == locks], top)
        content.append(row.content)
        named = len(plan.names[locks]) * layout.leading + 4
        if top + named < top + row.height - 6:  # an empty row is its name alone
            bands.append((top + named, top + row.height))
        top += row.height
    axis = across(layout, plan.scale, bands, top)
    height = top + axis_height(layout, plan.scale) + 4
    return Drawing(height, joined((axis, *content)))


def _plan(plot: EvidencePlot, layout: Layout) -> _Plan:
    radius = _radius(plot, layout)
    names = tuple(broken(name, layout.text, layout.width, 2) for name in plot.levels)
    margin = radius + ARROW + 2
    return _Plan(layout, Scale(plot.axis, margin, layout.width - margin), names, radius)


def _radius(plot: EvidencePlot, layout: Layout) -> float:
    """A number lies within its mark, so it must have room there."""
    if len(plot.points) > NUMBERED_UP_TO:
        return SMALL
    numbers = (_number(point, layout) for point in plot.points)
    widest = max((width(number, layout.text) for number in numbers), default=0.0)
    return max(widest / 2 + 2.5, 6.0) if widest else SMALL


def _number(point: EvidencePoint, layout: Layout) -> str:
    return cut_to_width(point.number, layout.text, NUMBER_ROOM)


def _row(plan: _Plan, locks: int, points: Sequence[EvidencePoint], top: float) -> Drawing:
    """Draw a row from `top` down; its name stands above its marks."""
    layout, scale, radius, name = plan.layout, plan.scale, plan.radius, plan.names[locks]
    ordered = sorted(points, key=lambda point: (scale(point.value), point.number))
    layers = layers_of([_extent(point, scale, radius) for point in ordered])
    named, marked = len(name) * layout.leading, plan.pitch * (max(layers, default=0) + 1)
    high = 14 + named + marked if points else 8 + named
    first = top + layout.text + 4
    lowest = top + high - 7 - radius
    marks = (
        _mark(plan, point, lowest - layer * plan.pitch)
        for point, layer in zip(ordered, layers, strict=True)
    )
    rule = line((0, top + high), (layout.width, top + high), "grid")
    return Drawing(high, joined((rule, _lines(layout, name, first), *marks)))


def _lines(layout: Layout, name: Sequence[str], first: float) -> Markup:
    lines = enumerate(name)
    return joined(words(text, (0, first + k * layout.leading)) for k, text in lines if text)


def _extent(point: EvidencePoint, scale: Scale, radius: float) -> tuple[float, float]:
    """Give what a mark takes of its layer, with its arrow or its angles."""
    place = scale(point.value)
    ways = ACROSS[point.bound] if point.bound else ()
    left, right = (ARROW if (side, 0) in ways else 0.0 for side in (-1, 1))
    if not scale.axis.holds(point.value):
        left = right = ARROW
    return place - radius - left - 1, place + radius + right + 1


def layers_of(extents: Sequence[tuple[float, float]]) -> tuple[int, ...]:
    """Lay marks, given from left to right, each in the lowest layer where it touches none."""
    ends: list[float] = []
    layers = []
    for start, end in extents:
        free = next((k for k, taken in enumerate(ends) if taken <= start), len(ends))
        layer = min(free, MOST_LAYERS - 1)
        ends[layer : layer + 1] = [end]
        layers.append(layer)
    return tuple(layers)


def _mark(plan: _Plan, point: EvidencePoint, height: float) -> Markup:
    centre = (plan.scale(point.value), height)
    look = "ring" if point.is_unproven else "dot"
    sign = _bound if plan.scale.axis.holds(point.value) else _beyond
    parts = [sign(point, centre, plan.radius), circle(centre, plan.radius, look)]
    number = _number(point, plan.layout)
    if number and plan.radius > SMALL:
        parts.append(words(number, (centre[0], height + 4.5), f"{look}-number", "middle"))
    return linked(point.href, point.name, *parts) if point.href else joined(parts)


def _bound(point: EvidencePoint, centre: Place, radius: float) -> Markup:
    """Draw to which side of the mark the return lies, where it is a bound."""
    return arrows(centre, radius, ACROSS[point.bound]) if point.bound else Markup()


def _beyond(point: EvidencePoint, centre: Place, radius: float) -> Markup:
    """Draw two angles that lead on to where the return lies, off the axis."""
    x, y = centre
    side = 1 if point.value > 0 else -1
    tips = (x + side * (radius + away) for away in (6, 11))
    return joined(
        polyline(((tip - side * 4, y - 4.5), (tip, y), (tip - side * 4, y + 4.5)), "arrow")
        for tip in tips
    )
