"""`casebook check --fix`: what can be mended without judging what its editor meant, comments and all else kept.

Each mending changes the few characters that are meant, and is kept only if its problem is gone then and
no error has come in its place. What means a choice (which of two dates, which number) is never made.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import unified_diff

from roi_casebook.problems import Problem
from roi_casebook.reading.files.case_file import CaseFile, read_case
from roi_casebook.reading.model.valid_parts import Surroundings
from roi_casebook.yaml_places.document import Document
from roi_casebook.yaml_places.source_text import Span

MOST = 200
_BLANKS = "[ \u00a0\u2007\u2009\u202f]*"
_WORD = re.compile(r"[\w-]+")
_NAMED = re.compile(r"did you mean '(?P<new>[\w-]+)'\?")
_SPACED = re.compile(r"write (?P<key>\w+): (?P<value>.+)")
_NUMBER = re.compile(r"write (?P<new>-?[0-9][0-9. ]*(?:bn|k|million|%)?)")
_DATE = re.compile(r"write (?:the year first: )?(?P<new>[0-9]{4}(?:-[0-9]{2}){0,2})")
_QUOTED = re.compile(r'write quotes around it: "(?P<new>[^"\\]+)"')
_PLAIN_QUOTES = re.compile(r'put plain ones around it: "(?P<new>[^"\\]*)"')
_PRINTED = re.compile(
    "[\u201c\u00ab]" + _BLANKS + r"(?P<inner>[^\"\\]*?)" + _BLANKS + "[\u201d\u00bb]"
)
_ENTITY = re.compile(r"found (?P<entity>&#?\w+;),")
_SIGN = re.compile(r"write (?P<sign>a space|\S)")


@dataclass(frozen=True)
class Edit:
    """What to write in the place of a stretch of the text."""

    span: Span
    new: str


@dataclass(frozen=True)
class Mended:
    """A text before and after; mended: the problems that are gone."""

    file: str
    before: str
    after: str
    mended: tuple[Problem, ...]

    def diff(self) -> str:
        """Write what changed, as patches do."""
        lines = (self.before.splitlines(keepends=True), self.after.splitlines(keepends=True))
        return "".join(unified_diff(*lines, fromfile=self.file, tofile=self.file))


def mended(raw: bytes, file: str, site: Surroundings) -> Mended:
    """Mend what is safe in a case file; a file that is no UTF-8 is left as it is."""
    read = read_case(raw, file, site)
    before = text = read.document.source.text
    gone: list[Problem] = []
    tried: set[tuple[str, str, str]] = set()
    while len(tried) < MOST:
        step = _step(text, read, tried)
        if step is None:
            break
        problem, changed = step
        now = read_case(changed.encode(), file, site)
        if _is_better(problem, read, now):
            text, read = changed, now
            gone.append(problem)
    same = raw.decode("utf-8-sig", errors="replace") == before
    return Mended(file, before, text if same else before, tuple(gone) if same else ())


def _step(
    text: str, read: CaseFile, tried: set[tuple[str, str, str]]
) -> tuple[Problem, str] | None:
    """Give the first problem that was not tried and can be mended, with the text that mends it."""
    for problem in read.problems:
        key = (problem.code, problem.path, f"{problem.line} {problem.message}")
        mend = MENDINGS.get(problem.code)
        if mend is None or key in tried:
            continue
        tried.add(key)
        edit = mend(problem, read.document)
        if edit is not None:
            return problem, f"{text[: edit.span.start]}{edit.new}{text[edit.span.end :]}"
    return None


def _is_better(problem: Problem, before: CaseFile, after: CaseFile) -> bool:
    """Tell whether a problem is gone and no error came that was not there, or was hidden by it."""
    told = {(each.code, each.path) for each in before.problems}
    still = any((each.code, each.path, each.message) == (problem.code, problem.path, problem.message) and each.line == problem.line for each in after.problems)  # fmt: skip
    come = [each for each in after.problems if each.severity == "error" and (each.code, each.path) not in told]  # fmt: skip
    hidden = problem.severity == "error" and before.case is None and not before.document.value
    return not still and (not come or hidden)


def _offset(problem: Problem, document: Document) -> int:
    """Give where a problem stands in the text."""
    text, (line, start) = document.source.text, (1, 0)
    while line < problem.line:
        match = re.compile(r"\r\n|\r|\n").search(text, start)
        if match is None:
            break
        line, start = line + 1, match.end()
    return start + problem.column - 1


def _scalar(problem: Problem, document: Document) -> Span | None:
    """Give the shortest value or key that begins at the very place of a problem."""
    at = _offset(problem, document)
    spans = (*document.values.values(), *document.keys.values())
    return min((each for each in spans if each.start == at < each.end), key=lambda each: each.end, default=None)  # fmt: skip


def _name(problem: Problem, document: Document) -> Edit | None:
    """Spell the name of a field as the only one that it can be, where that is not there yet."""
    match, at = _NAMED.fullmatch(problem.hint), _offset(problem, document)
    written = _WORD.match(document.source.text, at)
    beside = {str(path[-1]) for path in document.keys if _beside(path, problem.path)}
    if not match or not written or match["new"] in beside:
        return None
    return Edit(Span(at, written.end()), match["new"])


def _beside(path: tuple[str | int, ...], dotted: str) -> bool:
    return ".".join(map(str, path[:-1])) == dotted.rpartition(".")[0]


def _space(problem: Problem, document: Document) -> Edit | None:
    """Put a plain space behind a colon."""
    match = _SPACED.fullmatch(problem.hint)
    if not match:
        return None
    pattern = re.compile(f"{re.escape(match['key'])}:{_BLANKS}{re.escape(match['value'])}")
    line_begins = _offset(problem, document) - problem.column + 1
    found = pattern.search(document.source.text, line_begins)
    if not found or document.source.place(found.start())[0] != problem.line:
        return None
    return Edit(Span(found.start(), found.end()), f"{match['key']}: {match['value']}")


def _written(pattern: re.Pattern[str], form: str) -> Callable[[Problem, Document], Edit | None]:
    """Write what a hint names, where it names one thing."""

    def mend(problem: Problem, document: Document) -> Edit | None:
        match, span = pattern.fullmatch(problem.hint), _scalar(problem, document)
        return Edit(span, form.format(match["new"])) if match and span else None

    return mend


def _plain_quotes(problem: Problem, document: Document) -> Edit | None:
    """Put plain quotation marks in the place of printed ones around a whole text."""
    span, match = _scalar(problem, document), _PLAIN_QUOTES.fullmatch(problem.hint)
    text = document.source.text
    printed = _PRINTED.match(text, span.start) if span and match else None
    if not span or not match or not printed or printed["inner"] != match["new"]:
        return None
    return Edit(Span(printed.start(), printed.end()), f'"{match["new"]}"')


def _entity(problem: Problem, document: Document) -> Edit | None:
    """Write a sign as itself."""
    entity, sign = _ENTITY.match(problem.message), _SIGN.fullmatch(problem.hint)
    at = document.source.text.find(entity["entity"], _offset(problem, document)) if entity else -1
    if not entity or not sign or document.source.place(at)[0] != problem.line:
        return None
    return Edit(
        Span(at, at + len(entity["entity"])), " " if sign["sign"] == "a space" else sign["sign"]
    )


def _invisible(problem: Problem, document: Document) -> Edit | None:
    """Delete a character that nobody sees."""
    at = _offset(problem, document)
    return Edit(Span(at, at + 1), "") if problem.hint.startswith("delete it;") else None


MENDINGS: Mapping[str, Callable[[Problem, Document], Edit | None]] = {
    "control_character": _invisible,
    "html_entity": _entity,
    "no_space": _space,
    "not_a_date": _written(_DATE, "{}"),
    "not_a_number": _written(_NUMBER, "{}"),
    "not_a_text": _written(_QUOTED, '"{}"'),
    "typographic_quotes": _plain_quotes,
    "unknown_key": _name,
}
"""The codes whose hint can be followed without judging, and how: all others are an editor's to mend."""
