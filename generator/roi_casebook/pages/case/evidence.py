"""How far the figures can be trusted: five axes side by side, each with what it rests on.

The locks with the ledger of what was lost, who verified, which way it points, how ripe it is, how
fully it is reported. They are never multiplied into one; each leads to its rule on the method page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.evidence.grounds import LedgerFact as Ground
from roi_casebook.appraisal.evidence.locks import LedgerStep, Locks
from roi_casebook.appraisal.evidence.maturity import MaturityState
from roi_casebook.case import Case
from roi_casebook.case.inputs import UsualTime
from roi_casebook.charts import MaturityGauge, locks_glyph, maturity_gauge
from roi_casebook.pages.parts.case_in_language import CaseInLanguage, CaseLinks, CaseValues
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.tables import Cell, Table, TableRow, number_columns, small
from roi_casebook.wording import Wording
from roi_casebook.wording.typography import capitalised

_STAGES: dict[MaturityState, int] = {"too_early": 0, "interim": 1, "mature": 2, "decayed": 3}


@dataclass(frozen=True)
class LedgerRow:
    """A step from the design to the locks that remain: why, what it did, what was left after it."""

    why: str
    grounds: tuple[Link, ...]
    extent: str
    effect: str
    left: str


@dataclass(frozen=True)
class EvidenceAxis:
    """An axis of the evidence: its name with the way to its rule, what it says, what it rests on."""

    name: Link
    text: str
    details: tuple[str, ...]
    grounds: tuple[Link, ...]


@dataclass(frozen=True)
class ChecklistItem:
    """An item of the reporting checklist; answer: an id, for its sign."""

    name: str
    answer: str
    answer_label: str


@dataclass(frozen=True)
class EvidenceView:
    """The evidence of a case. sentences, ledger: of what leads it."""

    sign: Markup
    sentences: str
    ledger: Table
    axes: tuple[EvidenceAxis, ...]


@dataclass(frozen=True)
class ChecklistView:
    """How fully a case is reported: item by item, and how many in full."""

    score: str
    items: tuple[ChecklistItem, ...]


def evidence_view(c: CaseInLanguage) -> EvidenceView:
    """Give the five axes of the reading that leads."""
    w, leads = c.wording, c.judged.leads
    return EvidenceView(
        sign=locks_glyph(leads.locks.count),
        sentences=w.evidence.of_leading(leads),
        ledger=_ledger(c.wording, c.links, leads.locks),
        axes=tuple(_axes(c)),
    )


def checklist_view(judged: JudgedCase, w: Wording) -> ChecklistView:
    """Give the checklist of reporting."""
    reporting = judged.evidence.reporting
    return ChecklistView(
        score=w.t("reporting.score", n=reporting.score, of=reporting.out_of),
        items=tuple(
            ChecklistItem(
                w.evidence.label("item", item.name),
                item.answer,
                w.evidence.label("answer", item.answer),
            )
            for item in reporting.items
        ),
    )


# The ledger ----------------------------------------------------------------------------------------


def _ledger(w: Wording, links: CaseLinks, locks: Locks) -> Table:
    return Table(
        label=w.t("locks.ledger"),
        columns=number_columns(w.t("locks.why"), w.t("locks.effect"), w.t("locks.left")),
        rows=tuple(
            TableRow(
                Cell(row.why, beside=row.extent, below=small(row.grounds)),
                (row.effect, row.left),
            )
            for row in ledger_rows(w, links, locks)
        ),
    )


def ledger_rows(w: Wording, links: CaseLinks, locks: Locks) -> tuple[LedgerRow, ...]:
    """Give the steps by which the locks of a reading came about."""
    return tuple(
        LedgerRow(
            why=capitalised(w.evidence.step(step)),
            grounds=tuple(_links(links, step.facts)),
            extent=_extent(w, step),
            effect=w.evidence.effect(step),
            left=str(step.locks),
        )
        for step in locks.ledger
    )


def _extent(w: Wording, step: LedgerStep) -> str:
    """Say how far it goes, where a number shows it."""
    ratio = next((fact.value for fact in step.facts if fact.kind == "ratio"), None)
    if not isinstance(ratio, float):
        return ""
    return w.t(f"locks.extent_{step.id}", value=w.numbers.percent_exact(ratio, 2))


def _links(links: CaseLinks, grounds: tuple[Ground, ...]) -> Iterator[Link]:
    """Lead to the lines, inputs and sources that show it; words of closed lists are in the clause."""
    for ground in grounds:
        name = str(ground.value)
        if ground.kind == "line":
            yield links.line(name)
        elif ground.kind == "soft":
            yield links.soft(name)
        elif ground.kind == "source":
            yield links.source(name)
        elif ground.kind == "input":
            yield _input(links, name)


def _input(links: CaseLinks, name: str) -> Link:
    """Lead to an input; one that its source's authors assumed says so."""
    found, given = links.place(name), links.case.inputs.get(name)
    if given is None or not given.assumed_by:
        return found
    return replace(found, text=links.names.wording.t("input.assumed_there", name=found.text))


# The axes --------------------------------------------------------------------------------------------


def _axes(c: CaseInLanguage) -> Iterator[EvidenceAxis]:
    w, evidence = c.wording, c.judged.evidence
    yield _axis(
        c,
        "locks",
        w.t(
            "locks.of_five",
            word=w.evidence.label("word", c.judged.leads.locks.word),
            count=w.evidence.count(c.judged.leads.locks),
        ),
    )
    level = evidence.verification
    text = w.t(
        "verification.said",
        level=str(level.level),
        text=w.evidence.label("verification", level.word),
    )
    checked = tuple(
        w.labels.label("checked_by", str(ground.value))
        for ground in level.facts
        if ground.kind == "role"
    )
    yield _axis(c, "verification", text, checked, tuple(_links(c.links, level.facts)))
    yield _axis(c, "direction", w.evidence.label("direction", evidence.direction))
    yield _axis(
        c, "maturity", w.evidence.label("maturity", evidence.maturity.state), tuple(_ages(c))
    )
    partly = evidence.reporting.count("partly")
    details = (w.t("reporting.partly", n=partly),) if partly else ()
    score = w.t("reporting.score", n=evidence.reporting.score, of=evidence.reporting.out_of)
    yield _axis(c, "reporting", score, details)


def _axis(
    c: CaseInLanguage,
    name: str,
    text: str,
    details: tuple[str, ...] = (),
    grounds: tuple[Link, ...] = (),
) -> EvidenceAxis:
    link = Link(c.wording.t(f"axis.{name}"), c.addresses.to_method(name))
    return EvidenceAxis(link, text, details, grounds)


def _ages(c: CaseInLanguage) -> Iterator[str]:
    w, maturity = c.wording, c.judged.evidence.maturity
    yield capitalised(time_observed(c))
    yield capitalised(time_needed(c))
    if maturity.is_undated:
        yield w.t("maturity.undated")
    age = w.evidence.age(maturity)
    if age:
        yield w.t("maturity.judged_on", age=age, date=w.times.date(c.case.checked))


def observed_text(case: Case, values: CaseValues) -> str:
    """Say for how many months results were observed."""
    observed = case.period.observed_months
    return values.amount(None if isinstance(observed, str) else observed, "month")


def time_observed(c: CaseInLanguage) -> str:
    """Say in a phrase for how long results were observed."""
    if isinstance(c.case.period.observed_months, str):
        return c.wording.t("maturity.observed_unknown")
    return c.wording.t("maturity.observed", months=observed_text(c.case, c.values))


def time_needed(c: CaseInLanguage) -> str:
    """Say how long such work needs to show effect."""
    needed = c.case.time_to_effect
    value = None if isinstance(needed, str) else needed.central()
    if isinstance(needed, str) or value is None:
        return c.wording.t("strip.needed_unknown")
    key = "strip.needed_usual" if isinstance(needed, UsualTime) else "strip.needed"
    return c.wording.t(key, time=c.values.amount(value, needed.unit))


def gauge(judged: JudgedCase, w: Wording) -> Markup:
    """Draw how ripe the result is."""
    maturity = judged.evidence.maturity
    text = w.evidence.label("maturity", maturity.state)
    return maturity_gauge(
        MaturityGauge(
            id="maturity-gauge",
            title=w.t("axis.maturity"),
            description=text,
            text="",
            stage=_STAGES.get(maturity.state),
        )
    )
