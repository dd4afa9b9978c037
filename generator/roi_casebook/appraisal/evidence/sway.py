"""How far some numbers can carry a result, beside all the money that moves: whether they decide.

Moved one at a time and added up, each against the result as far as it goes, so that nothing that
pulls the other way makes it less.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import inf, isnan

import numpy as np
from numpy.typing import NDArray

from roi_casebook.appraisal.amounts import amounts_of
from roi_casebook.appraisal.drawing import placed
from roi_casebook.appraisal.evidence.numbers_used import UsedNumber, used_numbers
from roi_casebook.case import Case
from roi_casebook.config import Thresholds
from roi_casebook.roi.algebra.arrays import Exact
from roi_casebook.roi.algebra.tracing import computed
from roi_casebook.roi.figure_table import BENEFIT, COST, NPV
from roi_casebook.roi.flows import Drawn, Flows, Line
from roi_casebook.roi.ranges import TAILS
from roi_casebook.roi.scenarios import npv_of_scenarios

Array = NDArray[np.float64]
Band = tuple[float, float]
Amount = tuple[int, float, frozenset[str | None]]
OUTER = TAILS["p10-p90"]
TWICE = 2.0
DIGITS = 9
PRESENT_SIDES = (COST, BENEFIT, "pv_balances")


@dataclass(frozen=True)
class Sway:
    """What the numbers of a reading can do to its net present value, as far as its lines are known.

    numbers: those that it uses, by name; lines: the ids of its lines.
    """

    case: Case
    lines: frozenset[str]
    flows: Flows
    numbers: Mapping[str, UsedNumber]
    thresholds: Thresholds

    def decides(self, names: Iterable[str]) -> bool:
        """Tell whether some numbers together move the result by a share of the turnover that counts."""
        moved = sum(self.swings[name] for name in names)
        return moved > 0 and moved >= self.thresholds["money_decides"].value * self.turnover

    @cached_property
    def swings(self) -> Mapping[str, float]:
        """By how much the result moves with each number, over all that it may be."""
        return self._moved({name: self.band(number) for name, number in self.numbers.items()})

    def band(self, number: UsedNumber) -> Band:
        """Give between which ends a number is moved.

        One of a source over the wider of its range and a share to either side. One of our own from
        nought to twice, however wide or narrow we call it: its width is ours as well. No further
        than that is a source's range moved either, so that no change of a range is worth a lock.
        """
        nothing, twice = sorted((0.0, TWICE * number.value))
        if number.is_assumed:
            return nothing, twice
        share = abs(number.value) * self.thresholds["money_moved"].value
        low, high = number.value - share, number.value + share
        stated = number.stated.range() if number.stated else None
        if stated:
            low, high = min(low, stated.low), max(high, stated.high)
        return max(low, nothing), min(high, twice)

    @cached_property
    def turnover(self) -> float:
        """Give all that is spent and comes back, at its worth at the start.

        The same number on both sides of a year is counted on neither.
        """
        whole = (abs(float(self._base[side].item())) for side in PRESENT_SIDES)
        spent = self._amounts(self.flows.costs, self._worth("cost"))
        gained = self._amounts(self.flows.benefits, self._worth("benefit"))
        twice = sum(count * amount for (_, amount, _), count in (spent & gained).items())
        return max(sum(whole) - 2 * twice, 0.0)

    @cached_property
    def passing(self) -> frozenset[str]:
        """The benefits that are but the same sums as some costs, of the same sources, in the same years."""
        spent = self._amounts(self.flows.costs, self._worth("cost"))
        worth = self._worth("benefit")
        own = {
            line.name: self._amounts([line], worth[number : number + 1])
            for number, line in enumerate(self.flows.benefits)
        }
        return frozenset(name for name, amounts in own.items() if amounts and amounts <= spent)

    def _worth(self, side: str) -> Array:
        """Give the lines of a side by moment, at their worth at the start, shaped (line, moment)."""
        factor = np.asarray(self._base["discount_factor"])[0, :, 0]
        return np.asarray(self._base[side])[:, :, 0] * factor

    @cached_property
    def _base(self) -> Mapping[str, Exact]:
        return computed(self.flows.arrays())

    def _amounts(self, lines: Iterable[Line], worth: Array) -> Counter[Amount]:
        """Count the amounts of some lines, each with its year and the sources that it cites."""
        return Counter(
            (year, float(f"{amount:.{DIGITS}g}"), self._sources(line.name))
            for line, row in zip(lines, worth, strict=False)
            for year, amount in enumerate(row)
            if amount > 0
        )

    def _sources(self, line: str) -> frozenset[str | None]:
        used = used_numbers(self.case, {}, {line: self.case.lines()[line]})
        return frozenset(number.source for number in used.values())

    def spread(self, numbers: Iterable[UsedNumber]) -> tuple[float, float]:
        """Give the width of the result over the ranges of some numbers, and its middle.

        From the 10th to the 90th percentile; a range that its source does not give is as wide as an
        assumption.
        """
        bands = {number.name: band for number in numbers if (band := _outer(number))}
        return sum(self._moved(bands).values()), float(self._base[NPV].item())

    @np.errstate(all="ignore")  # what goes beyond all numbers decides
    def _moved(self, bands: Mapping[str, Band]) -> dict[str, float]:
        """Give how far the net present value moves with each number alone, over its band."""
        if not bands:
            return {}
        rows = [(name, end) for name, band in bands.items() for end in band]
        inputs = {
            name: np.array(
                [end if moved == name else self.numbers[name].value for moved, end in rows]
            )
            for name in bands
        }
        npv = npv_of_scenarios(self.flows, self._placed, inputs)
        widths = (
            abs(float(last) - float(first)) for first, last in zip(npv[::2], npv[1::2], strict=True)
        )
        return {
            name: inf if isnan(width) else width for name, width in zip(bands, widths, strict=True)
        }

    def _placed(self, values: Mapping[str, Array]) -> Drawn:
        """Put values where the flows use them, bare shares too."""
        found = dict(placed(self.case, self.lines, amounts_of(self.case), values))
        for name, number in self.numbers.items():
            if number.stated is None and name in values:
                line, _, share = name.rpartition(".")
                found[line, share] = values[name]
        return found


def _outer(number: UsedNumber) -> Band | None:
    """Give the 10th and 90th percentile of a range, as far as one of our own would reach."""
    stated = number.stated.range() if number.stated else None
    if stated is None or stated.low == stated.high:
        return None
    low, high = sorted((TWICE * OUTER * number.value, TWICE * (1 - OUTER) * number.value))
    if number.is_assumed:
        return low, high
    p10, p90 = stated.outer()
    return max(p10, low), min(p90, high)
