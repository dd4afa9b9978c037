"""A file written whole or not at all: a disk that fills up takes nothing that was there."""

import shutil
from pathlib import Path
from secrets import token_hex


def write_whole(path: Path, text: str) -> None:
    """Write a text in the place of what `path` holds, in one step. Errors: OSError; it stays then."""
    path = path.resolve()  # a link stays a link
    new = path.with_name(f".{path.name}-{token_hex(4)}")
    try:
        new.write_text(text, encoding="utf-8", newline="\n")
        if path.exists():
            shutil.copymode(path, new)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def write_new(path: Path, text: str) -> None:
    """Write a file where there is none. Errors: FileExistsError; OSError, and none is there then."""
    file = path.open("x", encoding="utf-8", newline="\n")
    try:
        with file:
            file.write(text)
    except BaseException:
        path.unlink()
        raise
