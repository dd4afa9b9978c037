"""A check of a whole site or of some of its files: the problems, and where their files lie."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roi_casebook.problems import Problem
from roi_casebook.reading.files.disk import leads_out, read_at_most
from roi_casebook.reading.files.library_folder import (
    BESIDE,
    CASES,
    ENDINGS,
    ReadSite,
    read_files,
    read_library,
)
from roi_casebook.reading.files.site_file import CONFIG_NAME
from roi_casebook.yaml_places.source_text import SourceText, decoded


@dataclass(frozen=True)
class Checked:
    """What a check found.

    read: the site as read; problems: those that were asked for; outside: the files that are named
    as they were given, where all others are named relative to `site`.
    """

    site: Path
    read: ReadSite
    problems: tuple[Problem, ...]
    outside: frozenset[str] = frozenset()

    def path(self, file: str) -> Path:
        """Give where the file of a problem lies."""
        return Path(file) if file in self.outside else self.site / file

    def lines(self, file: str) -> SourceText:
        """Give the text of the file of a problem; empty where it is gone or no file of the site."""
        path = self.path(file)
        if not path.is_file() or leads_out(self.site, path):
            return SourceText("")
        return decoded(read_at_most(path))[0]


def checked(site: Path, paths: Iterable[Path] = (), today: date | None = None) -> Checked:
    """Check a site, or some files of it; a folder stands for the case files in it.

    Files outside the site's `cases/` are read as the only cases of the site. Errors: OSError.
    """
    asked = [file for path in paths for file in files_at(path, site)]
    names = {_name_in(site, path) for path in asked}
    if None in names:
        read = read_files(site, asked, today)
        return Checked(site, read, read.problems, frozenset(path.as_posix() for path in asked))
    named = {name for name in names if name is not None}
    are_cases = bool(named) and all(name.startswith(f"{CASES}/") for name in named)
    read = read_library(site, today, only=named if are_cases else None)
    wanted = (each for each in read.problems if not asked or each.file in names)
    return Checked(site, read, tuple(wanted))


def files_at(path: Path, site: Path) -> list[Path]:
    """Give the files that a path stands for: itself, or those in the folder; of the site, all."""
    if not path.is_dir():
        return [path]
    if path.resolve() == site.resolve():
        beside = [site / name for name in BESIDE if (site / name).is_file()]
        return [site / CONFIG_NAME, *beside, *files_at(site / CASES, site)]
    return sorted(each for each in path.iterdir() if each.suffix in ENDINGS and each.is_file())


def _name_in(site: Path, path: Path) -> str | None:
    """Give the name of a file in the site, or None where it is none of the site's files."""
    inside = path.resolve().relative_to(site.resolve()) if _lies_in(site, path) else None
    own = inside is not None and inside.as_posix() in (CONFIG_NAME, *BESIDE)
    if inside is None or (inside.parent.as_posix() != CASES and not own):
        return None
    return inside.as_posix()


def _lies_in(site: Path, path: Path) -> bool:
    return path.resolve().is_relative_to(site.resolve())
