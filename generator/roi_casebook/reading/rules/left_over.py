"""What the scaffold left to be filled in: texts that say TODO, three dots, comments that say TODO."""

import re
from collections.abc import Iterator, Mapping

from roi_casebook.problems import Severity
from roi_casebook.reading.document import Finding, Path
from roi_casebook.reading.rules.surroundings import Surroundings
from roi_casebook.reading.sound import Sound

SIGNS = ("TODO", "..", "\u2026")
_TODO = re.compile(r"\W*TODO\b")
_DOTS = re.compile(r"\s*(\.\.+|\u2026)\s*")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*TODO\b.*", re.MULTILINE)


def nothing_left_to_do(case: Sound, _site: Surroundings) -> Iterator[Finding]:
    """No text that readers see begins with TODO or is dots alone, no comment says TODO; a draft is reminded."""
    source = case.document.source.text
    if not any(sign in source for sign in SIGNS):
        return
    severity: Severity = "hint" if case.state == "draft" else "error"
    for path, text in _texts(case.document.value, ()):
        if _TODO.match(text) or _DOTS.fullmatch(text):
            message = f"found {text.strip()!r}, expected the case's own text"
            hint = "replace it, or leave the field out"
            yield Finding(path, "left_to_do", message, hint, severity)
    for comment in dict.fromkeys(_COMMENT.findall(source)):
        message = f"found the comment {comment.strip()!r}, expected what it asks for"
        hint = "mend what stands before it, and remove the comment"
        yield Finding((), "left_to_do", message, hint, severity, words=comment)


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    for name, entry in _entries(value):
        yield from _texts(entry, (*path, name))


def _entries(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)
