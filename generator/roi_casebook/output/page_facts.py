"""What a finished page holds that can be right or wrong: ids, addresses, scripts, styles."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

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
    nodes = tree.css("[id],[href],[src],[srcset],[poster],[data],[action],use,image")
    return PageFacts(
        ids=tuple(node.attributes["id"] or "" for node in tree.css("[id]")),
        addresses=tuple(address for node in nodes for address in _addresses(node)),
        references=tuple(_references(tree)),
        policy=_policy(tree),
        scripts=tuple(_scripts(tree)),
        refused=tuple(_refused(tree)),
    )


def _addresses(node: LexborNode) -> Iterator[Address]:
    tag, attributes = str(node.tag), node.attributes
    names_only = tag in _LINKS or attributes.get("rel") == "canonical"
    for name in _ADDRESSED.get(tag, ()):
        if name in attributes:
            yield from (Address(text, not names_only) for text in _texts(name, attributes[name]))


def _texts(attribute: str, value: str | None) -> list[str]:
    """Give the addresses of an attribute: one, or those of a list of images and their widths."""
    if attribute == "srcset":
        return [image.split()[0] for image in (value or "").split(",") if image.strip()]
    return [value or ""]


def _references(tree: LexborHTMLParser) -> Iterator[str]:
    for name in _REFERENCES:
        for node in tree.css(f"[{name}]"):
            yield from (node.attributes[name] or "").split()


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
