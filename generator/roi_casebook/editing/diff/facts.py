"""All that is found about a case: each finding as data, which is compared, and as words for people."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.evidence.locks import LedgerStep, Locks
from roi_casebook.appraisal.evidence.soft_evidence import SoftEvidence
from roi_casebook.appraisal.leading import LeadingFinding
from roi_casebook.config import SiteConfig
from roi_casebook.editing.figures_listing import (
    evidence_as_data,
    figure_as_data,
    result_as_data,
    standing,
)
from roi_casebook.library.comparison import comparable, comparison_of, conversion_of
from roi_casebook.pages.case.first_screen.strip import result_line
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.standing import as_it_may_stand
from roi_casebook.roi.figure_table import figures_that
from roi_casebook.roi.figures import Figure
from roi_casebook.shipped.money_tables import shipped_money_tables
from roi_casebook.wording import Wording

FactKind = Literal[
    "strip",
    "leading",
    "direction",
    "maturity",
    "locks",
    "figure",
    "result_cost",
    "soft",
    "verdict",
    "comparison",
]
"""The kinds of findings, in the order in which they are told."""
OF_READING = "reading"
SOCIAL = "social"


class Place(NamedTuple):
    """Where a finding stands: of which kind, in which reading (None: in none), of what by its id."""

    kind: FactKind
    reading: str | None
    of: str


@dataclass(frozen=True)
class Told:
    """A finding: as plain data, in words, and the steps on which it rests, where they are told."""

    data: Any
    said: str
    because: tuple[str, ...] = ()


Facts = Mapping[Place, Told]


def facts_of(judged: JudgedCase, words: Wording, config: SiteConfig) -> Facts:
    """Give all findings about a case in their order."""
    c = CaseInLanguage(judged, words, config)
    return {Place(*place): told for gives in _GIVERS for place, told in gives(c)}


Given = Iterator[tuple[tuple[FactKind, str | None, str], Told]]


def _whole(c: CaseInLanguage) -> Given:
    """Give what is said of the case as a whole: its line in lists, what leads, direction, maturity."""
    judged, evidence = c.judged, c.judged.evidence
    yield ("strip", None, ""), Told(None, result_line(c).figures)
    reading = c.case.leading_reading()
    if reading is not None:
        yield ("leading", None, OF_READING), Told(reading, reading)
    leads = judged.leads
    said = c.wording.evidence.label("leads", leads.kind or "none")
    which = f"{said}: {leads.which}" if leads.which else said
    yield ("leading", None, "finding"), Told({"leads": leads.kind, "which": leads.which}, which)
    for axis, value in (("direction", evidence.direction), ("maturity", evidence.maturity.state)):
        yield (axis, None, ""), Told(value, c.wording.evidence.label(axis, value))  # type: ignore[misc]


def _locks(c: CaseInLanguage) -> Given:
    judged = c.judged
    for reading in judged.readings:
        leads = standing(judged, reading)
        yield ("locks", reading, OF_READING), _of_leading(c, leads)
    for reading, locks in judged.social_locks.items():
        yield ("locks", reading, SOCIAL), _of_locks(c, locks)
    for name, result in judged.soft_evidence.items():
        if result.locks is not None:
            yield ("locks", None, name), _of_locks(c, result.locks)


def _of_leading(c: CaseInLanguage, leads: LeadingFinding) -> Told:
    said = c.wording.evidence.what_leads(leads)
    return Told(evidence_as_data(leads), said, _ledger(c, leads.locks))


def _of_locks(c: CaseInLanguage, locks: Locks) -> Told:
    count = c.wording.evidence.count(locks)
    said = count if locks.money is None else f"{count} ({c.wording.evidence.both(locks)})"
    data = {"effect": locks.effect, "money": locks.money, "locks": locks.count}
    return Told(data, said, _ledger(c, locks))


def _ledger(c: CaseInLanguage, locks: Locks) -> tuple[str, ...]:
    return tuple(_step(c, step) for step in locks.ledger)


def _step(c: CaseInLanguage, step: LedgerStep) -> str:
    evidence = c.wording.evidence
    return c.wording.t("diff.step", step=evidence.step(step), effect=evidence.effect(step))


def _figures(c: CaseInLanguage) -> Given:
    for reading in c.judged.readings:
        for lane in reversed(c.judged.lanes(reading)):  # what both have is that of money
            for name, figure in lane.figures.items():
                yield ("figure", reading, name), _of_figure(c.wording, figure, c.values.currency)


def _of_figure(words: Wording, figure: Figure, currency: str) -> Told:
    return Told(figure_as_data(figure, currency), said_of(words, figure, currency))


def said_of(words: Wording, figure: Figure, currency: str) -> str:
    """Write a figure to the unit, with its limits; or why there is none."""
    shown = words.figures.figure(figure, currency)
    if figure.value is None:
        return f"({shown.reason_short})"
    exact = (
        words.figures.sides.beside(figure, words.numbers.money_exact(figure.value, currency))
        if figure.unit == "money"
        else shown.text
    )
    has_limits = figure.p10 is not None and figure.p90 is not None
    spread = f" ({words.figures.limits(figure, currency)})" if has_limits else ""
    return f"{shown.qualifier} {exact}{spread}".strip()


def _costs_per_result(c: CaseInLanguage) -> Given:
    for reading, results in c.judged.per_result.items():
        for name, one in results.items():
            text = c.wording.results.cost(one, c.values.currency)
            said = f"{text.whole} ({text.range})" if text.range else text.whole
            yield (
                ("result_cost", reading, name),
                Told(result_as_data(one, c.values.currency), said),
            )


def _soft_results(c: CaseInLanguage) -> Given:
    for name, result in c.judged.soft_evidence.items():
        movement = c.wording.labels.label("movement", result.movement)
        yield ("soft", None, name), Told(_as_data(result), f"{c.values.soft(name)}; {movement}")


def _as_data(result: SoftEvidence) -> dict[str, Any]:
    return {
        "before": result.before,
        "value": result.value,
        "spread": None if result.spread is None else list(result.spread),
        "movement": result.movement,
        "negative": result.harm,
        "counts": result.counts,
    }


def _verdicts(c: CaseInLanguage) -> Given:
    for name, verdict in c.judged.verdicts.items():
        told = c.wording.verdicts.verdict(verdict, c.case)
        data = {
            "verdict": told.state,
            "basis": told.basis or None,
            "because": [told.finding, *told.doubts],
        }
        yield ("verdict", None, name), Told(data, f"{told.label}: {told.finding}")


def _comparison(c: CaseInLanguage) -> Given:
    """Give what the case is compared by, where that is other money than its own."""
    comparison = comparison_of(c.config, shipped_money_tables())
    how = conversion_of(c.judged.leading, comparison)
    if (how.currency, how.price_year) == (how.to_currency, how.to_year):
        return
    for name in figures_that(lambda entry: entry.is_compared):
        figure = comparable(as_it_may_stand(c.judged, c.judged.leading, name), how)
        yield ("comparison", None, name), _of_figure(c.wording, figure, comparison.currency)


_GIVERS: tuple[Callable[[CaseInLanguage], Given], ...] = (
    _whole,
    _locks,
    _figures,
    _costs_per_result,
    _soft_results,
    _verdicts,
    _comparison,
)
