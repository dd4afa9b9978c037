"""Which pages are photographed."""

from pathlib import Path

from tools.photograph import README, Shown, shown_pages


def test_the_longest_page_of_each_kind_and_language_is_shown(tmp_path: Path) -> None:
    for name, kind, language, more in (
        ("short.html", "case", "en", ""),
        ("long.html", "case", "en", "x" * 90),
        ("fr.html", "case", "fr", ""),
        ("method.html", "method", "en", ""),
    ):
        text = f'<html lang="{language}"><article class="cb-page cb-page--{kind}">{more}'
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "redirect.html").write_text('<html lang="en">', encoding="utf-8")
    assert shown_pages(tmp_path) == [
        Shown("case", "en", tmp_path / "long.html"),
        Shown("case", "fr", tmp_path / "fr.html"),
        Shown("method", "en", tmp_path / "method.html"),
    ]
    assert [one.kind for one in shown_pages(tmp_path, ["method"])] == ["method"]


def test_readme_shows_the_pictures_that_are_renewed() -> None:
    docs = Path(__file__).parents[2]
    text = (docs / "README.md").read_text(encoding="utf-8")
    for name in README:
        assert f"docs/{name}" in text
        assert (docs / "docs" / name).is_file()
