"""Pages that only lead on, for former addresses: they work on any host and from a folder.

The target is written three times: as an instruction, as the canonical address and as a link.
"""

from html import escape

from roi_casebook.output.masthead import Site
from roi_casebook.pages.parts.addresses import in_site, relative
from roi_casebook.pages.parts.page import Redirect

_HTML = """\
<!doctype html>
<html lang="{language}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'">
    <meta http-equiv="refresh" content="0; url={href}">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="color-scheme" content="light dark">
    <title>{moved} {title}</title>
    <link rel="canonical" href="{canonical}">
  </head>
  <body>
    <main>
      <h1>{moved}</h1>
      <p><a href="{href}">{title}</a></p>
    </main>
  </body>
</html>
"""


def redirect_html(site: Site, redirect: Redirect) -> str:
    """Give the page that leads from `redirect.address` to `redirect.to`."""
    values = {
        "language": redirect.language,
        "href": relative(redirect.address, redirect.to),
        "canonical": site.address + in_site(redirect.language, redirect.to, site.default_language),
        "title": redirect.title,
        "moved": site.masthead(redirect.language).words["moved"],
    }
    return _HTML.format(**{name: escape(value) for name, value in values.items()})
