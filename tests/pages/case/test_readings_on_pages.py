"""Readings on the page of a case: what each counts in its own way, side by side, and what one adds."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from roi_casebook.appraisal import JudgedCase
from roi_casebook.editing.figures_listing import figures_as_data
from tests.pages.told import LANGUAGES, Shown, judged, page, real, telling, text_of, view

MACHINES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "machines_case.yml").read_text(encoding="utf-8")
)


@cache
def machines() -> JudgedCase:
    return judged(MACHINES)


def shown(language: str = "en") -> Shown:
    return view(machines(), language)


def test_a_reading_says_its_own_rate_timing_and_horizon_and_why() -> None:
    heavy, regular, early = shown().sections["readings"].readings
    told = {fact.name: (fact.text, fact.note.text if fact.note else "") for fact in early.own}
    assert told["Discount rate a year"] == ("5% a year", "The bank asks 5 %.")
    assert told["Timing"][1] == "Savings come all through the year."
    assert told["Horizon"] == ("4\u00a0years", "It may be replaced after four years.")
    assert regular.own == ()
    assert next(fact.name for fact in heavy.own) == "Instead of"


def test_a_reading_says_what_it_adds_to_the_one_instead() -> None:
    heavy = shown().sections["readings"].readings[0]
    (to, added, marginal) = heavy.own
    assert [link.text for link in to.links] == ["The regular machine"]
    assert to.links[0].href == "#reading-regular_one"
    figure = machines().leading.figures["incremental_npv"]
    assert figure.value == pytest.approx(1135.05, abs=0.01)
    assert added.name == "Incremental net present value"
    assert "US$1,140" in added.text or "US$1,14" in added.text
    assert marginal.name == "Incremental ROI (marginal return)"


def test_what_differs_stands_side_by_side_with_the_even_sum_a_year() -> None:
    table = shown().sections["readings"].compared
    assert [column.name for column in table.columns[1:]] == [
        "The heavy-duty machine",
        "The regular machine",
        "The heavy-duty machine, sold early",
    ]
    rows = {row.head: row.cells for row in table.rows}
    assert rows["Horizon"] == ("6\u00a0years", "6\u00a0years", "4\u00a0years")
    assert rows["Discount rate a year"][2] == "5% a year"
    assert rows["Equivalent annual value (a year)"][1].startswith("US$632")  # 2,835.62 by 4.485919


def test_readings_that_differ_in_their_lines_alone_are_not_compared_so() -> None:
    found = view(real("depaul-ihobo")).sections["readings"]
    assert found.compared is None
    rows = view(real("depaul-ihobo")).sections["figures"].figures.rows
    assert not any("equivalent" in row.id for row in rows)


def test_figures_beside_the_base_stand_where_they_say_something() -> None:
    names = {row.id for row in shown().sections["figures"].figures.rows}
    assert {
        "figure-equivalent_annual_value", "figure-roi_at_1", "figure-roi_at_3", "figure-roi_at_5",
        "figure-expected_npv", "figure-mean_loss", "figure-value_of_information",
        "figure-incremental_npv", "figure-incremental_roi",
    } <= names  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_whole_in_each_language(language: str) -> None:
    text = text_of(page(machines(), language).body)
    assert {"en": "Instead of", "fr": "Au lieu de"}[language] in text
    assert {"en": "value of information", "fr": "valeur de l’information"}[
        language
    ] in text.lower().replace("'", "’")


def test_the_two_numbers_that_decide_stand_at_once_with_the_line_of_break_even() -> None:
    table = shown().sections["what-would-have-to-be-true"].two_way
    assert table.columns[0].name == "Heavy later"
    assert table.columns[3].name == "Heavy price: US$25,000"
    cells = [cell for row in table.rows[:-1] for cell in row.cells]
    assert {(cell.kind, cell.side) for cell in cells} == {("strong", ""), ("", "loses")}
    assert all(cell.text.startswith("\u2212") == (cell.side == "loses") for cell in cells)
    assert table.rows[-1].head == "Breaks even where Heavy later is"
    npv = machines().leading.figures["npv"].value or 0.0
    worth = 1.09**-4 + 1.09**-5 + 1.09**-6  # of one more in each of the last three years
    assert table.rows[-1].cells[2].text == f"US${round((9000 - npv / worth) / 10) * 10:,}"


def test_programs_are_told_the_same_figures() -> None:
    told = figures_as_data(machines(), machines().leading, telling(machines(), "en").wording)[
        "figures"
    ]
    assert {
        "expected_npv", "mean_loss", "value_of_information", "equivalent_annual_value", "roi_at",
        "incremental_npv", "incremental_roi",
    } <= told.keys()  # fmt: skip
    assert told["roi_at"] == told["roi_at_5"]
    assert told["expected_npv"]["unit"] == "USD"
    bare = figures_as_data(
        machines(), machines().readings["regular_one"], telling(machines(), "en").wording
    )["figures"]
    assert "incremental_npv" not in bare
    assert bare["value_of_information"]["reason"] == "single_point"


def test_without_a_change_of_sign_there_is_no_such_table() -> None:
    assert view(real("depaul-ihobo")).sections["what-would-have-to-be-true"].two_way is None
