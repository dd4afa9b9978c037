"""Our reader of YAML: values, places, refusals; no bytes make it raise."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.problems import Problem
from roi_casebook.yaml_places.composing import NO_WORD
from roi_casebook.yaml_places.document import Document, Finding, Path, part_at
from roi_casebook.yaml_places.errors import MOST_ALIASES
from roi_casebook.yaml_places.reader import read_yaml
from roi_casebook.yaml_places.source_text import MOST_BYTES


def read(text: str) -> Document:
    return read_yaml(text.encode(), "case.yml")


def only_problem(text: str) -> Problem:
    (problem,) = read(text).problems
    return problem


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("2008-08-20", "2008-08-20"),
        ("0123", "0123"),
        ("1_000", "1_000"),
        ("1e3", 1000.0),
        ("4.6e6", 4_600_000.0),
        ("-3", -3),
        ("0", 0),
        ("0x1F", 31),
        ("0o17", 15),
        (".5", 0.5),
        ("1.", 1.0),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'no'", "no"),
        ('"1"', "1"),
        ("12 %", "12 %"),
        ("9" * 400, float("inf")),
    ],
)
def test_plain_words_mean_what_yaml_1_2_says(written: str, value: object) -> None:
    assert read(f"a: {written}").value == {"a": value}


def test_keys_are_always_texts() -> None:
    assert read("1: a\nno: b\n2008-08-20: c\ntrue: d").value == {
        "1": "a",
        "no": "b",
        "2008-08-20": "c",
        "true": "d",
    }


def test_a_byte_order_mark_is_tolerated() -> None:
    document = read_yaml(b"\xef\xbb\xbfa: 1", "case.yml")
    assert document.value == {"a": 1}
    assert document.problems == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_columns_count_from_one_as_editors_do(end: str) -> None:
    document = read(end.join(["# é", "a:", "  b: {c: é, d: 2}", ""]))
    assert place(document, ("a", "b", "d")) == (3, 16)
    assert place(document, ("a", "b", "d"), key=True) == (3, 13)
    assert place(document, ("a", "b", "missing"), key=True) == (3, 3)


def place(document: Document, path: Path, *, key: bool = False) -> tuple[int, int]:
    problem = document.problem(Finding(path, "x", "x", at="key" if key else "value"))
    return problem.line, problem.column


@pytest.mark.parametrize(
    ("written", "column"),
    [("a: one + two", 10), ('a: "one + two"', 11), ("a: >-\n  one + two", 9)],
)
def test_columns_within_a_text_count_from_where_it_is_written(written: str, column: int) -> None:
    finding = Finding(("a",), "x", "x", column=7)
    assert read(written).problem(finding).column == column


def test_a_duplicate_key_is_refused_at_the_second_with_the_line_of_the_first() -> None:
    problem = only_problem("a: 1\nb: 2\na: 3\n")
    assert (problem.line, problem.column, problem.path) == (3, 1, "a")
    assert "line 1" in problem.message
    assert read("a: 1\na: 3\n").value == {"a": 1}


def test_all_problems_of_a_file_are_told_at_once() -> None:
    codes = [each.code for each in read("a: !!str 1\na: 2\nb: {en: 8,5}\n").problems]
    assert codes == ["tag", "duplicate_key", "comma_in_braces"]


def test_aliases_repeat_a_part() -> None:
    document = read("a: &part {b: 1}\nc: *part\n")
    assert document.value == {"a": {"b": 1}, "c": {"b": 1}}
    assert place(document, ("c", "b")) == (2, 4)


def test_aliases_are_limited() -> None:
    few = ", ".join(["*a"] * MOST_ALIASES)
    assert read(f"x: &a 1\ny: [{few}]").problems == ()
    assert only_problem(f"x: &a 1\ny: [{few}, *a]").code == "too_many_aliases"


def test_size_is_limited() -> None:
    filler = "# " + "x" * (MOST_BYTES - 8)
    assert read(f"a: 1\n{filler}").value == {"a": 1}
    assert only_problem(f"a: 1\n{filler}xxxxx").code == "too_large"


def test_brackets_beyond_all_depth_are_refused_without_recursion() -> None:
    assert only_problem("a: " + "[" * 100_000).code == "too_deep"


@pytest.mark.parametrize(
    "text", ["a: text # a remark\n", "a: text #\n", "# a remark\na: 1 # one\n", "a: 'x' #y\n"]
)
def test_a_remark_after_a_space_is_no_trap(text: str) -> None:
    assert read(text).cuts == {}


def test_braces_without_a_comma_trap_are_fine() -> None:
    text = 'a: {b: , c: "1,2", d: [1, 2], "e":1}'
    assert read(text).problems == ()
    assert read(text).value == {"a": {"b": None, "c": "1,2", "d": [1, 2], "e": 1}}


@given(st.binary(max_size=400))
def test_no_bytes_make_it_raise(raw: bytes) -> None:
    assert_sound(read_yaml(raw, "case.yml"))


YAML_LIKE = st.text(
    st.sampled_from("ab1 \n\t:-?,[]{}#&*!|>'\"%@`~<=.\\éà\u2028\ufeff0e"), max_size=60
)


@given(YAML_LIKE)
def test_no_text_made_of_yaml_signs_makes_it_raise(text: str) -> None:
    assert_sound(read(text))


def assert_sound(document: Document) -> None:
    """A value or problems; every problem at a place of the text, in our own words."""
    assert isinstance(document.value, dict) or document.problems
    lines = re.split(r"\r\n|\r|\n", document.source.text)
    for problem in document.problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 2
        assert problem.hint
        assert not re.search("scalar|token|simple key|block mapping|context", problem.message)


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(words, values, max_size=4))
def test_what_another_library_writes_is_read_back(value: dict[str, object]) -> None:
    """As long as the writer quotes what is no plain text; all places lie in the text."""
    text = yaml.safe_dump(value, allow_unicode=True, default_style='"', width=10**6)
    text = re.sub(r'!!(null|bool|int) "([^"]*)"', r"\2", text)
    document = read(text)
    assert document.problems == ()
    assert document.value == value
    for path in document.values:
        if NO_WORD not in path:
            part_at(document.value, path)
            line, column = place(document, path)
            assert column <= len(document.source.line(line)) + 1
