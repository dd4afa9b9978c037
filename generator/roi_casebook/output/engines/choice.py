"""The engines that can build the shells, by the name that `site_config.yml` gives them.

Each is a module that keeps to the one small interface here, and alone names its engine.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from roi_casebook.output.engines import mkdocs_engine, zensical_engine


class Engine(Protocol):
    """What the shells need of an engine.

    `THEME` holds its own settings of the theme, in its configuration's words.
    """

    THEME: dict[str, str]

    def versions(self) -> str:
        """Give the versions of all that the shells depend on. Errors: EnvironmentFailure."""

    def speaks(self, language: str) -> bool:
        """Tell whether the engine's theme has words of its own in a language."""

    def refuse(self, own: Mapping[str, Path], shipped: Mapping[str, Path]) -> None:
        """Refuse the site's own theme files that the engine would ignore: BrokenTemplateError."""

    def build(self, configuration: Path, to: Path) -> None:
        """Build a documentation project into folder `to`. Errors: EnvironmentFailure."""

    def is_unused(self, asset: str) -> bool:
        """Tell whether a file of the engine's theme is of no use on our pages."""

    def finished(self, html: str) -> str:
        """Give a shell with what only this engine writes put right."""


ENGINES: dict[str, Engine] = {"mkdocs": mkdocs_engine, "zensical": zensical_engine}
