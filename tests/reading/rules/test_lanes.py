"""Money and soft results apart, and measures made to measure: when the rules speak, and when not."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from roi_casebook.reading import read_case
from roi_casebook.reading.model.valid_parts import Surroundings
from roi_casebook.shipped.vocabulary import shipped_vocabulary

CASES = Path(__file__).parents[2] / "invalid_cases"
AROUND = Surroundings(("en",), shipped_vocabulary(), words_are_sure=True, today=date(2026, 11, 22))


def codes(name: str, **changes: Any) -> list[str]:  # noqa: ANN401 -- as an editor may write
    """Give the findings in an invalid case, with parts of its tables changed."""
    raw = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    for field, value in changes.items():
        raw[field] = {**raw.get(field, {}), **value} if isinstance(value, dict) else value
    text = yaml.safe_dump(raw, allow_unicode=True, sort_keys=False)
    return [problem.code for problem in read_case(text.encode(), "cases/a.yml", AROUND).problems]


BRIDGED = {
    "measure": "downloads",
    "stage": "output",
    "result": "downloads",
    "negative": "not-looked",
    "bridge": {"to": "text_gifts", "because": "Who plays gives.", "source": "report"},
}
UNKNOWN = {"value": "unknown", "unit": "GBP/download", "looked": "in the report"}


def test_the_same_numbers_in_both_lanes_are_named() -> None:
    assert codes("counted-twice") == ["counted_twice"]


def test_a_bridge_says_that_they_count_once() -> None:
    gifts = yaml.safe_load((CASES / "counted-twice.yml").read_text(encoding="utf-8"))["benefits"]
    deducted = gifts["text_gifts"]
    bare = {field: value for field, value in deducted.items() if field != "without_it"}
    assert codes("counted-twice", soft={"fetched": BRIDGED}, benefits={"text_gifts": bare}) == [
        "bridge_without_deductions"
    ]
    assert (
        codes("counted-twice", soft={"fetched": BRIDGED}, benefits={"text_gifts": deducted}) == []
    )


def test_what_has_no_known_price_counts_as_soft_alone() -> None:
    assert codes("counted-twice", inputs={"gift_each": UNKNOWN}) == []


@pytest.mark.parametrize(
    ("money", "other", "found"),
    [
        (["build", "text_gifts", "others"], ["build", "fetched"], []),
        (["build", "text_gifts", "fetched"], ["build", "others"], ["counted_twice"]),
        (["build", "text_gifts"], ["build", "others"], ["counted_twice"]),  # none named: all count
    ],
)
def test_numbers_count_in_both_lanes_only_where_one_reading_holds_both(
    money: list[str], other: list[str], found: list[str]
) -> None:
    fetched = {**BRIDGED}
    fetched.pop("bridge")
    count = {**fetched, "result": "more"}
    changes: dict[str, Any] = {
        "inputs": {"more": {"value": 5, "unit": "download", "source": "report", "quote": "five"}},
        "soft": {"fetched": fetched, "others": count},
        "readings": {
            "money": {"label": "Money", "because": "Gifts came.", "lines": money},
            "other": {"label": "Other", "because": "Downloads came.", "lines": other},
        },
        "headline": {"reading": "money", "because": "Gifts came."},
    }
    told = codes("counted-twice", **changes)
    assert [code for code in told if code == "counted_twice"] == found


def test_a_part_of_the_numbers_is_no_double_count() -> None:
    more = {"value": 5, "unit": "download", "source": "report", "quote": "five more"}
    soft = {**BRIDGED, "result": "downloads + more"}
    soft.pop("bridge")
    assert codes("counted-twice", inputs={"more": more}, soft={"fetched": soft}) == []


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, ["one_size_fits_all"]),
        ({"measured_otherwise": "The report counts nothing else."}, []),
        ({"organisation": {"sector": "construction"}}, []),  # no pack is made for it
        ({"initiative": {"kind": "recruiting"}}, ["one_size_fits_all"]),
        ({"initiative": {"kind": "social-selling"}}, []),  # its pack has the margin
    ],
)
def test_a_case_measures_what_suits_its_work_or_says_why_not(
    changes: dict[str, Any], found: list[str]
) -> None:
    hints = codes("one-size-fits-all", **changes)
    assert [code for code in hints if code == "one_size_fits_all"] == found
