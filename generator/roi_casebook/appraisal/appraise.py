"""Judge a case: each of its readings a whole appraisal."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from roi_casebook.appraisal.amounts import Amounts, amounts_of, formula_value
from roi_casebook.appraisal.basis import Basis, basis_of
from roi_casebook.appraisal.drawing import drawn, placed, ranges_of
from roi_casebook.appraisal.flows import flows_of
from roi_casebook.case import Case
from roi_casebook.config import SiteConfig, Vocabulary
from roi_casebook.roi.appraising import appraised
from roi_casebook.roi.arrays import Exact
from roi_casebook.roi.expressions import Node
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.flows import Flows
from roi_casebook.roi.quantities import NEUTRAL
from roi_casebook.roi.ranges import Range
from roi_casebook.roi.simulation import Simulated, simulated
from roi_casebook.roi.tracing import traced_quantities


@dataclass(frozen=True, eq=False)
class Appraisal:
    """One reading of a case: figures, basis, and every value and formula behind them.

    values: arrays shaped (line, year, draw) by quantity; trees: the formula of each quantity as it
    applies here (what no line states has vanished); both by the names of `roi/quantities.py`;
    ranges: those of its inputs that are ranges; drawn: what the draws say, with the figures.
    """

    slug: str
    reading: str | None
    basis: Basis
    flows: Flows
    values: Mapping[str, Exact]
    trees: Mapping[str, Node]
    ranges: Mapping[str, Range]
    drawn: Simulated

    @property
    def figures(self) -> Mapping[str, Figure]:
        """The figures by name, with their percentiles."""
        return self.drawn.figures


@dataclass(frozen=True, eq=False)
class CaseAppraisal:
    """A case with the appraisals of its readings; one, of all lines, where it has none.

    amounts: the value of each input and constant, None where unknown; soft: (baseline, result) of
    each soft result in its measure's unit, None where unknown.
    """

    slug: str
    case: Case
    amounts: Amounts
    readings: Mapping[str | None, Appraisal]
    soft: Mapping[str, tuple[float | None, float | None]]

    @property
    def leading(self) -> Appraisal:
        """The appraisal that leads."""
        return self.readings[self.case.leading_reading()]


def appraise(slug: str, case: Case, config: SiteConfig, vocabulary: Vocabulary) -> CaseAppraisal:
    """Judge a case that `reading` found sound."""
    amounts = amounts_of(case)
    readings: tuple[str | None, ...] = tuple(case.readings) or (None,)
    return CaseAppraisal(
        slug=slug,
        case=case,
        amounts=MappingProxyType(amounts),
        readings=MappingProxyType(
            {name: appraise_reading(slug, case, name, config, vocabulary) for name in readings}
        ),
        soft=MappingProxyType(
            {
                name: _soft(result.baseline, result.result, amounts)
                for name, result in case.soft.items()
            }
        ),
    )


def appraise_reading(
    slug: str, case: Case, reading: str | None, config: SiteConfig, vocabulary: Vocabulary
) -> Appraisal:
    """Judge one reading of a case; None for a case without readings."""
    lines = case.reading_lines(reading)
    amounts = amounts_of(case)
    flows = flows_of(case, lines, amounts, config)
    ranges = ranges_of(case, lines)
    result = appraised(flows, has_soft_results=bool(case.soft))
    return Appraisal(
        slug=slug,
        reading=reading,
        basis=basis_of(case, lines, flows, vocabulary),
        flows=flows,
        values=result.values,
        trees=MappingProxyType(traced_quantities(_vanishing(flows))),
        ranges=MappingProxyType(ranges),
        drawn=simulated(result, placed(case, lines, amounts, drawn(slug, ranges))),
    )


def _vanishing(flows: Flows) -> dict[str, float]:
    """Give what changes nothing in this case: shares that no line states, sides without lines."""
    shares = {name: value for name, value in NEUTRAL.items() if name not in flows.stated()}
    sides = {} if flows.balances else {"balance": 0.0}
    if flows.balances:
        sides |= {} if flows.costs else {"cost": 0.0}
        sides |= {} if flows.benefits else {"benefit": 0.0}
    return shares | sides


def _soft(baseline: str | None, result: str, amounts: Amounts) -> tuple[float | None, float | None]:
    return (formula_value(baseline, amounts) if baseline else None, formula_value(result, amounts))
