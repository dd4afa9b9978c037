"""What is open in some flows: what is not known, stated as a bound or left out, and how it may lie.

Each opening says of which side it is, which way it may push that, and how the flows would be at its
far end: a figure that is the same where all that push it one way are at theirs depends on none of
them. Of an input that is stated as a bound the ways are not told beforehand: it may stand in
several lines, and in formulas.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal

import numpy as np

from roi_casebook.roi.algebra.arrays import Exact, exact
from roi_casebook.roi.algebra.tracing import computed
from roi_casebook.roi.figure_table import Direction
from roi_casebook.roi.figures import CauseKind, Side
from roi_casebook.roi.finding import turnover
from roi_casebook.roi.flows import Drawn, Flows, Line
from roi_casebook.roi.quantities import OF_ALL_LANES

OfSide = Literal["costs", "benefits", "balances", "inputs"]
Hedge = Literal["about", "up-to", "over"]
"""What stands before a number in its source."""
Ways = frozenset[Direction]
Values = Mapping[str, Exact]
UP: Ways = frozenset({1})
DOWN: Ways = frozenset({-1})
BOTH: Ways = frozenset({1, -1})
NOWHERE: Ways = frozenset()
WAYS: Mapping[Side, Ways] = {"or_higher": UP, "or_lower": DOWN, "either": BOTH}
FAR = 1000.0
"""How many times all known money an unknown amount is at its far end."""
WHOLE = 1.0
RISKS = frozenset({"cost_risk", "benefit_risk"})
"""The shares that are always against the case."""
NOTHING_OF_IT: Mapping[str, float] = {"margin": 0.0}
"""A share that is not known takes all at its far end; a margin leaves nothing."""


@dataclass(frozen=True)
class StatedInput:
    """An input that its source states as "up to", "over" or "about".

    at: where it stands in the flows, with the values there for some values that it may have, all
    shaped (scenario,).
    """

    name: str
    hedge: Hedge
    at: Drawn


@dataclass(frozen=True)
class Opening:
    """One thing that may push the figures of some flows.

    name, part: as in `Cause`; side: of which side of the flows it is; ways: in which it may push
    that, empty for inputs; far: gives the flows with this at its far end, None where nothing can be
    said of how they would be; at: of an input, the quantities at several values of it.
    """

    kind: CauseKind
    name: str
    part: str
    side: OfSide
    ways: Ways
    far: Callable[[Flows], Flows] | None = None
    at: tuple[Values, ...] = ()
    is_about: bool = False


NOTHING_STATED: tuple[StatedInput, ...] = ()


def openings(
    flows: Flows, values: Values, stated: tuple[StatedInput, ...] = NOTHING_STATED
) -> tuple[Opening, ...]:
    """Give all that is open in some flows, in the order of their lines."""
    far = FAR * max(float(np.sum(turnover(values))), 1.0)
    return (
        *_of_lines(flows, "costs", far),
        *_of_lines(flows, "benefits", far),
        *(Opening("hidden", line.name, "", "balances", UP) for line in flows.balances),
        *_left_out("reading_leaves_out", flows.reading, flows.leaves_out, "benefits"),
        *(_of_input(one, flows) for one in stated),
    )


# Lines -------------------------------------------------------------------------------------------


def _of_lines(flows: Flows, side: Literal["costs", "benefits"], far: float) -> Iterator[Opening]:
    """Give what is open in the lines of a side.

    A share has no far end beside an amount that pushes the same way: all of it taken off would take
    off what is not known, too. Nor has one of gains and harms, which is furthest between its ends.
    """
    lines: tuple[Line, ...] = getattr(flows, side)
    for number, line in enumerate(lines):
        ends = tuple(_ends_of_amount(line, far))
        for ways, amount in ends:
            filled = tuple(amount if each is None else each for each in line.amounts)
            there = partial(_with, side, number, {"amounts": filled})
            yield Opening("amount", line.name, "", side, _through_margin(line, ways), there)
        of_amounts = NOWHERE.union(*(_through_margin(line, ways) for ways, _ in ends))
        for share in (name for name, value in line.shares.items() if value is None):
            taken = partial(_with_share, side, number, share)
            ways = _ways_of_share(line, share)
            ways = ways if share in RISKS else _through_margin(line, ways)
            is_told = share == "cost_risk" or (ways != BOTH and not ways & of_amounts)
            yield Opening("share", line.name, share, side, ways, taken if is_told else None)
        yield from _left_out("line_leaves_out", line.name, line.leaves_out, side)


def _through_margin(line: Line, ways: Ways) -> Ways:
    """Turn the ways of an amount into those of what is left of it: more of it is less at a margin below nought."""
    if (line.shares.get("margin") or 0.0) >= 0:
        return ways
    return frozenset(-way for way in ways)


def _with(
    side: Literal["costs", "benefits"], number: int, changes: Mapping[str, Any], flows: Flows
) -> Flows:
    """Give the flows with parts of one line changed."""
    lines: tuple[Line, ...] = getattr(flows, side)
    line = replace(lines[number], **changes)
    sides: dict[str, Any] = {side: (*lines[:number], line, *lines[number + 1 :])}
    return replace(flows, **sides)


def _with_share(side: Literal["costs", "benefits"], number: int, share: str, flows: Flows) -> Flows:
    """Give the flows with a share of one line that takes all of it."""
    lines: tuple[Line, ...] = getattr(flows, side)
    shares = {**lines[number].shares, share: NOTHING_OF_IT.get(share, WHOLE)}
    return _with(side, number, {"shares": shares}, flows)


def together(flows: Flows, chosen: Iterable[Opening]) -> tuple[Flows, Values]:
    """Give the flows with all these at their far ends, and their quantities."""
    for one in chosen:
        flows = one.far(flows) if one.far else flows
    return flows, computed(flows.arrays(), OF_ALL_LANES)


def _ends_of_amount(line: Line, far: float) -> Iterator[tuple[Ways, float]]:
    """Give the far ends of what is not known: nought or more, unless the case says otherwise.

    Where the first amount is not known and may be nought, a harm that drops off may begin later.
    """
    if not line.has_gap:
        return
    yield UP, far
    if line.may_be_negative:
        yield DOWN, -far
    starts_unknown = line.amounts[line.first] is None
    if starts_unknown and "drop_off" in line.shares and any(each < 0 for each in line.known()):
        yield DOWN, 0.0


def _ways_of_share(line: Line, share: str) -> Ways:
    """A share is taken off gains and harms alike; risk is always against the case."""
    if share == "cost_risk":
        return UP
    if share == "benefit_risk":
        return DOWN
    signs = {np.sign(amount) for amount in line.known()}
    return frozenset(way for way, sign in ((-1, 1), (1, -1)) if sign in signs)  # type: ignore[misc]


def _left_out(
    kind: CauseKind, name: str, pushes: tuple[Side, ...], side: OfSide
) -> Iterator[Opening]:
    for number, each in enumerate(pushes):
        yield Opening(kind, name, str(number), side, WAYS[each])


# Inputs that are bounds --------------------------------------------------------------------------


def _of_input(stated: StatedInput, flows: Flows) -> Opening:
    drawn = computed(flows.arrays(stated.at), OF_ALL_LANES)
    count = max((len(each) for each in stated.at.values()), default=0)
    at = tuple(_of_scenario(drawn, number) for number in range(count))
    return Opening(
        "stated", stated.name, "", "inputs", frozenset(), at=at, is_about=stated.hedge == "about"
    )


def _of_scenario(values: Values, number: int) -> Values:
    """Give one of several scenarios that stand side by side; what does not vary stands in all."""
    return {
        name: array if array.shape[2] == 1 else exact(array[:, :, number : number + 1])
        for name, array in values.items()
    }
