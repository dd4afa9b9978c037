"""What a new case takes from another: head, people and sources, as they are written there, comments too.

Of its inputs only those are taken that give the revenue of the organisation.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from roi_casebook.editing.chosen_case import UnknownNameError, named_path
from roi_casebook.reading.files.disk import read_at_most
from roi_casebook.yaml_places.document import Document, part_at
from roi_casebook.yaml_places.reader import read_yaml

HEAD = (
    "organisation",
    "initiative",
    "perspective",
    "period",
    "time_to_effect",
    "money",
    "people",
    "sources",
)
"""What is taken, in this order."""
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_COMMENTS = re.compile(r"(?:^[ \t]*(?:#.*)?\n)+\Z", re.MULTILINE)


@dataclass(frozen=True)
class TakenFrom:
    """head: the text of the parts; inputs: that of the inputs they name; source: the first that is cited."""

    slug: str
    head: str
    inputs: str
    source: str
    currency: str
    taken: frozenset[str]


def like(site: Path, name: str, years: int | None = None) -> TakenFrom:
    """Take what a new case can have from the case that `name` (a slug or a path) means.

    years: the horizon of the new case, where it is known. Errors: UnknownNameError.
    """
    path = named_path(site, name)
    document = read_yaml(read_at_most(path), path.as_posix())
    slug, money = path.stem, part_at(document.value, ("money",))
    if not isinstance(money, Mapping) or document.broken or not _begins_its_lines(document):
        raise UnknownNameError(f"{path} cannot be read: run casebook check {path}")
    named = _revenue_inputs(document)
    discounted = "already_discounted" in money
    kept = [
        part for part in HEAD if (part,) in document.keys and not (discounted and part == "money")
    ]
    sources = part_at(document.value, ("sources",))
    return TakenFrom(
        slug=slug,
        head="".join(_part(document, (part,), years) for part in kept),
        inputs="".join(_part(document, ("inputs", each)) for each in named),
        source=next(iter(sources)) if isinstance(sources, Mapping) and sources else "",
        currency=str(money.get("currency")),
        taken=frozenset(named),
    )


def _begins_its_lines(document: Document) -> bool:
    """Tell whether each part of the file begins a line, so that it can be cut out whole."""
    starts = (span.start for path, span in document.keys.items() if len(path) == 1)
    return all(document.source.place(start)[1] == 1 for start in starts)


def _revenue_inputs(document: Document) -> list[str]:
    """Give the inputs that the organisation's revenue names."""
    formula = part_at(document.value, ("organisation", "revenue"))
    known = part_at(document.value, ("inputs",))
    names = _NAME.findall(formula) if isinstance(formula, str) else []
    return [name for name in dict.fromkeys(names) if isinstance(known, Mapping) and name in known]


def _part(document: Document, path: tuple[str, ...], years: int | None = None) -> str:
    """Cut a part out, up to the next beside it or around it, without the comments that lead on."""
    text, start = document.source.text, document.keys[path].start
    start = text.rfind("\n", 0, start) + 1
    end = min(_beginnings_after(document, path), default=len(text))
    cut = _COMMENTS.sub("", text[start : text.rfind("\n", 0, end) + 1] or text[start:])
    horizon = document.values.get((*path, "years"))
    if years and horizon and path == ("period",):
        cut = cut[: horizon.start - start] + str(years) + cut[horizon.end - start :]
    return f"{cut.rstrip()}\n"


def _beginnings_after(document: Document, path: tuple[str, ...]) -> Iterator[int]:
    start = document.keys[path].start
    for other, span in document.keys.items():
        if len(other) <= len(path) and span.start > start:
            yield span.start
