"""The soft results: measured, never priced; a lane of their own, in which no currency stands."""

from dataclasses import dataclass

from roi_casebook.case import SoftResult
from roi_casebook.pages import anchors
from roi_casebook.pages.lines_view import formula_words, input_links, measure_link
from roi_casebook.pages.telling import Telling
from roi_casebook.pages.views import Link
from roi_casebook.wording import Written


@dataclass(frozen=True)
class SoftView:
    """A soft result. direction: which way is better; negative: the answer on negative effects."""

    id: str
    name: Written
    stage: str
    measure: Link
    baseline: str
    result: str
    is_unknown: bool
    formula: str
    inputs: tuple[Link, ...]
    direction: str
    design: str
    instrument: Written | None
    n: str
    dates: str
    collector: str
    source: Link | None
    negative: str
    negative_link: Link | None
    looked: Written | None
    needs: Written | None
    note: Written | None


def soft_view(told: Telling) -> tuple[SoftView, ...]:
    """Give the soft results in the order of the chain of impact."""
    order = ("activity", "output", "out-take", "outcome", "impact")
    results = sorted(told.case.soft.items(), key=lambda entry: order.index(entry[1].stage))
    return tuple(_result(told, name, result) for name, result in results)


def _result(told: Telling, name: str, result: SoftResult) -> SoftView:
    wording, text = told.wording, told.wording.text
    measure = wording.vocabulary.measures.get(result.measure)
    unit = measure.unit if measure else "1"
    baseline, value = told.judged.soft[name]
    return SoftView(
        id=anchors.of("soft", name),
        name=told.soft_name(name),
        stage=wording.label("stage", result.stage),
        measure=measure_link(told, result.measure),
        baseline=told.computed(baseline, unit) if result.baseline else "",
        result=told.soft_value(name),
        is_unknown=value is None,
        formula=formula_words(told, result.result),
        inputs=_inputs(told, result),
        direction=wording.label("better", measure.better) if measure else "",
        design=wording.label("design", result.design),
        instrument=text(result.instrument) if result.instrument else None,
        n=wording.number(result.n) if result.n is not None else "",
        dates=_dates(told, result),
        collector=wording.person(result.collector) if result.collector else "",
        source=told.source_link(result.source) if result.source else None,
        negative=_negative(told, result),
        negative_link=_negative_link(told, result),
        looked=text(result.looked) if result.looked else None,
        needs=text(result.needs) if result.needs else None,
        note=text(result.note) if result.note else None,
    )


def _inputs(told: Telling, result: SoftResult) -> tuple[Link, ...]:
    both = (*input_links(told, result.result), *input_links(told, result.baseline or "unknown"))
    return tuple(dict.fromkeys(both))


def _dates(told: Telling, result: SoftResult) -> str:
    if result.dates is None:
        return ""
    start = told.wording.date(result.dates.start)
    if result.dates.end == result.dates.start:
        return start
    if result.dates.end is None:
        return told.wording.t("soft.since", date=start)
    return told.wording.t("soft.from_to", start=start, end=told.wording.date(result.dates.end))


def _negative(told: Telling, result: SoftResult) -> str:
    if result.negative in told.case.soft:
        return ""
    return told.wording.label("negative", result.negative)


def _negative_link(told: Telling, result: SoftResult) -> Link | None:
    if result.negative not in told.case.soft:
        return None
    found = told.soft_name(result.negative)
    return Link(found.text, f"#{anchors.of('soft', result.negative)}")
