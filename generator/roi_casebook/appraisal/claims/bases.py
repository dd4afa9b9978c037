"""Our figure on other bases: what a source may have computed from the same lines.

A variant leaves something out (margin, deadweight, discounting ...), follows another reading, looks
at one line alone, or is another return than the one that is named. Those that differ least come
first, and none differs in more than two things, but for the steps of the bridge from claim to
defended figure: among endless variants some would hit any number by chance. A cost that is claimed
is what was paid: our own figure for it is the total, undiscounted.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from types import MappingProxyType
from typing import cast

from roi_casebook.appraisal.claims.claimed import CaseOfClaims, JudgedReading
from roi_casebook.appraisal.claims.verdict import OtherBasis
from roi_casebook.case.claims import ClaimedLane
from roi_casebook.roi.appraising import appraised, appraised_socially
from roi_casebook.roi.centre import no_figure
from roi_casebook.roi.figure_table import FIGURES, Claimable
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.flows import Flows, Line
from roi_casebook.roi.scenarios import BRIDGE, stated_steps

MOST_DIFFERENCES = 2
LEFT_OUT = dict(BRIDGE)
CLAIMABLE: Mapping[str, Claimable] = MappingProxyType(
    {name: entry.claimable for name, entry in FIGURES.items() if entry.claimable}
)
"""How claims are held against each figure that one may speak of."""
FIGURE_OF: Mapping[str, str] = MappingProxyType(
    {kind: name for name, claimable in CLAIMABLE.items() for kind in claimable.kinds}
)
"""The figure that each kind of claim speaks of; a share of revenue is held as a sum of money."""
RATIOS: Mapping[str, str] = MappingProxyType(
    {
        kind: claimable.gain_by_cost
        for claimable in CLAIMABLE.values()
        for kind in claimable.kinds
        if claimable.gain_by_cost
    }
)
"""The kinds of claim that are a ratio to the cost; whether the cost is taken off before."""
LINES: Mapping[str, str] = MappingProxyType(
    {name: claimable.lines for name, claimable in CLAIMABLE.items() if claimable.lines}
)
"""Which lines a figure may be of, one alone."""
RETURNS: Mapping[str, OtherBasis] = MappingProxyType(
    {
        name: cast("OtherBasis", claimable.as_return)
        for name, claimable in CLAIMABLE.items()
        if claimable.as_return
    }
)
"""Every return that a case may have, with what a claim of another one is told to be."""
SOCIALLY: Mapping[str, str] = MappingProxyType(
    {kind: name for name, claimable in CLAIMABLE.items() for kind in claimable.social_kinds}
)
"""The figure of social value that each kind of claim speaks of."""
SHARE_OF_REVENUE = "share-of-revenue"


@dataclass(frozen=True)
class Wanted:
    """A figure that a claim speaks of; by_year: of one year, not of the whole period."""

    figure: str
    by_year: bool = False
    lane: ClaimedLane = "hard"


@dataclass(frozen=True)
class Variant:
    """Our figure on another basis. left_out: steps of the bridge; by_year: the mean of a year."""

    figure: str
    reading: str | None
    line: str | None = None
    left_out: frozenset[str] = frozenset()
    by_year: bool = False
    basis: tuple[OtherBasis, ...] = ()
    lane: ClaimedLane = "hard"

    @property
    def name(self) -> str:
        """The quantity that it is: of a year, of all years undiscounted, or the figure itself."""
        claimable = CLAIMABLE.get(self.figure)
        if claimable is None:
            return self.figure
        if self.by_year:
            return claimable.of_a_year
        return (claimable.undiscounted if self.is_undiscounted else "") or self.figure

    @property
    def is_undiscounted(self) -> bool:
        """Tell whether nothing is discounted in it."""
        return "discounting" in self.left_out


def readings_of(judged: CaseOfClaims, lane: ClaimedLane) -> Mapping[str | None, JudgedReading]:
    """Give the appraisals of a lane."""
    return judged.readings if lane == "hard" else judged.social


def variants(judged: CaseOfClaims, reading: str | None, wanted: Wanted) -> tuple[Variant, ...]:
    """Give the variants of a figure in a reading, itself first, then those that differ least."""
    of_lane = readings_of(judged, wanted.lane)
    found = [
        variant
        for each in (reading, *(each for each in of_lane if each != reading))
        if each in of_lane
        for variant in _of_reading(of_lane[each].flows, each, wanted, is_other=each != reading)
    ]
    found += _other_returns(judged, reading, wanted)
    return tuple(sorted(found, key=lambda variant: len(variant.basis)))


def _other_returns(judged: CaseOfClaims, reading: str | None, wanted: Wanted) -> Iterator[Variant]:
    """Give every other return that the case has, of each reading, where one is claimed."""
    for name, told in RETURNS.items() if wanted.figure in RETURNS else ():
        lane: ClaimedLane = "hard" if "hard" in FIGURES[name].lanes else "social"
        for each in readings_of(judged, lane) if name != wanted.figure else ():
            here: tuple[OtherBasis, ...] = ("another_reading",) if each != reading else ()
            yield Variant(name, each, basis=(*here, told), lane=lane)


def _of_reading(
    flows: Flows, reading: str | None, wanted: Wanted, *, is_other: bool
) -> Iterator[Variant]:
    here: tuple[OtherBasis, ...] = ("another_reading",) if is_other else ()
    steps, is_paid = _steps(flows), FIGURES[wanted.figure].is_cost
    own_figure = ((wanted.figure, wanted.by_year, cast("tuple[OtherBasis, ...]", ())),)
    forms = (*own_figure, *_forms(flows, wanted))
    for line, (left_out, is_step), form in product(_lines(flows, wanted), _left_out(steps), forms):
        figure, by_year, told = form
        alone: tuple[OtherBasis, ...] = ("one_line",) if line else ()
        of_a_year = by_year or wanted.by_year
        names = _names(left_out, steps, of_a_year=of_a_year, is_paid=is_paid)
        basis = (*here, *alone, *names, *told)
        if len(basis) <= MOST_DIFFERENCES or (is_step and not here and not alone):
            never = {"discounting"} if of_a_year else frozenset()
            yield Variant(figure, reading, line, left_out | never, by_year, basis, wanted.lane)


def _lines(flows: Flows, wanted: Wanted) -> tuple[str | None, ...]:
    """Give all lines together, and each alone where there are several."""
    lines: tuple[Line, ...] = getattr(flows, LINES.get(wanted.figure, ""), ())
    return (None, *(line.name for line in lines)) if len(lines) > 1 else (None,)


def _forms(flows: Flows, wanted: Wanted) -> Iterator[tuple[str, bool, tuple[OtherBasis, ...]]]:
    for figure, name in CLAIMABLE[wanted.figure].also_called:
        yield figure, False, (cast("OtherBasis", name),)
    if wanted.figure in LINES and flows.years > 1 and not flows.is_present:
        told: OtherBasis = "whole_period" if wanted.by_year else "per_year"
        yield wanted.figure, not wanted.by_year, (told,)


def _steps(flows: Flows) -> list[str]:
    """Give the steps of the bridge that some flows have, discounting also where its rate is missing."""
    steps = [name for name, shares in stated_steps(flows) if shares]
    return [*steps, "discounting"] if flows.rate_is_missing else steps


def _left_out(steps: list[str]) -> Iterator[tuple[frozenset[str], bool]]:
    """Give what may be left out: nothing, one step, or all steps from one of the bridge on."""
    tails = {frozenset(steps[first:]) for first in range(len(steps) + 1)}
    singles = {frozenset((step,)) for step in steps}
    for left_out in sorted(tails | singles, key=lambda each: (len(each), sorted(each))):
        yield left_out, left_out in tails


def _names(
    left_out: frozenset[str], steps: list[str], *, of_a_year: bool, is_paid: bool
) -> tuple[OtherBasis, ...]:
    """Name what is left out; money said to come each year is never discounted.

    Nor is what something is said to have cost, which is the sum of what was paid: it is named where it is.
    """
    named = (step for step in LEFT_OUT if step in left_out)
    told = tuple(
        cast("OtherBasis", f"without_{step}")
        for step in named
        if not ((of_a_year or is_paid) and step == "discounting")
    )
    is_discounted = "discounting" in steps and "discounting" not in left_out
    return (*told, "discounted") if is_paid and is_discounted and not of_a_year else told


def figure_of(judged: CaseOfClaims, variant: Variant) -> Figure:
    """Compute a variant; a chance, which is made of draws, is that of the appraisal."""
    reading = readings_of(judged, variant.lane)[variant.reading]
    if FIGURES[variant.figure].by is None:
        return reading.figures[variant.figure]
    return figure_in(reading.flows, variant)


def figure_in(flows: Flows, variant: Variant) -> Figure:
    """Compute a variant over the flows of its reading."""
    if variant.by_year and flows.is_present:  # no year can be told from the others
        return no_figure(FIGURES[variant.figure], "present_values_only")
    own = without(_alone(flows, variant), variant.left_out)
    figure = _appraised(own, variant.figure)
    if figure.value is None or not variant.by_year:
        return figure
    return replace(figure, value=figure.value / max(1, flows.years))


def _appraised(flows: Flows, figure: str) -> Figure:
    if "hard" in FIGURES[figure].lanes:
        return appraised(flows, names=(figure,)).figures[figure]
    return appraised_socially(flows).figures[figure]


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


def without(flows: Flows, left_out: frozenset[str]) -> Flows:
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
