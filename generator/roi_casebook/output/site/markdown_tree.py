"""The whole site as a documentation project that any engine can build by itself, the slow way.

One Markdown page for each page: front matter, headings as Markdown, all else as blocks of HTML; one
project a language, with the engine's own configuration. It uses the engine's theme as that is, with
our stylesheets: no template, plugin or hook of ours. What shells hold beside a page's body (the way
to it, its other languages, the edition) stands here in the page. Links between languages hold once
the built projects are put together (`build_whole`).

Finished HTML as Markdown: the headings of its sections, and blocks of HTML between them.

Markdown leaves a block of HTML as it is, if it is whole: every element that opens in it closes in
it. A heading inside an open element therefore stays HTML.
"""

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

from roi_casebook.output.engines.choice import ENGINES
from roi_casebook.output.engines.shell_tree import ASSETS, published_assets
from roi_casebook.output.masthead import Masthead, Site
from roi_casebook.output.publishing.publish import MARKDOWN, mark
from roi_casebook.output.site.redirects import redirect_html
from roi_casebook.output.site.site_folder import Content
from roi_casebook.pages.parts.addresses import in_site, relative
from roi_casebook.pages.parts.page import Page, Section
from roi_casebook.wording.fallback_marks import marks_as_html

_HEADING = re.compile(r'<h2 id="(?P<id>[^"]*)">(?P<text>.*?)</h2>', re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")
_MARKS = re.compile(r"([\\`*_{}\[\]()#+.!-])")  # what a backslash can escape, but for > (an entity)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)  # fmt: skip


def escaped(text: str) -> str:
    """Give plain text as Markdown that says just that."""
    return _MARKS.sub(r"\\\1", escape(text, quote=False))


def blocks(body: str, sections: Sequence[Section]) -> Iterator[str]:
    """Give the parts of a page's body: headings of `sections` as Markdown, the rest as HTML."""
    wanted = {section.id for section in sections}
    start = 0
    for found in _HEADING.finditer(body):
        before = body[start : found.start()]
        if found["id"] in wanted and is_whole(before):
            yield from _block(before)
            yield f"## {_inline(found['text'])} {{#{found['id']}}}"
            start = found.end()
    yield from _block(body[start:])


def _inline(html: str) -> str:
    """Give the HTML of a heading as Markdown: its text escaped, its tags as they are."""
    pieces = _TAG.split(html)
    return "".join(one if one.startswith("<") else escaped(unescape(one)) for one in pieces)


def _block(html: str) -> Iterator[str]:
    """Give HTML as one block: an element of its own around it keeps its blank lines in it."""
    if html.strip():
        yield f"<div>\n{html.strip()}\n</div>"


def is_whole(html: str) -> bool:
    """Tell whether every element that opens in `html` closes in it, and none other does."""
    reader = _Depth()
    reader.feed(html)
    reader.close()
    return reader.is_whole and not reader.open


class _Depth(HTMLParser):
    """Follows which elements are open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.is_whole = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        del attrs
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open nothing: it is closed at once."""

    def handle_endtag(self, tag: str) -> None:
        """Close the element that opened last, which must bear this name."""
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.is_whole = False


NOT_FOUND = "404.html"
ADDED = "cb-portable"
"""The class of what stands in a page here and in the shell elsewhere."""


@dataclass(frozen=True)
class PortableTree:
    """The projects of a site: language -> its configuration, the default language first."""

    site: Site
    configurations: dict[str, Path]


def write_portable_tree(content: Content, folders: tuple[Path, ...], to: Path) -> PortableTree:
    """Write the projects of the site's languages into the empty folder `to`, for its engine.

    folders: of templates (see `template_folders`), for the stylesheets. Errors: OSError.
    """
    site = content.site
    for page in content.pages:
        _write(
            _docs(to, page.language) / _source(page.address),
            marks_as_html(_markdown(content, page)),
        )
    for redirect in content.redirects:
        _write(_docs(to, redirect.language) / redirect.address, redirect_html(site, redirect))
    for file in content.files:
        language, address = _of_language(site, file.address)
        _write(_docs(to, language) / address, file.content)
    mark(to, content.edition, MARKDOWN)
    return PortableTree(
        site, {one.language: _project(site, one, folders, to) for one in site.mastheads}
    )


def _of_language(site: Site, address: str) -> tuple[str, str]:
    """Give whose root an address in the site lies in, and the address there."""
    for masthead in site.mastheads:
        root = in_site(masthead.language, "", site.default_language)
        if root and address.startswith(root):
            return masthead.language, address.removeprefix(root)
    return site.default_language, address


def build_whole(tree: PortableTree, out: Path) -> None:
    """Build every language and put them together in folder `out`, which is not there yet.

    Errors: EnvironmentFailure with what the engine says.
    """
    for language, configuration in tree.configurations.items():
        root = out / in_site(language, "", tree.site.default_language)
        shutil.rmtree(root, ignore_errors=True)
        ENGINES[tree.site.engine].build(configuration, root)
        if not (configuration.parent / "docs" / _source(NOT_FOUND)).is_file():
            (root / NOT_FOUND).unlink(missing_ok=True)  # the theme's own: ours serves all languages


def _project(site: Site, masthead: Masthead, folders: tuple[Path, ...], to: Path) -> Path:
    """Write what one language needs beside its pages; give its configuration."""
    assets = published_assets(folders)
    for name, content in assets.items():
        _write(_docs(to, masthead.language) / ASSETS / name, content)
    file = to / masthead.language / "mkdocs.yml"
    _write(file, yaml.safe_dump(_configuration(site, masthead, assets), allow_unicode=True))
    return file


def _configuration(site: Site, masthead: Masthead, assets: dict[str, bytes]) -> dict[str, Any]:
    """Give the engine's configuration: the main pages in its navigation, all others outside it."""
    return {
        "site_name": masthead.title,
        "site_description": masthead.tagline,
        "site_url": site.address + in_site(masthead.language, "", site.default_language),
        "use_directory_urls": False,
        "nav": [{tab.label: _source(tab.address)} for tab in masthead.tabs],
        "not_in_nav": "*",
        "plugins": ["search"],
        "theme": {
            **ENGINES[site.engine].THEME,
            "language": masthead.language,
            "font": False,  # nothing from another host
            "favicon": f"{ASSETS}/casebook.svg",
        },
        "markdown_extensions": ["attr_list"],
        "extra": {"generator": False},
        "extra_css": [f"{ASSETS}/{name}" for name in assets if name.endswith(".css")],
    }


def _markdown(content: Content, page: Page) -> str:
    front = yaml.safe_dump(_front_matter(page), allow_unicode=True, sort_keys=False)
    heading = f"# {escaped(page.heading)} {{#top}}"
    parts = [_crumbs(page), heading, *blocks(page.body, page.sections), _foot(content, page)]
    return f"---\n{front}---\n" + "\n\n".join(part for part in parts if part) + "\n"


def _front_matter(page: Page) -> dict[str, Any]:
    facts = {"title": page.title, "description": page.description, "kind": page.kind}
    return facts if page.listed else {**facts, "search": {"exclude": True}}


def _crumbs(page: Page) -> str:
    links = (_link(relative(page.address, one.address), one.label) for one in page.crumbs)
    items = "".join(f"<li>{link}</li>" for link in links)
    return f'<nav class="cb-crumbs {ADDED}"><ol>{items}</ol></nav>' if items else ""


def _foot(content: Content, page: Page) -> str:
    edition = f"<p>{escape(content.site.masthead(page.language).edition)}</p>"
    return f'<div class="{ADDED}">{"".join(_languages(content.site, page))}{edition}</div>'


def _languages(site: Site, page: Page) -> Iterator[str]:
    """Give the ways to the page in its other languages, once all languages stand in one folder."""
    here = in_site(page.language, page.address, site.default_language)
    for language, address in page.alternates.items():
        if language != page.language:
            there = relative(here, in_site(language, address, site.default_language))
            words = site.masthead(language).words["read_in"]
            yield f'<p lang="{language}">{_link(there, words)}</p>'


def _link(href: str, text: str) -> str:
    return f'<a href="{escape(href)}">{escape(text)}</a>'


def _docs(to: Path, language: str) -> Path:
    return to / language / "docs"


def _source(address: str) -> str:
    return address.removesuffix(".html") + ".md"


def _write(file: Path, content: str | bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
