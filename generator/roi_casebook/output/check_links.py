"""What must hold of the finished pages, checked over the staged folder before it is published.

Every link and anchor inside the site resolves; no id stands twice; nothing is fetched from another
host; every script and style is one that the page's policy lets run; no slot is left. All problems
are given at once, each at its line of the finished page. Pages are read one by one; only their ids
and the anchors asked of other pages are remembered.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from roi_casebook.output import slots
from roi_casebook.output.page_facts import Address, PageFacts, read_page
from roi_casebook.output.policy import script_hash
from roi_casebook.output.side_by_side import all_done
from roi_casebook.pages.addresses import path_of
from roi_casebook.problems import Problem

_MANY = 200
"""How many pages are worth reading in two halves side by side."""
_LINK_SCHEMES = {"http", "https", "mailto", "tel"}


@dataclass(frozen=True)
class _Folder:
    """The staged folder, the files in it and the path at which the site will stand."""

    folder: Path
    files: frozenset[str]
    site_path: str

    def html(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


@dataclass(frozen=True)
class _Anchor:
    """A link from `page` to the part `id` of `target`; `text` is the link as written."""

    page: str
    text: str
    target: str
    id: str


def check_site(folder: Path, site_address: str, key: str) -> Iterator[Problem]:
    """Give the problems of all pages in `folder`; key: of the slots of the shells."""
    paths = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    where = _Folder(folder, frozenset(paths), path_of(site_address))
    names = sorted(name for name in where.files if name.endswith(".html"))
    middle = len(names) // 2 if len(names) > _MANY else 0
    parts = [part for part in (names[:middle], names[middle:]) if part]
    read = all_done([partial(_read, where, part, key) for part in parts])
    for found in read:
        yield from found.problems
    ids = {name: own for found in read for name, own in found.ids.items()}
    yield from _dead_anchors(where, chain.from_iterable(found.anchors for found in read), ids)


@dataclass(frozen=True)
class _Found:
    """What was found in some pages, and what can be judged only once all are read."""

    problems: list[Problem]
    ids: dict[str, frozenset[str]]
    anchors: list[_Anchor]


def _read(where: _Folder, names: Iterable[str], key: str) -> _Found:
    found = _Found([], {}, [])
    for name in names:
        html = where.html(name)
        facts = read_page(html)
        found.ids[name] = frozenset(facts.ids)
        found.anchors.extend(_anchors(where, name, facts))
        faults = (*_faults(where, name, facts), *_open_slots(html, key))
        found.problems.extend(_problem(name, html, *fault) for fault in faults)
    return found


_Fault = tuple[str, str, str]  # code, the text at fault as written, message


def _faults(where: _Folder, name: str, facts: PageFacts) -> Iterator[_Fault]:
    for one, count in Counter(facts.ids).items():
        if count > 1:
            yield "duplicate_id", f'id="{one}"', f"the id {one!r} stands {count} times"
    for one in sorted(set(facts.references) - set(facts.ids)):
        yield (
            "dead_reference",
            f'"{one}"',
            f"a label or description names id {one!r}: there is none",
        )
    for address in dict.fromkeys(facts.addresses):
        yield from _address_faults(where, name, address)
    yield from _policy_faults(facts)


def _address_faults(where: _Folder, name: str, address: Address) -> Iterator[_Fault]:
    text = address.text
    scheme, host, *_ = urlsplit(text)
    if address.fetched and (scheme or host) and scheme != "data":
        yield "foreign_resource", text, f"{text} is fetched from another host"
    elif not address.fetched and scheme and scheme not in _LINK_SCHEMES:
        yield "unsafe_link", text, f"link to {text}: only http, https, mailto and tel lead out"
    elif not scheme and not host and _target(where, name, text) not in where.files:
        yield "dead_link", text, f"link to {text or 'nothing'}: the site has no such file"


def _open_slots(html: str, key: str) -> Iterator[_Fault]:
    if slots.leftover(key, html):
        yield "open_slot", f"slot{key}", "a slot of the shell is left open"


def _policy_faults(facts: PageFacts) -> Iterator[_Fault]:
    if not facts.policy:
        yield "no_policy", "<head", "the page has no policy right after its charset"
    for script in facts.scripts:
        if script_hash(script) not in facts.policy:
            yield (
                "refused_script",
                script[:60],
                f"the page's policy refuses a script: {script[:60]}",
            )
    for text in facts.refused:
        yield "refused_style", text, f"the page's policy refuses {text}"


def _target(where: _Folder, name: str, text: str) -> str:
    """Give the file in the site that a link without scheme and host leads to."""
    path = unquote(urlsplit(text).path)
    if path.startswith("/"):
        return path.removeprefix(unquote(where.site_path)).removeprefix("/")
    return normpath(join(dirname(name), path)) if path else name


def _anchors(where: _Folder, name: str, facts: PageFacts) -> Iterator[_Anchor]:
    for text in dict.fromkeys(address.text for address in facts.addresses):
        scheme, host, _path, _query, fragment = urlsplit(text)
        target = _target(where, name, text)
        if fragment and not scheme and not host and target.endswith(".html"):
            yield _Anchor(name, text, target, unquote(fragment))


def _dead_anchors(
    where: _Folder, anchors: Iterable[_Anchor], ids: Mapping[str, frozenset[str]]
) -> Iterator[Problem]:
    for anchor in anchors:
        if anchor.target in ids and anchor.id not in ids[anchor.target]:
            message = f"link to {anchor.text}: {anchor.target} has no id {anchor.id!r}"
            yield _problem(
                anchor.page, where.html(anchor.page), "dead_anchor", anchor.text, message
            )


def _problem(name: str, html: str, code: str, text: str, message: str) -> Problem:
    """Give a problem at the first place where `text` stands in the page."""
    before = html[: max(html.find(text), 0)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Problem(name, line, column, "", code, "error", message)
