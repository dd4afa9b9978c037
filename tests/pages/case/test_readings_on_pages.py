"""Readings on the page of a case: what each counts in its own way, side by side, and what one adds."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from roi_casebook.appraisal import JudgedCase
from tests.pages.told import LANGUAGES, Shown, judged, page, real, text_of, view

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
