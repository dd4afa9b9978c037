"""Problems as people and machines read them: text with the line itself, JSON, GitHub's annotations."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import lru_cache
from unicodedata import category, combining, east_asian_width

from roi_casebook.problems import Problem
from roi_casebook.yaml_places.source_text import SourceText

Lines = Callable[[str], SourceText]
"""Gives the text of a file by its name in a problem."""

WIDEST = 100
_BEFORE = 60
# What would move the cursor, end the line or turn the direction of writing.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)
_STAND_IN = "\ufffd"

_GITHUB = {"error": "error", "hint": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def as_text(problems: Iterable[Problem], lines: Lines) -> str:
    """Write each problem with its line and a caret, and how many there are."""
    problems, once = list(problems), lru_cache(maxsize=8)(lines)
    return "\n\n".join([*(_block(problem, once) for problem in problems), tally(problems)])


def _block(problem: Problem, lines: Lines) -> str:
    file = _UNPRINTABLE.sub(_STAND_IN, problem.file)
    place = f"{file}:{problem.line}:{problem.column}"
    parts = [f"{place}: {problem.severity} [{problem.code}]", f"  {problem.message}"]
    line = lines(problem.file).line(problem.line)
    if line.strip():
        parts += _shown_line(line, problem.line, problem.column)
    return "\n".join([*parts, f"  -> {problem.hint}"] if problem.hint else parts)


def _shown_line(line: str, number: int, column: int) -> list[str]:
    """Show the line, or the part of a long one around the column, and a caret under it."""
    start = max(0, column - _BEFORE) if len(line) > WIDEST else 0
    line = _UNPRINTABLE.sub(_STAND_IN, line)
    left, right = "..." if start else "", "..." if start + WIDEST < len(line) else ""
    shown = line[start : start + WIDEST]
    under = "".join(map(_blank, left + line[start : column - 1]))
    return [f"  {number:>5} | {left}{shown}{right}", f"        | {under}^"]


def _blank(character: str) -> str:
    """Give the blanks that are as wide as a character: none under an accent set apart, two under 漢."""
    if character == "\t":
        return character
    if combining(character) or category(character) in ("Cf", "Mn", "Me"):
        return ""
    return "  " if east_asian_width(character) in ("W", "F") else " "


def tally(problems: Iterable[Problem]) -> str:
    """Count: ``2 errors and 1 hint in 2 files``."""
    problems = list(problems)
    if not problems:
        return "no problems"
    counts = {kind: sum(each.severity == kind for each in problems) for kind in ("error", "hint")}
    counted = [_counted(count, kind) for kind, count in counts.items() if count]
    return f"{' and '.join(counted)} in {_counted(len({each.file for each in problems}), 'file')}"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def as_json(problems: Iterable[Problem]) -> str:
    """Write a list of objects with the fields of `Problem`."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem]) -> str:
    """Write a workflow command for each problem: an error, or a notice for a hint."""
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    properties = {
        "file": problem.file,
        "line": str(problem.line),
        "col": str(problem.column),
        "title": f"{problem.path}: {problem.code}" if problem.path else problem.code,
    }
    written = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
    text = f"{problem.message}. {problem.hint}" if problem.hint else problem.message
    return f"::{_GITHUB[problem.severity]} {written}::{text.translate(_DATA)}"
