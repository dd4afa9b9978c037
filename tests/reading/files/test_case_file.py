"""A case file read whole: models, problems at their places, silence on what only follows."""

import copy
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.problems import Problem
from roi_casebook.reading import read_case
from roi_casebook.reading.files.case_file import CaseFile
from roi_casebook.reading.model.valid_parts import Surroundings
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from roi_casebook.yaml_places.reader import read_yaml

CASES = Path(__file__).parents[3] / "cases"
SITE = Surroundings(("en", "fr"), shipped_vocabulary(), words_are_sure=True, today=date(2027, 1, 1))
WHOLE = CASES / "depaul-ihobo.yml"
PYDANTIC = ("Input should", "Extra inputs", "Field required", "valid ", "type=", "error for")


def read(text: str, site: Surroundings = SITE) -> CaseFile:
    return read_case(text.encode(), "case.yml", site)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def test_a_whole_case_becomes_a_model() -> None:
    file = read_case(WHOLE.read_bytes(), "cases/depaul-ihobo.yml", SITE)
    assert file.case
    assert file.case.organisation.country == "GB"
    assert all(problem.severity == "hint" for problem in file.problems)


def test_a_case_with_an_error_is_no_case() -> None:
    file = read(WHOLE.read_text("utf-8") + "colour: red\n")
    assert file.case is None
    assert "unknown_key" in codes(file.problems)


def test_problems_come_in_the_order_of_the_lines() -> None:
    problems = read("format: 3\nstate: gone\nfound_by: nobody\ncolour: red\n").problems
    assert [each.line for each in problems] == sorted(each.line for each in problems)


BROKEN = """\
sources: {post: {work: 12}}
inputs:
  hours: {value: 1,200, unit: hour, source: post, quote: "1,200 hours"}
  wage: {value: 20, unit: GBP/hour, assumption: {en: a, fr: b}}
period: {start: 2008, years: never}
money: {currency: GBP, prices: nominal, price_year: 2008}
costs:
  work: {label: {en: a, fr: b}, amount: hours * wage, when: 9, status: observed}
  more: {label: {en: a, fr: b}, amount: hours * wages, when: 0, status: observed}
readings: {one: {label: {en: a, fr: b}, lines: [work, more, moer]}}
claims: {c: {says: {what: roi, value: 5, unit: GBP}, quote: "5", source: post, repeats: d}, d: 5}
"""


def test_what_follows_from_a_reported_error_is_not_reported() -> None:
    """The source, the input, the horizon and a claim are broken: nothing is said of their users."""
    found = {(each.path, each.code) for each in read(BROKEN).problems if each.path != ""}
    expected = {
        ("sources.post.work", "not_a_text"),
        ("inputs.hours.value", "comma_in_braces"),
        ("period.years", "not_a_number"),
        ("costs.more.amount", "unknown_input"),
        ("readings.one.lines[2]", "unknown_line"),
        ("claims.d", "wrong_value"),
    }
    assert expected <= found
    silent = {"unknown_source", "year_outside_horizon", "unknown_claim", "units_do_not_fit"}
    assert not silent & {code for _, code in found}


def test_an_error_in_the_sites_own_words_leaves_unknown_words_alone() -> None:
    text = WHOLE.read_text("utf-8").replace("sector: charity", "sector: joy")
    unsure = Surroundings(None, shipped_vocabulary(), words_are_sure=False, today=date(2027, 1, 1))
    assert "unknown_sector" in codes(read(text).problems)
    assert "unknown_sector" not in codes(read(text, unsure).problems)


def test_a_margin_may_be_unknown_and_a_share_in_place() -> None:
    text = """\
period: {start: 2008, years: 1, observed_months: 6}
money: {currency: GBP, prices: nominal, price_year: 2008}
inputs: {sales: {value: 5, unit: GBP, assumption: {en: a, fr: b}}}
benefits:
  shop:
    label: {en: a, fr: b}
    measure: revenue
    amount: sales
    when: 1
    status: observed
    margin: unknown
    risk: {value: 10%, assumption: {en: a, fr: b}}
"""
    assert not [each for each in read(text).problems if each.path.startswith("benefits")]


@pytest.mark.parametrize(
    ("amount", "unit", "fits"),
    [
        ("hours * wage", "GBP/hour", True),
        ("hours * wage / 1 + hours * wage", "GBP/hour", True),
        ("-hours * wage", "GBP/hour", False),
        ("hours * wage", "EUR/hour", False),
        ("hours + wage", "GBP", False),
        ("hours * wage * weeks_per_year", "GBP/hour/week", True),
        ("hours * weeks_per_year * wage", "GBP/hour/week/month", False),
        ("hours * wage ** 2 / wage", "GBP/hour", True),
    ],
)
def test_units_and_signs_of_a_cost(amount: str, unit: str, fits: bool) -> None:  # noqa: FBT001 -- a row's answer
    text = f"""\
period: {{start: 2008, years: 1, observed_months: 6}}
money: {{currency: GBP, prices: nominal, price_year: 2008}}
inputs:
  hours: {{value: 5, unit: hour, assumption: {{en: a, fr: b}}}}
  wage: {{value: 5, unit: {unit}, assumption: {{en: a, fr: b}}}}
costs: {{work: {{label: {{en: a, fr: b}}, amount: {amount}, when: 1, status: observed}}}}
"""
    found = [each.code for each in read(text).problems if each.path.startswith("costs")]
    assert (not found) == fits, found


def every_path(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the path of every part of a value but the whole."""
    inner = enumerate(value) if isinstance(value, list) else ()
    for step, part in value.items() if isinstance(value, dict) else inner:
        yield (*path, step)
        yield from every_path(part, (*path, step))


CASE: Any = read_yaml(WHOLE.read_bytes(), "case.yml").value
PATHS = list(every_path(CASE))
ODD = st.sampled_from(
    [None, True, "", "unknown", "x", "1,5", "60%", "1-3", -1, 0, 1e300, [], {}, [1], {"x": 1},
     {"en": 5}, {"value": "unknown"}, {"low": 1}, "a b", "1 / 0", "9" * 5000, "x" * 600]
)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(PATHS), ODD), min_size=1, max_size=3))
def test_no_odd_value_in_any_field_makes_it_raise(
    changes: list[tuple[tuple[str | int, ...], object]],
) -> None:
    """Every problem has its place, and no word of the library that validates."""
    case = copy.deepcopy(CASE)
    for path, odd in changes:
        put(case, path, odd)
    file = read(yaml.safe_dump(case, allow_unicode=True, sort_keys=False, width=10**6))
    assert (file.case is None) == any(each.severity == "error" for each in file.problems)
    for problem in file.problems:
        assert problem.line >= 1
        assert problem.message
        assert not any(words in problem.message + problem.hint for words in PYDANTIC)


def put(case: Any, path: tuple[str | int, ...], odd: object) -> None:  # noqa: ANN401 -- a case as read
    """Put a value at a path, where an earlier change has left one."""
    for step in path[:-1]:
        try:
            case = case[step]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(case, (dict, list)):
        case[path[-1]] = odd  # type: ignore[index]


@given(st.sampled_from(PATHS))
def test_leaving_any_part_out_makes_no_other_wording_than_ours(path: tuple[str | int, ...]) -> None:
    case = copy.deepcopy(CASE)
    parent = case
    for step in path[:-1]:
        parent = parent[step]
    del parent[path[-1]]
    file = read(yaml.safe_dump(case, allow_unicode=True, sort_keys=False, width=10**6))
    for problem in file.problems:
        assert not any(words in problem.message for words in PYDANTIC)
