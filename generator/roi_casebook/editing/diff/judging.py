"""A case judged under what a site shares: its configuration, its words, its thresholds."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roi_casebook.appraisal import judge
from roi_casebook.config import SiteConfig, Thresholds
from roi_casebook.editing.diff.facts import Facts, facts_of
from roi_casebook.reading import read_case
from roi_casebook.reading.files.library_folder import surroundings
from roi_casebook.reading.files.site_file import CONFIG_NAME, read_config
from roi_casebook.reading.model.valid_parts import Surroundings
from roi_casebook.shipped.thresholds import thresholds_with_own
from roi_casebook.wording import Wording, wording_for

EVER = date.max
"""The day against which a revision's `checked` is held: none lies in its future."""


@dataclass(frozen=True)
class Judging:
    """What cases are judged with, and the words in which that is told; config: None where it has errors."""

    config: SiteConfig | None
    around: Surroundings
    thresholds: Thresholds
    words: Wording | None

    @classmethod
    def of(cls, site: Path, spoken: Path) -> "Judging":
        """Give that of one site's folder, in the first language of another's. Errors: OSError."""
        read, told = read_config(site), read_config(spoken).config
        around, config = surroundings(read, EVER), read.config
        own = config.thresholds if config else {}
        language = told.languages[0] if told else None
        words = wording_for(language, language, around.vocabulary) if language else None
        return cls(config, around, thresholds_with_own(own), words)

    def facts(self, slug: str, raw: bytes | None) -> Facts | None:
        """Give what is found about a case; None where it is not there, or has errors."""
        if raw is None or self.config is None or self.words is None:
            return None
        case = read_case(raw, f"{slug}.yml", self.around).case
        if case is None:
            return None
        judged = judge(slug, case, self.config, self.around.vocabulary, self.thresholds)
        return facts_of(judged, self.words, self.config)


def same_site(one: Path, other: Path) -> bool:
    """Tell whether two folders have one and the same configuration. Errors: OSError."""
    first, second = (folder / CONFIG_NAME for folder in (one, other))
    return first.is_file() and second.is_file() and first.read_bytes() == second.read_bytes()
