"""A folder where a site has a file, a file where it has a folder, a link that leads nowhere.

What is not there at all is another matter, and not told here.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from roi_casebook.problems import Problem


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
