"""Every code of a problem has its rule, and an example as it is said today."""

import ast
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from roi_casebook.cli import main
from roi_casebook.shipped.problem_codes import examples, rules
from tools.problem_examples import examples as taken

PACKAGE = Path(__file__).parents[2] / "generator" / "roi_casebook"
INVALID = Path(__file__).parents[1] / "invalid_cases"
MAKERS = {
    "Finding": 1,
    "refused": 0,
    "Problem": 4,
    "TextRefusedError": 1,
    "PydanticCustomError": 0,
    "_tell": 1,
}
"""What makes a problem, and which of its arguments is the code."""
FOR_MAINTAINERS = {"catalogue_check.py", "check_links.py", "check_pages.py"}
"""Modules of which the problems are no editor's: texts of the house and finished pages."""


def made_in_code() -> set[str]:
    """Give the codes that are written where a problem is made."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        if path.name in FOR_MAINTAINERS:
            continue
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call):
                name = getattr(call.func, "id", getattr(call.func, "attr", ""))
                place = MAKERS.get(name)
                code = call.args[place] if place is not None and len(call.args) > place else None
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    found.add(code.value)
    return found


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)], catch_exceptions=False)


def test_every_code_has_a_rule() -> None:
    told = set(taken())
    assert (made_in_code() | told) - set(rules()) == set()


def test_a_rule_is_a_sentence_of_its_own() -> None:
    assert list(rules()) == sorted(rules())
    assert len(set(rules().values())) == len(rules())
    for code, rule in rules().items():
        assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", code)
        assert rule[0].isupper(), code
        assert rule.endswith("."), code


def test_the_examples_are_what_is_said_today() -> None:
    assert dict(examples()) == taken(), "run tools/problem_examples.py"


def test_no_code_is_documented_that_nothing_says() -> None:
    source = "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    assert [code for code in rules() if f'"{code}"' not in source and code not in taken()] == []


@pytest.mark.parametrize("code", sorted(rules()))
def test_a_code_is_explained(code: str) -> None:
    told = run("--explain", code)
    assert told.exit_code == 0
    assert rules()[code] in told.stdout
    assert examples().get(code, {}).get("hint", "") in told.stdout


def test_a_code_that_is_none_is_wrong_use_and_leads_on() -> None:
    result = run("--explain", "unknown-key")
    assert result.exit_code == 2
    assert "did you mean 'unknown_key'?" in result.stderr


def test_the_report_says_how_a_code_is_explained() -> None:
    told = run("--site", INVALID, INVALID / "unknown-source.yml").stdout
    assert told.rstrip().endswith("casebook check --explain unknown_source")


def test_errors_only_leaves_out_the_hints() -> None:
    told = run("--site", INVALID / "missing-translation", "--errors-only")
    assert told.exit_code == 0
    assert told.stdout == "no problems\n"


def test_texts_that_lack_a_language_are_counted_unless_they_are_asked_for() -> None:
    site = INVALID / "missing-translation"
    told = run("--site", site).stdout
    assert "missing_translation" not in told
    assert "texts lack a language of the site: --translations lists them." in told
    asked = run("--site", site, "--translations").stdout
    counted = re.search(r"([0-9]+) texts lack", told)
    assert counted
    assert asked.count("[missing_translation]") == int(counted[1])
