"""The one table of a sheet: its row of years or months, its rows of numbers, which side each is on.

What is not understood is told with the address of its cell: an error where a number would have to be
guessed, a hint where one was taken or left out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from pydantic_core import PydanticCustomError

from roi_casebook.editing.importing.cells import Place, SheetCell, SheetOfCells, address, corners
from roi_casebook.editing.importing.sheet_words import Side, means, side_of
from roi_casebook.problems import Problem, Severity
from roi_casebook.written.numbers import written_number
from roi_casebook.written.other_notations import UNIT

FEWEST_MOMENTS = 2
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_MONTH = re.compile(r"((?:19|20|21)\d\d)-(0[1-9]|1[0-2])")
_COUNTED = re.compile(r"[^\W\d_]+\.?\s*(\d{1,2})")
_CURRENCY = re.compile(r"[A-Z]{3}")
_UNIT = re.compile(UNIT)


@dataclass(frozen=True)
class SheetRow:
    """A row of numbers by year or month, None where one is unknown.

    side: None where the sheet does not say; unit: "" for money of the case; where: its cells.
    """

    label: str
    side: Side | None
    unit: str
    values: Mapping[str, float | None]
    where: str


@dataclass
class SheetTable:
    """What a sheet says. start: the first year of the calendar, where its years are such."""

    rows: list[SheetRow] = field(default_factory=list)
    moments: tuple[str, ...] = ()
    start: str = ""
    currency: str = ""
    problems: list[Problem] = field(default_factory=list)


class Reader:
    """Reads the table of a sheet, and notes what it does not understand."""

    def __init__(self, file: str, sheet: SheetOfCells) -> None:
        """Begin with a sheet; file: its name in problems."""
        self.file, self.sheet = file, sheet
        self.table = SheetTable()

    def read(self) -> SheetTable:
        """Give the table; its problems say what of the sheet is not in it."""
        headers = [row for row in self.sheet.rows() if self._is_header(row)]
        if not headers:
            self._tell((1, 1), "no_years", "found no row of years or months that rise one by one above the numbers", "write 0, 1, 2 or 2024, 2025 or 2024-01, 2024-02 above the columns; casebook import --template FILE.xlsx writes a sheet to fill in")  # fmt: skip
            return self.table
        for row in headers[1:]:
            first = min(_moments(self.sheet.row(row)))
            self._tell((row, first), "second_table", "found a second row of years: a second table", "keep one table in a sheet: put the other into a sheet of its own, and import it with --sheet")  # fmt: skip
        if len(headers) == 1:
            self._rows(headers[0])
        return self.table

    def _is_header(self, row: int) -> bool:
        """Tell a row of years: named as one, or by nothing; numbers that rise may be a row's own."""
        cells = self.sheet.row(row)
        found = _moments(cells)
        before = [cell.value for column, cell in cells.items() if column < min(found, default=0)]
        texts = [each for each in before if isinstance(each, str)]
        return len(found) >= FEWEST_MOMENTS and all(_heads_a_column(each) for each in texts)

    def _rows(self, header: int) -> None:
        columns = self._columns(header)
        self.table.currency = self._currency(header)
        self._merged(header, columns)
        units = [
            column for column, cell in self.sheet.row(header).items() if means(cell.value, "unit")
        ]
        side: Side | None = None
        for number in (each for each in self.sheet.rows() if each > header):
            cells = self.sheet.row(number)
            label = self._label(cells, min(columns), units)
            numbers = {column: cells[column] for column in columns if column in cells}
            self._beside(number, cells, columns)
            if not numbers and label:
                side = self._section(number, label)
            elif not numbers:
                continue
            elif means(label, "results"):
                self._tell((number, min(numbers)), "left_out", f"left out {label!r}: a total or a figure is computed, never read", "", "hint")  # fmt: skip
            elif not label:
                self._tell((number, min(numbers)), "row_without_label", "found numbers in a row without a name", "write what they are into the first column")  # fmt: skip
            else:
                self._row(number, label, side, columns, numbers, _text(cells, units))

    def _columns(self, header: int) -> dict[int, str]:
        """Give when each column is, counted as a case does: the first year of the calendar is 1."""
        found = _moments(self.sheet.row(header))
        values = list(found.values())
        if all(_YEAR.fullmatch(str(each)) for each in values):
            first = int(str(values[0]))
            self.table.start = str(first)
            named = {column: str(int(str(each)) - first + 1) for column, each in found.items()}
        elif all(isinstance(each, str) for each in values):
            named, self.table.start = (
                {column: str(each) for column, each in found.items()},
                str(values[0]),
            )
        else:
            named = {column: str(each) for column, each in found.items()}
        self.table.moments = tuple(named.values())
        return named

    def _currency(self, header: int) -> str:
        """Give the currency that a row above the table states."""
        for row in (each for each in self.sheet.rows() if each < header):
            cells = list(self.sheet.row(row).values())
            stated = cells[-1].value
            if (
                means(cells[0].value, "currency")
                and isinstance(stated, str)
                and _CURRENCY.fullmatch(stated)
            ):
                return stated
        return ""

    def _merged(self, header: int, columns: Mapping[int, str]) -> None:
        for written in self.sheet.merged:
            (top, left), (bottom, right) = corners(written)
            rows = range(max(top, header), bottom + 1)
            if right >= min(columns) and any(column in self.sheet.row(row) and row != header for row in rows for column in columns):  # fmt: skip
                self._tell((top, left), "merged_cells", f"found the merged cells {written}: for which of them the value holds is not said", "unmerge them, and write into each cell what holds for it")  # fmt: skip

    def _label(self, cells: Mapping[int, SheetCell], first: int, units: list[int]) -> str:
        texts = (
            cell.value for column, cell in cells.items() if column < first and column not in units
        )
        return " ".join(" ".join(each.split()) for each in texts if isinstance(each, str)).strip()

    def _beside(
        self, number: int, cells: Mapping[int, SheetCell], columns: Mapping[int, str]
    ) -> None:
        """Tell what stands right of the years, or between them in a column without one."""
        for column, cell in cells.items():
            if (
                column > min(columns)
                and column not in columns
                and (cell.value is not None or cell.formula)
            ):
                self._tell((number, column), "left_out", "left out what stands in a column without a year", "", "hint")  # fmt: skip

    def _section(self, number: int, label: str) -> Side | None:
        found = side_of(label)
        if label and found is None and not means(label, "results"):
            self._tell((number, 1), "left_out", f"left out {label!r}: a heading that names neither costs nor benefits", "", "hint")  # fmt: skip
        return found

    def _row(self, number: int, label: str, side: Side | None, columns: Mapping[int, str], numbers: Mapping[int, SheetCell], unit: str) -> None:  # fmt: skip  # noqa: PLR0913, PLR0917 -- all that a row is
        values: dict[str, float | None] = {}
        first, last = min(numbers), max(numbers)
        for column, moment in columns.items():
            if column in numbers:
                values[moment] = self._number((number, column), numbers[column])
            elif first < column < last:
                values[moment] = None
                self._tell((number, column), "empty_cell", "found an empty cell between numbers, written as unknown", "write 0 where it is nought", "hint")  # fmt: skip
        if any(cell.is_share for cell in numbers.values()):
            unit = "share"
        elif unit == "%":
            unit, values = "share", {at: None if each is None else each / 100 for at, each in values.items()}  # fmt: skip
        place = (number, first)
        if unit and not _UNIT.fullmatch(unit):
            self._tell(place, "unit_form", f"found the unit {unit!r}, expected a product of plain symbols", "e.g. hour, order/week, USD/hour")  # fmt: skip
        if side is None and not unit:
            self._tell(place, "no_side", f"cannot tell whether {label!r} is a cost, a benefit or a count", "it became an input alone; a row above it that says Costs or Benefits, or a column Unit, would tell", "hint")  # fmt: skip
        where = f"{address(place)}:{address((number, last))}"
        signed = self._signed(place, side, values) if side and not unit else values
        self.table.rows.append(SheetRow(label, side, unit, signed, where))

    def _signed(self, place: Place, side: Side, values: dict[str, float | None]) -> dict[str, float | None]:  # fmt: skip
        """Give amounts above nought: costs may stand below it in a sheet, if all of them do."""
        known = [each for each in values.values() if each]
        below = [each for each in known if each < 0]
        if side == "costs" and known and len(below) == len(known):
            return {at: -each if each else each for at, each in values.items()}
        if below:
            self._tell(place, "below_nought", f"found an amount below nought among {side}", "put what is a cost under Costs, what is a return under Benefits, each above nought")  # fmt: skip
        return values

    def _number(self, place: Place, cell: SheetCell) -> float | None:
        """Give the number of a cell; None where there is none, which is then told."""
        if cell.error:
            self._tell(place, "cell_error", f"found {cell.error}, expected a number", "mend the formula, or write unknown")  # fmt: skip
        elif cell.value is None:
            self._tell(place, "formula_without_value", f"found the formula {cell.formula} without its value", "open the file in a spreadsheet program and save it, or paste the values")  # fmt: skip
        elif isinstance(cell.value, date):
            self._tell(place, "text_in_numbers", f"found the date {cell.value}, expected a number", "give the cell the format of a number")  # fmt: skip
        elif isinstance(cell.value, str):
            return self._spelled(place, cell.value)
        else:
            if cell.formula:
                self._tell(place, "formula_value", f"took {cell.value:.10g}, the value of the formula {cell.formula}", "what it is computed from belongs among the inputs, and the formula into the line", "hint")  # fmt: skip
            return cell.value
        return None

    def _spelled(self, place: Place, text: str) -> float | None:
        if text.strip().casefold() == "unknown":
            return None
        try:
            written = written_number(text)
        except PydanticCustomError as error:
            told = error.context or {}
            self._tell(place, "text_in_numbers", f"{told['text']}", f"{told['hint']}, or the word unknown")  # fmt: skip
            return None
        self._tell(place, "text_in_numbers", f"found the text {text!r}, taken as {written.value:.10g}", "", "hint")  # fmt: skip
        return written.value

    def _tell(self, place: Place, code: str, message: str, hint: str, severity: Severity = "error") -> None:  # fmt: skip
        row, column = place
        at = address(place)
        self.table.problems.append(
            Problem(self.file, row, column, at, code, severity, f"{at}: {message}", hint)
        )


def _text(cells: Mapping[int, SheetCell], columns: list[int]) -> str:
    texts = (cells[column].value for column in columns if column in cells)
    return next((each.strip() for each in texts if isinstance(each, str)), "")


def _heads_a_column(text: str) -> bool:
    return any(means(text, kind) for kind in ("year", "unit", "line", "currency"))


def _moments(cells: Mapping[int, SheetCell]) -> dict[int, int | str]:
    """Give the columns of a row that say when, one after the other: years, counted or of the calendar, or months."""
    found = dict(_read_moments(cells))
    counts = [_count(each) for each in found.values()]
    kinds = {_kind(each) for each in found.values()}
    rise = all(later - earlier == 1 for earlier, later in pairwise(counts))
    return found if len(kinds) == 1 and rise else {}


def _count(moment: int | str) -> int:
    """Number a moment, so that the next one has the next number."""
    if isinstance(moment, int):
        return moment
    year, month = moment.split("-")
    return int(year) * 12 + int(month)


def _kind(moment: int | str) -> str:
    if isinstance(moment, str):
        return "month"
    return "year" if moment > MOST_COUNTED else "counted"


MOST_COUNTED = 100


def _read_moments(cells: Mapping[int, SheetCell]) -> Iterator[tuple[int, int | str]]:
    for column, cell in cells.items():
        value = cell.value
        if isinstance(value, date):
            yield column, f"{value:%Y-%m}"
        elif (
            isinstance(value, float)
            and value.is_integer()
            and not cell.formula
            and _is_year(int(value))
        ):
            yield column, int(value)
        elif isinstance(value, str):
            moment = _spelled_moment(value.strip())
            if moment is not None:
                yield column, moment


def _is_year(number: int) -> bool:
    return 0 <= number <= MOST_COUNTED or bool(_YEAR.fullmatch(str(number)))


def _spelled_moment(text: str) -> int | str | None:
    if means(text, "start"):
        return 0
    if _MONTH.fullmatch(text):
        return text
    if _YEAR.fullmatch(text):
        return int(text)
    match = _COUNTED.fullmatch(text)
    return int(match[1]) if match and means(text[: match.start(1)], "year") else None
