"""The files that stand beside pages: the citation of each case, in each language."""

from collections.abc import Iterator, Sequence

from roi_casebook.appraisal import JudgedCase
from roi_casebook.case.beside import Beside
from roi_casebook.config import SiteConfig, Vocabulary
from roi_casebook.exports.bibtex import bibtex
from roi_casebook.pages.case.passed_on.citing import citation_of
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.addresses import in_site
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.case_rows import published_cases
from roi_casebook.pages.site.site_pages import site_wordings
from roi_casebook.wording.fallback_marks import without_marks


def files_beside(
    cases: Sequence[JudgedCase],
    config: SiteConfig,
    vocabulary: Vocabulary,
    beside: Beside,
) -> Iterator[tuple[str, bytes]]:
    """Give each file: its address in the site, and its bytes."""
    first = config.languages[0]
    for wording in site_wordings(config, vocabulary):
        for judged in published_cases(cases):
            review = beside.review(judged.slug)
            c = CaseInLanguage(judged, wording, config, review, edition=beside.edition)
            address = in_site(wording.language, anchors.citation(judged.slug), first)
            yield address, without_marks(bibtex(citation_of(c))).encode()
