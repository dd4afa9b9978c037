"""What an editor changed in a YAML file, by name: each part that is another, its old and its new value.

Compared as values, part by part, whatever the part means: no change can hide, and a file of another
format is compared like any other.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from roi_casebook.yaml_places.document import Path, dotted

Kind = Literal["changed", "added", "removed", "renamed", "moved"]
MOST_SHOWN = 160
"""So many characters of a value are shown, around the place where it differs."""
AROUND = 30
CUT = "…"
ALIKE = 0.6
"""From which share of equal parts two entries, or two cases, are one under another name."""


class NotThere:
    """What stands for a part that is not there; null is a value."""


MISSING: Final = NotThere()


@dataclass(frozen=True)
class PartEdit:
    """A part that is another: where it stands, and its values; MISSING where it is not there.

    kind: ``renamed``: an entry that has another name, both given as values; ``moved``: the entries of
    a table stand in another order, given as lists of names.
    """

    path: Path
    before: object
    after: object
    kind: Kind

    @property
    def name(self) -> str:
        """Where it stands: ``inputs.wage.value``."""
        return dotted(self.path)


def edits(before: object, after: object, path: Path = ()) -> Iterator[PartEdit]:
    """Give each part that differs between two values of a file, in the order of the newer."""
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _of_mappings(before, after, path)
    elif isinstance(before, list) and isinstance(after, list) and _has_parts(before, after):
        yield from _of_lists(before, after, path)
    elif not is_same(before, after):
        yield PartEdit(path, before, after, _kind(before, after))


def _of_mappings(
    before: Mapping[str, object], after: Mapping[str, object], path: Path
) -> Iterator[PartEdit]:
    renamed = dict(_renamed(before, after))
    for old_name, new_name in renamed.items():
        yield PartEdit(path, old_name, new_name, "renamed")
    old_names = {new: old for old, new in renamed.items()}
    gone = (name for name in before if name not in after and name not in renamed)
    for name in [*after, *gone]:
        old = before.get(old_names.get(name, name), MISSING)
        yield from edits(old, after.get(name, MISSING), (*path, name))
    first, last = (
        [name for name in each if name in before and name in after] for each in (before, after)
    )
    if first != last and len(path) == 1:  # the order of fields within a part says nothing
        yield PartEdit(path, first, last, "moved")


def _renamed(
    before: Mapping[str, object], after: Mapping[str, object]
) -> Iterator[tuple[str, str]]:
    """Give the entries that only have another name: each with its new one."""
    free = [name for name in after if name not in before and isinstance(after[name], dict)]
    for old in before:
        if old in after or not isinstance(before[old], dict):
            continue
        best = max(free, key=lambda new: likeness(before[old], after[new]), default=None)
        if best is not None and likeness(before[old], after[best]) >= ALIKE:
            free.remove(best)
            yield old, best


def likeness(before: object, after: object) -> float:
    """Give the share of the parts of two values that are equal, 0 to 1."""
    one, other = set(_leaves(before)), set(_leaves(after))
    return len(one & other) / max(len(one | other), 1)


def _leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _leaves(part, (*path, key))
    else:
        yield path, _written(value)


def _has_parts(*lists: Sequence[object]) -> bool:
    return all(any(isinstance(each, dict) for each in one) for one in lists)


def _of_lists(before: Sequence[object], after: Sequence[object], path: Path) -> Iterator[PartEdit]:
    for place in range(max(len(before), len(after))):
        old, new = (each[place] if place < len(each) else MISSING for each in (before, after))
        yield from edits(old, new, (*path, place))


def is_same(before: object, after: object) -> bool:
    """Tell whether two values are one and the same: 1, 1.0 and true are not."""
    if MISSING in (before, after):
        return before is after
    return _written(before) == _written(after)


def _kind(before: object, after: object) -> Kind:
    if before is MISSING:
        return "added"
    return "removed" if after is MISSING else "changed"


def both_shown(edit: PartEdit) -> tuple[str, str]:
    """Write both values shortly, so that the difference is seen; "" for what is not there."""
    before, after = (_text(value) for value in (edit.before, edit.after))
    if "" in (before, after) or max(len(before), len(after)) <= MOST_SHOWN:
        return _cut(before), _cut(after)
    return _around(before, after)


def _text(value: object) -> str:
    """Write a value as an editor would: a text as it is, where nothing else reads so."""
    if value is MISSING:
        return ""
    if isinstance(value, str) and value == " ".join(value.split()) and not _reads_otherwise(value):
        return value
    return _written(value)


def _reads_otherwise(text: str) -> bool:
    """Tell whether a text would read as a number, a truth, nothing, or not at all."""
    try:
        json.loads(text)
    except ValueError:
        return not text
    return True


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _cut(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}{CUT}"


def _around(before: str, after: str) -> tuple[str, str]:
    """Cut two long texts to what differs, with a little around it."""
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    return _window(before, start, end), _window(after, start, end)


def _alike(one: str, other: str) -> int:
    """Give how many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _window(text: str, start: int, end: int) -> str:
    """Give what stands between so many characters at the start and at the end, with some around it."""
    begin, stop = max(start - AROUND, 0), min(len(text) - end + AROUND, len(text))
    if stop - begin > MOST_SHOWN:
        stop = begin + MOST_SHOWN
    return f"{CUT if begin else ''}{text[begin:stop]}{CUT if stop < len(text) else ''}"
