"""Five small locks, full or hollow: how strong the evidence is, as large as the text around."""

from functools import lru_cache

from markupsafe import Markup

from roi_casebook.charts.frame import About, Drawing, titled_svg
from roi_casebook.charts.svg import element, joined

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
