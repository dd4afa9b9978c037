"""`guide.yml`: the site's reading guide, with the same quality of problems. It may be missing."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from roi_casebook.case.beside.guide import LEADS, PAGES, Guide
from roi_casebook.reading.files.beside_file import (
    PUBLISHED_CASE,
    BesideFile,
    Told,
    read_beside,
    table,
    unknown_case,
    unknown_name,
)
from roi_casebook.reading.rules.for_readers.text_fields import texts
from roi_casebook.yaml_places.document import Document, Finding, part_at

GUIDE_NAME = "guide.yml"


def read_guide(
    site: Path, cases: Collection[str], languages: tuple[str, ...] | None = None
) -> BesideFile[Guide]:
    """Read the site's guide. cases: the slugs of its published cases; languages: where known."""
    return read_beside(
        site / GUIDE_NAME,
        Guide,
        languages,
        lambda document: _unknown_names(document, cases),
        lambda document, finding: _is_needless(document, finding, languages or ()),
    )


def _is_needless(document: Document, finding: Finding, languages: Collection[str]) -> bool:
    """Tell a hint that only misses a quotation's meaning in the quotation's own language."""
    if finding.code != "missing_translation" or finding.path[-1] != "meaning":
        return False
    meaning = part_at(document.value, finding.path)
    source = part_at(document.value, (*finding.path[:-1], "source"))
    own = part_at(document.value, ("sources", str(source), "lang"))
    return own is None or (isinstance(meaning, Mapping) and {*meaning, own} >= set(languages))


# What a point names has to exist ---------------------------------------------------------------------


def _unknown_names(document: Document, cases: Collection[str]) -> Iterator[Finding]:
    sources = tuple(table(document.value, "sources"))
    known = {"case": cases, "page": PAGES, "source": sources}
    for point, written in table(document.value, "points").items():
        for slug in table(written, "cases"):
            if slug not in cases:
                path = ("points", point, "cases", slug)
                yield Finding(path, *unknown_case(slug, cases), at="key")
        for quote, own in table(written, "quotes").items():
            source = part_at(own, ("source",))
            if isinstance(source, str) and source not in sources:
                place = ("points", point, "quotes", quote, "source")
                yield Finding(place, *_unknown("source", source, sources))
    yield from _dead_links(document, known)


def _dead_links(document: Document, known: Mapping[str, Collection[str]]) -> Iterator[Finding]:
    for path, written in texts(Guide, document.value):
        by_language = written if isinstance(written, Mapping) else {"": written}
        for language, text in by_language.items():
            place = (*path, language) if language else path
            for kind, name, _ in LEADS.findall(str(text)):
                if name not in known[kind]:
                    told = _unknown(kind, name, known[kind])
                    yield Finding(place, *told, words=f"({kind}:{name}")


_WHAT = {
    "case": PUBLISHED_CASE,
    "page": "page that a guide may name",
    "source": "source of the guide",
}


def _unknown(kind: str, name: str, known: Collection[str]) -> Told:
    return unknown_name(kind, name, known, _WHAT[kind])
