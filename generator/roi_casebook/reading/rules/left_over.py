"""What the scaffold left to be filled in."""

from collections.abc import Iterator, Mapping

from roi_casebook.reading.document import Finding, Path
from roi_casebook.reading.rules.surroundings import Surroundings
from roi_casebook.reading.sound import Sound

TODO = "TODO"


def nothing_left_to_do(case: Sound, _site: Surroundings) -> Iterator[Finding]:
    """No text of a case that readers see begins with TODO; a draft is reminded."""
    for path, text in _texts(case.document.value, ()):
        if text.split()[:1] == [TODO]:
            yield Finding(
                path,
                "left_to_do",
                f"found {text.strip()!r}, expected the case's own text",
                "replace it, or leave the field out",
                "hint" if case.state == "draft" else "error",
            )


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    entries = value.items() if isinstance(value, Mapping) else ()
    for name, entry in entries:
        yield from _texts(entry, (*path, name))
