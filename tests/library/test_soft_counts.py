"""Soft results over the library: counts of cases by measure, never a mean."""

from typing import Any

import pandas as pd
import pytest

from roi_casebook.library.table import SoftCount, soft_counts, soft_table
from roi_casebook.pages.lists.soft_counts import counted_texts, soft_table_view
from roi_casebook.pages.parts.tables import Cell
from tests.pages.told import drawn, judged, real, telling, words

COLUMNS = ["slug", "measure", "movement", "is_measured", "is_not_looked"]


def table(*rows: tuple[Any, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=COLUMNS)


def only(*rows: tuple[Any, ...]) -> SoftCount:
    (one,) = soft_counts(table(*rows))
    return one


def test_cases_are_counted_by_the_way_they_moved() -> None:
    ways = {"up": 9, "flat": 4, "down": 1}
    rows = [
        (f"{way}-{k}", "trust", way, True, way == "up" and k < 5)
        for way, number in ways.items()
        for k in range(number)
    ]
    assert only(*rows) == SoftCount(
        "trust", 14, up=9, flat=4, down=1, unknown=0, not_measured=0, not_looked=5
    )


@pytest.mark.parametrize(
    ("movements", "counted"),
    [
        (("up", "up"), "up"),
        (("up", "unknown"), "up"),  # what is not known contradicts nothing
        (("up", "down"), "unknown"),
        (("unclear",), "unknown"),
    ],
)
def test_a_case_with_several_results_of_a_measure_counts_once(
    movements: tuple[str, ...], counted: str
) -> None:
    one = only(*(("a-case", "trust", movement, True, False) for movement in movements))
    assert one.cases == 1
    assert getattr(one, counted) == 1


def test_what_nobody_measured_is_counted_apart() -> None:
    one = only(
        ("a", "trust", "unknown", False, True),
        ("b", "trust", "up", True, False),
    )
    assert (one.cases, one.up, one.not_measured, one.not_looked) == (1, 1, 1, 1)


def test_nothing_gives_nothing() -> None:
    assert soft_counts(soft_table([])) == ()


def test_what_counts_as_money_is_not_counted_as_soft() -> None:
    raw = drawn()
    benefit = next(iter(raw["benefits"]))
    assert len(soft_table([judged(raw)])) == 1
    raw["soft"]["active"]["bridge"] = {"to": benefit, "because": "They buy.", "source": "books"}
    assert len(soft_table([judged(raw)])) == 0


def test_real_cases_in_both_languages() -> None:
    cases = (real("pepsi-refresh"), real("river-pools"), real("depaul-ihobo"))
    english = telling(cases[0]).wording
    assert counted_texts(english, cases)["website-visits-change"] == (
        "In this library: measured in 2 cases (up 2). Negative effects not looked for in 2 cases."
    )
    assert counted_texts(english, cases)["staff-stress"] == (
        "Named without a number in 1 case. Negative effects not looked for in 1 case."
    )
    french = telling(cases[0], "fr").wording
    assert "mesuré dans 2 cas (en hausse 2)" in counted_texts(french, cases)["website-visits-change"]  # fmt: skip
    first = soft_table_view(english, cases).rows[0]
    assert (words(first.head), first.cells) == (
        "Change in website visits",
        ("2", "Up: 2, Harm not looked for: 2"),
    )
    assert isinstance(first.head, Cell)
    assert first.head.link is not None
    assert first.head.link.href == "method.html#measure-website-visits-change"
