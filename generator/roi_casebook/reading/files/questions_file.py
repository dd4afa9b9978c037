"""`questions.yml`: the questions on which cases disagree. It may be missing."""

from collections.abc import Collection, Iterator
from pathlib import Path

from roi_casebook.case.beside.questions import LEAST, Questions
from roi_casebook.reading.files.beside_file import BesideFile, read_beside, table, unknown_case
from roi_casebook.yaml_places.document import Document, Finding

QUESTIONS_NAME = "questions.yml"


def read_questions(
    site: Path, cases: Collection[str], languages: tuple[str, ...] | None = None
) -> BesideFile[Questions]:
    """Read the questions. cases: the slugs of the published cases; languages: where known."""
    return read_beside(
        site / QUESTIONS_NAME, Questions, languages, lambda document: _wrong_cases(document, cases)
    )


def asked_together(questions: Questions | None) -> tuple[frozenset[str], ...]:
    """Give the sets of cases that some question is asked of."""
    asked = questions.questions.values() if questions else ()
    return tuple(frozenset(each.cases) for each in asked)


def _wrong_cases(document: Document, cases: Collection[str]) -> Iterator[Finding]:
    for name, written in table(document.value, "questions").items():
        named = written.get("cases") if isinstance(written, dict) else None
        if isinstance(named, list):
            yield from _wrong_names(("questions", name, "cases"), named, cases)


def _wrong_names(
    path: tuple[str, ...], named: list[object], cases: Collection[str]
) -> Iterator[Finding]:
    if len(set(map(str, named))) < LEAST:
        message = f"found {len(named) or 'no'} case{'s' * (len(named) > 1)}, expected two different ones: nobody disagrees alone"
        hint = "name each case that answers the question, or remove the question"
        yield Finding(path, "too_few", message, hint)
    for place, slug in enumerate(named):
        if slug in named[:place]:
            message = f"found the case {slug!r} a second time"
            yield Finding((*path, place), "named_twice", message, "remove one of the two")
        elif isinstance(slug, str) and slug not in cases:
            yield Finding((*path, place), *unknown_case(slug, cases))
