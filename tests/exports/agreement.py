"""Whether a workbook and `roi/` say the same: each quantity, guard and solver to 12 digits, each reason by name."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor, isfinite, log10

import numpy as np
from xlsxwriter.utility import xl_rowcol_to_cell

from roi_casebook.exports.live_workbook.book import Book
from roi_casebook.exports.live_workbook.flow_rows import FlowRows
from roi_casebook.exports.live_workbook.taken import Taken, figure_cell
from roi_casebook.exports.live_workbook.whole_book import write_sheets
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.finding import NOISE, turnover
from tests.exports.moved_case import Moved
from tests.exports.office import Cells

DIGITS = 12
NOT_COMPUTED = 777.0


@dataclass(frozen=True)
class Written:
    """A workbook whose formula cells all hold 777, and where its quantities stand."""

    taken: Taken
    content: bytes
    rows: list[FlowRows]


def written_with_777(taken: Taken) -> Written:
    """Write the workbook of a case, no formula of it computed."""
    book = Book(stored=NOT_COMPUTED)
    rows = write_sheets(book, taken)
    return Written(taken, book.done("", "", ""), rows)


def is_same(one: float, other: float, noise: float = 0.0) -> bool:
    """Tell whether two numbers differ by at most one unit of the last of twelve digits.

    noise: what the last bits leave of the sums that they come from.
    """
    if one == other or abs(one - other) <= noise:
        return True
    if not (isfinite(one) and isfinite(other)):
        return False
    unit = 10.0 ** (floor(log10(max(abs(one), abs(other)))) - DIGITS + 1)
    return abs(one - other) <= unit * (1.5 if one * other > 0 else 0)


def differences(cells: Cells, rows: FlowRows, moved: Moved) -> Iterator[str]:
    """Give what a chain's sheet says otherwise than `roi/`."""
    values = moved.values
    noise = float(np.sum(turnover(values))) * NOISE
    for name, block in rows.blocks.items():
        if name not in values or block.name.startswith(("in_", "k_")) or not block.row:
            continue
        found = np.asarray(values[name])
        for line in range(block.lines):
            for moment in range(block.moments):
                own = found[
                    min(line, found.shape[0] - 1), min(moment, found.shape[1] - 1), 0
                ].item()
                place = xl_rowcol_to_cell(block.row + line, block.column + moment)
                held = cells.at(rows.sheet.name, place)
                if not isfinite(own):
                    continue
                if not isinstance(held, float) or not is_same(own, held, noise):
                    yield f"{name}[{line}, {moment}]: {own!r} here, {held!r} there"
    yield from _of_figures(cells, rows, moved.figures, noise)


def _of_figures(
    cells: Cells, rows: FlowRows, figures: dict[str, Figure], noise: float
) -> Iterator[str]:
    words = rows.taken.w.figures
    for name, figure in figures.items():
        cell = figure_cell(name, rows.chain.key)
        if f"{cell}.reason" not in cells.places:
            continue
        held, reason = cells.named(cell), cells.named(f"{cell}.reason") or None
        own = words.reason_short(figure.reason) if figure.reason else None
        if own != reason:
            yield f"{name}: {own!r} ({figure.value}) here, {reason!r} ({held}) there"
        elif figure.value is not None:
            least = noise if figure.unit == "money" else NOISE
            if not isinstance(held, float) or not is_same(figure.value, held, least):
                yield f"{name}: {figure.value!r} here, {held!r} there"


def not_computed(cells: Cells) -> list[tuple[str, str]]:
    """Give the formula cells that still hold 777."""
    return [place for place, value in cells.formulas.items() if value == NOT_COMPUTED]
