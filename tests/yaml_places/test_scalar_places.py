"""A column of a value is shown where it is written, however the value is quoted or folded."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.reading.files.case_file import read_case
from roi_casebook.reading.files.library_folder import surroundings
from roi_casebook.reading.files.site_file import read_config
from roi_casebook.yaml_places.document import Finding
from roi_casebook.yaml_places.reader import read_yaml

ROOT = Path(__file__).parents[2]
WORDS = st.lists(
    st.sampled_from(["hours", "*", "+", "(", ")", "wage_1", "'", '"', "été", "漢", "12", "\\"]),
    min_size=1,
    max_size=40,
)


@given(WORDS, st.sampled_from([None, "'", '"', "|", ">"]), st.integers(10, 60))
def test_every_character_is_found_where_it_is_written(
    words: list[str], style: str | None, width: int
) -> None:
    value = " ".join(words)
    text = yaml.safe_dump(
        {"a": {"amount": value}}, default_style=style, width=width, allow_unicode=True
    )
    document = read_yaml(text.encode(), "x.yml")
    for column, character in enumerate(value, start=1):
        if not character.isspace():
            finding = Finding(("a", "amount"), "code", "message", column=column)
            problem = document.problem(finding)
            line = text.splitlines()[problem.line - 1]
            found = line[problem.column - 1 :]
            assert found.startswith((character, "\\" + character))


WRITTEN = {
    "plain": "amount: hours * wge",
    "plain, folded": "amount: hours\n      * wge",
    "single quotes": "amount: 'hours * wge'",
    "single quotes, folded": "amount: 'hours\n\n      * wge'",
    "double quotes": 'amount: "hours * wge"',
    "double quotes, escaped": 'amount: "hours\\t\\x2A \\\n      wge"',
    "blanks in quotes": 'amount: "   hours * wge"',
    "literal": "amount: |\n      hours\n        * wge",
    "literal, indented": "amount: |2-\n        hours * wge",
    "folded": "amount: >-  # a comment\n\n      hours *\n      wge\n",
    "anchor": "amount: &x hours * wge",
    "anchor of a block": "amount: &x >-\n      hours * wge",
    "tabs": "amount: hours\t*\twge",
}


@pytest.mark.parametrize("how", WRITTEN)
def test_a_misspelt_name_is_shown_where_it_stands(how: str) -> None:
    line_of_costs = f"label: x\n    when: 0\n    status: observed\n    {WRITTEN[how]}\n"
    assert_shown(f"costs:\n  work:\n    {line_of_costs}")


def test_a_misspelt_name_in_braces_is_shown_where_it_stands() -> None:
    fields = "label: 漢字, when: 0, status: observed, amount: hours * wge"
    assert_shown(f"costs: {{work: {{{fields}}}}}\n")


def assert_shown(costs: str) -> None:
    text = f"inputs:\n  hours: {{value: 1, unit: hour, assumption: x}}\n{costs}"
    around = surroundings(read_config(ROOT), date(2026, 1, 1))
    (problem,) = (
        each
        for each in read_case(text.encode(), "x.yml", around).problems
        if each.code == "unknown_input"
    )
    line = text.splitlines()[problem.line - 1]
    assert line[problem.column - 1 :].startswith("wge")
