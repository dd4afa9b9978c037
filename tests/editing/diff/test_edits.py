"""No change of a file hides: each of any kind, at any part of a real case, shows by its name."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from roi_casebook.editing.diff.edits import MISSING, MOST_SHOWN, PartEdit, both_shown, edits
from roi_casebook.yaml_places.document import Path, dotted, part_at
from roi_casebook.yaml_places.reader import read_yaml
from tests.real_cases import KINDS, ROOT


def document(slug: str) -> dict[str, Any]:
    value = read_yaml((ROOT / "cases" / f"{slug}.yml").read_bytes(), slug).value
    assert isinstance(value, dict)
    return value


def parts(value: object, path: Path = ()) -> Iterator[Path]:
    """Give the path of every part of a document."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, part in value.items():
            yield from parts(part, (*path, key))
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from parts(part, (*path, place))


def another(value: object) -> Iterator[object]:
    """Give other values in the place of one, near ones and others; each differs."""
    if isinstance(value, str):
        middle = len(value) // 2
        yield from (f"{value} ", f"{value[:middle]}§{value[middle:]}", "")
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield from (value + 1, float(value) + 1e-9, str(value))
    elif isinstance(value, list):
        yield from ([*value, "added"], value[1:], value[::-1])
    elif isinstance(value, dict):
        yield value | {"added": 1}
    yield None


def with_part(value: dict[str, Any], path: Path, new: object) -> dict[str, Any]:
    """Give a document with another part at a path, or without it."""
    changed = deepcopy(value)
    around: Any = part_at(changed, path[:-1])
    if new is MISSING:
        del around[path[-1]]
    else:
        around[path[-1]] = new
    return changed


def is_named(path: Path, found: list[PartEdit]) -> bool:
    """Tell whether an edit names a part: it, what it is in, or what is in it."""
    name = dotted(path).partition("[")[0]  # behind what leaves a list, all places are others
    names = [edit.name.partition("[")[0] for edit in found]
    return any(name.startswith(each) or each.startswith(name) for each in names)


FIRST = "need-a-cake"
EACH = [FIRST, *(pytest.param(slug, marks=pytest.mark.slow) for slug in sorted(KINDS - {FIRST}))]


@pytest.mark.parametrize("slug", EACH)
def test_each_change_of_each_part_shows_by_name_with_both_values(slug: str) -> None:
    value = document(slug)
    for path in parts(value):
        for new in (*another(part_at(value, path)), MISSING):
            changed = with_part(value, path, new)
            if changed == value and repr(changed) == repr(value):
                continue  # a list of one turned round
            found = list(edits(value, changed))
            assert is_named(path, found), (path, new)
            for edit in found:
                before, after = both_shown(edit)
                assert before != after, (path, new)
                assert max(len(before), len(after)) <= MOST_SHOWN + 2


@pytest.mark.parametrize("slug", sorted(KINDS))
def test_an_entry_under_another_name_shows_as_that_alone(slug: str) -> None:
    value = document(slug)
    for table in ("inputs", "sources", "costs", "benefits", "soft", "claims", "readings"):
        for name in value.get(table, {}):
            entries = {f"{key}_x" if key == name else key: one for key, one in value[table].items()}
            (edit,) = edits(value, value | {table: entries})
            assert (edit.name, edit.kind, edit.before) == (table, "renamed", name)


def test_another_order_of_a_table_shows_and_that_of_the_fields_of_a_part_does_not() -> None:
    before = {"inputs": {"a": {"value": 1, "unit": "1"}, "b": {"value": 2}}}
    after = {"inputs": {"b": {"value": 2}, "a": {"unit": "1", "value": 1}}}
    (edit,) = edits(before, after)
    assert (edit.name, edit.kind) == ("inputs", "moved")
    assert both_shown(edit) == ('["a", "b"]', '["b", "a"]')


def test_a_number_a_truth_and_a_text_that_read_alike_differ() -> None:
    values: tuple[object, ...] = (1, 1.0, True, "1", "true", None, "null", "")
    for old in values:
        for new in values:
            found = list(edits({"a": old}, {"a": new}))
            assert bool(found) == (old is not new)
            assert all(len(set(both_shown(edit))) == 2 for edit in found)


def test_a_long_text_is_cut_to_what_differs() -> None:
    text = "Words that stay. " * 100
    (edit,) = edits({"story": text + "It rose." + text}, {"story": text + "It fell." + text})
    before, after = both_shown(edit)
    assert "It rose." in before
    assert "It fell." in after
    assert before.startswith("…")
    assert before.endswith("…")
