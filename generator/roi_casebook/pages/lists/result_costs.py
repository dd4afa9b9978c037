"""What one result cost, as lists and the library tell it: in a case's own money and for comparison."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.cost_per_result import CostPerResult
from roi_casebook.appraisal.evidence.locks import Locks
from roi_casebook.appraisal.evidence.result_locks import locks_of_result
from roi_casebook.config import Thresholds
from roi_casebook.library.comparison import Comparison, Conversion, conversion_of
from roi_casebook.library.costs_of_results import comparable_result, results_that_may_stand
from roi_casebook.pages.parts.standing import (
    cost_of_one_text,
    is_shown_as_range,
    marked_cost_of_one,
)
from roi_casebook.roi.figure_table import COST_PER_RESULT
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import Wording
from roi_casebook.wording.typography import capitalised


@dataclass(frozen=True)
class ResultCost:
    """What one result of a measure cost in a case.

    own, compared: in its own money, with its mark, and for comparison, as its evidence bears it; missing: the
    rate or index that there is not, or ""; is_same: its money is that of the comparison already;
    figure: for comparison; is_range: whether it stands as its range alone; locks: of the result's
    effect and the cost's money.
    """

    slug: str
    one: CostPerResult
    name: str
    own: str
    compared: str
    missing: str
    is_same: bool
    figure: Figure
    is_range: bool
    locks: Locks


@dataclass(frozen=True)
class ResultCosts:
    """How results are told in a language, and against which money they are compared."""

    wording: Wording
    comparison: Comparison
    thresholds: Thresholds

    def of(self, judged: JudgedCase) -> Mapping[str, ResultCost]:
        """Give what one result of each measure cost, by measure."""
        return {name: one for name, one in self._of(judged) if one is not None}

    def measure(self, name: str) -> str:
        """Name the cost of one result of a measure: Cost per hire."""
        w = self.wording
        unit = w.labels.result(w.vocabulary.measures[name], 1)
        return capitalised(w.t("results.name", unit=unit))

    def in_one_line(self, one: ResultCost) -> str:
        """Write it with what it is for comparison, or that it is not comparable: the row says why."""
        if one.is_same:
            return one.own
        money = self.wording.labels.money_of(self.comparison)
        if one.missing:
            return self.wording.t("results.not_compared", own=one.own, money=money)
        return self.wording.t("results.compared", own=one.own, compared=one.compared, money=money)

    def _of(self, judged: JudgedCase) -> Iterator[tuple[str, ResultCost | None]]:
        how = conversion_of(judged.leading, self.comparison)
        for measure, one in results_that_may_stand(judged).items():
            effect = judged.soft_evidence[one.soft].locks
            yield measure, None if effect is None else self._cost(judged, one, how, effect)

    def _cost(
        self, judged: JudgedCase, one: CostPerResult, how: Conversion, effect: Locks
    ) -> ResultCost:
        locks = locks_of_result(judged.case, one, effect, self.thresholds)
        figure = comparable_result(judged, one, self.comparison)
        compared = replace(one, figures={**one.figures, COST_PER_RESULT: figure})
        missing = self.wording.labels.missing_money(how)
        text = cost_of_one_text(self.wording, locks, one, judged.case.money.currency)
        to = self.comparison.currency
        return ResultCost(
            slug=judged.slug,
            one=one,
            name=capitalised(self.wording.results.name(one)),
            own=marked_cost_of_one(self.wording, locks, one, text),
            compared=""
            if figure.value is None
            else cost_of_one_text(self.wording, locks, compared, to),
            missing=missing,
            is_same=(how.currency, how.price_year) == (how.to_currency, how.to_year),
            figure=figure,
            is_range=is_shown_as_range(locks, figure),
            locks=locks,
        )
