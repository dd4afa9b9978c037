"""What a result rests on, as one rule judges it: the money of a reading, or one soft result.

`Ground` is what the rule asks of either; here stands that of money: the lines that carry it, their
numbers and sources. A line carries money where some amount of it is known, be it zero: that nothing
came back is a result too. What is unknown is no evidence, neither good nor bad.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, Protocol

from roi_casebook.appraisal.amounts import inputs_of, parsed
from roi_casebook.appraisal.basis import Basis
from roi_casebook.appraisal.case_flows import stated_shares
from roi_casebook.appraisal.evidence.checks import covers
from roi_casebook.appraisal.evidence.effect_time import share_of_time_to_effect
from roi_casebook.appraisal.evidence.numbers_used import UsedNumber, used_numbers
from roi_casebook.appraisal.evidence.sway import Sway
from roi_casebook.case import Case, CostLine, Input
from roi_casebook.case.designs import Result, design_of
from roi_casebook.case.lines import Design, MoneyLine
from roi_casebook.config import Thresholds
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.flows import Flows
from roi_casebook.roi.ranges import Range
from roi_casebook.written.scalars import UNKNOWN

FactKind = Literal[
    "line",
    "soft",
    "input",
    "source",
    "design",
    "status",
    "found_by",
    "role",
    "months",
    "number",
    "ratio",
    "level",
]


class Judged(Protocol):
    """What of an appraisal its evidence is judged on."""

    @property
    def reading(self) -> str | None:
        """The id of the reading, None where the case has none."""

    @property
    def lines(self) -> frozenset[str]:
        """The ids of its lines."""

    @property
    def flows(self) -> Flows:
        """Its money by line and year."""

    @property
    def basis(self) -> Basis:
        """What kind of numbers its figures are."""

    @property
    def ranges(self) -> Mapping[str, Range]:
        """Those of its inputs that are ranges."""

    @property
    def figures(self) -> Mapping[str, Figure]:
        """Its figures, with percentiles where something was drawn."""


@dataclass(frozen=True)
class LedgerFact:
    """One thing that a judgement rests on: an id of the case, a word of a closed list, a number.

    An input written in place is named by its line and share: ``orders.deadweight``.
    """

    kind: FactKind
    value: str | float


Spread = tuple[float, float, float]
"""The 10th, 50th and 90th percentile of what was drawn."""
Width = tuple[float, float]
"""From the 10th to the 90th percentile of a result, and its middle."""


class Ground(Protocol):
    """What the rule of the locks asks of a result.

    subjects: what is judged, line by line or as one; designs: how each of them was compared;
    uncompared: those that state neither what was before nor a comparison; lines, results: of money;
    result_numbers: of which the result is made; carriers: these by line, without sums that only
    pass through; cited: these, and all that it is set against;
    unseen: the numbers that count and stand in no document that can be opened; seen_alone: those of
    them that somebody checked; relied_on: the sources of some kinds on which the result rests; width: of the result over its ranges, None without; observed_share: of the time that the effect
    needs, None where unknown; measured_by: the role of who measured it; measured: how many were,
    None where unknown.
    """

    @property
    def case(self) -> Case: ...  # noqa: D102 -- all told above
    @property
    def subjects(self) -> tuple[LedgerFact, ...]: ...  # noqa: D102
    @property
    def designs(self) -> Mapping[LedgerFact, Design]: ...  # noqa: D102
    @property
    def uncompared(self) -> tuple[LedgerFact, ...]: ...  # noqa: D102
    @property
    def lines(self) -> Mapping[str, MoneyLine]: ...  # noqa: D102
    @property
    def results(self) -> Mapping[str, Result]: ...  # noqa: D102
    @property
    def result_numbers(self) -> Mapping[str, Input]: ...  # noqa: D102
    @property
    def carriers(self) -> tuple[Mapping[str, Input], ...]: ...  # noqa: D102
    @property
    def cited(self) -> Mapping[str, Input]: ...  # noqa: D102
    @property
    def unseen(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def seen_alone(self) -> tuple[str, ...]: ...  # noqa: D102
    def relied_on(self, kinds: frozenset[str]) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def width(self) -> Width | None: ...  # noqa: D102
    @property
    def observed_share(self) -> float | None: ...  # noqa: D102
    @property
    def measured_by(self) -> str: ...  # noqa: D102
    @property
    def measured(self) -> float | None: ...  # noqa: D102


def is_reachable(case: Case, number: Input) -> bool:
    """Tell whether the number stands in a source that was opened at an address."""
    return number.source is not None and case.sources[number.source].read_at != UNKNOWN


@dataclass(frozen=True)
class Grounds:
    """A reading of a case, with those of its lines that carry money.

    social: its appraisal of social value, where it counts some: that is reported too.
    """

    case: Case
    appraisal: Judged
    thresholds: Thresholds
    costs: Mapping[str, CostLine]
    results: Mapping[str, Result]
    social: Judged | None = None

    @property
    def lanes(self) -> tuple[Judged, ...]:
        """The appraisals of the reading: by money, and of social value."""
        return (self.appraisal, *([self.social] if self.social else []))

    @property
    def lines(self) -> Mapping[str, MoneyLine]:
        """Costs and results."""
        return {**self.costs, **self.results}

    def of_one(self, result: str) -> "Grounds":
        """Give what one of the results rests on by itself."""
        return replace(self, costs={}, results={result: self.results[result]})

    @property
    def subjects(self) -> tuple[LedgerFact, ...]:
        """All lines."""
        return as_facts("line", self.lines)

    @property
    def designs(self) -> Mapping[LedgerFact, Design]:
        """How each result was compared."""
        return {LedgerFact("line", name): design_of(line) for name, line in self.results.items()}

    @property
    def uncompared(self) -> tuple[LedgerFact, ...]:
        """The results that state neither a baseline nor with what they were compared."""
        return as_facts(
            "line", (name for name, line in self.results.items() if not _is_compared(line))
        )

    @property
    def result_numbers(self) -> Mapping[str, Input]:
        """The numbers of which the results are made."""
        return numbers(self.case, self.results.values())

    @property
    def carriers(self) -> tuple[Mapping[str, Input], ...]:
        """These by line, without the lines that only pass a cost through."""
        kept = (line for name, line in self.results.items() if name not in self.sway.passing)
        return tuple(numbers(self.case, [line]) for line in kept)

    @property
    def cited(self) -> Mapping[str, Input]:
        """The numbers of all lines and of their shares."""
        return numbers(self.case, self.lines.values()) | numbers_of_shares(self.case, self.lines)

    @cached_property
    def sway(self) -> Sway:
        """What its numbers can do to its net present value."""
        used = used_numbers(self.case, self.costs, self.results)
        return Sway(self.case, self.appraisal.lines, self.appraisal.flows, used, self.thresholds)

    @property
    def unseen(self) -> tuple[str, ...]:
        """The numbers of the effect that no opened source gives, if with the money of that kind they decide.

        A share taken off that is our own is none: without it the figure would be rosier.
        """
        numbers = self.sway.numbers.values()
        effect = [one.name for one in numbers if not one.is_money and self._is_unseen(one)]
        money = [
            one.name for one in numbers if one.is_money and (one.is_assumed or self._is_closed(one))
        ]
        return tuple(effect) if self.sway.decides([*effect, *money]) else ()

    def _is_unseen(self, number: UsedNumber) -> bool:
        is_our_own = number.middle_is_assumed and not number.is_taken_off
        return is_our_own or (self._is_closed(number) and not covers(self.case, number.name))

    def _is_closed(self, number: UsedNumber) -> bool:
        source = number.source
        return source is not None and self.case.sources[source].read_at == UNKNOWN

    @property
    def seen_alone(self) -> tuple[str, ...]:
        """The numbers that decide and that only a check has seen."""
        found = tuple(
            one.name
            for one in self.sway.numbers.values()
            if (one.in_result or not one.is_money)
            and self._is_closed(one)
            and covers(self.case, one.name)
        )
        return found if self.sway.decides(found) else ()

    def relied_on(self, kinds: frozenset[str]) -> tuple[str, ...]:
        """The sources of some kinds that give numbers of the results, where these decide.

        Not only where all are of that kind: a factor of another source would then clear the rest.
        """
        found = {
            one.name: one.source
            for one in self.sway.numbers.values()
            if one.in_result and one.source and self.case.sources[one.source].kind in kinds
        }
        return tuple(found.values()) if self.sway.decides(found) else ()

    @property
    def width(self) -> Width | None:
        """The net present value over the ranges of what was measured; those of money are graded apart."""
        ranged = [
            one
            for one in self.sway.numbers.values()
            if one.in_result and not one.is_money and one.is_ranged
        ]
        return self.sway.spread(ranged) if ranged else None

    @property
    def observed_share(self) -> float | None:
        """The share of the case's time to effect."""
        return share_of_time_to_effect(self.case)

    @property
    def measured_by(self) -> str:
        """Who measured the results of the case."""
        return self.case.people.measured.role

    @property
    def measured(self) -> None:
        """A sum of money is no sample."""


def grounds_of(
    case: Case, appraisal: Judged, thresholds: Thresholds, social: Judged | None = None
) -> Grounds:
    """Give what the figures of an appraised reading rest on."""
    case, flows = case.as_read(appraisal.reading), appraisal.flows
    return Grounds(
        case,
        appraisal,
        thresholds,
        {line.name: case.costs[line.name] for line in flows.costs if not line.is_unknown},
        {
            line.name: case.benefits.get(line.name) or case.net[line.name]
            for line in (*flows.benefits, *flows.balances)
            if not line.is_unknown
        },
        social,
    )


def numbers(case: Case, lines: Iterable[MoneyLine]) -> dict[str, Input]:
    """Give the known inputs of which the amounts of some lines are made, by name."""
    return numbers_of(case, *(formula for line in lines for formula in line.amounts().values()))


def numbers_of_shares(case: Case, lines: Mapping[str, MoneyLine]) -> dict[str, Input]:
    """Give the known inputs of which the shares of some lines are made, by name."""
    return {
        name: number
        for line_name, line in lines.items()
        for share, stated in stated_shares(line).items()
        for name, number in share_inputs(case, f"{line_name}.{share}", stated)
    }


def share_inputs(
    case: Case, place: str, stated: str | Input | float
) -> Iterator[tuple[str, Input]]:
    """Give the known inputs of a share: itself, where it is written in place."""
    if isinstance(stated, str):
        yield from _inputs(case, stated)
    elif isinstance(stated, Input) and not stated.is_unknown:
        yield place, stated


def numbers_of(case: Case, *formulas: str | None) -> dict[str, Input]:
    """Give the known inputs that stand in some formulas, by name."""
    return {
        name: number for formula in formulas if formula for name, number in _inputs(case, formula)
    }


def _inputs(case: Case, formula: str) -> Iterator[tuple[str, Input]]:
    for name in inputs_of(parsed(formula)) if formula != UNKNOWN else ():
        if name in case.inputs and not case.inputs[name].is_unknown:
            yield name, case.inputs[name]


def _is_compared(line: Result) -> bool:
    without_it = line.without_it
    return without_it is not None and bool(without_it.baseline or without_it.comparator)


def as_facts(kind: FactKind, values: Iterable[str]) -> tuple[LedgerFact, ...]:
    """Make facts of one kind, each once, in order."""
    return tuple(LedgerFact(kind, value) for value in dict.fromkeys(values))
