"""The site written into a folder page by page: each is made, stamped and written before the next."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from roi_casebook.output.engines.shell_tree import ASSETS
from roi_casebook.output.engines.shells import Shells
from roi_casebook.output.failures import named_failures
from roi_casebook.output.masthead import File, Site
from roi_casebook.output.processes import all_done, dealt
from roi_casebook.output.publishing.edition import Edition
from roi_casebook.output.publishing.publish import mark
from roi_casebook.output.site import sitemap
from roi_casebook.output.site.redirects import redirect_html
from roi_casebook.output.site.search_copies import has_twin, twin_html
from roi_casebook.output.site.stamp import Stamp, address_in_site
from roi_casebook.pages.parts.addresses import in_site
from roi_casebook.pages.parts.anchors import beside
from roi_casebook.pages.parts.page import InParts, Page, Redirect
from roi_casebook.wording.fallback_marks import marks_as_html, without_marks


@dataclass(frozen=True)
class Content:
    """All that a site is made of; the pages may be made one by one as they are asked for."""

    site: Site
    edition: Edition
    pages: Iterable[Page]
    redirects: Iterable[Redirect] = ()
    files: Iterable[File] = ()


def write_site(content: Content, shells: Shells, to: Path, twins: Path) -> None:
    """Write every file of the site into the empty folder `to`; into `twins`, pages for the search."""
    shutil.copytree(shells.assets, to / ASSETS, copy_function=shutil.copyfile)
    _write_pages(content, shells, to, twins)
    for redirect in content.redirects:
        address = in_site(redirect.language, redirect.address, content.site.default_language)
        _write(to / address, redirect_html(content.site, redirect).encode())
    for file in content.files:
        _write(to / file.address, file.content)
    mark(to, content.edition)


def _write_pages(content: Content, shells: Shells, to: Path, twins: Path) -> None:
    """Write the pages, those that can be made side by side so; then the sitemap of all, by address."""
    pages = content.pages
    parts = pages.parts if isinstance(pages, InParts) else (pages,)
    stamp = Stamp(content.site, shells)
    hands = [chain.from_iterable(hand) for hand in dealt(parts)]
    entries = all_done([partial(_write_part, stamp, hand, to, twins) for hand in hands])
    listing = "".join((sitemap.HEAD, *sorted(chain.from_iterable(entries)), sitemap.FOOT))
    (to / sitemap.FILE).write_text(listing, encoding="utf-8", newline="\n")


def _write_part(stamp: Stamp, pages: Iterable[Page], to: Path, twins: Path) -> list[str]:
    """Write some pages; give their entries in the sitemap."""
    entries = []
    for page in pages:
        address = address_in_site(stamp.site, page)
        _write(to / address, marks_as_html(stamp.html(page)).encode())
        if page.data:
            _write(to / beside(address), without_marks(page.data).encode())
        if has_twin(page):
            with named_failures("keep the pages for the search"):
                _write(twins / address, without_marks(twin_html(page)).encode())
        if page.listed:
            entries.append(sitemap.sitemap_entry(stamp.site, page))
    return entries


def _write(file: Path, content: bytes) -> None:
    """Write a file once: a second page at one address would replace the first without a word."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists():
        raise ValueError(f"two pages of the site have the address {file.name}")
    file.write_bytes(content)
