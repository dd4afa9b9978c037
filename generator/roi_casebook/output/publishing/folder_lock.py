"""Locks on folders that end with their process, however it ends.

Where the system has none (Windows), a folder counts as in use for a day.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DAY = 86_400

if sys.platform == "win32":

    @contextmanager
    def locked(folder: Path) -> Iterator[None]:  # noqa: ARG001 -- the same signature everywhere
        """Hold nothing: there is no lock of folders here."""
        yield

    def try_lock(folder: Path) -> int | None:
        """Give some handle if the folder is older than a day, else None."""
        old = time.time() - folder.stat().st_mtime > _DAY
        return os.open(os.devnull, os.O_RDONLY) if old else None

else:
    import fcntl

    @contextmanager
    def locked(folder: Path) -> Iterator[None]:
        """Hold the lock of a folder, waiting for it."""
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def try_lock(folder: Path) -> int | None:
        """Take a folder's lock and give its handle (close it to let go), or None if it is taken."""
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            return None
        return handle
