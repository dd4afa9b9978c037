"""The lane of what is not money: a chain of impact, relations apart, and what has become money.

Depth of relations stands under a heading of its own. Over a bridge a result counts as money: it is
then listed with the benefit in which it counts, and no longer as soft.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import get_args

from roi_casebook.case.lines import Bridge, Stage
from roi_casebook.pages import anchors
from roi_casebook.pages.soft_view import SoftView, soft_view
from roi_casebook.pages.soft_worth import soft_worth
from roi_casebook.pages.telling import Telling
from roi_casebook.pages.views import Link, link
from roi_casebook.wording import Written
from roi_casebook.wording.evidence import locks_text
from roi_casebook.wording.typography import capitalised


@dataclass(frozen=True)
class StageView:
    """The results of one stage of the chain of impact."""

    name: str
    results: tuple[SoftView, ...]


@dataclass(frozen=True)
class BridgeView:
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
    bridges: tuple[BridgeView, ...]
    expected: tuple[Link, ...]
    packs: tuple[Link, ...]
    otherwise: Written | None


def soft_lane(told: Telling) -> SoftLane | None:
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
        otherwise=told.wording.text(case.measured_otherwise) if case.measured_otherwise else None,
    )


def _stages(told: Telling, names: list[str]) -> tuple[StageView, ...]:
    """Give the results in the order of the chain of impact."""
    order = get_args(Stage)
    ranked = sorted(names, key=lambda name: order.index(told.case.soft[name].stage))
    views = (soft_view(told, name) for name in ranked)
    return tuple(
        StageView(capitalised(stage), tuple(results))
        for stage, results in groupby(views, key=attrgetter("stage"))
    )


def _bridges(told: Telling) -> Iterator[BridgeView]:
    for name, result in told.case.soft.items():
        if result.bridge is not None:
            yield _bridge(told, name, result.bridge)


def _bridge(told: Telling, name: str, bridge: Bridge) -> BridgeView:
    locks = told.judged.soft_evidence[name].in_money
    return BridgeView(
        name=Link(told.soft_name(name).text, f"#{anchors.of('soft', name)}"),
        to=told.line_link(bridge.to),
        because=told.wording.text(bridge.because),
        source=told.source_link(bridge.source),
        locks=locks_text(told.wording, locks) if locks else "",
    )


# Relations and packs -------------------------------------------------------------------------------


def _is_relation(told: Telling, measure: str) -> bool:
    known = told.wording.vocabulary.measures.get(measure)
    return known is not None and known.is_relation


def _expected(told: Telling) -> Iterator[Link]:
    w = told.wording
    packs = w.vocabulary.packs_for(told.case.initiative.kind, told.case.organisation.sector)
    expected = (measure for pack in packs.values() for measure in pack.measures)
    for measure in dict.fromkeys(expected):
        if _is_relation(told, measure):
            yield link(w.term("measures", measure), told.to_method(anchors.of("measure", measure)))


def _packs(told: Telling) -> Iterator[Link]:
    w, case = told.wording, told.case
    for name, pack in w.vocabulary.packs_for(
        case.initiative.kind, case.organisation.sector
    ).items():
        yield link(w.text(pack.label), told.to_method(anchors.of("pack", name)))
