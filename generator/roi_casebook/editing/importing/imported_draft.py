"""`casebook import`: a sheet to the text of a draft: inputs with sources to be named, lines over them."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from roi_casebook.editing.drafting.filled_template import filled_in, head_of_scaffold
from roi_casebook.editing.drafting.known_facts import all_digits_of
from roi_casebook.editing.drafting.shortest import ARTICLE, parts, put
from roi_casebook.editing.importing.cells import SheetOfCells, UnreadableFileError
from roi_casebook.editing.importing.comma_file import sheets_in_comma_file
from roi_casebook.editing.importing.sheet_table import SheetRow, SheetTable
from roi_casebook.editing.importing.sheet_words import SIDES
from roi_casebook.editing.importing.workbook import sheets_in_workbook
from roi_casebook.problems import did_you_mean
from roi_casebook.reading.model.validation import plain_words

LONGEST_ID = 40
_MONTHS = 12
_ENDINGS = {".xlsx": sheets_in_workbook, ".csv": sheets_in_comma_file}


def chosen_sheet(path: Path, name: str | None) -> SheetOfCells:
    """Give a sheet of a file by its name, or its only one. Errors: UnreadableFileError, OSError."""
    reader = _ENDINGS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableFileError(f"{path} is no .xlsx or .csv: save it as one of them")
    sheets = [sheet for sheet in reader(path) if sheet.cells]
    names = [sheet.name for sheet in sheets]
    if name is not None and name not in names:
        raise UnreadableFileError(f"no sheet {name!r} in {path}; {did_you_mean(name, names)}")
    if name is None and len(sheets) != 1:
        held = (
            f"holds the sheets {', '.join(names)}: name one with --sheet" if names else "is empty"
        )
        raise UnreadableFileError(f"{path} {held}")
    return sheets[names.index(name) if name else 0]


def draft_of(
    table: SheetTable, today: date, currency: str, languages: tuple[str, ...] | None
) -> str:
    """Give the text of a draft that holds the rows of a table."""
    money = table.currency or currency
    head = head_of_scaffold(today.isoformat(), money, _years(table.moments))
    if table.start:
        head = head.replace("start: 2000", f"start: {table.start}")
        head = head.replace("price_year: 2000", f"price_year: {table.start[:4]}")
    named = _named(table.rows)
    body = ["inputs:                             # <inputs>\n", *(_input(name, row, money) for name, row in named.items())]  # fmt: skip
    for side in SIDES:
        lines = [
            _line(name, row) for name, row in named.items() if row.side == side and not row.unit
        ]
        body += [f"{side}:\n", *lines] if lines else [f"{side}: {{}}\n"]
    return filled_in("".join([head, *body]), languages)


def _years(moments: tuple[str, ...]) -> int:
    """Give the horizon: the last year from the start, or the years that so many months take."""
    if moments[-1].isdigit():
        return max(1, int(moments[-1]))
    return (len(moments) - 1) // _MONTHS + 1


def _named(rows: list[SheetRow]) -> dict[str, SheetRow]:
    """Give each row an id of its own, made of its label."""
    named: dict[str, SheetRow] = {}
    for row in rows:
        words = "_".join(plain_words(row.label))[:LONGEST_ID].lstrip("0123456789_").rstrip("_")
        name = own = words or "row"
        for number in range(2, len(rows) + 2):
            if own not in named:
                break
            own = f"{name}_{number}"
        named[own] = row
    return named


def _input(name: str, row: SheetRow, money: str) -> str:
    known, unit = dict(row.values), row.unit or money
    kind = "known" if len(known) == 1 else "series"
    written = _number(next(iter(known.values())), unit) if kind == "known" else _series(known, unit)
    line = put(parts()["inputs"][kind], NAME=name, VALUE=written, UNIT=unit, SOURCE=ARTICLE)
    if None in known.values():
        line = line.replace("}\n", ", looked: {LANGUAGE: <looked>}}\n")
    return line.replace("}\n", f"}}   # {row.where}\n")


def _series(values: Mapping[str, float | None], unit: str) -> str:
    return f"{{{', '.join(f'{at}: {_number(each, unit)}' for at, each in values.items())}}}"


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return "unknown"
    return f"{value * 100:.12g}%" if unit == "share" else all_digits_of(value)


def _line(name: str, row: SheetRow) -> str:
    """Give the line that a row is: its label as the sheet has it, its amounts by the years it has."""
    moments = list(row.values)
    part = parts()[str(row.side)]
    text = put(part, AMOUNT=name, WHEN=_when(moments))
    lines = text.splitlines(keepends=True)
    lines[:2] = [f"  {name}:\n", f"    label: {json.dumps(row.label, ensure_ascii=False)}\n"]
    return "".join(lines)


def _when(moments: list[str]) -> str:
    """Give the span from the first to the last: a row has no gap between them."""
    if len(moments) == 1:
        return moments[0]
    joint = "-" if moments[0].isdigit() else ".."
    return f"{moments[0]}{joint}{moments[-1]}"
