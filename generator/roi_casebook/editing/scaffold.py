"""`casebook new`: a case file to fill in, sound from the start, as a draft."""

from datetime import date
from importlib.resources import files
from pathlib import Path

from roi_casebook.editing.chosen_case import UnknownNameError
from roi_casebook.reading.library_folder import CASES
from roi_casebook.reading.rules.library_rules import LONGEST, RESERVED, is_slug, respelled


def write_scaffold(site: Path, slug: str, today: date) -> Path:
    """Write `cases/<slug>.yml` and give its path. Errors: UnknownNameError where it may not be."""
    if not is_slug(slug):
        raise UnknownNameError(
            f"{slug!r} is no slug: small letters, digits and hyphens, at most {LONGEST}, e.g. {respelled(slug)}"
        )
    if slug in RESERVED:
        raise UnknownNameError(f"{slug!r} can be no slug: {RESERVED[slug]}")
    path = site / CASES / f"{slug}.yml"
    if path.exists():
        raise UnknownNameError(f"{path} is there already")
    path.parent.mkdir(exist_ok=True)
    text = files("roi_casebook").joinpath("data", "scaffold.yml").read_text(encoding="utf-8")
    path.write_text(text.replace("2000-01-01", today.isoformat()), encoding="utf-8")
    return path
