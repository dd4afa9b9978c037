"""`casebook import`: what a sheet says becomes a draft that check accepts; what it does not say is told by cell."""

import json
import shutil
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from click.testing import CliRunner, Result

from roi_casebook.cli import main
from tests.editing.importing.sheets import workbook

ROOT = Path(__file__).parents[3]
ROWS: list[list[str | int]] = [
    ["Currency", "USD"],
    ["Line", "Unit", 2024, 2025, 2026],
    ["Costs"],
    ["Licences", "", 12000, 2000, 2000],
    ["Total costs", "", 12000, 2000, 2000],
    ["Benefits"],
    ["Paper saved", "", "", 9000, 9000],
    ["Others"],
    ["Orders", "order", 120, 310, 480],
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "cases").mkdir()
    shutil.copy(ROOT / "site_config.yml", tmp_path)
    return tmp_path


def run(site: Path, *arguments: str | Path) -> Result:
    command = [*map(str, arguments), "--site", str(site)]
    return CliRunner().invoke(main, command, catch_exceptions=False)


def draft(site: Path, slug: str = "sheet") -> dict[str, Any]:
    value = yaml.safe_load((site / "cases" / f"{slug}.yml").read_text("utf-8"))
    assert isinstance(value, dict)
    return value


def codes(site: Path) -> list[str]:
    return [each["code"] for each in json.loads(run(site, "check", "--format", "json").stdout)]


def test_yearly_rows_become_inputs_and_lines_of_a_draft(site: Path) -> None:
    result = run(site, "import", workbook(site / "sheet.xlsx", ROWS))
    assert result.exit_code == 0, result.stderr
    assert "C5: left out 'Total costs'" in result.stderr
    held = draft(site)
    assert held["inputs"]["licences"]["values"] == {1: 12000, 2: 2000, 3: 2000}
    assert held["inputs"]["paper_saved"]["values"] == {2: 9000, 3: 9000}
    assert held["inputs"]["orders"]["unit"] == "order"
    assert list(held["costs"]) == ["licences"]
    assert held["benefits"]["paper_saved"]["when"] == "2-3"
    assert held["period"]["start"] == 2024
    assert held["money"]["currency"] == "USD"
    assert codes(site) == ["left_to_do"]
    figures = json.loads(run(site, "figures", "sheet", "--format", "json").stdout)["figures"]
    assert figures["roi_simple"]["value"] == pytest.approx(18000 / 16000 - 1, rel=1e-5)


def test_the_template_is_read_back_as_it_was_written(site: Path) -> None:
    assert run(site, "import", "--template", site / "my-case.xlsx").exit_code == 0
    assert run(site, "import", site / "my-case.xlsx").exit_code == 0
    held = draft(site, "my-case")
    assert list(held["costs"]) == ["licences_an_example_replace_it"]
    assert codes(site) == ["left_to_do"]
    assert run(site, "import", "--template", site / "my-case.xlsx").exit_code == 2
    assert run(site, "import", site / "my-case.xlsx").exit_code == 2


def test_the_template_is_in_the_language_of_the_site(site: Path) -> None:
    config = site / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("[en, fr]", "[fr, en]"), "utf-8")
    run(site, "import", "--template", site / "mon-cas.xlsx")
    with ZipFile(site / "mon-cas.xlsx") as package:
        assert "Coûts" in package.read("xl/worksheets/sheet1.xml").decode()
    assert run(site, "import", site / "mon-cas.xlsx").exit_code == 0
    assert list(draft(site, "mon-cas")["costs"]) == ["licences_exemple_a_remplacer"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_comma_file_with_months_becomes_a_dated_draft(site: Path, separator: str) -> None:
    rows = [
        "line;2024-01;2024-02;2024-03",
        "Coûts",
        "Licences;-100;-20;-20",
        "Gains",
        "Temps;;90;90",
    ]
    text = "\n".join(rows).replace(";", separator)
    (site / "sheet.csv").write_text(text, "utf-8")
    result = run(site, "import", site / "sheet.csv")
    assert result.exit_code == 0, result.stderr
    held = draft(site)
    assert held["inputs"]["licences"]["values"] == {"2024-01": 100, "2024-02": 20, "2024-03": 20}
    assert held["benefits"]["temps"]["when"] == "2024-02..2024-03"
    assert codes(site) == ["left_to_do"]


REFUSED: dict[str, tuple[dict[str, str], str, str]] = {
    "merged": ({"merged": "C4:D4"}, "C4", "merged_cells"),
    "formula": ({"D4": '<c r="D4"><f>B4*2</f></c>'}, "D4", "formula_without_value"),
    "text": ({"D4": '<c r="D4" t="inlineStr"><is><t>12,000</t></is></c>'}, "D4", "text_in_numbers"),
    "error": ({"D4": '<c r="D4" t="e"><v>#DIV/0!</v></c>'}, "D4", "cell_error"),
    "nameless": ({"A4": ""}, "C4", "row_without_label"),
    "below": ({"D7": '<c r="D7"><v>-4</v></c>'}, "D7", "below_nought"),
    "unit": ({"B9": '<c r="B9" t="inlineStr"><is><t>per cent of</t></is></c>'}, "C9", "unit_form"),
    "two": ({"A8": '<c r="A8"><v>2024</v></c><c r="B8"><v>2025</v></c>'}, "A8", "second_table"),
    "none": ({"C2": '<c r="C2"><v>2022</v></c>', "D2": '<c r="D2"><v>2020</v></c>'}, "A1", "no_years"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_have_to_be_guessed_is_refused_at_its_cell(site: Path, name: str) -> None:
    changed, at, code = REFUSED[name]
    result = run(site, "import", workbook(site / "sheet.xlsx", ROWS, **changed))
    assert result.exit_code == 1
    assert f"[{code}]" in result.stderr
    assert f"  {at}: " in result.stderr
    assert "-> " in result.stderr.partition(f"[{code}]")[2]
    assert not list((site / "cases").iterdir())


TOLD: dict[str, tuple[dict[str, str], str, str]] = {
    "formula": ({"D4": '<c r="D4"><f>B4*2</f><v>2000</v></c>'}, "D4: took 2000", "formula_value"),
    "text": ({"D4": '<c r="D4" t="str"><v>2 000</v></c>'}, "D4: found the text '2 000'", "text_in_numbers"),
    "empty": ({"D4": ""}, "D4: found an empty cell", "empty_cell"),
    "side": ({"A3": '<c r="A3" t="inlineStr"><is><t>Cost savings</t></is></c>'}, "C4: cannot tell", "no_side"),
    "heading": ({"A8": '<c r="A8" t="inlineStr"><is><t>Remarks</t></is></c>'}, "A8: left out", "left_out"),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_what_was_taken_or_left_out_is_told_at_its_cell(site: Path, name: str) -> None:
    changed, told, code = TOLD[name]
    result = run(site, "import", workbook(site / "sheet.xlsx", ROWS, **changed))
    assert result.exit_code == 0, result.stderr
    assert told in result.stderr
    assert f"[{code}]" in result.stderr
    assert "left_to_do" in codes(site)


def test_shares_and_dates_are_read_by_the_format_of_their_cells(site: Path) -> None:
    path = workbook(site / "sheet.xlsx", [["", 45292, 45323], ["Margin", 1, 1]])
    with ZipFile(path) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].replace('<c r="B1">', '<c r="B1" s="1">')
    sheet = sheet.replace('<c r="C1">', '<c r="C1" s="1">')
    for cell, number in (("B2", "0.6"), ("C2", "0.65")):
        sheet = sheet.replace(f'<c r="{cell}"><v>1', f'<c r="{cell}" s="2"><v>{number}')
    parts["xl/worksheets/sheet1.xml"] = sheet
    parts["xl/styles.xml"] = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt '
        'numFmtId="164" formatCode="mmm yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/>'
        '<xf numFmtId="10"/></cellXfs></styleSheet>'
    )
    with ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    assert run(site, "import", path).exit_code == 0
    assert draft(site)["inputs"]["margin"]["values"] == {"2024-01": "60%", "2024-02": "65%"}


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("sheet.xlsx", b"no zip at all", "save it as .xlsx or .csv"),
        ("sheet.xls", b"", "is no .xlsx or .csv"),
        ("sheet.csv", b"", "is empty"),
        ("sheet.csv", "Coûts;1".encode("latin-1"), "save it as CSV UTF-8"),
    ],
)
def test_a_file_that_is_no_sheet_is_wrong_use(site: Path, name: str, raw: bytes, told: str) -> None:
    (site / name).write_bytes(raw)
    result = run(site, "import", site / name)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_workbook_that_declares_entities_is_not_opened(site: Path) -> None:
    path = workbook(site / "sheet.xlsx", ROWS)
    with ZipFile(path) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]>'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace("<workbook", f"{bomb}<workbook", 1)
    with ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    result = run(site, "import", path)
    assert result.exit_code == 2
    assert "declares entities" in result.stderr


def test_a_file_that_is_not_there_leads_to_the_template(site: Path) -> None:
    result = run(site, "import", site / "missing.xlsx")
    assert result.exit_code == 2
    assert "--template" in result.stderr
