"""A reading guide: points in plain words, each of which leads to the cases that show it.

It is `guide.yml` in the site's folder. Its texts are prose as in a case; a link may lead to a case,
to a page of the site or to a source of the guide: `[words](case:need-a-cake#soft)`,
`[words](page:method)`, `[words](source:article)`. What does not exist is refused.
"""

import re
from typing import Annotated, Literal

from pydantic import Field

from roi_casebook.case.sources import Source
from roi_casebook.written.parts import Id, Part, Slugs, Table, Terms, Text
from roi_casebook.written.scalars import Line

PAGES = ("home", "cases", "method", "sources")
"""The pages that a link of the guide may name."""

LEADS = re.compile(r"\]\((case|page|source):([^)#]*)(#[^)]*)?\)")
"""A link of the guide: what it leads to, the name of that, and a place on the page."""


class GuideQuote(Part):
    """A short quotation, left in its language."""

    words: Line = Field(description="the words of the source, in its language, without quotes")
    source: Id = Field(description="which source of the guide they stand in")
    meaning: Text | None = Field(
        None, description="what they say, for readers of the other languages"
    )


class Point(Part):
    """One point of the guide. Its id is its place on the page in every language, for ever."""

    title: Text = Field(description="the point in a few words: a heading")
    quotes: Table[GuideQuote] = Field({}, description="what it answers, in the words of others")
    text: Text = Field(description="two to four short paragraphs of Markdown")
    here: Text = Field(description="what this site does about it")
    cases: Annotated[Slugs[Text], Field(min_length=1)] = Field(
        description="the cases that show it, by slug: what each shows, in one sentence"
    )


class Guide(Part):
    """A reading guide: `guide.yml`."""

    format: Literal[1] = Field(description="the number of this format")
    title: Text = Field(description="its title")
    description: Text = Field(description="what it is, in one sentence, for search engines")
    lead: Text = Field(description="how to read it: a paragraph or two of Markdown")
    points: Annotated[Terms[Point], Field(min_length=1)] = Field(description="its points, in order")
    sources: Table[Source] = Field({}, description="what its numbers and quotations come from")
