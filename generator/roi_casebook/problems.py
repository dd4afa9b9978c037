"""A problem found in an editor's text, with its place: what was found, what was expected, a hint.

Every room may make one; only the command line decides to stop. Lines and columns count from 1.
"""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity = Literal["error", "hint"]
LONGEST_MESSAGE = 600
KEPT_OF_MESSAGE = 200


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that an editor must mend (error) or may mend (hint).

    file: path as the editor knows it; line, column: from 1; path: dotted place in the document
    (``inputs.wage.value``); code: stable short name of the rule; message: what was found and what
    was expected; hint: how to mend it, or "".
    """

    file: str
    line: int
    column: int
    path: str
    code: str
    severity: Severity
    message: str
    hint: str = ""


def shortened(message: str) -> str:
    """Leave out the middle of a message that repeats a long text of its editor's."""
    if len(message) <= LONGEST_MESSAGE:
        return message
    return f"{message[:KEPT_OF_MESSAGE]} ... {message[-KEPT_OF_MESSAGE:]}"


def has_errors(problems: "Iterable[Problem]") -> bool:
    """Tell whether any problem is more than a hint."""
    return any(problem.severity == "error" for problem in problems)


def nearest(word: str, known: "Iterable[str]") -> str | None:
    """Give the known name most like `word`, or None where none is like it."""
    matches = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, known: "Iterable[str]") -> str:
    """Give ``did you mean 'x'?`` for the nearest known name, else the known names (at most 12)."""
    names = sorted(known)
    match = nearest(word, names)
    if match:
        return f"did you mean {match!r}?"
    if not names:
        return ""
    return "known: " + ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")  # noqa: PLR2004 -- a list longer than a line helps nobody
