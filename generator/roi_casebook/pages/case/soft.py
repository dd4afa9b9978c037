"""One soft result as a row of the chain of impact: measured, never priced; no currency stands in it.

What is not stated is said to be so: a result without its state before, its instrument, its number,
dates or collector shows what it lacks.

The lane of what is not money: a chain of impact, relations apart, and what has become money.

Depth of relations stands under a heading of its own. Over a bridge a result counts as money: it is
then listed with the benefit in which it counts, and no longer as soft.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import get_args

from markupsafe import Markup

from roi_casebook.appraisal.evidence.locks import Locks
from roi_casebook.appraisal.evidence.soft_evidence import Movement, SoftEvidence
from roi_casebook.appraisal.evidence.soft_grounds import EFFECTS
from roi_casebook.case import SoftResult
from roi_casebook.case.lines import Bridge, Stage
from roi_casebook.charts import locks_glyph
from roi_casebook.config import Measure
from roi_casebook.pages.case.evidence import LedgerRow, ledger_rows
from roi_casebook.pages.case.lines import formula_words, input_links, measure_link
from roi_casebook.pages.case.soft_worth import soft_worth
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Link, link
from roi_casebook.wording import Written
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


def soft_view(told: CaseInLanguage, name: str) -> SoftView:
    """Give one soft result."""
    wording, text = told.wording, told.wording.texts.written
    result, judged = told.case.soft[name], told.judged.soft_evidence[name]
    measure = wording.vocabulary.measures.get(result.measure)
    is_change = measure is not None and measure.is_change
    return SoftView(
        id=anchors.of("soft", name),
        name=told.soft_name(name),
        is_in_money=not judged.counts,
        stage=wording.labels.label("stage", result.stage),
        measure=measure_link(told, result.measure),
        before=_before(told, result, judged, is_change=is_change),
        is_before_known=judged.before is not None,
        result=told.soft_value(name),
        is_known=judged.value is not None,
        interval=_interval(told, judged, measure),
        arrow=ARROWS[judged.movement],
        movement=_movement(told, judged, measure),
        better=wording.labels.label("better", measure.better) if measure else "",
        instrument=text(result.instrument) if result.instrument else None,
        measured=tuple(_measured(told, result)),
        missing=_missing(told, result),
        locks=_locks(told, judged.locks),
        time=_time(told, result, judged),
        formula=formula_words(told, result.result),
        inputs=_inputs(told, result),
        design=wording.labels.label("design", result.design),
        source=told.source_link(result.source) if result.source else None,
        negative=_negative(told, result),
        negative_link=_negative_link(told, result),
        looked=text(result.looked) if result.looked else None,
        needs=text(result.needs) if result.needs else None,
        note=text(result.note) if result.note else None,
    )


# Before, after, direction ------------------------------------------------------------------------


def _before(
    told: CaseInLanguage, result: SoftResult, judged: SoftEvidence, *, is_change: bool
) -> str:
    if result.baseline is not None:
        return told.computed(judged.before, _unit(told, result.measure))
    return "" if is_change or judged.value is None else told.wording.t("soft.not_stated")


def _unit(told: CaseInLanguage, measure: str) -> str:
    known = told.wording.vocabulary.measures.get(measure)
    return known.unit if known else "1"


def _interval(told: CaseInLanguage, judged: SoftEvidence, measure: Measure | None) -> str:
    if judged.spread is None or judged.spread[0] == judged.spread[2]:
        return ""
    unit = measure.unit if measure else "1"
    low, middle, high = (_rounded(told, one, unit) for one in judged.spread)
    return told.wording.t("range.drawn", low=low, middle=middle, high=high)


def _rounded(told: CaseInLanguage, value: float, unit: str) -> str:
    return told.wording.numbers.percent(value) if unit == "share" else told.headline(value, unit)


def _movement(told: CaseInLanguage, judged: SoftEvidence, measure: Measure | None) -> str:
    w, moved = told.wording, judged.movement
    word = w.labels.label("movement", moved)
    worth = (moved, measure.better if measure else "neither")
    if worth in FOR_THE_BETTER:
        return w.t("soft.for_the_better", movement=word)
    return w.t("soft.for_the_worse", movement=word) if worth in FOR_THE_WORSE else word


# How it was measured, and how far it can be trusted ------------------------------------------------


def _measured(told: CaseInLanguage, result: SoftResult) -> Iterator[str]:
    w = told.wording
    if result.n is not None:
        yield w.t("soft.n", n=result.n)
    if result.dates is not None:
        yield _dates(told, result)
    if result.collector:
        yield w.t("soft.collector", who=w.labels.person(result.collector))


def _dates(told: CaseInLanguage, result: SoftResult) -> str:
    if result.dates is None:
        return ""
    start = told.wording.times.date(result.dates.start)
    if result.dates.end == result.dates.start:
        return start
    if result.dates.end is None:
        return told.wording.t("soft.since", date=start)
    return told.wording.t(
        "soft.from_to", start=start, end=told.wording.times.date(result.dates.end)
    )


def _missing(told: CaseInLanguage, result: SoftResult) -> str:
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


def _locks(told: CaseInLanguage, locks: Locks | None) -> LocksView | None:
    if locks is None:
        return None
    return LocksView(
        sign=locks_glyph(locks.count),
        word=told.wording.evidence.label("word", locks.word),
        said=told.wording.evidence.count(locks),
        ledger=ledger_rows(told, locks),
    )


def _time(told: CaseInLanguage, result: SoftResult, judged: SoftEvidence) -> str:
    if judged.months_needed is None:
        return told.wording.t("soft.not_stated") if result.stage in EFFECTS else ""
    return told.headline(judged.months_needed, "month")


def _inputs(told: CaseInLanguage, result: SoftResult) -> tuple[Link, ...]:
    both = (*input_links(told, result.result), *input_links(told, result.baseline or UNKNOWN))
    return tuple(dict.fromkeys(both))


# Negative effects ----------------------------------------------------------------------------------


def _negative(told: CaseInLanguage, result: SoftResult) -> str:
    if result.negative in told.case.soft:
        return ""
    return capitalised(told.wording.labels.label("negative", result.negative))


def _negative_link(told: CaseInLanguage, result: SoftResult) -> Link | None:
    if result.negative not in told.case.soft:
        return None
    found = told.soft_name(result.negative)
    return Link(found.text, f"#{anchors.of('soft', result.negative)}")


@dataclass(frozen=True)
class StageView:
    """The results of one stage of the chain of impact."""

    name: str
    results: tuple[SoftView, ...]


@dataclass(frozen=True)
class BridgeToMoney:
    """A result with a bridge to money: in which benefit, why, on which study, how sure.

    locks: of that benefit by itself, "" where its money is not known, so that the result stays soft.
    """

    name: Link
    to: Link
    because: Written
    source: Link
    locks: str


@dataclass(frozen=True)
class SoftLane:
    """The lane of a case.

    worth: what it would have to be worth, in one sentence; expected: the measures of relations that
    the packs expect where the case has none; packs: those made for such work; otherwise: why the
    case has none of their measures.
    """

    worth: str
    stages: tuple[StageView, ...]
    relations: tuple[StageView, ...]
    bridges: tuple[BridgeToMoney, ...]
    expected: tuple[Link, ...]
    packs: tuple[Link, ...]
    otherwise: Written | None


def soft_lane(told: CaseInLanguage) -> SoftLane | None:
    """Give the lane; None where there is nothing to say."""
    case = told.case
    relations = [name for name in case.soft if _is_relation(told, case.soft[name].measure)]
    expected = () if relations else tuple(_expected(told))
    if not (case.soft or expected or case.measured_otherwise):
        return None
    return SoftLane(
        worth=soft_worth(told, told.judged.leading),
        stages=_stages(told, [name for name in case.soft if name not in relations]),
        relations=_stages(told, relations),
        bridges=tuple(_bridges(told)),
        expected=expected,
        packs=tuple(_packs(told)) if case.soft or case.measured_otherwise else (),
        otherwise=told.wording.texts.written(case.measured_otherwise)
        if case.measured_otherwise
        else None,
    )


def _stages(told: CaseInLanguage, names: list[str]) -> tuple[StageView, ...]:
    """Give the results in the order of the chain of impact."""
    order = get_args(Stage)
    ranked = sorted(names, key=lambda name: order.index(told.case.soft[name].stage))
    views = (soft_view(told, name) for name in ranked)
    return tuple(
        StageView(capitalised(stage), tuple(results))
        for stage, results in groupby(views, key=attrgetter("stage"))
    )


def _bridges(told: CaseInLanguage) -> Iterator[BridgeToMoney]:
    for name, result in told.case.soft.items():
        if result.bridge is not None:
            yield _bridge(told, name, result.bridge)


def _bridge(told: CaseInLanguage, name: str, bridge: Bridge) -> BridgeToMoney:
    locks = told.judged.soft_evidence[name].in_money
    return BridgeToMoney(
        name=Link(told.soft_name(name).text, f"#{anchors.of('soft', name)}"),
        to=told.line_link(bridge.to),
        because=told.wording.texts.written(bridge.because),
        source=told.source_link(bridge.source),
        locks=told.wording.evidence.locks(locks) if locks else "",
    )


# Relations and packs -------------------------------------------------------------------------------


def _is_relation(told: CaseInLanguage, measure: str) -> bool:
    known = told.wording.vocabulary.measures.get(measure)
    return known is not None and known.is_relation


def _expected(told: CaseInLanguage) -> Iterator[Link]:
    w = told.wording
    packs = w.vocabulary.packs_for(told.case.initiative.kind, told.case.organisation.sector)
    expected = (measure for pack in packs.values() for measure in pack.measures)
    for measure in dict.fromkeys(expected):
        if _is_relation(told, measure):
            yield link(
                w.labels.term("measures", measure), told.to_method(anchors.of("measure", measure))
            )


def _packs(told: CaseInLanguage) -> Iterator[Link]:
    w, case = told.wording, told.case
    for name, pack in w.vocabulary.packs_for(
        case.initiative.kind, case.organisation.sector
    ).items():
        yield link(w.texts.written(pack.label), told.to_method(anchors.of("pack", name)))
