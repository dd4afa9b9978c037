"""What must hold across the files of a library: names of files, slugs, former slugs."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from roi_casebook.problems import Problem, did_you_mean
from roi_casebook.reading.model.validation import plain_words
from roi_casebook.yaml_places.document import Document, Finding, part_at

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NOT_ON_WINDOWS = (
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)),
)
RESERVED = {
    "index": "its address is that of the list of all cases",
    **dict.fromkeys(_NOT_ON_WINDOWS, "Windows keeps that name for itself, with any ending"),
}
WORKING = "-working"
"""How the address of the working of a case ends, behind its slug."""
LONGEST = 80


@dataclass(frozen=True)
class FileOfCase:
    """A case file by its name, with what was read of it."""

    name: str
    document: Document

    @property
    def slug(self) -> str:
        """The case's address, from the file's name."""
        return PurePath(self.name).stem


def file_names(names: Collection[str]) -> Iterator[Problem]:
    """The files in cases/ are named for their slugs and end with .yml."""
    taken = frozenset(names)
    for name in names:
        path = PurePath(name)
        if path.suffix != ".yml":
            message = f"found a file that ends with {path.suffix or 'no ending'}: {path.name}"
            no_yaml = "name a file that holds a case: it ends with .yml"
            hint = _rename(path.stem, taken) if is_yaml(path) else no_yaml
            yield _of_file(name, "wrong_ending", message, hint)
        elif not is_slug(path.stem):
            yield _of_file(
                name,
                "wrong_slug",
                f"found the file name {path.name!r}, expected small letters and digits with hyphens between words, at most {LONGEST}",
                f"{_rename(slug_of(path.stem), taken)}: the name is the case's address for ever",
            )
        elif why := why_reserved(path.stem):
            yield _of_file(
                name,
                "wrong_slug",
                f"found the file name {path.name!r}: {why}",
                _rename(path.stem.removesuffix(WORKING), taken)
                if path.stem.endswith(WORKING)
                else "give the case another name",
            )


def why_reserved(slug: str) -> str:
    """Say why no case may have a slug that is spelled as one; "" where one may."""
    if slug.endswith(WORKING):
        return "such an address is that of the working of another case"
    return RESERVED.get(slug, "")


def is_yaml(path: PurePath) -> bool:
    """Tell by its ending whether a file may be meant for a case, even where that is to be renamed."""
    return path.suffix.lower() in (".yml", ".yaml")


def _rename(stem: str, taken: frozenset[str]) -> str:
    if any(PurePath(name).name == f"{stem}.yml" for name in taken):
        return f"give it another name ({stem}.yml is there already)"
    return f"rename it to {stem}.yml"


def no_cases(folder: str) -> Problem:
    """A site without cases is sound, and nobody's wish."""
    message, hint = f"found no case in {folder}/", "casebook new my-case writes a draft"
    return Problem(folder, 1, 1, "", "no_cases", "hint", message, hint)


def unread_files(below: Iterable[str], no_files: Iterable[str] = ()) -> Iterator[Problem]:
    """A case in a folder inside cases/, or one that is no file, is never read, and says so."""
    for name in below:
        hint = "move it into cases/ itself: a case's address has no folders"
        yield _of_file(name, "unread_file", "found a case in a folder, where none is read", hint)
    for name in no_files:
        hint = "put the case's file there, or remove the name"
        message = "found a case's name that is no file (a folder, or a link that leads nowhere)"
        yield _of_file(name, "unread_file", message, hint)


def _of_file(name: str, code: str, message: str, hint: str) -> Problem:
    return Problem(name, 1, 1, "", code, "error", message, hint)


def is_slug(name: str) -> bool:
    """Tell whether a name is spelled as an address is."""
    return bool(_SLUG.fullmatch(name)) and len(name) <= LONGEST


def slug_of(stem: str) -> str:
    """Give the slug nearest to a name."""
    return "-".join(plain_words(stem))[:LONGEST].strip("-") or "a-short-name"


def cases_are_told_once(files: Iterable[FileOfCase]) -> Iterator[Problem]:
    """No two files hold the same case, but for blanks, comments and earlier slugs."""
    first: dict[str, str] = {}
    for file in files:
        if isinstance(file.document.value, Mapping):
            same = first.setdefault(_told_in(file), file.name)
            if PurePath(same).stem != file.slug:
                message = f"found the same case as in {same}: it would count twice in every list"
                hint = "remove one of the two, or write what is different about this one"
                yield Problem(file.name, 1, 1, "", "same_case", "hint", message, hint)


def is_same_case(one: FileOfCase, other: FileOfCase) -> bool:
    """Tell whether two files hold the same case."""
    return _told_in(one) == _told_in(other)


def _told_in(file: FileOfCase) -> str:
    """Give what a file says of its case, without earlier slugs; blanks do not count."""
    value = file.document.value
    parts = value.items() if isinstance(value, Mapping) else ()
    told = {key: each for key, each in parts if key != "formerly"}
    return re.sub(r"(?:\\n|\s)+", " ", repr(told))


def slugs_are_one_cases(files: Iterable[FileOfCase]) -> Iterator[Problem]:
    """No two cases share a slug, present or former; a replacement exists."""
    files = sorted(files, key=lambda file: (not file.name.endswith(".yml"), file.name))
    present: dict[str, str] = {}
    for file in files:
        if file.slug in present:
            yield _of_file(
                file.name,
                "slug_taken",
                f"found a second case with the slug {file.slug!r}; the first is {present[file.slug]}",
                "rename one of the two, or remove it",
            )
        present.setdefault(file.slug, file.name)
    yield from _former_slugs(files, present)
    yield from _replacements(files, present)


def _former_slugs(files: Iterable[FileOfCase], present: Mapping[str, str]) -> Iterator[Problem]:
    former: dict[str, str] = {}
    for file in files:
        slugs = _formerly(file)
        for position, slug in enumerate(slugs):
            found = (
                _reserved(slug)
                or _said_twice(slug, slugs[:position])
                or _owned(slug, file.name, present.get(slug) or former.get(slug))
            )
            if found:
                yield file.document.problem(Finding(("formerly", position), *found))
            former.setdefault(slug, file.name)


Told = tuple[str, str, str]


def _reserved(slug: str) -> Told | None:
    why = why_reserved(slug)
    if not why:
        return None
    message = f"found the former slug {slug!r}, which no case can have had: {why}"
    return "wrong_slug", message, "remove it"


def _said_twice(slug: str, before: Collection[str]) -> Told | None:
    if slug not in before:
        return None
    return "slug_taken", f"found the former slug {slug!r} a second time", "remove one of the two"


def _owned(slug: str, file: str, owner: str | None) -> Told | None:
    if not owner:
        return None
    what = "its own slug" if owner == file else f"the slug of {owner}"
    hint = "an address leads to one case only: remove it here, or rename the other case"
    return "slug_taken", f"found the former slug {slug!r}, which is {what}", hint


def _formerly(file: FileOfCase) -> list[str]:
    slugs = part_at(file.document.value, ("formerly",))
    return [str(slug) for slug in slugs] if isinstance(slugs, list) else []


def _replacements(files: Iterable[FileOfCase], present: Mapping[str, str]) -> Iterator[Problem]:
    drafts = {file.slug for file in files if part_at(file.document.value, ("state",)) == "draft"}
    for file in files:
        path = ("withdrawn", "replaced_by")
        slug = part_at(file.document.value, path)
        if not isinstance(slug, str):
            continue
        if slug not in present or slug == file.slug:
            message = f"found the replacement {slug!r}, which is no other case of this site"
            hint = did_you_mean(slug, set(present) - {file.slug} - drafts)
            yield file.document.problem(Finding(path, "unknown_case", message, hint))
        elif slug in drafts:
            message = f"found the replacement {slug!r}, which is a draft and has no page"
            hint = f"publish {present[slug]} first, or leave replaced_by out"
            yield file.document.problem(Finding(path, "unknown_case", message, hint))


def former_slugs(files: Iterable[FileOfCase]) -> dict[str, str]:
    """Give the file of the case that each former slug belongs to."""
    return {slug: file.name for file in files for slug in _formerly(file)}
