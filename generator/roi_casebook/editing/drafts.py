"""Drafts as they would be published, for their editor's eyes alone: their titles say what they are.

The title is what every page, list and search shows of a case, so the mark stands in all of them.
"""

from collections.abc import Mapping
from types import MappingProxyType

from roi_casebook.case import Case
from roi_casebook.config import SiteConfig, Vocabulary
from roi_casebook.wording import wording_for


def shown_as_drafts(
    cases: Mapping[str, Case], config: SiteConfig, vocabulary: Vocabulary
) -> Mapping[str, Case]:
    """Give all cases, each draft as if it were published, with a title that says that it is none."""
    return {slug: _shown(case, config, vocabulary) for slug, case in cases.items()}


def _shown(case: Case, config: SiteConfig, vocabulary: Vocabulary) -> Case:
    if case.state != "draft":
        return case
    first = config.languages[0]
    title = {
        key: wording_for(_known(key, config), first, vocabulary).t("draft", title=text)
        for key, text in case.title.items()
    }
    return case.model_copy(update={"state": "published", "title": MappingProxyType(title)})


def _known(key: str, config: SiteConfig) -> str:
    """Give the language of a title for which there are words: its own, else the site's first."""
    return key if key in config.languages else config.languages[0]
