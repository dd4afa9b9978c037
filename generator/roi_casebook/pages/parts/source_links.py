"""Sources that texts of a case cite, as links to where they stand on its page."""

import re
from collections.abc import Iterator

from markupsafe import escape

from roi_casebook.case import Source
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Link
from roi_casebook.wording import Wording
from roi_casebook.written.citations import CITATION, cited_in
from roi_casebook.written.dates import PartialDate

_TAGS = re.compile(r"(<[^>]*>)")
TEXTS = ("story", "limits", "lessons")


def with_citations(html: str, c: CaseInLanguage) -> str:
    """Turn the citations in finished HTML into links, outside of its tags."""
    if "[source:" not in html:
        return html
    parts = _TAGS.split(html)
    return "".join(
        part if part.startswith("<") else CITATION.sub(lambda match: _linked(match, c), part)
        for part in parts
    )


def _linked(match: re.Match[str], c: CaseInLanguage) -> str:
    source = c.case.sources.get(match[1])
    if source is None:
        return match[0]
    href = anchors.of("source", match[1])
    return (
        f'[<a class="cb-citation" href="#{escape(href)}">{escape(_short(c.wording, source))}</a>]'
    )


def _short(w: Wording, source: Source) -> str:
    """Name a source in few words: who made it, and in which year."""
    by = w.texts.author(source.by)
    if not isinstance(source.date, PartialDate):
        return by
    return w.t("source.cited", by=by, year=str(source.date.year))


def citing(c: CaseInLanguage, source: str) -> Iterator[Link]:
    """Lead to the texts of a case that cite a source: its prose, its inputs and lines."""
    for field in TEXTS:
        if _cites(getattr(c.case, field), source):
            yield Link(c.wording.t(f"section.{field}"), f"#{field}")
    for name, given in c.case.inputs.items():
        if _cites(given.note, source) or _cites(given.assumption, source):
            yield c.links.input(name)
    for name, line in c.case.lines().items():
        if _cites(line.note, source):
            yield c.links.line(name)


def _cites(text: object, source: str) -> bool:
    said = text.values() if hasattr(text, "values") else ()
    return any(source in cited_in(each) for each in said)
