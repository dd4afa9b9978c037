"""Workbooks made for tests, cell by cell, as spreadsheet programs store them."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from roi_casebook.editing.importing.template_sheet import workbook_bytes

MAIN = "xl/worksheets/sheet1.xml"


def workbook(path: Path, rows: list[list[str | int]], **changed: str) -> Path:
    """Write a workbook; changed: in its sheet, the XML of a cell by its address (`B2`), or `merged`."""
    with ZipFile(BytesIO(workbook_bytes(rows, "Sheet"))) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    for address, xml in changed.items():
        parts[MAIN] = _with(parts[MAIN], address, xml)
    with ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return path


def _with(sheet: str, address: str, xml: str) -> str:
    if address == "merged":
        return sheet.replace("</sheetData>", f'</sheetData><mergeCells><mergeCell ref="{xml}"/></mergeCells>')  # fmt: skip
    start = sheet.index(f'<c r="{address}"')
    end = sheet.index("</c>", start) + len("</c>")
    return f"{sheet[:start]}{xml}{sheet[end:]}"
