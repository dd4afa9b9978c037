"""Series and growth on the page of a case: its inputs, its lines, its working, what would have to be true."""

from copy import deepcopy
from typing import Any

import pytest

from roi_casebook.pages.case.inputs import inputs_view
from roi_casebook.pages.case.lines import lines_view
from tests.pages.told import DRAWN, both, drawn, judged, page, telling, text_of


def by_year(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 -- whatever an editor may write
    """Give the drawn case with its yearly cost as a series, or as what is given."""
    inputs = deepcopy(DRAWN["inputs"])
    inputs["yearly"] = {"unit": "EUR", "source": "books", **changes}
    costs = deepcopy(DRAWN["costs"])
    costs["campaign"] |= {"amount": "yearly", "when": "1-3"}
    return drawn(inputs=inputs, costs=costs)


SERIES = {"values": {"1": 20000, "2-3": 21000}, "quote": "20,000 euros, then 21,000 a year"}
GROWING = {"value": 20000, "grows": "5%", "quote": "20,000 euros, 5% more each year"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Year 1: €20,000", "Years 2 to 3: €21,000")),
        ("fr", ("Année 1 : 20 000 €", "Années 2 à 3 : 21 000 €")),
    ],
)
def test_the_inputs_show_each_year(language: str, said: tuple[str, ...]) -> None:
    views = {one.id: one for one in inputs_view(telling(judged(by_year(**SERIES)), language))}
    shown = views["input-yearly"]
    assert tuple(" ".join(one.split()) for one in shown.years) == said


def test_a_line_shows_its_amount_in_each_run_of_years() -> None:
    views = {one.id: one for one in lines_view(telling(judged(by_year(**SERIES))))}
    amounts = views["line-campaign"].amounts
    assert [(one.years, one.value) for one in amounts] == [
        ("year 1", "€20,000"),
        ("years 2 to 3", "€21,000"),
    ]


def test_growth_is_worked_in_words_with_numbers_and_as_mathematics() -> None:
    body = both(judged(by_year(**GROWING)))
    told = text_of(body)
    assert "Yearly in a year = Yearly × (1 + Yearly, growth a year ) ^ years grown" in told
    assert "€20,000 × (1 + 5%) ^ 2 = €22,050" in told
    assert "grows by 5% a year, from the first year of its line" in told
    assert "<mi>Yearly in a year</mi>" in body or "Yearly in a year as a formula" in body


def test_what_moves_a_series_is_named_as_all_its_years() -> None:
    assert "Yearly, all years together" in text_of(page(judged(by_year(**SERIES))).body)
