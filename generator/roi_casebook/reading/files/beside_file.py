"""A file beside the cases that speaks of them (`guide.yml` ...): read as a case is. It may be missing."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from roi_casebook.problems import Problem, did_you_mean, has_errors
from roi_casebook.reading.files.disk import leads_out, link_out, no_file, read_at_most
from roi_casebook.reading.model.validation import apart_from, validated
from roi_casebook.reading.rules.for_readers.prose import prose_problems
from roi_casebook.written.parts import Part
from roi_casebook.yaml_places.document import Document, Finding, part_at
from roi_casebook.yaml_places.reader import read_yaml

M = TypeVar("M", bound=Part)
Told = tuple[str, str, str]


@dataclass(frozen=True)
class BesideFile(Generic[M]):
    """What a file holds, None where there is none or where it has errors; what is wrong with it."""

    held: M | None
    problems: tuple[Problem, ...] = ()


def read_beside(
    path: Path,
    model: type[M],
    languages: tuple[str, ...] | None,
    more: Callable[[Document], Iterable[Finding]],
    is_needless: Callable[[Document, Finding], bool] = lambda _document, _finding: False,
) -> BesideFile[M]:
    """Read a file of a site's folder against its model. Errors: OSError.

    languages: of the site, where known; more: what must hold beyond the model; is_needless: which
    findings are not to be told.
    """
    site, name = path.parent, path.name
    if not path.is_file():
        return BesideFile(None, tuple(no_file(site, name)))
    if leads_out(site, path):
        return BesideFile(None, (link_out(name),))
    document = read_yaml(read_at_most(path), name)
    if not isinstance(document.value, dict):
        return BesideFile(None, document.problems)
    held, wrong = validated(model, document.value)
    findings = (
        *apart_from(document, wrong),
        *prose_problems(model, document, languages),
        *more(document),
    )
    told = (document.problem(each) for each in findings if not is_needless(document, each))
    problems = tuple(sorted({*document.problems, *told}))
    return BesideFile(None if has_errors(problems) else held, problems)


def unknown_name(kind: str, name: str, known: Collection[str], what: str) -> Told:
    """Give the code, the message and the hint for a name that is not known. what: what it is not."""
    message = f"found the {kind} {name!r}, which is no {what}"
    return f"unknown_{kind}", message, did_you_mean(name, known)


PUBLISHED_CASE = "published case of this site"


def unknown_case(slug: str, cases: Collection[str]) -> Told:
    """Give the code, the message and the hint for a slug that no published case has."""
    return unknown_name("case", slug, cases, PUBLISHED_CASE)


def table(value: object, *path: str | int) -> Mapping[str, object]:
    """Give a table of what was written; {} where there is none."""
    found = part_at(value, path)
    return found if isinstance(found, Mapping) else {}
