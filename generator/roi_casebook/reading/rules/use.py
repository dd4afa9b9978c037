"""What stands in a file and does nothing: inputs and sources that nobody uses; missing quotations.

What the scaffold left to be filled in: texts that say TODO, three dots, comments that say TODO.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from roi_casebook.problems import Severity
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.reading.rules.for_readers.cited_sources import cited_sources
from roi_casebook.reading.rules.formulas import formula_uses, names_nothing
from roi_casebook.reading.rules.references import SOURCES_OF_TRIALS
from roi_casebook.roi.algebra.expressions import names
from roi_casebook.roi.algebra.formulas import parse_formula
from roi_casebook.yaml_places.document import Document, Finding, Path

_NAME = re.compile(r"[a-z][a-z0-9_]*")


def inputs_are_used(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """Every input is named by a line, a result, the organisation's revenue or what a claim is held against."""
    if not case.all_whole("costs", "benefits", "net", "soft", "claims"):
        return  # a broken line may have meant any of them
    uses = tuple(formula_uses(case, site.vocabulary))
    if any(names_nothing(use, case) for use in uses):
        return  # and so may a broken formula
    entering = {each.name for use in uses for each in names(parse_formula(use.text))}
    used = _words(case, "organisation", "costs", "benefits", "net", "soft") | {
        word for claim in case.claims.values() for word in _NAME.findall(claim.against or "")
    }
    for name, given in case.inputs.items():
        if given.context and name in entering:  # a word of a label or a note is no use
            yield Finding(
                ("inputs", name, "context"),
                "context_used",
                f"found context: yes at {name!r}, which is used: a number for context enters nothing",
                "leave context: out",
                at="key",
            )
    context = {name for name, given in case.inputs.items() if given.context}
    for name in sorted(case.ids("inputs") - used - context):
        hint = (
            "name it in a line or a soft result; or add context: yes, where readers should know it"
        )
        yield Finding(
            ("inputs", name),
            "unused_input",
            f"nothing uses the input {name!r}",
            hint,
            "hint",
            at="key",
        )


def sources_are_used(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """Every source is cited."""
    used = {
        text
        for key in ("source", *SOURCES_OF_TRIALS)
        for text in _texts_under_key(case.document.value, key)
    } | {name for _, _, name in cited_sources(case.document)}
    for name in sorted(case.ids("sources") - used):
        hint = "cite it with source:, or remove it"
        yield Finding(
            ("sources", name),
            "unused_source",
            f"nothing cites the source {name!r}",
            hint,
            "hint",
            at="key",
        )


def sources_are_quoted(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """An input with a source gives the source's words."""
    for name, given in case.inputs.items():
        if given.source and not given.quote and not given.is_unknown:
            hint = "add quote: with the few words that give the number"
            yield Finding(
                ("inputs", name, "source"),
                "no_quote",
                "found a source without its words",
                hint,
                "hint",
            )


def _words(case: ValidParts, *tables: str) -> set[str]:
    """Give every word in the texts of some tables, broken entries too."""
    parts = case.document.value if isinstance(case.document.value, Mapping) else {}
    return {
        word
        for table in tables
        for text in _texts(parts.get(table))
        for word in _NAME.findall(text)
    }


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _texts_under_key(value: object, key: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name == key and isinstance(inner, str):
                yield inner
            yield from _texts_under_key(inner, key)


SIGNS = ("TODO", "..", "\u2026")
_TODO = re.compile(r"\W*TODO\b")
_DOTS = re.compile(r"\s*(\.\.+|\u2026)\s*")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*TODO\b.*", re.MULTILINE)


def nothing_left_to_do(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """No text that readers see begins with TODO or is dots alone, no comment says TODO; a draft is reminded."""
    source = case.document.source.text
    if not any(sign in source for sign in SIGNS):
        return
    severity: Severity = "hint" if case.state == "draft" else "error"
    for path, text in _texts_in(case.document.value, ()):
        if _TODO.match(text) or _DOTS.fullmatch(text):
            message = f"found {text.strip()!r}, expected the case's own text"
            hint = "replace it, or leave the field out"
            yield Finding(path, "left_to_do", message, hint, severity)
    for comment in dict.fromkeys(_COMMENT.findall(source)):
        message = f"found the comment {comment.strip()!r}, expected what it asks for"
        hint = "mend what stands before it, and remove the comment"
        yield Finding((), "left_to_do", message, hint, severity, words=comment)


def _texts_in(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    for name, entry in _entries(value):
        yield from _texts_in(entry, (*path, name))


def _entries(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


_LEFT = "left_to_do"
_LATER = frozenset(
    {
        "missing_translation",
        "no_time_to_effect",
        "one_size_fits_all",
        "price_year_outside",
        "unused_input",
        "unused_source",
    }
)
"""What is true of a draft whose head stands and whose lines are still being written."""


def as_one_reminder(document: Document, findings: Sequence[Finding]) -> list[Finding]:
    """Say in one hint what a draft still has to do, and leave out what only follows from it.

    A number whose quotation says TODO is not held against it.
    """
    left = [each for each in findings if each.code == _LEFT and each.severity == "hint"]
    if len(left) < SEVERAL:
        return list(findings)
    rest = [each for each in findings if each not in left and not _follows(each, left)]
    lines = sorted({document.problem(each).line for each in left})
    named = ", ".join(map(str, lines[:_LINES_NAMED])) + (", ..." if lines[_LINES_NAMED:] else "")
    message = f"found {len(left)} places of a draft that are still to do, in the lines {named}"
    hint = "replace each TODO with the case's own text, or leave its field out"
    first = min(left, key=lambda each: document.problem(each).line)
    return [*rest, replace(first, message=message, hint=hint)]


SEVERAL = 2
_LINES_NAMED = 12


def _follows(finding: Finding, left: Sequence[Finding]) -> bool:
    """Tell what stands in the same part as a text that is still to do."""
    if finding.severity == "error":
        return False
    parts = (
        each.path[:-1] if len(each.path) > len(("table", "id")) else each.path
        for each in left
        if each.path
    )
    return finding.code in _LATER or any(finding.path[: len(part)] == part for part in parts)
