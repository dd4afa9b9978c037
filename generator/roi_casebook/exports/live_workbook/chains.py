"""The chains of a case: each reading's way from inputs to figures in money, social value and each count.

A chain is what one sheet computes: its flows, the formulas that hold in them, and what they came to.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np

from roi_casebook.appraisal import Appraisal, JudgedCase
from roi_casebook.appraisal.amounts import amount_trees, parsed
from roi_casebook.appraisal.appraise import other_lanes_of, trees_of
from roi_casebook.appraisal.case_flows import stated_shares
from roi_casebook.appraisal.cost_per_result import CostPerResult
from roi_casebook.appraisal.counting import counted_case
from roi_casebook.case import Case
from roi_casebook.case.lines import MoneyLine
from roi_casebook.case.timeline import Moment
from roi_casebook.config import Vocabulary
from roi_casebook.roi.algebra.arrays import Exact
from roi_casebook.roi.algebra.expressions import Name, Node
from roi_casebook.roi.algebra.tracing import computed, leading_to
from roi_casebook.roi.figure_table import FIGURES
from roi_casebook.roi.figures import Figure, Reason
from roi_casebook.roi.flows import Flows, Line
from roi_casebook.roi.openings import Opening, openings
from roi_casebook.roi.quantities import OF_ALL_LANES, QUANTITIES, WITH_SOCIAL
from roi_casebook.roi.sides import MONEY_ALONE, OtherLanes

SideName = Literal["costs", "benefits", "balances"]
LaneName = Literal["hard", "social", "result"]
UNKNOWN_IN: Mapping[LaneName, Reason] = {
    "hard": "benefit_unknown", "social": "social_unknown", "result": "count_unknown",
}  # fmt: skip
"""What is not known where the benefits of a lane are not."""


@dataclass(frozen=True, eq=False)
class Chain:
    """One lane of a reading.

    key: what ends the names of its cells, "" for the one that leads; case: as the reading counts
    it, with the count of a result for its benefits where that is the lane; soft: the id of that
    result; figures: those that are told, in order.
    """

    key: str
    lane: LaneName
    reading: str | None
    soft: str
    case: Case
    flows: Flows
    figures: Mapping[str, Figure]
    other_lanes: OtherLanes
    appraisal: Appraisal | None = None
    result: CostPerResult | None = None

    @cached_property
    def values(self) -> Mapping[str, Exact]:
        """Every quantity as it was computed, shaped (line, moment, 1)."""
        with np.errstate(all="ignore"):
            return computed(self.flows.arrays(), OF_ALL_LANES)

    @property
    def quantities(self) -> tuple[Callable[..., Any], ...]:
        """What is told in its lane: a count has no balance with money, and money no social value."""
        if self.lane != "result":
            return WITH_SOCIAL if self.lane == "social" else QUANTITIES
        wanted = {each for name in self.figures for each in leading_to(name)}
        return tuple(each for each in OF_ALL_LANES if each in wanted)

    @cached_property
    def trees(self) -> Mapping[str, Node]:
        """The formula of every quantity as it holds here."""
        return trees_of(self.flows, self.quantities)

    @cached_property
    def found(self) -> tuple[Opening, ...]:
        """What is open in the flows; inputs that are bounds close no gap."""
        return openings(self.flows, self.values)

    def found_until(self, years: int) -> tuple[Opening, ...]:
        """Give what is open in the first years alone; in all of them for 0."""
        if not years:
            return self.found
        first = self.flows.until(years)
        with np.errstate(all="ignore"):
            return openings(first, computed(first.arrays(), OF_ALL_LANES))

    def named(self, reason: Reason) -> Reason:
        """Give a reason as the lane calls it: what is unknown beside money is no money that came back."""
        return UNKNOWN_IN[self.lane] if reason == "benefit_unknown" else reason

    @property
    def moments(self) -> tuple[Moment, ...]:
        """When money moves, as the case writes it: one for each of the flows' moments."""
        return self.case.moments()

    def side(self, name: SideName) -> tuple[Line, ...]:
        """Give the lines of a side."""
        lines: tuple[Line, ...] = getattr(self.flows, name)
        return lines

    def line(self, name: str) -> MoneyLine:
        """Give a line as it is written."""
        return self.case.lines()[name]

    def amounts(self, name: str) -> list[Node | float | None]:
        """Give the formula of a line at each moment: 0.0 where it does not fall, None where unknown."""
        stated = amount_trees(self.case, self.line(name))
        known = zip(self.moments, self.flows_line(name).amounts, strict=True)
        return [None if amount is None else stated.get(at, 0.0) for at, amount in known]

    def share(self, line: str, share: str) -> Node | float | None:
        """Give what a share of a line is: its cell by name, a formula, or None where it is unknown or not stated."""
        if self.flows_line(line).shares.get(share) is None:
            return None
        stated = stated_shares(self.line(line))[share]
        return parsed(stated) if isinstance(stated, str) else Name(f"{line}.{share}")

    def flows_line(self, name: str) -> Line:
        """Give a line as the flows have it."""
        flows = self.flows
        return next(
            one for one in (*flows.costs, *flows.benefits, *flows.balances) if one.name == name
        )

    def all_trees(self) -> Iterator[Node]:
        """Give every formula of its lines."""
        for line in (*self.flows.costs, *self.flows.benefits, *self.flows.balances):
            yield from (tree for tree in self.amounts(line.name) if isinstance(tree, Node))
            shares = (self.share(line.name, share) for share in line.shares)
            yield from (tree for tree in shares if isinstance(tree, Node))


def chains_of(judged: JudgedCase, vocabulary: Vocabulary) -> tuple[Chain, ...]:
    """Give all chains of a case, the one that leads first, each reading's money before what stands beside."""
    leading = judged.case.leading_reading()
    readings = sorted(judged.readings, key=lambda name: name != leading)
    found = [
        one
        for number, reading in enumerate(readings)
        for one in _of_reading(judged, reading, f".r{number + 1}" if number else "", vocabulary)
    ]
    return tuple(found)


def _of_reading(
    judged: JudgedCase, reading: str | None, key: str, vocabulary: Vocabulary
) -> Iterator[Chain]:
    case = judged.case.as_read(reading)
    money = judged.readings[reading]
    lanes = other_lanes_of(case, reading, vocabulary)
    yield Chain(
        key, "hard", reading, "", case, money.flows, _told(money.figures), lanes, appraisal=money
    )
    social = judged.social.get(reading)
    if social:
        figures = _told(social.figures)
        yield Chain(
            f"{key}.s", "social", reading, "", case, social.flows, figures, MONEY_ALONE,
            appraisal=social,
        )  # fmt: skip
    for number, (soft, result) in enumerate(judged.per_result[reading].items(), 1):
        if result.flows is None:
            continue
        measure = vocabulary.measures[result.measure]
        counted = counted_case(case, soft, measure).as_read(reading)
        yield Chain(
            f"{key}.n{number}", "result", reading, soft, counted, result.flows, _told(result.figures),
            MONEY_ALONE, result=result,
        )  # fmt: skip


def _told(figures: Mapping[str, Figure]) -> Mapping[str, Figure]:
    """Leave out what says nothing: the first years where the horizon is no longer."""
    return {
        name: figure
        for name, figure in figures.items()
        if not (FIGURES[name].until and figure.reason == "too_short")
    }
