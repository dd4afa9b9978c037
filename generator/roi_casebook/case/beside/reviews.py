"""Reviews of cases by somebody who did not write them: `reviews.yml` in the site's folder.

A review holds a case against its sources; it names nobody. It lifts no lock: what lifts one is a
check by a named person, and stands in the case (`people.checked`).
"""

from typing import Annotated, Literal

from pydantic import Field

from roi_casebook.written.parts import Part, Slugs, Text
from roi_casebook.written.scalars import Day


class Review(Part):
    """The latest review of a case."""

    on: Day = Field(description="the day, 2026-11-22")
    checked: Text = Field(description="what was held against what")
    found: Text | None = Field(None, description="what was found wrong, and is mended")


class Reviews(Part):
    """The reviews of a site's cases: `reviews.yml`."""

    format: Literal[1] = Field(description="the number of this format")
    reviews: Annotated[Slugs[Review], Field(min_length=1)] = Field(
        description="the latest review of each case, by its slug"
    )
