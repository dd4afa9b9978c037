"""Sources that texts cite, ``[source: report]``: they are there, and stand where a link may stand."""

from collections.abc import Iterator

from roi_casebook.case import Case
from roi_casebook.problems import did_you_mean
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.reading.rules.for_readers.refused_words import by_language
from roi_casebook.reading.rules.for_readers.text_fields import texts
from roi_casebook.written.citations import cited_in
from roi_casebook.yaml_places.document import Document, Finding, Path

NAMES = frozenset({"title", "summary", "label"})
"""Texts that stand in lists, titles and charts, where no link can lead to a source of the case."""


def cited_sources(document: Document) -> Iterator[tuple[Path, str, str]]:
    """Give each citation with the path of its text, the field, and the id of the source."""
    for path, written in texts(Case, document.value):
        for language, text in by_language(written):
            for name in cited_in(text):
                yield ((*path, language) if language else path), str(path[-1]), name


def known_citations(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A source that a text cites stands under sources, and the text is one of sentences."""
    known = case.ids("sources")
    for path, field, name in cited_sources(case.document):
        if name not in known:
            message = f"found the source {name!r}, which this case does not have"
            hint = did_you_mean(name, known) or "leave the citation out"
            yield Finding(path, "unknown_source", message, hint, words=name)
        elif field in NAMES:
            yield Finding(
                path,
                "citation_in_a_name",
                f"found a source cited in {field}, which stands in lists, where nothing leads to it",
                "cite it in note, story, limits or lessons",
                words=f"[source: {name}]",
            )
