"""What a case is judged against: the site's languages and words, and the day."""

from dataclasses import dataclass
from datetime import date

from roi_casebook.config import Vocabulary


@dataclass(frozen=True)
class Surroundings:
    """The site around a case.

    languages: the site's, the first is its default, None where they are not known for sure;
    vocabulary: shipped and own; words_are_sure: False where the site's own words are broken, so
    that a word that is not found says nothing; today: the day of the check.
    """

    languages: tuple[str, ...] | None
    vocabulary: Vocabulary
    words_are_sure: bool
    today: date
