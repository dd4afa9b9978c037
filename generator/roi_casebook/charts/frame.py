"""What is around every chart: two drawings of it, wide and narrow, its key, its caption.

SVG text grows and shrinks with its drawing. So each chart is drawn twice, and the style sheet shows
the one that fits the room: text is never smaller than 11 pixels, on a phone of 320 pixels either.
The one that is not shown is hidden from screen readers too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

from markupsafe import Markup

from roi_casebook.charts.keys import Key, key_list
from roi_casebook.charts.svg import element


@dataclass(frozen=True)
class About:
    """What a chart says to those who do not see it, and below it to all.

    id: unique on the page; title: what is shown; description: what it shows, in a sentence or two;
    caption: plain text below the chart, "" for none.
    """

    id: str
    title: str
    description: str
    caption: str = ""


@dataclass(frozen=True)
class Layout:
    """One of the two drawings: its width, the size of its text and of the room below a line."""

    name: Literal["wide", "narrow"]
    width: float
    text: float
    leading: float

    @property
    def is_wide(self) -> bool:
        """Tell whether labels have room beside the bars."""
        return self.name == "wide"


WIDE = Layout("wide", width=680, text=13, leading=17)
NARROW = Layout("narrow", width=320, text=12.5, leading=16)


@dataclass(frozen=True)
class Drawing:
    """What is drawn, and how high it is."""

    height: float
    content: Markup


def framed(
    kind: str, about: About, draw: Callable[[Layout], Drawing], keys: Sequence[Key]
) -> Markup:
    """Put both drawings of a chart into a figure."""
    parts = [_svg(about, layout, draw(layout)) for layout in (WIDE, NARROW)]
    parts += [key_list(keys)]
    if about.caption:
        parts.append(element("figcaption", about.caption))
    return element("figure", *parts, class_=f"cb-chart cb-chart--{kind}")


def _svg(about: About, layout: Layout, drawing: Drawing) -> Markup:
    own = replace(about, id=f"{about.id}-{layout.name}")
    return titled_svg(own, drawing, layout.width, f"cb-chart__{layout.name}")


def titled_svg(about: About, drawing: Drawing, width: float, class_: str) -> Markup:
    """Write a drawing with the texts by which it is known to a screen reader."""
    texts = {"title": about.title, "desc": about.description}
    said = {tag: text for tag, text in texts.items() if text}
    return element(
        "svg",
        *(element(tag, text, id=f"{about.id}-{tag}") for tag, text in said.items()),
        drawing.content,
        role="img",
        aria_labelledby=" ".join(f"{about.id}-{tag}" for tag in said),
        viewBox=f"0 0 {width:g} {ceil(drawing.height)}",
        class_=class_,
    )
