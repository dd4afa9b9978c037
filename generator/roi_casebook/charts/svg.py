"""SVG written safely: elements with every text escaped, numbers with one decimal, classes only.

Looks are classes of `templates/assets/charts.css`: the pages' policy refuses style attributes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from markupsafe import Markup, escape

Place = tuple[float, float]
Anchor = Literal["start", "middle", "end"]
Look = Literal["solid", "hollow", "falling", "empty"]
HATCH = 6.0


@dataclass(frozen=True)
class Box:
    """A rectangle: its left upper corner and its extent, none negative."""

    x: float
    y: float
    width: float
    height: float


def box_between(one: Place, other: Place) -> Box:
    """Give the rectangle that two opposite corners span."""
    (x1, x2), (y1, y2) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return Box(x1, y1, x2 - x1, y2 - y1)


def coordinate(number: float) -> str:
    """Write a coordinate with one decimal; never a negative zero."""
    text = f"{number:.1f}"
    return "0.0" if text == "-0.0" else text


def element(tag: str, *inside: str, **attributes: str | float) -> Markup:
    """Write an element; `class_` is the attribute class, `aria_hidden` is aria-hidden."""
    pairs = "".join(
        [
            f' {_attribute(name)}="{_escaped(value) if isinstance(value, str) else coordinate(value)}"'
            for name, value in attributes.items()
        ]
    )
    content = f">{joined(inside)}</{tag}>" if inside else "/>"
    return Markup(f"<{tag}{pairs}{content}")  # noqa: S704 -- values and content are escaped above


@lru_cache(maxsize=4096, typed=True)  # most are the names of a few looks
def _escaped(value: str) -> str:
    return str(escape(value))


@cache
def _attribute(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def joined(parts: Iterable[str]) -> Markup:
    """Join parts; what is not markup yet is escaped."""
    return Markup("".join([part if type(part) is Markup else escape(part) for part in parts]))  # noqa: S704 -- escaped here


def line(start: Place, end: Place, look: str) -> Markup:
    """Draw a straight line."""
    (x1, y1), (x2, y2) = start, end
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=f"cb-chart__{look}")


def uprights(x: float, spans: Iterable[Place], look: str) -> Markup:
    """Draw upright lines at one place, each between two heights; nothing where there are none."""
    drawn = "".join(_through(((x, top), (x, bottom))) for top, bottom in spans)
    return element("path", d=drawn, class_=f"cb-chart__{look}") if drawn else Markup()


def polyline(places: Iterable[Place], look: str) -> Markup:
    """Draw a line through places."""
    return element("path", d=_through(places), class_=f"cb-chart__{look}")


def polygon(places: Iterable[Place], look: str) -> Markup:
    """Draw a closed shape."""
    return element("path", d=f"{_through(places)}Z", class_=f"cb-chart__{look}")


def _through(places: Iterable[Place]) -> str:
    return "M" + "L".join(f"{coordinate(x)} {coordinate(y)}" for x, y in places)


def _speaking(tip: str | None) -> dict[str, str]:
    """Give the attribute by which a mark speaks.

    A script tells the tip; "": the texts that stand behind the mark; None: the mark is silent.
    """
    return {} if tip is None else {"data_tip": tip}


def circle(centre: Place, radius: float, look: str, tip: str | None = None) -> Markup:
    """Draw a circle."""
    x, y = centre
    return element("circle", cx=x, cy=y, r=radius, class_=f"cb-chart__{look}", **_speaking(tip))


def dots_at(centres: Iterable[Place], radius: float, look: str, tip: str | None = None) -> Markup:
    """Draw circles as one shape."""
    way = f"a{coordinate(radius)} {coordinate(radius)} 0 1 0"
    there, back = (f"{way} {coordinate(side * 2 * radius)} 0.0" for side in (1, -1))
    drawn = "".join(f"M{coordinate(x - radius)} {coordinate(y)}{there}{back}" for x, y in centres)
    return element("path", d=drawn, class_=f"cb-chart__{look}", **_speaking(tip))


def squares(centres: Iterable[Place], side: float, look: str, tip: str | None = None) -> Markup:
    """Draw squares as one shape."""
    whole = coordinate(side)
    drawn = "".join(
        f"M{coordinate(x - side / 2)} {coordinate(y - side / 2)}h{whole}v{whole}h-{whole}z"
        for x, y in centres
    )
    return element("path", d=drawn, class_=f"cb-chart__{look}", **_speaking(tip))


def diamond(centre: Place, radius: float, look: str) -> Markup:
    """Draw a square that stands on a corner."""
    x, y = centre
    corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
    return polygon(corners, look)


def rectangle(box: Box, look: str, tip: str | None = None) -> Markup:
    """Draw a rectangle."""
    places = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    return element("rect", **places, class_=f"cb-chart__{look}", **_speaking(tip))


def bar(box: Box, look: Look, tip: str | None = None) -> Markup:
    """Draw a bar; one that falls has an edge and stripes, so that it is told without colour."""
    return rectangle(box, look, tip) + (_stripes(box) if look == "falling" else Markup())


def _stripes(box: Box) -> Markup:
    """Draw slanting lines over a rectangle, none of them beyond its edge."""
    count = int((box.width + box.height) / HATCH)
    starts = (HATCH * (number + 1) for number in range(count))
    drawn = "".join(_stripe(box, start) for start in starts)
    return element("path", d=drawn, class_="cb-chart__stripes") if drawn else Markup()


def _stripe(box: Box, along: float) -> str:
    upper = (box.x + min(along, box.width), box.y + max(along - box.width, 0))
    lower = (box.x + max(along - box.height, 0), box.y + min(along, box.height))
    return _through((upper, lower))


def linked(href: str, name: str, *inside: str) -> Markup:
    """Draw a mark that leads on; name: what a reader of any kind is told of it."""
    return element("a", *inside, href=href, aria_label=name, class_="cb-chart__way")


def words(text: str, place: Place, look: str = "label", anchor: Anchor = "start") -> Markup:
    """Write one line of text on the base line at `place`."""
    x, y = place
    return element("text", text, x=x, y=y, class_=f"cb-chart__{look} cb-chart__{anchor}")
