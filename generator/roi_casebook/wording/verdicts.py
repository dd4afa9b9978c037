"""Verdicts on claims in sentences: what was found, why it is doubted, what changed on the way.

The words stand in `claims` of the catalogues, by the ids of `appraisal/verdict.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast, get_args

from roi_casebook.appraisal.amounts import inputs_of, parsed
from roi_casebook.appraisal.claims.implied import Implied
from roi_casebook.appraisal.claims.verdict import UNTRUE, Change, Doubt, Held, Verdict, WhyNot
from roi_casebook.case import Case, Says
from roi_casebook.roi.figure_table import SOCIAL_FIGURES, shown_as
from roi_casebook.roi.figures import Reason
from roi_casebook.wording.catalogue import Catalogue
from roi_casebook.wording.figures import FigureTexts
from roi_casebook.wording.labels import Labels
from roi_casebook.wording.names import Names
from roi_casebook.wording.numbers import Numbers
from roi_casebook.wording.texts import Texts
from roi_casebook.wording.typography import capitalised, filled
from roi_casebook.written.scalars import UNKNOWN

PLAIN = frozenset({"1", "share"})
RATIO_DIGITS = 3
RATE_DIGITS = 4
SHARE_DIGITS = 2


@dataclass(frozen=True)
class VerdictText:
    """A verdict for readers.

    state: its id, for a mark; label: the state in a word or two; basis: how what agrees differs from
    our own figure, "" where it does not; finding: one sentence; doubts: a sentence each, the strongest first; changes: what became different from the claim that it repeats, a clause each.
    """

    state: str
    label: str
    basis: str
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
            label=self.label(verdict.state),
            basis=self.basis(verdict.held) if verdict.held else "",
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
        if verdict.held is None or verdict.state in UNTRUE:
            return self._without_counterpart(verdict)
        told = self._against(verdict.held, case)
        if verdict.state == "fits":
            return self._entry("fits", verdict.held.room or "range", **told)
        return self._entry("verdict", verdict.state, **told)

    def _without_counterpart(self, verdict: Verdict) -> str:
        if verdict.state in UNTRUE:
            return self._entry("verdict", verdict.state)
        if verdict.reason in get_args(WhyNot):
            return self._entry("why_not", str(verdict.reason))
        return self.figures.reason(cast("Reason", verdict.reason))  # no WhyNot is left

    def _against(self, held: Held, case: Case) -> dict[str, str]:
        ours, low, high = (
            self.numbers.computed(value, _shown_in(held), case.money.currency)
            for value in (held.value, *(held.ends or (held.value, held.value)))
        )
        bound = f"{self.labels.label('bound', held.bound)} " if held.bound else ""
        return {
            "name": self._name(held, case),
            "ours": f"{bound}{ours}",
            "basis": self.basis(held),
            "low": low,
            "high": high,
        }

    def basis(self, held: Held) -> str:
        """Name how what a claim was held against differs from our own figure; "" where it does not."""
        return self.catalogue.listed([self._entry("basis", each) for each in held.basis])

    def _name(self, held: Held, case: Case) -> str:
        """Name a figure, an input, a soft result or what a formula takes as the page does."""
        if held.kind == "figure":
            is_shared = held.lane == "social" and held.name not in SOCIAL_FIGURES
            lane = self.labels.label("claim_lane", held.lane)
            more = self.catalogue.t("claims.whose", whose=lane) if is_shared else ""
            return f"{self.names.full_name(held.name)}{more}"
        if held.kind == "formula":
            inputs = [self._input(name, case) for name in inputs_of(parsed(held.name))]
            whole = self.catalogue.listed(inputs)
            return whole if len(inputs) == 1 else self._entry("formula", inputs=whole)
        if held.kind == "input":
            return self._input(held.name, case)
        return self.labels.soft(case.soft[held.name]).text

    def _input(self, name: str, case: Case) -> str:
        given = case.inputs.get(name)
        label = given.label if given else None
        return self.texts.written(label).text if label else self.names.full_name(name)

    # Why it is doubted -------------------------------------------------------------------------------

    def _doubt(self, doubt: Doubt, verdict: Verdict, case: Case) -> str:
        key = _kind_of_doubt(doubt, verdict, case)
        return self._entry("doubt", key, **self._numbers(doubt, verdict, case))

    def _numbers(self, doubt: Doubt, verdict: Verdict, case: Case) -> dict[str, str]:
        says, currency = case.claims[verdict.claim].says, case.money.currency
        told = {"theirs": self.said(says, currency)}
        told["names"] = self.catalogue.listed([self._input(name, case) for name in doubt.inputs])
        for name, value in doubt.numbers.items():
            if name in {"revenue", "amount"}:
                told[name] = self.numbers.money(value, currency)
            elif name in {"share", "roi"}:
                digits = SHARE_DIGITS if name == "share" else RATIO_DIGITS
                told[name] = self.numbers.percent_exact(value, digits)
            elif name == "limit":
                told[name] = self.numbers.percent(value)
            elif name == "year":
                told[name] = str(int(value))
            else:
                told[name] = self.numbers.number(
                    value, RATE_DIGITS if name == "rate" else RATIO_DIGITS
                )
        return told

    def implied(self, one: Implied, currency: str, *, is_short: bool = False) -> str:
        """Say what must have come back, or what it must have cost, for a claim to be true."""
        size = "short_" if is_short else ""
        lane = "social_" if one.lane == "social" else ""
        return self.catalogue.t(
            f"claims.implies.{size}{lane}{one.of}", value=self._implied_amount(one, currency)
        )

    def _implied_amount(self, one: Implied, currency: str) -> str:
        if one.low != one.high:
            return self.numbers.range(one.low, None, one.high, currency, currency)
        hedge = self.labels.label("bound", one.bound) if one.bound else ""
        about = self.labels.label("claim_bound", "about") if one.is_about else ""
        amount = self.numbers.money(one.value, currency)
        return " ".join(filter(None, (hedge, about, amount)))

    def hedged(self, says: Says, currency: str) -> str:
        """Write the number of a claim with how it is hedged: up to 280%."""
        bound = f"{self.labels.label('claim_bound', says.bound)} " if says.bound else ""
        return f"{bound}{self.said(says, currency)}"

    def as_claimed(self, says: Says) -> str:
        """Name what is claimed, where it stands in place of a figure: ROI, as claimed."""
        what = capitalised(self.labels.label("claim_what", says.what))
        return self.catalogue.t("claims.leading.label", what=what)

    def said(self, says: Says, currency: str) -> str:
        """Write the number of a claim, or from where to where it lies."""
        if says.low is not None and says.high is not None:
            return self.numbers.range(says.low, None, says.high, says.unit, currency)
        return self._amount(UNKNOWN if says.number is None else says.number, says.unit, currency)

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


def _shown_in(held: Held) -> str:
    """Give the unit in which a figure is written: a ratio as the page writes it, whatever the claim's."""
    is_ratio = held.kind == "figure" and held.unit in PLAIN
    return ("1" if shown_as(held.name) == "ratio" else "share") if is_ratio else held.unit


def _kind_of_doubt(doubt: Doubt, verdict: Verdict, case: Case) -> str:
    is_share = case.claims[verdict.claim].says.what == "share-of-revenue"
    if doubt.rule == "whole_revenue":
        return _kind_of_whole(doubt, is_share=is_share)
    if doubt.rule == "all_credited" and doubt.numbers:
        return "all_of_it"
    return "time_changed" if doubt.rule == "cumulative_or_yearly" and doubt.claims else doubt.rule


def _kind_of_whole(doubt: Doubt, *, is_share: bool) -> str:
    if is_share and doubt.weight == "doubtful":
        return "share_of_revenue"
    return {"impossible": "more_than_revenue", "implausible": "beyond_limit"}.get(
        doubt.weight, "whole_revenue"
    )


def _kind_of_change(change: Change) -> str:
    if change.field == "bound" and change.after is None:
        return "bound_lost"
    return "bound_new" if change.before is None else change.field
