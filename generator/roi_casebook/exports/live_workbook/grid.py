"""Where a quantity stands on a sheet: a cell, a row of moments, a column of lines, or both."""

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from roi_casebook.notation.spreadsheet import in_cells
from roi_casebook.roi.algebra.expressions import Axis, Name, Node, Op, Sum


@dataclass(frozen=True)
class Block:
    """Some cells that hold a quantity, from a first one on.

    lines, moments: how many there are, 1 where it does not vary by them; name: of a single cell;
    sheet: where formulas on other sheets must name it, else "".
    """

    row: int
    column: int
    lines: int = 1
    moments: int = 1
    name: str = ""
    sheet: str = ""

    def cell(self, line: int, moment: int) -> str:
        """Give the cell of a line at a moment; what does not vary is the same for all."""
        if self.name:
            return self.name
        row = self.row + (line if self.lines > 1 else 0)
        column = self.column + (moment if self.moments > 1 else 0)
        return self._on_sheet(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))

    def along(self, axis: Axis, line: int, moment: int, first: int = 0, last: int = -1) -> str:
        """Give the cells along an axis, for one line or one moment; first, last: not all of them."""
        if axis == "line":
            return self._span((0, moment), (self.lines - 1, moment))
        end = self.moments - 1 if last < 0 else min(last, self.moments - 1)
        return self._span((line, min(first, end)), (line, end))

    def whole(self) -> str:
        """Give all its cells."""
        return self._span((0, 0), (self.lines - 1, self.moments - 1))

    def _span(self, first: tuple[int, int], last: tuple[int, int]) -> str:
        start, end = (
            xl_rowcol_to_cell(
                self.row + (line if self.lines > 1 else 0),
                self.column + (moment if self.moments > 1 else 0),
                row_abs=True,
                col_abs=True,
            )
            for line, moment in (first, last)
        )
        return self._on_sheet(start if start == end else f"{start}:{end}")

    def _on_sheet(self, cells: str) -> str:
        return f"'{self.sheet}'!{cells}" if self.sheet else cells


Blocks = Mapping[str, Block]


def formula_at(tree: Node, blocks: Blocks, line: int = 0, moment: int = 0) -> str:
    """Write a formula as it stands for a line at a moment. Errors: KeyError for what stands nowhere."""

    def name(of: Name) -> str:
        return blocks[of.name].cell(line, moment)

    def total(of: Sum) -> str:
        return f"SUM({blocks[of.of.name].along(of.axis, line, moment)})"

    return in_cells(tree, name, total)


def inlined(tree: Node, trees: Mapping[str, Node]) -> Node:
    """Put formulas in the place of some names: those of figures that may have no value."""
    match tree:
        case Name(name=name) if name in trees:
            return inlined(trees[name], trees)
        case Op(sign=sign, left=left, right=right):
            return Op(sign, inlined(left, trees), inlined(right, trees))
    return tree


def first_where(condition: str, text: str, otherwise: str) -> str:
    """Write a choice between two parts of a formula."""
    return f"IF({condition},{text},{otherwise})"
