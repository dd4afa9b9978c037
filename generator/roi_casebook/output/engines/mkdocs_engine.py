"""The engine MkDocs with the theme Material: the only module that names them.

It runs as a command of its own, so that nothing of it stays in our process and all that it says can
be read. The one notice that is known and planned for is silenced (Material's end of life on 5 May
2027; see DECISIONS.md). Whatever else it says, but for news of its progress, is a warning, and a
warning fails the build. Not by its option `--quiet`: that hides warnings from `--strict` as well.
"""

import re
import sys
from collections.abc import Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from roi_casebook.output import programs
from roi_casebook.output.failures import FailedTemplate

THEME = {"name": "material"}
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


def speaks(language: str) -> bool:
    """Tell whether the theme has words of its own in a language."""
    spec = find_spec("material")
    origin = spec.origin if spec else None
    assert origin is not None  # noqa: S101 -- it is installed with the package
    words = Path(origin).parent / "templates" / "partials" / "languages"
    return (words / f"{language}.html").is_file()


def refuse(own: Mapping[str, Path], shipped: Mapping[str, Path]) -> None:
    """Refuse nothing: all that a theme may hold was made for this engine."""
    del own, shipped


def build(configuration: Path, to: Path) -> None:
    """Build the documentation project into folder `to`. Errors: EnvironmentFailure with its words.

    The theme's own folder is `theme`, beside the configuration.
    """
    command = ("build", "--strict", "--config-file", str(configuration))
    run = programs.run([sys.executable, "-m", "mkdocs", *command, "--site-dir", str(to)], _SILENCED)
    said = "\n".join(line for line in (run.stdout + run.stderr).splitlines() if not _is_news(line))
    if run.returncode or said:
        _raise_failed_template(said, configuration.parent / "theme")
        raise programs.failure("The site engine could not make the page shells", run, said)


def _raise_failed_template(said: str, theme: Path) -> None:
    """Name the innermost template of the theme in a traceback; nothing where there is none."""
    frames = re.findall(rf'File "{re.escape(str(theme))}/([^"]+)", line (\d+)', said)
    if frames:
        name, line = frames[-1]
        kind, colon, why = said.splitlines()[-1].partition(": ")
        why = why.partition(" in search paths:")[0] if colon else kind
        raise FailedTemplate(name, int(line), why)


def _is_news(line: str) -> bool:
    return not line.strip() or line.startswith("INFO ")


def is_unused(asset: str) -> bool:
    """Tell whether a file of the theme is of no use on our pages: its search, palette, source maps."""
    return asset.startswith(_UNUSED) or asset.endswith(".map")


def finished(html: str) -> str:
    """Give a shell as it is."""
    return html
