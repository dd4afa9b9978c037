"""The site as it stood at a revision: its files taken from git into a folder for a while."""

import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from roi_casebook.problems import did_you_mean, has_errors
from roi_casebook.reading import ReadSite
from roi_casebook.reading.files.library_folder import BESIDE, CASES
from roi_casebook.reading.files.site_file import CONFIG_NAME


class UnknownRevisionError(Exception):
    """A revision that git does not know here; the message says so."""


@contextmanager
def base_site(site: Path, revision: str) -> Iterator[Path]:
    """Give a folder that holds the site's files of a revision. Errors: UnknownRevisionError."""
    commit = commit_of(site, revision)
    with TemporaryDirectory(prefix="casebook-") as folder:
        take(site, commit, (CASES, CONFIG_NAME, *BESIDE), Path(folder))
        yield Path(folder)


def take(folder: Path, commit: str, names: Iterable[str], target: Path) -> None:
    """Write what a commit holds under some names in a folder into another. Errors: UnknownRevisionError."""
    found = git(folder, "ls-tree", "-r", "--name-only", "-z", commit, "--", *names)
    for name in filter(None, found.split("\0")):
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_git_bytes(folder, "show", f"{commit}:./{name}"))


def not_compared(base: ReadSite, revision: str) -> str:
    """Say what of a revision cannot be compared and counts as not there; "" where all can be."""
    if base.config is None:
        return f"{revision} has no {CONFIG_NAME} that can be read: what its cases moved is not told"
    wrong = {each.file for each in base.problems if has_errors([each]) and each.file != CASES}
    listed = ", ".join(sorted(wrong))
    return (
        f"in {revision} these have errors, and what moved in them is not told: {listed}"
        if wrong
        else ""
    )


def commit_of(site: Path, revision: str) -> str:
    """Give the commit that a revision names. Errors: UnknownRevisionError."""
    git(site, "rev-parse", "--git-dir")  # says so where there is no repository
    try:
        return git(
            site, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        ).strip()
    except UnknownRevisionError:
        message = f"git knows no commit {revision!r} here; {_hint(site, revision)}"
        raise UnknownRevisionError(message) from None


def _hint(site: Path, revision: str) -> str:
    commit, colon, path = revision.partition(":")
    if colon and commit:
        return f"{path or 'a folder'} is a part of one: name the commit alone, {commit}"
    if git(site, "rev-parse", "--is-shallow-repository").strip() == "true":
        return "this clone is shallow: git fetch --unshallow brings the rest (in a workflow, fetch-depth: 0)"
    names = git(site, "for-each-ref", "--format=%(refname:short)").split()
    return did_you_mean(revision, names) or "there is none yet"


def git(site: Path, *command: str) -> str:
    """Give what git prints in a folder. Errors: UnknownRevisionError, which says what git says."""
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
