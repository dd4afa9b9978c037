"""Our figure on other bases: what a source may have computed from the same lines.

A variant leaves something out (margin, deadweight, discounting ...), follows another reading, looks
at one line alone, or takes the ratio or the time another way. Those that differ least come first,
and none differs in more than two things, but for the steps of the bridge from claim to defended
figure: among endless variants some would hit any number by chance.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from types import MappingProxyType
from typing import cast

from roi_casebook.appraisal.claims.claimed import JudgedCase
from roi_casebook.appraisal.claims.verdict import OtherBasis
from roi_casebook.roi.appraising import appraised
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.flows import Flows, Line
from roi_casebook.roi.scenarios import BRIDGE, stated_steps

MOST_DIFFERENCES = 2
LEFT_OUT = dict(BRIDGE)
LINES: Mapping[str, str] = MappingProxyType(
    {"pv_costs": "costs", "pv_benefits": "benefits", "npv": "balances"}
)
"""Which lines a figure may be of, one alone."""
OF_A_YEAR: Mapping[str, str] = MappingProxyType(
    {"pv_costs": "costs", "pv_benefits": "benefits", "npv": "net_flow"}
)
UNDISCOUNTED: Mapping[str, str] = MappingProxyType(
    {"pv_costs": "total_costs", "pv_benefits": "total_benefits", "roi": "roi_simple"}
)
"""The quantities that a figure is without discounting, of one year or of all."""
FORMS: Mapping[str, tuple[tuple[str, OtherBasis], ...]] = MappingProxyType(
    {
        "roi": (("bcr", "gross_ratio"),),
        "bcr": (("roi", "net_ratio"),),
        "payback_months": (("discounted_payback_months", "discounted"),),
    }
)
"""The other figures that are often called by a figure's name."""


@dataclass(frozen=True)
class Wanted:
    """A figure that a claim speaks of; by_year: of one year, not of the whole period."""

    figure: str
    by_year: bool = False


@dataclass(frozen=True)
class Variant:
    """Our figure on another basis. left_out: steps of the bridge; by_year: the mean of a year."""

    figure: str
    reading: str | None
    line: str | None
    left_out: frozenset[str]
    by_year: bool
    basis: tuple[OtherBasis, ...]

    @property
    def name(self) -> str:
        """The quantity that it is: of a year, of all years undiscounted, or the figure itself."""
        if self.by_year:
            return OF_A_YEAR[self.figure]
        return UNDISCOUNTED.get(self.figure, self.figure) if self.is_undiscounted else self.figure

    @property
    def is_undiscounted(self) -> bool:
        """Tell whether nothing is discounted in it."""
        return "discounting" in self.left_out


def variants(judged: JudgedCase, reading: str | None, wanted: Wanted) -> tuple[Variant, ...]:
    """Give the variants of a figure in a reading, itself first, then those that differ least."""
    others = [each for each in judged.readings if each != reading]
    found = [
        variant
        for each in (reading, *others)
        for variant in _of_reading(
            judged.readings[each].flows, each, wanted, is_other=each != reading
        )
    ]
    return tuple(sorted(found, key=lambda variant: len(variant.basis)))


def _of_reading(
    flows: Flows, reading: str | None, wanted: Wanted, *, is_other: bool
) -> Iterator[Variant]:
    here: tuple[OtherBasis, ...] = ("another_reading",) if is_other else ()
    own_figure = ((wanted.figure, wanted.by_year, cast("tuple[OtherBasis, ...]", ())),)
    forms = (*own_figure, *_forms(flows, wanted))
    for line, (left_out, is_step), form in product(_lines(flows, wanted), _left_out(flows), forms):
        figure, by_year, told = form
        alone: tuple[OtherBasis, ...] = ("one_line",) if line else ()
        of_a_year = by_year or wanted.by_year
        basis = (*here, *alone, *_names(left_out, of_a_year=of_a_year), *told)
        if len(basis) <= MOST_DIFFERENCES or (is_step and not here and not alone):
            never = {"discounting"} if of_a_year else frozenset()
            yield Variant(figure, reading, line, left_out | never, by_year, basis)


def _lines(flows: Flows, wanted: Wanted) -> tuple[str | None, ...]:
    """Give all lines together, and each alone where there are several."""
    lines: tuple[Line, ...] = getattr(flows, LINES.get(wanted.figure, ""), ())
    return (None, *(line.name for line in lines)) if len(lines) > 1 else (None,)


def _forms(flows: Flows, wanted: Wanted) -> Iterator[tuple[str, bool, tuple[OtherBasis, ...]]]:
    for figure, name in FORMS.get(wanted.figure, ()):
        yield figure, False, (name,)
    if wanted.figure in LINES and flows.years > 1:
        told: OtherBasis = "whole_period" if wanted.by_year else "per_year"
        yield wanted.figure, not wanted.by_year, (told,)


def _left_out(flows: Flows) -> Iterator[tuple[frozenset[str], bool]]:
    """Give what may be left out: nothing, one step, or all steps from one of the bridge on."""
    steps = [name for name, shares in stated_steps(flows) if shares]
    if flows.rate_is_missing:
        steps.append("discounting")
    tails = {frozenset(steps[first:]) for first in range(len(steps) + 1)}
    singles = {frozenset((step,)) for step in steps}
    for left_out in sorted(tails | singles, key=lambda each: (len(each), sorted(each))):
        yield left_out, left_out in tails


def _names(left_out: frozenset[str], *, of_a_year: bool) -> tuple[OtherBasis, ...]:
    """Name what is left out; money said to come each year is never discounted."""
    named = (step for step in LEFT_OUT if step in left_out)
    return tuple(
        cast("OtherBasis", f"without_{step}")
        for step in named
        if not (of_a_year and step == "discounting")
    )


def figure_of(judged: JudgedCase, variant: Variant) -> Figure:
    """Compute a variant."""
    flows = judged.readings[variant.reading].flows
    figure = _figure(_without(_alone(flows, variant), variant.left_out), variant.figure)
    if figure.value is None or not variant.by_year:
        return figure
    return replace(figure, value=figure.value / max(1, flows.years))


@lru_cache(maxsize=512)
def _figure(flows: Flows, name: str) -> Figure:
    return appraised(flows, names=(name,)).figures[name]


def _alone(flows: Flows, variant: Variant) -> Flows:
    if variant.line is None:
        return flows
    side = LINES[variant.figure]
    only = tuple(line for line in getattr(flows, side) if line.name == variant.line)
    none: tuple[Line, ...] = ()
    sides = {each: only if each == side else none for each in LINES.values()}
    return replace(
        flows, costs=sides["costs"], benefits=sides["benefits"], balances=sides["balances"]
    )


def _without(flows: Flows, left_out: frozenset[str]) -> Flows:
    """Leave some steps of the bridge out of flows."""
    names = {name for step in left_out for name in LEFT_OUT[step]}
    if not names:
        return flows
    return replace(
        flows,
        costs=_stripped(flows.costs, names),
        benefits=_stripped(flows.benefits, names),
        discount_rate=0.0 if "discount_rate" in names else flows.discount_rate,
    )


def _stripped(lines: tuple[Line, ...], names: set[str]) -> tuple[Line, ...]:
    return tuple(
        replace(
            line,
            shares={name: share for name, share in line.shares.items() if name not in names},
        )
        for line in lines
    )
