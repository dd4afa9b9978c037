"""What one result cost in lists: on rows and cards where it leads, by measure in the catalogue."""

import json
from typing import Any

import pytest

from roi_casebook.appraisal import JudgedCase
from roi_casebook.pages.lists.catalogue_data import catalogue_data
from roi_casebook.pages.lists.catalogue_page import catalogue_pages
from roi_casebook.pages.lists.published_cases import CasesInLanguage, PublishedCases
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.site.site_pages import site_pages
from roi_casebook.wording import wording_for
from tests.pages.result_cases import hiring
from tests.pages.told import CONFIG, LANGUAGES, SITE, TEMPLATES, parsed, real, text_of
from tests.wording.voices import plain

IN_2020 = CONFIG.model_copy(update={"comparison_year": 2020})
CASES = [
    hiring("cheap", 60_000, price_year=2020),
    hiring("pounds", 60_000, currency="GBP", price_year=2020),
    hiring("roubles", 5_000, currency="RUB", price_year=2020),
    hiring("open", 70_000, price_year=2020, without_it={"design": "tracked", "deadweight": "unknown"}),
    hiring("held", 50_000, price_year=2020, design="unmatched-comparison", without_it={
        "design": "unmatched-comparison", "baseline": "before", "comparator": "other towns",
        "deadweight": {"value": "0%", "source": "books", "quote": "0%"},
    }),
    real("starbucks-uk-social"),
]  # fmt: skip


def shelf(cases: list[JudgedCase], language: str = "en") -> CasesInLanguage:
    wording = wording_for(language, LANGUAGES[0], SITE.vocabulary)
    return CasesInLanguage(
        SiteInLanguage(wording, IN_2020, cases, TEMPLATES), PublishedCases.of(cases)
    )


def data(shown: CasesInLanguage) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(catalogue_data(shown).partition("=")[2].removesuffix(";\n"))
    return found


SHELF = shelf(CASES)
DATA = data(SHELF)


def place(slug: str) -> str:
    return str(DATA["slug"].index(slug))


@pytest.mark.parametrize(
    ("slug", "language", "name", "text"),
    [
        ("cheap", "en", "Cost per hire", "€60 per hire (unproven)"),
        ("cheap", "fr", "Coût par embauche", "60 € par embauche (non démontré)"),
        ("open", "en", "Cost per hire", "at least €70 per hire"),
        ("held", "en", "Cost per additional hire", "€50 per additional hire"),
        ("held", "fr", "Coût par embauche supplémentaire", "50 € par embauche supplémentaire"),
    ],
)
def test_a_row_tells_what_one_result_cost_where_it_leads(
    slug: str, language: str, name: str, text: str
) -> None:
    row = parsed(shelf(CASES, language).rows[slug]).css_first(".cb-row__result")
    assert row is not None
    assert plain(row.css_first("dt").text()) == name  # type: ignore[union-attr]
    assert plain(row.css_first(".cb-value").text()).startswith(text)  # type: ignore[union-attr]


def test_a_case_that_leads_by_money_has_no_such_figure_on_its_row() -> None:
    assert not parsed(SHELF.rows["starbucks-uk-social"]).css(".cb-row__result")


def test_a_card_shows_it_in_the_place_of_the_return() -> None:
    (home,) = (page for page in site_pages(CASES[:1], IN_2020, SITE.vocabulary, TEMPLATES)
               if (page.language, page.address) == ("en", "index.html"))  # fmt: skip
    names = [node.text() for node in parsed(home.body).css(".cb-card__figures dt")]
    assert "Cost per hire" in names
    assert "ROI" not in names


def test_the_data_of_the_catalogue_hold_each_measure_by_itself() -> None:
    assert set(DATA["results"]) == {"hires", "units-sold"}
    hires = DATA["results"]["hires"]
    assert hires["name"] == "Cost per hire"
    slugs = [DATA["slug"][number] for number in hires["order"]]
    assert slugs == ["held", "cheap", "pounds", "open", "roubles"]
    assert hires["spans"][place("cheap")] == 60
    assert hires["spans"][place("open")] == [70, None]
    assert hires["spans"][place("roubles")] is None
    assert hires["spans"][place("pounds")] == pytest.approx(67.44, abs=0.01)
    assert set(DATA["leads"]) == {place(one.slug) for one in CASES[:5]}


def test_a_text_tells_it_for_comparison_or_why_not() -> None:
    texts = DATA["results"]["hires"]["texts"]
    assert plain(texts[place("pounds")]) == (
        "£60 per hire (unproven); for comparison €67.44 per hire, in euros of 2020"
    )
    assert plain(texts[place("roubles")]).endswith("; not comparable in euros of 2020")
    assert "no exchange rate of RUB for 2020" in DATA["incomparable"][place("roubles")]
    assert "comparison" not in texts[place("cheap")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_boxes_a_range_and_an_order_for_it(language: str) -> None:
    (page,) = catalogue_pages(shelf(CASES, language))
    tree = parsed(page.body)
    boxes = [node.attributes["value"] for node in tree.css("fieldset[data-facet=measure] input")]
    assert sorted(boxes) == ["hires", "units-sold"]  # type: ignore[type-var]
    words = text_of(str(tree.css_first("fieldset[data-facet=measure]").html))  # type: ignore[union-attr]
    assert ("hire" if language == "en" else "embauche") in words
    assert tree.css_first("fieldset[data-range=result][data-currency=EUR]") is not None
    assert tree.css_first("option[value=result]") is not None


def test_a_library_without_such_cases_has_none_of_it() -> None:
    (page,) = catalogue_pages(shelf([real("foiled-cupcakes")]))
    tree = parsed(page.body)
    assert not tree.css("fieldset[data-facet=measure], [data-range=result], option[value=result]")
