"""The door: everything that a page says in one language."""

from dataclasses import dataclass

from roi_casebook.config import Vocabulary
from roi_casebook.wording.sentences import Sentences


@dataclass(frozen=True)
class Wording(Sentences):
    """One language: numbers, times, names, workings, texts, labels, verdicts and sentences.

    Each of these is a module; each builds on those before it.
    """


def wording_for(language: str, first_language: str, vocabulary: Vocabulary) -> Wording:
    """Give the wording of a language. Errors: KeyError for a language without tables."""
    return Wording(language, first_language, vocabulary)
