"""What `check` accepts the schema accepts, always; what it refuses by its shape the schema refuses, too.

What a schema cannot hold stands in `BEYOND`: each code with a case that the schema accepts and `check`
refuses.
"""

import random
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from roi_casebook.reading.files.case_file import read_case
from roi_casebook.reading.files.library_folder import surroundings
from roi_casebook.reading.files.site_file import read_config
from roi_casebook.reading.model.schema import case_schema
from roi_casebook.yaml_places.reader import read_yaml
from tests.reading.schema.mutants import mutants

ROOT = Path(__file__).parents[3]
INVALID = ROOT / "tests" / "invalid_cases"
AROUND = surroundings(read_config(ROOT), date(2026, 11, 30))
BASES = ("stopcovid", "need-a-cake", "pepsi-refresh", "bt-btcare")
A_CASE_EACH = 60

SHAPE = {
    "measure_refused", "merge_key", "missing_key", "money_in_soft", "not_in_list", "number_in_line",
    "soft_in_benefits", "too_few", "unknown_channel", "unknown_key", "unknown_kind",
    "unknown_measure", "unknown_objective", "unknown_sector",
}  # fmt: skip
"""Codes of what is refused by its shape, wherever it stands."""
PARTLY = {
    "not_a_date": "a day that the calendar does not have",
    "not_a_formula": "an empty text where a formula belongs",
    "not_a_growth": "a growth in words, or with its sign",
    "not_a_number": "how a number is written, once it is a text",
    "not_a_rate": "a rate that is written in per cent",
    "not_a_schedule": "which spans of years follow on each other",
    "not_a_series": "which years a series has",
    "not_a_share": "a share that is written in per cent, or computed",
    "not_a_span": "which end of a span comes first",
    "not_a_text": "a text of blanks alone",
    "not_a_year": "years that are written as text",
    "not_in_tens": "how YAML reads a number",
    "not_whole": "a whole number that is written as text",
    "wrong_form": "an address that no browser can open",
    "wrong_value": "a date or a number of another kind that looks like one",
}
"""Codes of which a schema holds a part, and what it cannot hold of each."""


@cache
def schema() -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(case_schema(AROUND.vocabulary))


def is_refused(value: object) -> bool:
    return next(schema().iter_errors(value), None) is not None


def invalid() -> Iterator[tuple[str, set[str], bool]]:
    """Give each invalid case that is sound YAML: the codes of its errors, whether the schema refuses it."""
    for path in sorted(INVALID.glob("*.yml")):
        expected = path.with_suffix(".expected")
        document = read_yaml(path.read_bytes(), path.name)
        codes = set(re.findall(r"error \[(\w+)\]", expected.read_text("utf-8"))) if expected.is_file() else set()  # fmt: skip
        if codes and not document.problems:
            yield path.stem, codes, is_refused(document.value)


@cache
def beyond() -> Mapping[str, str]:
    """Give the codes that a schema cannot hold, each with a case that it accepts."""
    found: dict[str, str] = {}
    for name, codes, refused in invalid():
        for code in () if refused else sorted(codes):
            found.setdefault(code, name)
    return found


def test_no_code_of_shape_is_beyond_the_schema() -> None:
    assert SHAPE & set(beyond()) == set()


BEYOND = {
    "address": {"dead_link", "unknown_country", "unknown_currency", "unknown_language", "wrong_slug"},
    "names": {
        "cost_twice", "line_in_two_tables", "line_twice", "two_lead", "unknown_benefit", "unknown_claim",
        "unknown_cost", "unknown_input", "unknown_line", "unknown_reading", "unknown_soft_result",
        "unknown_source", "claim_repeats_itself", "instead_of_in_a_circle", "instead_of_itself",
        "negative_of_itself", "constant_replaced", "word_of_formulas",
    },
    "numbers": {
        "ambiguous_number", "currency_sign", "low_above_high", "middle_off_centre", "middle_outside",
        "number_out_of_range", "range_too_wide", "se_not_positive", "too_large", "negative_cost",
        "negative_time", "no_time", "division_by_zero",
    },
    "formulas and units": {
        "claim_not_a_ratio", "claim_without_currency", "claim_without_time", "formula",
        "number_in_formula", "one_number_needed", "price_year_of_no_money", "stock_by_year",
        "sum_of_yearly", "two_units", "unit_form", "units_do_not_fit", "wrong_unit", "no_price_index",
    },
    "time": {
        "before_first_outlay", "counted_once", "in_future", "line_after_horizon",
        "observed_in_future", "overlapping", "present_value_later", "present_values_of_other_years",
        "schedule_gap", "schedule_overlap", "schedule_too_short", "series_too_short",
        "several_ways_of_counting", "start_elsewhere", "timing_of_dated_money", "year_outside_horizon",
        "year_twice", "years_of_no_horizon",
    },
    "one field beside another": {
        "amount_and_when", "assumed_by_nobody", "bound_without_value", "bridge_without_deductions",
        "bridged_twice", "context_used", "deadweight_missing", "design_twice", "discounted_twice",
        "drop_off_of_present_values", "for_whom_of_money", "growth_of_series", "growth_without_number",
        "handled_by_design", "headline_without_readings", "leads_before_effect", "leads_uncounted",
        "margin_missing", "margin_twice", "may_be_of_known", "no_basis", "no_headline",
        "not_constant", "not_in_these_accounts", "not_withdrawn", "range_incomplete",
        "rate_or_schedule", "result_and_when", "se_and_ends", "se_without_middle", "two_haircuts",
        "unknown_without_search", "value_and_range", "values_and_value", "withdrawn_without_why",
    },
    "texts": {
        "citation_in_a_name", "empty_text", "heading_in_text", "image_in_text", "left_to_do",
        "line_break", "media_value", "money_in_soft_text", "raw_html", "sum_of_lanes",
        "hash_in_text",
    },
}  # fmt: skip
"""The codes that no schema of draft-07 holds, by what they would have to look at."""


def test_the_list_of_what_a_schema_cannot_hold_is_closed_and_each_has_its_mutant() -> None:
    named = {code for codes in BEYOND.values() for code in codes}
    assert set(beyond()) - named - set(PARTLY) == set()
    without = sorted(named - set(beyond()))
    assert without == [], "the schema refuses these now, or no case shows them"


@cache
def chosen(slug: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    """Give some mutants of a case, always the same."""
    value = read_case((ROOT / "cases" / f"{slug}.yml").read_bytes(), slug, AROUND).document.value
    assert isinstance(value, dict)
    made = list(mutants(value))
    random.Random(slug).shuffle(made)  # noqa: S311 -- a sample, no secret
    return tuple(made[:A_CASE_EACH])


@pytest.mark.slow
@pytest.mark.parametrize("slug", BASES)
def test_check_and_schema_agree_over_mutants(slug: str) -> None:
    named = {code for codes in BEYOND.values() for code in codes} | set(PARTLY)
    both = 0
    for name, mutant in chosen(slug):
        raw = yaml.safe_dump(mutant, allow_unicode=True, sort_keys=False).encode()
        found = read_case(raw, "a.yml", AROUND)
        if found.document.problems:
            continue
        codes = {each.code for each in found.problems if each.severity == "error"}
        refused = is_refused(found.document.value)
        assert codes or not refused, f"check accepts {name}, the schema does not"
        assert refused or codes <= named, (
            f"check refuses {name} by {codes - named}, the schema does not"
        )
        both += bool(codes) and refused
    assert both > A_CASE_EACH // 3


@pytest.mark.parametrize(
    ("place", "other"),
    [
        (("period", "years"), 101),
        (("period", "years"), -1),
        (("benefits", "margin_on_sales", "margin"), 1.5),
        (("money", "price_year"), 3),
        (("organisation", "country"), "france"),
        (("people", "paid", "role"), "nobody-knows"),
        (("costs", "money_given", "when"), -1),
    ],
)
def test_a_number_a_word_and_a_form_out_of_bounds_are_refused_by_both(
    place: tuple[str, ...], other: object
) -> None:
    document = read_yaml((ROOT / "cases" / "pepsi-refresh.yml").read_bytes(), "a.yml")
    part: Any = document.value
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = other
    assert is_refused(document.value)
    raw = yaml.safe_dump(document.value, allow_unicode=True).encode()
    found = read_case(raw, "a.yml", AROUND).problems
    assert any(each.severity == "error" for each in found)


def test_the_editors_that_are_recommended_read_the_schema() -> None:
    held = (ROOT / ".vscode" / "extensions.json").read_text("utf-8")
    assert "redhat.vscode-yaml" in held
    scaffold = ROOT / "generator" / "roi_casebook" / "data" / "scaffold.yml"
    assert scaffold.read_text("utf-8").startswith(
        "# yaml-language-server: $schema=case.schema.json"
    )
