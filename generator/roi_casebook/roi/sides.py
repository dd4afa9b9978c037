"""What the two sides of some flows allow: a value, a bound, or the reason why there is no figure.

A known part of the costs gives a return that is the most it can be, a known part of the benefits
one that is the least; what may move both ways bounds nothing.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Literal

import numpy as np

from roi_casebook.roi.algebra.arrays import Exact
from roi_casebook.roi.figure_table import Direction, FigureEntry
from roi_casebook.roi.figures import Bound, Figure, Reason
from roi_casebook.roi.flows import Flows, Line

Values = Mapping[str, Exact]
TWO_YEARS = 2
OtherLanes = AbstractSet[Literal["soft", "social"]]
"""The lanes beside money in which a case has results."""
MONEY_ALONE: OtherLanes = frozenset()


# Where there is no figure, whatever the numbers --------------------------------------------------


def reason_of_sides(flows: Flows, entry: FigureEntry, *, other_lanes: OtherLanes) -> Reason | None:
    """Give the reason why the sides, the horizon or the rate allow no figure, else None."""
    if flows.balances and not entry.of_balance:
        return _reason_beside_balance(flows, entry)
    return _unknown_side(flows, entry, other_lanes=other_lanes) or _unfit_time(flows, entry)


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
        return _reason_without_benefit(flows, entry, other_lanes=other_lanes)
    return None


def _reason_without_benefit(
    flows: Flows, entry: FigureEntry, *, other_lanes: OtherLanes
) -> Reason | None:
    """Where nothing but soft results came, what these would have to be worth can still be told."""
    if flows.benefits or not other_lanes:
        return "benefit_unknown"
    if entry.of_cost_alone and "soft" in other_lanes:
        return None
    return "social_only" if "social" in other_lanes else "soft_only"


def _unfit_time(flows: Flows, entry: FigureEntry) -> Reason | None:
    if entry.spans_years and flows.years == 0:
        return "too_short"
    spread = entry.spreads and flows.years > 0 and flows.discount_rate is None
    return (
        "rate_missing" if spread or (entry.discounts and _rate_is_missing(flows, entry)) else None
    )


def _rate_is_missing(flows: Flows, entry: FigureEntry) -> bool:
    """Tell whether a line that the figure counts needs a rate, and none is stated."""
    counted = (
        *(flows.costs if entry.with_costs else ()),
        *(flows.benefits if entry.with_benefits else ()),
        *(flows.balances if entry.of_balance else ()),
    )
    return flows.discount_rate is None and any(any(line.known()[1:]) for line in counted)


# What is not known -------------------------------------------------------------------------------


def _costs_may_rise(flows: Flows) -> bool:
    return any(line.has_gap or None in line.shares.values() for line in flows.costs)


def _benefits_may_rise(flows: Flows, entry: FigureEntry) -> bool:
    """An amount is not known, or a share to be taken off a harm."""
    return any(line.has_gap for line in flows.benefits) or _may_shrink(flows, entry, -1)


def _benefits_may_fall(flows: Flows, entry: FigureEntry) -> bool:
    """A share to be taken off a gain is not known, or when a harm that drops off began."""
    return _may_shrink(flows, entry, 1) or any(map(_harm_may_begin_later, flows.benefits))


def _harm_may_begin_later(line: Line) -> bool:
    starts_unknown = line.amounts[line.first_year] is None
    return starts_unknown and "drop_off" in line.shares and any(a < 0 for a in line.known())


def _may_shrink(flows: Flows, entry: FigureEntry, sign: Direction) -> bool:
    """Tell whether an unknown share may be taken off amounts of this sign."""
    return any(
        _has_unknown_share(line, entry) and any(amount * sign > 0 for amount in line.known())
        for line in flows.benefits
    )


def _has_unknown_share(line: Line, entry: FigureEntry) -> bool:
    return any(value is None for name, value in line.shares.items() if name != entry.without)


def _moves(flows: Flows, entry: FigureEntry, values: Values) -> set[Direction]:
    """Say in which directions the figure may still move."""
    moves: set[Direction] = set()
    if entry.with_costs and _costs_may_rise(flows):
        moves.add(-entry.with_costs if _divides_harm(entry, values) else entry.with_costs)
    if entry.with_benefits and _benefits_may_rise(flows, entry):
        moves.add(entry.with_benefits)
    if entry.with_benefits and _benefits_may_fall(flows, entry):
        moves.add(-entry.with_benefits)
    if flows.balances and not entry.of_balance:
        moves.add(1)  # the balance hides more of this side
    return moves


def _divides_harm(entry: FigureEntry, values: Values) -> bool:
    return bool(entry.divided) and values[entry.divided].item() < 0


def _outlay_comes_first(values: Values) -> bool:
    """Tell whether the first net flow is an outlay and the last a return."""
    flows = np.trim_zeros(np.asarray(values["net_flow"])[0, :, 0])
    return len(flows) > 0 and bool(flows[0] < 0 < flows[-1])


def _bound(flows: Flows, entry: FigureEntry, values: Values) -> Bound | Literal["unbounded"] | None:
    moves = _moves(flows, entry, values)
    if not moves:
        return None
    if len(moves) > 1 or (entry.outlay_first and not _outlay_comes_first(values)):
        return "unbounded"
    return "at_least" if moves == {1} else "at_most"


# What remains ------------------------------------------------------------------------------------


def bounded(figure: Figure, flows: Flows, entry: FigureEntry, values: Values) -> Figure:
    """Make of a figure of what is known one that holds whatever the unknown is."""
    bound = _bound(flows, entry, values)
    if bound is None:
        return figure
    if figure.value is None:
        return _blamed(figure, flows, entry, values)
    if bound == "unbounded":
        return Figure(figure.name, figure.unit, reason="unbounded")
    return replace(figure, bound=bound)


def _years_with_money(flows: Flows) -> set[int]:
    """Give the years in which some line stands, known or not: within one, no sign can change."""
    lines = (*flows.costs, *flows.benefits, *flows.balances)
    return {year for line in lines for year, amount in enumerate(line.amounts) if amount != 0}


def _blamed(figure: Figure, flows: Flows, entry: FigureEntry, values: Values) -> Figure:
    """A gap that could turn the reason into a value is the reason that counts."""
    higher_costs = _costs_may_rise(flows)
    more, less = _benefits_may_rise(flows, entry), _benefits_may_fall(flows, entry)
    net = values["net_flow"]
    cured: dict[Reason | None, bool] = {
        "not_recovered": more,
        "zero_cost": higher_costs,
        "multiple_roots": True,
        "no_sign_change": (more and bool(np.any(net <= 0)))
        or ((higher_costs or less) and bool(np.any(net > 0))),
    }
    if figure.reason == "no_sign_change" and len(_years_with_money(flows)) < TWO_YEARS:
        return figure
    if not cured.get(figure.reason):
        return figure
    of_costs = figure.reason == "zero_cost" or not (more or less)
    return Figure(
        figure.name, figure.unit, reason="cost_unknown" if of_costs else "benefit_unknown"
    )
