"""The site as it stood at a revision: its files taken from git into a folder for a while."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from roi_casebook.reading.library_folder import CASES
from roi_casebook.reading.site_file import CONFIG_NAME


class UnknownRevisionError(Exception):
    """A revision that git does not know here; the message says so."""


@contextmanager
def base_site(site: Path, revision: str) -> Iterator[Path]:
    """Give a folder that holds the site's files of a revision. Errors: UnknownRevisionError."""
    names = _git(
        site, revision, "ls-tree", "-r", "--name-only", "-z", revision, "--", CASES, CONFIG_NAME
    )
    with TemporaryDirectory(prefix="casebook-") as folder:
        for name in filter(None, names.decode().split("\0")):
            target = Path(folder) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_git(site, revision, "show", f"{revision}:./{name}"))
        yield Path(folder)


def _git(site: Path, revision: str, *command: str) -> bytes:
    try:
        return subprocess.run(  # noqa: S603 -- git itself, words of ours, and a revision that it checks
            ["git", "-C", str(site), *command],  # noqa: S607 -- found on the path
            capture_output=True,
            check=True,
        ).stdout
    except FileNotFoundError:
        raise UnknownRevisionError("git is not installed, and a diff of figures needs it") from None
    except subprocess.CalledProcessError as error:
        why = error.stderr.decode(errors="replace").strip().splitlines()
        raise UnknownRevisionError(
            f"cannot read revision {revision!r}: {why[0] if why else 'git failed'}"
        ) from None
