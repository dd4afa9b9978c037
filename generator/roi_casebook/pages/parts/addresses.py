"""Addresses of pages: from one page to another, and from a language's root to the site's.

The default language stands at the site's root, every other in a folder of its name.
"""

from functools import lru_cache
from posixpath import dirname, relpath
from urllib.parse import quote, urlsplit


def in_site(language: str, address: str, default_language: str) -> str:
    """Give the address in the site of an address in a language's root."""
    return address if language == default_language else f"{language}/{address}"


def relative(here: str, there: str) -> str:
    """Give the link from page `here` to `there`, both addresses in one root; a fragment stays."""
    address, mark, fragment = there.partition("#")
    return _way(dirname(here) or ".", address) + mark + fragment


@lru_cache(maxsize=4096)  # the links of a page lead to a few others
def _way(folder: str, address: str) -> str:
    return quote(relpath(address, folder))


def to_root(here: str) -> str:
    """Give the way from page `here` to its root, without a closing slash: ``.``, ``..``, ..."""
    return relpath(".", dirname(here) or ".")


def path_of(site_address: str) -> str:
    """Give the path at which the site stands at its host, without a closing slash: ``""``."""
    return quote(urlsplit(site_address).path.rstrip("/"), safe="/%")
