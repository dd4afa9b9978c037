"""The library as a whole: counts, medians where there is enough to compare, returns by evidence.

Never an average, never a ranking. Cases that are unproven are counted and shown with their mark,
and stay out of medians.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.evidence.ratings import Direction
from roi_casebook.library.medians import Median, Tally, medians, tallies
from roi_casebook.library.table import counts, crossed
from roi_casebook.pages.lists.compared_money import ComparedMoney, compared, has_money
from roi_casebook.pages.lists.published_cases import CasesInLanguage
from roi_casebook.pages.lists.results_by_measure import MeasureResults, results_by_measure
from roi_casebook.pages.lists.return_plots import evidence_plot, plotted
from roi_casebook.pages.lists.soft_counts import soft_table_view
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_rows import CaseRow, Short, case_row, result
from roi_casebook.pages.parts.links import Fact, Link
from roi_casebook.pages.parts.money_sources import sources_short
from roi_casebook.pages.parts.page import Page, Section
from roi_casebook.pages.parts.tables import Cell, Column, Table, TableRow, number_columns
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import Wording
from roi_casebook.wording.typography import order_key

SECTIONS = ("found", "groups", "plot", "comparison", "results", "soft")
COLUMNS = ("cases", "with_return", "proven", "exact")
GROUPS: Mapping[str, Callable[[Wording, str], str]] = {
    "sector": lambda w, value: w.labels.term("sectors", value).text,
    "channels": lambda w, value: w.labels.term("channels", value).text,
    "evidence": lambda w, value: w.evidence.label("word", value),
}
"""By which columns of the library's table cases are grouped, and how their values are called."""


@dataclass(frozen=True)
class GroupView:
    """The groups by one property."""

    id: str
    heading: str
    table: Table


@dataclass(frozen=True)
class PlotRow:
    """A case in the plot: its number there, and all that must stand beside its return."""

    number: str
    entry: CaseRow
    basis: str


@dataclass(frozen=True)
class ComparedRow:
    """A case with cost and NPV as stated and for comparison."""

    entry: CaseRow
    npv: Short
    basis: str
    compared: ComparedMoney


@dataclass(frozen=True)
class ComparisonView:
    """All cases with a cost or an NPV in one money, and what the numbers rest on."""

    lead: str
    cost: str
    npv: str
    rows: tuple[ComparedRow, ...]
    sources: tuple[Fact, ...]
    method: Link


@dataclass(frozen=True)
class LibraryView:
    """The page. found: how cases were found, and which way they point; roi, npv: what they are called.

    chart: "" where no case has a return to show; without: how many have none, "" where all have one.
    """

    found: Table
    groups_lead: str
    groups: tuple[GroupView, ...]
    has_medians: bool
    chart: Markup
    without: str
    rows: tuple[PlotRow, ...]
    comparison: ComparisonView
    results: tuple[MeasureResults, ...]
    soft: Table
    insights: Link
    roi: str
    npv: str
    catalogue: Link


def library_page(shelf: CasesInLanguage) -> Page:
    """Make the page of a language."""
    w = shelf.site.wording
    return Page(
        kind="library",
        language=w.language,
        address=anchors.LIBRARY,
        title=w.t("library.title"),
        description=w.t("library.description"),
        heading=w.t("library.title"),
        sections=tuple(Section(name, w.t(f"library.{name}")) for name in SECTIONS),
        body=shelf.site.templates.filled("library.html", library=library_view(shelf), t=w.t),
        alternates=shelf.site.alternates(anchors.LIBRARY),
    )


def library_view(shelf: CasesInLanguage) -> LibraryView:
    """Compose the page."""
    w, least = shelf.site.wording, int(shelf.site.thresholds["median_at_least"].value)
    found = {name: medians(shelf.table, name, least) for name in GROUPS}
    return LibraryView(
        found=found_table(shelf),
        groups_lead=w.t("library.groups_lead", n=least),
        groups=tuple(_group(shelf, name, found[name]) for name in GROUPS),
        has_medians=any(found.values()),
        chart=evidence_plot(shelf, anchors.LIBRARY, is_numbered=True),
        without=_without(shelf),
        rows=tuple(_plot_rows(shelf)),
        comparison=_comparison(shelf),
        results=results_by_measure(shelf),
        soft=soft_table_view(w, shelf.cases),
        insights=Link(w.t("insights.title"), anchors.INSIGHTS),
        roi=w.names.short_name("roi"),
        npv=w.names.short_name("npv"),
        catalogue=Link(w.t("home.all_cases", n=len(shelf.cases)), anchors.CASES),
    )


# How cases were found --------------------------------------------------------------------------------


def found_table(shelf: CasesInLanguage) -> Table:
    """Count the cases by how they were found, and which way they point in money."""
    w, directions = shelf.site.wording, _directions(shelf)
    return Table(
        label=w.t("library.found"),
        columns=number_columns(
            w.t("library.found_by"),
            w.t("library.cases"),
            *(w.evidence.label("direction", name) for name in directions),
        ),
        rows=(*_found_rows(shelf), _all_found(shelf)),
        is_stacked=False,
    )


def _directions(shelf: CasesInLanguage) -> tuple[str, ...]:
    """Give the ways in which some case points: a column of noughts alone says nothing."""
    found = counts(shelf.table, "direction")
    return tuple(direction for direction in get_args(Direction) if direction in found)


def _found_rows(shelf: CasesInLanguage) -> Iterator[TableRow]:
    w, cells = shelf.site.wording, crossed(shelf.table, "found_by", "direction")
    for how, total in counts(shelf.table, "found_by").items():
        numbers = (cells.get((how, direction), 0) for direction in _directions(shelf))
        yield TableRow(
            w.labels.label("found_by", how), tuple(map(w.numbers.number, (total, *numbers)))
        )


def _all_found(shelf: CasesInLanguage) -> TableRow:
    w, found = shelf.site.wording, counts(shelf.table, "direction")
    numbers = (found.get(direction, 0) for direction in _directions(shelf))
    cells = tuple(map(w.numbers.number, (len(shelf.table), *numbers)))
    return TableRow(w.t("library.all"), cells, kind="total")


# Groups ------------------------------------------------------------------------------------------------


def _group(shelf: CasesInLanguage, column: str, found: tuple[Median, ...]) -> GroupView:
    w, heading = shelf.site.wording, shelf.site.wording.t(f"library.by.{column}")
    rows = [_tallied(w, column, tally, found) for tally in tallies(shelf.table, column)]
    if column != "evidence":
        rows.sort(key=lambda row: order_key(str(row.head)))
    columns = number_columns(w.t("library.by.type"), *(w.t(f"library.{name}") for name in COLUMNS))
    table = Table(heading, (*columns, Column(w.t("library.median"))), tuple(rows))
    return GroupView(anchors.of("group", column), heading, table)


def _tallied(w: Wording, column: str, tally: Tally, found: tuple[Median, ...]) -> TableRow:
    numbers = (tally.cases, tally.with_return, tally.proven, tally.exact)
    medians = [_median(w, one) for one in found if one.value == tally.value]
    shown = Cell(w.t("library.too_few"), "reason")
    if medians:
        shown = Cell(medians[0], lines=tuple(medians[1:]))
    return TableRow(GROUPS[column](w, tally.value), (*map(w.numbers.number, numbers), shown))


def _median(w: Wording, one: Median) -> str:
    low, median, high = (
        w.figures.value(Figure("roi", "ratio", x), x, "") for x in (one.low, one.median, one.high)
    )
    whole = w.t("library.median_of", median=median, low=low, high=high, n=one.cases)
    return ", ".join([whole, *_basis_of_median(w, one)])


def _basis_of_median(w: Wording, one: Median) -> Iterator[str]:
    """Say what the returns share, and from where to where they differ."""
    yield w.labels.label("accounts", one.perspective)
    yield from filter(
        None,
        (
            w.labels.label("benefit", one.benefit),
            w.labels.label("counterfactual", one.counterfactual),
        ),
    )
    yield w.labels.label("prices", one.prices)
    yield w.t("library.median_rates", rates=_ends(w, *map(w.numbers.percent_exact, one.rates)))
    yield w.t("horizon", years=_ends(w, *map(w.times.horizon, one.years)))
    yield w.catalogue.listed([w.labels.label("status", status) for status in one.statuses])
    if one.limited:
        yield w.t("library.median_limited", n=one.limited)


def _ends(w: Wording, low: str, high: str) -> str:
    """Write the lowest and the highest, or the one that all share."""
    return low if low == high else w.t("range", low=low, high=high, unit="")


# Return against evidence ---------------------------------------------------------------------------------


def _without(shelf: CasesInLanguage) -> str:
    number = len(shelf.cases) - len(plotted(shelf))
    return shelf.site.wording.t("library.plot_without", n=number) if number else ""


def _plot_rows(shelf: CasesInLanguage) -> Iterator[PlotRow]:
    w = shelf.site.wording
    for number, judged in enumerate(plotted(shelf), 1):
        basis = ", ".join(w.say.basis(judged.leading.basis).chips)
        yield PlotRow(str(number), case_row(judged, w, anchors.LIBRARY), basis)


# In one currency -----------------------------------------------------------------------------------------


def _comparison(shelf: CasesInLanguage) -> ComparisonView:
    w, to = shelf.site.wording, shelf.comparison
    cases = [judged for judged in shelf.cases if has_money(judged)]
    money = w.labels.money_of(to)
    return ComparisonView(
        lead=w.t("comparison.lead", money=money, year=str(to.year)),
        cost=w.t("comparison.cost", money=money),
        npv=w.t("comparison.npv", money=money),
        rows=tuple(_compared(shelf, judged) for judged in cases),
        sources=sources_short(w, to, {judged.case.money.currency for judged in cases}),
        method=Link(w.t("comparison.method"), f"{anchors.METHOD}#comparison"),
    )


def _compared(shelf: CasesInLanguage, judged: JudgedCase) -> ComparedRow:
    w = shelf.site.wording
    basis = ", ".join(w.say.basis(judged.leading.basis).chips)
    return ComparedRow(
        case_row(judged, w, anchors.LIBRARY),
        result(w, judged, "npv"),
        basis,
        compared(judged, w, shelf.comparison),
    )
