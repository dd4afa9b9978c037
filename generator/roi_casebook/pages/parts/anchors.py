"""The ids within pages: what a figure, a note, an input, a term is called in an address.

They are permanent: others link to them. Ids of a case hold no hyphen, so that parts stay apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from roi_casebook.reading.rules.library import WORKING

METHOD = "method.html"
SOURCES = "sources.html"
CASES = "cases/index.html"
CASES_TABLE = "cases/index.table.html"
"""No slug holds a dot, so it is no case's."""
GUIDE = "guide.html"
LIBRARY = "library.html"
QUESTIONS = "questions.html"
INSIGHTS = "insights.html"
EDITORS = "editors.html"
HOME = "index.html"
LISTINGS = "listings.html"
COMPARE = "compare.html"
ASKED = "cases"
"""What the address of a comparison asks for: slugs, joined by +."""
FEWEST_COMPARED, MOST_COMPARED = 2, 4
"""So many cases stand side by side."""
CASE = "case"
"""Where no line states it, the whole case does."""


@dataclass(frozen=True)
class Target:
    """What a note uses: a note, an input, a line (whose amount is unknown) or a setting.

    name: of the quantity, the input or the setting; line: the id of the line, where there is one.
    """

    kind: Literal["note", "input", "line", "setting"]
    name: str
    line: str | None = None


def case_address(slug: str) -> str:
    """Give the address of a case."""
    return f"cases/{slug}.html"


def working_address(slug: str) -> str:
    """Give the address of the working of a case."""
    return f"cases/{slug}{WORKING}.html"


def data_address(slug: str) -> str:
    """Give the address of the file of a case, in the site and not in a language's root."""
    return f"cases/{slug}.yml"


def citation(slug: str) -> str:
    """Give the address of the citation of a case, for reference managers."""
    return f"cases/{slug}.bib"


def workbook_address(slug: str) -> str:
    """Give the address of the workbook of a case in the root of a language."""
    return f"cases/{slug}.xlsx"


def what_if_address(slug: str) -> str:
    """Give the address of the script that computes a case anew, in the root of a language."""
    return f"cases/{slug}-what-if.js"


def listing(folder: str, value: str) -> str:
    """Give the address of the cases with one value of a facet."""
    return f"{folder}/{value.lower()}.html"


def beside(address: str) -> str:
    """Give the address of the script of data that stands beside a page."""
    return address.replace(".html", ".js")


def comparing(slugs: Iterable[str]) -> str:
    """Give the address at which cases stand side by side, in the order given."""
    return f"{COMPARE}?{ASKED}={'+'.join(slugs)}"


def of(kind: str, *parts: str) -> str:
    """Give the id of an input, a line, a source ...: ``input-wage``, ``input-rework--margin``."""
    return f"{kind}-{'--'.join(parts)}"


def in_reading(reading: str | None, anchor: str) -> str:
    """Give the id of a thing that every reading has; the leading reading is None."""
    return f"reading-{reading}--{anchor}" if reading else anchor


def note(name: str, line: str | None, reading: str | None) -> str:
    """Give the id of a numbered note."""
    return in_reading(reading, of("note", name, *([line] if line else [])))


def target(wanted: Target, reading: str | None) -> str:
    """Give the id of what a note uses, on the page of its case or on that of the method."""
    if wanted.kind == "note":
        return note(wanted.name, wanted.line, reading)
    if wanted.kind == "input":
        return of("input", *([wanted.line] if wanted.line else []), wanted.name)
    if wanted.kind == "line":
        return of("line", wanted.name)
    return of("quantity", wanted.name)
