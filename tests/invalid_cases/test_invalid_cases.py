"""Each file here is a case with one mistake; beside it, the report that its editor should get.

To add one, no code is needed: write `name.yml` (or a folder `name/` that is a whole site, where
the mistake is not within one file), then, in this folder,

    casebook check --translations name.yml > name.expected    (a folder: --site name instead of it)

without its last line, which says how a code is explained, and read the report as the editor would before you commit it. In these sites only what was found
changes with the rules: the day of the check does not matter, unless it is before 2025.
"""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from roi_casebook.cli import main

HERE = Path(__file__).parent
_LEADS_ON = re.compile(r"^.*casebook check --explain \w+\n\Z", re.MULTILINE)
EXPECTED = sorted(HERE.glob("*.expected"))


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_editor_gets_the_report(expected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)
    name = expected.stem
    asked = ["--site", name] if Path(name).is_dir() else [f"{name}.yml"]
    result = CliRunner().invoke(main, ["check", "--translations", *asked])
    report = _LEADS_ON.sub("", result.output)
    assert report == expected.read_text(encoding="utf-8")
    assert result.exit_code == ("error" in report.splitlines()[-1])


def test_every_case_has_its_report() -> None:
    cases = {path.stem for path in HERE.glob("*.yml")} - {"site_config"}
    folders = {path.parent.name for path in HERE.glob("*/cases")}
    assert cases | folders == {path.stem for path in EXPECTED}
