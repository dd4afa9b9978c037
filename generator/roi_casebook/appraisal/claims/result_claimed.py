"""A claimed cost per result, held against what one of that result cost.

Which result is meant the claim says by its id (`against`), or the unit tells, if only one result is
counted so; it is not guessed.
"""

from dataclasses import replace

from roi_casebook.appraisal.claims.claim_units import factor, unit_named
from roi_casebook.appraisal.claims.claimed import Claimed
from roi_casebook.appraisal.claims.printed import Interval
from roi_casebook.appraisal.claims.room import (
    is_on_open_side,
    is_same_bound,
    limits_of,
    wanted_by,
    ways_open,
)
from roi_casebook.appraisal.claims.verdict import Held, Holding, OtherBasis
from roi_casebook.appraisal.cost_per_result import CostPerResult
from roi_casebook.roi.figures import Figure

KIND = "cost-per-result"


def against_result(one: Claimed) -> Holding:
    """Hold a claimed cost per result against the result that it names, or that its unit tells."""
    found = _meant(one)
    if found is None:
        named = one.claim.against is not None
        return Holding("not_computable", reason="no_counterpart" if named else "nothing_against")
    result, scale = found
    if result.cost.value is None:
        return Holding("not_computable", reason=result.cost.reason)
    held = _held(one, result, result.cost, scale)
    if one.meant.holds(held.value) and (
        not ways_open(result.cost) or is_same_bound(one, result.cost)
    ):
        return Holding("reproduced", held)
    return _on_another_basis(one, result, scale) or _by_room(one, held, result.cost, scale)


def _meant(one: Claimed) -> tuple[CostPerResult, float] | None:
    """Give the result that a claim speaks of, and by what ours is multiplied to be in its unit."""
    results = one.judged.per_result.get(one.reading, {})
    named = one.claim.against
    wanted = results.values() if named is None else [results[named]] if named in results else []
    fitting = [(each, scale) for each in wanted if (scale := _scale(one, each)) is not None]
    return fitting[0] if len(fitting) == 1 else None


def _scale(one: Claimed, result: CostPerResult) -> float | None:
    if not result.unit:
        return None
    return factor(unit_named(f"{one.case.money.currency}/{result.unit}"), one.unit)


def _held(one: Claimed, result: CostPerResult, figure: Figure, scale: float) -> Held:
    return Held(
        "figure",
        figure.name,
        (figure.value or 0.0) * scale,
        one.written_unit,
        figure.limit,
        result.reading,
        result.soft,
    )


def _on_another_basis(one: Claimed, result: CostPerResult, scale: float) -> Holding | None:
    """Hold a claim against the cost of one as far as it is known, then with money and count discounted alike.

    Where nothing is discounted, the second is the first again, and no basis of its own.
    """
    bases: list[tuple[Figure, tuple[OtherBasis, ...]]] = [(result.cost, ())]
    if result.discounted is not None and result.discounted.value != result.cost.value:
        bases.append((result.discounted, ("discounted",)))
    for figure, basis in bases:
        partial: tuple[OtherBasis, ...] = ("known_only",) if ways_open(figure) else ()
        is_other = bool(basis or partial) and figure.value is not None
        if is_other and wanted_by(one, figure).holds((figure.value or 0.0) * scale):
            held = replace(_held(one, result, figure, scale), basis=(*basis, *partial))
            return Holding("reproduced_on_another_basis", held)
    return None


def _by_room(one: Claimed, held: Held, figure: Figure, scale: float) -> Holding:
    low, high = (end * scale for end in limits_of(figure))
    room = Interval(low, high) if low < high else None
    ends = room.ends if room else None
    if room and one.meant.meets(room):
        return Holding("fits", replace(held, room="range", ends=ends))
    if is_on_open_side(one, figure, (low, high)):
        return Holding("fits", replace(held, room="both" if room else "side", ends=ends))
    return Holding("not_reproduced", replace(held, ends=ends))
