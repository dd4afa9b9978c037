"""The difference of two states of a site: what was changed in each file, and what moved because of it.

What is shared by all cases (the site's rates, thresholds and words, the method) is parted from what
is changed in a case: a case is judged as it was under what is shared today, so that each of the two
has what it moves.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Literal

from roi_casebook.editing.diff.edits import ALIKE, PartEdit, edits, likeness
from roi_casebook.editing.diff.facts import Facts
from roi_casebook.editing.diff.judging import Judging, same_site
from roi_casebook.editing.diff.moves import Move, moves, strip_of
from roi_casebook.reading.files.disk import read_at_most
from roi_casebook.reading.files.library_folder import BESIDE, case_names
from roi_casebook.reading.files.site_file import CONFIG_NAME
from roi_casebook.yaml_places.reader import read_yaml

Status = Literal["new", "renamed", "withdrawn", "changed", "removed"]
Note = Literal["withdraw_instead", "unpublished", "add_formerly", "only_layout", "was_unreadable"]


@dataclass(frozen=True)
class CaseChange:
    """A case whose file was touched.

    was: its slug before, "" where it is new; notes: what its editor should know; strip: what lists
    show of it, before and after, () where the case was not there; moves: for a case that is new or
    removed all that is found about it.
    """

    slug: str
    was: str
    status: Status
    edits: tuple[PartEdit, ...]
    moves: tuple[Move, ...]
    notes: tuple[Note, ...]
    strip: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class SharedChange:
    """What changed for all cases.

    edits: by file; method: the files of the method that are others; is_by_today: whether both sides
    are computed by today's method all the same; moves: by slug, of the cases as they were.
    """

    edits: Mapping[str, tuple[PartEdit, ...]]
    method: tuple[str, ...]
    is_by_today: bool
    moves: Mapping[str, tuple[Move, ...]]
    strips: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]


@dataclass(frozen=True)
class SiteDiff:
    """All that differs between a revision and the files as they are."""

    base: str
    cases: tuple[CaseChange, ...]
    shared: SharedChange


@dataclass(frozen=True)
class BaseMethod:
    """The method as it was: its files that are others, and what it finds, None where it was not run."""

    files: tuple[str, ...] = ()
    edits: Mapping[str, tuple[PartEdit, ...]] | None = None
    facts: Mapping[str, Facts] | None = None


@dataclass(frozen=True)
class _Pair:
    """A case before and after: its slug and the bytes of its file, None where it was not there."""

    was: str
    slug: str
    before: bytes | None
    after: bytes | None

    @property
    def is_touched(self) -> bool:
        return self.was != self.slug or self.before != self.after


@dataclass(frozen=True)
class _Found:
    """What is found about a pair: as it was, as it was under what is shared today, and today."""

    first: Facts | None
    under_today: Facts | None
    last: Facts | None


def site_diff(base: str, before: Path, after: Path, method: BaseMethod) -> SiteDiff:
    """Compare two folders of a site, of which the second has no errors. Errors: OSError."""
    today = Judging.of(after, after)
    then = today if same_site(before, after) else Judging.of(before, after)
    judgings = then, today
    shared_edits = dict(_shared_edits(before, after)) | dict(method.edits or {})
    is_all = CONFIG_NAME in shared_edits or method.facts is not None
    pairs = [pair for pair in _pairs(before, after) if pair.is_touched or is_all]
    found = {pair.slug or pair.was: _found(pair, judgings, method) for pair in pairs}
    shared = {
        pair.was: (one.first, one.under_today)
        for pair in pairs
        if (one := found[pair.slug or pair.was]).first is not None and one.under_today is not None
    }
    moved = {slug: moves(first or {}, then or {}) for slug, (first, then) in shared.items()}
    return SiteDiff(
        base,
        tuple(_change(pair, found[pair.slug or pair.was]) for pair in pairs if pair.is_touched),
        SharedChange(
            edits=shared_edits,
            method=method.files,
            is_by_today=bool(method.files) and method.facts is None,
            moves={slug: each for slug, each in moved.items() if each},
            strips={
                slug: (tuple(strip_of(first)), tuple(strip_of(then)))
                for slug, (first, then) in shared.items()
                if moved[slug]
            },
        ),
    )


def _found(pair: _Pair, judgings: tuple[Judging, Judging], method: BaseMethod) -> _Found:
    then, today = judgings
    if method.facts is not None:
        first = method.facts.get(pair.was)
    else:
        first = then.facts(pair.was, pair.before)
    is_shared = then is today and method.facts is None
    under_today = first if is_shared else today.facts(pair.was, pair.before) or first
    last = today.facts(pair.slug, pair.after) if pair.is_touched else under_today
    return _Found(first, under_today, last)


# The files -----------------------------------------------------------------------------------------


def _shared_edits(before: Path, after: Path) -> Iterator[tuple[str, tuple[PartEdit, ...]]]:
    for name in (CONFIG_NAME, *BESIDE):
        old, new = (_value(_bytes(folder / name), name) for folder in (before, after))
        if found := tuple(edits(old, new)):
            yield name, found


def _bytes(path: Path) -> bytes | None:
    return read_at_most(path) if path.is_file() else None


def _value(raw: bytes | None, name: str) -> object:
    """Give what a file holds; its text where that is no YAML, so that a change of it shows."""
    if raw is None:
        return {}
    document = read_yaml(raw, name)
    if isinstance(document.value, dict) and not document.broken:
        return document.value
    return {"text": raw.decode(errors="replace")}


def _pairs(before: Path, after: Path) -> Iterator[_Pair]:
    """Give each case before and after, those renamed as one."""
    old, new = (
        {PurePath(name).stem: _bytes(folder / name) for name in case_names(folder)}
        for folder in (before, after)
    )
    renamed = dict(_renamed_cases(old, new))
    for slug in sorted({*old, *new}):
        if slug in new:
            was = renamed.get(slug, slug if slug in old else "")
            yield _Pair(was, slug, old.get(was), new[slug])
        elif slug not in renamed.values():
            yield _Pair(slug, "", old[slug], None)


def _renamed_cases(
    old: Mapping[str, bytes | None], new: Mapping[str, bytes | None]
) -> Iterator[tuple[str, str]]:
    """Give the new slugs of cases that only have another name, each with the old one."""
    gone = {slug: _value(raw, slug) for slug, raw in old.items() if slug not in new}
    for slug, raw in new.items():
        if slug in old or not gone:
            continue
        value = _value(raw, slug)
        said = [each for each in _formerly(value) if each in gone]
        best = said[0] if said else max(gone, key=lambda each: likeness(gone[each], value))
        if said or likeness(gone[best], value) >= ALIKE:
            del gone[best]
            yield slug, best


def _formerly(value: object) -> list[object]:
    found = value.get("formerly") if isinstance(value, dict) else None
    return found if isinstance(found, list) else []


# One case ------------------------------------------------------------------------------------------


def _change(pair: _Pair, found: _Found) -> CaseChange:
    old, new = _value(pair.before, pair.was), _value(pair.after, pair.slug)
    status = _status(pair, old, new)
    is_read = pair.before is None or found.under_today is not None
    return CaseChange(
        slug=pair.slug or pair.was,
        was=pair.was,
        status=status,
        edits=tuple(edits(old, new)) if status not in {"new", "removed"} else (),
        moves=moves(found.under_today or {}, found.last or {}) if is_read else (),
        notes=tuple(_notes(pair, old, new, is_read=is_read)),
        strip=(tuple(strip_of(found.under_today)), tuple(strip_of(found.last))),
    )


def _state(value: object) -> object:
    return value.get("state") if isinstance(value, dict) else None


def _status(pair: _Pair, old: object, new: object) -> Status:
    if pair.after is None:
        return "removed"
    if pair.before is None:
        return "new"
    if pair.was != pair.slug:
        return "renamed"
    return "withdrawn" if _state(new) == "withdrawn" != _state(old) else "changed"


def _notes(pair: _Pair, old: object, new: object, *, is_read: bool) -> Iterator[Note]:
    was_public = pair.before is not None and _state(old) != "draft"
    if was_public and pair.after is None:
        yield "withdraw_instead"
    if was_public and _state(new) == "draft":
        yield "unpublished"
    if was_public and pair.after is not None and pair.was not in {pair.slug, *_formerly(new)}:
        yield "add_formerly"
    if pair.before and pair.after and pair.was == pair.slug and not any(edits(old, new)):
        yield "only_layout"
    if not is_read:
        yield "was_unreadable"
