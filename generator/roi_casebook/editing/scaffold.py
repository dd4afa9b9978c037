"""`casebook new`: a case file to fill in, sound from the start, as a draft."""

import json
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
    FileOfCase,
    former_slugs,
    is_slug,
    slug_of,
    why_reserved,
)
from roi_casebook.wording.catalogue import Catalogue
from roi_casebook.written.languages import SOURCE
from roi_casebook.yaml_places.reader import read_yaml

_TEXT = re.compile(r"<(\w+)>")
"""The key of a text in the catalogues."""
_EACH_LINE = re.compile(r"^  LANGUAGE: (?:>-\n    )?.*\n", re.MULTILINE)
_IN_BRACES = re.compile(r"\{LANGUAGE: <(\w+)>\}")
_ENDS_FLOW = re.compile(r"[,{}\[\]#\"]|: ")


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
    if why := why_reserved(slug):
        raise UnknownNameError(f"{slug!r} can be no slug: {why}")


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
    languages = config.languages if config else (SOURCE,)
    if config:
        text = text.replace("EUR", config.currency)
    text = _EACH_LINE.sub(lambda one: _on_lines(one[0], languages), text)
    text = _IN_BRACES.sub(lambda one: _in_braces(one[1], languages), text)
    return _TEXT.sub(lambda one: _told(one[1], languages[0]), text)


def _on_lines(lines: str, languages: Sequence[str]) -> str:
    """Repeat the lines of a text for each language."""
    return "".join(_in_language(lines, language, languages) for language in languages)


def _in_braces(key: str, languages: Sequence[str]) -> str:
    """Give a text in each language, or by itself where there is one."""
    if len(languages) == 1:
        return _told(key, languages[0])
    each = (f"{language}: {_in_flow(key, language, languages)}" for language in languages)
    return f"{{{', '.join(each)}}}"


def _in_language(lines: str, language: str, languages: Sequence[str]) -> str:
    told = lines.replace("LANGUAGE", language)
    return _TEXT.sub(lambda one: _told(one[1], language, languages[0]), told)


def _told(key: str, language: str, first: str = SOURCE) -> str:
    return Catalogue(language, first).entry("scaffold", key)


def _in_flow(key: str, language: str, languages: Sequence[str]) -> str:
    """Give a text within braces, quoted where it holds what would end it."""
    told = _told(key, language, languages[0])
    return json.dumps(told, ensure_ascii=False) if _ENDS_FLOW.search(told) else told
