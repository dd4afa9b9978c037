"""Cases like one: each with the reason why it is offered."""

from collections.abc import Mapping
from dataclasses import dataclass

from roi_casebook.library import Likeness
from roi_casebook.pages.entries import JOINT
from roi_casebook.pages.shelf import Shelf
from roi_casebook.pages.views import Link
from roi_casebook.wording import Wording
from roi_casebook.wording.labels import VocabularyList

_LISTS: Mapping[str, VocabularyList] = {
    "kind": "kinds",
    "sector": "sectors",
    "channels": "channels",
}


@dataclass(frozen=True)
class LikeView:
    """A case like another: its title, whose it is and of when, and what both share."""

    title: Link
    who: str
    shared: str


def like_view(shelf: Shelf, slug: str) -> tuple[LikeView, ...]:
    """Give the cases most like one."""
    return tuple(_view(shelf, likeness) for likeness in shelf.likenesses[slug])


def _view(shelf: Shelf, likeness: Likeness) -> LikeView:
    w, other = shelf.site.wording, shelf.entries[likeness.slug]
    return LikeView(
        title=other.title,
        who=f"{other.organisation}, {other.country}, {other.year}",
        shared=JOINT.join(
            w.t(f"like.{column}", value=_label(w, column, value))
            for column, value in likeness.shared
        ),
    )


def _label(w: Wording, column: str, value: str) -> str:
    if column == "size":
        return w.label("size", value)
    return w.term(_LISTS[column], value).text
