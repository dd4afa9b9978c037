"""What the pages of a whole site share: its words in one language, configuration, cases, guide."""

from collections.abc import Sequence
from dataclasses import dataclass

from roi_casebook.appraisal import CaseJudgement
from roi_casebook.case.guide import Guide
from roi_casebook.config import SiteConfig, Thresholds
from roi_casebook.pages.rendering import Templates
from roi_casebook.reading.thresholds import shipped_thresholds, thresholds_with_own
from roi_casebook.wording import Wording


@dataclass(frozen=True)
class SiteTelling:
    """A site told in one language. cases: all that are not drafts, withdrawn ones too."""

    wording: Wording
    config: SiteConfig
    cases: Sequence[CaseJudgement]
    templates: Templates
    guide: Guide | None = None

    @property
    def shipped(self) -> Thresholds:
        """The thresholds as they ship."""
        return shipped_thresholds()

    @property
    def thresholds(self) -> Thresholds:
        """The thresholds in force: those shipped, with the site's own values."""
        return thresholds_with_own(self.config.thresholds)

    def alternates(self, address: str) -> dict[str, str]:
        """Give the address of a page that every language has."""
        return dict.fromkeys(self.config.languages, address)
