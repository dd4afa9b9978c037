"""The small documentation project that a site engine turns into shells, one for each language.

One Markdown page a kind, with slots where content goes; the theme's files (a site's own first);
and the configuration in the words that MkDocs and its successors read. All shells lie in one folder
that holds nothing else, so that every link of the theme climbs out of it by `../`: that is the one
place where the depth of the finished page goes.
"""

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from roi_casebook.output.engines.choice import ENGINES, Engine
from roi_casebook.output.engines.joined_scripts import joined_scripts
from roi_casebook.output.engines.joined_styles import is_sheet, joined_styles
from roi_casebook.output.masthead import Masthead, Site
from roi_casebook.output.slots import NAMES, token
from roi_casebook.pages.parts.templates import files_below
from roi_casebook.pages.site.main_pages import KINDS

FOLDER = "shell"
ASSETS = "assets"
THEME = "theme"
_HASHED = {".css", ".js"}
_MARKDOWN = """\
---
kind: {kind}
---
# {heading} {{#top}}

{bodystart}

{bodyend}
"""
_WORDS_OF_THEME = "partials/languages/{}.html"
_EMPTY = re.compile(r"\n\s+")
_BASE = re.compile(r'(?<=")\.\.(?=["/])')


@dataclass(frozen=True)
class ShellTree:
    """What the shells of a site are made from; `key` goes into their slots."""

    site: Site
    folders: tuple[Path, ...]
    key: str

    @property
    def engine(self) -> Engine:
        """The engine that the site asks for."""
        return ENGINES[self.site.engine]

    def own_and_shipped(self) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """Give the folders of the site's own templates, and those that ship."""
        return self.folders[:-1], self.folders[-1:]

    def slots(self) -> dict[str, str]:
        """Give the token of each slot."""
        return {name: token(self.key, name) for name in NAMES}


def published_assets(folders: tuple[Path, ...]) -> dict[str, bytes]:
    """Give the assets to publish: the name in `assets/` -> the content. Errors: BrokenTemplateError.

    A script is joined from its parts, unless a file in `assets/` has its name; all sheets of styles
    are one. The name of a stylesheet or script holds a hash of it, so that no browser shows an old
    one.
    """
    files = files_below(folders, ASSETS)
    texts = {**joined_scripts(folders), **joined_styles(files)}
    joined = {name: text.encode() for name, text in texts.items()}
    as_it_is = {name: path.read_bytes() for name, path in files.items() if not is_sheet(name)}
    return {_asset_name(name, made): made for name, made in sorted({**joined, **as_it_is}.items())}


def _asset_name(name: str, content: bytes) -> str:
    place = PurePosixPath(name)
    if place.suffix not in _HASHED:
        return name
    return str(place.with_suffix(f".{sha256(content).hexdigest()[:8]}{place.suffix}"))


def write_tree(tree: ShellTree, masthead: Masthead, to: Path) -> Path:
    """Write the project for one language into the empty folder `to`; give its configuration."""
    for kind in KINDS:
        made = _MARKDOWN.format(kind=kind, **tree.slots())
        _write(to / "docs" / FOLDER / f"{kind}.md", made.encode())
    for name, content in published_assets(tree.folders).items():
        _write(to / "docs" / ASSETS / name, content)
    for name, path in files_below(tree.folders, THEME).items():
        _write(to / THEME / name, path.read_bytes())
    if not tree.engine.speaks(masthead.language):
        _write(to / THEME / _WORDS_OF_THEME.format(masthead.language), _theme_words(masthead))
    file = to / "mkdocs.yml"
    text = yaml.safe_dump(_configuration(tree, masthead), allow_unicode=True)
    _write(file, text.encode())
    return file


def _configuration(tree: ShellTree, masthead: Masthead) -> dict[str, Any]:
    assets = [f"{ASSETS}/{name}" for name in published_assets(tree.folders)]
    return {
        "site_name": masthead.title,
        "use_directory_urls": False,
        "plugins": [],
        "theme": {
            **tree.engine.THEME,
            "custom_dir": THEME,
            "language": masthead.language,
            "font": False,  # the fonts are our own files
            "favicon": f"{ASSETS}/casebook.svg",
            "features": [],
        },
        "markdown_extensions": ["attr_list"],
        "extra_css": [name for name in assets if name.endswith(".css")],
        "extra_javascript": [
            name for name in assets if _is_script(name) and not (_in_head(name) or _kind_of(name))
        ],
        "extra": {
            "generator": False,
            "engine": tree.engine.versions(),
            "slot": tree.slots(),
            "head_scripts": [name for name in assets if _is_script(name) and _in_head(name)],
            "kind_scripts": [
                {"kind": _kind_of(name), "name": name}
                for name in assets
                if _is_script(name) and _kind_of(name)
            ],
            "masthead": _masthead(masthead),
            "contribute": tree.site.contribute or "",
        },
    }


def _theme_words(masthead: Masthead) -> bytes:
    """Give the theme's few words that pages show, in a language that it has none of."""
    words = {
        "language": masthead.language,
        "direction": masthead.direction,
        "action.skip": masthead.words["skip"],
    }
    return f"{{% macro t(key) %}}{{{{ {json.dumps(words)}[key] }}}}{{% endmacro %}}".encode()


def _is_script(name: str) -> bool:
    return name.endswith(".js")


def _in_head(name: str) -> bool:
    """Tell whether a script must run before the first paint: `NAME.head.js`."""
    return ".head." in name


def _kind_of(name: str) -> str:
    """Give the kind of pages that a script is for, "" for all: `KIND.js`."""
    stem = PurePosixPath(name).name.partition(".")[0]
    return stem if stem in KINDS else ""


def _masthead(masthead: Masthead) -> dict[str, Any]:
    return {
        "title": masthead.title,
        "tagline": masthead.tagline,
        "tabs": [
            {"address": tab.address, "label": tab.label, "kinds": list(tab.kinds)}
            for tab in masthead.tabs
        ],
        "words": dict(masthead.words),
    }


def with_places(tree: ShellTree, html: str) -> str:
    """Put slots where the engine wrote the way to the root and the marked range of the body.

    The many empty lines and the indents that the theme's templates leave go.
    """
    slots = tree.slots()
    start, end = (re.escape(f"<p>{slots[name]}</p>") for name in ("bodystart", "bodyend"))
    html = re.sub(f"{start}.*?{end}", slots["body"], html, flags=re.DOTALL)
    html = _BASE.sub(slots["root"], html)
    return tree.engine.finished(_EMPTY.sub("\n", html).lstrip())


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
