"""Locks: how strong the evidence for a figure is, 0 to 5, with the ledger of what was lost.

A return is an effect times money: each is graded, and the lower of the two counts.

The design gives a level, the weakest result deciding: a sum is as weak as its weakest part. Caps
and then deductions take from it, each with the facts it rests on. What others found again, or what
was planned in public before, gives one lock back, once, and never more than a cap leaves.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from roi_casebook.appraisal.evidence.grounds import Ground, Grounds, LedgerFact, as_facts
from roi_casebook.appraisal.evidence.money_grade import MoneyGrade, money_grade
from roi_casebook.appraisal.evidence.weaknesses import BONUSES, CAPS, DEDUCTIONS, Weakness, found
from roi_casebook.case.designs import LEVELS
from roi_casebook.config import Thresholds

LockWord = Literal["claim_only", "very_weak", "weak", "limited", "moderate", "good", "strong"]
WORDS: tuple[LockWord, ...] = ("very_weak", "weak", "limited", "moderate", "good", "strong")
MOST = 5
StepKind = Literal["level", "cap", "deduction", "bonus", "money"]


@dataclass(frozen=True)
class LedgerStep:
    """One step from the design to the locks that remain.

    id: ``design``, ``no_result``, ``quotation`` or ``claimed`` (kind level), a name of `CAPS`, `DEDUCTIONS` or
    `BONUSES`, ``money`` or ``money_width`` (kind money); most: the locks that a cap or money leaves; change: what the step took (0 or less), for the level what it gave;
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

    count: the lower of effect and money, which is None where there is none; word: ``claim_only``
    where there was nothing to lose, ``very_weak`` where all was lost.
    """

    count: int
    effect: int
    money: int | None
    word: LockWord
    ledger: tuple[LedgerStep, ...]
    is_unproven: bool
    needs_range: bool

    @property
    def lost(self) -> tuple[LedgerStep, ...]:
        """The steps that took locks."""
        return tuple(step for step in self.ledger if step.change < 0)


def locks_of(grounds: Ground, thresholds: Thresholds) -> Locks:
    """Give the locks of an effect. Without a result nothing can be proven: none."""
    if not grounds.designs:
        return counted(LedgerStep("no_result", "level", 0, 0, ()), (), (), thresholds)
    caps, deductions, bonuses = (
        found(table, grounds, thresholds) for table in (CAPS, DEDUCTIONS, BONUSES)
    )
    return counted(_level(grounds), caps, deductions, thresholds, bonuses)


def locks_of_money(grounds: Grounds, thresholds: Thresholds) -> Locks:
    """Give the locks of a result in money: the lower of its effect and its money."""
    locks, grade = locks_of(grounds, thresholds), money_grade(grounds.sway)
    return with_money(locks, grade, thresholds) if grade else locks


def with_money(locks: Locks, grade: MoneyGrade, thresholds: Thresholds) -> Locks:
    """Give what the money leaves of the locks of an effect, its steps last in the ledger."""
    ledger = (*locks.ledger, *_money_steps(locks.effect, grade))
    return replace(
        _locks(ledger, is_claim_only=locks.word == "claim_only", thresholds=thresholds),
        effect=locks.effect,
        money=grade.level,
    )


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


def locks_of_claim(source: str, thresholds: Thresholds) -> Locks:
    """Give the locks of a return that a source claims and no input bears out: none."""
    claimed = LedgerStep("claimed", "level", 0, 0, (LedgerFact("source", source),))
    return counted(claimed, (), (), thresholds)


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
    return _locks(ledger, is_claim_only=not before, thresholds=thresholds)


def _money_steps(effect: int, money: MoneyGrade) -> Iterator[LedgerStep]:
    """Say what the money leaves: by where its numbers stand, and by how wide its ranges are."""
    left = min(effect, money.before_width)
    facts = (LedgerFact("level", str(money.before_width)), *as_facts("input", money.deciding))
    yield LedgerStep("money", "money", left - effect, left, facts, money.before_width)
    if money.level < money.before_width:
        ratio = () if money.by_width is None else (LedgerFact("ratio", money.by_width),)
        least = min(left, money.level)
        facts = (*ratio, *as_facts("input", money.wide))
        yield LedgerStep("money_width", "money", least - left, least, facts, money.level)


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


def _locks(ledger: Sequence[LedgerStep], *, is_claim_only: bool, thresholds: Thresholds) -> Locks:
    count = ledger[-1].locks
    return Locks(
        count=count,
        effect=count,
        money=None,
        word="claim_only" if is_claim_only else WORDS[count],
        ledger=tuple(ledger),
        is_unproven=count <= _whole(thresholds, "unproven_at_most"),
        needs_range=count <= _whole(thresholds, "interval_only_at_most"),
    )


def _whole(thresholds: Thresholds, name: str) -> int:
    return int(thresholds[name].value)
