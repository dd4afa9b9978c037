"""What the figures of a reading rest on: the lines that carry money, their numbers and sources.

A line carries money where some amount of it is known, be it zero: that nothing came back is a
result too. What is unknown is no evidence, neither good nor bad.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from roi_casebook.appraisal.amounts import inputs_of, parsed
from roi_casebook.appraisal.basis import Basis
from roi_casebook.appraisal.flows import MoneyLine, stated_shares
from roi_casebook.case import Case, CostLine, Input
from roi_casebook.case.designs import Result
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.flows import Flows
from roi_casebook.roi.ranges import Range
from roi_casebook.written.scalars import UNKNOWN

FactKind = Literal[
    "line", "input", "source", "design", "status", "found_by", "role", "months", "ratio"
]


class Judged(Protocol):
    """What of an appraisal its evidence is judged on."""

    @property
    def reading(self) -> str | None:
        """The id of the reading, None where the case has none."""

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
class Fact:
    """One thing that a judgement rests on: an id of the case, a word of a closed list, a number.

    An input written in place is named by its line and share: ``orders.deadweight``.
    """

    kind: FactKind
    value: str | float


@dataclass(frozen=True)
class Grounds:
    """A reading of a case, with those of its lines that carry money."""

    case: Case
    appraisal: Judged
    costs: Mapping[str, CostLine]
    results: Mapping[str, Result]

    @property
    def lines(self) -> Mapping[str, MoneyLine]:
        """Costs and results."""
        return {**self.costs, **self.results}

    def is_reachable(self, number: Input) -> bool:
        """Tell whether the number stands in a source that was opened at an address."""
        return number.source is not None and self.case.sources[number.source].read_at != UNKNOWN


def grounds_of(case: Case, appraisal: Judged) -> Grounds:
    """Give what the figures of an appraised reading rest on."""
    flows = appraisal.flows
    return Grounds(
        case,
        appraisal,
        {line.name: case.costs[line.name] for line in flows.costs if not line.is_unknown},
        {
            line.name: case.benefits.get(line.name) or case.net[line.name]
            for line in (*flows.benefits, *flows.balances)
            if not line.is_unknown
        },
    )


def numbers(case: Case, lines: Iterable[MoneyLine]) -> dict[str, Input]:
    """Give the known inputs of which the amounts of some lines are made, by name."""
    formulas = (formula for line in lines for formula in line.amounts().values())
    return {name: number for formula in formulas for name, number in _inputs(case, formula)}


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


def _inputs(case: Case, formula: str) -> Iterator[tuple[str, Input]]:
    for name in inputs_of(parsed(formula)) if formula != UNKNOWN else ():
        if name in case.inputs and not case.inputs[name].is_unknown:
            yield name, case.inputs[name]


def as_facts(kind: FactKind, values: Iterable[str]) -> tuple[Fact, ...]:
    """Make facts of one kind, each once, in order."""
    return tuple(Fact(kind, value) for value in dict.fromkeys(values))
