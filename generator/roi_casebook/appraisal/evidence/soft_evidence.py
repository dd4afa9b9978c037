"""The soft results of a case judged: which way each moved, how sure that is, whether it counts as soft.

Never a price, a sum or a mean over them. What was told in words alone is a claim; what nobody
measured has no locks, for nothing is said that could be trusted or not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from types import MappingProxyType
from typing import Literal

import numpy as np

from roi_casebook.appraisal.amounts import Amounts, inputs_of, parsed, result_tree
from roi_casebook.appraisal.counting import is_countable
from roi_casebook.appraisal.drawing import Array, drawn, drawn_tree
from roi_casebook.appraisal.evidence.grounds import Judged, Spread, grounds_of
from roi_casebook.appraisal.evidence.locks import (
    Locks,
    locks_of,
    locks_of_money,
    locks_of_quotation,
)
from roi_casebook.appraisal.evidence.soft_grounds import SoftGrounds
from roi_casebook.appraisal.formula_sides import figure_of_formula
from roi_casebook.case import Case, SoftResult
from roi_casebook.case.named_inputs import single_numbers
from roi_casebook.config import Measure, Thresholds
from roi_casebook.roi.algebra.expressions import Node
from roi_casebook.roi.figures import DRAWN_DIGITS, Side, leaving
from roi_casebook.roi.simulation import quantiles
from roi_casebook.written.scalars import UNKNOWN

Movement = Literal["up", "flat", "down", "unclear", "unknown"]
"""unclear: its range, or the open side of its bound, holds both; unknown: what was before, or what came, is not known."""
Harm = Literal["measured", "not_measured", "looked_none_found", "not_looked"]
"""not_measured: it was asked for, and no number is known."""
BaselineAndResult = tuple[float | None, float | None]


@dataclass(frozen=True)
class SoftEvidence:
    """A soft result judged.

    before, value: None where unknown; spread: percentiles of the result where it has ranges;
    months_needed: its time to effect, None where unknown; locks: None where nothing was measured;
    harm: what was done about negative effects; in_money: the locks of the benefit in which it
    counts instead, None where it counts as soft.
    """

    before: float | None
    value: float | None
    spread: Spread | None
    movement: Movement
    months_needed: float | None
    locks: Locks | None
    harm: Harm
    in_money: Locks | None

    @property
    def counts(self) -> bool:
        """Tell whether it counts among the soft results."""
        return self.in_money is None


@dataclass(frozen=True)
class SoftJudge:
    """What soft results are judged with: the case, its leading appraisal, measures, thresholds.

    values: (baseline, result) of each soft result by id, None where unknown.
    """

    slug: str
    case: Case
    leading: Judged
    amounts: Amounts
    values: Mapping[str, BaselineAndResult]
    measures: Mapping[str, Measure]
    thresholds: Thresholds

    def evidence(self, name: str) -> SoftEvidence:
        """Judge one soft result."""
        result, (before, value) = self.case.soft[name], self.values[name]
        measure = self.measures.get(result.measure)
        is_compared = result.baseline is not None and result.baseline != UNKNOWN
        drawn_before = self._drawn(parsed(result.baseline or UNKNOWN)) if is_compared else None
        drawn_value = self._drawn(result_tree(self.case, result))
        spread = None if drawn_value is None else _spread(drawn_value)
        grounds = SoftGrounds(self.case, name, result, measure, before, spread)
        is_change = measure is not None and _is_change(result, measure)
        change = (
            _ends(value, spread) if is_change else _change(before, value, drawn_before, drawn_value)
        )
        return SoftEvidence(
            before=before,
            value=value,
            spread=spread,
            movement=_movement(*_opened(change, self._side(result, is_change=is_change))),
            months_needed=grounds.months_needed,
            locks=self._locks(grounds, value),
            harm=self._harm(result.negative),
            in_money=self._in_money(result),
        )

    def _side(self, result: SoftResult, *, is_change: bool) -> Side | None:
        """Give the side of the change that inputs give it which are stated as "up to" or "over"."""
        is_compared = result.baseline is not None and not is_change
        formula = f"({result.result}) - ({result.baseline})" if is_compared else result.result
        if UNKNOWN in {result.result, result.baseline}:
            return None
        figure = figure_of_formula(self.case, formula, self.amounts)
        return figure.side if figure else None

    def _locks(self, grounds: SoftGrounds, value: float | None) -> Locks | None:
        if value is not None:
            return locks_of(grounds, self.thresholds)
        source = grounds.result.source
        return locks_of_quotation(source, self.thresholds) if source else None

    def _in_money(self, result: SoftResult) -> Locks | None:
        """Judge the benefit by itself, if its money is known in the reading that leads."""
        if result.bridge is None:
            return None
        grounds = grounds_of(self.case, self.leading, self.thresholds)
        counted = next((to for to in result.bridge.to if to in grounds.results), None)
        if counted is None:
            return None
        return locks_of_money(grounds.of_one(counted), self.thresholds)

    def _drawn(self, tree: Node | None) -> Array | None:
        """Draw a formula over inputs of which some are ranges."""
        numbers, used = (
            single_numbers(self.case.inputs),
            inputs_of(tree) if tree is not None else (),
        )
        stated = {name: numbers[name].range() for name in used if name in numbers}
        ranges = {name: own for name, own in stated.items() if own is not None}
        if tree is None or not ranges:
            return None
        return drawn_tree(tree, self.amounts, drawn(self.slug, ranges))

    def _harm(self, negative: str) -> Harm:
        if negative in self.values:
            return "not_measured" if self.values[negative][1] is None else "measured"
        return "not_looked" if negative == "not-looked" else "looked_none_found"


def soft_evidence(judge: SoftJudge) -> Mapping[str, SoftEvidence]:
    """Judge all soft results of a case, by id."""
    return MappingProxyType({name: judge.evidence(name) for name in judge.case.soft})


# Which way it moved ------------------------------------------------------------------------------


def _is_change(result: SoftResult, measure: Measure) -> bool:
    """Tell whether a number is itself a difference: by its measure, or as a count beyond a comparison.

    A stock is not, nor a share: without what was before, they are how it stood, compared or not.
    """
    if measure.is_change:
        return True
    is_flow = is_countable(result, measure) and not measure.is_stock
    return is_flow and result.baseline is None and result.is_additional


Ends = tuple[float, float] | tuple[None, None]


def _spread(draws: Array) -> Spread:
    found = quantiles(draws.ravel(), (0.1, 0.5, 0.9))
    p10, p50, p90 = (leaving(one, DRAWN_DIGITS) for one in found)
    return p10, p50, p90


def _ends(value: float | None, spread: Spread | None) -> Ends:
    """Give between which values it lies in 8 of 10 outcomes."""
    if value is None:
        return None, None
    return (value, value) if spread is None else (spread[0], spread[2])


def _change(
    before: float | None, value: float | None, drawn_before: Array | None, drawn_value: Array | None
) -> Ends:
    """Give the ends of the result less its baseline; what both use is the same draw in both."""
    if before is None or value is None:
        return None, None
    if drawn_before is None and drawn_value is None:
        return value - before, value - before
    first = np.float64(before) if drawn_before is None else drawn_before
    last = np.float64(value) if drawn_value is None else drawn_value
    return _ends(value - before, _spread(np.asarray(last - first)))


def _opened(ends: Ends, side: Side | None) -> Ends:
    """Open the ends of a change to the side to which what is stated as a bound may push it."""
    low, high = ends
    if low is None or high is None:
        return ends
    return (
        -inf if side in {"or_lower", "either"} else low,
        inf if side in {"or_higher", "either"} else high,
    )


def _movement(low: float | None, high: float | None) -> Movement:
    if low is None or high is None:
        return "unknown"
    if low > 0:
        return "up"
    if high < 0:
        return "down"
    return "flat" if low == high else "unclear"
