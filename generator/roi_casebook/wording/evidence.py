"""The judgement on evidence in sentences: how many locks, from which design, lost by what.

The words stand in `evidence` of the catalogues, by the ids of `appraisal/`.
"""

from dataclasses import dataclass

from roi_casebook.appraisal.evidence.locks import LedgerStep, Locks
from roi_casebook.appraisal.evidence.maturity import Maturity
from roi_casebook.appraisal.leading import LeadingFinding
from roi_casebook.wording.catalogue import Catalogue, has_entry
from roi_casebook.wording.times import Times
from roi_casebook.wording.typography import MINUS, capitalised

_TABLES = {"cap": "cap", "deduction": "lost", "bonus": "gained"}
_WIDTH = "width"
NONE = "none"


@dataclass(frozen=True)
class EvidenceTexts:
    """Locks, the steps that lead to them, and the age of data, in a language."""

    catalogue: Catalogue
    times: Times

    def label(self, of: str, value: str) -> str:
        """Name a value of an axis of evidence, such as `limited` of `word`. Errors: KeyError."""
        return self.catalogue.entry("evidence", of, value)

    def locks(self, locks: Locks) -> str:
        """Say how strong the evidence is: Limited evidence: two of five locks."""
        return self.catalogue.t(
            "locks.said", word=self.label("word", locks.word), count=self.count(locks)
        )

    def count(self, locks: Locks) -> str:
        """Say how many locks remain: two of five locks."""
        return self.label("count", str(locks.count))

    def mark(self, locks: Locks) -> str:
        """Say how a figure must be marked wherever it stands; "" where it need not be."""
        if locks.is_unproven:
            return self.label("mark", "unproven")
        return self.label("mark", "needs_range") if locks.needs_range else ""

    def sentences(self, locks: Locks) -> str:
        """Say how strong the evidence is, on which design it stands, and what took locks from it."""
        level = locks.ledger[0]
        said = [f"{self.locks(locks)}{self._both(locks)}.", self._standing(level)]
        if locks.lost:
            reasons = self.catalogue.t("interest.joint").join(
                self.step(step) for step in locks.lost
            )
            said.append(self.catalogue.t("locks.lost", reasons=reasons))
        return " ".join(said)

    def both(self, locks: Locks) -> str:
        """Say how many locks effect and money have: effect: four of five; money: one."""
        money = NONE if locks.money is None else str(locks.money)
        return self.catalogue.t(
            "locks.both",
            effect=self.label("axis_count", str(locks.effect)),
            money=self.label("short_count", money),
        )

    def _both(self, locks: Locks) -> str:
        return "" if locks.money is None else f" ({self.both(locks)})"

    def of_leading(self, leads: LeadingFinding) -> str:
        """Say what leads a case, where it is no return of ours, and how strong its evidence is."""
        said = self.sentences(leads.locks)
        if leads.kind is None or leads.kind == "money":
            return said
        what = self.label("leads", leads.kind)
        return " ".join((self.catalogue.t("locks.led_by", what=what), said))

    def what_leads(self, leads: LeadingFinding) -> str:
        """Say what leads a case, and on what evidence."""
        return self.catalogue.t(
            "locks.leads",
            what=self.label("leads", leads.kind or NONE),
            count=self.count(leads.locks),
            both=self.both(leads.locks),
        )

    def _standing(self, level: LedgerStep) -> str:
        because = self.step(level)
        if level.id != "design":
            return f"{capitalised(because)}."
        return self.catalogue.t("locks.level", level=str(level.locks), because=because)

    def step(self, step: LedgerStep) -> str:
        """Say what a step of the ledger rests on, as a clause."""
        if step.kind == "level":
            return self._level(step)
        if step.kind == "money":
            return self._money(step)
        return self.weakness(_TABLES[step.kind], step.id, str(step.facts[0].value))

    def weakness(self, table: str, weakness: str, word: str) -> str:
        """Say a weakness of a table; word: of the closed list on which some of them turn."""
        path: tuple[str, ...] = (table, weakness)
        if not has_entry("evidence", *path):
            path = (*path, word)
        return self.catalogue.entry("evidence", *path)

    def _money(self, step: LedgerStep) -> str:
        levels = [str(fact.value) for fact in step.facts if fact.kind == "level"]
        return self.label("money", levels[0] if levels else _WIDTH)

    def _level(self, step: LedgerStep) -> str:
        designs = dict.fromkeys(str(fact.value) for fact in step.facts if fact.kind == "design")
        clauses = [self.label("level", each) for each in designs or (step.id,)]
        return self.catalogue.t("interest.joint").join(clauses)

    def effect(self, step: LedgerStep) -> str:
        """Say what a step does to the locks: level 3, at most 2, −1; or that it takes none any more."""
        if step.kind == "level":
            return self.catalogue.t("locks.from_level", level=str(step.locks))
        if step.kind in ("cap", "money"):
            return self.catalogue.t("locks.at_most", most=str(step.most))
        if step.change:
            return f"{MINUS}{-step.change}" if step.change < 0 else f"+{step.change}"
        return self.catalogue.t(
            "locks.no_more" if step.locks or step.kind == "bonus" else "locks.none_left"
        )

    def age(self, maturity: Maturity) -> str:
        """Say of when the last data are, "" where not even a limit is known."""
        if maturity.last_data is None:
            return ""
        key = "maturity.last_at_latest" if maturity.is_at_latest else "maturity.last"
        return self.catalogue.t(key, date=self.times.date(maturity.last_data))
