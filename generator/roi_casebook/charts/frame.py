"""What is around every chart: its one drawing, its key, its caption.

SVG text grows and shrinks with its drawing. So a chart is drawn once, for the narrowest room, and
never shown much larger: its text is between 11 pixels, on a phone of 320, and about that of the page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from roi_casebook.charts.keys import Key, key_list
from roi_casebook.charts.svg import element


@dataclass(frozen=True)
class About:
    """What a chart says to those who do not see it, and below it to all.

    id: unique on the page; title: what is shown, or what was found; description: what it shows, in a
    sentence or two; caption: plain text below the chart, "" for none; is_headed: the title is a
    finding that all read, above the chart. A description that the caption gives is not said in the
    drawing as well: it would be heard twice.
    """

    id: str
    title: str
    description: str
    caption: str = ""
    is_headed: bool = False


@dataclass(frozen=True)
class Layout:
    """A drawing: its width, the size of its text and of the room below a line."""

    width: float
    text: float
    leading: float


LAYOUT = Layout(width=320, text=12.5, leading=16)


@dataclass(frozen=True)
class Drawing:
    """What is drawn, and how high it is."""

    height: float
    content: Markup


def framed(
    kind: str, about: About, draw: Callable[[Layout], Drawing], keys: Sequence[Key]
) -> Markup:
    """Put the drawing of a chart into a figure."""
    drawing = titled_svg(about, draw(LAYOUT), LAYOUT.width, "cb-chart__drawing")
    parts = [_head(about), drawing, key_list(keys)]
    if about.caption:
        # no figcaption: it would name the figure, and be heard again as its text
        parts.append(element("p", about.caption, class_="cb-chart__caption"))
    return element("figure", *parts, class_=f"cb-chart cb-chart--{kind}")


def _head(about: About) -> Markup:
    if not about.is_headed:
        return Markup()
    return element(
        "p", about.title, id=f"{about.id}-title", class_="cb-chart__title", aria_hidden="true"
    )


def titled_svg(about: About, drawing: Drawing, width: float, class_: str) -> Markup:
    """Write a drawing with the texts by which it is known to a screen reader; one above it is not told twice."""
    description = "" if about.description == about.caption else about.description
    texts = {"title": about.title, "desc": description}
    said = {tag: text for tag, text in texts.items() if text}
    within = {tag: text for tag, text in said.items() if tag == "desc" or not about.is_headed}
    return element(
        "svg",
        *(element(tag, text, id=f"{about.id}-{tag}") for tag, text in within.items()),
        drawing.content,
        role="group" if "<a " in drawing.content else "img",  # else its links are heard by nobody
        aria_labelledby=" ".join(f"{about.id}-{tag}" for tag in said),
        viewBox=f"0 0 {width:g} {ceil(drawing.height)}",
        class_=class_,
    )
