"""The cells of the catalogue's table: each a figure with its standing, or why there is none in short.

What a row of the list holds as well (cost, return, horizon, direction) is read from there, and by
the script from the data that rows are made of; `CELLS` are those that the table has alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from roi_casebook.appraisal import JudgedCase
from roi_casebook.pages.lists.published_cases import CasesInLanguage
from roi_casebook.pages.parts.case_rows import CaseRow, Short, result
from roi_casebook.roi.figure_table import CHANCE, NPV
from roi_casebook.wording import Wording

COLUMNS = ("cost", "net", "roi", "result", "chance", "effect", "money", "direction", "horizon")
"""The columns after the title, in their order."""
ORDERED_BY: Mapping[str, str] = {
    "title": "ascending",
    "cost": "ascending",
    "result": "ascending",
    "effect": "descending",
    "money": "descending",
    "horizon": "ascending",
}
"""The columns by which readers may order, and which way that goes at first. What came back (net,
return, chance, gain or loss) is never among them."""
MOST = 5


@dataclass(frozen=True)
class CaseCell:
    """One cell; is_reason: its text says in short why there is nothing; mark: of its evidence, or ""."""

    text: str
    is_reason: bool = False
    mark: str = ""

    @property
    def data(self) -> tuple[str, int, str]:
        """The cell as the script reads it."""
        return self.text, int(self.is_reason), self.mark


def cell(shelf: CasesInLanguage, judged: JudgedCase, name: str) -> CaseCell:
    """Give a cell of `CELLS`."""
    return CELLS[name](shelf, judged)


def _cell_of(short: Short) -> CaseCell:
    return CaseCell(short.text, short.is_reason, short.mark)


def _locks(w: Wording, count: int | None) -> CaseCell:
    if count is None:
        return CaseCell(w.evidence.label("axis_count", "none"), is_reason=True)
    number, most = (w.numbers.number(one) for one in (count, MOST))
    return CaseCell(w.t("table.locks", n=number, most=most))


def _no_result(shelf: CasesInLanguage, judged: JudgedCase) -> CaseCell:
    """Give why there is nothing to say of what a result cost; "" where there is."""
    if shelf.result_costs.of(judged):
        return CaseCell("")
    w = shelf.site.wording
    if judged.evidence.maturity.suppresses_headline:
        return CaseCell(w.figures.reason_short("too_early"), is_reason=True)
    return CaseCell(w.t("table.no_result"), is_reason=True)


CELLS: Mapping[str, Callable[[CasesInLanguage, JudgedCase], CaseCell]] = {
    "net": lambda shelf, judged: _cell_of(result(shelf.site.wording, judged, NPV)),
    "result": _no_result,
    "chance": lambda shelf, judged: _cell_of(result(shelf.site.wording, judged, CHANCE)),
    "effect": lambda shelf, judged: _locks(shelf.site.wording, judged.leads.locks.effect),
    "money": lambda shelf, judged: _locks(shelf.site.wording, judged.leads.locks.money),
}


# For pages without a script ----------------------------------------------------------------------


@dataclass(frozen=True)
class Head:
    """The head of a column; natural: which way an order by it goes at first, "" where there is none."""

    id: str
    label: str
    natural: str


def heads(w: Wording) -> tuple[Head, ...]:
    """Give the heads of all columns, that of the title first."""
    labels = {
        "title": w.t("library.case"),
        "cost": w.t("strip.cost"),
        "net": w.names.short_name(NPV),
        "roi": w.names.short_name("roi"),
        "result": w.t("table.result"),
        "chance": w.t("table.chance"),
        "effect": w.t("table.effect"),
        "money": w.t("table.money"),
        "direction": w.t("facet.direction"),
        "horizon": w.t("table.horizon"),
    }
    return tuple(Head(name, label, ORDERED_BY.get(name, "")) for name, label in labels.items())


@dataclass(frozen=True)
class CaseCells:
    """A row of the table; each column holds one cell, that of results one for each measure."""

    entry: CaseRow
    cells: tuple[tuple[str, tuple[CaseCell, ...]], ...]


def cells_of(shelf: CasesInLanguage, judged: JudgedCase) -> CaseCells:
    """Give the row of a case."""
    entry = shelf.entries[judged.slug]
    cells: dict[str, tuple[CaseCell, ...]] = {
        name: (_cell(shelf, judged, entry, name),) for name in COLUMNS
    }
    costs = shelf.result_costs.of(judged)
    if costs:
        cells["result"] = tuple(
            CaseCell(shelf.result_costs.in_one_line(one)) for one in costs.values()
        )
    return CaseCells(entry, tuple(cells.items()))


def _cell(shelf: CasesInLanguage, judged: JudgedCase, entry: CaseRow, name: str) -> CaseCell:
    if name == "direction":
        return CaseCell(shelf.site.wording.evidence.label("direction", judged.evidence.direction))
    if name == "horizon":
        return CaseCell(entry.horizon)
    if name in CELLS:
        return cell(shelf, judged, name)
    return _cell_of(entry.cost if name == "cost" else entry.roi)
