"""What all cases together show: what is missing most, how claims stand and why they fail, where none is.

Counts alone, over a library that holds what its sources select: never a mean, never a ranking.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.claims.verdict import UNTRUE, DoubtRule, OtherBasis, State, Verdict


@dataclass(frozen=True)
class MissingItem:
    """An item of the reporting checklist: in how many cases it is missing, of how many it applies to."""

    item: str
    missing: int
    applies: int


def missing_most(cases: Iterable[JudgedCase], most: int) -> tuple[MissingItem, ...]:
    """Give the items that are missing in most cases, those missing most often first."""
    missing: Counter[str] = Counter()
    applies: Counter[str] = Counter()
    for judged in cases:
        for item in judged.evidence.reporting.items:
            missing[item.name] += item.answer == "no"
            applies[item.name] += item.answer != "not_applicable"
    ranked = sorted(applies, key=lambda name: -missing[name])
    return tuple(MissingItem(name, missing[name], applies[name]) for name in ranked[:most])


Failing = Literal["whole", "ratio", "revenue", "counterfactual", "other_time", "part", "inherited"]
"""Why a claim does not hold as it is told."""
_BY_DOUBT: Mapping[DoubtRule, Failing] = MappingProxyType(
    {
        "whole_revenue": "whole",
        "thousandfold": "whole",
        "ratio_against_parts": "ratio",
        "part_of_ratio": "ratio",
        "ratio_of_another_kind": "ratio",
        "mixed_bases": "ratio",
        "all_credited": "counterfactual",
        "cumulative_or_yearly": "other_time",
    }
)
_BY_BASIS: Mapping[OtherBasis, Failing] = MappingProxyType(
    {
        "without_margin": "revenue",
        "without_deadweight": "counterfactual",
        "without_attribution_to_others": "counterfactual",
        "per_year": "other_time",
        "whole_period": "other_time",
        "one_line": "part",
    }
)
UNHELD: frozenset[State] = UNTRUE | {"not_reproduced"}
"""A claim of which this was found does not hold."""


def states(cases: Iterable[JudgedCase]) -> Mapping[State, int]:
    """Count the claims of all cases by their verdict."""
    return Counter(verdict.state for judged in cases for verdict in judged.verdicts.values())


def failings(cases: Iterable[JudgedCase]) -> Mapping[Failing, tuple[str, ...]]:
    """Give for each reason why claims fail the cases with such a claim, by slug, each once."""
    found: dict[Failing, dict[str, None]] = {}
    for judged in cases:
        for verdict in judged.verdicts.values():
            for why in _why(verdict):
                found.setdefault(why, {})[judged.slug] = None
    return {why: tuple(slugs) for why, slugs in found.items()}


def _why(verdict: Verdict) -> Iterator[Failing]:
    for doubt in verdict.doubts:
        if doubt.rule in _BY_DOUBT and doubt.weight != "remark":
            yield _BY_DOUBT[doubt.rule]
    for basis in verdict.held.basis if verdict.held else ():
        if basis in _BY_BASIS:
            yield _BY_BASIS[basis]
    if verdict.inherits is not None and verdict.state in UNHELD:
        yield "inherited"


@dataclass(frozen=True)
class Field:
    """The cases of one kind of initiative with one objective: how many, and the most locks of one."""

    number: int
    locks: int


@dataclass(frozen=True)
class GapMap:
    """Kinds of initiative by objective; a field that is not there is a gap."""

    kinds: tuple[str, ...]
    objectives: tuple[str, ...]
    fields: Mapping[tuple[str, str], Field]


def gap_map(cases: Sequence[JudgedCase]) -> GapMap:
    """Count the cases of each kind by objective, the kinds and objectives with most cases first."""
    places = [(each.case.initiative.kind, each.case.initiative.objective) for each in cases]
    found: dict[tuple[str, str], Field] = {}
    for place, judged in zip(places, cases, strict=True):
        known = found.get(place, Field(0, 0))
        found[place] = Field(known.number + 1, max(known.locks, judged.leads.locks.count))
    return GapMap(
        kinds=_most_first(kind for kind, _ in places),
        objectives=_most_first(objective for _, objective in places),
        fields=MappingProxyType(found),
    )


def _most_first(values: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(values)
    return tuple(sorted(counted, key=lambda value: (-counted[value], value)))
