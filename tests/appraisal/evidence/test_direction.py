"""Direction: the sign that the figures allow, over all readings."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest

from roi_casebook.appraisal.basis import Basis
from roi_casebook.appraisal.evidence.ratings import Direction, direction_of, direction_of_reading
from roi_casebook.roi.figures import Bound, Figure
from roi_casebook.roi.flows import Flows, Line
from roi_casebook.roi.ranges import Range
from tests.appraisal.judged_case import evidence_with, grounds_with, real_evidence
from tests.roi.sided import bounded

BASIS = grounds_with().appraisal.basis
GAIN = Flows(years=1, benefits=(Line("gain", (0.0, 5.0)),))
BALANCE = Flows(years=1, balances=(Line("loss", (-5.0, 0.0)),))


@dataclass(frozen=True)
class Reading:
    """What of an appraisal a direction is read from."""

    figures: dict[str, Figure]
    flows: Flows = GAIN
    reading: str | None = None
    lines: frozenset[str] = frozenset()
    basis: Basis = BASIS
    ranges: Mapping[str, Range] = field(default_factory=dict)


def reading(
    npv: float | None,
    bound: Bound | None = None,
    drawn: tuple[float, float] | None = None,
    benefits: float = 5.0,
) -> Reading:
    low, high = drawn or (None, None)
    figure = (
        Figure("npv", "money", reason="cost_unknown")
        if npv is None
        else bounded("npv", "money", npv, bound, p10=low, p90=high)
    )
    return Reading({"npv": figure, "pv_benefits": Figure("pv_benefits", "money", benefits)})


@pytest.mark.parametrize(
    ("judged", "direction"),
    [
        (reading(5), "positive"),
        (reading(-5), "negative"),
        (reading(0), "no_effect"),
        (reading(None), "unknown"),
        (reading(5, "at_least"), "positive"),
        (reading(5, "at_most"), "unknown"),  # at most a gain may well be a loss
        (reading(-5, "at_most"), "negative"),
        (reading(-5, "at_least"), "unknown"),
        (reading(0, "at_most"), "unknown"),
        (reading(5, drawn=(1, 9)), "positive"),
        (reading(-5, drawn=(-9, -1)), "negative"),
        (reading(5, drawn=(-1, 9)), "mixed"),
        (reading(5, "at_most", drawn=(1, 9)), "unknown"),
        (reading(-5, benefits=0), "no_effect"),  # a trial that found nothing
    ],
)
def test_the_sign_that_a_figure_allows(judged: Reading, direction: Direction) -> None:
    assert direction_of_reading(judged) == direction


def test_a_balance_is_no_measured_nothing() -> None:
    loss = replace(reading(-5, benefits=0), flows=BALANCE)
    assert direction_of_reading(loss) == "negative"


@pytest.mark.parametrize(
    ("leads", "other", "direction"),
    [
        (5, 9, "positive"),
        (5, None, "positive"),
        (5, -5, "mixed"),
        (5, 0, "mixed"),
        (None, -5, "unknown"),  # what leads is not known
    ],
)
def test_other_readings_may_contradict(
    leads: float | None, other: float | None, direction: Direction
) -> None:
    assert direction_of({"a": reading(leads), "b": reading(other)}, "a") == direction


def test_the_real_cases_point_where_their_numbers_do() -> None:
    assert evidence_with().direction == "positive"
    # Gifts were more than twice the budget; how many would have come anyway nobody says.
    assert real_evidence("depaul-ihobo").direction == "unknown"
    assert real_evidence("need-a-cake").direction == "negative"
    # At most a gain: running costs are unknown, and how much would not have been spent anyway.
    assert real_evidence("ibm-enterprise-tagging").direction == "unknown"
    assert real_evidence("ibm-internal-blogs").direction == "unknown"
    assert real_evidence("foiled-cupcakes").direction == "unknown"
