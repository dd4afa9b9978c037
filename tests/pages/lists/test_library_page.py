"""The library as a whole: counts, medians only where there is enough, returns never alone."""

from functools import cache

import pytest

from roi_casebook.appraisal import JudgedCase
from roi_casebook.config import SiteConfig
from roi_casebook.pages.lists.library_page import LibraryView, library_page, library_view
from roi_casebook.pages.lists.published_cases import CasesInLanguage, PublishedCases
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.tables import Cell
from roi_casebook.pages.site.method_judging import judging_view
from roi_casebook.wording import wording_for
from tests.pages.told import (
    CONFIG,
    LANGUAGES,
    REAL,
    SITE,
    TEMPLATES,
    drawn,
    half_sentence_leads,
    judged,
    parsed,
    real,
    text_of,
    words,
)


@cache
def drawn_cases(number: int) -> tuple[JudgedCase, ...]:
    return tuple(judged(drawn(), f"drawn-{k}") for k in range(number))


def shelf(
    cases: tuple[JudgedCase, ...], language: str = "en", config: SiteConfig = CONFIG
) -> CasesInLanguage:
    wording = wording_for(language, LANGUAGES[0], SITE.vocabulary)
    return CasesInLanguage(
        SiteInLanguage(wording, config, cases, TEMPLATES), PublishedCases.of(cases)
    )


def real_view(language: str = "en") -> LibraryView:
    return library_view(shelf(tuple(map(real, REAL)), language))


def test_cases_are_counted_by_how_they_were_found_and_which_way_they_point() -> None:
    shown = real_view()
    names = [column.name for column in shown.found.columns]
    assert names[2:] == ["Loss", "Not known"], "ways in which no case points are left out"
    *rows, total = ([int(words(cell)) for cell in row.cells] for row in shown.found.rows)
    assert total[0] == 5
    assert [sum(column) for column in zip(*rows, strict=True)] == total


def test_what_grows_with_the_library_is_folded() -> None:
    """A row a case is read by who looks for a case; the page stays a few screens long."""
    made = parsed(library_page(shelf(tuple(map(real, REAL)))).body)
    found = made.css_first("#found ~ .cb-table table")
    assert found is not None
    standing = len(made.css("tbody tr")) - len(made.css("details tbody tr"))
    assert standing == len(found.css("tbody tr"))


def test_where_there_is_too_little_no_median_stands_and_the_page_says_so() -> None:
    shown = real_view()
    assert not shown.has_medians
    made = library_page(shelf(tuple(map(real, REAL)))).body
    assert "there is no median to show" in text_of(made)


def test_medians_need_as_many_proven_cases_as_the_threshold_says() -> None:
    few, enough = drawn_cases(4), drawn_cases(5)
    assert not library_view(shelf(few)).has_medians
    (sector, *_) = library_view(shelf(enough)).groups
    (row,) = sector.table.rows
    *numbers, median = row.cells
    assert numbers == ["5", "5", "5", "5"]
    assert median == Cell(
        "−29% (−29% to −29%), 5 cases, the payer’s accounts, contribution margin counted, net of what"
        " would have come anyway, nominal (prices of the day), discounted at 8% a year, over 3\u00a0years, observed,"
        " 5 with limited evidence"
    )
    config = CONFIG.model_copy(update={"thresholds": {"median_at_least": 2}})
    assert library_view(shelf(few, config=config)).has_medians


def test_every_case_with_a_return_is_in_the_plot_and_in_its_table() -> None:
    half = "ibm-enterprise-tagging"
    cases = (half_sentence_leads() if slug == half else real(slug) for slug in REAL)
    shown = library_view(shelf(tuple(cases)))
    assert [row.number for row in shown.rows] == ["1", "2"]
    tagging = next(row for row in shown.rows if "Tagging" in row.entry.title.text)
    assert tagging.entry.roi.mark == "unproven"
    assert tagging.entry.npv is not None
    assert tagging.entry.cost.text.startswith("at least")
    assert "over 1\u00a0year" in tagging.basis
    assert shown.without == "3 cases have no return to show, or were measured too early."


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_sound(language: str) -> None:
    cases = (*map(real, REAL), *drawn_cases(2))
    made = library_page(shelf(cases, language))
    tree = parsed(made.body)
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    assert [section.id for section in made.sections] == [
        node.attributes["id"] for node in tree.css("h2")
    ]
    assert len(tree.css("figure.cb-chart--evidence")) == 1


def test_the_method_page_says_what_gives_a_lock_back_and_that_nobody_known_measured() -> None:
    shown = judging_view(shelf(()).site)
    assert shown.bonuses == (
        "Others found the same, independently",
        "The plan was registered before the results were known",
    )
    assert "Who measured the result is not known" in shown.deductions


def test_an_empty_library_has_a_page_too() -> None:
    shown = library_view(shelf(()))
    assert (shown.rows, shown.chart, shown.found.rows[-1].cells[0]) == ((), "", "0")


def test_the_method_page_prints_every_threshold_and_what_a_site_changed() -> None:
    config = CONFIG.model_copy(update={"thresholds": {"decayed_after": 8}})
    rows = judging_view(shelf((), config=config).site).thresholds.rows
    assert [row.id.removeprefix("threshold-") for row in rows] == list(SITE.thresholds)
    values = {row.id: row.cells[0] for row in rows}
    own = {name: cell for name, cell in values.items() if isinstance(cell, Cell) and cell.below}
    (below,) = own.pop("threshold-decayed_after").below
    assert words(values["threshold-decayed_after"]) == "8\u00a0years"
    assert "5\u00a0years" in str(below)
    assert own == {}
