"""What a finished page holds that can be right or wrong: ids, addresses, scripts, styles."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

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
