"""A failure of the environment: disk, rights, engine. The command line says it and ends with 3."""

import errno
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


class EnvironmentFailure(Exception):  # noqa: N818 -- "error" is kept for errors of the content
    """Something around the content failed; the message is a plain sentence for a person."""


@contextmanager
def named_failures(doing: str) -> Iterator[None]:
    """Turn an OSError into an EnvironmentFailure that says what could not be done, and why.

    But for BrokenPipeError: then who reads what we write has gone.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        why = _REASONS.get(error.errno or 0, error.strerror or str(error))
        where = f" ({error.filename})" if error.filename else ""
        raise EnvironmentFailure(f"Cannot {doing}: {why}{where}.") from error
