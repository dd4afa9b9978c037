"""From a case's lines to flows: amounts by year and the shares that each line states.

Money and social value are lanes of their own: each has its flows, and no line stands in both but
the costs.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from roi_casebook.appraisal.amounts import Amounts, formula_value, share_value
from roi_casebook.case import BenefitLine, Case, CostLine, Input, NetLine
from roi_casebook.config import SiteConfig, Vocabulary
from roi_casebook.roi.flows import Flows, Line, Timing

PricedLane = Literal["hard", "social"]
"""The lanes in which amounts of money stand: received, or priced by proxy for others."""
MoneyLine = CostLine | BenefitLine | NetLine
WITHOUT_IT = ("deadweight", "displacement", "attribution_to_others", "drop_off")


def stated_shares(line: MoneyLine) -> dict[str, str | Input | float]:
    """Give the shares that a line states, by the name that the quantities know."""
    found: dict[str, str | Input | float | None] = {}
    if isinstance(line, CostLine):
        found["cost_risk"] = line.risk
    if isinstance(line, BenefitLine):
        found |= {"margin": line.margin, "benefit_risk": line.risk}
        found |= {share: getattr(line.without_it, share, None) for share in WITHOUT_IT}
    return {name: share for name, share in found.items() if share is not None}


def social_lines(case: Case, vocabulary: Vocabulary) -> frozenset[str]:
    """Give the ids of the benefits that are social value: their measure says so, never the editor."""
    lanes = {name: own.lane for name, own in vocabulary.measures.items()}
    return frozenset(
        name for name, line in case.benefits.items() if lanes.get(line.measure) == "social"
    )


def lines_of_lane(
    case: Case, lines: frozenset[str], lane: PricedLane, vocabulary: Vocabulary
) -> frozenset[str]:
    """Give those of some lines that stand in a lane: what it cost, and the benefits of that lane."""
    social = social_lines(case, vocabulary)
    elsewhere = social if lane == "hard" else case.benefits.keys() - social
    return lines - elsewhere


def rate_of(case: Case, config: SiteConfig) -> float | None:
    """Give the case's own discount rate, else the site's for its kind of prices, else None."""
    if case.money.discount_rate:
        return case.money.discount_rate.value
    rate = getattr(config.discount_rate, case.money.prices)
    return rate.value if rate else None


def timing_of(case: Case, config: SiteConfig) -> Timing:
    """Give the case's own timing, else the site's."""
    return case.money.timing.value if case.money.timing else config.timing


def flows_of(case: Case, lines: frozenset[str], amounts: Amounts, config: SiteConfig) -> Flows:
    """Turn those lines of a case that count in a reading into flows."""

    def side(table: Iterable[tuple[str, MoneyLine]]) -> tuple[Line, ...]:
        return tuple(
            _line(name, line, case.period.years, amounts) for name, line in table if name in lines
        )

    return Flows(
        years=case.period.years,
        costs=side(case.costs.items()),
        benefits=side(case.benefits.items()),
        balances=side(case.net.items()),
        discount_rate=rate_of(case, config),
        timing=timing_of(case, config),
    )


def _line(name: str, line: MoneyLine, years: int, amounts: Amounts) -> Line:
    by_year = line.amounts()
    row = (
        formula_value(by_year[year], amounts) if year in by_year else 0.0
        for year in range(years + 1)
    )
    shares = {share: share_value(stated, amounts) for share, stated in stated_shares(line).items()}
    return Line(name, tuple(row), shares)


def with_amounts(flows: Flows, case: Case, amounts: Amounts) -> Flows:
    """Give flows with other values of the inputs behind the same lines."""
    written = case.lines()

    def moved(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(_line(each.name, written[each.name], flows.years, amounts) for each in lines)

    return replace(
        flows,
        costs=moved(flows.costs),
        benefits=moved(flows.benefits),
        balances=moved(flows.balances),
    )
