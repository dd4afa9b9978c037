"""What makes a claim impossible or doubtful, whatever the inputs: one small rule for each reason.

A rule looks at one claim among all, each with how it stands against the inputs, and gives doubts.
Limits are thresholds (`data/thresholds.yml`).

A ratio held against its own parts: the gain and the cost of which a source makes it.

A claim looked at among all others: what the rules of plausibility start from.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from roi_casebook.appraisal.claims.bases import RATIOS, SHARE_OF_REVENUE
from roi_casebook.appraisal.claims.claim_units import (
    BALANCES,
    factor,
    is_by_the_year,
    is_pure,
    is_sum_of_money,
    unit_named,
)
from roi_casebook.appraisal.claims.claimed import (
    CaseOfClaims,
    Claimed,
    claimed,
    goes_back_to,
    revenue_of,
)
from roi_casebook.appraisal.claims.claimed_lane import lane_of
from roi_casebook.appraisal.claims.printed import SHARE, Interval, Limits
from roi_casebook.appraisal.claims.repetition import (
    chain,
    keeps_its_number,
    restated_input,
)
from roi_casebook.appraisal.claims.verdict import Doubt, DoubtRule, Holding, Weight


@dataclass(frozen=True)
class Look:
    """A claim among all: how each stands against the inputs, by id, and the thresholds."""

    one: Claimed
    holdings: Mapping[str, Holding]

    @property
    def judged(self) -> CaseOfClaims:
        """The case."""
        return self.one.judged

    @property
    def limits(self) -> Limits:
        """The thresholds by id."""
        return self.one.limits

    @property
    def holding(self) -> Holding:
        """How the claim itself stands."""
        return self.holdings[self.one.name]

    @property
    def is_money(self) -> bool:
        """Tell whether it is a sum in the case's currency."""
        return is_sum_of_money(self.one.unit, self.one.case.money.currency)


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
    return _less_one(gain_by_cost) if RATIOS.get(ratio.says.what) == "net" else gain_by_cost


def _as_not_told(ratio: Claimed, gain_by_cost: Interval) -> Interval:
    return gain_by_cost if RATIOS.get(ratio.says.what) == "net" else _less_one(gain_by_cost)


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


GAINS = frozenset({"benefit", "revenue", "saving"}) | BALANCES
PARTS_OF_REVENUE = GAINS - {"saving"}
"""What is a part of all that an organisation takes in; it may save more than that."""
SMALL = frozenset({"micro", "small", "unknown"})
THOUSAND = 1e3
THOUSANDFOLD = (THOUSAND, 1 / THOUSAND, THOUSAND**2, 1 / THOUSAND**2)


def doubts(
    judged: CaseOfClaims, name: str, holdings: Mapping[str, Holding], limits: Limits
) -> tuple[Doubt, ...]:
    """Give the doubts about a claim, the strongest first.

    What contradicts arithmetic weighs more than what is beyond a limit, even where it does not tell
    which of several numbers is wrong.
    """
    one = claimed(judged, name, limits)
    if one is None:
        return ()
    found = [doubt for rule in RULES for doubt in rule(Look(one, holdings))]
    return tuple(sorted(found, key=_rank))


def _rank(doubt: Doubt) -> int:
    if doubt.weight != "impossible" and doubt.rule in ARITHMETIC:
        return 1
    return {"impossible": 0, "implausible": 2, "doubtful": 3, "remark": 4}[doubt.weight]


# Beside the organisation -------------------------------------------------------------------------


def whole_revenue(look: Look) -> Iterator[Doubt]:
    """A gain of about all that the organisation takes in, credited to one initiative.

    What the case itself counts as observed is not held against the revenue of another year.
    """
    one, revenue = look.one, _revenue(look)
    is_share = one.says.what == SHARE_OF_REVENUE
    if one.says.of == "organisation" or not (is_share or (revenue and _is_gain(look))):
        return
    share = one.value if is_share else _in_a_year(one) / (revenue or 1.0)
    if share >= look.limits["claim_revenue_doubtful"] and not _is_of_another_year(look):
        weight = _weight(look, share)
        named = (
            {"limit": look.limits["claim_revenue_impossible"]} if weight == "implausible" else {}
        )
        known = {"revenue": revenue} if revenue and not is_share else {}
        yield Doubt("whole_revenue", weight, MappingProxyType({"share": share, **known, **named}))


def _is_gain(look: Look) -> bool:
    is_hard = lane_of(look.judged, look.one.name) == "hard"
    return look.one.says.what in GAINS and is_hard and look.is_money


def _in_a_year(one: Claimed) -> float:
    """Give a sum for each stretch of time as a year's; a whole sum as it is: a year's at most."""
    if not is_by_the_year(one.unit):
        return one.value
    a_year = tuple((symbol, power) for symbol, power in (*one.currency, ("year", -1)))
    return one.value * (factor(one.unit, tuple(sorted(a_year))) or 1.0)


def _weight(look: Look, share: float) -> Weight:
    """Tell how much too large it is.

    More than all that came in over all the years is no part of it. A sum over a long horizon may be
    as large as one year's revenue: then its part of the revenue of all those years decides, too.
    """
    one, case = look.one, look.judged.case
    is_share = one.says.what == SHARE_OF_REVENUE
    years = (
        1
        if is_share or is_by_the_year(one.unit)
        else max(1, look.judged.readings[one.reading].flows.years)
    )
    least = share * (min(one.printed.ends, key=abs) / one.value)
    if least / years > 1 and (is_share or one.says.what in PARTS_OF_REVENUE):
        return "impossible"
    is_beyond = (
        share >= look.limits["claim_revenue_impossible"]
        and share / years >= look.limits["claim_revenue_over_horizon"]
        and case.organisation.size not in SMALL
    )
    return "implausible" if is_beyond else "doubtful"


def _is_of_another_year(look: Look) -> bool:
    """Tell whether the case counts the amount as observed, and in no year of the known revenue."""
    case = look.judged.case
    year, began = case.organisation.revenue_year, case.period.began
    is_same = (
        year is not None
        and began is not None
        and began.year <= year <= began.year + case.period.years
    )
    return not is_same and _is_observed(look)


def _is_observed(look: Look) -> bool:
    one = look.one
    for reading in look.judged.readings.values():
        for line in (*reading.flows.benefits, *reading.flows.balances):
            if _status(look, line.name) == "observed":
                amounts = line.known()
                if any(one.meant.holds(each) for each in (*amounts, sum(amounts))):
                    return True
    return False


def _status(look: Look, line: str) -> str:
    return look.judged.case.lines()[line].status


def _revenue(look: Look) -> float | None:
    """Give the organisation's yearly revenue: an input, or what the claim itself goes back to."""
    return revenue_of(look.judged) or next(_revenue_repeated(look), None)


def _revenue_repeated(look: Look) -> Iterator[float]:
    for name in goes_back_to(look.judged.case, look.one.name):
        origin = claimed(look.judged, name, look.limits)
        if origin and origin.says.of == "organisation" and origin.says.what == "revenue":
            yield _in_a_year(origin)


# Slips of scale and time -------------------------------------------------------------------------


def thousandfold(look: Look) -> Iterator[Doubt]:
    """Million or billion: a thousand times what it repeats, or what the inputs give."""
    one, before = look.one, look.one.claim.repeats
    if is_pure(one.unit):
        return
    origin = claimed(look.judged, before, look.limits) if before else None
    scale = factor(one.unit, origin.unit) if origin else None
    if origin and scale and _is_thousandfold(one, one.value * scale, origin.value):
        numbers = MappingProxyType({"factor": one.value * scale / origin.value})
        yield Doubt("thousandfold", "implausible", numbers, (origin.name,))
    elif not look.holding.is_supported:
        yield from _thousandfold_of_ours(look)


def _thousandfold_of_ours(look: Look) -> Iterator[Doubt]:
    one, held = look.one, look.holding.held
    restated = any(
        restated_input(one.times(by), own_source=own)
        for by in THOUSANDFOLD
        for own in (True, False)
    )
    if restated or (held and _is_thousandfold(one, one.value, held.value)):
        yield Doubt("thousandfold", "doubtful")


def _is_thousandfold(one: Claimed, value: float, other: float) -> bool:
    slack = one.limits["claim_about"]
    return bool(other) and any(abs(value / other / by - 1) <= slack for by in THOUSANDFOLD)


def cumulative_or_yearly(look: Look) -> Iterator[Doubt]:
    """What is said of a year holds for the whole period, or the other way round."""
    held = look.holding.held
    if held and {"per_year", "whole_period"} & set(held.basis):
        yield Doubt("cumulative_or_yearly", "doubtful")
    elif _lost_its_time(look):
        yield Doubt("cumulative_or_yearly", "doubtful", claims=(look.one.claim.repeats or "",))


def _lost_its_time(look: Look) -> bool:
    """Tell whether the claim repeats a number of a year as a whole sum, or the other way round."""
    *_, last = chain(look.judged.case, look.one.name)
    changed = {change.field: (change.before, change.after) for change in last.changes}
    units = [unit_named(str(unit)) for unit in changed.get("unit", ())]
    return "value" not in changed and len({is_by_the_year(unit) for unit in units}) > 1


# Too good ----------------------------------------------------------------------------------------


def all_credited(look: Look) -> Iterator[Doubt]:
    """An attribution of 100 %: nothing is taken off for others, or for what would have come anyway."""
    one = look.one
    if one.says.what == SHARE_OF_REVENUE or (one.says.what, one.says.unit) == ("share", SHARE):
        if one.value >= look.limits["claim_attribution"]:
            yield Doubt("all_credited", "doubtful", MappingProxyType({"share": one.value}))
    elif look.holding.is_supported and _is_return(look) and _is_gross(look):
        yield Doubt("all_credited", "doubtful")


def _is_return(look: Look) -> bool:
    return look.one.says.of == "initiative" and (_is_ratio(look) or _is_gain(look))


def _is_ratio(look: Look) -> bool:
    """Tell a ratio of money; one of social value has no limit that is known."""
    return look.one.says.what in RATIOS and lane_of(look.judged, look.one.name) == "hard"


def _is_gross(look: Look) -> bool:
    """Tell whether the number stands only with nothing taken off."""
    held = look.holding.held
    if held and {"without_deadweight", "without_attribution_to_others"} & set(held.basis):
        return True
    reading = held.reading if held and held.kind == "figure" else look.one.reading
    return look.judged.readings[reading].basis.counterfactual == "gross"


def roi_beyond(look: Look) -> Iterator[Doubt]:
    """A return above what hardly any investment brings: so it is checked twice."""
    one = look.one
    if _is_ratio(look):
        roi = one.value - (1 if RATIOS[one.says.what] == "gross" else 0)
        if roi > look.limits["claim_roi_doubtful"]:
            yield Doubt("roi_beyond", "doubtful", MappingProxyType({"roi": roi}))


def sources_agree(look: Look) -> Iterator[Doubt]:
    """The same number as an input from another source: two sources that agree, or one that copies."""
    held = restated_input(look.one, own_source=False)
    if held and look.holding.state != "same_as_input":
        yield Doubt("sources_agree", "remark", inputs=(held.name,))


def is_converted(look: Look) -> Iterator[Doubt]:
    """A sum that became the case's money before it was held."""
    how = look.one.converted
    if how and look.holding.reason != "rate_unknown":
        numbers = {"year": how.year, "rate": how.rate, "amount": look.one.value}
        yield Doubt("converted", "remark", MappingProxyType(numbers))


def media_value(look: Look) -> Iterator[Doubt]:
    """The price of space in the media, told as money: nobody receives it."""
    if look.one.says.what == "media-value":
        yield Doubt("media_value", "doubtful")


RULES: tuple[Callable[[Look], Iterator[Doubt]], ...] = (
    whole_revenue, ratio_against_parts, thousandfold, cumulative_or_yearly, all_credited, roi_beyond, media_value,
    sources_agree, is_converted,
)  # fmt: skip
"""All rules, those that can make a claim impossible first."""
ARITHMETIC = frozenset({"ratio_against_parts", "part_of_ratio"})
