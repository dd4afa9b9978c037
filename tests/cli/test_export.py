from pathlib import Path

from click.testing import CliRunner

from roi_casebook.cli import main
from tests.exports.office import Cells

ROOT = Path(__file__).parents[2]
CASE = str(ROOT / "cases" / "ebay-paid-search.yml")


def test_a_case_is_written_as_a_workbook_in_a_language(tmp_path: Path) -> None:
    out = tmp_path / "taken.xlsx"
    ran = CliRunner().invoke(
        main, ["export", CASE, "--as", "xlsx", "--language", "fr", "--out", str(out)]
    )
    assert ran.exit_code == 0, ran.output
    assert ran.output.startswith(str(out))
    assert "Vue d’ensemble" in Cells(out.read_bytes()).files


def test_a_language_that_the_site_lacks_is_wrong_use(tmp_path: Path) -> None:
    out = str(tmp_path / "taken.xlsx")
    ran = CliRunner().invoke(
        main, ["export", CASE, "--as", "xlsx", "--language", "de", "--out", out]
    )
    assert ran.exit_code == 2
    assert "known: en, fr" in ran.output


def test_a_folder_that_is_not_there_is_a_failure_of_the_environment(tmp_path: Path) -> None:
    out = str(tmp_path / "no" / "taken.xlsx")
    ran = CliRunner().invoke(main, ["export", CASE, "--as", "xlsx", "--out", out])
    assert ran.exit_code == 3
