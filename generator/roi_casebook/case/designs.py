"""How "would it have happened anyway?" was answered, and how much that answer can carry.

Levels after the Maryland scientific methods scale in the variant of What Works Centre for Local
Economic Growth, in which a difference in differences stands at 3 (others put it at 4), with a
level 0 for what is only told.
"""

from collections.abc import Mapping
from types import MappingProxyType

from roi_casebook.case.lines import BenefitLine, Design, NetLine

Result = BenefitLine | NetLine
"""A line that brings money back."""

LEVELS: Mapping[Design, int] = MappingProxyType(
    {
        "none": 0,  # nobody asked: the figure is a claim
        "tracked": 1,
        "self-reported": 1,  # those concerned said so
        "before-after": 1,
        "adjusted-before-after": 2,
        "expert-estimate": 2,
        "unmatched-comparison": 2,
        "difference-in-differences": 3,
        "matched-markets": 3,
        "interrupted-time-series": 3,
        "calibrated-model": 3,
        "regression-discontinuity": 4,
        "natural-experiment": 4,
        "flawed-experiment": 4,
        "randomised": 5,
    }
)
COMPARED = 3
"""From this level on the design itself holds the result against what happened without it."""


def design_of(line: Result) -> Design:
    """Give the design of a result; the weakest where it states none."""
    return line.without_it.design if line.without_it else "none"


def isolates(design: Design) -> bool:
    """Tell whether the design takes off what would have happened anyway, and what is due to others."""
    return LEVELS[design] >= COMPARED
