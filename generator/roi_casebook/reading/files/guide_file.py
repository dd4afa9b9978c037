"""`guide.yml`: the site's reading guide, with the same quality of problems. It may be missing."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from roi_casebook.case.guide import LEADS, PAGES, Guide
from roi_casebook.problems import Problem, did_you_mean, has_errors
from roi_casebook.reading.files.disk import leads_out, link_out, no_file, read_at_most
from roi_casebook.reading.model.validation import apart_from, validated
from roi_casebook.reading.rules.prose import prose_problems
from roi_casebook.reading.rules.text_fields import texts
from roi_casebook.yaml_places.document import Document, Finding, part_at
from roi_casebook.yaml_places.reader import read_yaml

GUIDE_NAME = "guide.yml"


@dataclass(frozen=True)
class GuideFile:
    """The site's guide, None where there is none or where it has errors; what is wrong with it."""

    guide: Guide | None
    problems: tuple[Problem, ...] = ()


def read_guide(
    site: Path, cases: Collection[str], languages: tuple[str, ...] | None = None
) -> GuideFile:
    """Read the site's guide. cases: the slugs of its published cases; languages: where known."""
    path = site / GUIDE_NAME
    if not path.is_file():
        return GuideFile(None, tuple(no_file(site, GUIDE_NAME)))
    if leads_out(site, path):
        return GuideFile(None, (link_out(GUIDE_NAME),))
    document = read_yaml(read_at_most(path), GUIDE_NAME)
    if not isinstance(document.value, dict):
        return GuideFile(None, document.problems)
    guide, wrong = validated(Guide, document.value)
    findings = (
        *apart_from(document, wrong),
        *prose_problems(Guide, document, languages),
        *_unknown_names(document, cases),
    )
    told = (each for each in findings if not _is_needless(document, each, languages or ()))
    problems = tuple(sorted({*document.problems, *(document.problem(each) for each in told)}))
    return GuideFile(None if has_errors(problems) else guide, problems)


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
    sources = tuple(_table(document.value, "sources"))
    known = {"case": cases, "page": PAGES, "source": sources}
    for point, written in _table(document.value, "points").items():
        for slug in _table(written, "cases"):
            if slug not in cases:
                path = ("points", point, "cases", slug)
                yield Finding(path, *_unknown("case", slug, cases), at="key")
        for quote, own in _table(written, "quotes").items():
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
    "case": "published case of this site",
    "page": "page that a guide may name",
    "source": "source of the guide",
}


def _unknown(kind: str, name: str, known: Collection[str]) -> tuple[str, str, str]:
    """Give the code, the message and the hint for a name that is not known."""
    message = f"found the {kind} {name!r}, which is no {_WHAT[kind]}"
    return f"unknown_{kind}", message, did_you_mean(name, known)


def _table(value: object, name: str) -> Mapping[str, object]:
    found = part_at(value, (name,))
    return found if isinstance(found, Mapping) else {}
