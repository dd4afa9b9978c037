"""A YAML file as read: its value, where each part of it stands, and what is wrong with its YAML.

A `Path` is the way to a part, by keys and positions in lists: ("inputs", "wage", "value"). A
`Finding` is a problem that knows its path; the document turns it into a Problem with line and
column.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from roi_casebook.problems import Problem, Severity, shortened
from roi_casebook.reading.scalar_places import place_of_column
from roi_casebook.reading.source_text import SourceText
from roi_casebook.reading.spans import Span

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


def starts_with(path: Path, begin: Path) -> bool:
    """Tell whether a path lies at or under another."""
    return path[: len(begin)] == begin
