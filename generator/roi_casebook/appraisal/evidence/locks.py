"""Locks: how strong the evidence for a figure is, 0 to 5, with the ledger of what was lost.

The design gives a level, the weakest result deciding: a sum is as weak as its weakest part. Caps
and then deductions take from it, each with the facts it rests on. What others found again, or what
was planned in public before, gives one lock back, once, and never more than a cap leaves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from roi_casebook.appraisal.evidence.grounds import Ground, LedgerFact
from roi_casebook.appraisal.evidence.weaknesses import BONUSES, CAPS, DEDUCTIONS, Weakness, found
from roi_casebook.case.designs import LEVELS
from roi_casebook.config import Thresholds

LockWord = Literal["claim_only", "very_weak", "weak", "limited", "moderate", "good", "strong"]
WORDS: tuple[LockWord, ...] = ("very_weak", "weak", "limited", "moderate", "good", "strong")
MOST = 5
StepKind = Literal["level", "cap", "deduction", "bonus"]


@dataclass(frozen=True)
class LedgerStep:
    """One step from the design to the locks that remain.

    id: ``design``, ``no_result`` or ``quotation`` (kind level), a name of `CAPS`, `DEDUCTIONS` or `BONUSES`; most: the
    locks that a cap leaves; change: what the step took (0 or less), for the level what it gave;
    locks: what remains after it; facts: what shows it.
    """

    id: str
    kind: StepKind
    change: int
    locks: int
    facts: tuple[LedgerFact, ...]
    most: int | None = None


@dataclass(frozen=True)
class Locks:
    """The locks of one result, and how they came about.

    word: ``claim_only`` where there was nothing to lose, ``very_weak`` where all was lost.
    """

    count: int
    word: LockWord
    ledger: tuple[LedgerStep, ...]
    is_unproven: bool
    needs_range: bool

    @property
    def lost(self) -> tuple[LedgerStep, ...]:
        """The steps that took locks."""
        return tuple(step for step in self.ledger if step.change < 0)


def locks_of(grounds: Ground, thresholds: Thresholds) -> Locks:
    """Give the locks of a result. Without one nothing can be proven: none."""
    if not grounds.designs:
        return counted(LedgerStep("no_result", "level", 0, 0, ()), (), (), thresholds)
    caps, deductions, bonuses = (
        found(table, grounds, thresholds) for table in (CAPS, DEDUCTIONS, BONUSES)
    )
    return counted(_level(grounds), caps, deductions, thresholds, bonuses)


def _level(grounds: Ground) -> LedgerStep:
    designs = grounds.designs
    level = min(LEVELS[design] for design in designs.values())
    weakest = [(whose, design) for whose, design in designs.items() if LEVELS[design] == level]
    facts = (fact for whose, design in weakest for fact in (whose, LedgerFact("design", design)))
    return LedgerStep("design", "level", level, level, tuple(facts))


def locks_of_quotation(source: str, thresholds: Thresholds) -> Locks:
    """Give the locks of what a source tells in words alone: none."""
    told = LedgerStep("quotation", "level", 0, 0, (LedgerFact("source", source),))
    return counted(told, (), (), thresholds)


def counted(
    level: LedgerStep,
    caps: Iterable[Weakness],
    deductions: Iterable[Weakness],
    thresholds: Thresholds,
    bonuses: Iterable[Weakness] = (),
) -> Locks:
    """Count what remains of a level: the strictest cap first, the deductions that count, one bonus."""
    ledger = [level]
    for most, cap in sorted(
        ((_whole(thresholds, f"cap_{cap.id}"), cap) for cap in caps),
        key=lambda pair: (pair[0], tuple(CAPS).index(pair[1].id)),
    ):
        left = min(ledger[-1].locks, most)
        ledger.append(_step(cap, "cap", ledger[-1].locks, left, most))
    before = ledger[-1].locks
    counting = _whole(thresholds, "deductions_most")
    for number, weakness in enumerate(sorted(deductions, key=_order_of_deduction)):
        taken = 1 if number < counting else 0
        left = max(ledger[-1].locks - taken, 0)
        ledger.append(_step(weakness, "deduction", ledger[-1].locks, left))
    highest = min((step.most for step in ledger if step.most is not None), default=MOST)
    for number, bonus in enumerate(bonuses):
        left = ledger[-1].locks if number else min(ledger[-1].locks + 1, highest)
        ledger.append(_step(bonus, "bonus", ledger[-1].locks, left))
    return _locks(ledger, before, thresholds)


def _order_of_deduction(weakness: Weakness) -> int:
    return tuple(DEDUCTIONS).index(weakness.id)


def _step(
    weakness: Weakness,
    kind: StepKind,
    before: int,
    left: int,
    most: int | None = None,
) -> LedgerStep:
    return LedgerStep(weakness.id, kind, left - before, left, weakness.facts, most)


def _locks(ledger: Sequence[LedgerStep], undeducted: int, thresholds: Thresholds) -> Locks:
    count = ledger[-1].locks
    return Locks(
        count=count,
        word=WORDS[count] if undeducted else "claim_only",
        ledger=tuple(ledger),
        is_unproven=count <= _whole(thresholds, "unproven_at_most"),
        needs_range=count <= _whole(thresholds, "interval_only_at_most"),
    )


def _whole(thresholds: Thresholds, name: str) -> int:
    return int(thresholds[name].value)
