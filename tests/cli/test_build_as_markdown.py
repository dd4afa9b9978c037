"""`build --as-markdown`: the pages for an engine to build whole, published as the site is."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from roi_casebook.cli import main

ROOT = Path(__file__).parents[2]
CASE = "need-a-cake.yml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one case and no guide."""
    folder = tmp_path / "site"
    (folder / "cases").mkdir(parents=True)
    config = yaml.safe_load((ROOT / "site_config.yml").read_text("utf-8")) | {"metrics": {}}
    (folder / "site_config.yml").write_text(yaml.safe_dump(config), "utf-8")
    (folder / "cases" / CASE).write_bytes((ROOT / "cases" / CASE).read_bytes())
    return folder


def build(site: Path, *options: str | Path) -> Result:
    return CliRunner().invoke(
        main, ["build", "--site", str(site), *map(str, options)], catch_exceptions=False
    )


def test_each_language_is_a_project_of_its_own(site: Path, tmp_path: Path) -> None:
    tree = tmp_path / "deep" / "tree"
    ended = build(site, "--as-markdown", tree)
    assert (ended.exit_code, ended.stderr) == (0, "")
    assert ended.stdout.startswith(f"The pages are in {tree} as Markdown")
    for language in ("en", "fr"):
        assert (tree / language / "mkdocs.yml").is_file()
        page = (tree / language / "docs" / "cases" / "need-a-cake.md").read_text("utf-8")
        assert page.startswith("---\ntitle:")
        assert "\n## " in page
    assert (tree / "en" / "docs" / "cases" / CASE).read_bytes() == (
        site / "cases" / CASE
    ).read_bytes()
    assert json.loads((tree / "casebook-markdown.json").read_bytes())["made_by"] == "ROI Casebook"
    assert not (site / "site").exists()


def test_it_replaces_its_last_tree_whole_and_nothing_else(site: Path, tmp_path: Path) -> None:
    tree, other = tmp_path / "tree", tmp_path / "other"
    build(site, "--as-markdown", tree)
    (tree / "en" / "docs" / "old.md").touch()
    assert build(site, "--as-markdown", tree).exit_code == 0
    assert not (tree / "en" / "docs" / "old.md").exists()
    other.mkdir()
    (other / "thesis.txt").touch()
    ended = build(site, "--as-markdown", other)
    assert ended.exit_code == 3
    assert "holds files but no Markdown of ours (no casebook-markdown.json in it)" in ended.stderr
    assert [path.name for path in other.iterdir()] == ["thesis.txt"]


def test_neither_tree_nor_site_is_taken_for_the_other(site: Path, tmp_path: Path) -> None:
    build(site, "--as-markdown", tmp_path / "tree")
    ended = build(site, "--out", tmp_path / "tree")
    assert ended.exit_code == 3
    assert "holds files but no site of ours (no casebook-edition.json in it)" in ended.stderr
    assert (tmp_path / "tree" / "en" / "mkdocs.yml").is_file()


def test_what_is_wrong_leaves_the_last_tree(site: Path, tmp_path: Path) -> None:
    tree, case = tmp_path / "tree", site / "cases" / CASE
    build(site, "--as-markdown", tree)
    case.write_text(case.read_text("utf-8").replace("state: published", "state: pubished"), "utf-8")
    ended = build(site, "--as-markdown", tree)
    assert ended.exit_code == 1
    assert f"Nothing was published: what is in {tree} stays as it is." in ended.stderr
    assert (tree / "en" / "docs" / "cases" / "need-a-cake.md").is_file()


def test_a_broken_template_is_told_as_for_the_site(site: Path, tmp_path: Path) -> None:
    pages = site / "templates" / "pages"
    pages.mkdir(parents=True)
    (pages / "home.html").write_text("\n{{ home.nothing }}", "utf-8")
    ended = build(site, "--as-markdown", tmp_path / "tree")
    assert ended.exit_code == 1
    assert "home.html, line 2 failed" in ended.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_and_its_markdown_are_two_commands(site: Path, tmp_path: Path) -> None:
    ended = build(site, "--out", tmp_path / "out", "--as-markdown", tmp_path / "tree")
    assert ended.exit_code == 2
    assert "name one" in ended.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
