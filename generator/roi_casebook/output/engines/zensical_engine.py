"""The engine Zensical, successor of Material for MkDocs: the only module that names it.

It reads the same project and is an optional extra. It ends in silence where a template asks for
what it does not have, so that is looked for before it starts. Its theme's variant `classic` is the
look of Material.

A site's own theme files held against what an engine's theme can use.

Templates are parsed, never run: what they name is all that is asked of them. One that cannot be
parsed is left to the engine, which says so.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from roi_casebook.output import programs
from roi_casebook.output.failures import EnvironmentFailure, FailedTemplate
from roi_casebook.pages.parts.templates import BrokenTemplateError, files_below


class _AnyName(dict[str, Any]):
    """Filters or tests by whatever name: only the engine knows which it has."""

    def get(self, _name: str, _default: object = None) -> Any:  # noqa: ANN401 -- as a dict's own
        """Give one that is never called."""
        return str


_ENVIRONMENT = Environment(extensions=["jinja2.ext.do"], autoescape=True)
_ENVIRONMENT.filters = cast("Any", _AnyName())
_ENVIRONMENT.tests = cast("Any", _AnyName())


@dataclass(frozen=True)
class TemplateNames:
    """What templates may ask of an engine: names that it lacks, and all attributes of a name."""

    missing: frozenset[str]
    attributes: Mapping[str, frozenset[str]]


def ignored_files(
    own: Mapping[str, Path], shipped: Mapping[str, Path], theme: frozenset[str]
) -> list[str]:
    """Give the site's own templates that neither replace one of the theme nor are named by one."""
    named = {name for path in {**shipped, **own}.values() for name in _named(path)}
    known = theme | frozenset(shipped) | named
    return sorted(name for name in own if name.endswith(".html") and name not in known)


def unknown_names(name: str, path: Path, known: TemplateNames) -> list[str]:
    """Give what a template asks for and the engine does not have: `page.file`, `pages`."""
    tree = _parsed(path) if name.endswith(".html") else None
    return sorted(set(_unknown(tree, known))) if tree else []


def _unknown(tree: nodes.Template, known: TemplateNames) -> Iterator[str]:
    yield from meta.find_undeclared_variables(tree) & known.missing
    for node in tree.find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Name):
            owner, asked = node.node.name, node.attr
            if asked not in known.attributes.get(owner, {asked}):
                yield f"{owner}.{asked}"


def _named(path: Path) -> set[str]:
    tree = _parsed(path) if path.suffix == ".html" else None
    return {name for name in meta.find_referenced_templates(tree) if name} if tree else set()


def _parsed(path: Path) -> nodes.Template | None:
    try:
        return _ENVIRONMENT.parse(path.read_text(encoding="utf-8"))
    except TemplateSyntaxError:
        return None


THEME = {"variant": "classic"}
_NAMES = TemplateNames(
    missing=frozenset({"pages", "mkdocs_version", "build_date_utc"}),
    attributes={
        "page": frozenset({
            "ancestors", "canonical_url", "content", "edit_url", "meta", "next_page", "path",
            "previous_page", "title", "toc", "url",
        }),
        "config": frozenset({
            "copyright", "docs_dir", "edit_uri", "edit_uri_template", "extra", "extra_css",
            "extra_javascript", "nav", "plugins", "repo_name", "repo_url", "site_author",
            "site_description", "site_dir", "site_name", "site_url", "strict", "theme",
            "use_directory_urls",
        }),
    },
)  # fmt: skip
"""What templates may ask for, as version 0.0.73 gives it; MkDocs gives more."""
_NEWS = ("Build started", "Build finished", "No issues found")
_PLACE = re.compile(r"\(in ([^():]+):(\d+)\)")
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_UNUSED = (
    "assets/images",
    "assets/javascripts/LICENSE",
    "assets/javascripts/workers",
    "assets/stylesheets/classic/palette",
    "assets/stylesheets/modern",
)


def speaks(language: str) -> bool:
    """Tell whether the theme has words of its own in a language."""
    spec = find_spec("zensical")
    if spec is None or spec.origin is None:
        return False  # `versions` says what is missing
    words = Path(spec.origin).parent / "templates" / "partials" / "languages"
    return (words / f"{language}.html").is_file()


def versions() -> str:
    """Give the version of the engine, which holds its theme too. Errors: EnvironmentFailure."""
    try:
        return f"zensical {version('zensical')}"
    except PackageNotFoundError:
        raise EnvironmentFailure(
            "The site engine Zensical is not installed, and site_config.yml asks for it. Install "
            f"it with: {sys.executable} -m pip install {_wanted()}"
        ) from None


def _wanted() -> str:
    """Give the version to install, as our own package names it."""
    named = (one.partition(";")[0].strip() for one in requires("roi-casebook") or ())
    return next((one for one in named if one.startswith("zensical")), "zensical")


def refuse(own: Mapping[str, Path], shipped: Mapping[str, Path]) -> None:
    """Refuse the site's own theme files that Zensical would ignore. Errors: BrokenTemplateError."""
    said = "\n".join(f"  {line}" for line in _ignored(own, shipped))
    if said:
        raise BrokenTemplateError(
            f"The site's own theme asks for what engine: zensical would ignore:\n{said}\n"
            "Change it, or choose engine: mkdocs in site_config.yml."
        )


def _ignored(own: Mapping[str, Path], shipped: Mapping[str, Path]) -> Iterator[str]:
    for name in ignored_files(own, shipped, _theme()):
        yield f"{own[name]}: Zensical has no such file, and no template names it"
    for name, path in own.items():
        for asked in unknown_names(name, path, _NAMES):
            yield f"{path}: Zensical does not know {asked}"


def _theme() -> frozenset[str]:
    """Give the names of the theme's own templates."""
    found = find_spec("zensical")
    places = (found and found.submodule_search_locations) or ()
    return frozenset(files_below(tuple(Path(place) for place in places), "templates"))


def build(configuration: Path, to: Path) -> None:
    """Build the documentation project into folder `to`. Errors: EnvironmentFailure with its words.

    It builds below the project only, into its folder `site`, which is then moved.
    """
    command = ("build", "--clean", "--strict", "--config-file", str(configuration))
    run = programs.run([sys.executable, "-m", "zensical", *command], {"PYTHONUTF8": "1"})
    said = "\n".join(_told(run.stdout + run.stderr))
    if run.returncode or said:
        _raise_failed_template(said)
        raise programs.failure("The site engine could not make the page shells", run, said)
    (configuration.parent / "site").rename(to)


def _raise_failed_template(said: str) -> None:
    """Name the innermost template where it says one: `could not ... (in a:43): why (in b:2)`."""
    outside, name, line, _rest = ("", "", "0", *_PLACE.split(said))[-4:]
    if name:
        raise FailedTemplate(name, int(line), outside.strip(": ").removeprefix("RuntimeError: "))


def _told(text: str) -> Iterator[str]:
    """Give what it said, but for news of its progress."""
    for line in programs.without_traceback(_COLOURS.sub("", text)).splitlines():
        if line.strip() and not line.startswith(_NEWS):
            yield line


def is_unused(asset: str) -> bool:
    """Tell whether a file of the theme is of no use on our pages: its search, palette, source maps."""
    return asset.startswith(_UNUSED) or asset.endswith(".map")


def finished(html: str) -> str:
    """Lead the link that skips to the content to our heading: its own target is not on our pages."""
    return html.replace('href="#__skip"', 'href="#top"')
