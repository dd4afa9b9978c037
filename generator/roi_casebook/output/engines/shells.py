"""Shells: the theme's pages with slots, built by the engine once and then kept.

They lie under `<cache>/<hash>/`: one file for each kind and language, the assets of the theme, and a
list of all these. The hash is of all that they are made from, so the engine does not start while that
is unchanged, and nothing that the list names is missing or cut off.
"""

import json
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from roi_casebook.output import slots
from roi_casebook.output.engines import (
    joined_scripts,
    joined_styles,
    mkdocs_engine,
    shell_tree,
    zensical_engine,
)
from roi_casebook.output.engines.choice import ENGINES
from roi_casebook.output.engines.shell_tree import ShellTree
from roi_casebook.output.failures import EnvironmentFailure, FailedTemplate, named_failures
from roi_casebook.output.masthead import Site
from roi_casebook.output.programs import none_left
from roi_casebook.pages.parts.templates import (
    BrokenTemplateError,
    failed_template,
    files_below,
    refuse_unreadable,
)
from roi_casebook.pages.site.main_pages import KINDS

_KEY_LENGTH = 16
_LANGUAGES_AT_ONCE = 2
_LIST = "files.json"


@dataclass(frozen=True)
class Shells:
    """The shells of a site: `of[language, kind]`, each in parts; the folder of assets; the key."""

    of: "dict[tuple[str, str], tuple[slots.Part, ...]]"
    assets: Path
    key: str


def load_shells(site: Site, folders: tuple[Path, ...], cache: Path) -> Shells:
    """Give the shells of `site`, building them under folder `cache` where they are not there yet.

    Raises EnvironmentFailure if the engine or the disk fails, BrokenTemplateError if a theme file
    of the site does, or would be ignored.
    """
    name = _hash(site, folders)
    tree = ShellTree(site, folders, name[:_KEY_LENGTH])
    cache = cache.resolve()  # the engine reads paths as relative to its own configuration
    kept = cache / name
    if not _is_whole(kept):
        with named_failures("keep the page shells"), _new_folder(cache) as work:
            _build(tree, work)
            _keep(work / "kept", kept)
    return Shells(dict(_read(tree, kept)), kept / shell_tree.ASSETS, tree.key)


def _hash(site: Site, folders: tuple[Path, ...]) -> str:
    """Hash all that shells are made from; the edition is not: it is filled in."""
    digest = sha256(ENGINES[site.engine].versions().encode())
    for module in (
        mkdocs_engine,
        zensical_engine,
        shell_tree,
        joined_scripts,
        joined_styles,
        slots,
    ):
        digest.update(Path(str(module.__file__)).read_bytes())
    for masthead in site.mastheads:
        words = sorted(masthead.words.items())
        fixed = (masthead.language, masthead.title, masthead.tagline, masthead.tabs, words)
        digest.update(repr((fixed, site.contribute)).encode())
    for part in (shell_tree.THEME, shell_tree.ASSETS, joined_scripts.SCRIPTS):
        for name, path in sorted(files_below(folders, part).items()):
            digest.update(name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@contextmanager
def _new_folder(cache: Path) -> Iterator[Path]:
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".making-", dir=cache) as folder:
        yield Path(folder)


def _build(tree: ShellTree, work: Path) -> None:
    """Build every language, apart; the assets of the theme are the same in each."""
    refuse_unreadable(_own_theme(tree))
    tree.engine.refuse(*(files_below(part, shell_tree.THEME) for part in tree.own_and_shipped()))
    languages = [masthead.language for masthead in tree.site.mastheads]
    with ThreadPoolExecutor(_LANGUAGES_AT_ONCE) as pool, none_left():
        list(pool.map(lambda language: _build_one(tree, language, work), languages))
    for language in languages:
        for kind in KINDS:
            built = work / language / "built" / shell_tree.FOLDER / f"{kind}.html"
            made = shell_tree.with_places(tree, built.read_text(encoding="utf-8"))
            to = work / "kept" / language / f"{kind}.html"
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_text(made, encoding="utf-8")
    _copy_assets(tree, work / languages[0] / "built", work / "kept")
    (work / "kept" / _LIST).write_text(json.dumps(_sizes(work / "kept")), encoding="utf-8")


def _is_whole(kept: Path) -> bool:
    """Tell whether shells are there as they were listed: a folder that is no content may lose files."""
    try:
        listed = json.loads((kept / _LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(listed == _sizes(kept))


def _sizes(folder: Path) -> dict[str, int]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != _LIST)
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in files}


def _build_one(tree: ShellTree, language: str, work: Path) -> None:
    configuration = shell_tree.write_tree(tree, tree.site.masthead(language), work / language)
    try:
        tree.engine.build(configuration, work / language / "built")
    except FailedTemplate as failed:
        own = _own_theme(tree).get(failed.name)
        if own is None:
            raise
        raise BrokenTemplateError(failed_template(own, failed.line, failed.why)) from failed


def _own_theme(tree: ShellTree) -> dict[str, Path]:
    own, _shipped = tree.own_and_shipped()
    return files_below(own, shell_tree.THEME)


def _copy_assets(tree: ShellTree, built: Path, to: Path) -> None:
    for path in sorted((built / shell_tree.ASSETS).rglob("*")):
        name = path.relative_to(built)
        if path.is_file() and not tree.engine.is_unused(name.as_posix()):
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, to / name)


def _keep(made: Path, kept: Path) -> None:
    """Move the finished shells into their place, and remove those that they replace."""
    if not _is_whole(kept):
        shutil.rmtree(kept, ignore_errors=True)
    try:
        made.rename(kept)
    except OSError:
        if not _is_whole(kept):  # else another build made the same a moment ago
            raise
    for old in kept.parent.iterdir():
        if old != kept and not old.name.startswith("."):
            shutil.rmtree(old, ignore_errors=True)


def _read(
    tree: ShellTree, kept: Path
) -> "Iterator[tuple[tuple[str, str], tuple[slots.Part, ...]]]":
    for masthead in tree.site.mastheads:
        for kind in KINDS:
            text = (kept / masthead.language / f"{kind}.html").read_text(encoding="utf-8")
            yield (masthead.language, kind), _parsed(tree, kind, text)


def _parsed(tree: ShellTree, kind: str, text: str) -> tuple[slots.Part, ...]:
    """Split a shell into its parts; where they make no page, the site's own theme is to blame."""
    try:
        return slots.parse_page(text, tree.key)
    except slots.BrokenShellError as error:
        own = ", ".join(map(str, _own_theme(tree).values()))
        if not own:
            message = f"The site engine made no whole page of kind {kind!r}: {error}."
            raise EnvironmentFailure(message) from error
        raise BrokenTemplateError(
            f"The site's own theme makes no whole page of kind {kind!r}: {error}. It is made of {own}."
        ) from error
