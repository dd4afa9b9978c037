"""The site of a command: named, or the nearest one from the case or from this folder upward."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from roi_casebook.cli import main

ROOT = Path(__file__).parents[2]
SLUG = "need-a-cake"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return a_site(tmp_path / "one")


def a_site(folder: Path) -> Path:
    (folder / "cases").mkdir(parents=True)
    shutil.copy(ROOT / "site_config.yml", folder)
    shutil.copy(ROOT / "cases" / f"{SLUG}.yml", folder / "cases")
    return folder


@pytest.mark.parametrize("command", ["figures", "explain", "check"])
def test_a_path_to_a_case_leads_to_its_site(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for path in (site / "cases" / f"{SLUG}.yml", Path("one") / "cases" / f"{SLUG}.yml"):
        assert run(command, path).exit_code == 0


def test_the_configuration_is_that_of_the_cases_own_site(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = site / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("value: 10%", "value: 20%"), "utf-8")
    monkeypatch.chdir(ROOT)
    path = site / "cases" / f"{SLUG}.yml"
    shown = json.loads(run("figures", path, "--format", "json").stdout)
    assert shown["basis"]["discount_rate"] == 0.2


def test_a_folder_inside_a_site_is_in_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site / "cases")
    assert run("figures", SLUG).exit_code == 0
    assert run("figures", f"{SLUG}.yml").exit_code == 0
    assert run("check").exit_code == 0


def test_outside_any_site_it_says_what_is_expected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("figures", SLUG)
    assert result.exit_code == 2
    assert "neither this folder nor one above it holds site_config.yml" in result.stderr


def test_files_of_two_sites_are_not_checked_as_one(site: Path, tmp_path: Path) -> None:
    other = a_site(tmp_path / "other")
    result = run("check", site / "cases" / f"{SLUG}.yml", other / "cases" / f"{SLUG}.yml")
    assert result.exit_code == 2
    assert "several sites" in result.stderr


def test_a_configuration_that_is_a_folder_is_no_site_elsewhere(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "inner" / "site_config.yml").mkdir(parents=True)
    monkeypatch.chdir(site / "inner")
    assert "site_config.yml" in run("check").stdout
