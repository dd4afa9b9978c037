"""What speaks of a site's cases beside them: its guide, its questions, its reviews; and their edition."""

from dataclasses import dataclass

from roi_casebook.case.beside.editions import Edition
from roi_casebook.case.beside.guide import Guide
from roi_casebook.case.beside.questions import Questions
from roi_casebook.case.beside.reviews import Review, Reviews


@dataclass(frozen=True)
class Beside:
    """The files beside the cases; None where there is none, or it has errors.

    edition: of the site, once it is known.
    """

    guide: Guide | None = None
    questions: Questions | None = None
    reviews: Reviews | None = None
    edition: Edition | None = None

    def review(self, slug: str) -> Review | None:
        """Give the latest review of a case, where there is one."""
        return self.reviews.reviews.get(slug) if self.reviews else None


NOTHING_BESIDE = Beside()
