"""What one soft result rests on: its numbers, how it was compared, who measured it, and how long after.

The same rule judges it as the money of a case (`weaknesses.py`). What the rule asks of money alone,
a forecast or a margin, a soft result does not have.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from roi_casebook.appraisal.case_flows import WITHOUT_IT
from roi_casebook.appraisal.evidence.checks import covers
from roi_casebook.appraisal.evidence.effect_time import (
    months_observed,
    months_to_effect,
    share_observed,
)
from roi_casebook.appraisal.evidence.grounds import (
    LedgerFact,
    Spread,
    Width,
    is_reachable,
    numbers_of,
    share_inputs,
)
from roi_casebook.case import Case, Input, SoftResult
from roi_casebook.case.designs import Result
from roi_casebook.case.lines import Design, MoneyLine
from roi_casebook.case.measured import EFFECTS
from roi_casebook.config import Measure
from roi_casebook.roi.constants import DAYS_PER_YEAR, MONTHS_PER_YEAR

UNCOMPARED = frozenset({"none", "tracked", "self-reported"})
WITH_BEFORE = frozenset({"before-after", "adjusted-before-after", "expert-estimate"})
"""Designs that compare with what was before, so that it must be stated; all others have others to compare with."""


@dataclass(frozen=True)
class SoftGrounds:
    """A soft result that has a number.

    measure: None where the vocabulary lacks it; before: its baseline, None where unknown; spread:
    of the result, where some of its numbers are ranges.
    """

    case: Case
    name: str
    result: SoftResult
    measure: Measure | None
    before: float | None
    spread: Spread | None
    lines: ClassVar[Mapping[str, MoneyLine]] = MappingProxyType({})
    results: ClassVar[Mapping[str, Result]] = MappingProxyType({})

    @property
    def subjects(self) -> tuple[LedgerFact, ...]:
        """The result itself."""
        return (LedgerFact("soft", self.name),)

    @property
    def designs(self) -> Mapping[LedgerFact, Design]:
        """How it was compared."""
        return {LedgerFact("soft", self.name): self.result.design}

    @property
    def uncompared(self) -> tuple[LedgerFact, ...]:
        """The result, where neither what was before nor a comparison is known."""
        return () if self._is_compared() else self.subjects

    def _is_compared(self) -> bool:
        """A measure that is itself a change holds what was before, if somebody compared at all.

        What a result is said to be counted beyond is a comparison, whatever the design can carry.
        """
        design = self.result.design
        if self.before is not None or self.result.is_additional:
            return True
        if design in WITH_BEFORE:
            return self.measure is not None and self.measure.is_change
        return design not in UNCOMPARED

    @property
    def result_numbers(self) -> Mapping[str, Input]:
        """The numbers of which it is made."""
        return numbers_of(self.case, self.result.result)

    @property
    def cited(self) -> Mapping[str, Input]:
        """These, and those of its baseline and of what is taken off."""
        of_result = numbers_of(self.case, self.result.result, self.result.baseline)
        return of_result | dict(self._taken_off())

    def _taken_off(self) -> Iterator[tuple[str, Input]]:
        for share in WITHOUT_IT:
            stated = getattr(self.result.without_it, share, None)
            if stated is not None:
                yield from share_inputs(self.case, f"{self.name}.{share}", stated)

    @property
    def carriers(self) -> tuple[Mapping[str, Input], ...]:
        """The numbers of the result: it has no lines."""
        return (self.result_numbers,)

    @property
    def unseen(self) -> tuple[str, ...]:
        """Those that cite what cannot be opened, and of the result our own assumptions."""
        within = self.result_numbers
        return tuple(
            name
            for name, number in self.cited.items()
            if not is_reachable(self.case, number)
            and (number.source or name in within)
            and name not in self.seen_alone
        )

    @property
    def seen_alone(self) -> tuple[str, ...]:
        """Those of a closed source that somebody checked."""
        return tuple(
            name
            for name, number in self.cited.items()
            if number.source and not is_reachable(self.case, number) and covers(self.case, name)
        )

    def relied_on(self, kinds: frozenset[str]) -> tuple[str, ...]:
        """The sources of the result, where all are of some kinds."""
        found = [number.source for number in self.result_numbers.values() if number.source]
        are_all = all(self.case.sources[source].kind in kinds for source in found)
        return tuple(found) if are_all else ()

    @property
    def width(self) -> Width | None:
        """Of the result as it was drawn."""
        return None if self.spread is None else (self.spread[2] - self.spread[0], self.spread[1])

    @property
    def observed_share(self) -> float | None:
        """The share of the time it needs after which it was last measured."""
        return share_observed(self._months_observed(), self.months_needed)

    @property
    def months_needed(self) -> float | None:
        """The time to effect: the measure's own, or for an effect the case's."""
        if self.measure is not None and self.measure.months_to_effect is not None:
            return self.measure.months_to_effect
        return months_to_effect(self.case) if self.result.stage in EFFECTS else None

    def _months_observed(self) -> float | None:
        """From the case's first day to the last on which it was measured; else as the case says."""
        dates, began = self.result.dates, self.case.period.began
        if dates is None or dates.end is None or began is None:
            return months_observed(self.case)
        days = max((dates.end.last_day() - began.first_day()).days, 0)
        return days / DAYS_PER_YEAR * MONTHS_PER_YEAR

    @property
    def measured_by(self) -> str:
        """Who measured it; where it does not say, who measured the results of the case."""
        return (self.result.collector or self.case.people.measured).role

    @property
    def measured(self) -> float | None:
        """How many were measured."""
        return self.result.n
