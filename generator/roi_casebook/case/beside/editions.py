"""The edition of a site: of which day and commit its content is."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Edition:
    """The day of the content; its commit, shortened, or None; whether files differ from it."""

    day: date
    commit: str | None
    changed_since: bool = False
