"""Judge a case: each of its readings a whole appraisal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal

from roi_casebook.appraisal.amounts import Amounts, amounts_of
from roi_casebook.appraisal.basis import Basis, basis_of
from roi_casebook.appraisal.case_flows import PricedLane, flows_of, lines_of_lane, social_lines
from roi_casebook.appraisal.cost_per_result import (
    CostPerResult,
    Results,
    costs_per_result,
    leading_by_measure,
    leading_of,
)
from roi_casebook.appraisal.drawing import drawn, placed, ranges_of
from roi_casebook.appraisal.formula_sides import soft_figures
from roi_casebook.appraisal.incremental import with_increments
from roi_casebook.appraisal.rate_in_force import rate_in_force
from roi_casebook.appraisal.soft_results import has_positive, soft_values
from roi_casebook.appraisal.stated import stated_inputs
from roi_casebook.case import Case
from roi_casebook.case.timeline import Moment
from roi_casebook.config import SiteConfig, Vocabulary
from roi_casebook.roi.algebra.arrays import Exact
from roi_casebook.roi.algebra.expressions import Node
from roi_casebook.roi.algebra.tracing import traced_quantities
from roi_casebook.roi.appraising import appraised, appraised_socially
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.flows import Drawn, Flows
from roi_casebook.roi.quantities import (
    INPUT_AXES,
    NEUTRAL,
    ONE_RATE,
    QUANTITIES,
    RATE_BY_YEAR,
    WITH_SOCIAL,
)
from roi_casebook.roi.ranges import Range
from roi_casebook.roi.sides import OtherLanes
from roi_casebook.roi.simulation import Simulated, simulated, simulated_socially


@dataclass(frozen=True, eq=False)
class Appraisal:
    """One reading of a case in one lane: figures, basis, and every value and formula behind them.

    lines: the ids of those that count;
    values: arrays shaped (line, moment, draw) by quantity; trees: the formula of each quantity as it
    applies here (what no line states has vanished); both by the names of `roi/quantities.py`;
    ranges: those of its inputs that are ranges; drawn: what the draws say, with the figures;
    moments: when money moves, as the case writes it: one for each of the flows' moments.
    """

    slug: str
    reading: str | None
    lines: frozenset[str]
    basis: Basis
    flows: Flows
    values: Mapping[str, Exact]
    trees: Mapping[str, Node]
    ranges: Mapping[str, Range]
    drawn: Simulated
    moments: tuple[Moment, ...]

    @property
    def figures(self) -> Mapping[str, Figure]:
        """The figures by name, with their percentiles."""
        return self.drawn.figures


@dataclass(frozen=True, eq=False)
class AppraisedCase:
    """A case with the appraisals of its readings; one, of all lines, where it has none.

    amounts: the value of each input and constant, None where unknown; soft: (baseline, result) of
    each soft result in its measure's unit, None where unknown; soft_figures: those results that are
    known, with the side that their inputs give them; social: the appraisals of social
    value, of those readings that count some, over the same costs; social_lines: the ids of the
    benefits that are social value; per_result: what one of each soft result cost, by reading and id.
    """

    slug: str
    case: Case
    amounts: Amounts
    readings: Mapping[str | None, Appraisal]
    soft: Mapping[str, tuple[float | None, float | None]]
    soft_figures: Mapping[str, Figure]
    social: Mapping[str | None, Appraisal]
    social_lines: frozenset[str]
    per_result: Mapping[str | None, Results]

    @property
    def leading(self) -> Appraisal:
        """The appraisal that leads."""
        return self.readings[self.case.leading_reading()]

    @property
    def leading_result(self) -> CostPerResult | None:
        """What one result costs, of the one whose cost leads the leading reading; None without one."""
        return leading_of(self.per_result[self.case.leading_reading()], self.case)

    @property
    def costs_by_measure(self) -> Mapping[str, CostPerResult]:
        """What one result of each measure costs in the leading reading, for lists: one a measure."""
        return leading_by_measure(self.per_result[self.case.leading_reading()], self.case)

    def lanes(self, reading: str | None) -> tuple[Appraisal, ...]:
        """Give the appraisals of a reading: by money, then of social value where it counts some."""
        social = self.social.get(reading)
        return (self.readings[reading], *([social] if social else []))


def appraise(slug: str, case: Case, config: SiteConfig, vocabulary: Vocabulary) -> AppraisedCase:
    """Judge a case that `reading` found sound."""
    amounts = amounts_of(case)
    readings: tuple[str | None, ...] = tuple(case.readings) or (None,)
    social = social_lines(case, vocabulary)
    return AppraisedCase(
        slug=slug,
        case=case,
        amounts=MappingProxyType(amounts),
        readings=with_increments(
            case,
            {name: appraise_reading(slug, case, name, config, vocabulary) for name in readings},
        ),
        soft=MappingProxyType(soft_values(case)),
        soft_figures=MappingProxyType(soft_figures(case, amounts)),
        social=MappingProxyType(
            {
                name: appraise_social_value(slug, case, name, config, vocabulary)
                for name in readings
                if case.reading_lines(name) & social
            }
        ),
        social_lines=social,
        per_result=MappingProxyType(
            {
                name: costs_per_result(slug, case.as_read(name), name, config, vocabulary)
                for name in readings
            }
        ),
    )


def appraise_reading(
    slug: str, case: Case, reading: str | None, config: SiteConfig, vocabulary: Vocabulary
) -> Appraisal:
    """Judge one reading of a case, by money alone; None for a case without readings."""
    case = case.as_read(reading)
    lines = lines_of_lane(case, case.reading_lines(reading), "hard", vocabulary)
    found = _Started(slug, case, reading, lines, config)
    result = appraised(
        found.flows,
        other_lanes=other_lanes_of(case, reading, vocabulary),
        stated=stated_inputs(case, lines, amounts_of(case)),
    )
    return Appraisal(
        slug=slug,
        reading=reading,
        lines=lines,
        basis=found.basis(vocabulary, "hard"),
        flows=found.flows,
        values=result.values,
        trees=MappingProxyType(trees_of(found.flows)),
        ranges=MappingProxyType(found.ranges),
        drawn=simulated(result, found.drawn),
        moments=case.moments(),
    )


def other_lanes_of(case: Case, reading: str | None, vocabulary: Vocabulary) -> OtherLanes:
    """Give the lanes beside money in which a case, as a reading counts it, has results."""
    whole = case.reading_lines(reading)
    found: dict[Literal["soft", "social", "no_soft"], bool] = {
        "soft": bool(case.soft),
        "social": lines_of_lane(case, whole, "hard", vocabulary) != whole,
        "no_soft": bool(case.soft) and not has_positive(case, soft_values(case), vocabulary),
    }
    return frozenset(lane for lane, has in found.items() if has)


def appraise_social_value(
    slug: str, case: Case, reading: str | None, config: SiteConfig, vocabulary: Vocabulary
) -> Appraisal:
    """Judge what one reading is worth to others, priced by proxy: the same costs, other benefits."""
    case = case.as_read(reading)
    lines = lines_of_lane(case, case.reading_lines(reading), "social", vocabulary)
    found = _Started(slug, case, reading, lines, config)
    result = appraised_socially(found.flows, stated=stated_inputs(case, lines, amounts_of(case)))
    return Appraisal(
        slug=slug,
        reading=reading,
        lines=lines,
        basis=found.basis(vocabulary, "social"),
        flows=found.flows,
        values=result.values,
        trees=MappingProxyType(trees_of(found.flows, WITH_SOCIAL)),
        ranges=MappingProxyType(found.ranges),
        drawn=simulated_socially(result, found.drawn),
        moments=case.moments(),
    )


@dataclass(frozen=True)
class _Started:
    """What an appraisal of some lines starts from."""

    slug: str
    case: Case
    reading: str | None
    lines: frozenset[str]
    config: SiteConfig

    @cached_property
    def flows(self) -> Flows:
        return flows_of(self.case, self.lines, amounts_of(self.case), self.config, self.reading)

    def basis(self, vocabulary: Vocabulary, lane: PricedLane) -> Basis:
        found = basis_of(self.case, self.lines, self.flows, vocabulary, lane)
        return replace(found, rate_of=rate_in_force(self.case, self.config).of)

    @cached_property
    def ranges(self) -> dict[str, Range]:
        return ranges_of(self.case, self.lines)

    @cached_property
    def drawn(self) -> Drawn:
        values = drawn(self.slug, self.ranges)
        return placed(self.case, self.lines, amounts_of(self.case), values)


def trees_of(
    flows: Flows, quantities: tuple[Callable[..., Any], ...] = QUANTITIES
) -> dict[str, Node]:
    """Give the formulas as they apply here: what changes nothing in this case has vanished."""
    of_rate = {} if flows.rate_falls else dict.fromkeys(RATE_BY_YEAR, "")
    return traced_quantities(_vanishing(flows), quantities, INPUT_AXES | of_rate)


def _vanishing(flows: Flows) -> dict[str, float]:
    """Give what changes nothing: shares that no line states, sides without lines, an only rate's past."""
    shares = {name: value for name, value in NEUTRAL.items() if name not in flows.stated()}
    sides = {} if flows.balances else {"balance": 0.0}
    if flows.balances:
        sides |= {} if flows.costs else {"cost": 0.0}
        sides |= {} if flows.benefits else {"benefit": 0.0}
    rate = {} if flows.rate_falls else ONE_RATE
    return shares | sides | rate | ({"discount_factor": 1.0} if flows.is_present else {})
