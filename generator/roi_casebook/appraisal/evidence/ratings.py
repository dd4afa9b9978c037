"""The evidence of a case: five axes side by side, never multiplied into one.

How strong (locks, by reading), who verified, which way it points, how ripe, how fully reported.

Which way a result points: gain, loss, neither, both, or not known.

Apart from how sure it is. A figure that can only be at most so much tells a loss, never a gain.

Who stands behind the numbers: V0 unsourced, V1 published, V2 records seen, V3 audited or filed.

A reading is verified as far as the least verified number of its result, or of what it cost; what
nobody but an interested party printed is V1. Where a soft result leads, its numbers are those of the result. An assumption of our own within the result verifies
nothing; one on the side of the costs is declared, and is no number to verify. A sound check lifts
what it covers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from types import MappingProxyType
from typing import Literal

from roi_casebook.appraisal.evidence.checklist import Reporting, reporting_of
from roi_casebook.appraisal.evidence.checks import covers
from roi_casebook.appraisal.evidence.grounds import (
    Grounds,
    Judged,
    LedgerFact,
    as_facts,
    grounds_of,
    is_reachable,
    numbers,
    numbers_of,
)
from roi_casebook.appraisal.evidence.locks import Locks, locks_of_money
from roi_casebook.appraisal.evidence.maturity import Maturity, maturity_of
from roi_casebook.case import Case, Input, SoftResult
from roi_casebook.case.people import Role
from roi_casebook.case.sources import SourceKind
from roi_casebook.config import Thresholds
from roi_casebook.roi.figure_table import BENEFIT, NPV
from roi_casebook.roi.figures import Figure

Direction = Literal["positive", "mixed", "no_effect", "negative", "unknown"]


def direction_of(readings: Mapping[str | None, Judged], leading: str | None) -> Direction:
    """Give the direction of a case: that of the leading reading, mixed where others contradict it.

    A reading whose direction is not known contradicts nothing.
    """
    known = {direction_of_reading(reading) for reading in readings.values()} - {"unknown"}
    leads = direction_of_reading(readings[leading])
    return leads if leads == "unknown" or len(known) == 1 else "mixed"


def direction_of_reading(appraisal: Judged) -> Direction:
    """Give the direction of one reading."""
    if _nothing_came_back(appraisal):
        return "no_effect"
    return _of_ends(*_ends(appraisal.figures[NPV]))


def _nothing_came_back(appraisal: Judged) -> bool:
    """Tell whether benefits were measured and are nothing: the loss is then the cost alone."""
    if appraisal.flows.balances or not appraisal.flows.benefits:
        return False
    low, high = _ends(appraisal.figures[BENEFIT])
    return low == high == 0


def _ends(figure: Figure) -> tuple[float, float]:
    """Give between which values a figure lies: P10 and P90 where drawn, no end beyond a bound."""
    if figure.value is None:
        return -inf, inf
    low = figure.value if figure.p10 is None else figure.p10
    high = figure.value if figure.p90 is None else figure.p90
    return (
        -inf if figure.side in {"or_lower", "either"} else low,
        inf if figure.side in {"or_higher", "either"} else high,
    )


def _of_ends(low: float, high: float) -> Direction:
    if low > 0:
        return "positive"
    if high < 0:
        return "negative"
    if low == high:
        return "no_effect"
    return "unknown" if inf in (-low, high) else "mixed"


VerificationLevel = Literal[0, 1, 2, 3]
BY_KIND: Mapping[SourceKind, VerificationLevel] = MappingProxyType(
    {"annual-report": 3, "official-statistics": 3, "academic": 2}
)
BY_CHECK: Mapping[Role, VerificationLevel] = MappingProxyType(
    {"auditor": 3, "public-body": 3, "researcher": 2, "editor": 2}
)
Word = Literal["0", "not_opened", "1", "2", "3"]
PUBLISHED: VerificationLevel = 1
UNSOURCED: VerificationLevel = 0


@dataclass(frozen=True)
class Verification:
    """How far the numbers are verified, and by what: the check, or the least verified inputs.

    word: of the level; what cites a source that cannot be opened is not unsourced.
    """

    level: VerificationLevel
    facts: tuple[LedgerFact, ...]
    word: Word


def verification_of(grounds: Grounds, soft: SoftResult | None = None) -> Verification:
    """Say how far the numbers of a reading are verified. soft: the result that leads, where no money does."""
    result = dict(
        numbers_of(grounds.case, soft.result, soft.baseline) if soft else grounds.result_numbers
    )
    spent = numbers(grounds.case, grounds.costs.values())
    used = result | {name: number for name, number in spent.items() if number.source}
    levels = {name: _level(grounds, name, number) for name, number in used.items()}
    if not levels:
        return Verification(UNSOURCED, (), "0")
    least = min(levels.values())
    weakest = [name for name, level in levels.items() if level == least]
    if all(_is_lifted(grounds, name, used[name]) for name in weakest):
        role = grounds.case.people.checked.role
        return Verification(least, (LedgerFact("role", role),), _WORDS[least])
    is_sourced = all(used[name].source for name in weakest)
    word = "not_opened" if least == UNSOURCED and is_sourced else _WORDS[least]
    return Verification(least, as_facts("input", weakest), word)


_WORDS: Mapping[VerificationLevel, Word] = MappingProxyType({0: "0", 1: "1", 2: "2", 3: "3"})


def _level(grounds: Grounds, name: str, number: Input) -> VerificationLevel:
    """Give how far a number is verified; a check lifts what it covers, and no assumption."""
    own = _published(grounds, number)
    if number.source is None or not covers(grounds.case, name):
        return own
    return max(own, BY_CHECK.get(grounds.case.people.checked.role, UNSOURCED))


def _is_lifted(grounds: Grounds, name: str, number: Input) -> bool:
    return _level(grounds, name, number) > _published(grounds, number)


def _published(grounds: Grounds, number: Input) -> VerificationLevel:
    if number.source is None or not is_reachable(grounds.case, number):
        return UNSOURCED
    return BY_KIND.get(grounds.case.sources[number.source].kind, PUBLISHED)


@dataclass(frozen=True)
class Evidence:
    """How far a case can be trusted.

    leading: the reading that leads, of which all but `readings` and `direction` speak; readings:
    the locks of each; narrow: those whose ranges hardly move the result.
    """

    leading: str | None
    readings: Mapping[str | None, Locks]
    verification: Verification
    direction: Direction
    maturity: Maturity
    reporting: Reporting
    narrow: frozenset[str | None] = frozenset()

    @property
    def locks(self) -> Locks:
        """The locks of the reading that leads."""
        return self.readings[self.leading]


def evidence_of(
    case: Case,
    readings: Mapping[str | None, Judged],
    thresholds: Thresholds,
    social: Mapping[str | None, Judged] = MappingProxyType({}),
) -> Evidence:
    """Judge the evidence of a case over the appraisals of its readings.

    social: those of social value, which the checklist asks for too. What was measured too early
    points nowhere yet.
    """
    leading = case.leading_reading()
    grounds = grounds_of(case, readings[leading], thresholds, social.get(leading))
    maturity = maturity_of(grounds, thresholds)
    return Evidence(
        leading=leading,
        readings=MappingProxyType(
            {
                name: locks_of_money(grounds_of(case, appraisal, thresholds), thresholds)
                for name, appraisal in readings.items()
            }
        ),
        verification=verification_of(grounds),
        direction="unknown" if maturity.suppresses_headline else direction_of(readings, leading),
        maturity=maturity,
        reporting=reporting_of(grounds),
        narrow=frozenset(name for name, one in readings.items() if _is_narrow(one, thresholds)),
    )


def _is_narrow(appraisal: Judged, thresholds: Thresholds) -> bool:
    """Tell whether the ranges that are given hardly move the result: what is not known stands outside."""
    npv = appraisal.figures[NPV]
    if npv.p10 is None or npv.p50 is None or npv.p90 is None:
        return False
    return npv.p90 - npv.p10 < thresholds["imprecision_least"].value * abs(npv.p50)
