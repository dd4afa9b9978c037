"""Returns drawn over all cases: against their evidence, and against what they cost.

Never an average, never a ranking: cases of different kinds stand side by side. Each mark leads to
its case.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.appraisal import JudgedCase
from roi_casebook.charts import (
    About,
    CostReturn,
    EvidencePlot,
    EvidencePoint,
    ReturnPoint,
    axis_of,
    cost_return_chart,
    evidence_chart,
    log_axis,
)
from roi_casebook.charts.bounds import Bound
from roi_casebook.charts.signs import LOCKS
from roi_casebook.library.comparison import comparable, conversion_of
from roi_casebook.library.medians import shown_returns
from roi_casebook.pages.lists.published_cases import CasesInLanguage
from roi_casebook.pages.parts.case_rows import in_short
from roi_casebook.pages.parts.standing import as_it_may_stand, marked, result_text
from roi_casebook.pages.parts.tables import Cell, Table, TableRow, number_columns
from roi_casebook.roi.figures import Figure

BREAK_EVEN = 1.0
"""What came back for each unit of cost, where neither is gained or lost."""


def plotted(shelf: CasesInLanguage) -> list[JudgedCase]:
    """Give the cases whose return may stand, in the order of lists."""
    shown = set(shown_returns(shelf.table).index)
    return [judged for judged in shelf.cases if judged.slug in shown]


# Against evidence --------------------------------------------------------------------------------------


def evidence_plot(shelf: CasesInLanguage, here: str, *, is_numbered: bool) -> Markup:
    """Draw the returns by locks; "" where there is none.

    is_numbered: each bears its number in the order of `plotted`, else the marks are small.
    """
    w, cases = shelf.site.wording, plotted(shelf)
    if not cases:
        return Markup()
    beyond = shelf.site.thresholds["claim_roi_doubtful"].value
    numbers = [str(number) if is_numbered else "" for number in range(1, len(cases) + 1)]
    points = tuple(
        _point(shelf, judged, number, here) for number, judged in zip(numbers, cases, strict=True)
    )
    within = [point.value for point in points if point.value <= beyond]
    axis = axis_of(
        within,
        lambda x: w.figures.value(Figure("roi", "ratio", x), x, ""),
        w.names.short_name("roi"),
    )
    about = About(
        "evidence-plot", w.t("library.plot"), w.t("library.plot_description", n=len(cases))
    )
    return evidence_chart(
        EvidencePlot(
            about,
            axis,
            levels=tuple(w.numbers.quantity(count, "lock") for count in range(LOCKS + 1)),
            points=points,
            proven=w.t("library.plot_proven"),
            unproven=w.evidence.label("mark", "unproven"),
            bounds=w.t("library.plot_bounds"),
            beyond=w.t("library.plot_beyond"),
        )
    )


def _point(shelf: CasesInLanguage, judged: JudgedCase, number: str, here: str) -> EvidencePoint:
    roi, locks = judged.leading.figures["roi"], judged.evidence.locks
    way = in_short(judged, shelf.site.wording, here)
    return EvidencePoint(
        locks.count,
        roi.value or 0.0,
        _bound(roi),
        locks.is_unproven,
        number,
        href=way.href,
        name=_told(shelf, judged, way.text, _standing(shelf, judged, "roi")),
    )


def _bound(figure: Figure) -> Bound | None:
    return "either" if figure.side == "either" else figure.limit


def _standing(shelf: CasesInLanguage, judged: JudgedCase, name: str) -> str:
    """Write a result of a case with its name, bound or range, and mark."""
    w, figure = shelf.site.wording, as_it_may_stand(judged, judged.leading, name)
    locks = judged.evidence.locks
    text = result_text(w, locks, figure, judged.case.money.currency)
    return w.t("strip.named", name=w.names.short_name(name), value=marked(w, locks, figure, text))


def _told(shelf: CasesInLanguage, judged: JudgedCase, title: str, *figures: str) -> str:
    w = shelf.site.wording
    told = w.t("interest.joint").join((*figures, w.evidence.count(judged.evidence.locks)))
    return w.t("plots.told", case=title, told=told)


# Against cost ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class CostReturnView:
    """The chart, the same as a table, and how many cases have no place in it, "" where none."""

    chart: Markup
    table: Table
    without: str


@dataclass(frozen=True)
class _Placed:
    """A case with both: its cost in the money of the comparison, and what came back for each of it."""

    judged: JudgedCase
    cost: Figure
    back: Figure


def cost_return_view(shelf: CasesInLanguage, here: str) -> CostReturnView | None:
    """Give the cases by cost and return; None where no case has both."""
    w, cases = shelf.site.wording, tuple(_placed(shelf))
    if not cases:
        return None
    without = len(shelf.cases) - len(cases)
    return CostReturnView(
        _cost_chart(shelf, cases, here),
        _cost_table(shelf, cases, here),
        w.t("plots.without", n=without) if without else "",
    )


def _placed(shelf: CasesInLanguage) -> Iterator[_Placed]:
    for judged in plotted(shelf):
        how = conversion_of(judged.leading, shelf.comparison)
        cost = comparable(judged.leading.figures["pv_costs"], how)
        back = as_it_may_stand(judged, judged.leading, "bcr")
        if cost.value is not None and cost.value > 0 and back.value is not None:
            yield _Placed(judged, cost, back)


def _cost_chart(shelf: CasesInLanguage, cases: tuple[_Placed, ...], here: str) -> Markup:
    w, to = shelf.site.wording, shelf.comparison
    points = tuple(_cost_point(shelf, one, here) for one in cases)
    backs = [back for point in points for back in (point.back, *(point.ends or ())) if back > 0]
    about = About("cost-return", w.t("plots.cost"), w.t("plots.cost_description", n=len(cases)))
    return cost_return_chart(
        CostReturn(
            about,
            cost=log_axis(
                [point.cost for point in points],
                lambda x: w.numbers.money(x, to.currency),
                w.t("plots.cost_axis", money=w.labels.money_of(to)),
            ),
            back=log_axis([BREAK_EVEN, *backs], w.numbers.number, w.t("plots.back_axis")),
            points=points,
            nothing=w.t("plots.nothing"),
            few=w.t("plots.few"),
            some=w.t("plots.some"),
            many=w.t("plots.many"),
            unproven=w.t("plots.full"),
            bounds=w.t("library.plot_bounds"),
            ranges=w.t("plots.ranges"),
        )
    )


def _cost_point(shelf: CasesInLanguage, one: _Placed, here: str) -> ReturnPoint:
    locks, way = one.judged.evidence.locks, in_short(one.judged, shelf.site.wording, here)
    back, figures = one.back, (_back(shelf, one), _cost(shelf, one))
    has_ends = back.p10 is not None and back.p90 is not None
    return ReturnPoint(
        one.cost.value or 0.0,
        back.value or 0.0,
        locks.count,
        cost_bound=_bound(one.cost),
        back_bound=_bound(back),
        is_unproven=locks.is_unproven,
        ends=(back.p10 or 0.0, back.p90 or 0.0) if has_ends else None,
        href=way.href,
        name=_told(shelf, one.judged, way.text, *figures),
    )


def _back(shelf: CasesInLanguage, one: _Placed) -> str:
    return _standing(shelf, one.judged, "bcr")


def _cost(shelf: CasesInLanguage, one: _Placed) -> str:
    w = shelf.site.wording
    value = w.figures.figure(one.cost, shelf.comparison.currency).whole
    return w.t("strip.named", name=w.t("strip.cost"), value=value)


def _cost_table(shelf: CasesInLanguage, cases: tuple[_Placed, ...], here: str) -> Table:
    """Write the same numbers."""
    w, to = shelf.site.wording, shelf.comparison
    columns = number_columns(
        w.t("library.case"),
        w.t("comparison.cost", money=w.labels.money_of(to)),
        w.names.short_name("bcr"),
    )
    rows = []
    for one in cases:
        locks, way = one.judged.evidence.locks, in_short(one.judged, w, here)
        back = result_text(w, locks, one.back, one.judged.case.money.currency)
        basis = ", ".join(w.say.basis(one.judged.leading.basis).chips)
        head = Cell(link=way, below=(w.evidence.count(locks), basis))
        cost = w.figures.figure(one.cost, to.currency).whole
        rows.append(TableRow(head, (cost, marked(w, locks, one.back, back))))
    return Table(w.t("plots.cost"), columns, tuple(rows))
