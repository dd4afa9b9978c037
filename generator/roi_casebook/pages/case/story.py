"""What was done and against what it was compared, short; the rest of the story folded below it."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from roi_casebook.pages.case.lines import without_it_view
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.wording import Prose, Written

_END = Markup("</p>")


@dataclass(frozen=True)
class StoryView:
    """A story. first: its first paragraph; rest: all others, None where there are none.

    compared: with what the first benefit or result was that was compared with anything.
    """

    first: Prose
    rest: Prose | None
    compared: Written | None


def story_view(c: CaseInLanguage) -> StoryView | None:
    """Tell the story of a case; None where it has none."""
    if not c.case.story:
        return None
    told = c.wording.texts.prose(c.case.story)
    first, end, rest = told.html.partition(_END)
    return StoryView(
        first=replace(told, html=first + end),
        rest=replace(told, html=rest) if rest.strip() else None,
        compared=next(filter(None, (one.comparator for one in without_it_view(c))), None),
    )
