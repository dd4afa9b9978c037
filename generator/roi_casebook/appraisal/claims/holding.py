"""A claim held against the case: an input that it gives back, our figure, a soft result.

An input comes first, since a figure that is nothing but one input shows nothing. Then our own
figure, and it on other bases; a number that is printed too coarsely, or as `up to` or `over`, is
held against our own figure only. What is counted is held against the soft results.

Our figure on other bases: what a source may have computed from the same lines.

A variant leaves something out (margin, deadweight, discounting ...), follows another reading, looks
at one line alone, or takes the ratio or the time another way. Those that differ least come first,
and none differs in more than two things, but for the steps of the bridge from claim to defended
figure: among endless variants some would hit any number by chance.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from types import MappingProxyType
from typing import cast

from roi_casebook.appraisal.claims.claim_units import (
    PER_YEAR,
    factor,
    is_by_the_year,
    is_pure,
    is_sum_of_money,
    yearly,
)
from roi_casebook.appraisal.claims.claimed import (
    CaseOfClaims,
    Claimed,
    claimed,
    formula_in,
    names_in,
    parsed_units_of,
    revenue_of,
)
from roi_casebook.appraisal.claims.printed import Limits
from roi_casebook.appraisal.claims.repetition import restated_input
from roi_casebook.appraisal.claims.verdict import Held, Holding, OtherBasis, WhyNot
from roi_casebook.roi.algebra.units import currencies_in
from roi_casebook.roi.appraising import appraised
from roi_casebook.roi.figure_table import FIGURES, Claimable
from roi_casebook.roi.figures import Figure, FigureUnit
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
SHARE_OF_REVENUE = "share-of-revenue"


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


def variants(judged: CaseOfClaims, reading: str | None, wanted: Wanted) -> tuple[Variant, ...]:
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
    for figure, name in CLAIMABLE[wanted.figure].also_called:
        yield figure, False, (cast("OtherBasis", name),)
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


def figure_of(judged: CaseOfClaims, variant: Variant) -> Figure:
    """Compute a variant."""
    flows = judged.readings[variant.reading].flows
    own = _without(_alone(flows, variant), variant.left_out)
    figure = appraised(own, names=(variant.figure,)).figures[variant.figure]
    if figure.value is None or not variant.by_year:
        return figure
    return replace(figure, value=figure.value / max(1, flows.years))


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


def hold(judged: CaseOfClaims, name: str, limits: Limits) -> Holding:
    """Hold a claim against the case: how it stands before any doubt."""
    one = claimed(judged, name, limits)
    if one is None:
        return Holding("not_computable", reason="no_number")
    reason = _reason_apart(one)
    if reason:
        return Holding("not_computable", reason=reason)
    restated = restated_input(one)
    if restated:
        return Holding("restates_input", restated)
    return _against_figures(one) if speaks_of(one) else _against_soft(one)


def _reason_apart(one: Claimed) -> WhyNot | None:
    """Give the reason why a claim cannot be held against this case at all."""
    if one.says.what == "media-value":
        return "media_value"
    if any(each != one.case.money.currency for each in currencies_in(one.unit)):
        return "other_currency"
    if one.says.what == SHARE_OF_REVENUE and not revenue_of(one.judged):
        return "revenue_unknown"
    return None


# Against figures ---------------------------------------------------------------------------------


def speaks_of(one: Claimed) -> tuple[Wanted, float] | None:
    """Give the figure that a claim speaks of, and by what ours is multiplied to be in its unit.

    None where it speaks of none: it counts something, or is about the organisation.
    """
    figure = FIGURE_OF.get(one.says.what)
    if figure is None or one.says.of == "organisation":
        return None
    if one.says.what == SHARE_OF_REVENUE:
        return Wanted(figure, by_year=True), 1 / (revenue_of(one.judged) or 1.0)
    by_year, scale = is_by_the_year(one.unit), _scale_to(one, FIGURES[figure].unit)
    return (Wanted(figure, by_year=by_year), scale) if scale else None


def _scale_to(one: Claimed, unit: FigureUnit) -> float | None:
    """Give by what our figure is multiplied to be in a claim's unit; None where they do not compare."""
    if unit == "month":
        return _months_to(one)
    if unit == "ratio":
        return 1.0 if is_pure(one.unit) else None
    if not is_sum_of_money(one.unit, one.case.money.currency):
        return None
    return factor(yearly(one.unit)[1], one.unit) or 1.0


def _months_to(one: Claimed) -> float | None:
    """Give how many of a claim's stretches of time make a month."""
    per_year = {**PER_YEAR, "year": 1.0}
    ((symbol, power),) = one.unit if len(one.unit) == 1 else (("", 0),)
    return per_year[symbol] / per_year["month"] if power == 1 and symbol in per_year else None


def _against_figures(one: Claimed) -> Holding:
    spoken = speaks_of(one)
    if spoken is None:
        return Holding("not_computable", reason="no_counterpart")
    wanted, scale = spoken
    own, *others = variants(one.judged, one.reading, wanted)
    base = figure_of(one.judged, own)
    held = _simplest(one, [own, *(others if _is_fine(one) else [])], scale)
    if held is None and _explained_by_rounding(one, base, scale):
        held = _held(own, base, scale, ("rounded_inputs",))
    if held:
        return Holding("reproduced_on_another_basis" if held.basis else "reproduced", held)
    return _unsupported(one, own, base, scale)


def _is_fine(one: Claimed) -> bool:
    """Tell whether a number is printed finely enough to be looked for on other bases."""
    return one.meant.is_within(one.limits["claim_coarsest"])


def _simplest(one: Claimed, among: list[Variant], scale: float) -> Held | None:
    """Give the variant that reproduces the claim with the fewest differences from our figure."""
    best: Held | None = None
    for variant in among:
        if best is not None and len(variant.basis) >= len(best.basis):
            break
        figure = figure_of(one.judged, variant)
        if figure.value is None or not one.meant.holds(figure.value * scale):
            continue
        partial: tuple[OtherBasis, ...] = ("known_only",) if figure.bound else ()
        found = _held(variant, figure, scale, partial)
        if best is None or len(found.basis) < len(best.basis):
            best = found
    return best


def _held(
    variant: Variant, figure: Figure, scale: float, also: tuple[OtherBasis, ...] = ()
) -> Held:
    return Held(
        "figure",
        variant.name,
        (figure.value or 0.0) * scale,
        figure.bound,
        variant.reading,
        variant.line,
        (*variant.basis, *also),
    )


def _explained_by_rounding(one: Claimed, figure: Figure, scale: float) -> bool:
    return figure.value is not None and not figure.bound and _is_close(one, figure.value * scale)


def _is_close(one: Claimed, value: float) -> bool:
    return abs(one.value - value) <= abs(value) * one.limits["claim_rounding"]


def _unsupported(one: Claimed, own: Variant, base: Figure, scale: float) -> Holding:
    if base.value is None:
        return Holding("not_computable", reason=base.reason)
    held = _held(own, base, scale)
    if _bound_allows(one, held):
        return Holding("not_computable", held, "only_a_bound")
    return Holding("not_reproduced", held)


def _bound_allows(one: Claimed, held: Held) -> bool:
    """Tell whether the claim may still be true, since ours is only the most or the least."""
    allowed = {"at_most": one.meant.low <= held.value, "at_least": one.meant.high >= held.value}
    return held.bound is not None and allowed[held.bound]


# Against what is counted -------------------------------------------------------------------------


def _against_soft(one: Claimed) -> Holding:
    """Which soft result is meant cannot be told where none has the number: no counterpart then."""
    for held in _soft(one):
        if one.meant.holds(held.value):
            return Holding("reproduced", held)
        if _is_close(one, held.value):
            rounded = Held("soft", held.name, held.value, basis=("rounded_inputs",))
            return Holding("reproduced_on_another_basis", rounded)
    return Holding("not_computable", reason="no_counterpart")


def _soft(one: Claimed) -> Iterator[Held]:
    """Give the soft results that are computed and in the claim's unit."""
    units = parsed_units_of(one.case)
    for name, result in one.case.soft.items():
        value = formula_in(result.result, one.unit, one.judged.amounts, units)
        if value is not None and len(names_in(result.result)) > 1:
            yield Held("soft", name, value)
