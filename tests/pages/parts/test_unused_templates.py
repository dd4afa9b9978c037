"""Files in a site's own templates that nothing uses are told, and no others."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from roi_casebook.cli import main
from roi_casebook.pages.parts.templates import template_folders
from roi_casebook.pages.parts.unused_templates import unused_templates
from tests.pages.told import ROOT


def site_with(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / "templates" / name.replace("__", "/").replace("_html", ".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("case_html", "nothing reads a file here", "did you mean templates/pages/case.html?"),
        ("page__case_html", "nothing reads a file here", "did you mean templates/pages/case.html?"),
        ("main_html", "nothing reads a file here", "did you mean templates/theme/main.html?"),
        ("pages__cases_html", "no page has such a template", "templates/pages/case.html?"),
        ("pages__main_html", "no page has such a template", "templates/theme/main.html?"),
        ("assets", "nothing reads a file here, expected it in pages, theme, assets or scripts", ""),
        ("something", "expected it in pages, theme, assets or scripts", ""),
        (
            "scripts__catalogue__span.js",
            "no script that ships has such a part",
            "did you mean templates/scripts/catalogue/spans.js?",
        ),
    ],
)
def test_a_file_that_nothing_uses_gets_a_hint(
    tmp_path: Path, name: str, message: str, hint: str
) -> None:
    (problem,) = unused_templates(site_with(tmp_path, **{name: "x"}))
    file = name.replace("__", "/").replace("_html", ".html")
    assert (problem.file, problem.severity) == (f"templates/{file}", "hint")
    assert message in problem.message
    assert hint in problem.hint
    assert bool(hint) == bool(problem.hint)


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"pages__case_html": "x", "pages__case__claims_html": "x", "theme__main_html": "x"},
        {"pages__home_html": '{% include "mine.html" %}', "pages__mine_html": "x"},
        {"pages__home_html": "{% include name %}", "pages__mine_html": "x"},
        {"scripts__place.js": "x", "scripts__catalogue__spans.js": "x", "scripts__more.js": "x"},
        {"scripts__more.js": 'import { a } from "./more/a.js";\n', "scripts__more__a.js": "x"},
        {"assets__more.css": "x", "assets__logos__our.svg": "x", "README.md": "x", ".keep": ""},
    ],
)
def test_what_is_used_or_may_be_gets_none(tmp_path: Path, files: dict[str, str]) -> None:
    assert not list(unused_templates(site_with(tmp_path, **files)))


def test_a_copy_of_all_that_ships_is_used(tmp_path: Path) -> None:
    shutil.copytree(template_folders(tmp_path)[-1], tmp_path / "templates")
    assert not list(unused_templates(tmp_path))


def test_a_template_that_cannot_be_read_is_left_to_the_build(tmp_path: Path) -> None:
    site = site_with(tmp_path, pages__home_html="{% broken")
    (site / "templates" / "pages" / "case.html").write_bytes(b"\xff")
    assert not list(unused_templates(site))


def test_check_tells_it_with_the_file(tmp_path: Path) -> None:
    shutil.copy(ROOT / "site_config.yml", tmp_path)
    (tmp_path / "cases").mkdir()
    shutil.copy(ROOT / "cases" / "foiled-cupcakes.yml", tmp_path / "cases")
    site_with(tmp_path, case_html="<p>é\n")
    told = CliRunner().invoke(main, ["check", "--site", str(tmp_path)], catch_exceptions=False)
    assert told.exit_code == 0
    assert "templates/case.html:1:1: hint [unused_template]" in told.output
    assert "did you mean templates/pages/case.html?" in told.output
