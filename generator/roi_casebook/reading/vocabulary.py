"""The vocabulary that ships with the package: measures, sectors, kinds, channels, objectives."""

from functools import cache
from importlib.resources import files

from roi_casebook.config import Vocabulary
from roi_casebook.problems import Problem
from roi_casebook.reading.validation import validated
from roi_casebook.reading.yaml_text import read_yaml


class VocabularyError(Exception):
    """The package's own data are broken: a mistake of its programmers."""


@cache
def shipped_vocabulary() -> Vocabulary:
    """Read the vocabulary from the package's data. Errors: VocabularyError."""
    folder = files("roi_casebook") / "data" / "vocabulary"
    tables: dict[str, object] = {}
    for name in Vocabulary.model_fields:
        document = read_yaml((folder / f"{name}.yml").read_bytes(), f"{name}.yml")
        _expect_none(document.problems)
        tables[name] = document.value
    vocabulary, wrong = validated(Vocabulary, tables)
    if vocabulary is None:
        raise VocabularyError(wrong)
    return vocabulary


def _expect_none(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise VocabularyError(problems)
