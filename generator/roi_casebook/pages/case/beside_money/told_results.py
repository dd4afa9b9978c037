"""What one result cost: the table of all of them, and the sentence on the one that leads.

Activities and outputs stand in the table alone. Where several results share a cost, the whole of it
is divided by each: the table says that these are not to be added.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from roi_casebook.appraisal.cost_per_result import CostPerResult
from roi_casebook.case import Input
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.standing import is_shown_as_range, mark_of, too_early
from roi_casebook.pages.parts.tables import Cell, Column, Table, TableRow, small
from roi_casebook.wording import FigureText
from roi_casebook.wording.typography import capitalised

COLUMNS = ("result", "count", "total", "each", "worth")


@dataclass(frozen=True)
class ResultsView:
    """The table of what one result cost.

    shared: that the same cost stands in several rows, or ""; is_folded: where something else leads.
    """

    table: Table
    shared: str
    is_folded: bool


def results_view(c: CaseInLanguage) -> ResultsView | None:
    """Give the table of the leading reading; None where no cost of a result can be said."""
    told = [one for one in _of_leading_reading(c) if one.cost.value is not None]
    if not told:
        return None
    w = c.wording
    return ResultsView(
        Table(
            label=w.t("results.heading"),
            columns=tuple(Column(w.t(f"results.column.{name}")) for name in COLUMNS),
            rows=tuple(_row(c, one) for one in told),
        ),
        w.t("results.shared") if _share_costs(told) else "",
        is_folded=c.judged.leads.kind != "cost_per_result",
    )


def _of_leading_reading(c: CaseInLanguage) -> Iterator[CostPerResult]:
    """Give the results of the leading reading, the one that leads it first."""
    leads = c.judged.result_that_leads(c.case.leading_reading())
    results = c.judged.per_result[c.case.leading_reading()].values()
    yield from sorted(results, key=lambda one: one is not leads)


def _share_costs(told: list[CostPerResult]) -> bool:
    counted = Counter(name for one in told for name in one.costs)
    return any(times > 1 for times in counted.values())


def _row(c: CaseInLanguage, one: CostPerResult) -> TableRow:
    w, text = c.wording, cost_text(c, one)
    result = c.case.soft[one.soft]
    total = c.values.figure(one.total) if one.total else None
    return TableRow(
        Cell(
            link=c.links.soft(one.soft),
            below=small(w.labels.label("stage", result.stage)),
        ),
        (
            w.results.count(one),
            Cell(total.whole if total else "", below=small(_costs(c, one))),
            _each(c, one, text),
            _worth(c, one),
        ),
        id=anchors.of("figure", f"cost_per_result-{one.soft}"),
        kind="lead" if one is c.judged.result_that_leads(one.reading) else "",
    )


def _worth(c: CaseInLanguage, one: CostPerResult) -> Cell:
    """Write what each would have to be worth, or why that is not said; all costs have to be its own."""
    w = c.wording
    if one.worth is None:
        return Cell(w.t("results.other_costs"), "reason")
    if one.worth.value is None:
        return Cell(c.values.figure(one.worth).whole, "reason")
    worth = w.results.worth_alone(one, c.values.currency)
    return Cell(worth) if worth else Cell(w.t("results.pays_already"), "reason")


def _costs(c: CaseInLanguage, one: CostPerResult) -> tuple[Link, ...]:
    """Lead to the costs that bought it."""
    return tuple(c.links.line(name) for name in one.costs)


def _each(c: CaseInLanguage, one: CostPerResult, text: FigureText) -> Cell:
    w = c.wording
    discounted = (
        w.t("results.discounted", value=c.values.figure(one.discounted).whole)
        if one.discounted and one.discounted.value is not None
        else ""
    )
    locks = c.judged.result_locks[one.reading].get(one.soft)
    mark = mark_of(w, locks, one.cost) if locks else ""
    if text.kind == "reason":
        return Cell(text.whole, "reason")
    return Cell(
        " ".join(filter(None, (text.qualifier, text.text))),
        "strong",
        below=small(text.range, *_why_open(c, one, text), discounted, mark),
    )


def _why_open(c: CaseInLanguage, one: CostPerResult, text: FigureText) -> Iterator[str]:
    """Name what gives the cost of one its side: where a range stands, that tells it already.

    Our own word that nothing would have come anyway takes no side away: the page shows 0% as well.
    """
    w = c.wording
    if one.cost.side and not text.range:
        condition, otherwise = w.figures.sides.condition(one.cost, c.values.cause)
        yield w.t("results.open", condition=condition, otherwise=otherwise)
    if any((each.name, each.part) == (one.soft, "deadweight") for each in one.cost.because):
        stated = c.case.soft[one.soft].without_it
        share = stated.deadweight if stated else None
        if (share.central() if isinstance(share, Input) else share) == 0:
            yield w.t("results.own_word")


def cost_text(c: CaseInLanguage, one: CostPerResult) -> FigureText:
    """Write what one cost as it may stand: the reason where it was measured too early."""
    return c.wording.results.cost(as_measured(c, one), c.values.currency, c.values.cause)


def as_measured(c: CaseInLanguage, one: CostPerResult) -> CostPerResult:
    """Give it without its cost where an effect was measured before it could be expected."""
    is_early = c.judged.evidence.maturity.suppresses_headline and one.is_effect
    if not is_early or one.cost.reason:
        return one
    return replace(one, figures={**one.figures, one.cost.name: too_early(one.cost)})


def finding_of_result(c: CaseInLanguage, one: CostPerResult) -> str:
    """Say in one sentence what one cost, of how many, for which cost."""
    w, locks = c.wording, c.judged.result_locks[one.reading][one.soft]
    if one.total is None or as_measured(c, one).cost.value is None:
        return ""
    status = c.judged.readings[one.reading].basis.cost_status
    write = w.figures.in_limits if is_shown_as_range(locks, one.cost) else w.figures.with_bound
    finding = w.t(
        f"results.finding.{status}" if status in ("modelled", "forecast") else "results.finding",
        unit=w.results.unit(one),
        value=write(one.cost, c.values.currency),
        total=c.values.figure(one.total).whole,
        count=w.results.count(one),
    )
    doubt = capitalised(w.figures.sides.may_be_none(one.cost))
    return f"{finding} {doubt}." if doubt else finding
