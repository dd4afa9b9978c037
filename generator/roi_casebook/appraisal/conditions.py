"""What would have to be true: the bridge from gross to base case, one input at a time, switching values.

All are scenarios of the same flows (`roi/scenarios.py`); here stands which inputs they move, and
between which ends.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from roi_casebook.appraisal.amounts import amount_trees, inputs_of, parsed, share_value
from roi_casebook.appraisal.appraise import Appraisal, AppraisedCase
from roi_casebook.appraisal.case_flows import stated_shares
from roi_casebook.appraisal.drawing import placed
from roi_casebook.case import Case
from roi_casebook.case.lines import MoneyLine
from roi_casebook.case.named_inputs import GROWS
from roi_casebook.roi.beside_base.two_way import BetweenEnds, TwoWay, two_way
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.figure_table import NPV, ROI
from roi_casebook.roi.scenarios import BridgeStep, Swing, bridge, switching_values, tornado
from roi_casebook.written.scalars import UNKNOWN

WIDEST = 10.0
"""How many times its value an input that is no share may grow when its switching value is sought."""


@dataclass(frozen=True)
class Switching:
    """At which values of one input the whole breaks even, others as they are.

    base: its value in the case; at: where net present value is zero, rising; empty where it is
    nowhere within low to high.
    """

    name: str
    base: float
    low: float
    high: float
    at: tuple[float, ...]


@dataclass(frozen=True)
class Conditions:
    """What would have to be true for a reading to pay back, or not to.

    bridge: from the gross figure to the base case, empty where there is no ROI, the gross figure
    alone where nothing changes it;
    tornado: one input at a time at its 10th and 90th percentile, the widest swing first;
    interactions: whether the inputs move the whole more together than one at a time; rosier:
    whether the base case is better (True) or worse (False) than half of its own draws around the
    middle, None where it lies within them; two_way: the two inputs that decide, at once; None where
    they do not decide between gain and loss, or something unknown stands beside them.
    """

    bridge: tuple[BridgeStep, ...]
    tornado: tuple[Swing, ...]
    switching: tuple[Switching, ...]
    interactions: bool
    rosier: bool | None
    two_way: TwoWay | None = None


def conditions(appraised: AppraisedCase, appraisal: Appraisal) -> Conditions:
    """Say what would have to be true in one reading of a case."""
    case, flows = appraised.case.as_read(appraisal.reading), appraisal.flows
    lines = appraisal.lines
    if appraisal.figures[NPV].reason:
        return Conditions((), (), (), interactions=False, rosier=None)
    place = partial(placed, case, lines, appraised.amounts)
    base = _bases(case, lines, appraised.amounts)
    ends = {name: stated.outer() for name, stated in appraisal.ranges.items()}
    swings = tornado(flows, place, ends, base)
    switching = tuple(
        _switching(name, value, room, partial(switching_values, flows, place))
        for name, value in base.items()
        if (room := _admissible(case, name, value)) != NO_ROOM
    )
    spans = _deciding(swings, ends, switching)
    is_exact = not (appraisal.figures[NPV].side or appraisal.figures[NPV].is_about)
    rooms = {one.name: (one.low, one.high) for one in switching}
    grid = (
        two_way(
            flows, place, *spans, sought=rooms.get(spans[0].name, (spans[0].low, spans[0].high))
        )
        if spans and is_exact
        else None
    )
    return Conditions(
        bridge=_bridge(appraisal),
        tornado=swings,
        switching=switching,
        interactions=_interact(appraisal, swings),
        rosier=_rosier(appraisal.drawn.base_percentile),
        two_way=grid if grid and grid.decides else None,
    )


QUARTER = 0.25
"""By how much of itself an input without a range is moved where two are moved at once."""


def _deciding(
    swings: tuple[Swing, ...],
    ends: Mapping[str, tuple[float, float]],
    switching: tuple[Switching, ...],
) -> tuple[BetweenEnds, BetweenEnds] | None:
    """Give the two inputs that decide: those of the widest swings, then those nearest to break-even."""
    ranged = [BetweenEnds(one.name, *ends[one.name]) for one in swings if one.width]
    near = sorted(
        (one for one in switching if one.at and one.base and one.name not in ends), key=_distance
    )
    others = [
        BetweenEnds(
            one.name, *_clipped(sorted((one.base * (1 - QUARTER), one.base * (1 + QUARTER))), one)
        )
        for one in near
    ]
    found = [*ranged, *others][:2]
    return (found[0], found[1]) if len(found) == 2 else None  # noqa: PLR2004 -- a grid has two


def _distance(one: Switching) -> float:
    """Give how far an input must move to break even, in parts of itself."""
    return min(abs(value / one.base - 1) for value in one.at)


def _clipped(span: list[float], one: Switching) -> tuple[float, float]:
    return max(span[0], one.low), min(span[1], one.high)


def _bridge(appraisal: Appraisal) -> tuple[BridgeStep, ...]:
    """Give the steps that change something; a step that takes nothing is none."""
    if appraisal.figures[ROI].reason:
        return ()
    first, *others = bridge(appraisal.flows)
    before = (first, *others)
    steps = (
        step
        for last, step in zip(before, others, strict=False)
        if (last.npv, last.roi) != (step.npv, step.roi)
    )
    return (first, *steps)


def _bases(
    case: Case, lines: frozenset[str], amounts: Mapping[str, float | None]
) -> dict[str, float]:
    """Give the known inputs that those lines use, each with its value."""
    found: dict[str, float | None] = {}
    for name, line in case.lines().items():
        if name in lines:
            found |= _of_line(case, name, line, amounts)
    return {
        name: value for name, value in found.items() if value is not None and _may_vary(case, name)
    }


def _may_vary(case: Case, name: str) -> bool:
    """A conversion or a definition is what it is, whether ours or the case's own."""
    own = case.inputs.get(name)
    return name not in CONSTANTS and not (own and own.kind == "constant")


def _of_line(
    case: Case, name: str, line: MoneyLine, amounts: Mapping[str, float | None]
) -> dict[str, float | None]:
    shares = stated_shares(line)
    own = {
        f"{name}.{share}": share_value(stated, amounts)
        for share, stated in shares.items()
        if not isinstance(stated, str)
    }
    trees = [
        *(tree for tree in amount_trees(case, line).values() if tree is not None),
        *(
            parsed(share)
            for share in shares.values()
            if isinstance(share, str) and share != UNKNOWN
        ),
    ]
    return own | {used: amounts[used] for tree in trees for used in inputs_of(tree)}


def _switching(
    name: str, base: float, room: tuple[float, float], sought: partial[tuple[float, ...]]
) -> Switching:
    return Switching(name, base, *room, sought(name, *room))


def _admissible(case: Case, name: str, base: float) -> tuple[float, float]:
    """A share lies between none and all; any other number between zero and a multiple of its value.

    A share that is above all somewhere is no part of a whole but a factor, such as 120 % of a plan;
    so is what moves all years of a series. Growth lies between nothing left and twice as much.
    """
    if name.endswith(GROWS):
        return GROWTH_ROOM
    given = case.inputs.get(name)
    spread = given.range() if given else None
    is_share = given is None or (
        given.unit == "share"
        and not given.by_year
        and max(base, spread.high if spread else base) <= 1
    )
    first, last = sorted((0.0, base * WIDEST))
    return (0.0, 1.0) if is_share else (first, last)


GROWTH_ROOM = (-1.0, 1.0)
NO_ROOM = (0.0, 0.0)
"""Between nothing and nothing: a number of nothing that is no share."""
MIDDLE = (0.25, 0.75)
ADDITIVE = 0.5


def _rosier(percentile: float | None) -> bool | None:
    if percentile is None or MIDDLE[0] <= percentile <= MIDDLE[1]:
        return None
    return percentile > MIDDLE[1]


def _interact(appraisal: Appraisal, swings: tuple[Swing, ...]) -> bool:
    npv = appraisal.figures[NPV]
    if npv.p10 is None or npv.p90 is None or len(swings) < 2:  # noqa: PLR2004 -- one cannot interact
        return False
    return sum(swing.width for swing in swings[:2]) < ADDITIVE * (npv.p90 - npv.p10)
