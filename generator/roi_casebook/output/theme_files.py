"""A site's own theme files held against what an engine's theme can use.

Templates are parsed, never run: what they name is all that is asked of them. One that cannot be
parsed is left to the engine, which says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, TemplateSyntaxError, meta, nodes


class _AnyName(dict[str, Any]):
    """Filters or tests by whatever name: only the engine knows which it has."""

    def get(self, _name: str, _default: object = None) -> Any:  # noqa: ANN401 -- as a dict's own
        """Give one that is never called."""
        return str


_ENVIRONMENT = Environment(extensions=["jinja2.ext.do"], autoescape=True)
_ENVIRONMENT.filters = cast("Any", _AnyName())
_ENVIRONMENT.tests = cast("Any", _AnyName())


@dataclass(frozen=True)
class Names:
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


def unknown_names(name: str, path: Path, known: Names) -> list[str]:
    """Give what a template asks for and the engine does not have: `page.file`, `pages`."""
    tree = _parsed(path) if name.endswith(".html") else None
    return sorted(set(_unknown(tree, known))) if tree else []


def _unknown(tree: nodes.Template, known: Names) -> Iterator[str]:
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
