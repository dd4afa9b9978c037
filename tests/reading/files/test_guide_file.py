"""`guide.yml`: what it names exists, or the problem says where and what was meant."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from roi_casebook.cli import main
from roi_casebook.problems import Problem
from roi_casebook.reading import read_library
from roi_casebook.reading.files.checking import checked
from roi_casebook.reading.files.guide_file import read_guide

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 22)
CASES = ("need-a-cake", "river-pools")
GUIDE = """\
format: 1
title: {en: Guide, fr: Guide de lecture}
description: {en: What to ask, fr: Que demander}
lead: {en: Begin., fr: Commencez.}
points:
  why:
    title: {en: Why, fr: Pourquoi}
    quotes:
      sprint: {words: a sprint, source: talk, meaning: {fr: un sprint}}
    text:
      en: See [a cake](case:need-a-cake#soft) and [the talk](source:talk).
      fr: Voir [un gâteau](case:need-a-cake#soft) et [la conférence](source:talk).
    here: {en: "[Method](page:method)", fr: "[Méthode](page:method)"}
    cases:
      river-pools: {en: Half a year., fr: Six mois.}
sources:
  talk: {work: A talk, by: Somebody, date: 2011, kind: blog, lang: en, read_at: unknown}
"""


def problems_of(folder: Path, written: str) -> tuple[Problem, ...]:
    (folder / "guide.yml").write_text(written, encoding="utf-8")
    return read_guide(folder, CASES, ("en", "fr")).problems


def test_a_whole_guide_has_no_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path, GUIDE) == ()
    read = read_guide(tmp_path, CASES, ("en", "fr"))
    assert read.held is not None
    assert list(read.held.points) == ["why"]


def test_a_site_may_have_none(tmp_path: Path) -> None:
    read = read_guide(tmp_path, CASES, ("en", "fr"))
    assert (read.held, read.problems) == (None, ())


@pytest.mark.parametrize(
    ("was", "becomes", "code", "hint"),
    [
        ("river-pools:", "river-pool:", "unknown_case", "did you mean 'river-pools'?"),
        ("case:need-a-cake", "case:need-a-cak", "unknown_case", "did you mean 'need-a-cake'?"),
        ("page:method", "page:methods", "unknown_page", "did you mean 'method'?"),
        ("source:talk", "source:tlak", "unknown_source", "did you mean 'talk'?"),
        ("source: talk", "source: tak", "unknown_source", "did you mean 'talk'?"),
    ],
)
def test_what_it_names_has_to_exist(
    tmp_path: Path, was: str, becomes: str, code: str, hint: str
) -> None:
    written = GUIDE.replace(was, becomes)
    problems = problems_of(tmp_path, written)
    assert {(problem.code, problem.severity, problem.hint) for problem in problems} == {
        (code, "error", hint)
    }
    for problem in problems:
        line = written.splitlines()[problem.line - 1]
        assert becomes.strip(":") in line
    assert read_guide(tmp_path, CASES, ("en", "fr")).held is None


@pytest.mark.parametrize(
    ("was", "becomes", "code"),
    [
        ("{en: Begin., fr: Commencez.}", '"<b>Begin</b>"', "raw_html"),
        ("format: 1", "format: 2", "not_in_list"),
        ("    cases:\n      river-pools: {en: Half a year., fr: Six mois.}\n", "", "missing_key"),
        ("river-pools: {en: Half a year., fr: Six mois.}", "{}", "too_few"),
        ("here:", "hear:", "unknown_key"),
        ("{fr: un sprint}", "{en: a sprint}", "missing_translation"),
        ("{en: Why, fr: Pourquoi}", "{en: Why}", "missing_translation"),
        ("points:\n", "points: [\n", "bracket_not_closed"),
    ],
)
def test_its_form_is_checked_as_that_of_a_case(
    tmp_path: Path, was: str, becomes: str, code: str
) -> None:
    codes = {problem.code for problem in problems_of(tmp_path, GUIDE.replace(was, becomes))}
    assert code in codes


# In a site ----------------------------------------------------------------------------------------


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a site of two cases with a guide."""
    (tmp_path / "cases").mkdir()
    for name in ("site_config.yml", *(f"cases/{slug}.yml" for slug in CASES)):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "guide.yml").write_text(GUIDE, encoding="utf-8")
    return tmp_path


def test_a_site_is_read_with_its_guide(site: Path) -> None:
    assert read_library(site, TODAY).beside.guide is not None
    assert read_library(ROOT, TODAY).beside.guide is not None


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_a_case_without_a_page_is_none_to_lead_to(site: Path, state: str) -> None:
    case = site / "cases" / "river-pools.yml"
    text = case.read_text(encoding="utf-8").replace("state: published", f"state: {state}")
    case.write_text(text, encoding="utf-8")
    found = [each for each in read_library(site, TODAY).problems if each.file == "guide.yml"]
    assert [each.code for each in found] == ["unknown_case"]


def test_a_broken_case_is_reported_once_and_not_in_the_guide(site: Path) -> None:
    (site / "cases" / "river-pools.yml").write_text("format: [\n")
    problems = read_library(site, TODAY).problems
    errors = {each.file for each in problems if each.severity == "error"}
    assert errors == {"cases/river-pools.yml"}


def test_the_commands_name_the_guide(site: Path) -> None:
    (site / "guide.yml").write_text(GUIDE.replace("river-pools:", "river-pool:"))
    assert [each.file for each in checked(site, [site / "guide.yml"], TODAY).problems] == [
        "guide.yml"
    ]
    assert "guide.yml" in {each.file for each in checked(site, [site], TODAY).problems}
    result = CliRunner().invoke(main, ["build", "--site", str(site), "--out", str(site / "out")])
    assert result.exit_code == 1
    assert "found the case 'river-pool', which is no published case of this site" in result.output
    assert not (site / "out").exists()
