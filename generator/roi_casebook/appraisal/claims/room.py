"""What a figure leaves open: the range that it was drawn in, and the side to which the unknown pushes it."""

from collections.abc import Mapping
from types import MappingProxyType

from roi_casebook.appraisal.claims.claimed import Claimed
from roi_casebook.appraisal.claims.printed import Interval
from roi_casebook.roi.figures import Bound, Figure

OPEN: Mapping[str | None, frozenset[str]] = MappingProxyType(
    {
        "or_lower": frozenset({"lower"}),
        "or_higher": frozenset({"higher"}),
        "either": frozenset({"lower", "higher"}),
    }
)
"""The ways in which what is unknown may push a figure, by its side."""
BOUNDS: Mapping[str | None, Bound] = MappingProxyType({"over": "at_least", "up-to": "at_most"})
"""The bound of a figure that says the same as that of a claim."""


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


def is_same_bound(one: Claimed, figure: Figure) -> bool:
    """Tell whether claim and figure are a bound of the same kind: "more than" held by "at least".

    Only where inputs that are stated so make it one: what is not known at all is left out, and told.
    """
    is_stated = all(cause.kind == "stated" for cause in figure.because)
    return is_stated and figure.bound is not None and BOUNDS.get(one.says.bound) == figure.bound


def wanted_by(one: Claimed, figure: Figure) -> Interval:
    """What is known only in part is met by the printed digits, not by how they are hedged."""
    return one.printed if ways_open(figure) else one.meant
