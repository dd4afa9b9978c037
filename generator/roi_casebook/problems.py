"""A problem found in an editor's text, with its place: what was found, what was expected, a hint.

Every room may make one; only the command line decides to stop. Lines and columns count from 1.
"""

import re
from dataclasses import dataclass
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


_OPPOSED = tuple(
    frozenset(pair.split())
    for pair in (
        "cost benefit", "cost lost", "gain loss", "gained lost", "hard soft", "low high", "lower higher",
        "internal external", "increase decrease", "include exclude", "import export", "inflow outflow",
        "observed forecast", "nominal real", "net gross", "before after", "start end", "first last",
        "up down", "over under", "more less", "more fewer", "min max", "minimum maximum", "with without",
        "irr mirr", "input output", "outcome income", "upper lower", "maximal minimal", "buyer payer",
    )
)  # fmt: skip
"""Words that mean the opposite of each other, or another quantity; plurals are meant as well."""
_TURNS = ("un", "non", "in", "im", "dis", "de", "re", "ex", "mis", "over", "under", "pre", "post")
"""What makes another word of a word when it stands before it."""
_PER_MISTAKE = 4
"""A word may have one mistake for so many of its letters, and one at least."""


def nearest(word: str, known: "Iterable[str]") -> str | None:
    """Give the known name that is spelled most like `word` and means no other; None without one."""
    near = [(distance, name) for name in known if (distance := _distance(word, name)) is not None]
    return min(near)[1] if near else None


def _distance(word: str, name: str) -> int | None:
    """Count the mistakes by which a name becomes a word; None where they are two words."""
    first, second = _parts(word), _parts(name)
    if "".join(first) == "".join(second):
        return 0
    if re.findall("[0-9]+", word) != re.findall("[0-9]+", name):
        return None
    if len(first) != len(second):
        first, second = ["".join(first)], ["".join(second)]
    distances = [_of_parts(one, other) for one, other in zip(first, second, strict=True)]
    known = [each for each in distances if each is not None]
    return sum(known) if len(known) == len(distances) else None


def _parts(word: str) -> list[str]:
    parts = (part for part in re.split(r"[\W_]+", word.casefold()) if part)
    return [f"{part[:-3]}y" if part.endswith("ies") else part for part in parts]


def _of_parts(one: str, other: str) -> int | None:
    longest = max(len(one), len(other))
    mistakes = _mistakes(one, other)
    allowed = max(1, longest // _PER_MISTAKE) if longest > len("fr") else 0
    return None if mistakes > allowed or _are_opposed(one, other) else mistakes


def _are_opposed(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    pair = {one.removesuffix("s"), other.removesuffix("s")}
    return pair in _OPPOSED or any(long == f"{turn}{short}" for turn in _TURNS)


def _mistakes(one: str, other: str) -> int:
    """Count letters that are missing, too many, wrong, or two that changed places."""
    above: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        this = [row]
        for column, expected in enumerate(other, start=1):
            cost = min(last[column] + 1, this[-1] + 1, last[column - 1] + (letter != expected))
            swapped = one[row - 2 : row] == other[column - 2 : column][::-1]
            if row > 1 and column > 1 and swapped:
                cost = min(cost, above[column - 2] + 1)
            this.append(cost)
        above, last = last, this
    return last[-1]


def did_you_mean(word: str, known: "Iterable[str]") -> str:
    """Give ``did you mean 'x'?`` for a name of like spelling, else the known names (at most 12)."""
    names = sorted(known)
    match = nearest(word, names)
    if match:
        return f"did you mean {match!r}?"
    if not names:
        return ""
    return "known: " + ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")  # noqa: PLR2004 -- a list longer than a line helps nobody
