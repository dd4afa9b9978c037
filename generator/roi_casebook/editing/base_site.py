"""The site as it stood at a revision: its files taken from git into a folder for a while."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from roi_casebook.problems import did_you_mean, has_errors
from roi_casebook.reading import ReadSite
from roi_casebook.reading.files.library_folder import CASES
from roi_casebook.reading.files.site_file import CONFIG_NAME


class UnknownRevisionError(Exception):
    """A revision that git does not know here; the message says so."""


@contextmanager
def base_site(site: Path, revision: str) -> Iterator[Path]:
    """Give a folder that holds the site's files of a revision. Errors: UnknownRevisionError."""
    commit = _commit(site, revision)
    names = _git(site, "ls-tree", "-r", "--name-only", "-z", commit, "--", CASES, CONFIG_NAME)
    with TemporaryDirectory(prefix="casebook-") as folder:
        for name in filter(None, names.split("\0")):
            target = Path(folder) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_git_bytes(site, "show", f"{commit}:./{name}"))
        yield Path(folder)


def not_compared(base: ReadSite, revision: str) -> str:
    """Say what of a revision cannot be compared and counts as not there; "" where all can be."""
    if base.config is None:
        return (
            f"{revision} has no {CONFIG_NAME} that can be read: all its figures count as not there"
        )
    wrong = {each.file for each in base.problems if has_errors([each]) and each.file != CASES}
    listed = ", ".join(sorted(wrong))
    return f"in {revision} these have errors and count as not there: {listed}" if wrong else ""


def _commit(site: Path, revision: str) -> str:
    """Give the commit that a revision names. Errors: UnknownRevisionError."""
    _git(site, "rev-parse", "--git-dir")  # says so where there is no repository
    try:
        return _git(
            site, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        ).strip()
    except UnknownRevisionError:
        message = f"git knows no commit {revision!r} here; {_hint(site, revision)}"
        raise UnknownRevisionError(message) from None


def _hint(site: Path, revision: str) -> str:
    commit, colon, path = revision.partition(":")
    if colon and commit:
        return f"{path or 'a folder'} is a part of one: name the commit alone, {commit}"
    if _git(site, "rev-parse", "--is-shallow-repository").strip() == "true":
        return "this clone is shallow: git fetch --unshallow brings the rest (in a workflow, fetch-depth: 0)"
    names = _git(site, "for-each-ref", "--format=%(refname:short)").split()
    return did_you_mean(revision, names) or "there is none yet"


def _git(site: Path, *command: str) -> str:
    return _git_bytes(site, *command).decode(errors="surrogateescape")


def _git_bytes(site: Path, *command: str) -> bytes:
    try:
        return subprocess.run(  # noqa: S603 -- git itself, words of ours, and a revision that it checks
            ["git", "-C", str(site), *command],  # noqa: S607 -- found on the path
            capture_output=True,
            check=True,
        ).stdout
    except FileNotFoundError:
        raise UnknownRevisionError("git is not installed, and a diff of figures needs it") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()
        why = said[0].removeprefix("fatal: ") if said else "git failed"
        raise UnknownRevisionError(f"a diff of figures needs git, which says: {why}") from None
