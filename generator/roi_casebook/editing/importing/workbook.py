"""An .xlsx file as sheets of cells: what it stores, nothing computed.

Such a file is a zip of XML parts (ECMA-376, part 1, chapter 18): the sheets, the texts they share, the
number formats. Read here by the standard library, with limits, since it comes from anywhere.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from posixpath import join, normpath
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import BadZipFile, ZipFile

from roi_casebook.editing.importing.cells import (
    Place,
    SheetCell,
    SheetOfCells,
    UnreadableFileError,
    place_of,
)

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LARGEST_PART = 20_000_000
"""Bytes of a part when unpacked: a sheet of a case has some thousand."""
MOST_CELLS = 20_000
_FIRST_DAY = date(1899, 12, 30)
_FIRST_DAY_OF_1904 = date(1904, 1, 1)
_LAST_SERIAL = 2_958_465
_DATES = {*range(14, 23), *range(45, 48)}
_SHARES = {9, 10}
_BOOLEAN = {"0": "FALSE", "1": "TRUE"}
_NO_DATE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|General', re.IGNORECASE)


def sheets_in_workbook(path: Path) -> list[SheetOfCells]:
    """Give the sheets of a workbook in their order. Errors: UnreadableFileError, OSError."""
    try:
        with ZipFile(path) as package:
            return list(_Workbook(package).sheets())
    except (
        BadZipFile,
        ParseError,
        KeyError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise UnreadableFileError(
            f"{path} cannot be read as a workbook ({error}): save it as .xlsx or .csv"
        ) from None


class _Workbook:
    """The parts of one package."""

    def __init__(self, package: ZipFile) -> None:
        self.package = package
        self.texts = [_text(each) for each in self._optional("xl/sharedStrings.xml")]
        self.formats = list(_formats(self._optional("xl/styles.xml")))

    def sheets(self) -> Iterator[SheetOfCells]:
        """Give each sheet that shows."""
        book = self._part("xl/workbook.xml")
        properties = book.find(f"{MAIN}workbookPr")
        since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        first = _FIRST_DAY_OF_1904 if since_1904 else _FIRST_DAY
        paths = {
            each.get("Id"): each.get("Target", "")
            for each in self._part("xl/_rels/workbook.xml.rels")
        }
        for each in book.iter(f"{MAIN}sheet"):
            if each.get("state", "visible") == "visible":
                target = paths[each.get(RELATED)]
                part = self._part(
                    target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
                )
                merged = tuple(one.get("ref", "") for one in part.iter(f"{MAIN}mergeCell"))
                yield SheetOfCells(each.get("name", ""), dict(self._cells(part, first)), merged)

    def _cells(self, part: Element, first: date) -> Iterator[tuple[Place, SheetCell]]:
        for count, cell in enumerate(part.iter(f"{MAIN}c")):
            if count >= MOST_CELLS:
                raise UnreadableFileError(
                    f"a sheet holds more than {MOST_CELLS} cells: keep the table alone in it"
                )
            read = self._cell(cell, first)
            if read.value not in (None, "") or read.formula or read.error:
                yield place_of(cell.get("r", "")), read

    def _cell(self, cell: Element, first: date) -> SheetCell:
        kind, stored = cell.get("t", "n"), cell.findtext(f"{MAIN}v")
        written = cell.find(f"{MAIN}f")
        formula = "" if written is None else f"={written.text or ' ...'}"
        if kind == "e":
            return SheetCell(None, formula, error=stored or "#ERROR")
        if kind == "inlineStr":
            inline = cell.find(f"{MAIN}is")
            return SheetCell("" if inline is None else _text(inline), formula)
        if stored is None or kind in ("str", "d"):
            return SheetCell(stored, formula)
        if kind in ("s", "b"):
            return SheetCell(self.texts[int(stored)] if kind == "s" else _BOOLEAN[stored], formula)
        return self._number(float(stored), int(cell.get("s", "0")), formula, first)

    def _number(self, number: float, style: int, formula: str, first: date) -> SheetCell:
        kind = self.formats[style] if style < len(self.formats) else ""
        if kind == "date" and 0 < number < _LAST_SERIAL:
            return SheetCell(first + timedelta(days=int(number)), formula)
        return SheetCell(number, formula, is_share=kind == "share")

    def _optional(self, name: str) -> Element:
        return self._part(name) if name in self.package.namelist() else Element("none")

    def _part(self, name: str) -> Element:
        if self.package.getinfo(name).file_size > LARGEST_PART:
            raise UnreadableFileError(
                f"{name} in the workbook is too large: keep the table alone in it"
            )
        raw = self.package.read(name)
        if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
            raise UnreadableFileError(
                "the workbook declares entities, as no spreadsheet program does: it is not opened"
            )
        return fromstring(raw)  # noqa: S314 -- entities are refused above, the size is held


def _text(item: Element) -> str:
    """Give the text of a shared string, without what tells how to pronounce it."""
    own = [item.findtext(f"{MAIN}t") or ""]
    runs = [run.findtext(f"{MAIN}t") or "" for run in item.iter(f"{MAIN}r")]
    return "".join([*own, *runs]).strip()


def _formats(styles: Element) -> Iterator[str]:
    """Give what each style of a cell shows: a date, a share, or ""."""
    own: Mapping[str, str] = {
        each.get("numFmtId", ""): each.get("formatCode", "")
        for each in styles.iter(f"{MAIN}numFmt")
    }
    used = styles.find(f"{MAIN}cellXfs")
    for each in () if used is None else used:
        number = each.get("numFmtId", "0")
        yield _kind(int(number), own.get(number, ""))


def _kind(number: int, code: str) -> str:
    plain = _NO_DATE.sub("", code)
    if number in _SHARES or "%" in plain:
        return "share"
    return "date" if number in _DATES or re.search("[dmy]", plain, re.IGNORECASE) else ""
