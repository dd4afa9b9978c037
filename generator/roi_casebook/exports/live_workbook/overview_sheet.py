"""The first sheet: the finding, who had an interest, each reading's first figures live, and the cash flow as a chart."""

from roi_casebook.exports.live_workbook.book import BookSheet
from roi_casebook.exports.live_workbook.chains import Chain
from roi_casebook.exports.live_workbook.figure_rows import KINDS
from roi_casebook.exports.live_workbook.flow_rows import FIRST, FlowRows
from roi_casebook.exports.live_workbook.inputs_sheet import CHANGED
from roi_casebook.exports.live_workbook.taken import Taken, figure_cell
from roi_casebook.pages.case.about import interest_view
from roi_casebook.roi.figure_table import FIGURES
from roi_casebook.wording.typography import capitalised

SHOWN = {
    "hard": ("pv_costs", "pv_benefits", "npv", "roi", "payback_months"),
    "social": ("pv_costs", "pv_social_value", "npv_social", "sroi_ratio"),
    "result": ("total_costs", "total_count", "cost_per_result", "worth_needed"),
}
"""The figures that the overview shows of each lane."""
WIDTHS = (44, 30, 30, 26)


def fill_overview(sheet: BookSheet, taken: Taken, leading: FlowRows) -> None:
    """Fill the sheet; leading: the rows of the chain that leads, for the chart."""
    for column, width in enumerate(WIDTHS):
        sheet.cells.set_column(column, column, width)
    sheet.cells.fit_to_pages(1, 1)
    w, case = taken.w, taken.c.case
    sheet.text(0, 0, w.texts.written(case.title).text, bold=True, font_size=16)
    sheet.wide(1, (0, 3), w.texts.written(case.summary).text, sum(WIDTHS))
    sheet.text(2, 0, taken.c.addresses.public)
    sheet.text(3, 0, taken.edition)
    changed, as_is = taken.say("overview_changed"), taken.say("overview_told")
    sheet.formula(4, 0, f'IF({CHANGED}=1,"{changed}","{as_is}")', as_is, "text", bold=True)
    row = _interest(sheet, taken, 6)
    for number, chain in enumerate(taken.chains, 1):
        row = _figures(sheet, taken, chain, number, row + 1)
    _evidence(sheet, taken, row + 1)
    _chart(sheet, taken, leading, row + 4)


def _interest(sheet: BookSheet, taken: Taken, row: int) -> int:
    for fact in interest_view(taken.c.case, taken.w):
        sheet.text(row, 0, fact.name)
        sheet.text(row, 1, fact.text)
        row += 1
    return row


def _figures(sheet: BookSheet, taken: Taken, chain: Chain, number: int, row: int) -> int:
    """Write the first figures of a chain: each value, or the reason in its place."""
    w = taken.w
    reading = taken.c.case.readings.get(chain.reading or "")
    label = w.texts.written(reading.label).text if reading else ""
    what = (
        taken.c.names.soft(chain.soft).text
        if chain.soft
        else capitalised(taken.say(f"lane_told.{chain.lane}"))
    )
    head = taken.say("titled", title=label, what=what) if label else what
    sheet.text(row, 0, f"{number}. {head}", bold=True, bottom=1)
    row += 1
    names = w.in_lane("social").names if chain.lane == "social" else w.names
    for name in SHOWN[chain.lane]:
        figure = chain.figures.get(name)
        if figure is None:
            continue
        cell = figure_cell(name, chain.key)
        sheet.text(row, 0, capitalised(names.full_name(name)))
        kind = KINDS[FIGURES[name].shown_as]
        reason = w.figures.reason_short(figure.reason) if figure.reason else ""
        shown: float | str = reason if figure.value is None else figure.value
        if cell in sheet.book.names and f"{cell}.reason" in sheet.book.names:
            written = f'IF({cell}.reason<>"",{cell}.reason,{cell})'
            sheet.formula(row, 1, written, shown, kind, align="left")
        elif figure.value is not None:
            sheet.formula(row, 1, cell, shown, kind, align="left")
        else:
            sheet.text(row, 1, reason)
        sheet.text(row, 2, taken.c.values.figure(figure).whole)
        row += 1
    return row


def _evidence(sheet: BookSheet, taken: Taken, row: int) -> None:
    sheet.text(row, 0, taken.say("evidence"), bold=True)
    sheet.wide(row, (1, 3), taken.w.evidence.of_leading(taken.judged.leads), sum(WIDTHS[1:]))


def _chart(sheet: BookSheet, taken: Taken, rows: FlowRows, row: int) -> None:
    """Draw the costs, benefits and net flow of the chain that leads: it follows its cells."""
    moments = rows.moments
    if moments == 1 or "net_flow" not in rows.blocks:
        return
    chart = sheet.book.workbook.add_chart({"type": "column"})
    heads = [rows.sheet.name, rows.heads, FIRST, rows.heads, FIRST + moments - 1]
    for name, colour in (("benefits", "#2E7D6B"), ("costs", "#B5542F"), ("net_flow", "#1F3A5F")):
        block = rows.blocks.get(name)
        if block is None:
            continue
        values = [rows.sheet.name, block.row, block.column, block.row, block.column + moments - 1]
        chart.add_series({
            "name": capitalised(taken.w.names.full_name(name)),
            "categories": heads,
            "values": values,
            "fill": {"color": colour},
        })  # fmt: skip
    chart.set_title({"name": taken.say("chart"), "name_font": {"size": 12}})
    chart.set_y_axis(
        {"num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": "#D5DBE1"}}}
    )
    chart.set_x_axis({"label_position": "low"})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 860, "height": 320})
    sheet.cells.insert_chart(row, 0, chart)
