"""A ratio held against its own parts: the gain and the cost of which a source makes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from roi_casebook.appraisal.claims.claim_units import factor
from roi_casebook.appraisal.claims.claimed import Claimed, claimed
from roi_casebook.appraisal.claims.look import Look
from roi_casebook.appraisal.claims.printed import Interval
from roi_casebook.appraisal.claims.repetition import keeps_its_number
from roi_casebook.appraisal.claims.verdict import Doubt, DoubtRule


@dataclass(frozen=True)
class GainByCost:
    """One claim by another: as printed, and from where to where it may lie."""

    value: float
    meant: Interval


def ratio_against_parts(look: Look) -> Iterator[Doubt]:
    """A ratio that does not follow from the gain and the cost of which its source makes it.

    The three together cannot be true. The ratio is what is told of the other two, so that it falls;
    of these, one that nothing of the case supports is doubtful, and falls where it alone is so. What
    repeats a number shares its lot.
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
    else:
        yield from _unsupported(look, trio, told)


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


def _unsupported(
    look: Look, trio: tuple[str, str, str], told: Mapping[str, float]
) -> Iterator[Doubt]:
    """Doubt a claim that is one of the three that nothing supports, or repeats its number."""
    alone = [each for each in trio if not look.holdings[each].is_supported]
    case, name = look.judged.case, look.one.name
    of = [each for each in alone if keeps_its_number(case, name, each)]
    if of and not look.holding.is_supported:
        falls = trio[0] in of or len(alone) == 1
        rule: DoubtRule = "ratio_against_parts" if trio[0] in of else "part_of_ratio"
        yield Doubt(rule, "impossible" if falls else "doubtful", told, trio)
