"""How evidence is judged, for the page on method: axes, designs, what takes locks, thresholds.

Printed from the tables that judge: designs and levels, caps and deductions, the checklist, and the
thresholds in force with what a site changed.

The packs of measures: which suit a kind of work, how long it needs, with what it is compared.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from roi_casebook.appraisal.evidence.checklist import ITEMS
from roi_casebook.appraisal.evidence.locks import WORDS
from roi_casebook.appraisal.evidence.maturity import MaturityState
from roi_casebook.appraisal.evidence.ratings import Direction, VerificationLevel
from roi_casebook.appraisal.evidence.weaknesses import (
    BONUSES,
    CAPS,
    DEDUCTIONS,
    NOT_KNOWN,
    SELECTED_FOR_SUCCESS,
    SELLERS,
)
from roi_casebook.case.designs import LEVELS
from roi_casebook.config import Pack, Threshold
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.links import Fact, Link, link
from roi_casebook.pages.parts.tables import Cell, Column, Table, TableRow, small
from roi_casebook.wording import Wording, Written
from roi_casebook.wording.typography import capitalised

_WORDS_OF = {"selection": SELECTED_FOR_SUCCESS, "interest": SELLERS | {NOT_KNOWN}}
"""Weaknesses that are said apart for each word of a closed list."""


@dataclass(frozen=True)
class JudgingView:
    """How evidence is judged. maturity, direction, verification: their states, each with its name."""

    designs: Table
    words: tuple[Fact, ...]
    caps: tuple[Fact, ...]
    deductions: tuple[str, ...]
    bonuses: tuple[str, ...]
    verification: tuple[Fact, ...]
    directions: tuple[str, ...]
    maturity: tuple[Fact, ...]
    items: tuple[str, ...]
    thresholds: Table


def judging_view(site: SiteInLanguage) -> JudgingView:
    """Print the rules by which evidence is judged."""
    w = site.wording
    return JudgingView(
        designs=_designs(w),
        words=tuple(
            Fact(capitalised(w.evidence.label("count", str(count))), w.evidence.label("word", word))
            for count, word in enumerate(WORDS)
        ),
        caps=tuple(_cap(site, name) for name in CAPS),
        deductions=tuple(_deductions(w)),
        bonuses=tuple(capitalised(w.evidence.label("gained", name)) for name in BONUSES),
        verification=tuple(
            Fact(f"V{level}", w.evidence.label("verification", str(level)))
            for level in get_args(VerificationLevel)
        ),
        directions=tuple(w.evidence.label("direction", name) for name in get_args(Direction)),
        maturity=tuple(_states(w)),
        items=tuple(w.evidence.label("item", rule.__name__) for rule, _ in ITEMS),
        thresholds=_thresholds(site),
    )


def _designs(w: Wording) -> Table:
    """Give each design: how the question was answered, and how many locks that gives at most."""
    return Table(
        label=w.t("judging.designs"),
        columns=(
            Column(w.t("judging.designs")),
            Column(w.t("figures.meaning"), "small"),
            Column(w.t("judging.level"), "number"),
        ),
        rows=tuple(
            TableRow(
                capitalised(w.labels.label("design", design)),
                (capitalised(w.evidence.label("level", design)), str(level)),
            )
            for design, level in LEVELS.items()
        ),
        id="designs",
        caption=w.t("judging.scale"),
    )


def _cap(site: SiteInLanguage, name: str) -> Fact:
    w = site.wording
    most = w.numbers.number(site.thresholds[f"cap_{name}"].value)
    return Fact(capitalised(w.evidence.label("cap", name)), w.t("locks.at_most", most=most))


def _deductions(w: Wording) -> Iterator[str]:
    for name in DEDUCTIONS:
        for word in sorted(_WORDS_OF.get(name, ("",))):
            yield capitalised(w.evidence.weakness("lost", name, word))


def _states(w: Wording) -> Iterator[Fact]:
    for state in get_args(MaturityState):
        yield Fact(w.evidence.label("maturity", state), w.t(f"judging.maturity_{state}"))


# Thresholds --------------------------------------------------------------------------------------------


def _thresholds(site: SiteInLanguage) -> Table:
    w = site.wording
    return Table(
        label=w.t("method.thresholds"),
        columns=(
            Column(w.t("thresholds.name")),
            Column(w.t("figures.value"), "number"),
            Column(w.t("figures.meaning"), "small"),
            Column(w.t("input.rests_on"), "small"),
        ),
        rows=tuple(_threshold(site, name, one) for name, one in site.thresholds.items()),
    )


def _threshold(site: SiteInLanguage, name: str, one: Threshold) -> TableRow:
    """Give a threshold in force; below it the value as shipped, where the site has its own."""
    w, below = site.wording, ""
    if name in site.config.thresholds:
        below = w.t("thresholds.own", value=_value(w, one, site.shipped[name].value))
    label, meaning, source = map(w.texts.written, (one.label, one.definition, one.source))
    return TableRow(
        Cell(written=label),
        (
            Cell(_value(w, one, one.value), "strong", below=small(below)),
            Cell(written=meaning),
            Cell(written=source),
        ),
        id=anchors.of("threshold", name),
    )


def _value(w: Wording, one: Threshold, value: float) -> str:
    """Write a threshold in what it counts; a ratio is a plain number."""
    return w.numbers.number(value) if one.unit == "ratio" else w.numbers.quantity(value, one.unit)


@dataclass(frozen=True)
class PackView:
    """A pack: its id, name, the work it is made for, and what is known of measuring it."""

    id: str
    label: Written
    definition: Written
    facts: tuple[Fact, ...]


def packs_view(w: Wording) -> tuple[PackView, ...]:
    """Give all packs of the vocabulary, on the page on method."""
    return tuple(_pack(w, name, pack) for name, pack in w.vocabulary.packs.items())


def _pack(w: Wording, name: str, pack: Pack) -> PackView:
    return PackView(
        id=anchors.of("pack", name),
        label=w.texts.written(pack.label),
        definition=w.texts.written(pack.definition),
        facts=(
            Fact(
                w.t("pack.measures"), links=tuple(_measure(w, measure) for measure in pack.measures)
            ),
            Fact(
                w.t("pack.time"),
                w.numbers.quantity(pack.months_to_effect, "month"),
                note=w.texts.written(pack.why),
            ),
            Fact(w.t("pack.comparator"), note=w.texts.written(pack.comparator)),
            Fact(w.t("pack.trap"), note=w.texts.written(pack.trap)),
        ),
    )


def _measure(w: Wording, measure: str) -> Link:
    return link(w.labels.term("measures", measure), f"#{anchors.of('measure', measure)}")
