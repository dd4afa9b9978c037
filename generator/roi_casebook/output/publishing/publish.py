"""Publishing: a staged folder beside the published one, exchanged for it whole.

Until the exchange nothing changes; after it the old site is removed. A staging folder is locked
while its build lives, so that those of killed builds are known and removed. A folder is replaced
only if it is absent, empty or ours, which its marker file says.

Two folders exchanged in one step, where the system can do that (Linux, macOS).
"""

import ctypes
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from roi_casebook.output.failures import EnvironmentFailure, named_failures
from roi_casebook.output.publishing.edition import Edition
from roi_casebook.output.publishing.folder_lock import locked, try_lock

_AT_FDCWD = -100
_SWAP = 2  # RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS are both 2


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders' names; False if this system or file system cannot, nothing changed."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, _SWAP) == 0)
        return bool(library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _SWAP) == 0)
    except (AttributeError, OSError, TypeError):  # no such function, or no C library at all
        return False


@dataclass(frozen=True)
class Form:
    """In what form pages are published: what messages call it, and the file that marks it as ours.

    A folder with one form is never replaced by another.
    """

    name: str
    marker: str


SITE = Form("site", "casebook-edition.json")
MARKDOWN = Form("Markdown", "casebook-markdown.json")


def mark(folder: Path, edition: Edition, form: Form = SITE) -> None:
    """Write the marker of what we publish, which is also its edition for programs."""
    marker = {
        "made_by": "ROI Casebook",
        "day": edition.day.isoformat(),
        "commit": edition.commit,
        "changed_since": edition.changed_since,
    }
    (folder / form.marker).write_text(json.dumps(marker, indent=2) + "\n", encoding="utf-8")


@contextmanager
def staging(out: Path, form: Form = SITE) -> Iterator[Path]:
    """Give a new folder beside `out` to build in; it is gone at the end unless published.

    Raises EnvironmentFailure if it cannot be made, or if `out` is something that must not be
    replaced.
    """
    out = out.resolve()
    _refuse_foreign(out, form)
    with named_failures(f"build the {form.name} beside {out}"):
        out.parent.mkdir(parents=True, exist_ok=True)
        with locked(out.parent):
            _clear(out)
            stage = _beside(out, "new")
            stage.mkdir()
            lock = try_lock(stage)
    try:
        with named_failures(f"write the {form.name}"):
            yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def publish(stage: Path, out: Path, form: Form = SITE) -> None:
    """Put the finished folder `stage` in the place of `out`, in one step where the system can."""
    out = out.resolve()
    _refuse_foreign(out, form)
    with named_failures(f"publish the {form.name} to {out}"):
        if not out.exists():
            stage.rename(out)
        elif not exchange(stage, out):
            old = _beside(out, "old")
            out.rename(old)
            try:
                stage.rename(out)
            finally:
                if not out.exists():  # it failed, or was interrupted
                    old.rename(out)
            shutil.rmtree(old, ignore_errors=True)


def _refuse_foreign(out: Path, form: Form) -> None:
    if out.is_dir() and not (out / form.marker).is_file() and any(out.iterdir()):
        raise EnvironmentFailure(
            f"Cannot publish to {out}: the folder holds files but no {form.name} of ours (no "
            f"{form.marker} in it), and publishing would replace them. Name another folder, or "
            "empty this one."
        )
    if out.exists() and not out.is_dir():
        raise EnvironmentFailure(f"Cannot publish to {out}: it is a file, not a folder.")


def _beside(out: Path, what: str) -> Path:
    return out.parent / f".{out.name}-{what}-{token_hex(4)}"


def _clear(out: Path) -> None:
    """Remove what killed builds left; put back a site that one left half exchanged."""
    for old in sorted(out.parent.glob(f".{out.name}-old-*")):
        if out.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(out)
    for stage in sorted(out.parent.glob(f".{out.name}-new-*")):
        lock = try_lock(stage)
        if lock is not None:
            shutil.rmtree(stage, ignore_errors=True)
            os.close(lock)
