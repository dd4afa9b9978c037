"""A page stamped: the values of its shell's slots, in one pass.

Links of the shell climb to the site's root (assets, the other languages) or to that of the page's
language; only the page for a wrong address, shown at any depth, uses the path of the site's host.
"""

from dataclasses import dataclass, field

from roi_casebook.output.engines.shells import Shells
from roi_casebook.output.masthead import Masthead, Site
from roi_casebook.output.site.policy import policy_of
from roi_casebook.output.slots import Values, fill
from roi_casebook.pages.parts.addresses import in_site, path_of, relative, to_root
from roi_casebook.pages.parts.page import NOT_FOUND, Page
from roi_casebook.wording.fallback_marks import marks_as_html


@dataclass(frozen=True)
class Stamp:
    """Fills the shells of one site; it remembers the policy of each shell and depth."""

    site: Site
    shells: Shells
    _policies: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def html(self, page: Page) -> str:
        """Give the finished page; KeyError if its kind or language has no shell."""
        shell = self.shells.of[page.language, page.kind]
        values = _values(self.site, page)
        key = (page.language, page.kind, str(values["root"]))
        if key not in self._policies:
            empty = fill(shell, {**values, "policy": "", "body": ""})
            self._policies[key] = policy_of(marks_as_html("".join(empty)))
        return "".join(fill(shell, {**values, "policy": self._policies[key]}))


def address_in_site(site: Site, page: Page) -> str:
    """Give the address of a page in the site."""
    return in_site(page.language, page.address, site.default_language)


def _values(site: Site, page: Page) -> Values:
    here = address_in_site(site, page)
    anywhere = page.kind == NOT_FOUND
    root = path_of(site.address) if anywhere else to_root(here)
    return {
        "title": page.title,
        "description": page.description,
        "heading": page.heading,
        "body": page.body,
        "root": root,
        "languageroot": _below(root, in_site(page.language, "", site.default_language)),
        "edition": site.masthead(page.language).edition,
        "address": [] if anywhere else [{"address": site.address + here}],
        "linkeddata": [{"linkeddata": page.linked_data}] if page.linked_data else [],
        "unlisted": [] if page.listed else [{}],
        "contents": _contents(page),
        "crumbs": _crumbs(page),
        "language": [_language(site, page, other, root) for other in _others(site, page)],
    }


def _below(root: str, folder: str) -> str:
    return f"{root}/{folder}".rstrip("/")


def _contents(page: Page) -> list[Values]:
    items = [{"sectionid": one.id, "sectionheading": one.heading} for one in page.sections]
    return [{"section": items}] if items else []


def _crumbs(page: Page) -> list[Values]:
    items = [
        {"crumblabel": one.label, "crumbhref": relative(page.address, one.address)}
        for one in page.crumbs
    ]
    return [{"crumb": items}] if items else []


def _others(site: Site, page: Page) -> list[Masthead]:
    """Give the other languages of the page; a page for every language offers none."""
    return [
        one
        for one in site.mastheads
        if one.language != page.language and one.language in page.alternates
    ]


def _language(site: Site, page: Page, other: Masthead, root: str) -> Values:
    there = in_site(other.language, page.alternates[other.language], site.default_language)
    return {
        "languagecode": other.language,
        "languagename": other.language_name,
        "languagereadin": other.words["read_in"],
        "languagesearchin": other.words["search_in"],
        "languagehref": f"{root}/{there}",
    }
