"""What strikes between the cases of a library: told as hints, for each case is sound by itself."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from roi_casebook.problems import Problem
from roi_casebook.reading.rules.library import FileOfCase, is_same_case
from roi_casebook.yaml_places.document import Finding, Path, part_at

Sets = Collection[frozenset[str]]
"""Cases that some question is asked of together."""
SHORTEST = 12
"""The fewest letters of a quotation that two cases do not share by chance."""


def across_cases(files: Iterable[FileOfCase], asked_together: Sets = ()) -> Iterator[Problem]:
    """Give what strikes between cases, each told at the case whose file comes later."""
    read = [file for file in files if isinstance(file.document.value, Mapping)]
    yield from _same_initiative(read, asked_together)
    yield from _same_claim(read)
    yield from _other_name_of_source(read)


def _same_initiative(files: Iterable[FileOfCase], asked_together: Sets) -> Iterator[Problem]:
    """One organisation and kind of initiative, unless a question sets the cases side by side.

    One case in two files is told as that.
    """
    first: dict[tuple[str, str], FileOfCase] = {}
    for file in files:
        if part_at(file.document.value, ("state",)) != "published":
            continue
        name = part_at(file.document.value, ("organisation", "name"))
        kind = part_at(file.document.value, ("initiative", "kind"))
        if not (isinstance(name, str) and isinstance(kind, str)):
            continue
        other = first.setdefault((_squeezed(name), kind), file)
        pair = {other.slug, file.slug}
        is_told_otherwise = is_same_case(other, file) or any(
            pair <= together for together in asked_together
        )
        if other is not file and not is_told_otherwise:
            message = f"found {name} and the kind {kind} as in {other.name}: it would count twice"
            hint = "make one case with readings of the two, or name both in one question of questions.yml"
            yield _told(file, ("organisation", "name"), "same_initiative", message, hint)


def _same_claim(files: Iterable[FileOfCase]) -> Iterator[Problem]:
    """A claim in the words of another case's claim."""
    first: dict[str, FileOfCase] = {}
    for file in files:
        for name, claim in _table(file, "claims"):
            quote = _squeezed(str(claim.get("quote", "")))
            other = first.setdefault(quote, file) if len(quote) >= SHORTEST else file
            if other is not file:
                message = f"found a claim in the same words as one in {other.name}"
                hint = "keep it where it is about the case's own result, and say so in its scope"
                yield _told(file, ("claims", name, "quote"), "same_claim", message, hint)


def _other_name_of_source(files: Iterable[FileOfCase]) -> Iterator[Problem]:
    """One address under another name in another case: readers would take it for two works."""
    first: dict[str, tuple[str, FileOfCase]] = {}
    for file in files:
        for name, source in _table(file, "sources"):
            address, work = str(source.get("read_at", "")), source.get("work")
            if "://" not in address or not isinstance(work, str):
                continue
            known, other = first.setdefault(address, (work, file))
            if other is not file and _squeezed(known) != _squeezed(work):
                message = f"found the work {work!r} at an address that {other.name} calls {known!r}"
                hint = f"write work: {known!r} in both, if it is one work"
                yield _told(
                    file, ("sources", name, "work"), "source_named_otherwise", message, hint
                )


def _table(file: FileOfCase, name: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    written = part_at(file.document.value, (name,))
    for key, entry in written.items() if isinstance(written, Mapping) else ():
        if isinstance(entry, Mapping):
            yield str(key), entry


def _squeezed(text: str) -> str:
    return " ".join(text.split()).casefold()


def _told(file: FileOfCase, path: Path, code: str, message: str, hint: str) -> Problem:
    return file.document.problem(Finding(path, code, message, hint, severity="hint"))
