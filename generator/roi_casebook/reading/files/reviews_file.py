"""`reviews.yml`: when each case was reviewed by somebody who did not write it. It may be missing."""

from collections.abc import Collection, Iterator
from pathlib import Path

from roi_casebook.case.beside.reviews import Reviews
from roi_casebook.reading.files.beside_file import BesideFile, read_beside, table, unknown_case
from roi_casebook.yaml_places.document import Document, Finding

REVIEWS_NAME = "reviews.yml"


def read_reviews(
    site: Path, cases: Collection[str], languages: tuple[str, ...] | None = None
) -> BesideFile[Reviews]:
    """Read the reviews. cases: the slugs of the published cases; languages: where known."""
    return read_beside(
        site / REVIEWS_NAME, Reviews, languages, lambda document: _unknown_cases(document, cases)
    )


def _unknown_cases(document: Document, cases: Collection[str]) -> Iterator[Finding]:
    for slug in table(document.value, "reviews"):
        if slug not in cases:
            yield Finding(("reviews", slug), *unknown_case(slug, cases), at="key")
