"""Verdicts on claims in sentences: what was found, why it is doubted, what changed on the way.

The words stand in `claims` of the catalogues, by the ids of `appraisal/verdict.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast, get_args

from roi_casebook.appraisal.claims.verdict import Change, Doubt, Held, Verdict, WhyNot
from roi_casebook.case import Case
from roi_casebook.roi.figures import Reason
from roi_casebook.wording.catalogue import Catalogue
from roi_casebook.wording.figures import FigureTexts
from roi_casebook.wording.labels import Labels
from roi_casebook.wording.names import Names
from roi_casebook.wording.numbers import Numbers
from roi_casebook.wording.texts import Texts
from roi_casebook.wording.typography import filled

RATIO_DIGITS = 3
SHARE_DIGITS = 2


@dataclass(frozen=True)
class VerdictText:
    """A verdict for readers.

    state: its id, for a mark; label: the state in a word or two; finding: one sentence; doubts: a
    sentence each; changes: what became different from the claim that it repeats, a clause each.
    """

    state: str
    label: str
    finding: str
    doubts: tuple[str, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True)
class VerdictTexts:
    """Verdicts in a language."""

    catalogue: Catalogue
    numbers: Numbers
    names: Names
    texts: Texts
    labels: Labels
    figures: FigureTexts

    def verdict(self, verdict: Verdict, case: Case) -> VerdictText:
        """Say a verdict on a claim of a case."""
        return VerdictText(
            state=verdict.state,
            label=self.label(shown_state(verdict)),
            finding=self._finding(verdict, case),
            doubts=tuple(self._doubt(doubt, verdict, case) for doubt in verdict.doubts),
            changes=tuple(self._changes(verdict, case)),
        )

    def label(self, state: str) -> str:
        """Name a state of a claim in a word or two."""
        return self._entry("state", state)

    def _entry(self, *path: str, **values: str) -> str:
        return filled(self.catalogue.entry("claims", *path), values, self.catalogue.language)

    # What was found ----------------------------------------------------------------------------------

    def _finding(self, verdict: Verdict, case: Case) -> str:
        kind = _kind_of_finding(verdict)
        if kind in get_args(WhyNot) and kind != "only_a_bound":
            return self._entry("why_not", kind)
        if verdict.state == "not_computable" and verdict.held is None:
            return self.figures.reason(cast("Reason", verdict.reason))  # no WhyNot is left
        if verdict.held is None or kind == "impossible":
            return self._entry("verdict", kind)
        return self._entry("verdict", kind, **self._against(verdict.held, verdict.claim, case))

    def _against(self, held: Held, claim: str, case: Case) -> dict[str, str]:
        ours = self.numbers.computed(held.value, case.claims[claim].says.unit, case.money.currency)
        bound = f"{self.labels.label('bound', held.bound)} " if held.bound else ""
        basis = [self._entry("basis", each) for each in held.basis]
        return {
            "name": self._name(held, case),
            "ours": f"{bound}{ours}",
            "basis": self.catalogue.listed(basis),
        }

    def _name(self, held: Held, case: Case) -> str:
        """Name a figure, an input or a soft result as the page does."""
        if held.kind == "figure":
            return self.names.full_name(held.name)
        entry = case.inputs[held.name] if held.kind == "input" else case.soft[held.name]
        if entry.label:
            return self.texts.written(entry.label).text
        if held.kind == "soft":
            return self.labels.term("measures", case.soft[held.name].measure).text
        return self.names.full_name(held.name)

    # Why it is doubted -------------------------------------------------------------------------------

    def _doubt(self, doubt: Doubt, verdict: Verdict, case: Case) -> str:
        key = _kind_of_doubt(doubt, verdict, case)
        return self._entry("doubt", key, **self._numbers(doubt, verdict, case))

    def _numbers(self, doubt: Doubt, verdict: Verdict, case: Case) -> dict[str, str]:
        says, currency = case.claims[verdict.claim].says, case.money.currency
        told = {"theirs": self._amount(says.value, says.unit, currency)}
        for name, value in doubt.numbers.items():
            if name == "revenue":
                told[name] = self.numbers.money(value, currency)
            elif name in {"share", "roi"}:
                digits = SHARE_DIGITS if name == "share" else RATIO_DIGITS
                told[name] = self.numbers.percent_exact(value, digits)
            else:
                told[name] = self.numbers.number(value, RATIO_DIGITS)
        return told

    def _amount(self, value: float | str, unit: str, currency: str) -> str:
        if isinstance(value, str):
            return self.catalogue.t("unknown")
        if unit == currency:
            return self.numbers.money(value, currency)
        return self.numbers.quantity(value, unit, currency)

    # What changed on the way -------------------------------------------------------------------------

    def _changes(self, verdict: Verdict, case: Case) -> Iterator[str]:
        """Say what changed in the last step; those before are told at their own claims."""
        *before, last = verdict.chain
        for change in last.changes:
            was = self._said(change, change.before, before[-1].claim, case)
            became = self._said(change, change.after, last.claim, case)
            yield self._entry("change", _kind_of_change(change), before=was, after=became)

    def _said(self, change: Change, value: str | float | None, claim: str, case: Case) -> str:
        if value is None:
            return ""
        if change.field == "value":
            return self._amount(value, case.claims[claim].says.unit, case.money.currency)
        if change.field == "unit":
            return self.numbers.unit(str(value), case.money.currency)
        return self.labels.label(f"claim_{change.field}", str(value))


def shown_state(verdict: Verdict) -> str:
    """Give the state that a reader sees: one that rounding explains has its own word."""
    return _but_for_rounding(verdict) or verdict.state


def _kind_of_finding(verdict: Verdict) -> str:
    if verdict.state == "not_computable":
        return verdict.reason or verdict.state
    if verdict.state == "restates_input" and verdict.held and verdict.held.own_source:
        return "restates_own_input"
    return shown_state(verdict)


def _but_for_rounding(verdict: Verdict) -> str:
    """Name the state of a claim that differs by the rounding of inputs alone, else nothing."""
    rounded = verdict.held is not None and verdict.held.basis == ("rounded_inputs",)
    is_found = verdict.state == "reproduced_on_another_basis"
    return "but_for_rounding" if rounded and is_found else ""


def _kind_of_doubt(doubt: Doubt, verdict: Verdict, case: Case) -> str:
    is_share = case.claims[verdict.claim].says.what == "share-of-revenue"
    if doubt.rule == "whole_revenue" and is_share:
        return "share_of_revenue"
    if doubt.rule == "all_credited" and doubt.numbers:
        return "all_of_it"
    return "time_changed" if doubt.rule == "cumulative_or_yearly" and doubt.claims else doubt.rule


def _kind_of_change(change: Change) -> str:
    if change.field == "bound" and change.after is None:
        return "bound_lost"
    return "bound_new" if change.before is None else change.field
