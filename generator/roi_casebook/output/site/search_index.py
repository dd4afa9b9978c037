"""The index of the free-text search, made by Pagefind from the twins of all pages.

Its command runs once over all twins. What it writes is the same for the same twins but for the
order of the languages in its first file, which is put right here. It does not say where the disk
took less than it wrote, so every file is looked at: a search that finds half is worse than none.
"""

import gzip
import json
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from roi_casebook.output import programs
from roi_casebook.output.failures import EnvironmentFailure, named_failures

FOLDER = "pagefind"
"""Where the index stands in the site."""
_ENTRY = "pagefind-entry.json"
_BEFORE_FRAGMENT = "pagefind_dcd"
_ENDS_OF_SCRIPTS = (b"};", b");")
_UNUSED = ("*-ui.*", "*-highlight.*")  # interfaces of its own: ours is in the header


@contextmanager
def twin_folder() -> Iterator[Path]:
    """Give a folder for twins; it is gone at the end."""
    with named_failures("keep the pages for the search"):
        kept = TemporaryDirectory()
    with kept as folder:
        yield Path(folder)


def write_index(twins: Path, to: Path) -> None:
    """Write the index of the pages in folder `twins` into folder `to`; of no pages, none.

    Raises EnvironmentFailure with what Pagefind says if it fails, or leaves a file unfinished.
    """
    if next(twins.rglob("*.html"), None) is None:
        return
    _run("--site", str(twins), "--output-path", str(to), "--keep-index-url", "--quiet")
    for pattern in _UNUSED:
        for path in to.glob(pattern):
            path.unlink()
    _refuse_unfinished(to)
    _sort_languages(to / _ENTRY)
    _write_pages(to)


def _run(*options: str) -> None:
    run = programs.run([sys.executable, "-m", "pagefind", *options])
    if run.returncode:
        what = "Pagefind could not make the index of the search"
        raise programs.failure(what, run, run.stderr + run.stdout)


def _refuse_unfinished(index: Path) -> None:
    files = sorted(path for path in index.rglob("*") if path.is_file())
    cut = next((path.name for path in files if not _is_whole(path)), None)
    if cut or not (index / _ENTRY).is_file():
        raise EnvironmentFailure(
            f"Cannot write the index of the search: Pagefind left {cut or _ENTRY} unfinished and "
            "said nothing, as it does where the disk is full."
        )


def _is_whole(path: Path) -> bool:
    """Tell whether a file ends as one of its kind does; all but scripts and JSON are compressed."""
    content = path.read_bytes()
    try:
        if path.suffix == ".js":
            return content.rstrip().endswith(_ENDS_OF_SCRIPTS)
        if path.suffix == ".json":
            return bool(json.loads(content))
        return bool(gzip.decompress(content))
    except (ValueError, EOFError, gzip.BadGzipFile, zlib.error):
        return False


def _sort_languages(entry: Path) -> None:
    content = json.loads(entry.read_text(encoding="utf-8"))
    entry.write_text(
        json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
        encoding="utf-8",
    )


def _write_pages(index: Path) -> None:
    """Write beside the index of each language where its pages are, by their ids.

    Pagefind tells that only page by page; the catalogue must know it of all that it finds.
    """
    pages: dict[str, dict[str, str]] = {}
    for path in sorted((index / "fragment").iterdir()):
        text = gzip.decompress(path.read_bytes()).decode().removeprefix(_BEFORE_FRAGMENT)
        language = path.name.partition("_")[0]
        pages.setdefault(language, {})[path.stem] = json.loads(text)["url"].lstrip("/")
    for language, addresses in pages.items():
        said = json.dumps(addresses, ensure_ascii=False, separators=(",", ":"))
        (index / f"pages-{language}.js").write_text(f"export default {said};\n", encoding="utf-8")
