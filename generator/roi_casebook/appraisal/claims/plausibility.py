"""What makes a claim impossible or doubtful, whatever the inputs: one small rule for each reason.

A rule looks at one claim among all, each with how it stands against the inputs, and gives doubts.
Limits are thresholds (`data/thresholds.yml`).
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from roi_casebook.appraisal.claims.claim_units import factor, is_by_the_year, is_pure, unit_named
from roi_casebook.appraisal.claims.claimed import Claimed, JudgedCase, claimed, revenue_of
from roi_casebook.appraisal.claims.holding import RATIO_FIGURES, SHARE_OF_REVENUE
from roi_casebook.appraisal.claims.look import Look
from roi_casebook.appraisal.claims.own_parts import ratio_against_parts
from roi_casebook.appraisal.claims.printed import SHARE, Limits
from roi_casebook.appraisal.claims.repetition import chain, goes_back_to
from roi_casebook.appraisal.claims.restating import restated_input
from roi_casebook.appraisal.claims.verdict import Doubt, Holding

GAINS = frozenset({"benefit", "revenue", "saving", "net"})
SMALL = frozenset({"micro", "small", "unknown"})
THOUSAND = 1e3
THOUSANDFOLD = (THOUSAND, 1 / THOUSAND, THOUSAND**2, 1 / THOUSAND**2)


def doubts(
    judged: JudgedCase, name: str, holdings: Mapping[str, Holding], limits: Limits
) -> tuple[Doubt, ...]:
    """Give the doubts about a claim, the impossible ones first."""
    one = claimed(judged, name, limits)
    if one is None:
        return ()
    found = [doubt for rule in RULES for doubt in rule(Look(one, holdings))]
    return tuple(sorted(found, key=lambda doubt: doubt.weight != "impossible"))


# Beside the organisation -------------------------------------------------------------------------


def whole_revenue(look: Look) -> Iterator[Doubt]:
    """A gain of about all that the organisation takes in, credited to one initiative."""
    one, revenue = look.one, _revenue(look)
    is_share = one.says.what == SHARE_OF_REVENUE
    if one.says.of == "organisation" or not (is_share or (revenue and _is_gain(look))):
        return
    share = one.value if is_share else _in_a_year(one) / (revenue or 1.0)
    if share >= look.limits["claim_revenue_doubtful"]:
        weight = "impossible" if not is_share and _is_all(look, share) else "doubtful"
        known = {"revenue": revenue} if revenue else {}
        yield Doubt("whole_revenue", weight, MappingProxyType({"share": share, **known}))  # type: ignore[arg-type]


def _is_gain(look: Look) -> bool:
    return look.one.says.what in GAINS and look.is_money


def _in_a_year(one: Claimed) -> float:
    """Give a sum for each stretch of time as a year's; a whole sum as it is: a year's at most."""
    if not is_by_the_year(one.unit):
        return one.value
    a_year = tuple((symbol, power) for symbol, power in (*one.currency, ("year", -1)))
    return one.value * (factor(one.unit, tuple(sorted(a_year))) or 1.0)


def _is_all(look: Look, share: float) -> bool:
    """Tell whether it is too much for any initiative of such an organisation.

    A sum over a long horizon may be as large as one year's revenue: then its part of the revenue
    of all those years decides, too.
    """
    case = look.judged.case
    years = 1 if is_by_the_year(look.one.unit) else max(1, case.period.years)
    return (
        share >= look.limits["claim_revenue_impossible"]
        and share / years >= look.limits["claim_revenue_over_horizon"]
        and case.organisation.size not in SMALL
    )


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
        yield Doubt("thousandfold", "impossible", numbers, (origin.name,))
    elif not look.holding.is_supported:
        yield from _thousandfold_of_ours(look)


def _thousandfold_of_ours(look: Look) -> Iterator[Doubt]:
    one, held = look.one, look.holding.held
    restated = any(restated_input(one.times(by)) for by in THOUSANDFOLD)
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
    return look.one.says.of == "initiative" and (
        look.one.says.what in RATIO_FIGURES or _is_gain(look)
    )


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
    if one.says.what in RATIO_FIGURES:
        roi = one.value - (1 if one.says.what == "bcr" else 0)
        if roi > look.limits["claim_roi_doubtful"]:
            yield Doubt("roi_beyond", "doubtful", MappingProxyType({"roi": roi}))


def media_value(look: Look) -> Iterator[Doubt]:
    """The price of space in the media, told as money: nobody receives it."""
    if look.one.says.what == "media-value":
        yield Doubt("media_value", "doubtful")


RULES: tuple[Callable[[Look], Iterator[Doubt]], ...] = (
    whole_revenue, ratio_against_parts, thousandfold, cumulative_or_yearly, all_credited, roi_beyond, media_value,
)  # fmt: skip
"""All rules, those that can make a claim impossible first."""
