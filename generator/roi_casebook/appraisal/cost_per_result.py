"""What one of each soft result cost: the costs that bought it over its count, in each reading.

Not a return: nothing here says what a result is worth. Beside it stands what each would have to be
worth, in these accounts, for the whole to pay.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import get_args

from roi_casebook.appraisal.amounts import amounts_of
from roi_casebook.appraisal.case_flows import flows_of, lines_of_lane
from roi_casebook.appraisal.counting import (
    counted_case,
    is_countable,
    stands_by_year,
)
from roi_casebook.appraisal.drawing import drawn, placed, ranges_of
from roi_casebook.appraisal.stated import stated_inputs
from roi_casebook.case import Case, SoftResult
from roi_casebook.case.measured import EFFECTS, Stage
from roi_casebook.config import Measure, SiteConfig, Vocabulary
from roi_casebook.roi.appraising import Appraised, appraised_count
from roi_casebook.roi.centre import no_figure
from roi_casebook.roi.figure_table import (
    COST_PER_RESULT,
    COUNT,
    DISCOUNTED_COST_PER_RESULT,
    FIGURES,
    TOTAL_COSTS,
    WORTH_NEEDED,
)
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.flows import Drawn, Flows
from roi_casebook.roi.needed_worth import FlowsOfMoney, needed_worth
from roi_casebook.roi.simulation import drawn_figures


@dataclass(frozen=True, eq=False)
class CostPerResult:
    """What one of a soft result cost in a reading.

    soft, measure: ids; unit: what is counted, "" where nothing is; stage: where it stands in the
    chain of impact; costs: the ids of the cost lines that bought it, of those that count in the
    reading; is_additional: whether the count is held against something, so that it is of results
    that would not have come otherwise; figures: those of `RESULT_FIGURES` that there are, by name:
    the cost of one always, discounted where the count stands by year, worth where all costs of the
    reading bought it; flows: the costs with the count for benefits, None where nothing is counted.
    """

    reading: str | None
    soft: str
    measure: str
    unit: str
    stage: Stage
    costs: tuple[str, ...]
    is_additional: bool
    figures: Mapping[str, Figure]
    flows: Flows | None = None

    @property
    def cost(self) -> Figure:
        """What one cost, with its range and side, or the reason why that cannot be said."""
        return self.figures[COST_PER_RESULT]

    @property
    def discounted(self) -> Figure | None:
        """The same with money and count discounted alike, where the count stands by year."""
        return self.figures.get(DISCOUNTED_COST_PER_RESULT)

    @property
    def total(self) -> Figure | None:
        """What all of them cost together, undiscounted; None where nothing is counted."""
        return self.figures.get(TOTAL_COSTS)

    @property
    def count(self) -> Figure | None:
        """How many came, with what would have come anyway taken off; None where they are no so many."""
        return self.figures.get(COUNT)

    @property
    def worth(self) -> Figure | None:
        """What each would have to be worth for the whole to pay: the net cost over the count."""
        return self.figures.get(WORTH_NEEDED)

    @property
    def is_effect(self) -> bool:
        """Tell whether it is an outcome or an impact, of which a case may lead by the cost."""
        return self.stage in EFFECTS


NOT_COUNTABLE: Mapping[str, Figure] = MappingProxyType(
    {COST_PER_RESULT: no_figure(FIGURES[COST_PER_RESULT], "not_countable")}
)
Results = Mapping[str, CostPerResult]


def costs_per_result(
    slug: str, case: Case, reading: str | None, config: SiteConfig, vocabulary: Vocabulary
) -> Results:
    """Say what one of each soft result of a reading cost, by id."""
    found = _Started(slug, case, reading, config, vocabulary)
    return MappingProxyType({name: found.of(name) for name in case.reading_results(reading)})


def leading_of(results: Results, case: Case) -> CostPerResult | None:
    """Give the result whose cost leads: as the case says, else the furthest along the chain.

    Only an outcome or impact does, and only where its cost can be said.
    """
    chosen = [name for name in results if case.soft[name].leads]
    stages = get_args(Stage)
    told = [
        one
        for name, one in results.items()
        if (name in chosen or not chosen) and one.is_effect and one.cost.value is not None
    ]
    return max(told, key=lambda one: stages.index(one.stage), default=None)


def leading_by_measure(results: Results, case: Case) -> Mapping[str, CostPerResult]:
    """Give one for each measure of which a cost can be said: the one that leads it."""
    measures = dict.fromkeys(one.measure for one in results.values())
    found = {
        measure: leading_of(
            {name: one for name, one in results.items() if one.measure == measure}, case
        )
        for measure in measures
    }
    return MappingProxyType({measure: one for measure, one in found.items() if one is not None})


@dataclass(frozen=True)
class _Started:
    """A reading of a case of whose results the cost is sought."""

    slug: str
    case: Case
    reading: str | None
    config: SiteConfig
    vocabulary: Vocabulary

    def of(self, name: str) -> CostPerResult:
        """Say what one of a soft result cost."""
        result = self.case.soft[name]
        measure = self.vocabulary.measures.get(result.measure)
        costs = self._bought_by(result)
        told = CostPerResult(
            reading=self.reading,
            soft=name,
            measure=result.measure,
            unit="",
            stage=result.stage,
            costs=costs,
            is_additional=result.is_additional,
            figures=NOT_COUNTABLE,
        )
        if measure is None or not is_countable(result, measure):
            return told
        counted = counted_case(self.case, name, measure).as_read(self.reading)
        flows = flows_of(counted, frozenset({*costs, name}), amounts_of(counted), self.config)
        return replace(
            told,
            unit=measure.one_counted,
            figures=MappingProxyType(self._figures(result, measure, counted, flows)),
            flows=flows,
        )

    def _bought_by(self, result: SoftResult) -> tuple[str, ...]:
        named = result.bought_by or tuple(self.case.costs)
        return tuple(name for name in self._all_costs if name in named)

    @cached_property
    def _all_costs(self) -> tuple[str, ...]:
        lines = self.case.reading_lines(self.reading)
        return tuple(name for name in self.case.costs if name in lines)

    def _figures(
        self, result: SoftResult, measure: Measure, counted: Case, flows: Flows
    ) -> dict[str, Figure]:
        by_year = stands_by_year(counted, result, measure)
        names = (
            TOTAL_COSTS,
            COUNT,
            COST_PER_RESULT,
            *((DISCOUNTED_COST_PER_RESULT,) if by_year else ()),
        )
        lines = frozenset(line.name for line in (*flows.costs, *flows.benefits))
        base = appraised_count(
            flows, names, stated=stated_inputs(counted, lines, amounts_of(counted))
        )
        draws = self._drawn(counted, lines)
        figures = drawn_figures(base, draws)
        is_whole = {line.name for line in flows.costs} == set(self._all_costs)
        return figures | ({WORTH_NEEDED: self._worth(base, draws)} if is_whole else {})

    def _worth(self, counted: Appraised, draws: Drawn) -> Figure:
        return needed_worth(self._money, counted, draws)

    @cached_property
    def _money(self) -> FlowsOfMoney:
        """The money of the reading, in its own accounts."""
        whole = self.case.reading_lines(self.reading)
        lines = lines_of_lane(self.case, whole, "hard", self.vocabulary)
        case = self.case.as_read(self.reading)
        amounts = amounts_of(case)
        return FlowsOfMoney(
            flows_of(case, lines, amounts, self.config, self.reading),
            stated_inputs(case, lines, amounts),
            self._drawn(case, lines),
        )

    def _drawn(self, case: Case, lines: frozenset[str]) -> Drawn:
        values = drawn(self.slug, ranges_of(case, lines))
        return placed(case, lines, amounts_of(case), values)
