"""Links in the prose of a case that lead to another case of the site: it has to have a page."""

from collections.abc import Iterable, Iterator

from roi_casebook.case import Case
from roi_casebook.problems import Problem, did_you_mean
from roi_casebook.reading.document import Document, Finding, Path, part_at
from roi_casebook.reading.rules.library_rules import FileOfCase
from roi_casebook.reading.rules.markdown import CASE_PAGE, DEAD, links_in
from roi_casebook.reading.rules.refused_words import by_language
from roi_casebook.reading.texts import texts


def linked_cases_have_pages(files: Iterable[FileOfCase]) -> Iterator[Problem]:
    """Every case that a text links to is there and no draft."""
    files = list(files)
    states = {file.slug: part_at(file.document.value, ("state",)) for file in files}
    shown = {slug for slug, state in states.items() if state != "draft"}
    for file in files:
        for path, slug in _linked(file.document):
            if slug not in shown:
                what = "which is a draft" if slug in states else "which this site does not have"
                message = f"found a link to the case {slug!r}, {what}"
                hint = did_you_mean(slug, shown - {file.slug}) or "leave the link out"
                finding = Finding(path, DEAD, message, hint, words=f"{slug}.html")
                yield file.document.problem(finding)


def _linked(document: Document) -> Iterator[tuple[Path, str]]:
    for path, written in texts(Case, document.value):
        for key, text in by_language(written):
            for address in links_in(text):
                match = CASE_PAGE.fullmatch(address)
                if match:
                    yield (*path, key) if key else path, match[1]
