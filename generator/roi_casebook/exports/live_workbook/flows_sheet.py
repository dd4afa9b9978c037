"""A sheet for each chain: its figures first, then the flows and steps that lead to them."""

from collections.abc import Mapping

import numpy as np

from roi_casebook.exports.live_workbook.book import LINE_HEIGHT, Book, BookSheet
from roi_casebook.exports.live_workbook.chains import Chain
from roi_casebook.exports.live_workbook.figure_rows import NOTE, FigureRows
from roi_casebook.exports.live_workbook.flow_rows import FIRST, LINE, NAME, FlowRows
from roi_casebook.exports.live_workbook.solver_rows import SolverRows
from roi_casebook.exports.live_workbook.taken import Taken
from roi_casebook.roi.figure_table import FIGURES

TABLE = 5
"""The row of the heads of the figures."""


def write_flows(book: Book, taken: Taken, chain: Chain, number: int) -> FlowRows:
    """Write the sheet of a chain; number: of the sheet among them."""
    sheet = BookSheet(book, sheet_name(taken, chain, number))
    sheet.cells.set_column(NAME, NAME, 46)
    sheet.cells.set_column(LINE, LINE, 32)
    sheet.cells.set_column(FIRST, FIRST + 24, 15)
    sheet.cells.set_column(NOTE, NOTE, 44)
    sheet.cells.set_row(TABLE, 2 * LINE_HEIGHT)
    _write_head(sheet, taken, chain)
    rows = FlowRows(sheet, taken, chain, TABLE + len(chain.figures) + 3)
    rows.write()
    solved = SolverRows(rows)
    solved.moved()
    _solve(solved, chain)
    FigureRows(rows, solved, TABLE).write()
    sheet.cells.freeze_panes(TABLE + 1, FIRST)
    if rows.printed_to:
        sheet.cells.print_area(0, 0, rows.printed_to, max(FIRST + rows.moments, NOTE))
    return rows


def sheet_name(taken: Taken, chain: Chain, number: int) -> str:
    """Name the sheet of a chain."""
    return f"{number} {taken.say(f'lane.{chain.lane}')}"


def _write_head(sheet: BookSheet, taken: Taken, chain: Chain) -> None:
    w, case = taken.w, taken.c.case
    title = w.texts.written(case.title).text
    what = (
        taken.c.names.soft(chain.soft).text if chain.soft else taken.say(f"lane_told.{chain.lane}")
    )
    reading = case.readings.get(chain.reading or "")
    label = w.texts.written(reading.label).text if reading else ""
    sheet.text(0, 0, taken.say("titled", title=title, what=what), bold=True, font_size=14)
    sheet.text(1, 0, label, italic=True)
    basis = (chain.appraisal or taken.judged.readings[chain.reading]).basis
    sheet.text(2, 0, w.say.basis(basis).sentence)
    sheet.text(3, 0, f"{taken.edition}. {taken.c.addresses.public}")


def _solve(solved: SolverRows, chain: Chain) -> None:
    """Write the rows of the solvers whose figures some numbers could give."""
    figures, flows = chain.figures, chain.flows
    if (
        chain.lane != "hard"
        or "clean_flow" not in solved.blocks
        or flows.is_present
        or not flows.years
    ):
        return
    if "payback_months" in figures:
        solved.payback("payback_months", "net_flow")
    if "discounted_payback_months" in figures and "discounted_net_flow" in solved.blocks:
        solved.payback("discounted_payback_months", "discounted_net_flow")
    if "mirr" in figures:
        solver = FIGURES["mirr"].solver
        with np.errstate(all="ignore"):
            parts = solver.inputs(flows, chain.values) if solver else "too_short"
        if isinstance(parts, Mapping):
            solved.mirr(parts)
    if "irr" in figures:
        solved.irr()
