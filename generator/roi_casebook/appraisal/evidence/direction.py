"""Which way a result points: gain, loss, neither, both, or not known.

Apart from how sure it is. A figure that can only be at most so much tells a loss, never a gain.
"""

from collections.abc import Mapping
from math import inf
from typing import Literal

from roi_casebook.appraisal.evidence.grounds import Judged
from roi_casebook.roi.figures import Figure

Direction = Literal["positive", "mixed", "no_effect", "negative", "unknown"]


def direction_of(readings: Mapping[str | None, Judged], leading: str | None) -> Direction:
    """Give the direction of a case: that of the leading reading, mixed where others contradict it.

    A reading whose direction is not known contradicts nothing.
    """
    known = {direction_of_reading(reading) for reading in readings.values()} - {"unknown"}
    leads = direction_of_reading(readings[leading])
    return leads if leads == "unknown" or len(known) == 1 else "mixed"


def direction_of_reading(appraisal: Judged) -> Direction:
    """Give the direction of one reading."""
    if _nothing_came_back(appraisal):
        return "no_effect"
    return _of_ends(*_ends(appraisal.figures["npv"]))


def _nothing_came_back(appraisal: Judged) -> bool:
    """Tell whether benefits were measured and are nothing: the loss is then the cost alone."""
    if appraisal.flows.balances or not appraisal.flows.benefits:
        return False
    low, high = _ends(appraisal.figures["pv_benefits"])
    return low == high == 0


def _ends(figure: Figure) -> tuple[float, float]:
    """Give between which values a figure lies: P10 and P90 where drawn, no end beyond a bound."""
    if figure.value is None:
        return -inf, inf
    low = figure.value if figure.p10 is None else figure.p10
    high = figure.value if figure.p90 is None else figure.p90
    return (
        -inf if figure.bound == "at_most" else low,
        inf if figure.bound == "at_least" else high,
    )


def _of_ends(low: float, high: float) -> Direction:
    if low > 0:
        return "positive"
    if high < 0:
        return "negative"
    if low == high:
        return "no_effect"
    return "unknown" if inf in (-low, high) else "mixed"
