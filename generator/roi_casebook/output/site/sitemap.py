"""The sitemap: every listed page with its versions in the other languages.

It is written page by page as the pages are, so that none need be remembered.
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from roi_casebook.output.masthead import Site
from roi_casebook.pages.parts.addresses import in_site
from roi_casebook.pages.parts.page import Page

FILE = "sitemap.xml"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
FOOT = "</urlset>\n"


def sitemap_entry(site: Site, page: Page) -> str:
    """Give the sitemap's entry for a page."""
    return f"<url>{''.join(_parts(site, page))}</url>\n"


def _parts(site: Site, page: Page) -> Iterator[str]:
    yield f"<loc>{escape(_public(site, page.language, page.address))}</loc>"
    for language, address in sorted({**page.alternates, page.language: page.address}.items()):
        href = quoteattr(_public(site, language, address))
        yield f'<xhtml:link rel="alternate" hreflang="{language}" href={href}/>'


def _public(site: Site, language: str, address: str) -> str:
    return site.address + in_site(language, address, site.default_language)
