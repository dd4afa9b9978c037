"""The portable tree built whole by each engine, held against shells that are stamped."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from roi_casebook.build import compose, judge_all
from roi_casebook.output.engines.choice import ENGINES
from roi_casebook.output.publishing.edition import find_edition
from roi_casebook.output.site.markdown_tree import (
    ADDED,
    blocks,
    build_whole,
    escaped,
    is_whole,
    write_portable_tree,
)
from roi_casebook.output.site.site_folder import Content
from roi_casebook.pages.parts.page import Section
from roi_casebook.pages.parts.templates import template_folders
from roi_casebook.reading.files.checking import checked
from tests.output import sample_site
from tests.output.html import first
from tests.output.publish_content import publish_site

PROJECT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Told:
    """What the content of a page tells, whoever built it."""

    title: str
    description: str | None
    headings: list[tuple[str, str | None, str]]
    ids: list[str | None]
    links: list[str | None]
    text: list[str]


def told(html: str) -> Told:
    tree = LexborHTMLParser(html)
    description = first(tree, 'meta[name="description"]').attributes["content"]
    title = first(tree, "title").text().partition(" – ")[0].partition(" - ")[0]
    article = first(tree, "article")
    for node in article.css(
        f".{ADDED}, .cb-crumbs, .cb-contents, .cb-here, [data-md-component], .md-source-file, #__skip"
    ):
        node.decompose()
    return Told(
        title=title,
        description=description,
        headings=[
            (str(node.tag), node.id, words(node)) for node in article.css("h1,h2,h3,h4,h5,h6")
        ],
        ids=[node.id for node in article.css("[id]")],
        links=[node.attributes["href"] for node in article.css("[href]")],
        text=words(article).split(),
    )


def words(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


def pages_of(folder: Path) -> dict[str, Told]:
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    pages = {name: (folder / name).read_text(encoding="utf-8") for name in sorted(names)}
    return {name: told(html) for name, html in pages.items() if "<article" in html}


def own_content() -> Content:
    """Give this project's own site."""
    found = checked(PROJECT)
    config = found.read.config
    assert config is not None
    edition = find_edition(PROJECT, {}, sample_site.DAY)
    return compose(found, config, judge_all(found.read, config), edition)


def contents() -> Iterator[tuple[str, Content]]:
    """Give the sample of all components, and this project's own site."""
    yield "sample", sample_site.content()
    yield "own", own_content()


@pytest.mark.slow
@pytest.mark.parametrize("engine", list(ENGINES))
@pytest.mark.parametrize("name", ["sample", "own"])
def test_each_engine_builds_whole_what_stamping_gives(
    name: str, engine: str, tmp_path: Path
) -> None:
    content = dict(contents())[name]
    content = replace(content, site=replace(content.site, engine=engine), pages=[*content.pages])
    folders = template_folders(PROJECT)
    assert publish_site(content, folders, tmp_path / "cache", tmp_path / "stamped") == ()
    tree = write_portable_tree(content, folders, tmp_path / "tree")
    build_whole(tree, tmp_path / "whole")
    stamped, whole = pages_of(tmp_path / "stamped"), pages_of(tmp_path / "whole")
    assert len(stamped) == len(content.pages)  # type: ignore[arg-type]
    assert whole.keys() == stamped.keys()
    for address, page in stamped.items():
        assert whole[address] == page, address


def test_links_between_languages_hold_once_built(tmp_path: Path) -> None:
    write_portable_tree(sample_site.content(), (), tmp_path)
    text = (tmp_path / "fr" / "docs" / "cases" / "sample.md").read_text(encoding="utf-8")
    assert '<p lang="en"><a href="../../cases/sample.html">read_in (en)</a></p>' in text


@pytest.mark.parametrize(
    "text",
    ["1. a *b* _c_ [d](e) <f> & # g", "`h` \\i {#j}", "~~k~~ ==l== ^m^", "https://n.example/o_p"],
)
def test_text_is_escaped(text: str) -> None:
    markdown = pytest.importorskip("markdown")
    html = markdown.markdown(f"# {escaped(text)} {{#top}}", extensions=["attr_list"])
    tree = LexborHTMLParser(html)
    assert (first(tree, "h1").text(), first(tree, "h1").id) == (text, "top")


def test_a_heading_inside_an_open_element_stays_in_its_block() -> None:
    body = '<p>a</p><h2 id="b"><a href="x_y">B &amp; b*</a></h2><div><h2 id="c">C</h2></div><h2 id="d">D</h2>'
    sections = (Section("b", "B & b*"), Section("c", "C"))
    assert list(blocks(body, sections)) == [
        "<div>\n<p>a</p>\n</div>",
        '## <a href="x_y">B &amp; b\\*</a> {#b}',
        '<div>\n<div><h2 id="c">C</h2></div><h2 id="d">D</h2>\n</div>',
    ]


@pytest.mark.parametrize(
    ("html", "whole"),
    [("<p>a<br>b</p>", True), ("<div>", False), ("</div>", False), ("<b><i></b></i>", False)],
)
def test_a_block_is_whole_or_not(html: str, whole: bool) -> None:  # noqa: FBT001 -- a table's column
    assert is_whole(html) is whole
