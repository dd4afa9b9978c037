"""A claim held against the case: an input that it gives back, our figure, a soft result.

An input comes first, since a figure that is nothing but one input shows nothing. Then our own
figure, and it on other bases; a number that is printed too coarsely, or as `up to` or `over`, is
held against our own figure only. What is counted is held against the soft results.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from roi_casebook.appraisal.claims.claim_units import (
    PER_YEAR,
    currencies,
    factor,
    is_by_the_year,
    is_money,
    is_pure,
    yearly,
)
from roi_casebook.appraisal.claims.claimed import (
    Claimed,
    JudgedCase,
    claimed,
    formula_in,
    names_in,
    revenue_of,
    units_of,
)
from roi_casebook.appraisal.claims.other_bases import Variant, Wanted, figure_of, variants
from roi_casebook.appraisal.claims.printed import Limits
from roi_casebook.appraisal.claims.restating import restated_input
from roi_casebook.appraisal.claims.verdict import Held, Holding, OtherBasis, WhyNot
from roi_casebook.roi.figures import Figure

MONEY_FIGURES: Mapping[str, str] = MappingProxyType(
    {
        "benefit": "pv_benefits",
        "revenue": "pv_benefits",
        "saving": "pv_benefits",
        "cost": "pv_costs",
        "net": "npv",
        "share-of-revenue": "pv_benefits",
    }
)
"""The figure against which a sum of money is held; a share of revenue is held as such a sum."""
RATIO_FIGURES = ("roi", "bcr")
SHARE_OF_REVENUE = "share-of-revenue"


def hold(judged: JudgedCase, name: str, limits: Limits) -> Holding:
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
    if any(each != one.case.money.currency for each in currencies(one.unit)):
        return "other_currency"
    if one.says.what == SHARE_OF_REVENUE and not revenue_of(one.judged):
        return "revenue_unknown"
    return None


# Against figures ---------------------------------------------------------------------------------


def speaks_of(one: Claimed) -> tuple[Wanted, float] | None:
    """Give the figure that a claim speaks of, and by what ours is multiplied to be in its unit.

    None where it speaks of none: it counts something, or is about the organisation.
    """
    what, figure = one.says.what, MONEY_FIGURES.get(one.says.what)
    if one.says.of == "organisation":
        return None
    if what == SHARE_OF_REVENUE:
        return Wanted("pv_benefits", by_year=True), 1 / (revenue_of(one.judged) or 1.0)
    if figure and is_money(one.unit, one.case.money.currency):
        scale = factor(yearly(one.unit)[1], one.unit)
        return Wanted(figure, by_year=is_by_the_year(one.unit)), scale or 1.0
    if what in RATIO_FIGURES and is_pure(one.unit):
        return Wanted(what), 1.0
    months = _months_to(one)
    return (Wanted("payback_months"), months) if what == "payback" and months else None


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
    units = units_of(one.case)
    for name, result in one.case.soft.items():
        value = formula_in(result.result, one.unit, one.judged.amounts, units)
        if value is not None and len(names_in(result.result)) > 1:
            yield Held("soft", name, value)
