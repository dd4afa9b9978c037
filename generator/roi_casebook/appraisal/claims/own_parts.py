"""A ratio held against its own parts: the gain and the cost of which a source makes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from roi_casebook.appraisal.claims.claim_units import factor
from roi_casebook.appraisal.claims.claimed import Claimed, claimed
from roi_casebook.appraisal.claims.look import Look
from roi_casebook.appraisal.claims.printed import Interval
from roi_casebook.appraisal.claims.repetition import keeps_its_number
from roi_casebook.appraisal.claims.verdict import Doubt


@dataclass(frozen=True)
class GainByCost:
    """One claim by another: as printed, and from where to where it may lie."""

    value: float
    meant: Interval


def ratio_against_parts(look: Look) -> Iterator[Doubt]:
    """A ratio that does not follow from the gain and the cost of which its source makes it.

    One of the three is wrong: those that nothing of the case supports, and what repeats them.
    """
    for name, claim in look.judged.case.claims.items():
        ratio = claimed(look.judged, name, look.limits)
        if claim.parts and ratio:
            trio = (name, claim.parts.gain, claim.parts.cost)
            yield from _contradiction(look, ratio, trio)


def _contradiction(look: Look, ratio: Claimed, trio: tuple[str, str, str]) -> Iterator[Doubt]:
    of_parts = _gain_by_cost(look, trio)
    if of_parts is None or ratio.meant.meets(_as_told(ratio, of_parts.meant)):
        return
    told = MappingProxyType({"claimed": ratio.value, "gain_by_cost": of_parts.value})
    if ratio.meant.meets(_as_not_told(ratio, of_parts.meant)):
        if look.one.name == ratio.name:
            yield Doubt("ratio_of_another_kind", "doubtful", told, trio)
    elif all(look.holdings[name].is_supported for name in trio):
        if look.one.name == ratio.name:
            yield Doubt("mixed_bases", "doubtful", told, trio)
    elif _rests_on_unsupported(look, trio):
        yield Doubt("ratio_against_parts", "impossible", told, trio)


def _gain_by_cost(look: Look, trio: tuple[str, str, str]) -> GainByCost | None:
    """Give gain by cost; None where they do not compare."""
    gain, cost = (claimed(look.judged, name, look.limits) for name in trio[1:])
    scale = factor(gain.unit, cost.unit) if gain and cost else None
    if gain is None or cost is None or scale is None or cost.meant.low <= 0:
        return None
    ends = [top * scale / below for top in gain.meant.ends for below in cost.meant.ends]
    return GainByCost(gain.value * scale / cost.value, Interval(min(ends), max(ends)))


def _as_told(ratio: Claimed, gain_by_cost: Interval) -> Interval:
    return _less_one(gain_by_cost) if ratio.says.what == "roi" else gain_by_cost


def _as_not_told(ratio: Claimed, gain_by_cost: Interval) -> Interval:
    return gain_by_cost if ratio.says.what == "roi" else _less_one(gain_by_cost)


def _less_one(interval: Interval) -> Interval:
    return Interval(interval.low - 1, interval.high - 1)


def _rests_on_unsupported(look: Look, trio: tuple[str, str, str]) -> bool:
    """Tell whether the claim is an unsupported one of the three, or repeats its number."""
    if look.holding.is_supported:
        return False
    case, name = look.judged.case, look.one.name
    return any(
        not look.holdings[each].is_supported and keeps_its_number(case, name, each) for each in trio
    )
