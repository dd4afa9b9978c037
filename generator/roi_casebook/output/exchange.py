"""Two folders exchanged in one step, where the system can do that (Linux, macOS)."""

import ctypes
import os
import sys
from pathlib import Path

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
