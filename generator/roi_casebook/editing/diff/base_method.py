"""The method as it was at a revision: which of its files were others, and what it found of the cases.

The package that runs may itself be a part of the repository whose cases it compares. What its method
moves can then be told by running the revision's own, which is asked for by name: it runs its code.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from roi_casebook.editing.diff.base_site import UnknownRevisionError, commit_of, git, take
from roi_casebook.editing.diff.changes import BaseMethod
from roi_casebook.editing.diff.edits import PartEdit, edits
from roi_casebook.editing.diff.facts import Facts, Place, Told
from roi_casebook.yaml_places.reader import read_yaml

PACKAGE = Path(__file__).parents[2]
METHOD = (
    "roi/",
    "appraisal/",
    "case/",
    "config.py",
    "library/",
    "notation/",
    "reading/",
    "shipped/",
    "written/",
    "data/",
)
"""The rooms that say what a case comes to."""
WORDS = "data/wording/"
TOLD = "roi_casebook.editing.diff.told_facts"


class MethodNotRunError(Exception):
    """The method of a revision could not be run; the message says why."""


def base_method(site: Path, revision: str, folder: Path, *, is_run: bool) -> BaseMethod:
    """Compare the method with that of a revision.

    folder: the site's files of the revision; is_run: whether its own method judges them. Without a
    repository that holds the package, the method is the same. Errors: MethodNotRunError.
    """
    commit = commit_of(site, revision)
    files = tuple(_changed(site, commit))
    if not files:
        return BaseMethod()
    named = {name: found for name in files if (found := tuple(_edits(commit, name)))}
    facts = _found_by(commit, folder) if is_run else None
    return BaseMethod(tuple(name for name in files if name not in named), named, facts)


def _changed(site: Path, commit: str) -> Iterator[str]:
    """Give the files of the method that differ, from the package's folder; none of another repository."""
    if _top(site) is None or _top(site) != _top(PACKAGE):
        return
    found = git(PACKAGE, "diff", "--name-only", "--relative", "-z", commit, "--", *METHOD)
    yield from (name for name in found.split("\0") if name and not name.startswith(WORDS))


def _top(folder: Path) -> str | None:
    try:
        return git(folder, "rev-parse", "--show-toplevel").strip()
    except UnknownRevisionError:
        return None


def _edits(commit: str, name: str) -> Iterator[PartEdit]:
    """Give what is another in a table of the package that both sides have."""
    path = PACKAGE / name
    if path.suffix != ".yml" or not path.is_file():
        return
    with TemporaryDirectory(prefix="casebook-") as folder:
        take(PACKAGE, commit, [name], Path(folder))
        old = Path(folder) / name
        if old.is_file():
            before, after = (read_yaml(each.read_bytes(), name).value for each in (old, path))
            yield from edits(before, after)


def _found_by(commit: str, site: Path) -> Mapping[str, Facts]:
    """Let the method of a commit say what it finds of a site's cases. Errors: MethodNotRunError."""
    with TemporaryDirectory(prefix="casebook-") as folder:
        package = Path(folder) / PACKAGE.name
        take(PACKAGE, commit, ["."], package)
        environment = {**os.environ, "PYTHONPATH": folder, "PYTHONDONTWRITEBYTECODE": "1"}
        ran = subprocess.run(  # noqa: S603 -- this Python, and code that the caller asked for
            [sys.executable, "-m", TOLD, str(site)],
            capture_output=True,
            check=False,
            cwd=folder,
            env=environment,
        )
    if ran.returncode:
        said = ran.stderr.decode(errors="replace").strip().splitlines()
        raise MethodNotRunError(said[-1] if said else f"it ended with {ran.returncode}")
    return facts_from_json(ran.stdout)


def facts_as_json(found: Mapping[str, Facts]) -> str:
    """Write what was found of each case, for another process."""
    rows = {
        slug: [[*place, told.data, told.said, told.because] for place, told in facts.items()]
        for slug, facts in found.items()
    }
    return json.dumps(rows)


def facts_from_json(text: bytes | str) -> Mapping[str, Facts]:
    """Read what another process found of each case."""
    return {
        slug: {
            Place(kind, reading, of): Told(data, said, tuple(because))
            for kind, reading, of, data, said, because in rows
        }
        for slug, rows in json.loads(text).items()
    }
