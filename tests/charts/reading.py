"""What a drawn chart holds, read back from its markup."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

from markupsafe import Markup

from roi_casebook.charts.frame import LAYOUT
from roi_casebook.charts.lettering import width


@dataclass(frozen=True)
class Extent:
    """The room that a shape takes."""

    left: float
    top: float
    right: float
    bottom: float


def tree(markup: Markup) -> Element:
    """Read markup, which must be well-formed."""
    return fromstring(str(markup))  # noqa: S314 -- made here


def drawings(markup: Markup) -> list[Element]:
    """Give the drawings that are known by a title, not the signs of the key."""
    return [svg for svg in tree(markup).iter("svg") if svg.get("role") in ("img", "group")]


def classed(svg: Element, look: str) -> list[Element]:
    """Give the shapes of a look."""
    return [
        each for each in svg.iter() if each.get("class", "").split()[:1] == [f"cb-chart__{look}"]
    ]


def texts(svg: Element) -> list[str]:
    return [each.text or "" for each in svg.iter("text")]


def extents(svg: Element) -> Iterator[Extent]:
    """Give the room of every shape and text of a drawing."""
    for each in svg.iter():
        if each.tag == "text":
            yield _of_text(each, LAYOUT.text)
        elif each.tag in _SHAPES:
            yield _SHAPES[each.tag](dict(each.items()))


def _of_text(each: Element, size: float) -> Extent:
    x, y = float(each.attrib["x"]), float(each.attrib["y"])
    room = width(each.text or "", size)
    held = each.attrib["class"].split("__")[-1]
    left = x - {"start": 0.0, "middle": room / 2, "end": room}[held]
    return Extent(left, y - size * 0.75, left + room, y + size * 0.22)


def _of_path(had: dict[str, str]) -> Extent:
    if re.search("[ahv]", had["d"]):
        return _of_signs(had["d"])
    numbers = [float(number) for number in re.findall(r"-?\d+\.\d", had["d"])]
    xs, ys = numbers[::2], numbers[1::2]
    return Extent(min(xs), min(ys), max(xs), max(ys))


def _of_signs(drawn: str) -> Extent:
    """Give the room of circles and squares drawn as one shape, each from its left on."""
    starts = [(float(x), float(y)) for x, y in re.findall(r"M(-?[\d.]+) (-?[\d.]+)", drawn)]
    round_, square = re.search(r"a([\d.]+)", drawn), re.search(r"h([\d.]+)", drawn)
    assert round_ or square
    wide = 2 * float(round_[1]) if round_ else float((square or [""])[1])
    above, below = (wide / 2, wide / 2) if round_ else (0.0, wide)
    xs, ys = zip(*starts, strict=True)
    return Extent(min(xs), min(ys) - above, max(xs) + wide, max(ys) + below)


def _of_circle(had: dict[str, str]) -> Extent:
    x, y, r = (float(had[name]) for name in ("cx", "cy", "r"))
    return Extent(x - r, y - r, x + r, y + r)


def _of_rect(had: dict[str, str]) -> Extent:
    x, y, wide, high = (float(had[name]) for name in ("x", "y", "width", "height"))
    return Extent(x, y, x + wide, y + high)


def _of_line(had: dict[str, str]) -> Extent:
    x1, y1, x2, y2 = (float(had[name]) for name in ("x1", "y1", "x2", "y2"))
    return Extent(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


_SHAPES = {"path": _of_path, "circle": _of_circle, "rect": _of_rect, "line": _of_line}
