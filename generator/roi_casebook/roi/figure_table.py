"""The headline figures: what each needs, and in which direction it moves where something is unknown."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from roi_casebook.roi.figures import FigureUnit

Direction = Literal[1, -1, 0]


@dataclass(frozen=True)
class Rule:
    """What a figure needs and how it moves.

    with_benefits, with_costs: whether it rises (1) or falls (-1) when they do, 0 where they do not
    enter; discounts: whether a rate is needed; of_balance: whether it can be had where only the
    balance is known; spans_years: whether it needs a horizon of at least a year; divided: the
    benefits that it divides by the costs (where they are below zero, more costs raise it);
    outlay_first: whether it moves so only where money goes out first and comes back at the end;
    without: a share that does not enter; of_cost_alone: whether no benefit in money is none at all;
    spreads: whether it is spread over the years, which needs a rate whenever the money falls.
    """

    unit: FigureUnit
    with_benefits: Direction
    with_costs: Direction
    discounts: bool = True
    of_balance: bool = False
    spans_years: bool = False
    divided: str = ""
    outlay_first: bool = False
    without: str = ""
    of_cost_alone: bool = False
    spreads: bool = False


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "pv_costs": Rule("money", 0, 1),
        "pv_benefits": Rule("money", 1, 0),
        "npv": Rule("money", 1, -1, of_balance=True),
        "roi": Rule("ratio", 1, -1, divided="pv_benefits"),
        "roi_simple": Rule("ratio", 1, -1, discounts=False, divided="total_benefits"),
        "bcr": Rule("ratio", 1, -1, divided="pv_benefits"),
        "irr": Rule(
            "ratio", 1, -1, discounts=False, of_balance=True, spans_years=True, outlay_first=True
        ),
        "mirr": Rule("ratio", 1, -1, of_balance=True, spans_years=True),
        "annualised_roi": Rule("ratio", 1, -1, discounts=False, spans_years=True),
        "payback_months": Rule("month", -1, 1, discounts=False, of_balance=True, spans_years=True),
        "discounted_payback_months": Rule("month", -1, 1, of_balance=True, spans_years=True),
        "break_even_cost": Rule("money", 1, 0),
        "break_even_attribution": Rule("ratio", -1, 1, without="attribution_to_others"),
        "soft_switching_value": Rule(
            "money", -1, 1, of_balance=True, of_cost_alone=True, spreads=True
        ),
    }
)
"""The headline figures, in the order in which they are shown."""

SOCIAL_RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "pv_costs": RULES["pv_costs"],
        "pv_social_value": Rule("money", 1, 0),
        "sroi_ratio": Rule("ratio", 1, -1, divided="pv_social_value"),
        "net_sroi": Rule("ratio", 1, -1, divided="pv_social_value"),
    }
)
"""The figures of social value, over flows whose benefits are social lines alone."""
