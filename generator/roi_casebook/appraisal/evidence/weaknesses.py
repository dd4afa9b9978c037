"""What weakens a result: each weakness a small function that gives the facts it rests on, or none.

A cap says how many locks a weakness leaves at most; a deduction takes one. The tables fix names
and order; nothing here counts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from roi_casebook.appraisal.evidence.checks import covers
from roi_casebook.appraisal.evidence.grounds import (
    Ground,
    LedgerFact,
    as_facts,
    is_reachable,
    share_inputs,
)
from roi_casebook.case import BenefitLine, Input
from roi_casebook.case.designs import design_of
from roi_casebook.case.lines import Compared
from roi_casebook.config import Thresholds
from roi_casebook.roi.algebra.units import parse_unit

Facts = tuple[LedgerFact, ...]
Finder = Callable[[Ground, Thresholds], Facts]

SELLERS = frozenset({"vendor", "agency", "platform"})
"""Who is paid by the payer for the work, or earns by it."""
PAYERS = frozenset({"payer", "employee-of-payer"})
NOT_KNOWN = "unknown"
PLAIN_NUMBER = "1"
SECOND_HAND = frozenset({"list"})
WRITTEN_TO_SELL = frozenset({"vendor", "award-paper"})
SELECTED_FOR_SUCCESS = frozenset({"named-list", "award", "vendor"})


@dataclass(frozen=True)
class Weakness:
    """A weakness that was found, with the facts that show it."""

    id: str
    facts: Facts


# What caps ---------------------------------------------------------------------------------------


def second_hand(grounds: Ground, _thresholds: Thresholds) -> Facts:
    """What decides of the result was read in a collection of other people's stories."""
    return as_facts("source", grounds.relied_on(SECOND_HAND))


def no_document(grounds: Ground, _thresholds: Thresholds) -> Facts:
    """No number of the result stands in a document that can be opened, and nobody saw one elsewhere."""
    if any(_is_seen(grounds, line) for line in grounds.carriers):
        return ()
    return as_facts("input", grounds.result_numbers)


def _is_seen(grounds: Ground, line: Mapping[str, Input]) -> bool:
    """Tell whether some number that carries a line stands in a document, or somebody saw it.

    What carries it is what is no money, where there is such: a price shows no sale. A plain factor,
    such as a half of it, shows nothing.
    """
    currency = grounds.case.money.currency
    real = {name: one for name, one in line.items() if one.unit != PLAIN_NUMBER} or line
    effect = {name: one for name, one in real.items() if currency not in dict(parse_unit(one.unit))}
    return any(
        is_reachable(grounds.case, one) or covers(grounds.case, name)
        for name, one in (effect or real).items()
    )


def part_unreachable(grounds: Ground, _thresholds: Thresholds) -> Facts:
    """Some number that decides cites what cannot be opened, or is an assumption of our own."""
    return as_facts("input", grounds.unseen)


def seen_alone(grounds: Ground, _thresholds: Thresholds) -> Facts:
    """Some number that decides stands only in records that somebody else has seen."""
    return as_facts("input", grounds.seen_alone)


def forecast(grounds: Ground, _thresholds: Thresholds) -> Facts:
    """Some of the money was forecast."""
    return _with_status(grounds, "forecast")


def vendor_written(grounds: Ground, _thresholds: Thresholds) -> Facts:
    """Those who sell wrote of the result, or of what decides of it."""
    people = grounds.case.people
    if people.wrote.role in SELLERS:
        return (LedgerFact("role", people.wrote.role),)
    sold = grounds.relied_on(WRITTEN_TO_SELL) if people.wrote.role not in PAYERS else ()
    return as_facts("source", sold)


def author_unknown(grounds: Ground, _thresholds: Thresholds) -> Facts:
    """It is not known who wrote of the result: it may be those who sell."""
    role = grounds.case.people.wrote.role
    return (LedgerFact("role", role),) if role == NOT_KNOWN else ()


def modelled(grounds: Ground, _thresholds: Thresholds) -> Facts:
    """Some of the money comes out of a model that no experiment anchors."""
    calibrated = {
        name for name, line in grounds.results.items() if design_of(line) == "calibrated-model"
    }
    return tuple(fact for fact in _with_status(grounds, "modelled") if fact.value not in calibrated)


def short_window(grounds: Ground, _thresholds: Thresholds) -> Facts:
    """Results were observed for less time than such work needs to show effect."""
    share = grounds.observed_share
    return (LedgerFact("ratio", share),) if share is not None and share < 1 else ()


def _with_status(grounds: Ground, status: str) -> Facts:
    return as_facts("line", (name for name, line in grounds.lines.items() if line.status == status))


# What takes a lock -------------------------------------------------------------------------------


def bias(grounds: Ground, _thresholds: Thresholds) -> Facts:
    """A result states neither a baseline nor with what it was compared."""
    return grounds.uncompared


def chosen_after(grounds: Ground, _thresholds: Thresholds) -> Facts:
    """The outcome was chosen after the results were known: some outcome always looks good."""
    return as_facts(
        "line",
        (name for name, one in _compared(grounds).items() if one.outcome_chosen_after == "yes"),
    )


def attrition(grounds: Ground, thresholds: Thresholds) -> Facts:
    """Many of those who were measured were lost on the way: the others may be the better ones."""
    most = max((one.attrition or 0.0 for one in _compared(grounds).values()), default=0.0)
    return (LedgerFact("ratio", most),) if most > thresholds["attrition_most"].value else ()


def _compared(grounds: Ground) -> dict[str, Compared]:
    """Give how each result was compared, where it says so."""
    return {name: line.without_it for name, line in grounds.results.items() if line.without_it}


def indirectness(grounds: Ground, _thresholds: Thresholds) -> Facts:
    """Sales stand for the margin on them, which is unknown or our own assumption."""
    return as_facts(
        "line",
        (
            name
            for name, line in grounds.results.items()
            if isinstance(line, BenefitLine) and _has_weak_margin(grounds, line)
        ),
    )


def _has_weak_margin(grounds: Ground, line: BenefitLine) -> bool:
    if line.margin is None:
        return False
    found = [number for _, number in share_inputs(grounds.case, "", line.margin)]
    return not found or any(number.source is None for number in found)


def wide_range(grounds: Ground, thresholds: Thresholds) -> Facts:
    """What was measured may be so much more or less that the result may lie almost anywhere."""
    if grounds.width is None:
        return ()
    width, middle = grounds.width
    if width <= thresholds["imprecision_width"].value * abs(middle):
        return ()
    return (LedgerFact("ratio", width / abs(middle)),) if middle else grounds.subjects


def few_measured(grounds: Ground, thresholds: Thresholds) -> Facts:
    """So few were asked or measured that chance alone moves the result."""
    if grounds.measured is None or grounds.measured >= thresholds["measured_at_least"].value:
        return ()
    return (LedgerFact("number", grounds.measured),)


def selection(grounds: Ground, _thresholds: Thresholds) -> Facts:
    """We came upon the case because it was chosen."""
    found_by = grounds.case.found_by
    return (LedgerFact("found_by", found_by),) if found_by in SELECTED_FOR_SUCCESS else ()


def interest(grounds: Ground, _thresholds: Thresholds) -> Facts:
    """Whoever measured the result is paid for it, or may be: nobody knows who did."""
    role = grounds.measured_by
    return (LedgerFact("role", role),) if role in SELLERS | {NOT_KNOWN} else ()


CAPS: Mapping[str, Finder] = MappingProxyType(
    {
        finder.__name__: finder
        for finder in (
            second_hand,
            no_document,
            part_unreachable,
            seen_alone,
            forecast,
            vendor_written,
            author_unknown,
            modelled,
            short_window,
        )
    }
)
DEDUCTIONS: Mapping[str, Finder] = MappingProxyType(
    {
        finder.__name__: finder
        for finder in (
            bias,
            chosen_after,
            attrition,
            indirectness,
            wide_range,
            few_measured,
            selection,
            interest,
        )
    }
)


# What gives a lock back --------------------------------------------------------------------------


def replicated(grounds: Ground, _thresholds: Thresholds) -> Facts:
    """Others found the same, independently, for every result."""
    return _all_stated(grounds, "replicated")


def registered(grounds: Ground, _thresholds: Thresholds) -> Facts:
    """The plan of every result was registered before anything was known."""
    return _all_stated(grounds, "registered_before")


def _all_stated(grounds: Ground, field: str) -> Facts:
    """Give the sources that a field names, where every result names one: a sum is as weak as its weakest part."""
    stated = [getattr(line.without_it, field, None) for line in grounds.results.values()]
    named = [source for source in stated if source is not None]
    return as_facts("source", named) if len(named) == len(stated) else ()


BONUSES: Mapping[str, Finder] = MappingProxyType(
    {finder.__name__: finder for finder in (replicated, registered)}
)


def found(
    table: Mapping[str, Finder], grounds: Ground, thresholds: Thresholds
) -> tuple[Weakness, ...]:
    """Give those weaknesses of a table that the grounds show, in its order."""
    facts = {name: finder(grounds, thresholds) for name, finder in table.items()}
    return tuple(Weakness(name, shown) for name, shown in facts.items() if shown)
