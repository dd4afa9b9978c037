"""What the two sides of some flows allow: a value, which way it may move, or why there is none.

A known part of the costs gives a return that is the most it can be, a known part of the benefits
one that is the least; what may move both ways bounds nothing. What a figure does not depend on
leaves it exact: it is asked at the far end of what is open, towards which each figure moves one way
only.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from math import isclose
from typing import Literal

import numpy as np

from roi_casebook.roi.algebra.arrays import Exact
from roi_casebook.roi.centre import centre, no_figure
from roi_casebook.roi.figure_table import FIGURES, NPV, FigureEntry
from roi_casebook.roi.figures import Cause, CauseKind, Figure, Reason, Side
from roi_casebook.roi.flows import Flows
from roi_casebook.roi.openings import BOTH, DOWN, UP, WAYS, Opening, Ways, together

Values = Mapping[str, Exact]
TWO_YEARS = 2
OtherLanes = AbstractSet[Literal["soft", "social", "no_soft"]]
"""The lanes beside money in which a case has results; no_soft: it has soft ones, and none is positive."""
MONEY_ALONE: OtherLanes = frozenset()


# Where there is no figure, whatever the numbers --------------------------------------------------


def reason_of_sides(flows: Flows, entry: FigureEntry, *, other_lanes: OtherLanes) -> Reason | None:
    """Give the reason why the sides, the horizon or the rate allow no figure, else None."""
    if flows.balances and not entry.of_balance:
        return _reason_beside_balance(flows, entry)
    if (reason := _unknown_side(flows, entry, other_lanes=other_lanes)) is not None:
        return reason
    return "no_result" if _has_no_soft_result(entry, other_lanes) else _unfit_time(flows, entry)


def _has_no_soft_result(entry: FigureEntry, other_lanes: OtherLanes) -> bool:
    """Nothing can be said of the worth of soft results of which none is positive."""
    return entry.of_cost_alone and "no_soft" in other_lanes


def _reason_beside_balance(flows: Flows, entry: FigureEntry) -> Reason | None:
    """A side's present value stands beside a balance, as a part of it; a ratio does not."""
    one_sided = not (entry.with_costs and entry.with_benefits)
    lines = flows.costs if entry.with_costs else flows.benefits
    if one_sided and any(not line.is_unknown for line in lines):
        return _unfit_time(flows, entry)
    return "only_net_known"


def _unknown_side(flows: Flows, entry: FigureEntry, *, other_lanes: OtherLanes) -> Reason | None:
    if flows.balances:
        return "net_unknown" if any(line.has_gap for line in flows.balances) else None
    if entry.with_costs and all(line.is_unknown for line in flows.costs):
        return "cost_unknown"
    if entry.with_benefits and all(line.is_unknown for line in flows.benefits):
        return reason_without_benefit(flows, entry, other_lanes=other_lanes)
    return None


def reason_without_benefit(
    flows: Flows, entry: FigureEntry, *, other_lanes: OtherLanes
) -> Reason | None:
    """Where nothing but soft results came, what these would have to be worth can still be told."""
    if flows.benefits or not other_lanes - {"no_soft"}:
        return "benefit_unknown"
    if entry.of_cost_alone and "soft" in other_lanes:
        return None
    return "social_only" if "social" in other_lanes else "soft_only"


def _unfit_time(flows: Flows, entry: FigureEntry) -> Reason | None:
    if flows.is_present and entry.of_moments:
        return "present_values_only"
    if entry.spans_years and flows.years == 0:
        return "too_short"
    if entry.out_and_back and (reason := _on_the_way(flows)):
        return reason
    spread = entry.spreads and flows.years > 0 and flows.discount_rate is None
    return (
        "rate_missing" if spread or (entry.discounts and _rate_is_missing(flows, entry)) else None
    )


def _on_the_way(flows: Flows) -> Reason | None:
    """Say why not all costs stand at the start and all benefits at the end, or why that is not known.

    A cost or benefit on the way that is not known may be nought: it is what is not known that counts.
    """
    late = [each for line in flows.costs for each in line.amounts[1:]]
    early = [each for line in flows.benefits for each in line.amounts[:-1]]
    if any(each for each in (*late, *early)):
        return "along_the_way"
    if None in late:
        return "cost_unknown"
    return "benefit_unknown" if None in early else None


def _rate_is_missing(flows: Flows, entry: FigureEntry) -> bool:
    """Tell whether a line that the figure counts needs a rate, and none is stated."""
    counted = (
        *(flows.costs if entry.with_costs else ()),
        *(flows.benefits if entry.with_benefits else ()),
        *(flows.balances if entry.of_balance else ()),
    )
    return flows.discount_rate is None and any(any(line.known()[1:]) for line in counted)


# Which way what is open pushes a figure ------------------------------------------------------------

SIDES: Mapping[Ways, Side] = {ways: side for side, ways in WAYS.items()}
NONE: Ways = frozenset()
SAME = 1e-9
"""By how much a figure may differ and is the same: it is rounded where it leaves this room."""
GAPS = frozenset({"amount", "share"})


def sided(
    figure: Figure,
    flows: Flows,
    entry: FigureEntry,
    values: Values,
    found: tuple[Opening, ...],
) -> Figure:
    """Make of a figure of what is known one that holds whatever the unknown is."""
    if figure.value is None:
        return _blamed(figure, flows, entry, values, found)
    pushes = [(one, _pushes(one, figure, flows, entry, values)) for one in found]
    pushes = [(one, ways - _idle(pushes, figure, flows, entry)) for one, ways in pushes]
    whole = NONE.union(*(ways for one, ways in pushes if not one.is_about))
    if _says_nothing(figure, entry, whole):
        gaps = [one for one, ways in pushes if ways and one.kind in GAPS]
        is_cost = any(one.side == "costs" for one in gaps)
        return no_figure(entry, "cost_unknown" if is_cost else "benefit_unknown")
    return replace(
        figure,
        side=SIDES[whole] if whole else None,
        because=_causes(pushes),
        is_about=any(ways and one.is_about for one, ways in pushes),
    )


def _says_nothing(figure: Figure, entry: FigureEntry, ways: Ways) -> bool:
    """Tell whether it is only known to be nought or more, which anybody could say.

    A time or a need of nought is news: at once, or nothing at all.
    """
    is_amount = (entry.is_never_negative or entry.is_benefit) and not entry.has_steps
    return is_amount and figure.value == 0 and ways == UP


def _idle(
    pushes: Iterable[tuple[Opening, Ways]], figure: Figure, flows: Flows, entry: FigureEntry
) -> Ways:
    """Give the ways in which nothing moves a figure, be all at its far end that pushes it so.

    Together, not one by one: what one alone leaves as it is, two may change.
    """
    idle = set()
    for way in BOTH:
        pushing = [one for one, ways in pushes if way in ways]
        if pushing and all(one.far for one in pushing):
            there = centre(entry, *together(flows, pushing))
            if there.value is not None and _is_same(figure, there.value):
                idle.add(way)
    return frozenset(idle)


def _causes(pushes: Iterable[tuple[Opening, Ways]]) -> tuple[Cause, ...]:
    """Give each cause once, with all ways in which it pushes."""
    found: dict[tuple[CauseKind, str, str], Ways] = {}
    for one, ways in pushes:
        if ways and not one.is_about:
            key = (one.kind, one.name, one.part)
            found[key] = found.get(key, NONE) | ways
    return tuple(Cause(*key, SIDES[ways]) for key, ways in found.items())


def _pushes(one: Opening, figure: Figure, flows: Flows, entry: FigureEntry, values: Values) -> Ways:
    """Say in which ways an opening may move a figure."""
    if one.side == "inputs":
        ways = _ways_of_input(one, figure, flows, entry, values)
    else:
        ways = ways_of_side(one, entry, values)
    if ways and entry.outlay_first and not _outlay_comes_first(values):
        return BOTH
    is_least = entry.is_never_negative and figure.value == 0
    return ways - DOWN if is_least else ways


def _outlay_comes_first(values: Values) -> bool:
    """Tell whether the first net flow is an outlay and the last a return."""
    flows = np.trim_zeros(np.asarray(values["net_flow"])[0, :, 0])
    return bool(flows[0] < 0 < flows[-1])


def ways_of_side(one: Opening, entry: FigureEntry, values: Values) -> Ways:
    """Say in which ways what is open in the lines of a side may move a figure."""
    if one.side == "balances":  # the balance hides more of this side
        return NONE if entry.of_balance else UP
    if one.part == entry.without and one.part:
        return NONE
    direction = entry.with_benefits if one.side == "benefits" else entry.with_costs
    if one.side == "costs" and entry.divided:
        direction *= int(np.sign(values[entry.divided].item()))  # type: ignore[assignment]
    return frozenset(direction * way for way in one.ways if direction)  # type: ignore[misc]


def _ways_of_input(
    one: Opening, figure: Figure, flows: Flows, entry: FigureEntry, values: Values
) -> Ways:
    """Say where a figure lies at the values that an input may have; anywhere where it has none.

    A time, and what is needed, may stay what it is while one input moves, and not while two do:
    they move as the net present value does.
    """
    if entry.has_steps:
        npv = FIGURES[NPV]
        ways = _ways_of_input(one, centre(npv, flows, values), flows, npv, values)
        return frozenset(entry.with_benefits * way for way in ways)  # type: ignore[misc]
    there = [centre(entry, flows, each).value for each in one.at]
    if set(there) == {None}:
        return BOTH
    found = (value for value in there if value is not None and not _is_same(figure, value))
    return frozenset(1 if value > (figure.value or 0.0) else -1 for value in found)


def _is_same(figure: Figure, value: float) -> bool:
    return isclose(value, figure.value or 0.0, rel_tol=SAME)


# Where there is no figure ------------------------------------------------------------------------


def _years_with_money(flows: Flows) -> set[int]:
    """Give the years in which some line stands, known or not: within one, no sign can change."""
    lines = (*flows.costs, *flows.benefits, *flows.balances)
    return {year for line in lines for year, amount in enumerate(line.amounts) if amount != 0}


def gaps_of(entry: FigureEntry, found: tuple[Opening, ...], side: str) -> Ways:
    """Say which way what is not known may move a side of the flows."""
    ways = (
        one.ways
        for one in found
        if one.side == side and one.kind in GAPS and (not one.part or one.part != entry.without)
    )
    return NONE.union(*ways)


def _blamed(
    figure: Figure,
    flows: Flows,
    entry: FigureEntry,
    values: Values,
    found: tuple[Opening, ...],
) -> Figure:
    """A gap that could turn the reason into a value is the reason that counts."""
    of_costs = gaps_of(entry, found, "costs")
    of_benefits = gaps_of(entry, found, "benefits")
    if not (of_costs or of_benefits):
        return figure
    if figure.reason == "no_sign_change" and len(_years_with_money(flows)) < TWO_YEARS:
        return figure
    if not _is_cured(figure.reason, of_costs, of_benefits, values["net_flow"]):
        return figure
    is_cost = figure.reason == "zero_cost" or not of_benefits
    return no_figure(entry, "cost_unknown" if is_cost else "benefit_unknown")


def _is_cured(reason: Reason | None, of_costs: Ways, of_benefits: Ways, net: Exact) -> bool:
    """Tell whether what is not known may give the figure that there is not."""
    more = bool(UP & of_benefits or DOWN & of_costs)
    less = bool(DOWN & of_benefits or UP & of_costs)
    match reason:
        case "multiple_roots" | "money_first":
            return True
        case "not_recovered" | "loss_itself":
            return more
        case "zero_cost" | "cost_is_saving":
            return bool(of_costs)
        case "no_sign_change":
            return (more and bool(np.any(net <= 0))) or (less and bool(np.any(net > 0)))
    return False
