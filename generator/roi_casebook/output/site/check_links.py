"""What must hold of the finished pages, checked over the staged folder before it is published.

Every link and anchor inside the site resolves; no id stands twice; nothing is fetched from another
host; every script and style is one that the page's policy lets run; no slot is left. All problems
are given at once, each at its line of the finished page. Pages are read one by one; only the anchors
that they ask of others are remembered, and the few pages that these are in are read again.

What a finished page holds that can be right or wrong: ids, addresses, scripts, styles.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from operator import attrgetter
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from roi_casebook.output import slots
from roi_casebook.output.processes import all_done, dealt
from roi_casebook.output.site.policy import script_hash
from roi_casebook.pages.parts.addresses import path_of
from roi_casebook.problems import Problem

_LINKS = {"a": ("href",), "area": ("href",), "form": ("action",)}
_RESOURCES = {
    "link": ("href",),
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
    "input": ("src",),
}
_ADDRESSED = _LINKS | _RESOURCES
_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
_NAMES = dict.fromkeys((*_REFERENCES, *(name for names in _ADDRESSED.values() for name in names)))
_LEADING = ",".join(f"[{name}]" for name in _NAMES if ":" not in name) + ",use,image"
"""All elements that lead somewhere, found at once, some twice: each search walks the whole page."""
_DATA_SCRIPTS = {"application/json", "application/ld+json"}


@dataclass(frozen=True)
class Address:
    """An address in a page as it is written; fetched: the browser gets it without being asked."""

    text: str
    fetched: bool


@dataclass(frozen=True)
class PageFacts:
    """The facts of one page.

    ids: of all elements, in order; references: to ids of the same page; scripts: the texts of those
    that stand in the page and would run; refused: what a policy without exceptions refuses, as it
    is written (style attributes and elements, event handlers).
    """

    ids: tuple[str, ...]
    addresses: tuple[Address, ...]
    references: tuple[str, ...]
    policy: str
    scripts: tuple[str, ...]
    refused: tuple[str, ...]


def read_page(html: str) -> PageFacts:
    """Give the facts of a page."""
    tree = LexborHTMLParser(html)
    found = [(str(node.tag), node.attributes) for node in tree.css(_LEADING)]
    return PageFacts(
        ids=tuple(node.id or "" for node in tree.css("[id]")),
        addresses=tuple(address for tag, own in found for address in _addresses(tag, own)),
        references=tuple(text for _, own in found for text in _references(own)),
        policy=_policy(tree),
        scripts=tuple(_scripts(tree)),
        refused=tuple(_refused(tree)),
    )


_Attributes = Mapping[str, str | None]


def _addresses(tag: str, attributes: _Attributes) -> Iterator[Address]:
    names_only = tag in _LINKS or attributes.get("rel") == "canonical"
    for name in _ADDRESSED.get(tag, ()):
        if name in attributes:
            yield from (Address(text, not names_only) for text in _texts(name, attributes[name]))


def _texts(attribute: str, value: str | None) -> list[str]:
    """Give the addresses of an attribute: one, or those of a list of images and their widths."""
    if attribute == "srcset":
        return [image.split()[0] for image in (value or "").split(",") if image.strip()]
    return [value or ""]


def _references(attributes: _Attributes) -> Iterator[str]:
    for name in _REFERENCES:
        if name in attributes:
            yield from (attributes[name] or "").split()


def _policy(tree: LexborHTMLParser) -> str:
    """Give the policy if it is where it covers all that follows: right after the charset."""
    node = tree.css_first('meta[charset] + meta[http-equiv="Content-Security-Policy"]')
    return (node.attributes["content"] or "") if node else ""


def _scripts(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("script:not([src])"):
        if node.attributes.get("type") not in _DATA_SCRIPTS:
            yield node.text(deep=True)


def _refused(tree: LexborHTMLParser) -> Iterator[str]:
    yield from (f"<{node.tag}>" for node in tree.css("style"))
    yield from (f'style="{node.attributes["style"]}"' for node in tree.css("[style]"))
    for node in tree.css(
        "[onclick],[onload],[onerror],[onchange],[oninput],[onsubmit],[onkeydown]"
    ):
        yield from (f'{name}="' for name in node.attributes if name.startswith("on"))


_MANY = 200
"""How many pages are worth reading side by side."""
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
    parts = dealt(names) if len(names) > _MANY else [names]
    read = all_done([partial(_read, where, part, key) for part in parts])
    problems = chain.from_iterable(found.problems for found in read)
    yield from sorted(problems, key=attrgetter("file"))
    anchors = chain.from_iterable(found.anchors for found in read)
    yield from _dead_anchors(where, sorted(anchors, key=attrgetter("page")))


@dataclass(frozen=True)
class _Found:
    """What was found in some pages, and the anchors that they ask of others."""

    problems: list[Problem]
    anchors: list[_Anchor]


def _read(where: _Folder, names: Iterable[str], key: str) -> _Found:
    found = _Found([], [])
    for name in names:
        html = where.html(name)
        facts = read_page(html)
        own, others = _anchors(where, name, facts)
        found.anchors.extend(others)
        faults = (*_faults(where, name, facts), *_open_slots(html, key))
        found.problems.extend(_problem(name, html, *fault) for fault in faults)
        found.problems.extend(_missing(where, own, frozenset(facts.ids)))
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
    text, to = address.text, _way(where.site_path, dirname(name), address.text)
    if address.fetched and to.leads_out and to.scheme != "data":
        yield "foreign_resource", text, f"{text} is fetched from another host"
    elif not address.fetched and to.scheme and to.scheme not in _LINK_SCHEMES:
        yield "unsafe_link", text, f"link to {text}: only http, https, mailto and tel lead out"
    elif not to.leads_out and (to.file or name) not in where.files:
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


@dataclass(frozen=True)
class _Way:
    """Where an address leads: within the site to a file, "" for the page itself, and an id in it."""

    scheme: str
    leads_out: bool
    file: str
    id: str


@lru_cache(maxsize=4096)  # the pages of a folder lead to much the same places
def _way(site_path: str, folder: str, text: str) -> _Way:
    scheme, host, path, _query, fragment = urlsplit(text)
    file = _file(site_path, folder, unquote(path))
    return _Way(scheme, bool(scheme or host), file, unquote(fragment))


def _file(site_path: str, folder: str, path: str) -> str:
    if path.startswith("/"):
        return path.removeprefix(unquote(site_path)).removeprefix("/")
    return normpath(join(folder, path)) if path else ""


def _anchors(where: _Folder, name: str, facts: PageFacts) -> tuple[list[_Anchor], list[_Anchor]]:
    """Give what a page asks of itself, and what of others."""
    own: list[_Anchor] = []
    others: list[_Anchor] = []
    for text in dict.fromkeys(address.text for address in facts.addresses):
        to = _way(where.site_path, dirname(name), text)
        file = to.file or name
        if to.id and not to.leads_out and file.endswith(".html"):
            (own if file == name else others).append(_Anchor(name, text, file, to.id))
    return own, others


def _dead_anchors(where: _Folder, anchors: Iterable[_Anchor]) -> Iterator[Problem]:
    asked: dict[str, list[_Anchor]] = defaultdict(list)
    for anchor in anchors:
        asked[anchor.target].append(anchor)
    for target in sorted(asked.keys() & where.files):
        yield from _missing(where, asked[target], frozenset(read_page(where.html(target)).ids))


def _missing(where: _Folder, anchors: Iterable[_Anchor], ids: frozenset[str]) -> Iterator[Problem]:
    for anchor in anchors:
        if anchor.id not in ids:
            message = f"link to {anchor.text}: {anchor.target} has no id {anchor.id!r}"
            yield _problem(
                anchor.page, where.html(anchor.page), "dead_anchor", anchor.text, message
            )


def _problem(name: str, html: str, code: str, text: str, message: str) -> Problem:
    """Give a problem at the first place where `text` stands in the page."""
    before = html[: max(html.find(text), 0)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Problem(name, line, column, "", code, "error", message)
