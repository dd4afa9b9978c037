"""What a figure leaves open: the range that it was drawn in, and the side to which the unknown pushes it."""

from collections.abc import Mapping
from types import MappingProxyType

from roi_casebook.appraisal.claims.claimed import Claimed
from roi_casebook.roi.figures import Figure

OPEN: Mapping[str | None, frozenset[str]] = MappingProxyType(
    {
        "or_lower": frozenset({"lower"}),
        "or_higher": frozenset({"higher"}),
        "either": frozenset({"lower", "higher"}),
    }
)
"""The ways in which what is unknown may push a figure, by its side."""


def limits_of(figure: Figure) -> tuple[float, float]:
    """Give from where to where a figure was drawn; itself twice where it was not."""
    if figure.p10 is None or figure.p90 is None:
        return figure.value or 0.0, figure.value or 0.0
    return figure.p10, figure.p90


def is_on_open_side(one: Claimed, figure: Figure, ends: tuple[float, float]) -> bool:
    """Tell whether the claim lies where what is unknown may still push our figure."""
    ways = ways_open(figure)
    below, above = one.meant.low <= ends[1], one.meant.high >= ends[0]
    return ("lower" in ways and below) or ("higher" in ways and above)


def ways_open(figure: Figure) -> frozenset[str]:
    """Give the ways in which what is unknown may push a figure: lower, higher, both or none."""
    return OPEN.get(figure.side, frozenset())
