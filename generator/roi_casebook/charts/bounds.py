"""What a mark shows beside its place: on which side of it the number lies, where it is a bound."""

from typing import Literal

from markupsafe import Markup

from roi_casebook.charts.svg import Place, joined, line, polygon

ARROW = 12.0
"""How far an arrow leads away from its mark."""
_HEAD, _HALF = 5.0, 3.5
Bound = Literal["at_most", "at_least", "either"]
Way = tuple[int, int]
ACROSS: dict[Bound, tuple[Way, ...]] = {
    "at_most": ((-1, 0),),
    "at_least": ((1, 0),),
    "either": ((-1, 0), (1, 0)),
}
"""Which ways a bound leads on a horizontal axis."""
UPRIGHT: dict[Bound, tuple[Way, ...]] = {
    "at_most": ((0, 1),),
    "at_least": ((0, -1),),
    "either": ((0, 1), (0, -1)),
}
"""Which ways it leads on an upright one; heights count from above."""


def arrows(centre: Place, radius: float, ways: tuple[Way, ...]) -> Markup:
    """Draw arrows from the edge of a mark towards where the number may lie."""
    return joined(_arrow(centre, radius, way) for way in ways)


def _arrow(centre: Place, radius: float, way: Way) -> Markup:
    (x, y), (right, down) = centre, way

    def at(away: float, aside: float = 0.0) -> Place:
        return x + right * away + down * aside, y + down * away + right * aside

    neck = radius + ARROW - _HEAD
    shaft = line(at(radius), at(neck), "arrow")
    return shaft + polygon((at(radius + ARROW), at(neck, -_HALF), at(neck, _HALF)), "head")
