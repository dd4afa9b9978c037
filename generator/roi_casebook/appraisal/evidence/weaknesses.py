"""What weakens a result: each weakness a small function that gives the facts it rests on, or none.

A cap says how many locks a weakness leaves at most; a deduction takes one. The tables fix names
and order; nothing here counts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from roi_casebook.appraisal.evidence.grounds import (
    Fact,
    Grounds,
    as_facts,
    numbers,
    numbers_of_shares,
    share_inputs,
)
from roi_casebook.appraisal.evidence.maturity import share_of_time_to_effect
from roi_casebook.case import BenefitLine, Input
from roi_casebook.case.designs import design_of
from roi_casebook.config import Thresholds

Facts = tuple[Fact, ...]
Finder = Callable[[Grounds, Thresholds], Facts]

SELLERS = frozenset({"vendor", "agency", "platform"})
"""Who is paid by the payer for the work, or earns by it."""
PAYERS = frozenset({"payer", "employee-of-payer"})
SIGHTED_BY = frozenset({"auditor", "researcher", "public-body", "editor"})
"""Who, having checked the numbers, has seen the records behind them."""
WRITTEN_TO_SELL = frozenset({"vendor", "award-paper"})
SELECTED_FOR_SUCCESS = frozenset({"named-list", "award", "vendor"})


@dataclass(frozen=True)
class Weakness:
    """A weakness that was found, with the facts that show it."""

    id: str
    facts: Facts


# What caps ---------------------------------------------------------------------------------------


def _kinds_of_result(grounds: Grounds) -> dict[str, str]:
    """Give the kind of each source that a number of the result cites, by the source's id."""
    cited = (number.source for number in _result_numbers(grounds).values())
    return {source: grounds.case.sources[source].kind for source in cited if source is not None}


def _result_numbers(grounds: Grounds) -> dict[str, Input]:
    return numbers(grounds.case, grounds.results.values())


def second_hand(grounds: Grounds, _thresholds: Thresholds) -> Facts:
    """Every source of the result is a collection of other people's stories."""
    kinds = _kinds_of_result(grounds)
    return as_facts("source", kinds) if set(kinds.values()) == {"list"} else ()


def no_document(grounds: Grounds, _thresholds: Thresholds) -> Facts:
    """No number of the result stands in a document that can be opened."""
    found = _result_numbers(grounds)
    if _is_sighted(grounds) or any(grounds.is_reachable(number) for number in found.values()):
        return ()
    return as_facts("input", found)


def part_unreachable(grounds: Grounds, _thresholds: Thresholds) -> Facts:
    """Some number cites what cannot be opened, or the result holds an assumption of our own.

    An assumption on the side of the costs, or in a share taken off, is no weakness: without it the
    figure would be rosier.
    """
    if _is_sighted(grounds):
        return ()
    lines = grounds.lines
    cited = numbers(grounds.case, lines.values()) | numbers_of_shares(grounds.case, lines)
    within_result = _result_numbers(grounds)
    return as_facts(
        "input",
        (
            name
            for name, number in cited.items()
            if not grounds.is_reachable(number) and (number.source or name in within_result)
        ),
    )


def forecast(grounds: Grounds, _thresholds: Thresholds) -> Facts:
    """Some of the money was forecast."""
    return _with_status(grounds, "forecast")


def vendor_written(grounds: Grounds, _thresholds: Thresholds) -> Facts:
    """Only those who sell wrote of the result, and nobody checked it with the payer."""
    people = grounds.case.people
    if people.checked.role in PAYERS | SIGHTED_BY:
        return ()
    if people.wrote.role in SELLERS:
        return (Fact("role", people.wrote.role),)
    kinds = _kinds_of_result(grounds)
    to_sell = bool(kinds) and set(kinds.values()) <= WRITTEN_TO_SELL
    return as_facts("source", kinds) if to_sell and people.wrote.role not in PAYERS else ()


def modelled(grounds: Grounds, _thresholds: Thresholds) -> Facts:
    """Some of the money comes out of a model that no experiment anchors."""
    calibrated = {
        name for name, line in grounds.results.items() if design_of(line) == "calibrated-model"
    }
    return tuple(fact for fact in _with_status(grounds, "modelled") if fact.value not in calibrated)


def short_window(grounds: Grounds, _thresholds: Thresholds) -> Facts:
    """Results were observed for less time than such work needs to show effect."""
    share = share_of_time_to_effect(grounds.case)
    return (Fact("ratio", share),) if share is not None and share < 1 else ()


def _with_status(grounds: Grounds, status: str) -> Facts:
    return as_facts("line", (name for name, line in grounds.lines.items() if line.status == status))


def _is_sighted(grounds: Grounds) -> bool:
    return grounds.case.people.checked.role in SIGHTED_BY


# What takes a lock -------------------------------------------------------------------------------


def bias(grounds: Grounds, _thresholds: Thresholds) -> Facts:
    """A result states neither a baseline nor with what it was compared."""
    return as_facts(
        "line", (name for name, line in grounds.results.items() if not _is_compared(line))
    )


def _is_compared(line: object) -> bool:
    without_it = getattr(line, "without_it", None)
    return without_it is not None and bool(without_it.baseline or without_it.comparator)


def indirectness(grounds: Grounds, _thresholds: Thresholds) -> Facts:
    """Sales stand for the margin on them, which is unknown or our own assumption."""
    return as_facts(
        "line",
        (
            name
            for name, line in grounds.results.items()
            if isinstance(line, BenefitLine) and _has_weak_margin(grounds, line)
        ),
    )


def _has_weak_margin(grounds: Grounds, line: BenefitLine) -> bool:
    if line.margin is None:
        return False
    found = [number for _, number in share_inputs(grounds.case, "", line.margin)]
    return not found or any(number.source is None for number in found)


def no_ranges(grounds: Grounds, _thresholds: Thresholds) -> Facts:
    """No number of the reading is a range."""
    return () if grounds.appraisal.ranges else as_facts("line", grounds.lines)


def wide_range(grounds: Grounds, thresholds: Thresholds) -> Facts:
    """The net present value may lie almost anywhere."""
    npv = grounds.appraisal.figures["npv"]
    if npv.p10 is None or npv.p50 is None or npv.p90 is None:
        return ()
    width, most = npv.p90 - npv.p10, thresholds["imprecision_width"].value
    if width <= most * abs(npv.p50):
        return ()
    return (Fact("ratio", width / abs(npv.p50)),) if npv.p50 else as_facts("line", grounds.lines)


def selection(grounds: Grounds, _thresholds: Thresholds) -> Facts:
    """We came upon the case because it was chosen."""
    found_by = grounds.case.found_by
    return (Fact("found_by", found_by),) if found_by in SELECTED_FOR_SUCCESS else ()


def interest(grounds: Grounds, _thresholds: Thresholds) -> Facts:
    """Whoever measured the result is paid for it."""
    role = grounds.case.people.measured.role
    return (Fact("role", role),) if role in SELLERS else ()


CAPS: Mapping[str, Finder] = MappingProxyType(
    {
        finder.__name__: finder
        for finder in (
            second_hand,
            no_document,
            part_unreachable,
            forecast,
            vendor_written,
            modelled,
            short_window,
        )
    }
)
DEDUCTIONS: Mapping[str, Finder] = MappingProxyType(
    {
        finder.__name__: finder
        for finder in (bias, indirectness, no_ranges, wide_range, selection, interest)
    }
)


def found(
    table: Mapping[str, Finder], grounds: Grounds, thresholds: Thresholds
) -> tuple[Weakness, ...]:
    """Give those weaknesses of a table that the grounds show, in its order."""
    facts = {name: finder(grounds, thresholds) for name, finder in table.items()}
    return tuple(Weakness(name, shown) for name, shown in facts.items() if shown)
