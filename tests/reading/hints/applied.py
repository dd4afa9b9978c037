"""What an editor does who follows a hint: the text of a file with the hint applied at its place.

A hint that names what to write is applied as it stands. What another only says in words is
followed by hand, in `followed.yml`.
"""

import re
from collections.abc import Iterator

from roi_casebook.problems import Problem
from roi_casebook.yaml_places.document import Path, dotted
from roi_casebook.yaml_places.reader import read_yaml
from roi_casebook.yaml_places.source_text import Span

SENTENCE = "As it was told."
"""What an editor writes where a hint has three dots."""
_DID_YOU_MEAN = re.compile(r"did you mean '(?P<new>[^']+)'\?")
_IN_QUOTES = re.compile(r"(?:put|write) (?:quotes|plain ones) around it: \"(?P<new>[^\"]*)\"")
_FIELD = re.compile(r"(?:add|write) (?P<field>[a-z_]+): (?P<new>\{[^}]*\}|[^ ,;]+)(?=$|[,;])")
_WRITE = re.compile(
    r"write (?:the year first: |one number: )?(?P<new>.+?)(?=$|;|:? where |, whichever|, or |, and the )"
)
_REMOVE = re.compile(r"remove (?P<new>\\\S+)$|remove it$")
_RENAME = re.compile(r"rename it to (?P<new>\S+\.yml)")
_WORD = re.compile(r"[\w./-]+")


def applied(problem: Problem, text: str) -> list[str]:
    """Give the texts that a hint leads to, one for each thing that it says to write."""
    return list(_Place(problem, text).texts())


def renamed(problem: Problem) -> str | None:
    """Give the name that a hint gives a file."""
    match = _RENAME.match(problem.hint)
    return match["new"] if match else None


class _Place:
    """Where a problem stands in the text of its file."""

    def __init__(self, problem: Problem, text: str) -> None:
        self.problem, self.text = problem, text
        self.document = read_yaml(text.encode(), problem.file)
        lines = text.splitlines(keepends=True)
        self.offset = sum(map(len, lines[: problem.line - 1])) + problem.column - 1

    def texts(self) -> Iterator[str]:
        """Give the text with each thing that the hint names."""
        hint = self.problem.hint
        if match := _DID_YOU_MEAN.match(hint):
            yield self._with(self._word(), match["new"])
        elif match := _IN_QUOTES.match(hint):
            yield self._in_quotes(match["new"])
        elif match := _FIELD.match(hint):
            yield self._with_field(match["field"], match["new"].replace("...", SENTENCE))
        elif match := _REMOVE.match(hint):
            yield self._without(match["new"])
        elif match := _WRITE.match(hint):
            span = self._scalar()
            for new in match["new"].split(" or ") if span else ():
                yield self._with(span or Span(0, 0), new.replace("...", SENTENCE))

    def _word(self) -> Span:
        match = _WORD.match(self.text, self.offset)
        return Span(self.offset, match.end() if match else self.offset)

    def _scalar(self) -> Span | None:
        """Give the shortest value or key that stands at the very place of the problem."""
        spans = (*self.document.values.values(), *self.document.keys.values())
        own = [span for span in spans if span.start == self.offset < span.end]
        return min(own, key=lambda span: span.end, default=None)

    def _in_quotes(self, new: str) -> str:
        """Put a text in quotes where it stands without them, or in those of a printer."""
        for written in (f"\u201c{new}\u201d", f"\u00ab {new} \u00bb", new):
            start = self.text.rfind(written, 0, self.offset + len(written))
            if start >= 0:
                return self._with(Span(start, start + len(written)), f'"{new}"')
        raise AssertionError(self.problem)

    def _without(self, sign: str | None) -> str:
        if sign:
            return self._with(Span(self.offset, self.offset + len(sign)), "")
        span = self._scalar()
        assert span, self.problem
        return self._with(span, "").replace("[, ", "[").replace(", ]", "]")

    def _with_field(self, field: str, new: str) -> str:
        """Write a field beside the part that is meant; over its value where it stands there."""
        paths = (*self.document.values, *self.document.keys)
        path: Path = next((each for each in paths if dotted(each) == self.problem.path), ())
        around = next(
            path[:length]
            for length in range(len(path), -1, -1)
            if any(key[:-1] == path[:length] for key in self.document.keys)
        )
        if (*around, field) in self.document.values:
            return self._with(self.document.values[*around, field], new)
        key = next(self.document.keys[each] for each in self.document.keys if each[:-1] == around)
        before = self.text[: key.start]
        indent = before[before.rfind("\n") + 1 :]
        end = ", " if indent.strip() else f"\n{indent}"
        return f"{before}{field}: {new}{end}{self.text[key.start :]}"

    def _with(self, span: Span, new: str) -> str:
        return f"{self.text[: span.start]}{new}{self.text[span.end :]}"
