"""What one result cost, measure by measure: all cases of one measure side by side, never two measures.

In the order of all lists, by evidence: a low cost per result is no better evidence.
"""

from dataclasses import dataclass

from roi_casebook.pages.lists.published_cases import CasesInLanguage
from roi_casebook.pages.lists.result_costs import ResultCost
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.tables import Cell, Column, Table, TableRow, small
from roi_casebook.wording.typography import order_key


@dataclass(frozen=True)
class MeasureResults:
    """The cases of one measure. number: how many they are, in words; method: the way to the measure."""

    id: str
    heading: str
    number: str
    method: Link
    table: Table


def results_by_measure(shelf: CasesInLanguage) -> tuple[MeasureResults, ...]:
    """Give the measures of which a case tells what one result cost, by name."""
    found = (_measure(shelf, measure, costs) for measure, costs in shelf.results.items())
    return tuple(sorted(found, key=lambda one: order_key(one.heading)))


def _measure(shelf: CasesInLanguage, measure: str, costs: tuple[ResultCost, ...]) -> MeasureResults:
    w, heading = shelf.site.wording, shelf.result_costs.measure(measure)
    places = {judged.slug: place for place, judged in enumerate(shelf.cases)}
    ordered = sorted(costs, key=lambda one: places[one.slug])
    method = f"{anchors.METHOD}#{anchors.of('measure', measure)}"
    return MeasureResults(
        id=anchors.of("results", measure),
        heading=heading,
        number=w.t("list.count", n=len(costs)),
        method=Link(w.labels.term("measures", measure).text, method),
        table=Table(heading, _columns(shelf, heading), tuple(_row(shelf, one) for one in ordered)),
    )


def _columns(shelf: CasesInLanguage, heading: str) -> tuple[Column, ...]:
    w = shelf.site.wording
    money = w.labels.money_of(shelf.comparison)
    return (
        Column(w.t("library.case")),
        Column(heading),
        Column(w.t("library.result_compared", money=money)),
        Column(w.t("library.result_count"), "number"),
        Column(w.t("facet.evidence")),
    )


def _row(shelf: CasesInLanguage, told: ResultCost) -> TableRow:
    w, entry = shelf.site.wording, shelf.entries[told.slug]
    href = anchors.case_address(told.slug)
    link = Link(entry.title.text, href, entry.title.language)
    stage = w.labels.label("stage", told.one.stage)
    held = w.t("library.result_additional") if told.one.is_additional else ""
    compared = Cell(told.missing, "reason") if told.missing else Cell(told.compared)
    return TableRow(
        Cell(link=link, below=small(f"{entry.organisation}, {entry.year}", stage, held)),
        (
            told.own,
            compared,
            w.results.count(told.one),
            Cell(
                w.evidence.label("word", told.locks.word), below=small(w.evidence.count(told.locks))
            ),
        ),
    )
