"""What cases bring to a comparison: finished texts, keys by which rows are refused, bars to be scaled."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from roi_casebook.appraisal import JudgedCase
from roi_casebook.library.comparison import comparable_amount, conversion_of
from roi_casebook.pages.case.sections import numbered_case
from roi_casebook.pages.lists.aspects import ASPECTS
from roi_casebook.pages.lists.published_cases import CasesInLanguage, PublishedCases, like_view
from roi_casebook.pages.lists.questions_page import questions_page
from roi_casebook.pages.parts.case_in_language import CaseInLanguage, SiteInLanguage
from roi_casebook.pages.site.compare.compare_page import WORDS, compare_page
from roi_casebook.pages.site.compare.compared_case import ANNUAL, compared_data
from roi_casebook.pages.site.compare.side_rows import MINDS, NEEDS, ROWS
from roi_casebook.wording import wording_for
from tests.pages.told import CONFIG, LANGUAGES, SITE, TEMPLATES, full, judged, real

SLUGS = (
    "ebay-paid-search",
    "depaul-ihobo",
    "txt2stop",
    "ibm-internal-blogs",
    "inspired-by-iceland",
)
GONE = {"on": "2026-10-01", "why": {"en": "It was wrong."}}


def shelf_of(cases: tuple[JudgedCase, ...], language: str = "en") -> CasesInLanguage:
    wording = wording_for(language, LANGUAGES[0], SITE.vocabulary)
    site = SiteInLanguage(wording, CONFIG, cases, TEMPLATES, SITE.beside)
    return CasesInLanguage(site, PublishedCases.of(cases))


@cache
def shelf(language: str = "en") -> CasesInLanguage:
    return shelf_of(tuple(map(real, SLUGS)), language)


def read(script: str) -> dict[str, Any]:
    """Read a script of data: all behind its first sign of equality that is no part of a test."""
    found: dict[str, Any] = json.loads(script[script.index("={") + 1 : -2])
    return found


@cache
def brought(slug: str, language: str = "en") -> Mapping[str, Any]:
    own = shelf(language)
    c = CaseInLanguage(real(slug), own.site.wording, CONFIG)
    script = compared_data(own, numbered_case(c))
    assert script.startswith(f'(window.casebookCompared??={{}})["{slug}"]=')
    found: Mapping[str, Any] = json.loads(script.partition("]=")[2][:-2])
    return found


def cell(slug: str, name: str, language: str = "en") -> str:
    tree = LexborHTMLParser(str(brought(slug, language)["html"]))
    node = tree.css_first(f'[data-cell="{name}"]')
    assert node is not None, name
    return " ".join(node.text(separator=" ").split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_each_case_has_every_cell_and_every_aspect(slug: str, language: str) -> None:
    for name in ("head", "strip", "money", "evidence", "soft", *(row.id for row in ROWS)):
        assert cell(slug, name, language), name
    own = brought(slug, language)
    assert set(own["aspects"]) == set(ASPECTS)
    assert set(own["keys"]) >= {*NEEDS, *MINDS, *(row.if_differs for row in ROWS if row.if_differs)}


def test_money_stands_in_one_currency_and_year_with_how_it_came_there() -> None:
    assert "2023" in cell("ebay-paid-search", "money")
    assert "USD for one euro" in cell("ebay-paid-search", "money")
    assert "€" in cell("ebay-paid-search", "cost")
    assert "US$" in cell("ebay-paid-search", "strip")


def test_a_case_without_a_year_of_prices_says_so_and_draws_no_bar() -> None:
    of_no_year = next(one for one in map(real, SITE.cases) if one.leading.basis.price_year is None)
    own = shelf_of((of_no_year,))
    c = CaseInLanguage(of_no_year, own.site.wording, CONFIG)
    found = json.loads(compared_data(own, numbered_case(c)).partition("]=")[2][:-2])
    assert not {"cost", "npv", "annual", "bridge"} & set(found["has"])
    assert found["bars"] == []
    assert "year of its prices is not known" in found["html"]


def test_the_annual_value_is_that_of_the_figures_brought_to_one_money() -> None:
    case = real("inspired-by-iceland")
    figure = case.leading.figures[ANNUAL]
    assert ("annual" in brought("inspired-by-iceland")["has"]) == (figure.value is not None)


@pytest.mark.parametrize("slug", ["ebay-paid-search", "depaul-ihobo"])
def test_bars_are_the_stops_of_the_bridge_in_one_money(slug: str) -> None:
    case, bars = real(slug), brought(slug)["bars"]
    how = conversion_of(case.leading, shelf().comparison)
    steps = case.conditions[case.leading.reading].bridge
    wanted = [comparable_amount(one.npv, how) for one in steps]
    assert [bar[4] for bar in bars[-1 - len(steps) : -1]] == pytest.approx(wanted, rel=1e-5)
    assert bars[-1][4] == pytest.approx(wanted[-1], rel=1e-5)
    assert [bar[0] for bar in bars] == ["start", *["step"] * (len(bars) - 2), "end"]
    for before, bar in pairwise(bars[:-1]):
        assert bar[3] == before[4]


def test_a_published_return_names_what_its_source_says() -> None:
    """Nobody published a sum in euros of 2023: it is what the published return comes to."""
    name = brought("depaul-ihobo")["bars"][0][1]
    assert "Publicis" in name
    assert "£250" in name or "250" in name


def test_a_case_of_soft_results_has_no_money_to_lay_beside_others() -> None:
    has = set(brought("ibm-internal-blogs")["has"])
    assert not has & {"roi", "npv", "annual", "bridge"}
    assert cell("ibm-internal-blogs", "npv") == "benefit unknown"


def test_what_one_result_cost_bears_its_name_and_its_standing() -> None:
    own = brought("txt2stop")
    assert list(own["results"]) == [row for row in own["has"] if row.startswith("result-")]


def test_an_unproven_result_is_marked_as_on_its_own_page() -> None:
    assert "unproven" in cell("ebay-paid-search", "roi")
    assert "unproven" in cell("ebay-paid-search", "npv")


def test_no_note_and_no_id_comes_along() -> None:
    for slug in SLUGS:
        tree = LexborHTMLParser(str(brought(slug)["html"]))
        assert not tree.css("[id], .cb-note")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_leads_on_without_a_script_and_knows_all_cases(language: str) -> None:
    page = compare_page(shelf(language))
    body = LexborHTMLParser(page.body)
    ways = [node.attributes["href"] for node in body.css(".cb-compare__ways a")]
    assert ways == ["questions.html", "cases/index.html"]
    data = read(page.data)
    assert set(data["cases"]) == set(SLUGS)
    assert set(WORDS) < set(data["words"])
    assert set(data["refusals"]) == set(NEEDS)
    assert set(data["minds"]) == set(MINDS)
    assert all(one["remedy"] for one in data["aspects"])
    assert [row["id"] for row in data["rows"]] == [row.id for row in ROWS]


def test_another_figure_is_another_version() -> None:
    """So that no browser shows an old script with a new page."""
    before, same = (read(compare_page(shelf_of((real("txt2stop"),))).data) for _ in range(2))
    moved = replace(real("txt2stop"), leads=real("ebay-paid-search").leads)
    after = read(compare_page(shelf_of((moved,))).data)
    assert before["version"] == same["version"] != after["version"]


def test_a_withdrawn_case_and_an_earlier_name_are_known() -> None:
    gone = judged(full(state="withdrawn", withdrawn=GONE, formerly=[]), "gone")
    renamed = judged(full(formerly=["as-it-was"]), "as-it-is")
    data = read(compare_page(shelf_of((gone, renamed))).data)
    assert list(data["withdrawn"]) == ["gone"]
    assert data["former"] == {"as-it-was": "as-it-is"}
    assert set(data["cases"]) == {"as-it-is"}


def test_ways_in_from_a_case_and_from_a_question() -> None:
    whole = shelf_of(tuple(map(real, SITE.cases)))
    like = like_view(whole, "ebay-paid-search")
    assert like is not None
    assert like.side_by_side.href.startswith("../compare.html?cases=ebay-paid-search+")
    assert like.side_by_side.href.count("+") <= 3
    questions = SITE.beside.questions
    assert questions is not None
    body = LexborHTMLParser(questions_page(whole, questions.questions).body)
    found = [
        node.attributes["href"]
        for node in body.css("a")
        if (node.attributes["href"] or "").startswith("compare.html")
    ]
    few = [one.cases for one in questions.questions.values() if 2 <= len(one.cases) <= 4]
    assert found == [f"compare.html?cases={'+'.join(cases)}" for cases in few]
