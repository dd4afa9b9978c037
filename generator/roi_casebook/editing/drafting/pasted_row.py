"""A row of numbers as it is pasted from a sheet or a mail: what goes out and comes in, year by year.

Cells stand between tabs, semicolons, bars or line ends; where there is none of these, between commas
with a blank, else between blanks.
"""

import re

from pydantic_core import PydanticCustomError

from roi_casebook.editing.chosen_case import UnknownNameError
from roi_casebook.reading.model.validation import shown_in_short
from roi_casebook.written.numbers import written_number

_HARD = re.compile(r"[\t;|\r\n]+")
_SOFT = re.compile(r",\s+")
_IN_BRACKETS = re.compile(r"\((?P<number>[^()]+)\)")
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-"})
FEWEST = 2
MOST = 200


def numbers_in_row(text: str) -> tuple[float, ...]:
    """Read the numbers of a row, year 0 first; ``(300)`` is -300. Errors: UnknownNameError."""
    cells = [cell.strip() for cell in _cells(text) if cell.strip()]
    if not FEWEST <= len(cells) <= MOST:
        raise UnknownNameError(
            f"found {len(cells)} numbers in the row {shown_in_short(text)}, expected {FEWEST} to {MOST}: "
            'one a year, the first of year 0, e.g. "-1000; 300; 400"'
        )
    return tuple(_number(cell, place) for place, cell in enumerate(cells, start=1))


def _cells(text: str) -> list[str]:
    stripped = text.strip()
    for separator in (_HARD, _SOFT):
        if separator.search(stripped):
            return separator.split(stripped)
    return stripped.split()


def _number(cell: str, place: int) -> float:
    match = _IN_BRACKETS.fullmatch(cell)
    try:
        written = written_number((f"-{match['number']}" if match else cell).translate(_MINUS))
    except PydanticCustomError as error:
        told = error.context or {}
        raise UnknownNameError(
            f"number {place} of the row: {told['text']}; {told['hint']}"
        ) from None
    if written.percent or written.unit:
        raise UnknownNameError(
            f"number {place} of the row: found {cell!r}, expected a number alone"
        )
    return written.value
