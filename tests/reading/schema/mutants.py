"""Cases with one thing changed: a field left out or misspelt, a value of another kind or size."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

Path = tuple[str | int, ...]

OTHERS: tuple[Any, ...] = (
    "zzz", "3", "40%", "unknown", "2021-03", "", 0, 7, -7, 1.5, 150, 1e30, True, None, [], {}, ["zzz"], {"zzz": 1},
)  # fmt: skip
"""What is put in the place of each value."""


def mutants(case: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each mutant with a name that says what was changed."""
    for path, _ in parts(case, ()):
        name = ".".join(map(str, path))
        if isinstance(path[-1], str):
            yield f"{name} left out", _without(case, path)
            yield f"{name} misspelt", _renamed(case, path)
        for other in OTHERS:
            yield f"{name} = {other!r}", _with(case, path, other)


def parts(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    """Give each part of a value with its path, but the whole."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()  # fmt: skip
    for key, entry in entries:
        yield (*path, key), entry
        yield from parts(entry, (*path, key))


def _around(case: dict[str, Any], path: Path) -> tuple[dict[str, Any], Any]:
    copy = deepcopy(case)
    around: Any = copy
    for step in path[:-1]:
        around = around[step]
    return copy, around


def _without(case: dict[str, Any], path: Path) -> dict[str, Any]:
    copy, around = _around(case, path)
    del around[path[-1]]
    return copy


def _renamed(case: dict[str, Any], path: Path) -> dict[str, Any]:
    copy, around = _around(case, path)
    around[f"{path[-1]}q"] = around.pop(path[-1])
    return copy


def _with(case: dict[str, Any], path: Path, other: object) -> dict[str, Any]:
    copy, around = _around(case, path)
    around[path[-1]] = deepcopy(other)
    return copy
