"""`check --fix` mends what needs no judgement: over all invalid cases, with nothing else touched."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from roi_casebook.cli import main
from roi_casebook.editing.mending import MENDINGS, Mended, mended
from roi_casebook.problems import Problem
from roi_casebook.reading.files.case_file import read_case
from roi_casebook.reading.files.library_folder import surroundings
from roi_casebook.reading.files.site_file import read_config

INVALID = Path(__file__).parents[1] / "invalid_cases"
AROUND = surroundings(read_config(INVALID), date(2025, 1, 15))
FILES = sorted(path for path in INVALID.glob("*.yml") if path.name != "site_config.yml")


def result_of(path: Path) -> Mended:
    return mended(path.read_bytes(), path.name, AROUND)


def errors(raw: bytes) -> set[tuple[str, str]]:
    found: tuple[Problem, ...] = read_case(raw, "a.yml", AROUND).problems
    return {(each.code, each.path) for each in found if each.severity == "error"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_case_is_mended_only_for_the_better(path: Path) -> None:
    result = result_of(path)
    assert {each.code for each in result.mended} <= set(MENDINGS)
    assert (result.after != result.before) == bool(result.mended)
    if result.mended:
        before, after = errors(path.read_bytes()), errors(result.after.encode())
        assert after <= before or not read_case(path.read_bytes(), "a.yml", AROUND).document.value
        again = mended(result.after.encode(), path.name, AROUND)
        assert again.after == result.after
        comments = [
            line.partition(" # ")[2] for line in result.before.splitlines() if " # " in line
        ]
        assert [each for each in comments if each not in result.after] == []


def test_each_mending_mends_some_case() -> None:
    gone = {each.code for path in FILES for each in result_of(path).mended}
    assert gone == set(MENDINGS)


WRITTEN = """format: 1   # the format
state: draft
checked: 15 January 2025
found_by:\u00a0press
titel: "An app"
summary: “A small app.”
organisation: {name: 2010, sector: charity, size: small, country: GB}
initiative: {kind: mobile-app, channels: [mobile-app], objective: donations}
perspective: payer
period: {start: 2010, years: 1, observed_months: 12}   # a whole year
time_to_effect: unknown
money: {currency: GBP, prices: nominal, price_year: 2010}
people: {paid: {role: payer}, measured: {role: payer}, wrote: {role: payer}, checked: {role: nobody}}
sources:
  report: {work: Report, by: The charity&rsquo;s board, date: 2011, kind: annual-report, lang: en, read_at: unknown}
inputs:
  cost: {value: \u2212310, unit: GBP, source: report, quote: "it cost 310"}
costs: {}
"""


def run(site: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        main, ["check", *arguments, "--site", str(site)], catch_exceptions=False
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "cases").mkdir()
    shutil.copy(INVALID / "site_config.yml", tmp_path)
    (tmp_path / "cases" / "an-app.yml").write_text(WRITTEN, "utf-8")
    return tmp_path


def test_the_command_shows_its_changes_and_keeps_the_rest(site: Path) -> None:
    told = run(site, "--fix").stdout
    for line in (
        "-titel:", "+title:", "+checked: 2025-01-15", "+found_by: press", '+summary: "A small app."',
        '{name: "2010", sector', "charity’s board", "{value: -310,",
    ):  # fmt: skip
        assert line in told, line
    text = (site / "cases" / "an-app.yml").read_text("utf-8")
    assert "format: 1   # the format" in text
    assert "# a whole year" in text
    assert "+title" not in run(site, "--fix").stdout
    assert (site / "cases" / "an-app.yml").read_text("utf-8") == text


def test_without_the_flag_nothing_is_written(site: Path) -> None:
    run(site)
    assert (site / "cases" / "an-app.yml").read_text("utf-8") == WRITTEN


def test_what_a_program_reads_stays_data(site: Path) -> None:
    result = run(site, "--fix", "--format", "json")
    assert result.stdout.startswith("[")
    assert "+title" in result.stderr
