"""The file that is written: cells with their looks, names of cells, and what each held when it was made.

A text is written as a text, whatever sign it begins with. The same content gives the same bytes: no
clock is read, and the library dates the parts of its archive to 1980.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

Kind = Literal["money", "percent", "number", "factor", "months", "count", "text", "mark"]
SHAPES: Mapping[Kind, str] = {
    "money": "[>=1000]#,##0;[<=-1000]-#,##0;0.00",
    "percent": "0.0##%",
    "number": "[>=1000]#,##0;[<=-1000]-#,##0;0.00####",
    "factor": "0.0000",
    "months": "0.0",
    "count": "#,##0.##",
    "text": "@",
    "mark": '"●";;',
}
"""How a cell shows its number; the number itself is whole."""
MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
INK, PAPER, LINE_INK = "#1F3A5F", "#FFF8DC", "#B8C2CC"
Place = tuple[str, int, int]
LINE_HEIGHT = 14


def _lines(text: str, width: int) -> int:
    """Say how many lines a text takes in a column of so many characters."""
    return max(1, -(-len(text) * 11 // (width * 10)))


@dataclass
class Book:
    """A workbook in the making.

    stored: what each formula cell holds instead of its value, for the test that all are computed
    anew; names: the cells that have a name, each with its sheet, row and column; formulas: how many.
    """

    stored: float | None = None
    names: dict[str, Place] = field(default_factory=dict)
    formulas: int = 0
    _bytes: io.BytesIO = field(default_factory=io.BytesIO)
    _formats: dict[tuple[Any, ...], Format] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open it in memory."""
        self.workbook = xlsxwriter.Workbook(
            self._bytes, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self.workbook.set_calc_mode("auto")

    def done(self, title: str, subject: str, comments: str) -> bytes:
        """Close it and give its bytes."""
        properties = {"title": title, "subject": subject, "comments": comments, "created": MADE}
        self.workbook.set_properties(properties)
        self.workbook.close()
        return self._bytes.getvalue()

    def look(self, **properties: Any) -> Format:  # noqa: ANN401 -- as the library names them
        """Give a format; the same one for the same looks."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format({"valign": "top", **properties})
        return self._formats[key]

    def of_kind(self, kind: Kind, **more: Any) -> Format:  # noqa: ANN401 -- as above
        """Give the format of a number of some kind."""
        return self.look(num_format=SHAPES[kind], **more)

    def input_look(self, kind: Kind) -> Format:
        """Give the format of a cell that a reader may change."""
        return self.of_kind(
            kind, bg_color=PAPER, font_color="#0000C8", border=1, border_color=LINE_INK
        )


@dataclass
class BookSheet:
    """A sheet of a workbook, under its name."""

    book: Book
    name: str

    def __post_init__(self) -> None:
        """Add it, set for print on A4: as wide as a page."""
        self.cells: Worksheet = self.book.workbook.add_worksheet(self.name)
        self.cells.set_paper(9)
        self.cells.set_landscape()
        self.cells.fit_to_pages(1, 0)
        self.cells.set_footer("&L&F&C&A&R&P / &N")
        self.cells.hide_gridlines(2)

    def text(self, row: int, column: int, text: str, **looks: Any) -> None:  # noqa: ANN401 -- as the library names them
        """Write a text, never a formula."""
        if text:
            self.cells.write_string(row, column, text, self.book.look(**looks) if looks else None)

    def told(self, row: int, texts: Mapping[int, tuple[str, int]]) -> None:
        """Write texts that wrap, each with the width of its column, in a row that is as high as they need."""
        for column, (text, _) in texts.items():
            self.text(row, column, text, text_wrap=True)
        lines = max((_lines(text, width) for text, width in texts.values()), default=1)
        self.cells.set_row(row, LINE_HEIGHT * lines)

    def wide(self, row: int, columns: tuple[int, int], text: str, width: int) -> None:
        """Write a text over several columns, in a row that is as high as it needs."""
        first, last = columns
        look = self.book.look(text_wrap=True)
        self.cells.merge_range(row, first, row, last, "", look)
        self.cells.write_string(row, first, text, look)
        self.cells.set_row(row, LINE_HEIGHT * _lines(text, width))

    def head(self, row: int, texts: tuple[str, ...]) -> None:
        """Write a row of column heads."""
        for column, text in enumerate(texts):
            self.cells.write_string(
                row,
                column,
                text,
                self.book.look(bold=True, bottom=1, text_wrap=True, font_color=INK),
            )

    def number(self, row: int, column: int, value: float, kind: Kind, name: str = "") -> None:
        """Write a number that stands."""
        self.cells.write_number(row, column, value, self.book.of_kind(kind))
        self._named(row, column, name)

    def entry(self, row: int, column: int, value: float, kind: Kind, name: str) -> None:
        """Write a number that a reader may change, under a name."""
        self.cells.write_number(row, column, value, self.book.input_look(kind))
        self._named(row, column, name)

    def formula(  # noqa: PLR0913 -- a cell has as many sides
        self, row: int, column: int, formula: str, value: float | str, kind: Kind = "number", *,
        name: str = "", **looks: Any,  # noqa: ANN401 -- as the library names them
    ) -> None:  # fmt: skip
        """Write a formula with the value that it has; name: of the cell, "" for none."""
        book = self.book
        held: float | str = value if book.stored is None else book.stored
        self.cells.write_formula(row, column, f"={formula}", book.of_kind(kind, **looks), held)
        book.formulas += 1
        self._named(row, column, name)

    def _named(self, row: int, column: int, name: str) -> None:
        if not name:
            return
        cell = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
        self.book.workbook.define_name(name, f"='{self.name}'!{cell}")
        self.book.names[name] = (self.name, row, column)
