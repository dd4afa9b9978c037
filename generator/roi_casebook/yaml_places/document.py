"""A YAML file as read: its value, where each part of it stands, and what is wrong with its YAML.

A `Path` is the way to a part, by keys and positions in lists: ("inputs", "wage", "value"). A
`Finding` is a problem that knows its path; the document turns it into a Problem with line and
column.

Where a character of a scalar's value is written: in quotes, in blocks, folded over lines.

Folding moves white space alone, so the n-th other character of the value is the n-th as written.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from roi_casebook.problems import Problem, Severity, shortened
from roi_casebook.yaml_places.source_text import SourceText, Span

_BEFORE = re.compile(r"(?:[&!]\S*\s+)*")
_HEAD_OF_BLOCK = re.compile(r"[|>][^\r\n]*")
_ESCAPED = re.compile(r"\\(?:x..|u.{4}|U.{8}|\r\n|.)|[^\s]", re.DOTALL)
_DOUBLED = re.compile(r"''|\S")
_PLAIN = re.compile(r"\S")
_CHARACTERS = {'"': _ESCAPED, "'": _DOUBLED}
_NO_CHARACTER = re.compile(r"\\[\sntr_NLP]")


def place_of_column(text: str, span: Span, value: str, column: int) -> int:
    """Give the offset in `text` of a column (from 1) of a value, less its outer white space.

    A column beyond the value is the place just behind its last character.
    """
    before = len("".join(value.strip()[: column - 1].split()))
    last = span.start
    for place in islice(_places(text, span), before, None):
        return place
    for place in islice(_places(text, span), before):
        last = place
    return last + 1


def _places(text: str, span: Span) -> Iterator[int]:
    """Give where each character that is no white space is written."""
    start = _begin(text, span)
    for match in _CHARACTERS.get(span.style, _PLAIN).finditer(text, start, span.end):
        if not (span.style == '"' and _NO_CHARACTER.match(match[0])):
            yield match.start()


def _begin(text: str, span: Span) -> int:
    """Give where the value itself begins: behind anchor and tag, quotation mark or head of a block."""
    match = _BEFORE.match(text, span.start, span.end)
    start = match.end() if match else span.start
    if span.style in ("'", '"'):
        return start + 1
    head = _HEAD_OF_BLOCK.match(text, start, span.end) if span.style else None
    return head.end() if head else start


Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Finding:
    """A problem at a part of the document.

    at: whether the key or the value is shown; column: characters into the value, from 1, where not
    the whole of it is meant; words: those to show, where they stand in what was written.
    """

    path: Path
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"
    at: Literal["value", "key"] = "value"
    column: int | None = None
    words: str = ""


@dataclass(frozen=True)
class Document:
    """The value of a file, with the places of all its parts.

    value: dict, list, str, int, float, bool or None, keys always texts; keys, values: the spans
    by path; cuts: where ` #` ended an unquoted text; problems: what is wrong with the YAML
    itself; broken: the paths that these problems make unreliable (() is the whole document).
    """

    file: str
    source: SourceText
    value: object = None
    keys: Mapping[Path, Span] = field(default_factory=dict)
    values: Mapping[Path, Span] = field(default_factory=dict)
    cuts: Mapping[Path, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    broken: frozenset[Path] = frozenset()

    def problem(self, finding: Finding) -> Problem:
        """Turn a finding into a problem with its place."""
        line, column = self.source.place(self._offset(finding))
        return Problem(
            file=self.file,
            line=line,
            column=column,
            path=dotted(finding.path),
            code=finding.code,
            severity=finding.severity,
            message=shortened(finding.message),
            hint=finding.hint,
        )

    def _offset(self, finding: Finding) -> int:
        span = self._span(finding)
        if finding.words:
            return max(span.start, self.source.text.find(finding.words, span.start))
        value = part_at(self.value, finding.path)
        if finding.column is None or not isinstance(value, str):
            return span.start
        return place_of_column(self.source.text, span, value, finding.column)

    def _span(self, finding: Finding) -> Span:
        """Give the key or value that is meant, else that of the nearest part around it."""
        first, second = self.values, self.keys
        if finding.at == "key":
            first, second = second, first
        for length in range(len(finding.path), -1, -1):
            path = finding.path[:length]
            if path in first or path in second:
                return first.get(path) or second[path]
        return Span(0, 0)


def dotted(path: Path) -> str:
    """Write a path as ``inputs.wage.value`` or ``channels[0]``."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def part_at(value: object, path: Path) -> object:
    """Give the part of a document's value at a path, or None where there is none."""
    for step in path:
        try:
            value = value[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return None
    return value
