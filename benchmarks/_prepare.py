"""What the search indexer and plain MkDocs read, written from a site: `_prepare.py SITE TO`.

TO/twins: the pages for the search; TO/tree: the portable tree of all pages; TO/tree.pickle: what
`build_whole` takes.
"""

import os
import pickle
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from _taken import DAY

from roi_casebook.build import compose, judge_all
from roi_casebook.output.publishing.edition import find_edition
from roi_casebook.output.site.markdown_tree import write_portable_tree
from roi_casebook.output.site.search_copies import has_twin, twin_html
from roi_casebook.output.site.site_folder import Content
from roi_casebook.output.site.stamp import address_in_site
from roi_casebook.pages.parts.page import Page
from roi_casebook.pages.parts.templates import template_folders
from roi_casebook.reading.files.checking import checked


def with_twins(content: Content, to: Path) -> Iterator[Page]:
    """Give the pages, writing the twin of each on the way."""
    for page in content.pages:
        if has_twin(page):
            file = to / address_in_site(content.site, page)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(twin_html(page), encoding="utf-8")
        yield page


if __name__ == "__main__":
    site, to = Path(sys.argv[1]), Path(sys.argv[2])
    found = checked(site)
    config = found.read.config
    if config is None:
        raise SystemExit("the site cannot be read")
    edition = find_edition(site, os.environ, date.fromisoformat(DAY))
    content = compose(found, config, judge_all(found.read, config), edition)
    pages = with_twins(content, to / "twins")
    tree = write_portable_tree(replace(content, pages=pages), template_folders(site), to / "tree")
    (to / "tree.pickle").write_bytes(pickle.dumps(tree))
