"""The workbook to fill in: one sheet as `casebook import` reads it, in the language of the site."""

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from markupsafe import escape

from roi_casebook.editing.chosen_case import UnknownNameError
from roi_casebook.editing.importing.cells import address
from roi_casebook.reading.files.disk import write_new_bytes
from roi_casebook.wording.catalogue import Catalogue

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_YEARS = 4
_FIXED = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can state: one and the same file, whenever it is written."""

Value = str | int


def template_rows(words: Catalogue, currency: str, today: date) -> list[list[Value]]:
    """Give the rows of the sheet, one row of numbers a side as an example."""
    told = [words.entry("template_sheet", key) for key in ("currency", "line", "unit", "costs", "a_cost", "benefits", "a_benefit", "others", "an_other")]  # fmt: skip
    money, line, unit, costs, cost, benefits, benefit, others, other = told
    years = [today.year - _YEARS + number for number in range(1, _YEARS + 1)]
    return [
        [money, currency],
        [],
        [line, unit, *years],
        [costs],
        [cost, "", 12000, 2000, 2000, 2000],
        [benefits],
        [benefit, "", 0, 4000, 9000, 9000],
        [others],
        [other, "order", 120, 310, 480, 500],
    ]


def write_template(path: Path, words: Catalogue, currency: str, today: date) -> None:
    """Write the workbook. Errors: UnknownNameError where a file is there."""
    try:
        write_new_bytes(path, workbook_bytes(template_rows(words, currency, today), words.entry("template_sheet", "name")))  # fmt: skip
    except FileExistsError:
        raise UnknownNameError(f"{path} is there already") from None


def workbook_bytes(rows: list[list[Value]], name: str) -> bytes:
    """Give a workbook of one sheet: the fewest parts that spreadsheet programs open."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as package:
        for part, text in _package_parts(rows, name).items():
            package.writestr(ZipInfo(part, _FIXED), _HEAD + text)
    return held.getvalue()


def _package_parts(rows: list[list[Value]], name: str) -> dict[str, str]:
    types = f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/></Types>'
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets><sheet name="{escape(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}"><cols><col min="1" max="1" width="44" customWidth="1"/></cols><sheetData>{"".join(_row(number, row) for number, row in enumerate(rows, start=1))}</sheetData></worksheet>',
    }


def _relations(kind: str, target: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'


def _row(number: int, values: list[Value]) -> str:
    cells = (_cell(address((number, column)), each) for column, each in enumerate(values, start=1) if each != "")  # fmt: skip
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(at: str, value: Value) -> str:
    if isinstance(value, int):
        return f'<c r="{at}"><v>{value}</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
