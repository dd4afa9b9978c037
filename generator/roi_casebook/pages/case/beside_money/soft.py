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
from roi_casebook.case import Case, SoftResult
from roi_casebook.case.measured import EFFECTS, Bridge, Stage
from roi_casebook.charts import locks_glyph
from roi_casebook.config import Measure
from roi_casebook.pages.case.beside_money.soft_worth import counted_facts, soft_worth
from roi_casebook.pages.case.beside_money.told_results import ResultsView, results_view
from roi_casebook.pages.case.evidence import LedgerRow, ledger_rows
from roi_casebook.pages.case.lines import formula_words, left_out
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import (
    CaseInLanguage,
    CaseLinks,
    CaseNames,
    CaseValues,
)
from roi_casebook.pages.parts.links import Fact, Link, link
from roi_casebook.wording import Wording, Written
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
class SoftResultView:
    """A soft result.

    is_in_money: whether it counts in a benefit instead; before: "" where there is none to state, as the measure is itself a change or nothing is known;
    is_before_known, is_known: whether they are numbers; interval: of the result, "" where it has no
    range; arrow, movement: which way it moved, and whether that is good; better: which way is
    better; locks: None where nothing was measured; measured: number, dates and collector that are
    stated; missing: what is not; time: to effect, "" where none is to be awaited; negative: the
    answer on negative effects; left_out: what is left out of it, and which way that would push it;
    counted: in which years, bought by what, and whether it is to lead.
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
    left_out: tuple[Fact, ...]
    counted: tuple[Fact, ...]
    looked: Written | None
    needs: Written | None
    note: Written | None


def soft_result_view(c: CaseInLanguage, name: str) -> SoftResultView:
    """Give one soft result."""
    w, text = c.wording, c.wording.texts.written
    result, judged = c.case.soft[name], c.judged.soft_evidence[name]
    measure = w.vocabulary.measures.get(result.measure)
    is_change = measure is not None and measure.is_change
    return SoftResultView(
        id=anchors.of("soft", name),
        name=c.names.soft(name),
        is_in_money=not judged.counts,
        stage=w.labels.label("stage", result.stage),
        measure=c.links.measure(result.measure),
        before=_before(c.wording, c.values, result, judged, is_change=is_change),
        is_before_known=judged.before is not None,
        result=c.values.soft(name),
        is_known=judged.value is not None,
        interval=_interval(c, name, measure),
        arrow=ARROWS[judged.movement],
        movement=_movement(c.wording, judged, measure),
        better=w.labels.label("better", measure.better) if measure else "",
        instrument=text(result.instrument) if result.instrument else None,
        measured=tuple(_measured(c.wording, result)),
        missing=_missing(c.wording, result),
        locks=_locks(c.wording, c.links, judged.locks),
        time=_time(c.wording, c.values, result, judged),
        formula=formula_words(c, result.result),
        inputs=_inputs(c.links, result),
        design=w.labels.label("design", result.design),
        source=c.links.source(result.source) if result.source else None,
        negative=_negative(c.case, c.wording, result),
        negative_link=_negative_link(c.case, c.names, result),
        left_out=_left_out(c, name),
        counted=tuple(counted_facts(c, result)),
        looked=text(result.looked) if result.looked else None,
        needs=text(result.needs) if result.needs else None,
        note=text(result.note) if result.note else None,
    )


# Before, after, direction ------------------------------------------------------------------------


def _before(
    w: Wording, values: CaseValues, result: SoftResult, judged: SoftEvidence, *, is_change: bool
) -> str:
    if result.baseline is not None:
        return values.computed(judged.before, values.unit_of_measure(result.measure))
    is_told = is_change or judged.movement != "unknown"
    return "" if is_told or judged.value is None else w.t("soft.not_stated")


def _interval(c: CaseInLanguage, name: str, measure: Measure | None) -> str:
    """Write the range of a result: in how many outcomes, or under what it stands where it has a side."""
    w, spread, figure = c.wording, c.judged.soft_evidence[name].spread, c.values.soft_figure(name)
    if spread is None or spread[0] == spread[2] or figure is None:
        return ""
    unit = measure.unit if measure else "1"
    bare = unit if unit == "share" else "1"  # the unit stands once, behind the last number
    low, middle = (_rounded(w, c.values, one, bare) for one in spread[:2])
    high = _rounded(w, c.values, spread[2], unit)
    if figure.side:
        limits = w.t("range", low=low, high=high, unit="")
        return w.figures.sides.under(figure, limits, c.values.cause)
    return w.t("range.drawn", low=low, middle=middle, high=high)


def _left_out(c: CaseInLanguage, name: str) -> tuple[Fact, ...]:
    """Tell what is left out of a result: by the benefit in which it counts, by the reading that names it."""
    result, reading = c.case.soft[name], c.case.leading_reading()
    lines = c.case.lines()
    bridged = [lines[to] for to in (result.bridge.to if result.bridge else ()) if to in lines]
    names_it = reading is not None and name in c.case.readings[reading].lines
    return (
        *(each for line in bridged for each in left_out(c.wording, line.leaves_out)),
        *(left_out(c.wording, c.case.readings[reading].leaves_out) if reading and names_it else ()),
    )


def _rounded(w: Wording, values: CaseValues, value: float, unit: str) -> str:
    return w.numbers.percent(value) if unit == "share" else values.headline(value, unit)


def _movement(w: Wording, judged: SoftEvidence, measure: Measure | None) -> str:
    moved = judged.movement
    word = w.labels.label("movement", moved)
    worth = (moved, measure.better if measure else "neither")
    if worth in FOR_THE_BETTER:
        return w.t("soft.for_the_better", movement=word)
    return w.t("soft.for_the_worse", movement=word) if worth in FOR_THE_WORSE else word


# How it was measured, and how far it can be trusted ------------------------------------------------


def _measured(w: Wording, result: SoftResult) -> Iterator[str]:
    if result.n is not None:
        yield w.t("soft.n", n=result.n)
    if result.dates is not None:
        yield _dates(w, result)
    if result.collector:
        yield w.t("soft.collector", who=w.labels.person(result.collector))


def _dates(w: Wording, result: SoftResult) -> str:
    if result.dates is None:
        return ""
    start = w.times.date(result.dates.start)
    if result.dates.end == result.dates.start:
        return start
    if result.dates.end is None:
        return w.t("soft.since", date=start)
    return w.t("soft.from_to", start=start, end=w.times.date(result.dates.end))


def _missing(w: Wording, result: SoftResult) -> str:
    """Say what a measured result does not state; of what nobody measured there is nothing to state."""
    if result.result == UNKNOWN:
        return ""
    stated = {
        "instrument": result.instrument is not None,
        "n": result.n is not None,
        "dates": result.dates is not None,
        "collector": result.collector is not None,
    }
    missing = [w.t(f"soft.missing.{name}") for name, is_stated in stated.items() if not is_stated]
    return w.t("soft.missing", list=", ".join(missing)) if missing else ""


def _locks(w: Wording, links: CaseLinks, locks: Locks | None) -> LocksView | None:
    if locks is None:
        return None
    return LocksView(
        sign=locks_glyph(locks.count),
        word=w.evidence.label("word", locks.word),
        said=w.evidence.count(locks),
        ledger=ledger_rows(w, links, locks),
    )


def _time(w: Wording, values: CaseValues, result: SoftResult, judged: SoftEvidence) -> str:
    if judged.months_needed is None:
        return w.t("soft.not_stated") if result.stage in EFFECTS else ""
    return values.headline(judged.months_needed, "month")


def _inputs(links: CaseLinks, result: SoftResult) -> tuple[Link, ...]:
    both = (*links.inputs_of(result.result), *links.inputs_of(result.baseline or UNKNOWN))
    return tuple(dict.fromkeys(both))


# Negative effects ----------------------------------------------------------------------------------


def _negative(case: Case, w: Wording, result: SoftResult) -> str:
    if result.negative in case.soft:
        return ""
    return capitalised(w.labels.label("negative", result.negative))


def _negative_link(case: Case, names: CaseNames, result: SoftResult) -> Link | None:
    if result.negative not in case.soft:
        return None
    found = names.soft(result.negative)
    return Link(found.text, f"#{anchors.of('soft', result.negative)}")


@dataclass(frozen=True)
class StageView:
    """The results of one stage of the chain of impact."""

    name: str
    results: tuple[SoftResultView, ...]


@dataclass(frozen=True)
class BridgeToMoney:
    """A result with a bridge to money: in which benefit, why, on which study, how sure.

    locks: of that benefit by itself, "" where its money is not known, so that the result stays soft.
    """

    name: Link
    to: tuple[Link, ...]
    because: Written
    source: Link
    locks: str


@dataclass(frozen=True)
class SoftLane:
    """The lane of a case.

    worth: what it would have to be worth, in one sentence; results: what one of each cost; expected: the measures of relations that
    the packs expect where the case has none; packs: those made for such work; otherwise: why the
    case has none of their measures.
    """

    worth: str
    results: ResultsView | None
    stages: tuple[StageView, ...]
    relations: tuple[StageView, ...]
    bridges: tuple[BridgeToMoney, ...]
    expected: tuple[Link, ...]
    packs: tuple[Link, ...]
    otherwise: Written | None


def soft_lane_view(c: CaseInLanguage) -> SoftLane | None:
    """Give the lane; None where there is nothing to say."""
    case = c.case
    relations = [name for name in case.soft if _is_relation(c.wording, case.soft[name].measure)]
    expected = () if relations else tuple(_expected(c))
    if not (case.soft or case.measured_otherwise):
        return None
    return SoftLane(
        worth=soft_worth(c, c.judged.leading),
        results=results_view(c),
        stages=_stages(c, [name for name in case.soft if name not in relations]),
        relations=_stages(c, relations),
        bridges=tuple(_bridges(c)),
        expected=expected,
        packs=tuple(_packs(c)) if case.soft or case.measured_otherwise else (),
        otherwise=c.wording.texts.written(case.measured_otherwise)
        if case.measured_otherwise
        else None,
    )


def _stages(c: CaseInLanguage, names: list[str]) -> tuple[StageView, ...]:
    """Give the results in the order of the chain of impact."""
    order = get_args(Stage)
    ranked = sorted(names, key=lambda name: order.index(c.case.soft[name].stage))
    views = (soft_result_view(c, name) for name in ranked)
    return tuple(
        StageView(capitalised(stage), tuple(results))
        for stage, results in groupby(views, key=attrgetter("stage"))
    )


def _bridges(c: CaseInLanguage) -> Iterator[BridgeToMoney]:
    for name, result in c.case.soft.items():
        if result.bridge is not None:
            yield _bridge(c, name, result.bridge)


def _bridge(c: CaseInLanguage, name: str, bridge: Bridge) -> BridgeToMoney:
    locks = c.judged.soft_evidence[name].in_money
    return BridgeToMoney(
        name=Link(c.names.soft(name).text, f"#{anchors.of('soft', name)}"),
        to=tuple(c.links.line(to) for to in bridge.to),
        because=c.wording.texts.written(bridge.because),
        source=c.links.source(bridge.source),
        locks=c.wording.evidence.locks(locks) if locks else "",
    )


# Relations and packs -------------------------------------------------------------------------------


def _is_relation(w: Wording, measure: str) -> bool:
    known = w.vocabulary.measures.get(measure)
    return known is not None and known.is_relation


def _expected(c: CaseInLanguage) -> Iterator[Link]:
    w = c.wording
    packs = w.vocabulary.packs_for(c.case.initiative.kind, c.case.organisation.sector)
    expected = (measure for pack in packs.values() for measure in pack.measures)
    for measure in dict.fromkeys(expected):
        if _is_relation(c.wording, measure):
            yield link(
                w.labels.term("measures", measure),
                c.addresses.to_method(anchors.of("measure", measure)),
            )


def _packs(c: CaseInLanguage) -> Iterator[Link]:
    w, case = c.wording, c.case
    for name, pack in w.vocabulary.packs_for(
        case.initiative.kind, case.organisation.sector
    ).items():
        yield link(w.texts.written(pack.label), c.addresses.to_method(anchors.of("pack", name)))
