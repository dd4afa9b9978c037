"""The quantities of an appraisal, each once: a name, and a function whose arguments are the wiring.

Read from top to bottom: each uses inputs (`INPUT_AXES`) and quantities above it. Amounts are in
the case's currency, rates and shares are plain numbers, moments are years from the first outlay (0).
Sources: net present value and discounting, HM Treasury, The Green Book; ROI on present values,
Forrester, Total Economic Impact; the chain from gross to net, Social Value UK, Guide to SROI.

Social value runs through the same chain, in flows of its own: what is priced by proxy for others
never stands in one sum with money. What comes of it has names of its own, at the end. So does the
count of a result that nobody priced: it runs through the same chain, alone beside what it cost.
"""

from collections.abc import Callable
from typing import Any

from roi_casebook.roi.algebra.arrays import over_lines, over_moments, over_years

V = Any  # an exact array shaped (line, moment, draw), or a node when traced


def grown_amount(first_amount: V, growth: V, years_grown: V) -> V:
    """What an input that grows by a share a year is, so many years after its line's first."""
    return first_amount * (1 + growth) ** years_grown


def discount_factor(
    discount_rate: V, discount_periods: V, earlier_factor: V, earlier_periods: V
) -> V:
    """What one unit of money at a moment is worth at the start: the product of its years' own rates.

    Where the rate falls with time, it is worth at the start of the last rate what the years since
    then leave, and at the first outlay what the years before leave of that.
    """
    return earlier_factor / (1 + discount_rate) ** (discount_periods - earlier_periods)


def discount_factor_of_year(
    discount_rate_of_year: V,
    discount_periods_of_year: V,
    earlier_factor_of_year: V,
    earlier_periods_of_year: V,
) -> V:
    """What one unit of money in a year after the first outlay is worth at the start."""
    return discount_factor(
        discount_rate_of_year,
        discount_periods_of_year,
        earlier_factor_of_year,
        earlier_periods_of_year,
    )


def annuity_factor(discount_factor_of_year: V) -> V:
    """What one unit of money in each year after the first outlay is worth at the start.

    It runs over the years to the horizon, at whatever moments money moves.
    """
    return over_years(discount_factor_of_year)


def cost(cost_amount: V, cost_risk: V) -> V:
    """A cost line in a year, raised for risk."""
    return cost_amount * (1 + cost_risk)


def gross_benefit(benefit_amount: V, margin: V) -> V:
    """A benefit line in a year, as contribution margin where it is revenue."""
    return benefit_amount * margin


def additional_share(deadweight: V, displacement: V) -> V:
    """The share of a benefit that would not have come anyway, nor was moved from elsewhere."""
    return (1 - deadweight) * (1 - displacement)


def persistence(drop_off: V, years_since_first: V) -> V:
    """The share of a benefit that is left after the years since its first."""
    return (1 - drop_off) ** years_since_first


def benefit_before_attribution(
    gross_benefit: V, additional_share: V, persistence: V, benefit_risk: V
) -> V:
    """A benefit line in a year, net of what would have happened anyway, lowered for risk."""
    return gross_benefit * additional_share * persistence * (1 - benefit_risk)


def benefit(benefit_before_attribution: V, attribution_to_others: V) -> V:
    """A benefit line in a year, less the share that is due to others."""
    return benefit_before_attribution * (1 - attribution_to_others)


def costs(cost: V) -> V:
    """All costs of a year."""
    return over_lines(cost)


def benefits(benefit: V) -> V:
    """All benefits of a year."""
    return over_lines(benefit)


def balances(balance: V) -> V:
    """All balances of a year, where only gain less cost is known."""
    return over_lines(balance)


def net_flow(benefits: V, costs: V, balances: V) -> V:
    """What a year brings in all."""
    return benefits - costs + balances


def discounted_costs(costs: V, discount_factor: V) -> V:
    """A year's costs at their worth at the start."""
    return costs * discount_factor


def discounted_benefits(benefits: V, discount_factor: V) -> V:
    """A year's benefits at their worth at the start."""
    return benefits * discount_factor


def discounted_balances(balances: V, discount_factor: V) -> V:
    """A year's balances at their worth at the start."""
    return balances * discount_factor


def discounted_net_flow(net_flow: V, discount_factor: V) -> V:
    """What a year brings, at its worth at the start."""
    return net_flow * discount_factor


def pv_costs(discounted_costs: V) -> V:
    """Present value of the costs."""
    return over_moments(discounted_costs)


def pv_benefits(discounted_benefits: V) -> V:
    """Present value of the benefits."""
    return over_moments(discounted_benefits)


def pv_balances(discounted_balances: V) -> V:
    """Present value of the balances."""
    return over_moments(discounted_balances)


def npv(pv_benefits: V, pv_costs: V, pv_balances: V) -> V:
    """Net present value."""
    return pv_benefits - pv_costs + pv_balances


def equivalent_annual_value(npv: V, annuity_factor: V) -> V:
    """The even sum in each year after the first outlay that is worth as much as the whole."""
    return npv / annuity_factor


def roi(pv_benefits: V, pv_costs: V) -> V:
    """Return on investment, discounted."""
    return (pv_benefits - pv_costs) / pv_costs


def bcr(pv_benefits: V, pv_costs: V) -> V:
    """Benefit-cost ratio."""
    return pv_benefits / pv_costs


def total_costs(costs: V) -> V:
    """The costs of all years, undiscounted."""
    return over_moments(costs)


def total_benefits(benefits: V) -> V:
    """The benefits of all years, undiscounted."""
    return over_moments(benefits)


def net_cost(total_costs: V, total_benefits: V) -> V:
    """What is left of the costs of all years once the benefits are off, undiscounted."""
    return total_costs - total_benefits


def roi_simple(total_benefits: V, total_costs: V) -> V:
    """Return on investment, undiscounted."""
    return (total_benefits - total_costs) / total_costs


def annualised_roi(roi_simple: V, horizon_years: V) -> V:
    """The yearly growth that gives the undiscounted return over the horizon."""
    return (1 + roi_simple) ** (1 / horizon_years) - 1


def benefits_before_attribution(benefit_before_attribution: V) -> V:
    """All benefits of a year, as if nothing were due to others."""
    return over_lines(benefit_before_attribution)


def discounted_benefits_before_attribution(benefits_before_attribution: V, discount_factor: V) -> V:
    """A year's benefits as if nothing were due to others, at their worth at the start."""
    return benefits_before_attribution * discount_factor


def pv_benefits_before_attribution(discounted_benefits_before_attribution: V) -> V:
    """Present value of the benefits, as if nothing were due to others."""
    return over_moments(discounted_benefits_before_attribution)


def break_even_attribution(pv_costs: V, pv_benefits_before_attribution: V) -> V:
    """The share of the benefits that must be due to the initiative for it to pay back."""
    return pv_costs / pv_benefits_before_attribution


def break_even_cost(pv_benefits: V) -> V:
    """The highest present cost at which the initiative still pays back."""
    return pv_benefits


def pv_social_value(pv_benefits: V) -> V:
    """Present value of what is priced by proxy for others, where the flows hold that alone."""
    return pv_benefits


def npv_social(pv_social_value: V, pv_costs: V) -> V:
    """Present value of what others gained, less that of what went in."""
    return pv_social_value - pv_costs


def sroi_ratio(pv_social_value: V, pv_costs: V) -> V:
    """Social value for each unit of money that went in (SROI ratio)."""
    return pv_social_value / pv_costs


def net_sroi(pv_social_value: V, pv_costs: V) -> V:
    """Social value less what went in, for each unit of money that went in."""
    return (pv_social_value - pv_costs) / pv_costs


def total_count(total_benefits: V) -> V:
    """How many results came in all years, where the flows hold the count of one result alone."""
    return total_benefits


def present_count(pv_benefits: V) -> V:
    """How many results came, each year's discounted as its money is, where the flows hold them alone."""
    return pv_benefits


def cost_per_result(total_costs: V, total_count: V) -> V:
    """What one result cost: the costs of all years over the count of the same years."""
    return total_costs / total_count


def discounted_cost_per_result(pv_costs: V, present_count: V) -> V:
    """What one result cost, with money and count discounted alike."""
    return pv_costs / present_count


# What a claim implies of the side that is not known: no figure of ours ------------------------------


def implied_gain_of_return(pv_costs: V, claimed_return: V) -> V:
    """What must have come back for a return on a known cost to be true."""
    return pv_costs * (1 + claimed_return)


def implied_gain_of_ratio(pv_costs: V, claimed_ratio: V) -> V:
    """What must have come back for a ratio to a known cost to be true."""
    return pv_costs * claimed_ratio


def implied_cost_of_return(pv_benefits: V, claimed_return: V) -> V:
    """What it must have cost for a return to be true, where what came back is known."""
    return pv_benefits / (1 + claimed_return)


def implied_cost_of_ratio(pv_benefits: V, claimed_ratio: V) -> V:
    """What it must have cost for a ratio to be true, where what came back is known."""
    return pv_benefits / claimed_ratio


QUANTITIES: tuple[Callable[..., V], ...] = (
    discount_factor, discount_factor_of_year, annuity_factor, cost, gross_benefit, additional_share, persistence, benefit_before_attribution, benefit,
    costs, benefits, benefits_before_attribution, balances, net_flow,
    discounted_costs, discounted_benefits, discounted_benefits_before_attribution, discounted_balances, discounted_net_flow,
    pv_costs, pv_benefits, pv_benefits_before_attribution, pv_balances, npv, equivalent_annual_value, roi, bcr,
    total_costs, total_benefits, net_cost, roi_simple, annualised_roi, break_even_cost, break_even_attribution,
)  # fmt: skip
"""All quantities of money in the stated accounts, each after those that it uses."""

SOCIAL_QUANTITIES: tuple[Callable[..., V], ...] = (
    pv_social_value,
    npv_social,
    sroi_ratio,
    net_sroi,
)
"""What comes of flows whose benefits are social value, after all of `QUANTITIES`."""

WITH_SOCIAL = (*QUANTITIES, *SOCIAL_QUANTITIES)

RESULT_QUANTITIES: tuple[Callable[..., V], ...] = (
    total_count, present_count, cost_per_result, discounted_cost_per_result,
)  # fmt: skip
"""What comes of flows whose benefits are the count of one result, after all of `QUANTITIES`."""

OF_ALL_LANES = (*WITH_SOCIAL, *RESULT_QUANTITIES)

INPUT_AXES: dict[str, str] = {
    "discount_rate": "moment",
    "discount_periods": "moment",
    "earlier_factor": "moment",
    "earlier_periods": "moment",
    "discount_rate_of_year": "year",
    "discount_periods_of_year": "year",
    "earlier_factor_of_year": "year",
    "earlier_periods_of_year": "year",
    "horizon_years": "",
    "cost_amount": "line moment",
    "cost_risk": "line",
    "benefit_amount": "line moment",
    "margin": "line",
    "deadweight": "line",
    "displacement": "line",
    "attribution_to_others": "line",
    "drop_off": "line",
    "years_since_first": "line moment",
    "benefit_risk": "line",
    "balance": "line moment",
}
"""What the quantities start from, each with the axes over which it may vary."""

MONEY_INPUTS = frozenset({"cost_amount", "benefit_amount", "balance"})
"""The inputs that are sums of money; the others are plain numbers."""
ONE_RATE: dict[str, float] = {
    "earlier_factor": 1.0,
    "earlier_periods": 0.0,
    "earlier_factor_of_year": 1.0,
    "earlier_periods_of_year": 0.0,
    "later_growth": 1.0,
}
"""What one rate for all years starts from: it changes nothing, and vanishes when printed."""
RATE_BY_YEAR = frozenset({
    "discount_rate", "discount_rate_of_year", "finance_rate", "reinvestment_rate",
})  # fmt: skip
"""The inputs that vary by year only where the rate falls with time."""
SHARES = frozenset({
    *RATE_BY_YEAR, "cost_risk", "margin", "deadweight", "displacement", "attribution_to_others",
    "drop_off", "benefit_risk", "additional_share", "persistence",
})  # fmt: skip
"""The inputs and quantities that are shares or rates, and are written as percentages."""

NEUTRAL: dict[str, float] = {
    "cost_risk": 0.0,
    "margin": 1.0,
    "deadweight": 0.0,
    "displacement": 0.0,
    "attribution_to_others": 0.0,
    "drop_off": 0.0,
    "benefit_risk": 0.0,
}
"""The value of an input that a line does not state: it changes nothing, and vanishes when printed."""

IMPLIED_QUANTITIES: tuple[Callable[..., V], ...] = (
    implied_gain_of_return,
    implied_gain_of_ratio,
    implied_cost_of_return,
    implied_cost_of_ratio,
)
"""All of them: the known side first, then what is claimed."""

IMPLIED_AXES = {side.__name__: "" for side in (pv_costs, pv_benefits)} | {
    "claimed_return": "",
    "claimed_ratio": "",
}
"""What they start from: the known side of a reading, and what is claimed."""
CLAIMED_NUMBERS = ("claimed_return", "claimed_ratio")
CLAIMED_SHARES = frozenset({"claimed_return"})
"""Those of them that are written in per cent."""
GROWTH_QUANTITIES: tuple[Callable[..., V], ...] = (grown_amount,)
"""What an input that grows is in a year, before it stands in an amount of a line."""
GROWTH_AXES: dict[str, str] = {"first_amount": "", "growth": "", "years_grown": "year"}
"""What it starts from."""
