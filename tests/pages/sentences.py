"""Every text that the view of a page holds, those of its drawings too."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from html import unescape
from typing import Any

from markupsafe import Markup

from tests.wording.voices import plain

ADDRESSES = {"id", "anchor", "href", "method", "own", "badge", "number"}
"""Fields that no reader reads."""
OF_A_RANGE = re.compile(r"8 (?:of 10|tirages sur 10)")
DRAWN_TEXT = re.compile(r"<(title|desc|text|tspan|p|li|span)\b[^>]*>([^<]+)<")
"""What a drawing says: its title and description, its labels, its key, what stands below it."""
DRAWN = ".drawn"
"""Where labels of a drawing stand: an axis begins at nothing."""
TOLD_OF_IT = ("title", "desc", "p")
"""What is told of a drawing, not lettered in it."""


def sentences(shown: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Give every text of a view, with the fields that lead to it, those of drawings too."""
    if isinstance(shown, Markup):
        yield from _drawn(shown, place)
    elif isinstance(shown, str):
        yield place, plain(shown)
    elif isinstance(shown, Mapping):
        for name, one in shown.items():
            yield from sentences(one, f"{place}.{name}")
    elif isinstance(shown, list | tuple):
        for one in shown:
            yield from sentences(one, place)
    elif is_dataclass(shown):
        yield from _bounds_of_ranges(shown, place)
        for field in fields(shown):
            if field.name not in ADDRESSES:
                yield from sentences(getattr(shown, field.name), f"{place}.{field.name}")


def _drawn(drawing: str, place: str) -> Iterator[tuple[str, str]]:
    """Give what a drawing says, its labels apart from what is told of it."""
    for tag, text in DRAWN_TEXT.findall(drawing):
        yield (place if tag in TOLD_OF_IT else f"{place}{DRAWN}"), plain(unescape(text))


def _bounds_of_ranges(shown: Any, place: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401 -- a view
    """Give what a view calls a bound in one field and a range of outcomes in another, as one text."""
    bound = getattr(shown, "bound", "")
    beside = (getattr(shown, name, "") for name in ("range", "qualifiers"))
    told = [each for one in beside for each in ((one,) if isinstance(one, str) else one)]
    if bound and any(OF_A_RANGE.search(each) for each in told):
        yield f"{place}.bound", f"{bound} {' '.join(told)}"
