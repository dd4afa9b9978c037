"""Sheets joined into one, without what no browser reads."""

from pathlib import Path

import pytest

from roi_casebook.output.engines.joined_styles import NAME, joined_styles, without_comments
from roi_casebook.output.engines.shell_tree import ASSETS
from roi_casebook.pages.parts.templates import BrokenTemplateError, files_below, template_folders


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("/* why */\na {\n  color: red;\n}\n", "a{color: red}"),
        ("a, b > c :is(d) { margin: 0 1px; ; }", "a,b > c :is(d){margin: 0 1px}"),
        ("a { width: calc(1px + 2px); }", "a{width: calc(1px + 2px)}"),
        (
            """a::after { content: " /* , */ ;  " / ""; }""",
            """a::after{content: " /* , */ ;  " / ""}""",
        ),
        ("a { content: '\\'  {'; }", "a{content: '\\'  {'}"),
        ("@media print {\n  & b { top: 0 }\n}", "@media print{& b{top: 0}}"),
    ],
)
def test_only_comments_and_spaces_go(written: str, published: str) -> None:
    assert without_comments(written) == published


def test_sheets_are_one_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.css", "a.css", "c.svg"):
        (tmp_path / name).write_text(f"{name[0]} {{ top: 0; }}", encoding="utf-8")
    files = {path.name: path for path in tmp_path.iterdir()}
    assert joined_styles(files) == {NAME: "a{top: 0}\nb{top: 0}"}
    assert joined_styles({}) == {}


def test_a_sheet_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_bytes(b"\xff")
    with pytest.raises(BrokenTemplateError, match="UTF-8"):
        joined_styles({"a.css": tmp_path / "a.css"})


def test_nothing_of_our_own_sheets_is_lost(tmp_path: Path) -> None:
    files = files_below(template_folders(tmp_path), ASSETS)
    written = "".join(
        path.read_text(encoding="utf-8") for path in files.values() if path.suffix == ".css"
    )
    (made,) = joined_styles(files).values()
    for sign in "{}":
        outside = without_comments(written).count(sign)
        assert made.count(sign) == outside
    assert len(made) < 0.85 * len(written)
