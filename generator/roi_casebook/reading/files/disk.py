"""A folder where a site has a file, a file where it has a folder, a link that leads nowhere.

What is not there at all is another matter, and not told here.

A link out of the site's folder: what it leads to is no part of the site, and is not even read.

A file read no further than one can be that is read at all; a file written whole or not at all: a
disk that fills up takes nothing that was there.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex

from roi_casebook.problems import Problem
from roi_casebook.yaml_places.source_text import MOST_BYTES


def read_at_most(path: Path) -> bytes:
    """Read a file, or so much of it that it is seen to be too large. Errors: OSError."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def leads_out(site: Path, path: Path) -> bool:
    """Tell whether a path that lies in the site's folder leads out of it, over a link."""
    within, real = site.resolve(), path.resolve()
    named = Path(os.path.abspath(path)).is_relative_to(os.path.abspath(site))  # noqa: PTH100 -- resolve() would follow the link
    lies_there = named or path.parent.resolve().is_relative_to(within)
    return lies_there and not real.is_relative_to(within)


def link_out(name: str) -> Problem:
    """Tell a link out of the site's folder."""
    message = "found a link that leads out of the site's folder, where nothing is read"
    hint = "put what it leads to there itself, or remove the link"
    return Problem(name, 1, 1, "", "link_out", "error", message, hint)


def no_file(site: Path, name: str) -> Iterator[Problem]:
    """Tell that something other than a file has the name of a file."""
    path = site / name
    if os.path.lexists(path) and not path.is_file():
        hint = f"put the file there, or remove {name}"
        yield _problem(name, f"found {_kind(path)}, expected a file", hint)


def no_folder(site: Path, name: str) -> Iterator[Problem]:
    """Tell that something other than a folder has the name of a folder."""
    path = site / name
    if os.path.lexists(path) and not path.is_dir():
        hint = f"make a folder of that name, or rename {name}"
        yield _problem(name, f"found {_kind(path)}, expected a folder", hint)


def _kind(path: Path) -> str:
    if path.is_dir():
        return "a folder"
    if path.is_file():
        return "a file"
    return "a link that leads nowhere" if path.is_symlink() else "neither a file nor a folder"


def _problem(name: str, message: str, hint: str) -> Problem:
    return Problem(name, 1, 1, "", "wrong_kind", "error", message, hint)


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
    write_new_bytes(path, text.encode())


def write_new_bytes(path: Path, raw: bytes) -> None:
    """Write bytes where there is no file. Errors: as of `write_new`."""
    file = path.open("xb")
    try:
        with file:
            file.write(raw)
    except BaseException:
        path.unlink()
        raise
