"""The catalogue: its pages, its filters, and the data that its script filters."""

import json
import re
from itertools import islice
from typing import Any

import pytest

from roi_casebook.appraisal import JudgedCase
from roi_casebook.pages.lists.cases_table_pages import cases_table_pages
from roi_casebook.pages.lists.catalogue_cells import CELLS, COLUMNS, ORDERED_BY, cell
from roi_casebook.pages.lists.catalogue_data import NAME
from roi_casebook.pages.lists.catalogue_orders import ORDERS, order
from roi_casebook.pages.lists.catalogue_page import catalogue_pages
from roi_casebook.pages.lists.catalogue_ranges import RANGES
from roi_casebook.pages.lists.facets import FACETS
from roi_casebook.pages.lists.listing_pages import ROWS
from roi_casebook.pages.lists.published_cases import CasesInLanguage, PublishedCases
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.page import Page
from roi_casebook.wording import wording_for
from tests.many_cases import many_cases
from tests.pages.told import CONFIG, LANGUAGES, REAL, ROOT, SITE, TEMPLATES, parsed, real, text_of

FEW = [real(slug) for slug in REAL]
MANY = list(islice(many_cases(FEW, SITE.vocabulary), 2 * ROWS + 7))


def shelf(cases: list[JudgedCase], language: str = "en") -> CasesInLanguage:
    wording = wording_for(language, LANGUAGES[0], SITE.vocabulary)
    return CasesInLanguage(
        SiteInLanguage(wording, CONFIG, cases, TEMPLATES), PublishedCases.of(cases)
    )


SHELF = shelf(MANY)
PAGES = catalogue_pages(SHELF)


def data(page: Page) -> dict[str, Any]:
    name, _, value = page.data.partition("=")
    assert name == f"window.{NAME}"
    found: dict[str, Any] = json.loads(value.removesuffix(";\n"))
    return found


DATA = data(PAGES[0])


# Pages -------------------------------------------------------------------------------------------


def test_every_case_stands_on_one_page_in_order() -> None:
    assert [page.address for page in PAGES] == [
        "cases/index.html",
        "cases/index.page-2.html",
        "cases/index.page-3.html",
    ]
    links = [
        node.attributes["href"]
        for page in PAGES
        for node in parsed(page.body).css("ol.cb-rows .cb-row__title a")
    ]
    assert links == [f"../cases/{judged.slug}.html" for judged in SHELF.cases]


def test_the_strongest_evidence_comes_first_then_the_last_checked() -> None:
    keys = [
        (-locks.count, locks.word == "claim_only", -one.case.checked.toordinal())
        for one in SHELF.cases
        for locks in [one.evidence.locks]
    ]
    assert keys == sorted(keys)
    assert len({key[:2] for key in keys}) > 3


def test_pages_lead_to_one_another_and_say_where_the_reader_is() -> None:
    turns = parsed(PAGES[1].body).css(".cb-pages a")
    assert [turn.attributes["href"] for turn in turns] == [
        "index.html",
        "index.page-2.html",
        "index.page-3.html",
    ]
    assert [turn.attributes.get("aria-current") for turn in turns] == [None, "page", None]
    assert "page 2" in PAGES[1].heading
    assert len({page.title for page in PAGES}) == len(PAGES)


def test_filters_stand_on_the_first_page_alone_and_the_others_lead_there() -> None:
    assert [bool(parsed(page.body).css("form")) for page in PAGES] == [True, False, False]
    assert [bool(page.data) for page in PAGES] == [True, False, False]
    assert 'href="index.html"' in PAGES[2].body


def test_without_a_script_the_listings_are_offered() -> None:
    links = [node.attributes["href"] for node in parsed(PAGES[0].body).css(".cb-browse a")]
    assert links == [
        f"../listings.html#{folder}"
        for folder in ("directions", "sectors", "channels", "kinds", "countries")
    ]


def test_an_empty_library_has_a_catalogue_without_filters() -> None:
    (page,) = catalogue_pages(shelf([]))
    assert not page.data
    assert "0 cases" in text_of(page.body)
    assert not parsed(page.body).css("form")


# Filters -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_facet_is_a_fieldset_with_a_legend_and_counts_that_add_up(language: str) -> None:
    tree = parsed(catalogue_pages(shelf(MANY, language))[0].body)
    for facet in FACETS:
        field = tree.css_first(f"fieldset[data-facet={facet.name}]")
        assert field is not None
        legend = field.css_first("legend")
        assert legend is not None
        assert legend.text().strip()
        numbers = [int(node.text()) for node in field.css(".cb-choice__number")]
        several = sum(len(judged.case.initiative.channels) for judged in MANY)
        counted = sum(len(judged.costs_by_measure) for judged in MANY)
        expected = {"channel": several, "measure": counted}.get(facet.name, len(MANY))
        assert sum(numbers) == expected


def test_every_control_has_a_name() -> None:
    tree = parsed(PAGES[0].body)
    for control in tree.css("input, select"):
        around = control.parent is not None and control.parent.tag == "label"
        label = tree.css_first(f"label[for={control.attributes.get('id')}]")
        assert around or label is not None


def test_the_return_is_no_order() -> None:
    options = parsed(PAGES[0].body).css("option")
    assert [option.attributes["value"] for option in options] == ["evidence", *ORDERS, "result"]
    assert not any("ROI" in option.text() for option in options)


@pytest.mark.parametrize(
    ("language", "decimal", "group"), [("en", ".", ","), ("fr", ",", "\u202f")]
)
def test_the_script_finds_the_signs_of_numbers(language: str, decimal: str, group: str) -> None:
    form = parsed(catalogue_pages(shelf(FEW, language))[0].body).css_first("form")
    assert form is not None
    assert form.attributes["data-decimal"] == decimal
    assert form.attributes["data-group"] == group


# Data --------------------------------------------------------------------------------------------


def test_the_data_have_one_entry_a_case_in_each_list() -> None:
    assert DATA["slug"] == [judged.slug for judged in SHELF.cases]
    lists = [DATA[name] for name in ("title", "organisation", "cost", "roi", "npv", "reasons")]
    lists += [*DATA["facets"].values(), *DATA["ranges"].values(), *DATA["orders"].values()]
    assert {len(one) for one in lists} == {len(MANY)}


def test_the_script_knows_every_list_by_its_name() -> None:
    script = ROOT / "templates" / "scripts" / "catalogue" / "data.js"
    known = re.findall(r"@property \{[^}]*\} (\w+)", script.read_text(encoding="utf-8"))
    assert known == list(DATA)


def test_facets_are_places_among_the_boxes_of_the_page() -> None:
    tree = parsed(PAGES[0].body)
    boxes = [node.attributes["value"] for node in tree.css("fieldset[data-facet=sector] input")]
    sectors = [boxes[place] for place in DATA["facets"]["sector"]]
    assert sectors == [judged.case.organisation.sector for judged in SHELF.cases]


def test_orders_hold_every_case_once() -> None:
    for name, places in DATA["orders"].items():
        assert sorted(places) == list(range(len(MANY))), name
    years = [SHELF.cases[place].case.period.start.year for place in DATA["orders"]["year"]]
    assert years == sorted(years, reverse=True)


def test_ranges_hold_what_is_shown_and_leave_bounds_open() -> None:
    found = data(catalogue_pages(shelf(FEW))[0])
    of = {
        name: dict(zip(found["slug"], found["ranges"][name], strict=True))
        for name in ("roi", "cost")
    }
    assert of["roi"]["depaul-ihobo"] == [None, pytest.approx(110)]
    assert of["roi"]["foiled-cupcakes"] is None
    assert of["roi"]["ibm-enterprise-tagging"] is None
    low, high = of["cost"]["ibm-enterprise-tagging"]
    assert low > 700_000
    assert high is None


def test_the_address_of_the_data_changes_with_the_data() -> None:
    few = catalogue_pages(shelf(FEW))[0]
    scripts = [parsed(page.body).css("script[src]") for page in (few, PAGES[0])]
    sources = [script.attributes["src"] or "" for (script,) in scripts]
    assert all(source.startswith("index.js?v=") for source in sources)
    assert len(set(sources)) == 2
    assert anchors.beside("cases/index.html") == "cases/index.js"


def test_no_text_of_the_data_can_end_its_script() -> None:
    assert "</" not in PAGES[0].data


# The table ---------------------------------------------------------------------------------------

TABLES = list(cases_table_pages(SHELF))


def test_the_plain_table_holds_every_case_in_order() -> None:
    links = [
        node.attributes["href"] for page in TABLES for node in parsed(page.body).css("tbody th a")
    ]
    assert links == [f"../cases/{judged.slug}.html" for judged in SHELF.cases]
    assert [page.address for page in TABLES][:2] == [
        "cases/index.table.html",
        "cases/index.table.page-2.html",
    ]
    assert list(cases_table_pages(shelf([]))) == []


def test_no_cell_of_the_table_is_empty() -> None:
    for page in TABLES:
        for row in parsed(page.body).css("tbody tr"):
            cells = row.css("td")
            assert [cell.attributes["data-column"] for cell in cells] == list(COLUMNS)
            assert all(cell.text().strip() for cell in cells)


def test_a_figure_of_the_table_bears_its_mark_or_the_reason_for_its_absence() -> None:
    of = {judged.slug: {name: cell(shelf(FEW), judged, name) for name in CELLS} for judged in FEW}
    assert of["depaul-ihobo"]["net"].mark == "unproven"
    assert of["ibm-enterprise-tagging"]["net"].is_reason
    assert all(cells[name].text for cells in of.values() for name in CELLS if name != "result")


def test_costs_of_which_only_a_bound_is_known_come_after_the_others_and_the_unknown_last() -> None:
    some = shelf(
        [*FEW, real("inspired-by-iceland"), real("mois-sans-tabac"), real("ebay-paid-search")]
    )
    found, spans = order(some, "cost"), RANGES["cost"](some)
    in_order = [spans[place] for place in found.places]
    kinds = [0 if isinstance(span, float) else 1 if span else 2 for span in in_order]
    exact = [span for span in in_order if isinstance(span, float)]
    assert exact == sorted(exact)
    assert kinds == sorted(kinds)
    assert found.parts == [
        ("", kinds.count(0)),
        ("Cost known only as a bound", kinds.count(1)),
        ("Cost not known, or not comparable", kinds.count(2)),
    ]


def test_no_order_goes_by_what_came_back() -> None:
    assert not {"roi", "net", "chance", "direction"} & {*ORDERS, *ORDERED_BY}
