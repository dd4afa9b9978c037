"""The languages that a site may have: those that have a catalogue, `data/wording/LANGUAGE.yml`."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

SOURCE = "en"
"""The language in which all texts are written first: every other catalogue is translated from it."""
ENDING = ".yml"


@cache
def catalogue_files() -> dict[str, Traversable]:
    """Give the catalogue of each language by its code: the source first, the others in order."""
    found = {
        file.name.removesuffix(ENDING): file
        for file in _folder().iterdir()
        if file.name.endswith(ENDING)
    }
    return {
        language: found[language]
        for language in sorted(found, key=lambda one: (one != SOURCE, one))
    }


@cache
def languages() -> tuple[str, ...]:
    """Give the languages: the source first, the others in order."""
    return tuple(catalogue_files())


def made_from_file(language: str) -> Traversable:
    """Give the file that says which English the texts of a language are made from."""
    return _folder() / f"{language}.made_from.json"


def _folder() -> Traversable:
    return files("roi_casebook") / "data" / "wording"
