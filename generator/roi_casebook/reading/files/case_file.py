"""One case file: bytes -> document -> model -> rules, with every problem of it."""

from dataclasses import dataclass

from roi_casebook.case import Case
from roi_casebook.problems import Problem, has_errors
from roi_casebook.reading.model.valid_parts import Surroundings, sound_parts
from roi_casebook.reading.model.validation import apart_from, validated
from roi_casebook.reading.rules import broken_rules
from roi_casebook.reading.rules.empty_fields import empty_fields
from roi_casebook.reading.rules.for_readers.prose import prose_problems
from roi_casebook.reading.rules.use import as_one_reminder
from roi_casebook.yaml_places.document import Document, Finding
from roi_casebook.yaml_places.reader import read_yaml


@dataclass(frozen=True)
class CaseFile:
    """A case file as read.

    document: value and positions; case: the model, None where there is any error; problems: all
    that is wrong with the file by itself, in the order of its lines.
    """

    document: Document
    case: Case | None
    problems: tuple[Problem, ...]


def read_case(raw: bytes, file: str, site: Surroundings) -> CaseFile:
    """Read a case from the bytes of its file; `file` is its name in problems."""
    document = read_yaml(raw, file)
    if not isinstance(document.value, dict):
        return CaseFile(document, None, document.problems)
    case, wrong = validated(Case, document.value)
    whole = None if document.broken else case
    sound = sound_parts(document, whole, [finding.path for finding in wrong])
    findings = [
        *apart_from(document, wrong),
        *empty_fields(document, wrong),
        *prose_problems(Case, document, site.languages),
        *broken_rules(sound, site),
    ]
    problems = _in_order(document, as_one_reminder(document, findings))
    return CaseFile(document, None if has_errors(problems) else case, problems)


def _in_order(document: Document, findings: list[Finding]) -> tuple[Problem, ...]:
    """Give all problems by their lines, one of each kind at a place."""
    problems = {*document.problems, *(document.problem(finding) for finding in findings)}
    return tuple(sorted(problems))
