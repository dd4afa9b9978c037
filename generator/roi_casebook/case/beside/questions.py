"""Questions on which cases disagree: `questions.yml` in the site's folder.

Each names the cases that answer it, and says in one sentence what they disagree on. Why they differ
(horizon, comparator, accounts) is told from the cases themselves, never here.
"""

from typing import Annotated, Literal

from pydantic import Field

from roi_casebook.written.parts import Part, Slug, Terms, Text

LEAST = 2
"""Nobody disagrees alone."""


class Question(Part):
    """One question, asked of several cases. Its id is its place on a page, for ever."""

    question: Text = Field(description="the question, in plain words")
    disagree: Text = Field(description="what its cases disagree on, in one sentence")
    cases: tuple[Slug, ...] = Field(description="the cases that answer it, by slug: two at least")


class Questions(Part):
    """The questions on which cases disagree: `questions.yml`."""

    format: Literal[1] = Field(description="the number of this format")
    questions: Annotated[Terms[Question], Field(min_length=1)] = Field(
        description="the questions, in the order in which they are shown"
    )
