"""The commands check and schema: formats and exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest
from click.testing import CliRunner, Result

from roi_casebook.cli import main

INVALID = Path(__file__).parents[1] / "invalid_cases"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_check_of_a_sound_site_ends_with_0() -> None:
    result = run("check", "--site", INVALID / "missing-translation")
    assert result.exit_code == 0
    assert "texts lack a language" in result.output


def test_check_of_errors_ends_with_1_in_every_format() -> None:
    for form in ("text", "json", "github"):
        result = run("check", "--site", INVALID, INVALID / "unknown-source.yml", "--format", form)
        assert result.exit_code == 1


def test_check_as_json() -> None:
    result = run("check", "--site", INVALID, INVALID / "unknown-source.yml", "--format", "json")
    (problem,) = json.loads(result.output)
    assert problem["code"] == "unknown_source"
    assert problem["line"] == 27
    assert problem["hint"] == "did you mean 'report'?"


def test_annotations_name_files_from_where_the_command_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(INVALID)
    result = run("check", "--site", "former-slug-own", "--format", "github")
    assert result.output.startswith("::error file=former-slug-own/cases/the-app.yml,line=5,col=12,")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "no-such-file.yml"],
        ["check", "--site", "no-such-folder"],
        ["check", "--site", str(Path(__file__).parent)],
        ["check", "--format", "xml"],
        ["check", str(Path(__file__).parent)],
        ["no-such-command"],
    ],
)
def test_wrong_use_ends_with_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_what_cannot_be_opened_ends_with_3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site_config.yml").write_text("title: T\n")

    def refuse(_path: Path, *_how: str) -> IO[bytes]:
        raise PermissionError(13, "Permission denied", "site_config.yml")

    monkeypatch.setattr(Path, "open", refuse)
    result = run("check", "--site", tmp_path)
    assert result.exit_code == 3
    assert "site_config.yml" in result.output
    assert "Traceback" not in result.output


def test_a_file_that_goes_away_meanwhile_ends_with_3(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "site_config.yml").write_text((INVALID / "site_config.yml").read_text("utf-8"))
    (tmp_path / "cases" / "a.yml").write_text("format: 1\n")
    opened = Path.open

    def gone(path: Path, how: str = "r", encoding: str | None = None) -> IO[str] | IO[bytes]:
        if path.name == "a.yml":
            raise FileNotFoundError(2, "No such file or directory", str(path))
        return opened(path, how, encoding=encoding)

    monkeypatch.setattr(Path, "open", gone)
    result = run("check", "--site", tmp_path)
    assert result.exit_code == 3
    assert "may have been moved" in result.output
    assert "a.yml" in result.output


def test_schema_is_written_where_the_site_is(tmp_path: Path) -> None:
    (tmp_path / "site_config.yml").write_text((INVALID / "site_config.yml").read_text("utf-8"))
    (tmp_path / "cases").mkdir()
    assert run("schema", "--site", tmp_path).exit_code == 0
    assert (tmp_path / "cases/case.schema.json").is_file()


def test_schema_needs_a_sound_configuration() -> None:
    result = run("schema", "--site", INVALID / "bad-config")
    assert result.exit_code == 1
    assert "adress" in result.output


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such file names")
def test_a_file_name_or_terminal_without_letters_for_it_is_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "site_config.yml").write_text((INVALID / "site_config.yml").read_text("utf-8"))
    (tmp_path / "cases").mkdir()
    Path(os.fsdecode(bytes(tmp_path / "cases") + b"/caf\xe9.yml")).write_text("title: œuf\n")
    run_it = "from roi_casebook.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", run_it, "check", "--site", str(tmp_path)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
    )
    assert done.returncode == 1, done.stderr
    assert b"wrong_slug" in done.stdout
    assert b"\\u0153uf" in done.stdout


def test_a_file_that_is_no_case_is_not_looked_into(tmp_path: Path) -> None:
    other = tmp_path / "README.md"
    other.write_text("# no: [case\n", encoding="utf-8")
    result = run("check", "--site", INVALID, other, "--format", "json")
    (problem,) = json.loads(result.output)
    assert problem["code"] == "wrong_ending"
    assert "ends with .yml" in problem["hint"]
