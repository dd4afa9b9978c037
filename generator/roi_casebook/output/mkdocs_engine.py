"""The engine MkDocs with the theme Material: the only module that names them.

It runs as a command of its own, so that nothing of it stays in our process and all that it says can
be read. It says nothing when all is well: strict and quiet, with the one notice silenced that is
known and planned for (Material's end of life on 5 May 2027; see DECISIONS.md). Whatever it says
then is a warning, and a warning fails the build.
"""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from roi_casebook.output.failures import EnvironmentFailure

_SILENCED = {"NO_MKDOCS_2_WARNING": "1"}
_UNUSED = (
    "assets/images",
    "assets/javascripts/lunr",
    "assets/javascripts/workers",
    "assets/stylesheets/palette",
)


def versions() -> str:
    """Give the versions of engine and theme, on which the shells depend."""
    return " ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material"))


def build(configuration: Path, to: Path) -> None:
    """Build the documentation project into folder `to`; raise EnvironmentFailure with its words."""
    command = ("build", "--strict", "--quiet", "--config-file", str(configuration))
    run = subprocess.run(  # noqa: S603 -- our own Python and folders
        [sys.executable, "-m", "mkdocs", *command, "--site-dir", str(to)],
        env={**os.environ, **_SILENCED},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    said = (run.stdout + run.stderr).strip()
    if run.returncode or said:
        raise EnvironmentFailure(f"The site engine could not make the page shells:\n{said}")


def is_unused(asset: str) -> bool:
    """Tell whether a file of the theme is of no use on our pages: its search, palette, source maps."""
    return asset.startswith(_UNUSED) or asset.endswith(".map")
