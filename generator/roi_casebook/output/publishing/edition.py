"""The edition of a site: of which day and commit its content is.

The commit counts only where it holds the site's own configuration: an unpacked archive inside
another repository has no commit known. No clock is read here: the day enters as an argument.
"""

import re
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from roi_casebook.case.beside.editions import Edition
from roi_casebook.output.failures import EnvironmentFailure

__all__ = ["Edition", "find_edition"]

_CONTENT = ("site_config.yml", "cases", "templates")


def find_edition(folder: Path, environment: Mapping[str, str], today: date) -> Edition:
    """Give the edition of the site in `folder`.

    The day is that of SOURCE_DATE_EPOCH (seconds; a reproducible build sets it), else of the
    commit, else `today`; it is also `today` where files changed since the commit.
    """
    commit = _git(folder, "log", "-1", "--format=%h %ct") if _is_tracked(folder) else ""
    name, _, seconds = commit.partition(" ")
    changed = bool(name) and _git(folder, "status", "--porcelain", "--", *_CONTENT) != ""
    given = environment.get("SOURCE_DATE_EPOCH") or ("" if changed else seconds)
    return Edition(_day(given) if given else today, name or None, changed)


def _day(seconds: str) -> date:
    """Give the day of a number of seconds. Errors: EnvironmentFailure where it is none."""
    try:
        if _SECONDS.fullmatch(seconds):
            return datetime.fromtimestamp(int(seconds), UTC).date()
    except (OverflowError, OSError, ValueError):
        pass  # beyond the calendar
    message = f"SOURCE_DATE_EPOCH is {seconds[:_SHOWN]!r}, expected the seconds since 1970 as digits, e.g. 1700000000."
    raise EnvironmentFailure(message)


_SECONDS = re.compile("[0-9]+")
_SHOWN = 40


def _is_tracked(folder: Path) -> bool:
    return _git(folder, "ls-files", "--", "site_config.yml") != ""


def _git(folder: Path, *command: str) -> str:
    """Give what git prints, or "" where there is no git, no repository or no commit."""
    try:
        run = subprocess.run(  # noqa: S603 -- fixed words and our own folder
            ["git", "-C", str(folder), *command],  # noqa: S607 -- found on the path
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return run.stdout.strip()
