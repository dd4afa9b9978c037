"""What a published ratio implies where one side of it is known: what came back, or what it cost.

It is no figure of ours: it says what would have to be true for the claim to hold. Its bound follows
from how the claim is hedged and from the side of what is known; where these pull apart there is none
to tell.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import Any, Literal

from roi_casebook.appraisal.claims.bases import RATIOS, readings_of
from roi_casebook.appraisal.claims.claim_units import is_pure, unit_named
from roi_casebook.appraisal.claims.claimed import CaseOfClaims, inherited
from roi_casebook.appraisal.claims.claimed_lane import lane_of
from roi_casebook.appraisal.claims.published import speaks_of_the_whole
from roi_casebook.appraisal.claims.verdict import UNTRUE, Verdict
from roi_casebook.case import Says
from roi_casebook.case.claims import ClaimedLane
from roi_casebook.roi.algebra.expressions import Node
from roi_casebook.roi.algebra.tracing import traced_quantities
from roi_casebook.roi.figure_table import BENEFIT, COST, SOCIAL_FIGURES
from roi_casebook.roi.figures import Bound, Figure, leaving
from roi_casebook.roi.quantities import (
    IMPLIED_AXES,
    IMPLIED_QUANTITIES,
    implied_cost_of_ratio,
    implied_cost_of_return,
    implied_gain_of_ratio,
    implied_gain_of_return,
)

Of = Literal["gain", "cost"]
Way = Literal[1, -1]
NET, GROSS = "claimed_return", "claimed_ratio"
CALLED = {"net": NET, "gross": GROSS}
RATIO_OF = MappingProxyType({kind: CALLED[left] for kind, left in RATIOS.items()})
"""The kinds of claim that are a ratio to the cost, with what the equations call it."""
SOCIAL_GAIN = next(name for name, entry in SOCIAL_FIGURES.items() if entry.is_benefit)
GAINS: Mapping[ClaimedLane, str] = MappingProxyType({"hard": BENEFIT, "social": SOCIAL_GAIN})
"""What came back, in each lane."""
EQUATIONS: Mapping[tuple[Of, str], Callable[..., Any]] = MappingProxyType(
    {
        ("gain", NET): implied_gain_of_return,
        ("gain", GROSS): implied_gain_of_ratio,
        ("cost", NET): implied_cost_of_return,
        ("cost", GROSS): implied_cost_of_ratio,
    }
)
TREES = MappingProxyType(traced_quantities(quantities=IMPLIED_QUANTITIES, axes=IMPLIED_AXES))
HEDGED: Mapping[str | None, Way | None] = MappingProxyType({"over": 1, "up-to": -1})
OPEN: Mapping[str | None, Way | None] = MappingProxyType({"or_higher": 1, "or_lower": -1})
BOUNDS: Mapping[Way, Bound] = MappingProxyType({1: "at_least", -1: "at_most"})


@dataclass(frozen=True)
class Implied:
    """What a claim implies: what came back in all (gain), or what it cost.

    equation: its quantity; terms: what it is made of, by their names in it; low, high: from where to
    where it lies, by the range of what is known and of what is claimed; the value twice without one.
    """

    of: Of
    lane: ClaimedLane
    reading: str | None
    equation: str
    terms: Mapping[str, float]
    value: float
    low: float
    high: float
    bound: Bound | None
    is_about: bool

    @property
    def tree(self) -> Node:
        """The formula of it."""
        return TREES[self.equation]


def implied_by_claims(
    judged: CaseOfClaims, verdicts: Mapping[str, Verdict]
) -> Mapping[str, Implied]:
    """Give what each claimed ratio of the whole implies that may be true, by the id of its claim."""
    found = ((name, _implied(judged, name)) for name in _ratios(judged, verdicts))
    return MappingProxyType({name: one for name, one in found if one is not None})


def _ratios(judged: CaseOfClaims, verdicts: Mapping[str, Verdict]) -> Iterator[str]:
    for name, claim in judged.case.claims.items():
        says = claim.says
        is_ratio = says.what in RATIO_OF and _is_plain(says) and says.ends is not None
        may_be_true = verdicts[name].state not in UNTRUE
        if is_ratio and may_be_true and speaks_of_the_whole(judged, name, lane_of(judged, name)):
            yield name


def _is_plain(says: Says) -> bool:
    return says.unit == "share" or is_pure(unit_named(says.unit))


def _implied(judged: CaseOfClaims, name: str) -> Implied | None:
    """Give what a ratio implies of the one side that is not known; None where both are, or neither."""
    claim, lane = inherited(judged.case, name), lane_of(judged, name)
    reading = claim.reading or judged.case.leading_reading()
    appraisal = readings_of(judged, lane).get(reading) or judged.readings.get(reading)
    if appraisal is None:
        return None
    cost, gain = appraisal.figures[COST], appraisal.figures.get(GAINS[lane])
    if _is_known(cost) and (gain is None or gain.value is None):
        return _of("gain", cost, claim.says, lane, reading)
    if gain is not None and _is_known(gain) and cost.value is None:
        return _of("cost", gain, claim.says, lane, reading)
    return None


def _is_known(figure: Figure) -> bool:
    return figure.value is not None and figure.value > 0 and figure.side != "either"


def _of(
    of: Of, known: Figure, says: Says, lane: ClaimedLane, reading: str | None
) -> Implied | None:
    argument = RATIO_OF[says.what]
    claimed = says.ends or (0.0, 0.0)
    side = COST if of == "gain" else BENEFIT
    ways: set[Way] = {way for way in (OPEN.get(known.side), _hedge(of, says)) if way is not None}
    is_positive = min(claimed) > (-1.0 if argument == NET else 0.0)
    if not is_positive or len(ways) > 1:
        return None
    equation = EQUATIONS[of, argument]
    ends = (known.p10, known.p90) if known.p10 is not None and known.p90 is not None else ()
    corners = [
        equation(**{side: one, argument: other})
        for one, other in product(ends or (known.value,), claimed)
    ]
    terms = {side: known.value or 0.0, argument: says.number or 0.0}
    return Implied(
        of=of,
        lane=lane,
        reading=reading,
        equation=equation.__name__,
        terms=MappingProxyType(terms),
        value=leaving(equation(**terms)),
        low=leaving(min(corners)),
        high=leaving(max(corners)),
        bound=BOUNDS[ways.pop()] if ways else None,
        is_about=says.bound == "about" or known.is_about,
    )


def _hedge(of: Of, says: Says) -> Way | None:
    """Give which way a hedge pushes what is implied: more of a ratio is more gain, or less cost."""
    way = HEDGED.get(says.bound)
    if way is None or of == "gain":
        return way
    return -1 if way > 0 else 1
