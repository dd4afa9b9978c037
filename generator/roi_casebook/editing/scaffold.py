"""`casebook new`: a case file to fill in, sound from the start, as a draft."""

import re
from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path

from roi_casebook.config import SiteConfig
from roi_casebook.editing.chosen_case import UnknownNameError
from roi_casebook.reading.files.disk import read_at_most, write_new, write_whole
from roi_casebook.reading.files.library_folder import CASES, case_names, surroundings
from roi_casebook.reading.files.site_file import read_config
from roi_casebook.reading.model.schema import SCHEMA_NAME, schema_text
from roi_casebook.reading.rules.library import (
    LONGEST,
    RESERVED,
    FileOfCase,
    former_slugs,
    is_slug,
    slug_of,
)
from roi_casebook.yaml_places.reader import read_yaml

_IN_BRACES = re.compile(r"\{en: (?P<en>[^,}]+), fr: (?P<fr>[^}]+)\}")
_ON_LINES = r"^  {}: (?:>-\n    )?.*\n"


def write_scaffold(site: Path, slug: str, today: date) -> Path:
    """Write `cases/<slug>.yml` and give its path; beside it the schema, where there is none yet.

    Errors: UnknownNameError where it may not be.
    """
    _refuse(slug)
    _refuse_former(site, slug)
    config = read_config(site)
    path = site / CASES / f"{slug}.yml"
    path.parent.mkdir(exist_ok=True)
    schema = path.with_name(SCHEMA_NAME)
    if not schema.exists():
        write_whole(schema, schema_text(surroundings(config).vocabulary))
    try:
        write_new(path, _scaffold(config.config, today))
    except FileExistsError:
        raise UnknownNameError(f"{path} is there already") from None
    return path


def _refuse(slug: str) -> None:
    if not is_slug(slug):
        raise UnknownNameError(
            f"{slug!r} is no slug: small letters, digits and hyphens, at most {LONGEST}, e.g. {slug_of(slug)}"
        )
    if slug in RESERVED:
        raise UnknownNameError(f"{slug!r} can be no slug: {RESERVED[slug]}")


def _refuse_former(site: Path, slug: str) -> None:
    """Refuse the earlier slug of another case: its address leads there for ever."""
    documents = (read_yaml(read_at_most(site / name), name) for name in case_names(site))
    owner = former_slugs(FileOfCase(each.file, each) for each in documents).get(slug)
    if owner:
        raise UnknownNameError(
            f"{slug!r} is an earlier slug of {owner}: an address leads to one case only"
        )


def _scaffold(config: SiteConfig | None, today: date) -> str:
    """Give the text of a draft, in the languages and the currency of the site."""
    text = files("roi_casebook").joinpath("data", "scaffold.yml").read_text(encoding="utf-8")
    text = text.replace("2000-01-01", today.isoformat())
    if config is None:
        return text
    return _in_languages(text.replace("EUR", config.currency), config.languages)


def _in_languages(text: str, languages: Sequence[str]) -> str:
    """Leave out the languages that the site does not have."""
    for other in {"en", "fr"} - set(languages):
        text = re.sub(_ON_LINES.format(other), "", text, flags=re.MULTILINE)
        text = _IN_BRACES.sub(lambda match: match[languages[0]], text)
    return text
