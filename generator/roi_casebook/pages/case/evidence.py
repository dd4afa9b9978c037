"""How far the figures can be trusted: five axes side by side, each with what it rests on.

The locks with the ledger of what was lost, who verified, which way it points, how ripe it is, how
fully it is reported. They are never multiplied into one; each leads to its rule on the method page.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.appraisal.evidence.grounds import LedgerFact as Ground
from roi_casebook.appraisal.evidence.locks import LedgerStep, Locks
from roi_casebook.appraisal.evidence.maturity import MaturityState
from roi_casebook.case.inputs import UsualTime
from roi_casebook.charts import MaturityGauge, locks_glyph, maturity_gauge
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Link, link
from roi_casebook.pages.parts.tables import Cell, Row, Table, small, with_numbers
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

    number: str
    name: str
    answer: str
    answer_label: str


@dataclass(frozen=True)
class EvidenceView:
    """The evidence of a case. ledger: of the reading that leads."""

    sign: Markup
    sentences: str
    ledger: Table
    axes: tuple[EvidenceAxis, ...]


@dataclass(frozen=True)
class ChecklistView:
    """How fully a case is reported: item by item, and how many in full."""

    score: str
    items: tuple[ChecklistItem, ...]


def evidence_view(told: CaseInLanguage) -> EvidenceView:
    """Give the five axes of the reading that leads."""
    w, evidence = told.wording, told.judged.evidence
    return EvidenceView(
        sign=locks_glyph(evidence.locks.count),
        sentences=w.evidence.sentences(evidence.locks),
        ledger=_ledger(told, evidence.locks),
        axes=tuple(_axes(told)),
    )


def checklist_view(told: CaseInLanguage) -> ChecklistView:
    """Give the checklist of reporting."""
    w, reporting = told.wording, told.judged.evidence.reporting
    return ChecklistView(
        score=w.t("reporting.score", n=reporting.score, of=reporting.out_of),
        items=tuple(
            ChecklistItem(
                str(item.number),
                w.evidence.label("item", item.name),
                item.answer,
                w.evidence.label("answer", item.answer),
            )
            for item in reporting.items
        ),
    )


# The ledger ----------------------------------------------------------------------------------------


def _ledger(told: CaseInLanguage, locks: Locks) -> Table:
    w = told.wording
    return Table(
        label=w.t("locks.ledger"),
        columns=with_numbers(w.t("locks.why"), w.t("locks.effect"), w.t("locks.left")),
        rows=tuple(
            Row(
                Cell(row.why, beside=row.extent, below=small(row.grounds)),
                (row.effect, row.left),
            )
            for row in ledger_rows(told, locks)
        ),
    )


def ledger_rows(told: CaseInLanguage, locks: Locks) -> tuple[LedgerRow, ...]:
    """Give the steps by which the locks of a reading came about."""
    return tuple(
        LedgerRow(
            why=capitalised(told.wording.evidence.step(step)),
            grounds=tuple(_links(told, step.facts)),
            extent=_extent(told, step),
            effect=told.wording.evidence.effect(step),
            left=str(step.locks),
        )
        for step in locks.ledger
    )


def _extent(told: CaseInLanguage, step: LedgerStep) -> str:
    """Say how far it goes, where a number shows it."""
    ratio = next((fact.value for fact in step.facts if fact.kind == "ratio"), None)
    if not isinstance(ratio, float):
        return ""
    return told.wording.t(
        f"locks.extent_{step.id}", value=told.wording.numbers.percent_exact(ratio, 2)
    )


def _links(told: CaseInLanguage, grounds: tuple[Ground, ...]) -> Iterator[Link]:
    """Lead to the lines, inputs and sources that show it; words of closed lists are in the clause."""
    for ground in grounds:
        name = str(ground.value)
        if ground.kind == "line":
            yield told.line_link(name)
        elif ground.kind == "soft":
            yield link(told.soft_name(name), f"#{anchors.of('soft', name)}")
        elif ground.kind == "source":
            yield told.source_link(name)
        elif ground.kind == "input":
            yield told.place_link(name)


# The axes --------------------------------------------------------------------------------------------


def _axes(told: CaseInLanguage) -> Iterator[EvidenceAxis]:
    w, evidence = told.wording, told.judged.evidence
    yield _axis(
        told,
        "locks",
        w.t(
            "locks.of_five",
            word=w.evidence.label("word", evidence.locks.word),
            count=w.evidence.label("count", str(evidence.locks.count)),
        ),
    )
    level = evidence.verification
    text = w.t(
        "verification.said",
        level=str(level.level),
        text=w.evidence.label("verification", str(level.level)),
    )
    checked = tuple(
        w.labels.label("checked_by", str(ground.value))
        for ground in level.facts
        if ground.kind == "role"
    )
    yield _axis(told, "verification", text, checked, tuple(_links(told, level.facts)))
    yield _axis(told, "direction", w.evidence.label("direction", evidence.direction))
    yield _axis(
        told, "maturity", w.evidence.label("maturity", evidence.maturity.state), tuple(_ages(told))
    )
    partly = evidence.reporting.count("partly")
    details = (w.t("reporting.partly", n=partly),) if partly else ()
    score = w.t("reporting.score", n=evidence.reporting.score, of=evidence.reporting.out_of)
    yield _axis(told, "reporting", score, details)


def _axis(
    told: CaseInLanguage,
    name: str,
    text: str,
    details: tuple[str, ...] = (),
    grounds: tuple[Link, ...] = (),
) -> EvidenceAxis:
    link = Link(told.wording.t(f"axis.{name}"), told.to_method(name))
    return EvidenceAxis(link, text, details, grounds)


def _ages(told: CaseInLanguage) -> Iterator[str]:
    w, maturity = told.wording, told.judged.evidence.maturity
    yield capitalised(time_observed(told))
    yield capitalised(time_needed(told))
    age = w.evidence.age(maturity)
    if age:
        yield w.t("maturity.judged_on", age=age, date=w.times.date(told.case.checked))


def observed_text(told: CaseInLanguage) -> str:
    """Say for how many months results were observed."""
    observed = told.case.period.observed_months
    return told.amount(None if isinstance(observed, str) else observed, "month")


def time_observed(told: CaseInLanguage) -> str:
    """Say in a phrase for how long results were observed."""
    if isinstance(told.case.period.observed_months, str):
        return told.wording.t("maturity.observed_unknown")
    return told.wording.t("maturity.observed", months=observed_text(told))


def time_needed(told: CaseInLanguage) -> str:
    """Say how long such work needs to show effect."""
    needed = told.case.time_to_effect
    value = None if isinstance(needed, str) else needed.central()
    if isinstance(needed, str) or value is None:
        return told.wording.t("strip.needed_unknown")
    key = "strip.needed_usual" if isinstance(needed, UsualTime) else "strip.needed"
    return told.wording.t(key, time=told.amount(value, needed.unit))


def gauge(told: CaseInLanguage) -> Markup:
    """Draw how ripe the result is."""
    w, maturity = told.wording, told.judged.evidence.maturity
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
