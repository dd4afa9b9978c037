"""The cash flow of an appraisal over time: a table, and its chart where there are several moments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.appraisal import Appraisal
from roi_casebook.appraisal.cash_flow import CashRow, cash_rows, running
from roi_casebook.case import Case
from roi_casebook.case.timeline import Moment
from roi_casebook.charts import (
    About,
    CashFlow,
    CashMoment,
    Payback,
    amounts,
    axis_of,
    cash_flow_chart,
)
from roi_casebook.pages.case.lines import LineView, lines_view
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage, CaseValues
from roi_casebook.pages.parts.numbered_notes import NotedAppraisal
from roi_casebook.pages.parts.tables import Cell, Table, TableRow, number_columns
from roi_casebook.roi.solvers import MONTHS_PER_YEAR
from roi_casebook.wording import Wording
from roi_casebook.wording.numbers import WHOLE_MONEY_FROM
from roi_casebook.wording.typography import capitalised

FACTOR_DIGITS = 4
NOTHING = "–"
"""Stands where a line has no amount."""
MOST_COLUMNS = 14
"""A dozen years and their total: with more moments each has a row, not a column."""
_OF_LINES = ("cost", "benefit", "balance")


@dataclass(frozen=True)
class CashFlowView:
    """The table of one reading; chart: "" where all falls into one year."""

    table: Table
    is_partial: bool
    chart: Markup


@dataclass(frozen=True)
class CashFlowSection:
    """The cash flow of the reading that leads, None where no amount of it is known; all lines of money.

    is_present: whether the amounts are present values, of which no year is known.
    """

    cash: CashFlowView | None
    lines: tuple[LineView, ...]
    is_present: bool


def cash_flow_section(c: CaseInLanguage, noted: NotedAppraisal) -> CashFlowSection | None:
    """Give the cash flow with the lines that it is made from; None for a case without any."""
    lines = lines_view(c)
    if not lines:
        return None
    is_present = noted.appraisal.flows.is_present
    return CashFlowSection(cash_flow_view(c, noted), lines, is_present)


def cash_flow_said(w: Wording, view: CashFlowSection) -> str:
    """Say how many lines there are; of present values no year is told."""
    return w.t("fold.present-values" if view.is_present else "fold.cash-flow", n=len(view.lines))


def cash_flow_view(c: CaseInLanguage, noted: NotedAppraisal) -> CashFlowView | None:
    """Give the cash flow; None where no amount of it is known."""
    appraisal, reading = noted.appraisal, noted.reading
    rows = cash_rows(appraisal)
    if all(row.total is None for row in rows):
        return None
    columns, found = _columns(c.wording, appraisal), _rows_of(c, rows, appraisal.moments)
    is_long = len(columns) > MOST_COLUMNS
    return CashFlowView(
        table=Table(
            label=c.wording.t("cash.region"),
            columns=number_columns(
                *(_turned_heads(c, found) if is_long else (c.wording.t("cash.line"), *columns))
            ),
            rows=_turned(columns, found) if is_long else found,
            id=f"cash-flow-{reading}" if reading else "cash-flow-table",
            caption=c.wording.t(
                "cash.caption",
                currency=c.values.currency,
                prices=c.wording.labels.prices(appraisal.basis.prices, appraisal.basis.price_year),
            ),
            is_stacked=False,
        ),
        is_partial=any(row.open for row in rows),
        chart=_chart(c.wording, c.values, noted, rows) if len(appraisal.moments) > 1 else Markup(),
    )


def _rows_of(
    c: CaseInLanguage, rows: Sequence[CashRow], moments: Sequence[Moment]
) -> tuple[TableRow, ...]:
    """Give a row of the table for each row of the cash flow."""
    to_cents = _in_cents(rows)
    return tuple(_row(c, row, moments, to_cents=to_cents) for row in rows)


def _turned_heads(c: CaseInLanguage, rows: Iterable[TableRow]) -> tuple[str, ...]:
    """Name the columns of a table in which each moment has a row."""
    heads = (row.head for row in rows)
    named = (
        (head.link.text if head.link else head.text, head.side)
        for head in heads
        if isinstance(head, Cell)
    )
    return (
        c.wording.t("cash.when"),
        *(f"{name} ({side})" if side else name for name, side in named),
    )


def _turned(moments: Sequence[str], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """Turn a table of many moments around, so that it is long and not wide."""
    return tuple(
        TableRow(
            name,
            tuple(row.cells[number] for row in rows),
            kind="total" if number == len(moments) - 1 else "",
        )
        for number, name in enumerate(moments)
    )


def _columns(w: Wording, appraisal: Appraisal) -> tuple[str, ...]:
    if appraisal.flows.is_present:
        return (w.t("cash.present_value"),)
    if len(appraisal.moments) == 1:
        return (w.t("cash.whole_period"),)
    return (*(capitalised(w.times.moment(at)) for at in appraisal.moments), w.t("cash.total"))


def _in_cents(rows: Sequence[CashRow]) -> bool:
    """Tell whether cents are what is left of a moment, so that its parts must show theirs too."""
    left = (
        value for row in rows if row.name == "net_flow" for value in (*row.by_moment, row.total)
    )
    return any(value is not None and 0 < abs(value) < WHOLE_MONEY_FROM for value in left)


def _row(c: CaseInLanguage, row: CashRow, moments: Sequence[Moment], *, to_cents: bool) -> TableRow:
    side = _partial(c.wording, row)
    head = Cell(c.names.quantity(row.name), side=side)
    if row.kind in _OF_LINES:
        head = Cell(link=c.links.line(row.name), side=side)
    cells = (
        _cell(c.wording, c.values, row, value, to_cents=to_cents)
        for value in _values(c.case, row, moments)
    )
    return TableRow(head, tuple(cells), kind=row.kind)


def _partial(w: Wording, row: CashRow) -> str:
    """Say of a row with something unknown in it what its numbers are."""
    if row.open == "share" and row.kind in ("cost", "benefit"):
        return w.labels.label("bound", "at_least" if row.kind == "cost" else "at_most")
    return w.t("cash.known_part") if row.open else ""


def _values(case: Case, row: CashRow, moments: Sequence[Moment]) -> tuple[float | str | None, ...]:
    """Give a row's amounts and its total; a dash for moments of which its line does not speak."""
    if len(moments) == 1:
        return row.by_moment
    line = case.lines().get(row.name) if row.kind in _OF_LINES else None
    by_moment = (
        NOTHING if line is not None and moment not in line.amounts() else value
        for moment, value in zip(moments, row.by_moment, strict=True)
    )
    return (*by_moment, "" if row.kind in ("factor", "cumulative") else row.total)


def _cell(
    w: Wording, values: CaseValues, row: CashRow, value: float | str | None, *, to_cents: bool
) -> str | Cell:
    if value is None:
        return Cell(w.t("unknown"), "reason")
    if isinstance(value, str):
        return value
    if row.kind == "factor":
        return w.numbers.number(value, FACTOR_DIGITS)
    return w.numbers.money_exact(value, values.currency, to_cents=to_cents)


# The chart -------------------------------------------------------------------------------------------

Amounts = tuple[float | None, ...]


def _chart(
    w: Wording, case_values: CaseValues, noted: NotedAppraisal, rows: tuple[CashRow, ...]
) -> Markup:
    """Draw what was spent and gained over time and the running sum of it; nothing is discounted here."""
    appraisal = noted.appraisal
    count = len(appraisal.moments)
    spent = _side(rows, "cost", "costs", count)
    gained = _side(rows, "benefit", "benefits", count)
    if appraisal.flows.balances:
        gained = _added(gained, _side(rows, "balance", "balances", count))
    net = next(row.by_moment for row in rows if row.name == "net_flow")
    found = tuple(
        _moment(case_values, capitalised(w.times.moment(moment)), years, *values)
        for moment, years, *values in zip(
            appraisal.moments,
            appraisal.flows.axis.years,
            spent,
            gained,
            running(net),
            strict=True,
        )
    )
    title = w.t("section.cash-flow")
    about = About(
        anchors.in_reading(noted.reading, "cash-flow-chart"),
        title,
        w.t("cash.description"),
    )
    return cash_flow_chart(
        CashFlow(
            about,
            axis_of(amounts(found), case_values.money),
            found,
            _payback(w, case_values, appraisal),
            spent=w.t("cash.spent"),
            gained=w.t("cash.gained"),
            running=w.t("cash.running"),
            unknown=w.t("unknown"),
        )
    )


def _moment(values: CaseValues, name: str, years: float, *amounts: float | None) -> CashMoment:
    """Give a moment with what was spent and gained there and the sum of all up to it, in this order."""
    w = values.wording
    told = (
        w.t("strip.named", name=w.t(f"cash.{what}"), value=_written(values, amount))
        for what, amount in zip(("spent", "gained", "running"), amounts, strict=True)
    )
    tip = w.t("plots.told", case=name, told=w.t("interest.joint").join(told))
    spent, gained, so_far = amounts
    return CashMoment(name, years, spent, gained, so_far, tip)


def _written(values: CaseValues, amount: float | None) -> str:
    return values.wording.t("unknown") if amount is None else values.money(amount)


def _side(rows: Iterable[CashRow], kind: str, total: str, count: int) -> Amounts:
    """Give the sum of a side by moment: its row, or that of its only line."""
    found = {row.kind if row.kind == kind else row.name: row.by_moment for row in rows}
    return found.get(total) or found.get(kind) or (0.0,) * count


def _added(one: Sequence[float | None], other: Sequence[float | None]) -> Amounts:
    pairs = zip(one, other, strict=True)
    return tuple(None if a is None or b is None else a + b for a, b in pairs)


def _payback(w: Wording, values: CaseValues, appraisal: Appraisal) -> Payback | None:
    figure = appraisal.figures["payback_months"]
    if figure.value is None:
        return None
    text = values.figure(figure)
    return Payback(
        figure.value / MONTHS_PER_YEAR,
        w.t("cash.payback", value=text.whole),
    )
