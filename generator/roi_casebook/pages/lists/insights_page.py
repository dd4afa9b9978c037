"""What all cases together show, on one screen: each count with what it cannot say."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from roi_casebook.appraisal.claims.verdict import State
from roi_casebook.charts import locks_glyph
from roi_casebook.library.insights import Failing, Field, failings, gap_map, missing_most, states
from roi_casebook.pages.lists.library_page import found_table
from roi_casebook.pages.lists.published_cases import CasesInLanguage
from roi_casebook.pages.lists.return_plots import (
    CostReturnView,
    cost_return_view,
    evidence_plot,
)
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_rows import in_short
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.page import Crumb, Page, Section
from roi_casebook.pages.parts.tables import Cell, Table, TableRow, number_columns

SECTIONS = ("ways", "missing", "returns", "failing", "claims", "cost", "map")
MISSING = 4
"""As many items of the checklist are told: those that are missing most often."""
NAMED = 2
"""As many cases are named beside a reason why claims fail."""


@dataclass(frozen=True)
class MapCell:
    """A field of the map: how many cases, the most locks of one as a sign and in words; "" if none."""

    number: str
    locks: Markup
    said: str


@dataclass(frozen=True)
class MapRow:
    """A kind of initiative: its listing, and a field for each objective."""

    kind: Link
    cells: tuple[MapCell, ...]


@dataclass(frozen=True)
class InsightsView:
    """The page.

    returns: "" where no case has one; cost: None where none has both; objectives: the columns of
    the map.
    """

    ways: Table
    returns: Markup
    returns_table: Link
    cost: CostReturnView | None
    missing: Table
    claims: Table
    failing: Table
    objectives: tuple[str, ...]
    rows: tuple[MapRow, ...]
    empty: str
    library: Link
    method: Link


def insights_page(shelf: CasesInLanguage) -> Page:
    """Make the page of a language."""
    site, w = shelf.site, shelf.site.wording
    return Page(
        kind="insights",
        language=w.language,
        address=anchors.INSIGHTS,
        title=w.t("insights.title"),
        description=w.t("insights.description"),
        heading=w.t("insights.title"),
        sections=tuple(Section(name, w.t(f"insights.{name}")) for name in SECTIONS),
        body=site.templates.filled("insights.html", insights=insights_view(shelf), t=w.t),
        alternates=site.alternates(anchors.INSIGHTS),
        crumbs=(Crumb(w.t("masthead.library"), anchors.LIBRARY),),
    )


def insights_view(shelf: CasesInLanguage) -> InsightsView:
    """Compose the page."""
    w, found = shelf.site.wording, gap_map(shelf.cases)
    empty = len(found.kinds) * len(found.objectives) - len(found.fields)
    return InsightsView(
        ways=found_table(shelf),
        returns=evidence_plot(shelf, anchors.INSIGHTS, is_numbered=False),
        returns_table=Link(w.t("insights.returns_table"), f"{anchors.LIBRARY}#plot"),
        cost=cost_return_view(shelf, anchors.INSIGHTS),
        missing=_missing(shelf),
        claims=_claims(shelf),
        failing=_failing(shelf),
        objectives=tuple(w.labels.term("objectives", one).text for one in found.objectives),
        rows=tuple(
            MapRow(
                Link(w.labels.term("kinds", kind).text, anchors.listing("kinds", kind)),
                tuple(_cell(shelf, found.fields.get((kind, one))) for one in found.objectives),
            )
            for kind in found.kinds
        ),
        empty=w.t("insights.empty", n=empty),
        library=Link(w.t("insights.library"), anchors.LIBRARY),
        method=Link(w.t("insights.method"), anchors.METHOD),
    )


def _cell(shelf: CasesInLanguage, found: Field | None) -> MapCell:
    if found is None:
        return MapCell("", Markup(), "")
    w = shelf.site.wording
    said = w.evidence.label("count", str(found.locks))
    return MapCell(w.numbers.number(found.number), locks_glyph(found.locks), said)


def _missing(shelf: CasesInLanguage) -> Table:
    w = shelf.site.wording
    rows = (
        TableRow(
            w.evidence.label("item", one.item),
            (w.numbers.number(one.missing), w.numbers.number(one.applies)),
        )
        for one in missing_most(shelf.cases, MISSING)
        if one.missing
    )
    columns = number_columns(
        w.t("insights.item"), w.t("insights.missing_in"), w.t("insights.applies_to")
    )
    return Table(w.t("insights.missing"), columns, tuple(rows), is_stacked=False)


def _claims(shelf: CasesInLanguage) -> Table:
    w, found = shelf.site.wording, states(shelf.cases)
    rows = tuple(
        TableRow(w.verdicts.label(state), (w.numbers.number(found[state]),))
        for state in get_args(State)
        if found.get(state)
    )
    columns = number_columns(w.t("insights.verdict"), w.t("insights.claims_number"))
    return Table(w.t("insights.claims"), columns, rows, is_stacked=False)


def _failing(shelf: CasesInLanguage) -> Table:
    w = shelf.site.wording
    columns = number_columns(w.t("insights.why"), w.t("library.cases"))
    return Table(w.t("insights.failing"), columns, tuple(_fails(shelf)), is_stacked=False)


def _fails(shelf: CasesInLanguage) -> Iterator[TableRow]:
    w, found = shelf.site.wording, failings(shelf.cases)
    known = {judged.slug: judged for judged in shelf.cases}
    for why in sorted(get_args(Failing), key=lambda why: -len(found.get(why, ()))):
        slugs = found.get(why, ())
        if not slugs:
            continue
        links = tuple(in_short(known[slug], w, anchors.INSIGHTS) for slug in slugs[:NAMED])
        yield TableRow(
            Cell(w.t(f"insights.fails.{why}"), below=(links,)), (w.numbers.number(len(slugs)),)
        )
