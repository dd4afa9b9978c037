"""A claim held against the case: the input that it gives back, our figure as shown, what is counted.

An input of the claim's own source comes first, since what was taken over shows nothing. Then our own
figure, within the rounding of the inputs, and on other bases; a number that is printed too
coarsely, or as `up to` or `over`, is held against our own figure only. Last comes what our figure
leaves open: its range, its side, the year in which yearly data place a payback.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from math import ceil
from typing import cast

from roi_casebook.appraisal.amounts import Amounts
from roi_casebook.appraisal.case_flows import with_amounts
from roi_casebook.appraisal.claims.bases import (
    CLAIMABLE,
    FIGURE_OF,
    SHARE_OF_REVENUE,
    SOCIALLY,
    Variant,
    Wanted,
    figure_in,
    figure_of,
    readings_of,
    variants,
)
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
from roi_casebook.appraisal.claims.claimed_lane import lane_of
from roi_casebook.appraisal.claims.moved_inputs import Reach, ranged, rounded
from roi_casebook.appraisal.claims.own_figure import own_figure
from roi_casebook.appraisal.claims.printed import Interval, Limits
from roi_casebook.appraisal.claims.repetition import restated_input
from roi_casebook.appraisal.claims.result_claimed import KIND as RESULT_KIND
from roi_casebook.appraisal.claims.result_claimed import against_result
from roi_casebook.appraisal.claims.room import (
    is_on_open_side,
    is_same_bound,
    limits_of,
    wanted_by,
    ways_open,
)
from roi_casebook.appraisal.claims.verdict import Held, Holding, OtherBasis, Room, WhyNot
from roi_casebook.appraisal.formula_sides import figure_of_formula
from roi_casebook.roi.algebra.units import currencies_in
from roi_casebook.roi.constants import MONTHS_PER_YEAR
from roi_casebook.roi.figure_table import FIGURES, PAYBACK_TIME
from roi_casebook.roi.figures import Figure, FigureUnit

NEEDS_COUNTERPART = frozenset({"change", "share", "count", "soft"})


def hold(judged: CaseOfClaims, name: str, limits: Limits) -> Holding:
    """Hold a claim against the case: how it stands before any doubt."""
    what = judged.case.claims[name].says.what
    if what == "media-value":
        return Holding("not_computable", reason="media_value")
    one = claimed(judged, name, limits)
    if one is None:
        return Holding("not_computable", reason="no_number")
    if what == "other":
        return Holding("not_computable", reason="never_held")
    restated = restated_input(one)
    return Holding("same_as_input", restated) if restated else _held_apart(one)


def _held_apart(one: Claimed) -> Holding:
    """Hold a claim against what it names, else against the figures or results that it speaks of."""
    of_result = one.says.what == RESULT_KIND and one.claim.against in {None, *one.case.soft}
    against = _names_counterpart(one)
    if against and not of_result:
        return _against_formula(one, against)
    reason = _reason_apart(one)
    if reason:
        return Holding("not_computable", reason=reason)
    if of_result:
        return against_result(one)
    return _against_figures(one) if speaks_of(one) else _against_soft(one)


def _names_counterpart(one: Claimed) -> str | None:
    """Give what a claim is held against: as it says, or the organisation's revenue where it is that."""
    if one.says.of == "organisation" and one.says.what == "revenue":
        return one.claim.against or one.case.organisation.revenue
    return one.claim.against


def _reason_apart(one: Claimed) -> WhyNot | None:
    """Give the reason why a claim cannot be held against this case at all."""
    if any(each != one.case.money.currency for each in currencies_in(one.unit)):
        return "rate_unknown"
    if one.claim.scope is not None:
        return "only_a_part"
    if one.says.what == SHARE_OF_REVENUE and not revenue_of(one.judged):
        return "revenue_unknown"
    return None


# Against figures ---------------------------------------------------------------------------------


def speaks_of(one: Claimed) -> tuple[Wanted, float] | None:
    """Give the figure that a claim speaks of, and by what ours is multiplied to be in its unit.

    None where it speaks of none: it counts something, or is about the organisation.
    """
    what, lane = one.says.what, lane_of(one.judged, one.name)
    figure = (FIGURE_OF if lane == "hard" else SOCIALLY).get(what)
    if figure is None or one.says.of == "organisation":
        return None
    if one.reading not in readings_of(one.judged, lane):
        return None
    if what == SHARE_OF_REVENUE:
        return Wanted(figure, by_year=True), 1 / (revenue_of(one.judged) or 1.0)
    by_year, scale = is_by_the_year(one.unit), _scale_to(one, FIGURES[figure].unit)
    return (Wanted(figure, by_year=by_year, lane=lane), scale) if scale else None


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
    base = own_figure(one.judged, own)
    if base.unit == "month":
        return _in_time(one, own, base, scale)
    return (
        _by_number(one, own, base, scale)
        or _on_another_basis(one, (own, base), others, scale)
        or _by_room(one, own, base, scale)
    )


def _by_number(one: Claimed, own: Variant, base: Figure, scale: float) -> Holding | None:
    """Hold a claim against our own number, and the rounding of the inputs behind it."""
    if base.value is None:
        return None
    held = _held(one, own, base, scale)
    if one.meant.holds(held.value) and (not ways_open(base) or is_same_bound(one, base)):
        return Holding("reproduced", held)
    wanted = wanted_by(one, base)
    if ways_open(base) and wanted.holds(held.value):  # with what is unknown left out: another basis
        return None
    within = rounded(
        one.case,
        one.case.inputs,
        one.judged.amounts,
        lambda amounts: _recomputed(one, own, amounts),
    )
    if not within or not wanted.meets(within.scaled(scale)):
        return None
    if ways_open(base):
        also: tuple[OtherBasis, ...] = ("known_only", "rounding")
        return Holding("reproduced_on_another_basis", _held(one, own, base, scale, also))
    return Holding("reproduced_but_for_rounding", held)


def _recomputed(one: Claimed, own: Variant, amounts: Amounts) -> float | None:
    flows = readings_of(one.judged, own.lane)[own.reading].flows
    return figure_in(with_amounts(flows, one.case.as_read(own.reading), amounts), own).value


def _on_another_basis(
    one: Claimed, own: tuple[Variant, Figure], others: list[Variant], scale: float
) -> Holding | None:
    """Seek another basis: our own figure as far as it is known, or a variant that differs in something."""
    differing = (variant for variant in others if variant.basis)
    computed = ((variant, figure_of(one.judged, variant)) for variant in differing)
    held = _simplest(one, chain([own], computed if _is_fine(one) else ()), scale)
    return Holding("reproduced_on_another_basis", held) if held else None


def _is_fine(one: Claimed) -> bool:
    """Tell whether a number is printed finely enough to be looked for on other bases."""
    return one.meant.is_within(one.limits["claim_coarsest"])


def _simplest(one: Claimed, among: Iterable[tuple[Variant, Figure]], scale: float) -> Held | None:
    """Give the variant that reproduces the claim with the fewest differences from our figure."""
    best: Held | None = None
    for variant, figure in among:
        if best is not None and len(variant.basis) >= len(best.basis):
            break
        if figure.value is None or not wanted_by(one, figure).holds(figure.value * scale):
            continue
        partial: tuple[OtherBasis, ...] = ("known_only",) if ways_open(figure) else ()
        found = _held(one, variant, figure, scale, partial)
        if best is None or len(found.basis) < len(best.basis):
            best = found
    return best


def _held(
    one: Claimed,
    variant: Variant,
    figure: Figure,
    scale: float,
    also: tuple[OtherBasis, ...] = (),
) -> Held:
    return Held(
        "figure",
        variant.name,
        (figure.value or 0.0) * scale,
        one.written_unit,
        figure.limit,
        variant.reading,
        variant.line,
        (*variant.basis, *also),
        variant.lane,
    )


# What our figure leaves open ---------------------------------------------------------------------


def _by_room(one: Claimed, own: Variant, base: Figure, scale: float) -> Holding:
    if base.value is None:
        return Holding("not_computable", reason=base.reason)
    held = _held(one, own, base, scale)
    low, high = limits_of(base)
    room = Interval(low, high).scaled(scale) if low < high else None
    if room and one.meant.meets(room):
        return Holding("fits", replace(held, room="range", ends=room.ends))
    if is_on_open_side(one, base, (low * scale, high * scale)):
        kind: Room = "both" if room else "side"
        return Holding("fits", replace(held, room=kind, ends=room.ends if room else None))
    return Holding("not_reproduced", replace(held, ends=room.ends if room else None))


# Payback -----------------------------------------------------------------------------------------


def _in_time(one: Claimed, own: Variant, base: Figure, scale: float) -> Holding:
    """Hold a time against ours as shown: to the month, in the first year as "within year 1".

    A time is held in months, whatever its unit: to what is written, and never to the digits of a unit.
    """
    if base.value is None:
        return Holding("not_computable", reason=base.reason)
    said = Interval(*(end / scale for end in _stated(one)))
    held = _held(one, own, base, scale)
    shown = _as_shown(base.value)
    is_placed = base.counted_in != "year" or base.value > MONTHS_PER_YEAR
    if is_placed and said.meets(shown) and not ways_open(base):
        return Holding("reproduced", held)
    year = _year_of(base.value)
    if base.counted_in == "year" and said.meets(year):
        return Holding("fits", replace(held, room="resolution", ends=year.scaled(scale).ends))
    if is_on_open_side(replace(one, meant=said), base, (base.value, base.value)):
        return Holding("fits", replace(held, room="side"))
    return _discounted(one, said, scale) or Holding("not_reproduced", held)


def _stated(one: Claimed) -> tuple[float, float]:
    """Give from where to where a time lies, as written, with its bound."""
    low, high = one.says.ends or (0.0, 0.0)
    match one.says.bound:
        case "up-to":
            return 0.0, high
        case "over":
            return low, high * one.limits["claim_reach"]
        case "about":
            share = one.limits["claim_about"]
            return low * (1 - share), high * (1 + share)
    return low, high


def _as_shown(months: float) -> Interval:
    return Interval(float(ceil(months) - 1), float(ceil(months)))


def _year_of(months: float) -> Interval:
    """Give the year in which yearly data place a moment, in months."""
    first = max(0, ceil(months / MONTHS_PER_YEAR) - 1) * MONTHS_PER_YEAR
    return Interval(float(first), float(first + MONTHS_PER_YEAR))


def _discounted(one: Claimed, said: Interval, scale: float) -> Holding | None:
    for figure, told in CLAIMABLE[PAYBACK_TIME].also_called:
        variant = Variant(figure, one.reading, basis=(cast("OtherBasis", told),))
        found = figure_of(one.judged, variant)
        if found.value is not None and not ways_open(found) and said.meets(_as_shown(found.value)):
            held = _held(one, variant, found, scale)
            return Holding("reproduced_on_another_basis", held)
    return None


# Against what is counted -------------------------------------------------------------------------


def _against_formula(one: Claimed, against: str) -> Holding:
    """Hold a claim against the formula, or the soft result, that it names."""
    soft = one.case.soft.get(against)
    formula = soft.result if soft else against
    value = formula_in(formula, one.unit, one.judged.amounts, parsed_units_of(one.case))
    if value is None:
        return Holding("not_computable", reason="no_counterpart")
    held = Held("soft" if soft else "formula", against, value, one.written_unit)
    return _counted(one, held, formula or "")


def _counted(one: Claimed, held: Held, formula: str) -> Holding:
    """Hold a claim against a number, a soft result with its side.

    A formula is what the editor chose to hold the claim against, and stands as it is.
    """
    ours = figure_of_formula(one.case, formula, one.judged.amounts)
    assert ours is not None  # noqa: S101 -- what it comes to is held.value
    ours = ours if held.kind == "soft" else ours.exactly()
    held = replace(held, bound=ours.limit)
    if wanted_by(one, ours).holds(held.value):
        return Holding("reproduced", held)
    within = _reach(rounded, one, formula)
    if within and one.meant.meets(within):
        return Holding("reproduced_but_for_rounding", held)
    room = _reach(ranged, one, formula)
    if room and one.meant.meets(room):
        return Holding("fits", replace(held, room="range", ends=room.ends))
    if is_on_open_side(one, ours, room.ends if room else (held.value, held.value)):
        return Holding("fits", replace(held, room="side"))
    return Holding("not_reproduced", held)


def _reach(how: Reach, one: Claimed, formula: str) -> Interval | None:
    units = parsed_units_of(one.case)
    return how(
        one.case,
        names_in(formula),
        one.judged.amounts,
        lambda amounts: formula_in(formula, one.unit, amounts, units),
    )


def _against_soft(one: Claimed) -> Holding:
    """Which soft result is meant cannot be told where none has the number: no counterpart then."""
    if one.says.what in NEEDS_COUNTERPART:
        return Holding("not_computable", reason="nothing_against")
    units = parsed_units_of(one.case)
    for name, result in one.case.soft.items():
        value = formula_in(result.result, one.unit, one.judged.amounts, units)
        if value is not None and len(names_in(result.result)) > 1:
            found = _counted(one, Held("soft", name, value, one.written_unit), result.result)
            if found.is_supported:
                return found
    return Holding("not_computable", reason="no_counterpart")
