"""Why a figure has no value, as checks over the flows: data that a spreadsheet and a script test alike.

They restate `roi/sides.py` for flows whose amounts may still change: a line is unknown where nothing
of it is known but noughts, a rate is missing where some money falls after the start. The first check
that strikes gives the reason. The test of agreement holds both against each other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from roi_casebook.roi.figure_table import Condition, FigureEntry
from roi_casebook.roi.figures import Reason
from roi_casebook.roi.flows import ROUNDING, Flows, Line
from roi_casebook.roi.openings import DOWN, NOWHERE, UP, Opening
from roi_casebook.roi.sides import (
    GAPS,
    OtherLanes,
    Values,
    gaps_of,
    reason_without_benefit,
    ways_of_side,
)

HindranceKind = Literal["always", "all_zero", "some_money", "guard", "beyond"]
LineOf = tuple[Literal["costs", "benefits", "balances"], int]
"""A line by its side and its number there, from 0."""


@dataclass(frozen=True)
class Hindrance:
    """What strikes, and the reason that it gives.

    all_zero: all amounts of `lines` at moments `first` to `last` are nought; some_money: one of them is not;
    guard: `argument` is not what `condition` says; beyond: what it is made of is no number.
    """

    kind: HindranceKind
    reason: Reason
    lines: tuple[LineOf, ...] = ()
    first: int = 0
    last: int = 0
    argument: str = ""
    condition: Condition | None = None


@dataclass(frozen=True)
class Blame:
    """Which gap is the reason in place of another reason, where it may cure that: see `roi/sides.py`.

    more, less: whether what is not known may bring more, or less; instead: the gap that is blamed, None for nothing.
    """

    more: bool
    less: bool
    of_costs: bool
    of_benefits: bool

    def instead(self, reason: Reason) -> Reason | None:
        """Give the gap that is to blame in place of a reason, whatever the numbers; None for none."""
        cures = {
            "multiple_roots": True,
            "money_first": True,
            "not_recovered": self.more,
            "loss_itself": self.more,
            "zero_cost": self.of_costs,
            "cost_is_saving": self.of_costs,
        }
        if not cures.get(reason, False) or not (self.of_costs or self.of_benefits):
            return None
        return self.gap(reason)

    def gap(self, reason: Reason) -> Reason:
        """Give the gap that a reason would be blamed on."""
        is_cost = reason == "zero_cost" or not self.of_benefits
        return "cost_unknown" if is_cost else "benefit_unknown"


def last_moment(flows: Flows, until: int) -> int:
    """Give the number of the last moment that counts; until: the first years alone, 0 for all."""
    years = flows.axis.years
    counted = (each for each in years if not until or each <= until + ROUNDING)
    return sum(1 for _ in counted) - 1


def hindrances_of(
    entry: FigureEntry, flows: Flows, other_lanes: OtherLanes, found: Iterable[Opening]
) -> tuple[Hindrance, ...]:
    """Give the checks of a figure in their order, each gap blamed where that depends on no number."""
    if entry.until and flows.years <= entry.until:
        return (Hindrance("always", "too_short"),)
    last = last_moment(flows, entry.until)
    counted = flows.until(entry.until) if entry.until else flows
    blame = blame_of(entry, found)
    checks = [*_of_sides(entry, counted, other_lanes, last)]
    beyond = Hindrance("beyond", "out_of_range")
    guards = [
        Hindrance(
            "guard", guard.reason, last=last, argument=guard.argument, condition=guard.condition
        )
        for guard in entry.guards
    ]
    blamed = [replace(one, reason=blame.instead(one.reason) or one.reason) for one in guards]
    return tuple(_until_certain([*checks, beyond, *blamed]))


def blame_of(entry: FigureEntry, found: Iterable[Opening]) -> Blame:
    """Say which gaps there are, and which way they may move what came back."""
    gaps = tuple(found)
    costs, benefits = gaps_of(entry, gaps, "costs"), gaps_of(entry, gaps, "benefits")
    return Blame(
        more=bool(UP & benefits or DOWN & costs),
        less=bool(DOWN & benefits or UP & costs),
        of_costs=bool(costs),
        of_benefits=bool(benefits),
    )


def at_nought(entry: FigureEntry, values: Values, found: Iterable[Opening]) -> Reason | None:
    """Give the gap to blame where a figure is only known to be nought or more; None for none.

    See `roi/sides.py`.
    """
    if entry.has_steps or not (entry.is_never_negative or entry.is_benefit):
        return None
    least = DOWN if entry.is_never_negative else NOWHERE
    ways = [(one, ways_of_side(one, entry, values) - least) for one in found]
    if NOWHERE.union(*(each for _, each in ways)) != UP:
        return None
    is_cost = any(each and one.side == "costs" and one.kind in GAPS for one, each in ways)
    return "cost_unknown" if is_cost else "benefit_unknown"


def _until_certain(checks: Iterable[Hindrance]) -> Iterator[Hindrance]:
    """Give the checks up to the first that always strikes."""
    for check in checks:
        yield check
        if check.kind == "always":
            return


def _of_sides(
    entry: FigureEntry, flows: Flows, other_lanes: OtherLanes, last: int
) -> Iterator[Hindrance]:
    if flows.balances and not entry.of_balance:
        yield from _beside_balance(entry, flows, last)
    elif flows.balances:
        if any(line.has_gap for line in flows.balances):
            yield Hindrance("always", "net_unknown")
    else:
        yield from _unknown_sides(entry, flows, other_lanes, last)
    if entry.of_cost_alone and "no_soft" in other_lanes and not flows.balances:
        yield Hindrance("always", "no_result")
    yield from _of_time(entry, flows, last)


def _beside_balance(entry: FigureEntry, flows: Flows, last: int) -> Iterator[Hindrance]:
    lines = flows.costs if entry.with_costs else flows.benefits
    if entry.with_costs and entry.with_benefits:
        yield Hindrance("always", "only_net_known")
    else:
        yield from _all_unknown(
            lines, "costs" if entry.with_costs else "benefits", "only_net_known", last
        )


def _unknown_sides(
    entry: FigureEntry, flows: Flows, other_lanes: OtherLanes, last: int
) -> Iterator[Hindrance]:
    if entry.with_costs:
        yield from _all_unknown(flows.costs, "costs", "cost_unknown", last)
    if entry.with_benefits:
        reason = reason_without_benefit(flows, entry, other_lanes=other_lanes)
        if reason is not None:
            yield from _all_unknown(flows.benefits, "benefits", reason, last)


def _all_unknown(
    lines: tuple[Line, ...],
    side: Literal["costs", "benefits", "balances"],
    reason: Reason,
    last: int,
) -> Iterator[Hindrance]:
    """A side is unknown where each of its lines has a gap, and nothing else but noughts."""
    if not lines:
        yield Hindrance("always", reason)
    elif all(line.has_gap for line in lines):
        places: tuple[LineOf, ...] = tuple((side, number) for number in range(len(lines)))
        yield Hindrance("all_zero", reason, places, 0, last)


def _of_time(entry: FigureEntry, flows: Flows, last: int) -> Iterator[Hindrance]:
    if flows.is_present and entry.of_moments:
        yield Hindrance("always", "present_values_only")
    if entry.spans_years and flows.years == 0:
        yield Hindrance("always", "too_short")
    if entry.out_and_back:
        yield from _on_the_way(flows)
    if flows.discount_rate is not None:
        return
    if entry.spreads and flows.years > 0:
        yield Hindrance("always", "rate_missing")
    elif entry.discounts and last:
        yield Hindrance("some_money", "rate_missing", tuple(_counted(entry, flows)), 1, last)


def _counted(entry: FigureEntry, flows: Flows) -> Iterator[LineOf]:
    if entry.with_costs:
        yield from (("costs", number) for number in range(len(flows.costs)))
    if entry.with_benefits:
        yield from (("benefits", number) for number in range(len(flows.benefits)))
    if entry.of_balance:
        yield from (("balances", number) for number in range(len(flows.balances)))


def _on_the_way(flows: Flows) -> Iterator[Hindrance]:
    last = len(flows.axis.numbers) - 1
    late: tuple[LineOf, ...] = tuple(("costs", number) for number in range(len(flows.costs)))
    early: tuple[LineOf, ...] = tuple(("benefits", number) for number in range(len(flows.benefits)))
    if last and late:
        yield Hindrance("some_money", "along_the_way", late, 1, last)
    if last and early:
        yield Hindrance("some_money", "along_the_way", early, 0, last - 1)
    if any(None in line.amounts[1:] for line in flows.costs):
        yield Hindrance("always", "cost_unknown")
    elif any(None in line.amounts[:-1] for line in flows.benefits):
        yield Hindrance("always", "benefit_unknown")
