"""Axes drawn: lines across the plot at the ticks, their texts, and the line of zero."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.charts.frame import Layout
from roi_casebook.charts.lettering import cut_to_width, width
from roi_casebook.charts.scale import Scale, thinned
from roi_casebook.charts.svg import joined, uprights, words

GAP = 8.0


def axis_height(layout: Layout, scale: Scale) -> float:
    """Give the room below the plot that a horizontal axis takes."""
    return layout.leading * (2.2 if scale.axis.name else 1.2)


Band = tuple[float, float]
"""Between which heights the lines of an axis are drawn."""


def across(layout: Layout, scale: Scale, bands: Sequence[Band], bottom: float) -> Markup:
    """Draw a horizontal axis: upright lines through bands, so that they cross no name; texts below."""
    ticks = scale.axis.ticks
    places = [scale(tick.value) for tick in ticks]
    texts = [tick.text for tick in ticks]
    upright = (
        uprights(place, bands, "zero" if tick.value == 0 else "grid")
        for tick, place in zip(ticks, places, strict=True)
    )
    below = bottom + layout.leading
    return joined(
        (
            *upright,
            evenly_spaced(layout, texts, places, below, scale.axis.zero),
            _name(layout, scale, below + layout.leading),
        )
    )


def _name(layout: Layout, scale: Scale, y: float) -> Markup:
    name = scale.axis.name
    if not name:
        return Markup()
    label = fitted(layout, name, (scale.start + scale.end) / 2)
    return words(label.text, (label.x, y), "tick", "middle")


def evenly_spaced(
    layout: Layout, texts: Sequence[str], places: Sequence[float], y: float, kept: int
) -> Markup:
    """Write texts centred at places on one line, fewer where they would touch; `kept` stays."""
    labels = [fitted(layout, text, place) for text, place in zip(texts, places, strict=True)]
    chosen = thinned([(label.start, label.end) for label in labels], kept, GAP)
    return joined(words(labels[one].text, (labels[one].x, y), "tick", "middle") for one in chosen)


@dataclass(frozen=True)
class Fitted:
    """A text that is centred at x and lies within the drawing."""

    text: str
    x: float
    start: float
    end: float


def fitted(layout: Layout, text: str, x: float, start: float = 0.0) -> Fitted:
    """Shift a centred text, and shorten it if need be, so that it lies within the drawing from `start` on."""
    short = cut_to_width(text, layout.text, layout.width - start)
    half = width(short, layout.text) / 2
    middle = min(max(x, start + half), layout.width - half)
    return Fitted(short, middle, middle - half, middle + half)
