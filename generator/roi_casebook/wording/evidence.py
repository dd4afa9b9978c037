"""The judgement on evidence in sentences: how many locks, from which design, lost by what.

The words stand in `data/wording/evidence.yml`, by the ids of `appraisal/`.
"""

from roi_casebook.appraisal.evidence.locks import LedgerStep, Locks
from roi_casebook.appraisal.evidence.maturity import Maturity
from roi_casebook.wording.catalogues import MINUS, capitalised, entry_text, has_entry
from roi_casebook.wording.voice import Wording

_TABLES = {"cap": "cap", "deduction": "lost", "bonus": "gained"}


def locks_text(wording: Wording, locks: Locks) -> str:
    """Say how strong the evidence is: Limited evidence: two of five locks."""
    return wording.t(
        "locks.said", word=wording.evidence("word", locks.word), count=count_text(wording, locks)
    )


def count_text(wording: Wording, locks: Locks) -> str:
    """Say how many locks remain: two of five locks."""
    return wording.evidence("count", str(locks.count))


def mark_text(wording: Wording, locks: Locks) -> str:
    """Say how a figure must be marked wherever it stands; "" where it need not be."""
    if locks.is_unproven:
        return wording.evidence("mark", "unproven")
    return wording.evidence("mark", "needs_range") if locks.needs_range else ""


def locks_sentences(wording: Wording, locks: Locks) -> str:
    """Say how strong the evidence is, on which design it stands, and what took locks from it."""
    level = locks.ledger[0]
    said = [f"{locks_text(wording, locks)}.", _standing(wording, level)]
    if locks.lost:
        reasons = wording.t("interest.joint").join(step_text(wording, step) for step in locks.lost)
        said.append(wording.t("locks.lost", reasons=reasons))
    return " ".join(said)


def _standing(wording: Wording, level: LedgerStep) -> str:
    because = step_text(wording, level)
    if level.id != "design":
        return f"{capitalised(because)}."
    return wording.t("locks.level", level=str(level.locks), because=because)


def step_text(wording: Wording, step: LedgerStep) -> str:
    """Say what a step of the ledger rests on, as a clause."""
    if step.kind == "level":
        return _level(wording, step)
    return weakness_text(wording, _TABLES[step.kind], step.id, str(step.facts[0].value))


def weakness_text(wording: Wording, table: str, weakness: str, word: str) -> str:
    """Say a weakness of a table; word: of the closed list on which some of them turn."""
    path: tuple[str, ...] = (table, weakness)
    if not has_entry("evidence", *path, wording.language):
        path = (*path, word)
    return entry_text("evidence", path, wording.language)


def _level(wording: Wording, step: LedgerStep) -> str:
    designs = dict.fromkeys(str(fact.value) for fact in step.facts if fact.kind == "design")
    clauses = [wording.evidence("level", each) for each in designs or (step.id,)]
    return wording.t("interest.joint").join(clauses)


def effect_text(wording: Wording, step: LedgerStep) -> str:
    """Say what a step does to the locks: level 3, at most 2, −1; or that it takes none any more."""
    if step.kind == "level":
        return wording.t("locks.from_level", level=str(step.locks))
    if step.kind == "cap":
        return wording.t("locks.at_most", most=str(step.most))
    if step.change:
        return f"{MINUS}{-step.change}" if step.change < 0 else f"+{step.change}"
    return wording.t("locks.no_more" if step.locks or step.kind == "bonus" else "locks.none_left")


def age_text(wording: Wording, maturity: Maturity) -> str:
    """Say of when the last data are, "" where not even a limit is known."""
    if maturity.last_data is None:
        return ""
    key = "maturity.last_at_latest" if maturity.is_at_latest else "maturity.last"
    return wording.t(key, date=wording.date(maturity.last_data))
