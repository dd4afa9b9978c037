"""The sheet of inputs: each number once, with unit, range, source, quotation and address, and its stored twin."""

from collections.abc import Mapping

from roi_casebook.exports.live_workbook.book import Book, BookSheet, Kind
from roi_casebook.exports.live_workbook.chains import Chain
from roi_casebook.exports.live_workbook.stated_numbers import (
    StatedNumber,
    stated_numbers,
    stated_rates,
)
from roi_casebook.exports.live_workbook.taken import Taken, input_cell
from roi_casebook.pages.case.inputs import InputView, inputs_view
from roi_casebook.roi.algebra.expressions import names
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.wording.typography import capitalised

COLUMNS = (
    "name", "value", "unit", "low", "high", "published", "changed", "basis", "source", "quote",
    "address", "note",
)  # fmt: skip
WIDTHS = (34, 14, 14, 11, 11, 14, 9, 13, 28, 40, 34, 44)
NAME, VALUE, UNIT, LOW, HIGH, TWIN, MARK, BASIS, SOURCE, QUOTE, ADDRESS, NOTE = range(len(COLUMNS))
FIRST = 5
CHANGED = "inputs_changed"
"""The cell that says whether some input is another than the case's."""


def write_inputs(book: Book, taken: Taken) -> None:
    """Write the sheet."""
    sheet = BookSheet(book, taken.say("inputs"))
    _write_head(sheet, taken)
    views = {view.id: view for view in inputs_view(taken.c)}
    row = FIRST
    for number in stated_numbers(taken.c.case):
        _write_number(sheet, taken, row, number, views.get(number.anchor))
        row += 1
    for name, value in stated_rates(taken.chains).items():
        _write_value(sheet, row, value, "percent", input_cell(name))
        sheet.text(row, NAME, capitalised(taken.w.names.full_name(name.partition(".")[0])))
        sheet.text(row, BASIS, taken.say("basis.rate"))
        row += 1
    _write_sum_of_changes(sheet, row)
    row += 1
    for name in _constants(taken.chains):
        sheet.text(row, NAME, capitalised(taken.w.names.full_name(name)))
        sheet.number(row, VALUE, CONSTANTS[name][0], "number", input_cell(name))
        sheet.text(row, BASIS, taken.say("basis.constant"))
        row += 1


def _write_head(sheet: BookSheet, taken: Taken) -> None:
    sheet.text(0, 0, taken.w.texts.written(taken.c.case.title).text, bold=True, font_size=14)
    sheet.text(1, 0, taken.say("inputs_told"))
    sheet.text(2, 0, taken.edition)
    for column, width in enumerate(WIDTHS):
        sheet.cells.set_column(column, column, width)
    sheet.head(FIRST - 1, tuple(taken.say(f"column.{each}") for each in COLUMNS))
    sheet.cells.freeze_panes(FIRST, VALUE)
    sheet.cells.repeat_rows(FIRST - 1)


def _write_sum_of_changes(sheet: BookSheet, end: int) -> None:
    """Say in one cell whether any number is another than its twin."""
    last = max(end, FIRST + 1)
    differs = f"($B${FIRST + 1}:$B${last}<>$F${FIRST + 1}:$F${last})"
    sheet.formula(2, MARK, f"IF(SUMPRODUCT(--{differs})>0,1,0)", 0.0, "mark", name=CHANGED)


def _write_number(
    sheet: BookSheet, taken: Taken, row: int, number: StatedNumber, view: InputView | None
) -> None:
    unit = taken.w.numbers.unit(number.unit, taken.c.values.currency)
    kind: Kind = "percent" if number.unit == "share" else "number"
    texts = {NAME: taken.c.links.place(number.name).text, UNIT: "" if kind == "percent" else unit}
    if view is not None:
        texts |= _grounds(taken, view)
    sheet.told(row, {column: (text, WIDTHS[column]) for column, text in texts.items()})
    if number.value is None:
        for column in (VALUE, TWIN):
            sheet.text(row, column, taken.w.t("unknown"), italic=True)
    else:
        _write_value(sheet, row, number.value, kind, input_cell(number.name))
    stated = number.given.range() if number.given else None
    if stated is not None:
        sheet.number(row, LOW, stated.low, kind)
        sheet.number(row, HIGH, stated.high, kind)


def _write_value(sheet: BookSheet, row: int, value: float, kind: Kind, name: str) -> None:
    sheet.entry(row, VALUE, value, kind, name)
    sheet.number(row, TWIN, value, kind)
    sheet.formula(row, MARK, f'IF($B${row + 1}<>$F${row + 1},"●","")', "", "text", align="center")


def _grounds(taken: Taken, view: InputView) -> dict[int, str]:
    """Give what a number rests on, as its page says it, by column."""
    told = (view.assumption, view.looked, view.needs, view.note)
    parts = (*(each.text for each in told if each), *view.years, view.growth, *view.prices)
    return {
        BASIS: taken.say(f"basis.{view.basis}"),
        SOURCE: view.source.text if view.source else "",
        QUOTE: view.quote.text if view.quote else "",
        ADDRESS: view.opened.href if view.opened else "",
        NOTE: " ".join(filter(None, parts)),
    }


def _constants(chains: tuple[Chain, ...]) -> Mapping[str, None]:
    """Give the constants that amounts name, each once."""
    trees = (tree for chain in chains for tree in chain.all_trees())
    return dict.fromkeys(
        each.name for tree in trees for each in names(tree) if each.name in CONSTANTS
    )
