"""One soft result as a row of the chain of impact: measured, never priced; no currency stands in it.

What is not stated is said to be so: a result without its state before, its instrument, its number,
dates or collector shows what it lacks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.appraisal.evidence.locks import Locks
from roi_casebook.appraisal.evidence.soft_evidence import Movement, SoftEvidence
from roi_casebook.appraisal.evidence.soft_grounds import EFFECTS
from roi_casebook.case import SoftResult
from roi_casebook.charts import locks_glyph
from roi_casebook.config import Measure
from roi_casebook.pages import anchors
from roi_casebook.pages.evidence_view import LedgerRow, ledger_rows
from roi_casebook.pages.lines_view import formula_words, input_links, measure_link
from roi_casebook.pages.telling import Telling
from roi_casebook.pages.views import Link
from roi_casebook.wording import Written
from roi_casebook.wording.evidence import count_text
from roi_casebook.wording.typography import capitalised
from roi_casebook.written.scalars import UNKNOWN

ARROWS: Mapping[Movement, str] = {
    "up": "↑",
    "flat": "→",
    "down": "↓",
    "unclear": "↕",
    "unknown": "",
}
FOR_THE_BETTER = {("up", "higher"), ("down", "lower")}
FOR_THE_WORSE = {("up", "lower"), ("down", "higher")}


@dataclass(frozen=True)
class LocksView:
    """How strong the evidence is: as a sign, in words, and what was lost."""

    sign: Markup
    word: str
    said: str
    ledger: tuple[LedgerRow, ...]


@dataclass(frozen=True)
class SoftView:
    """A soft result.

    is_in_money: whether it counts in a benefit instead; before: "" where there is none to state, as the measure is itself a change or nothing is known;
    is_before_known, is_known: whether they are numbers; interval: of the result, "" where it has no
    range; arrow, movement: which way it moved, and whether that is good; better: which way is
    better; locks: None where nothing was measured; measured: number, dates and collector that are
    stated; missing: what is not; time: to effect, "" where none is to be awaited; negative: the
    answer on negative effects.
    """

    id: str
    name: Written
    is_in_money: bool
    stage: str
    measure: Link
    before: str
    is_before_known: bool
    result: str
    is_known: bool
    interval: str
    arrow: str
    movement: str
    better: str
    instrument: Written | None
    measured: tuple[str, ...]
    missing: str
    locks: LocksView | None
    time: str
    formula: str
    inputs: tuple[Link, ...]
    design: str
    source: Link | None
    negative: str
    negative_link: Link | None
    looked: Written | None
    needs: Written | None
    note: Written | None


def soft_view(told: Telling, name: str) -> SoftView:
    """Give one soft result."""
    wording, text = told.wording, told.wording.text
    result, judged = told.case.soft[name], told.judged.soft_evidence[name]
    measure = wording.vocabulary.measures.get(result.measure)
    is_change = measure is not None and measure.is_change
    return SoftView(
        id=anchors.of("soft", name),
        name=told.soft_name(name),
        is_in_money=not judged.counts,
        stage=wording.label("stage", result.stage),
        measure=measure_link(told, result.measure),
        before=_before(told, result, judged, is_change=is_change),
        is_before_known=judged.before is not None,
        result=told.soft_value(name),
        is_known=judged.value is not None,
        interval=_interval(told, judged, measure),
        arrow=ARROWS[judged.movement],
        movement=_movement(told, judged, measure),
        better=wording.label("better", measure.better) if measure else "",
        instrument=text(result.instrument) if result.instrument else None,
        measured=tuple(_measured(told, result)),
        missing=_missing(told, result),
        locks=_locks(told, judged.locks),
        time=_time(told, result, judged),
        formula=formula_words(told, result.result),
        inputs=_inputs(told, result),
        design=wording.label("design", result.design),
        source=told.source_link(result.source) if result.source else None,
        negative=_negative(told, result),
        negative_link=_negative_link(told, result),
        looked=text(result.looked) if result.looked else None,
        needs=text(result.needs) if result.needs else None,
        note=text(result.note) if result.note else None,
    )


# Before, after, direction ------------------------------------------------------------------------


def _before(told: Telling, result: SoftResult, judged: SoftEvidence, *, is_change: bool) -> str:
    if result.baseline is not None:
        return told.computed(judged.before, _unit(told, result.measure))
    return "" if is_change or judged.value is None else told.wording.t("soft.not_stated")


def _unit(told: Telling, measure: str) -> str:
    known = told.wording.vocabulary.measures.get(measure)
    return known.unit if known else "1"


def _interval(told: Telling, judged: SoftEvidence, measure: Measure | None) -> str:
    if judged.spread is None or judged.spread[0] == judged.spread[2]:
        return ""
    unit = measure.unit if measure else "1"
    low, middle, high = (_rounded(told, one, unit) for one in judged.spread)
    return told.wording.t("range.drawn", low=low, middle=middle, high=high)


def _rounded(told: Telling, value: float, unit: str) -> str:
    return told.wording.percent(value) if unit == "share" else told.headline(value, unit)


def _movement(told: Telling, judged: SoftEvidence, measure: Measure | None) -> str:
    w, moved = told.wording, judged.movement
    word = w.label("movement", moved)
    worth = (moved, measure.better if measure else "neither")
    if worth in FOR_THE_BETTER:
        return w.t("soft.for_the_better", movement=word)
    return w.t("soft.for_the_worse", movement=word) if worth in FOR_THE_WORSE else word


# How it was measured, and how far it can be trusted ------------------------------------------------


def _measured(told: Telling, result: SoftResult) -> Iterator[str]:
    w = told.wording
    if result.n is not None:
        yield w.t("soft.n", n=result.n)
    if result.dates is not None:
        yield _dates(told, result)
    if result.collector:
        yield w.t("soft.collector", who=w.person(result.collector))


def _dates(told: Telling, result: SoftResult) -> str:
    if result.dates is None:
        return ""
    start = told.wording.date(result.dates.start)
    if result.dates.end == result.dates.start:
        return start
    if result.dates.end is None:
        return told.wording.t("soft.since", date=start)
    return told.wording.t("soft.from_to", start=start, end=told.wording.date(result.dates.end))


def _missing(told: Telling, result: SoftResult) -> str:
    """Say what a measured result does not state; of what nobody measured there is nothing to state."""
    if result.result == UNKNOWN:
        return ""
    w = told.wording
    stated = {
        "instrument": result.instrument is not None,
        "n": result.n is not None,
        "dates": result.dates is not None,
        "collector": result.collector is not None,
    }
    missing = [w.t(f"soft.missing.{name}") for name, is_stated in stated.items() if not is_stated]
    return w.t("soft.missing", list=", ".join(missing)) if missing else ""


def _locks(told: Telling, locks: Locks | None) -> LocksView | None:
    if locks is None:
        return None
    return LocksView(
        sign=locks_glyph(locks.count),
        word=told.wording.evidence("word", locks.word),
        said=count_text(told.wording, locks),
        ledger=ledger_rows(told, locks),
    )


def _time(told: Telling, result: SoftResult, judged: SoftEvidence) -> str:
    if judged.months_needed is None:
        return told.wording.t("soft.not_stated") if result.stage in EFFECTS else ""
    return told.headline(judged.months_needed, "month")


def _inputs(told: Telling, result: SoftResult) -> tuple[Link, ...]:
    both = (*input_links(told, result.result), *input_links(told, result.baseline or UNKNOWN))
    return tuple(dict.fromkeys(both))


# Negative effects ----------------------------------------------------------------------------------


def _negative(told: Telling, result: SoftResult) -> str:
    if result.negative in told.case.soft:
        return ""
    return capitalised(told.wording.label("negative", result.negative))


def _negative_link(told: Telling, result: SoftResult) -> Link | None:
    if result.negative not in told.case.soft:
        return None
    found = told.soft_name(result.negative)
    return Link(found.text, f"#{anchors.of('soft', result.negative)}")
