"""A failure of the environment: disk, rights, engine. The command line says it and ends with 3."""

import errno
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EACCES: "there is no permission",
    errno.EPERM: "there is no permission",
    errno.ENOENT: "it is not there, or no more: it may have been moved while the command ran",
    errno.EROFS: "the file system is read-only",
    errno.EBUSY: "it is in use, or the root of a mounted volume: publish into a folder inside it",
    errno.ENOTDIR: "a file is in the way where a folder should be",
    errno.EEXIST: "a file is in the way",
    errno.ENAMETOOLONG: "the name is too long",
}

_OF_THE_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
_CODE = re.compile(r"(?:\[Errno |\(os error |\bcode: )(\d+)")
"""How programs in Python and in Rust name the system's reason."""


class EnvironmentFailure(Exception):  # noqa: N818 -- "error" is kept for errors of the content
    """Something around the content failed; the message is a plain sentence for a person."""


class FailedTemplate(EnvironmentFailure):
    """A template of the theme that an engine cannot fill: its name in the theme, the line, why."""

    def __init__(self, name: str, line: int, why: str) -> None:
        """Take what the engine says of it."""
        super().__init__(f"The site engine cannot fill the template {name}, line {line}: {why}")
        self.name, self.line, self.why = name, line, why


def disk_reason(said: str) -> str | None:
    """Give why the disk took no more, where what a program said names such a reason."""
    codes = map(int, _CODE.findall(said))
    return next((_REASONS[code] for code in codes if code in _OF_THE_DISK), None)


@contextmanager
def named_failures(doing: str) -> Iterator[None]:
    """Turn an OSError into an EnvironmentFailure that says what could not be done, and why.

    But for BrokenPipeError: then who reads what we write has gone.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except shutil.Error as error:  # of several files
        why = disk_reason(str(error)) or str(error)
        raise EnvironmentFailure(f"Cannot {doing}: {why}.") from error
    except OSError as error:
        why = _REASONS.get(error.errno or 0, error.strerror or str(error))
        name = error.filename2 or error.filename
        where = f" ({name})" if name else ""
        raise EnvironmentFailure(f"Cannot {doing}: {why}{where}.") from error
