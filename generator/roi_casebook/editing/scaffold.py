"""`casebook new`: a case file to fill in, sound from the start, as a draft."""

import re
from datetime import date
from importlib.resources import files
from pathlib import Path

from roi_casebook.editing.chosen_case import UnknownNameError
from roi_casebook.reading.library_folder import CASES

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def write_scaffold(site: Path, slug: str, today: date) -> Path:
    """Write `cases/<slug>.yml` and give its path. Errors: UnknownNameError where it may not be."""
    if not _SLUG.fullmatch(slug):
        proposal = "-".join(re.findall(r"[a-z0-9]+", slug.lower())) or "my-case"
        raise UnknownNameError(
            f"{slug!r} is no slug: small letters, digits and hyphens, e.g. {proposal}"
        )
    path = site / CASES / f"{slug}.yml"
    if path.exists():
        raise UnknownNameError(f"{path} is there already")
    path.parent.mkdir(exist_ok=True)
    text = files("roi_casebook").joinpath("data", "scaffold.yml").read_text(encoding="utf-8")
    path.write_text(text.replace("2000-01-01", today.isoformat()), encoding="utf-8")
    return path
