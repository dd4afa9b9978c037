"""A folder where a file belongs, a file where a folder belongs, a link to nowhere: each is told."""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from roi_casebook.cli import main
from roi_casebook.problems import Problem
from roi_casebook.reading import read_library

ROOT = Path(__file__).parents[3]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "cases").mkdir()
    shutil.copy(ROOT / "site_config.yml", tmp_path)
    shutil.copy(ROOT / "cases" / "need-a-cake.yml", tmp_path / "cases")
    return tmp_path


def told(site: Path, name: str) -> Problem:
    (problem,) = (each for each in read_library(site).problems if each.file == name)
    return problem


@pytest.mark.parametrize("name", ["guide.yml", "site_config.yml"])
def test_a_folder_or_a_dead_link_is_no_file(site: Path, name: str) -> None:
    path = site / name
    path.unlink(missing_ok=True)
    path.mkdir()
    assert told(site, name).message == "found a folder, expected a file"
    path.rmdir()
    path.symlink_to("nowhere")
    assert told(site, name).message == "found a link that leads nowhere, expected a file"
    path.unlink()
    path.symlink_to(name)  # to itself
    assert told(site, name).code == "wrong_kind"


@pytest.mark.parametrize("name", ["templates", "cases"])
def test_a_file_is_no_folder(site: Path, name: str) -> None:
    shutil.rmtree(site / name, ignore_errors=True)
    (site / name).write_text("x")
    assert told(site, name).message == "found a file, expected a folder"
    (site / name).unlink()
    (site / name).symlink_to("nowhere")
    assert told(site, name).message == "found a link that leads nowhere, expected a folder"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files on this system")
def test_what_is_neither_is_never_opened(site: Path) -> None:
    os.mkfifo(site / "guide.yml")
    assert told(site, "guide.yml").message == "found neither a file nor a folder, expected a file"
    os.mkfifo(site / "cases" / "pipe.yml")
    assert told(site, "cases/pipe.yml").code == "unread_file"


@pytest.mark.parametrize("command", ["check", "build"])
def test_the_commands_end_with_1(site: Path, command: str) -> None:
    (site / "guide.yml").mkdir()
    result = CliRunner().invoke(main, [command, "--site", str(site)])
    assert result.exit_code == 1
    assert "guide.yml:1:1: error [wrong_kind]" in result.output


FIRST_LINE = "root:x:0:0:root"


@pytest.fixture
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outside")
    for name in ("site_config.yml", "guide.yml", "pw.yml"):
        (folder / name).write_text(FIRST_LINE, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["guide.yml", "site_config.yml", "cases/pw.yml"])
def test_a_link_out_of_the_site_is_told_and_not_read(site: Path, outside: Path, name: str) -> None:
    (site / name).unlink(missing_ok=True)
    (site / name).symlink_to(outside / Path(name).name)
    assert told(site, name).code == "link_out"
    for asked in ([], [str(site / name)]):
        result = CliRunner().invoke(main, ["check", "--site", str(site), *asked])
        assert result.exit_code == 1
        assert "leads out of the site's folder" in result.output
        assert FIRST_LINE not in result.output


def test_a_folder_of_cases_elsewhere_is_told_and_not_read(site: Path, outside: Path) -> None:
    shutil.rmtree(site / "cases")
    (site / "cases").symlink_to(outside)
    assert told(site, "cases").code == "link_out"
    assert not read_library(site).cases


def test_a_link_within_the_site_is_followed(site: Path) -> None:
    (site / "cases" / "need-a-cake.yml").rename(site / "kept.yml")
    (site / "cases" / "need-a-cake.yml").symlink_to(site / "kept.yml")
    assert list(read_library(site).cases) == ["need-a-cake"]


def test_a_site_reached_over_a_link_is_read(site: Path, outside: Path) -> None:
    (outside / "link").symlink_to(site)
    assert list(read_library(outside / "link").cases) == ["need-a-cake"]


def test_of_a_file_above_the_limit_no_more_is_read(site: Path) -> None:
    with (site / "cases" / "big.yml").open("wb") as file:
        file.truncate(4 * 1024**3)
    assert told(site, "cases/big.yml").code == "too_large"
