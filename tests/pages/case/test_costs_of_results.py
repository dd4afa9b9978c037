"""The page of a case that leads by what a result cost: strip, first answers, table, evidence."""

from typing import Any

import pytest

from roi_casebook.appraisal import JudgedCase
from roi_casebook.library.comparison import comparison_of
from roi_casebook.pages.case.beside_money.told_results import results_view
from roi_casebook.pages.case.first_screen.strip import result_line
from roi_casebook.pages.lists.result_costs import ResultCosts
from roi_casebook.shipped.money_tables import shipped_money_tables
from tests.appraisal.test_cost_per_result import FOLLOWERS, LEADS, a_case, judged
from tests.pages.told import CONFIG, SITE, parsed, real, real_page, telling, view


def strip_item(case: JudgedCase, language: str = "en") -> Any:  # noqa: ANN401 -- a view
    return view(case, language).first.strip[1]


@pytest.mark.parametrize(
    ("slug", "language", "label", "value", "bound"),
    [
        ("stopcovid", "en", "Cost per alert delivered", "€22,000 per alert delivered as far as counted", ""),
        ("ups-recruiting", "en", "Cost per hire", "US$15.24 per hire", "at least"),
        ("mois-sans-tabac", "fr", "Coût par tentative d’arrêt", "31,25\u00a0€ par tentative d’arrêt", "au moins"),
    ],
)  # fmt: skip
def test_the_strip_leads_with_what_a_result_cost(
    slug: str, language: str, label: str, value: str, bound: str
) -> None:
    item = strip_item(real(slug), language)
    assert (item.label, item.value.head + item.value.last, item.bound) == (label, value, bound)
    assert item.is_lead
    assert item.mark


def test_beside_it_stand_count_and_why_there_is_no_return() -> None:
    item = strip_item(real("stopcovid"))
    assert item.qualifiers == (
        "what is not known may raise or lower it",  # how many came anyway, and after September
        "for 296 alerts delivered as far as counted",
        "no return: no result in money",
    )


def test_the_cost_that_was_divided_stands_beside_its_present_value() -> None:
    cost = view(real("mois-sans-tabac")).first.strip[0]
    assert "divided by the count: €62.5\u00a0million, nothing discounted" in cost.qualifiers


def test_the_first_answers_say_what_one_cost_and_would_have_to_be_worth() -> None:
    came, true, *_ = view(real("stopcovid")).first.gist
    assert came.text.startswith(
        "Each alert delivered cost €22,000 as far as counted: "
        "€6.51\u00a0million for 296 alerts delivered as far as counted."
    )
    assert true.text == (
        "As far as is known, it pays if each alert delivered is worth at least €22,000 in these accounts; "
        "what is not known may raise or lower that."
    )


def test_the_table_has_them_all_and_says_that_they_are_not_to_be_added() -> None:
    found = view(real("stopcovid")).sections["soft"].results
    assert found is not None
    heads = [row.head.link.text for row in found.table.rows]
    assert heads == ["Alerts delivered", "Positive tests declared in the app"]
    assert "not to be added" in found.shared
    assert view(real("ups-recruiting")).sections["soft"].results.shared == ""


def test_an_output_stands_in_the_table_and_does_not_lead() -> None:
    pepsi = view(real("pepsi-refresh"))
    assert (
        pepsi.sections["soft"].results.table.rows[0].cells[2].text
        == "US$0.33 per vote as far as counted"
    )
    assert real("pepsi-refresh").leads.kind == "soft"


def test_nothing_of_the_blogs_is_divided_into_the_fund() -> None:
    case = real("ibm-internal-blogs")
    assert {one.cost.reason for one in case.per_result[None].values()} == {"cost_unknown"}
    assert view(case).sections["soft"].results is None


def test_per_additional_only_with_a_comparator() -> None:
    alone = {**LEADS, "without_it": {"design": "randomised"}}
    assert strip_item(judged(a_case(leads=LEADS))).label == "Cost per additional lead"
    assert strip_item(judged(a_case(leads=alone))).label == "Cost per lead"


def test_discounted_stands_beside_where_the_years_are_known() -> None:
    case = judged(a_case(leads=LEADS, followers=FOLLOWERS))
    leads, followers = view(case).sections["soft"].results.table.rows
    assert any("discounted: " in str(below) for below in leads.cells[2].below)
    assert not any("discounted: " in str(below) for below in followers.cells[2].below)


def test_no_second_number_for_the_worth_of_one_stands_on_the_page() -> None:
    """Undiscounted a hire is US$15.24; spread over two years as an annuity it would be another."""
    worth = view(real("ups-recruiting")).sections["soft"].worth
    assert "per hire" not in worth
    assert "a year for 2" in worth
    assert "per alert delivered" in view(real("stopcovid")).sections["soft"].worth


def test_two_numbers_for_the_worth_of_one_are_named_for_what_they_are() -> None:
    """Of 1.6 million euros for 900,000 downloads: 1.78 each, and another number as an annuity."""
    shown = view(real("saip-alert-app")).sections["soft"]
    assert "about €1.76 per download (Downloads; discounted)" in shown.worth
    told = [str(row.cells[3].text) for row in shown.results.table.rows]
    assert any("€1.78" in each for each in told)


def test_what_leads_has_its_own_locks_on_the_page() -> None:
    evidence = view(real("stopcovid")).sections["evidence"]
    assert "What leads here: what a result costs." in evidence.sentences
    assert "money: two" in evidence.sentences


PAGES_ALONE = {**LEADS, "for": ["pages"]}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "not said: these are not all the costs"),
        ("fr", "non indiqué\u202f: ce ne sont pas tous les coûts"),
    ],
)
def test_the_worth_of_one_is_not_said_where_other_costs_stand_beside(
    language: str, said: str
) -> None:
    """Of 65,000 euros the 15,000 for pages bought the leads: nobody says that nothing is missing."""
    (row,) = view(judged(a_case(leads=PAGES_ALONE)), language).sections["soft"].results.table.rows
    assert row.cells[3].text == said


def test_what_additional_ones_would_have_to_be_worth_is_divided_by_those_alone() -> None:
    """Of 1,000 leads 200 would have come anyway: 800 in two years are 400 a year.

    Costs of 15,000 at once and 50,000 after two years are 56,322 at 10 %, or 32,453 a year.
    """
    without = {**LEADS["without_it"], "deadweight": "anyway"}
    page = view(judged(a_case(leads={**PAGES_ALONE, "without_it": without})))
    assert "about €81.13 per additional lead" in page.sections["soft"].worth


DOUBT = {
    "en": "within its range the count may be nought or less: the money may have brought no result",
    "fr": "dans sa fourchette, le nombre peut être nul ou négatif\u202f: la dépense peut n’avoir rien donné",
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_beside_a_cost_whose_count_may_be_nought_that_is_said(language: str) -> None:
    """102.6 a county, with a standard error of 78.74: eight of ten go from 2 to 204, some below 0."""
    case = real("trump-vaccine-advert")
    found, doubt = view(case, language), DOUBT[language]
    assert doubt in strip_item(case, language).qualifiers
    assert doubt[1:] in found.first.gist[0].text
    table = found.sections["soft"].results.table
    assert doubt in table.rows[0].cells[2].below
    told = telling(case, language)
    comparison = comparison_of(CONFIG, shipped_money_tables())
    (own,) = ResultCosts(told.wording, comparison, SITE.thresholds).of(case).values()
    assert doubt in own.own
    assert doubt in result_line(told).figures


def test_where_some_came_in_all_draws_nothing_is_doubted() -> None:
    case = real("stopcovid")
    assert not any(DOUBT["en"] in each for each in strip_item(case).qualifiers)


def test_a_claim_held_against_a_count_that_is_not_known_says_so() -> None:
    claims = view(real("vaccine-adverts-819-trials")).sections["claims"]
    assert "How many came is not known" in str(claims)
    assert "no result is known to be positive" not in str(claims).lower()


OWN_WORD = (
    "that nothing would have come anyway is our own word, without a source: it leaves this open"
)


def beside_the_cost_of_one(slug: str) -> tuple[str, ...]:
    """Give what stands below the cost of one of the first result in the table."""
    found = results_view(telling(real(slug), "en"))
    assert found is not None
    cell: Any = found.table.rows[0].cells[2]
    return tuple(cell.below)


def test_a_bound_names_what_makes_it_one_and_that_our_word_takes_no_side_away() -> None:
    sold = beside_the_cost_of_one("stm-opus-reader")
    assert sold[:2] == ("what is not known may raise or lower it", OWN_WORD)
    tried = beside_the_cost_of_one("mois-sans-tabac")
    assert tried[0] == "as told if nothing would have come anyway; higher if some would"


def test_what_is_stated_as_unknown_is_not_called_our_word() -> None:
    assert OWN_WORD not in beside_the_cost_of_one("de-mail-germany")


def test_of_what_was_done_our_word_is_enough() -> None:
    """Downloads are an output: only of an effect silence is not exact."""
    assert not any(
        "as told" in each or each == OWN_WORD for each in beside_the_cost_of_one("saip-alert-app")
    )


def test_the_table_is_folded_where_something_else_leads() -> None:
    leads, beside = (
        view(real(slug)).sections["soft"].results for slug in ("stopcovid", "depaul-ihobo")
    )
    assert leads is not None
    assert beside is not None
    assert (leads.is_folded, beside.is_folded) == (False, True)
    assert (
        parsed(real_page("depaul-ihobo", "en").body).css_first("#cost-per-result details table")
        is not None
    )
    assert parsed(real_page("stopcovid", "en").body).css_first("#cost-per-result details") is None


@pytest.mark.parametrize(
    ("language", "of_one", "of_all"),
    [
        ("en", "Each additional life saved is forecast to cost ", "It is forecast to cost £36"),
        ("fr", "Il est prévu que chaque vie sauvée supplémentaire coûte ", "Le coût prévu est de"),
    ],
)
def test_a_cost_that_is_forecast_is_not_told_as_spent(
    language: str, of_one: str, of_all: str
) -> None:
    came, *_ = view(real("nhs-covid-19-app"), language).first.gist
    assert came.text.startswith(of_one)
    assert of_all in came.text
