"""Five small locks, full or hollow: how strong the evidence is, as large as the text around.

The maturity gauge: a small bar of stages, one after the other, and a pin on the one reached.

Its words stand beside it as text of the page, so that they are as large as text is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from roi_casebook.charts.frame import About, Drawing, titled_svg
from roi_casebook.charts.svg import Box, Look, bar, element, joined, polygon

LOCKS = 5
_PITCH = 14.0
_WIDTH = _PITCH * LOCKS - 2
_HEIGHT = 16.0


@lru_cache(maxsize=64)  # a list draws the same few
def locks_glyph(count: int, text: str = "", id_: str = "") -> Markup:
    """Draw `count` full locks and the rest of the five hollow.

    text: what it says to those who do not see it, and id_, unique on the page; both "" where the
    same words stand beside it: then it is decoration.
    """
    drawn = joined(_lock(number * _PITCH, is_full=number < count) for number in range(LOCKS))
    if text:
        return titled_svg(About(id_, text, ""), Drawing(_HEIGHT, drawn), _WIDTH, "cb-locks")
    return element(
        "svg", drawn, aria_hidden="true", viewBox=f"0 0 {_WIDTH:g} {_HEIGHT:g}", class_="cb-locks"
    )


def _lock(x: float, *, is_full: bool) -> Markup:
    """Draw a bow over a body, 12 wide."""
    bow = f"M{x + 3:g} 8V5a3 3 0 0 1 6 0V8"
    body = element("rect", x=x + 1, y=7.5, width=10, height=7.5, rx=1.2)
    kind = "full" if is_full else "hollow"
    return element("g", element("path", d=bow), body, class_=f"cb-locks__{kind}")


LOOKS: tuple[Look, ...] = ("empty", "hollow", "solid", "falling")
STAGE = 36.0
TOP, THICK = 8.0, 8.0
PIN = 4.5


@dataclass(frozen=True)
class MaturityGauge:
    """Which of the stages too early, interim, mature, decayed is reached, 0 to 3.

    stage: None where it is not known, then there is no pin; share: how far into the stage, 0 to 1;
    text: the word beside the gauge; id: unique on the page; title, description: what it shows.
    """

    id: str
    title: str
    description: str
    text: str
    stage: int | None
    share: float = 0.5


def maturity_gauge(gauge: MaturityGauge) -> Markup:
    """Draw a gauge with its word."""
    width = STAGE * len(LOOKS) + 2 * PIN
    drawing = Drawing(TOP + THICK + 2, joined((*_stages(), _pin(gauge))))
    about = About(gauge.id, gauge.title, gauge.description)
    svg = titled_svg(about, drawing, width, "cb-gauge__bar")
    return element("span", svg, element("span", gauge.text), class_="cb-gauge")


def _stages() -> Sequence[Markup]:
    boxes = (Box(PIN + STAGE * k, TOP, STAGE, THICK) for k in range(len(LOOKS)))
    return [bar(box, look) for box, look in zip(boxes, LOOKS, strict=True)]


def _pin(gauge: MaturityGauge) -> Markup:
    if gauge.stage is None:
        return Markup()
    share = min(max(gauge.share, 0.0), 1.0)
    x = PIN + STAGE * (gauge.stage + share)
    return polygon(((x, TOP + 2), (x - PIN, 0), (x + PIN, 0)), "pin")
