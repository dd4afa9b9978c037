"""Finished pages read by tests."""

from selectolax.lexbor import LexborHTMLParser, LexborNode


def first(tree: LexborHTMLParser, selector: str) -> LexborNode:
    """Give the first element that fits, which must be there."""
    node = tree.css_first(selector)
    assert node is not None, f"no element fits {selector}"
    return node


def attribute(tree: LexborHTMLParser, selector: str, name: str) -> str | None:
    return first(tree, selector).attributes[name]
