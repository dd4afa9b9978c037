"""A .csv file as a sheet: every cell a text, a formula or a number as the file spells it."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from pydantic_core import PydanticCustomError

from roi_casebook.editing.importing.cells import Place, SheetCell, SheetOfCells, UnreadableFileError
from roi_casebook.editing.importing.workbook import MOST_CELLS
from roi_casebook.reading.files.disk import read_at_most
from roi_casebook.written.numbers import written_number
from roi_casebook.yaml_places.source_text import decoded

_SEPARATORS = "\t;,|"


def sheets_in_comma_file(path: Path) -> list[SheetOfCells]:
    """Give the only sheet of a file. Errors: UnreadableFileError, OSError."""
    text, wrong = decoded(read_at_most(path))
    if wrong:
        raise UnreadableFileError(f"{path} is not UTF-8: save it as CSV UTF-8")
    try:
        rows = list(csv.reader(StringIO(text.text), delimiter=_separator(text.text)))
    except csv.Error as error:
        raise UnreadableFileError(f"{path} cannot be read as CSV ({error})") from None
    cells = dict(_cells(rows))
    if len(cells) > MOST_CELLS:
        raise UnreadableFileError(
            f"{path} holds more than {MOST_CELLS} cells: keep the table alone in it"
        )
    return [SheetOfCells(path.stem, cells)]


def _separator(text: str) -> str:
    """Give what stands between the cells: the sign that most lines have equally often."""
    lines = [line for line in text.splitlines() if line.strip()][:50]
    counts = {sign: [line.count(sign) for line in lines] for sign in _SEPARATORS}
    return max(_SEPARATORS, key=lambda sign: sum(count > 0 for count in counts[sign]))


def _cells(rows: list[list[str]]) -> Iterator[tuple[Place, SheetCell]]:
    for row, entries in enumerate(rows, start=1):
        for column, written in enumerate(entries, start=1):
            if written.strip():
                yield (row, column), _cell(written.strip())


def _cell(written: str) -> SheetCell:
    if written.startswith("="):
        return SheetCell(None, written)
    if written.startswith("#") and written.endswith(("!", "?", "A")):
        return SheetCell(None, error=written)
    try:
        number = written_number(written)
    except PydanticCustomError:
        return SheetCell(written)
    return (
        SheetCell(number.value, is_share=number.percent) if not number.unit else SheetCell(written)
    )
