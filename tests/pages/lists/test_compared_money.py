"""Cases in one money, for comparison only: in lists, on the library's page, on the method page."""

from typing import Any

import pytest

from roi_casebook.appraisal import JudgedCase
from roi_casebook.config import SiteConfig
from roi_casebook.library.comparison import Comparison, comparable, conversion_of
from roi_casebook.pages.lists.catalogue_data import catalogue_data
from roi_casebook.pages.lists.compared_money import compared_line
from roi_casebook.pages.lists.published_cases import CasesInLanguage, PublishedCases
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.money_sources import sources_short
from roi_casebook.pages.parts.page import Page
from roi_casebook.pages.site.site_pages import site_pages
from roi_casebook.shipped.money_tables import shipped_money_tables
from roi_casebook.wording import wording_for
from tests.pages.told import CONFIG, LANGUAGES, SITE, TEMPLATES, full, judged, parsed, real, text_of

TABLES = shipped_money_tables()
IN_EUROS = Comparison("EUR", 2023, TABLES)
EN, FR = (wording_for(language, "en", SITE.vocabulary) for language in LANGUAGES)


def early() -> JudgedCase:
    """A case before the first exchange rate and before any price index."""
    return judged(full(money=money(price_year=1985)), "early")


def money(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 -- any field of the model
    return {**full()["money"], **changes}


def pages(*cases: JudgedCase, config: SiteConfig = CONFIG) -> dict[tuple[str, str], Page]:
    made = site_pages(cases, config, SITE.vocabulary, TEMPLATES)
    return {(page.language, page.address): page for page in made}


def test_a_line_says_that_it_is_for_comparison_and_in_which_money() -> None:
    line = compared_line(real("depaul-ihobo"), EN, IN_EUROS)
    assert line is not None
    assert line.text == f"For comparison only, in euros of 2023: {line.figures}"
    how = conversion_of(real("depaul-ihobo").leading, IN_EUROS)
    cost = comparable(real("depaul-ihobo").leading.figures["pv_costs"], how).value
    assert f"Cost at least {EN.numbers.money(cost or 0.0, 'EUR')}; NPV at most €" in line.figures


def test_a_bound_stays_a_bound() -> None:
    line = compared_line(real("ebay-paid-search"), FR, IN_EUROS)
    assert line is not None
    assert "Coût au moins " in line.figures
    assert "VAN −" in line.figures
    assert "pour ce qui est compté" in line.figures


def test_a_missing_number_is_named() -> None:
    line = compared_line(early(), EN, IN_EUROS)
    assert line is not None
    assert line.figures == ""
    assert line.text == "Not comparable in euros of 2023: no price index of CHF for 1985"
    in_roubles = Comparison("RUB", 2023, TABLES)
    for wording, said in (
        (EN, "no exchange rate of RUB for 2023"),
        (FR, "aucun taux de change de RUB pour 2023"),
    ):
        line = compared_line(real("depaul-ihobo"), wording, in_roubles)
        assert line is not None
        assert line.text.endswith(said)


def test_what_needs_no_comparison_has_none() -> None:
    assert compared_line(real("depaul-ihobo"), EN, Comparison("GBP", 2010, TABLES)) is None
    assert compared_line(real("foiled-cupcakes"), EN, IN_EUROS) is None


def test_the_catalogue_and_its_script_say_the_same() -> None:
    cases = [real("depaul-ihobo"), real("foiled-cupcakes"), early()]
    shelf = CasesInLanguage(SiteInLanguage(EN, CONFIG, cases, TEMPLATES), PublishedCases.of(cases))
    data = catalogue_data(shelf)
    for entry in shelf.entries.values():
        if entry.compared:
            assert (entry.compared.figures or entry.compared.text) in data
            assert entry.compared.text in shelf.rows[entry.title.href.split("/")[-1][:-5]]
    page = pages(*cases)["en", "cases/index.html"]
    blank = parsed(page.body).css_first("template")
    assert blank is not None
    assert "in euros of 2023: {figures}" in (blank.html or "")
    assert 'href="../method.html#comparison"' in page.body


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_library_shows_own_money_beside_that_of_the_comparison(language: str) -> None:
    cases = [real("depaul-ihobo"), real("need-a-cake"), real("foiled-cupcakes"), early()]
    page = pages(*cases)[language, "library.html"]
    table = next(
        one
        for one in parsed(page.body).css("table")
        if "2023" in one.css_first("thead").text()  # type: ignore[union-attr]
    )
    says = text_of(table.html or "")
    for own, other in ((6000, 9610),):
        wording = EN if language == "en" else FR
        assert wording.numbers.money(own, "GBP") in table.text()
        assert wording.numbers.money(other, "EUR") in table.text()
    assert "1985" in says
    assert len(table.css("tbody tr")) == 3
    assert ("30 October 2026" if language == "en" else "30 octobre 2026") in page.body
    assert 'href="method.html#comparison"' in page.body


def test_sources_are_those_of_the_currencies_in_use() -> None:
    names = [fact.name for fact in sources_short(EN, IN_EUROS, {"GBP"})]
    assert [name.split(" (")[0] for name in names] == ["Exchange rates: GBP", "Price indices: GBP"]
    assert [fact.name[:17] for fact in sources_short(EN, IN_EUROS, {"EUR"})] == [
        "Price indices: EU"
    ]
    to_dollars = sources_short(EN, Comparison("USD", 2023, TABLES), {"EUR"})
    assert to_dollars[0].name.startswith("Exchange rates: USD")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_method_page_prints_the_steps_and_all_sources(language: str) -> None:
    page = pages()[language, "method.html"]
    tree, times = parsed(page.body), (EN if language == "en" else FR).times
    assert "comparison" in {section.id for section in page.sections}
    for step in ("price_factor", "in_target_prices", "in_target_currency"):
        assert tree.css_first(f"#quantity-{step} math") is not None
    for source in TABLES.sources.values():
        assert source.address in page.body
        assert times.release(source.vintage) in page.body
