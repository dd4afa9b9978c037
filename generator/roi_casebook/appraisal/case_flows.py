"""From a case's lines to flows: amounts by moment and the shares that each line states.

Money and social value are lanes of their own: each has its flows, and no line stands in both but
the costs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from roi_casebook.appraisal.amounts import (
    Amounts,
    amount_trees,
    inputs_of,
    parsed,
    share_value,
    tree_value,
)
from roi_casebook.appraisal.rate_in_force import rate_in_force, timing_of
from roi_casebook.case import BenefitLine, Case, CostLine, Input, SoftResult
from roi_casebook.case.designs import design_of, isolates
from roi_casebook.case.lines import MoneyLine
from roi_casebook.case.measured import CountLine
from roi_casebook.case.timeline import START, Moment
from roi_casebook.config import SiteConfig, Vocabulary
from roi_casebook.roi.figures import Side
from roi_casebook.roi.flows import Flows, Line
from roi_casebook.written.scalars import UNKNOWN

PricedLane = Literal["hard", "social"]
"""The lanes in which amounts of money stand: received, or priced by proxy for others."""
WITHOUT_IT = ("deadweight", "displacement", "attribution_to_others", "drop_off")


def stated_shares(line: MoneyLine | SoftResult) -> dict[str, str | Input | float]:
    """Give the shares that a line or a soft result states, by the name that the quantities know."""
    found: dict[str, str | Input | float | None] = {}
    if isinstance(line, CostLine):
        found["cost_risk"] = line.risk
    if isinstance(line, BenefitLine | SoftResult):
        found |= {share: getattr(line.without_it, share, None) for share in WITHOUT_IT}
    if isinstance(line, BenefitLine):
        found |= {"margin": line.margin, "benefit_risk": line.risk}
        if lacks_deadweight(line):
            found["deadweight"] = UNKNOWN
    return {name: share for name, share in found.items() if share is not None}


def lacks_deadweight(line: BenefitLine) -> bool:
    """Tell whether nothing shows how much of a benefit would have come anyway: silence is not exact.

    A design that isolates takes it off; that nothing would have come needs a source, not our word.
    A count of work says what was done, and no more.
    """
    if isolates(design_of(line)) or (isinstance(line, CountLine) and line.is_work):
        return False
    stated = line.without_it.deadweight if line.without_it else None
    if isinstance(stated, Input):
        return (
            stated.central() == 0
            and not stated.is_range
            and (not stated.source or bool(stated.assumed_by))
        )
    return stated is None or stated == 0


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


def is_of_one_moment(case: Case, lines: frozenset[str]) -> bool:
    """Tell whether all these lines stand at the start, or all in the only year, of a case of one year.

    And the case states no rate of its own. Nothing comes sooner or later then, and nobody asked for it to be worth less than it says.
    """
    if case.period.years != 1 or case.money.discount_rate or case.money.timing:
        return False
    falls = {
        moment for name, line in case.lines().items() if name in lines for moment in line.amounts()
    }
    return falls in ({START}, {Moment("year", 1)})


def flows_of(
    case: Case,
    lines: frozenset[str],
    amounts: Amounts,
    config: SiteConfig,
    reading: str | None = None,
) -> Flows:
    """Turn those lines of a case that count in a reading into flows."""
    leaves_out = case.readings[reading].leaves_out if reading else ()
    may_be, money, timeline = may_be_negative(case), case.money, case.timeline
    moments = case.moments()

    def side(table: Iterable[tuple[str, MoneyLine]]) -> tuple[Line, ...]:
        return tuple(
            _line(case, name, moments, amounts, may_be) for name, _ in table if name in lines
        )

    return Flows(
        years=case.period.years,
        costs=side(case.costs.items()),
        benefits=side(case.benefits.items()),
        balances=side(case.net.items()),
        discount_rate=0.0 if is_of_one_moment(case, lines) else rate_in_force(case, config).rate,
        timing=timing_of(case, config),
        finance_rate=money.finance_rate.value if money.finance_rate else None,
        reinvestment_rate=money.reinvestment_rate.value if money.reinvestment_rate else None,
        leaves_out=tuple(PUSHES[each.pushes] for each in leaves_out),
        reading=reading or "",
        moments=None if timeline.is_yearly else timeline.axis(moments),
        is_present=money.already_discounted is not None,
    )


PUSHES: Mapping[str, Side] = MappingProxyType(
    {"lower": "or_lower", "higher": "or_higher", "either": "either"}
)
OF_COSTS: Mapping[str, Side] = MappingProxyType(
    {"lower": "or_higher", "higher": "or_lower", "either": "either"}
)
"""What lowers a return is more of a cost."""


def may_be_negative(case: Case) -> frozenset[str]:
    """Give the inputs that are not known and may be below nought."""
    return frozenset(name for name, given in case.inputs.items() if given.may_be == "negative")


def _may_be_negative(line: MoneyLine, inputs: frozenset[str]) -> bool:
    """A formula over what may be negative may be so too."""
    formulas = (formula for formula in line.amounts().values() if formula != UNKNOWN)
    return line.may_be == "negative" or any(
        name in inputs for formula in formulas for name in inputs_of(parsed(formula))
    )


def _line(
    case: Case,
    name: str,
    moments: tuple[Moment, ...],
    amounts: Amounts,
    may_be: frozenset[str],
) -> Line:
    line = case.lines()[name]
    stated = amount_trees(case, line)
    row = (tree_value(stated[at], amounts) if at in stated else 0.0 for at in moments)
    shares = {share: share_value(own, amounts) for share, own in stated_shares(line).items()}
    pushes = OF_COSTS if isinstance(line, CostLine) else PUSHES
    return Line(
        name,
        tuple(row),
        shares,
        may_be_negative=_may_be_negative(line, may_be),
        leaves_out=tuple(pushes[each.pushes] for each in line.leaves_out),
    )


def with_amounts(flows: Flows, case: Case, amounts: Amounts) -> Flows:
    """Give flows with other values of the inputs behind the same lines."""
    may_be, moments = may_be_negative(case), case.moments()

    def moved(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(_line(case, each.name, moments, amounts, may_be) for each in lines)

    return replace(
        flows,
        costs=moved(flows.costs),
        benefits=moved(flows.benefits),
        balances=moved(flows.balances),
    )
