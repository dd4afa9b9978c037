"""Workbooks computed anew by LibreOffice, and read back: a cell by its name, by its place, whether it is a formula."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

SOFFICE = os.environ.get("SOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""The setting without which LibreOffice believes what a workbook says that its formulas gave."""
SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
Value = float | str | bool


def recomputed(books: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """Give workbooks, by name, as LibreOffice saves them after computing every formula."""
    if not books:  # with nothing to do it would wait for somebody
        return {}
    given, made, profile = (folder / name for name in ("given", "made", "profile"))
    for each in (given, made, profile / "user"):
        each.mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
    for name, content in books.items():
        (given / f"{name}.xlsx").write_bytes(content)
    assert SOFFICE
    command = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
               "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(made),
               *(str(given / f"{name}.xlsx") for name in books)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=580)
    return {name: (made / f"{name}.xlsx").read_bytes() for name in books}


@dataclass(frozen=True)
class Cells:
    """A workbook as it was saved."""

    content: bytes

    def at(self, sheet: str, cell: str) -> Value | None:
        """Give what a cell holds; None for one that is empty."""
        return self._cells[sheet].get(cell, (None, False))[0]

    def named(self, name: str) -> Value | None:
        """Give what a named cell holds."""
        return self.at(*self.places[name])

    @cached_property
    def formulas(self) -> dict[tuple[str, str], Value | None]:
        """Every formula cell with what it holds."""
        return {
            (sheet, cell): value
            for sheet, cells in self._cells.items()
            for cell, (value, is_formula) in cells.items()
            if is_formula
        }

    @cached_property
    def places(self) -> dict[str, tuple[str, str]]:
        """The sheet and cell of each name."""
        found = {}
        for name in self._part("xl/workbook.xml").iter(f"{SHEETS}definedName"):
            match = re.fullmatch(r"(?:'(.*)'|([^'!]*))!\$([A-Z]+)\$([0-9]+)", name.text or "")
            if match:
                sheet = (match[1] or match[2]).replace("''", "'")
                found[name.attrib["name"]] = (sheet, match[3] + match[4])
        return found

    @cached_property
    def _zip(self) -> ZipFile:
        return ZipFile(BytesIO(self.content))

    def _part(self, path: str) -> ET.Element:
        return ET.fromstring(self._zip.read(path))  # noqa: S314 -- our own files

    @cached_property
    def files(self) -> dict[str, str]:
        """The part that holds each sheet."""
        targets = {
            one.attrib["Id"]: one.attrib["Target"]
            for one in self._part("xl/_rels/workbook.xml.rels")
        }
        return {
            sheet.attrib["name"]: "xl/" + targets[sheet.attrib[RELATION]].removeprefix("/xl/")
            for sheet in self._part("xl/workbook.xml").iter(f"{SHEETS}sheet")
        }

    @cached_property
    def _texts(self) -> list[str]:
        if "xl/sharedStrings.xml" not in self._zip.namelist():
            return []
        return ["".join(one.itertext()) for one in self._part("xl/sharedStrings.xml")]

    @cached_property
    def _cells(self) -> dict[str, dict[str, tuple[Value | None, bool]]]:
        return {
            sheet: {
                cell.attrib["r"]: (self._value(cell), cell.find(f"{SHEETS}f") is not None)
                for cell in self._part(path).iter(f"{SHEETS}c")
            }
            for sheet, path in self.files.items()
        }

    def _value(self, cell: ET.Element) -> Value | None:
        value = cell.find(f"{SHEETS}v")
        kind = cell.attrib.get("t", "n")
        if value is None or value.text is None:
            return "" if kind == "str" else None
        match kind:
            case "s":
                return self._texts[int(value.text)]
            case "str" | "e":
                return value.text
            case "b":
                return value.text == "1"
        return float(value.text)


def with_input(content: bytes, name: str, value: float) -> bytes:
    """Give a workbook with another number in a named cell: what a reader who types it would have."""
    cells = Cells(content)
    sheet, cell = cells.places[name]
    path, made = cells.files[sheet], BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename == path:
                held = re.compile(rf'(<c r="{cell}"[^>]*><v>)[^<]*(</v>)'.encode())
                text, count = held.subn(rf"\g<1>{value!r}\g<2>".encode(), text)
                assert count == 1, name
            new.writestr(part, text)
    return made.getvalue()
