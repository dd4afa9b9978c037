"""Problems as text, JSON and GitHub's annotations."""

import json

import pytest

from roi_casebook.problems import LONGEST_MESSAGE, Problem, shortened
from roi_casebook.reading.files.report import WIDEST, as_github, as_json, as_text, tally
from roi_casebook.yaml_places.source_text import SourceText

HINT = Problem("cases/a.yml", 2, 3, "x.y", "odd", "hint", "found an odd thing")
ERROR = Problem("cases/b.yml", 1, 1, "", "bad", "error", "found 100%: bad", "mend it,\nplease")


def lines(_file: str) -> SourceText:
    return SourceText("first\nab\tcd\n")


def test_text_shows_place_line_caret_and_hint() -> None:
    assert as_text([ERROR], lines) == (
        "cases/b.yml:1:1: error [bad]\n"
        "  found 100%: bad\n"
        "      1 | first\n"
        "        | ^\n"
        "  -> mend it,\nplease\n"
        "\n"
        "1 error in 1 file"
    )


def test_caret_keeps_the_tabs_of_the_line() -> None:
    problem = Problem("a", 2, 4, "", "odd", "hint", "found")
    assert "| ab\tcd\n        |   \t^" in as_text([problem], lines)


@pytest.mark.parametrize(
    ("before", "blanks"),
    [
        ("été", 3),
        ("e\u0301", 1),
        ("漢字", 4),
        ("😀", 2),
        ("a\u200bb", 2),
        ("\u2028", 1),
        ("\u202e", 1),
    ],
)
def test_caret_stands_under_its_character_whatever_comes_before(before: str, blanks: int) -> None:
    problem = Problem("a", 1, len(before) + 1, "", "odd", "hint", "found")
    shown, caret = as_text([problem], lambda _: SourceText(f"{before}here")).splitlines()[2:4]
    assert caret == f"        | {' ' * blanks}^"
    assert not {"\u2028", "\u202e"} & set(shown)


def test_a_long_line_is_shown_around_its_column() -> None:
    text = "x" * 300 + "HERE" + "x" * 300
    problem = Problem("a", 1, 301, "", "odd", "hint", "found")
    shown, caret = as_text([problem], lambda _: SourceText(text)).splitlines()[2:4]
    assert len(shown) <= WIDEST + len("      1 | ......")
    assert shown[caret.index("^") :].startswith("HERE")


def test_an_empty_line_is_not_shown() -> None:
    assert " | " not in as_text([ERROR], lambda _: SourceText(""))


def test_tally_counts_in_plain_words() -> None:
    assert tally([]) == "no problems"
    assert tally([HINT]) == "1 hint in 1 file"
    assert tally([HINT, ERROR, ERROR]) == "2 errors and 1 hint in 2 files"


def test_json_holds_every_field_of_every_problem() -> None:
    assert json.loads(as_json([ERROR])) == [
        {
            "file": "cases/b.yml",
            "line": 1,
            "column": 1,
            "path": "",
            "code": "bad",
            "severity": "error",
            "message": "found 100%: bad",
            "hint": "mend it,\nplease",
        }
    ]
    assert json.loads(as_json([])) == []


def test_annotations_are_escaped() -> None:
    assert as_github([ERROR, HINT]).splitlines() == [
        "::error file=cases/b.yml,line=1,col=1,title=bad::found 100%25: bad. mend it,%0Aplease",
        "::notice file=cases/a.yml,line=2,col=3,title=x.y%3A odd::found an odd thing",
    ]
    odd_name = Problem("a,b:c%.yml", 1, 1, "", "x", "hint", "m")
    assert "file=a%2Cb%3Ac%25.yml," in as_github([odd_name])


def test_a_message_that_repeats_a_very_long_text_is_cut_in_its_middle() -> None:
    short = "found 'x', expected a day"
    assert shortened(short) == short
    cut = shortened(f"found {'x' * 20_000!r}, expected a day")
    assert len(cut) <= LONGEST_MESSAGE
    assert cut.startswith("found 'xxx")
    assert cut.endswith("xxx', expected a day")
