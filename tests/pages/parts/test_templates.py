"""Templates: what fails is named with its line; only finished texts are printed."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from roi_casebook.cli import main
from roi_casebook.pages.parts.templates import BrokenTemplateError, Templates
from tests.pages.told import ROOT


def templates(folder: Path, **files: str) -> Templates:
    (folder / "pages").mkdir(parents=True)
    for name, text in files.items():
        (folder / "pages" / f"{name}.html").write_text(text, encoding="utf-8")
    return Templates([folder])


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a\n{{ nobody }}", 2, "'nobody' is undefined"),
        ("a\n\n{% if %}", 3, "Expected an expression"),
        ("{{ view.missing }}", 1, "has no attribute 'missing'"),
        ("\n{{ number }}", 2, "it prints int, expected a finished text"),
        ("\n{{ nothing }}", 2, "it prints NoneType, expected a finished text"),
        ("\n\n{{ text.nothing() }}", 3, "nothing"),
        ("\n{{ 1 // 0 }}", 2, "zero"),
        ('\n{% include "case.html" %}', 2, "recursion"),
        ('{% include "gone.html" %}', None, "gone.html is missing"),
    ],
)
def test_a_template_that_fails_is_named_with_its_line(
    tmp_path: Path, text: str, line: int | None, message: str
) -> None:
    made = templates(tmp_path, case=text)
    with pytest.raises(BrokenTemplateError) as failure:
        made.filled("case.html", view=object(), number=3, nothing=None, text="x")
    assert message in str(failure.value)
    if line:
        assert f"case.html, line {line} failed" in str(failure.value)


def test_the_inner_template_is_named(tmp_path: Path) -> None:
    made = templates(tmp_path, case='{% include "part.html" %}', part="\n\n{{ nobody }}")
    with pytest.raises(BrokenTemplateError, match=r"part\.html, line 3"):
        made.filled("case.html")


def test_a_template_that_is_no_text_is_named_and_not_the_one_that_asks_for_it(
    tmp_path: Path,
) -> None:
    made = templates(tmp_path, case='{% include "part.html" %}')
    (tmp_path / "pages" / "part.html").write_bytes(b"<p>\ncaf\xe9")
    with pytest.raises(BrokenTemplateError, match=r"part\.html, line 2 failed: it is no UTF-8"):
        made.filled("case.html")


def test_texts_are_escaped(tmp_path: Path) -> None:
    assert (
        templates(tmp_path, case="{{ text }}").filled("case.html", text="<b>&") == "&lt;b&gt;&amp;"
    )


def test_a_site_s_own_template_wins(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for folder, text in ((own, "own"), (shipped, "shipped")):
        folder.mkdir()
        templates(folder, case=text)
    assert Templates([own, shipped]).filled("case.html") == "own"


@pytest.mark.slow
def test_a_site_with_a_broken_template_is_not_published(tmp_path: Path) -> None:
    site, out = tmp_path / "site", tmp_path / "out"
    (site / "cases").mkdir(parents=True)
    shutil.copy(ROOT / "site_config.yml", site)
    shutil.copy(ROOT / "cases" / "foiled-cupcakes.yml", site / "cases")
    templates(site / "templates", home="\n{{ home.nothing }}")
    run = CliRunner().invoke(main, ["build", "--site", str(site), "--out", str(out)])
    assert run.exit_code == 1
    assert "home.html, line 2 failed" in run.output
    assert "Traceback" not in run.output
    assert not out.exists()
