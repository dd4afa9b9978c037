"""The key of a chart: its signs, each with its word, as a list beside the drawing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.charts.svg import (
    Box,
    bar,
    circle,
    diamond,
    element,
    joined,
    line,
    polygon,
    polyline,
    rectangle,
    words,
)

_BOX = Box(1, 2, 16, 10)
_MIDDLE = (9.0, 7.0)
SIGNS: Mapping[str, Callable[[], Markup]] = {
    "solid": lambda: bar(_BOX, "solid"),
    "hollow": lambda: bar(_BOX, "hollow"),
    "falling": lambda: bar(_BOX, "falling"),
    "line": lambda: line((1, 7), (17, 7), "running") + circle(_MIDDLE, 3, "ring"),
    "diamond": lambda: diamond(_MIDDLE, 5, "mark"),
    "dot": lambda: circle(_MIDDLE, 5, "dot"),
    "ring": lambda: circle(_MIDDLE, 5, "ring"),
    "square": lambda: rectangle(Box(4, 2, 10, 10), "ring"),
    "diamond-open": lambda: diamond(_MIDDLE, 6, "ring"),
    "whisker": lambda: line((1, 7), (17, 7), "arrow") + circle(_MIDDLE, 3.5, "dot"),
    "arrow": lambda: line((3, 7), (15, 7), "arrow") + polygon(((1, 7), (6, 4), (6, 10)), "head"),
    "edge": lambda: joined(
        polyline(((x, 2.5), (x + 4, 7), (x, 11.5)), "arrow") for x in (4.0, 9.0)
    ),
    "unknown": lambda: words("?", (9, 12), "figure", "middle"),
}
"""What each sign looks like, 18 wide and 14 high."""


@dataclass(frozen=True)
class Key:
    """A sign of `SIGNS` and what it means; one without a text is left out."""

    sign: str
    text: str


def key_list(keys: Sequence[Key]) -> Markup:
    """Write the key, if there is anything in it."""
    items = [_item(key) for key in keys if key.text]
    return element("ul", *items, class_="cb-chart__key") if items else Markup()


def _item(key: Key) -> Markup:
    sign = element("svg", SIGNS[key.sign](), aria_hidden="true", viewBox="0 0 18 14")
    return element("li", joined((sign, key.text)))
