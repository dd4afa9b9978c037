"""The index of the free-text search, made by Pagefind from the twins of all pages.

Its command runs once over all twins. What it writes is the same for the same twins but for the
order of the languages in its first file, which is put right here.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from roi_casebook.output import programs
from roi_casebook.output.failures import EnvironmentFailure, named_failures

FOLDER = "pagefind"
"""Where the index stands in the site."""
_ENTRY = "pagefind-entry.json"
_UNUSED = ("*-ui.*", "*-highlight.*")  # interfaces of its own: ours is in the header


@contextmanager
def twin_folder() -> Iterator[Path]:
    """Give a folder for twins; it is gone at the end."""
    with named_failures("keep the pages for the search"), TemporaryDirectory() as folder:
        yield Path(folder)


def write_index(twins: Path, to: Path) -> None:
    """Write the index of the pages in folder `twins` into folder `to`; of no pages, none.

    Raises EnvironmentFailure with what Pagefind says if it fails.
    """
    if next(twins.rglob("*.html"), None) is None:
        return
    _run("--site", str(twins), "--output-path", str(to), "--keep-index-url", "--quiet")
    for pattern in _UNUSED:
        for path in to.glob(pattern):
            path.unlink()
    _sort_languages(to / _ENTRY)


def _run(*options: str) -> None:
    run = programs.run([sys.executable, "-m", "pagefind", *options])
    if run.returncode:
        said = (run.stderr + run.stdout).strip() or f"it ended with {run.returncode}"
        raise EnvironmentFailure(f"Pagefind could not make the index of the search:\n{said}")


def _sort_languages(entry: Path) -> None:
    content = json.loads(entry.read_text(encoding="utf-8"))
    entry.write_text(
        json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
        encoding="utf-8",
    )
