"""A case of which nobody knows when it was: no ripeness, no comparison, each with its reason."""

from typing import Any

import pytest

from roi_casebook.library.comparison import Comparison, comparison_of
from roi_casebook.library.table import year_of
from roi_casebook.pages.lists.compared_money import compared, compared_line
from roi_casebook.pages.parts.case_rows import case_row
from roi_casebook.shipped.money_tables import shipped_money_tables
from roi_casebook.wording import Wording, wording_for
from tests.pages.told import CONFIG, SITE, drawn, full, judged, page, text_of

UNDATED = {"start": "unknown", "years": 3, "observed_months": 24}


def words(language: str) -> Wording:
    return wording_for(language, "en", SITE.vocabulary)


def to_euro() -> Comparison:
    return comparison_of(CONFIG, shipped_money_tables())


def undated(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 -- whatever an editor may write
    money = {**drawn()["money"], "price_year": "unknown"}
    return drawn(period=UNDATED, money=money, **changes)


def test_what_is_undated_is_never_called_ripe() -> None:
    assert judged(undated()).evidence.maturity.state == "unknown"
    early = {**UNDATED, "observed_months": 0.5}
    assert judged(drawn(period=early)).evidence.maturity.state == "too_early"


@pytest.mark.parametrize(
    ("language", "why", "prices"),
    [
        ("en", "When it began is not known", "None in the prices of one year"),
        ("fr", "La date du début n’est pas connue", "Aucune aux prix d’une même année"),
    ],
)
def test_the_page_says_why(language: str, why: str, prices: str) -> None:
    told = text_of(page(judged(undated()), language).body)
    assert why in told
    assert prices in told


def test_lists_say_why_there_is_no_comparison() -> None:
    case, en = judged(undated()), words("en")
    assert compared(case, en, to_euro()).missing == "the year of its prices is not known"
    line = compared_line(case, en, to_euro())
    assert line is not None
    assert "the year of its prices is not known" in line.text
    assert case_row(case, en, "index.html").year == "year not known"
    assert year_of(case.case) == "unknown"


def test_nothing_is_invented_for_the_basis() -> None:
    basis = judged(undated()).leading.basis
    assert basis.price_year is None
    assert words("en").say.basis(basis).sentence.count("of which year is not known") == 1


@pytest.mark.parametrize(
    ("region", "en", "fr"),
    [
        ("EU", "European Union", "Union européenne"),
        ("europe", "Europe", "Europe"),
        ("latin-america", "Latin America", "Amérique latine"),
        ("world", "Worldwide", "Monde entier"),
    ],
)
def test_a_region_has_its_name_in_each_language(region: str, en: str, fr: str) -> None:
    organisation = {**full()["organisation"], "country": region}
    case = judged(full(organisation=organisation))
    assert [words(each).labels.country(case.case.organisation.country) for each in ("en", "fr")] == [en, fr]  # fmt: skip
