"""The cells of a sheet, whatever file they came from: numbers, texts, dates, formulas, by address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

LETTERS = 26


@dataclass(frozen=True)
class SheetCell:
    """One cell that holds something.

    value: None for a formula whose value is not stored; formula: "" where it is none; is_share: a
    number that the sheet shows in per cent; error: such as ``#DIV/0!``.
    """

    value: float | str | date | None
    formula: str = ""
    is_share: bool = False
    error: str = ""


Place = tuple[int, int]
"""Row and column, both from 1."""


@dataclass(frozen=True)
class SheetOfCells:
    """A sheet: its cells by place, and the ranges that are merged, as ``B2:D2``."""

    name: str
    cells: Mapping[Place, SheetCell]
    merged: tuple[str, ...] = field(default=())

    def row(self, number: int) -> dict[int, SheetCell]:
        """Give the cells of a row by their columns, in order."""
        found = {column: cell for (row, column), cell in self.cells.items() if row == number}
        return dict(sorted(found.items()))

    def rows(self) -> list[int]:
        """Give the rows that hold anything, in order."""
        return sorted({row for row, _ in self.cells})


class UnreadableFileError(Exception):
    """A file that is no sheet, or one that no program should open; the message says what to do."""


def address(place: Place) -> str:
    """Write a place as sheets do: row 5 of column 2 is B5."""
    row, column = place
    letters = ""
    while column:
        column, rest = divmod(column - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def place_of(written: str) -> Place:
    """Read an address: B5 is row 5 of column 2. Errors: ValueError."""
    letters = written.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * LETTERS + ord(letter.upper()) - ord("A") + 1
    return int(written[len(letters) :]), column


def corners(written: str) -> tuple[Place, Place]:
    """Read a range: its first and its last place. Errors: ValueError."""
    first, _, last = written.partition(":")
    return place_of(first), place_of(last or first)
