"""The life of a claim: who told it first and who repeated it, on one axis of time, a row a telling.

A mark reaches over all days on which its telling may have appeared: a date known to the year takes
that year. What repeats is led to from the day of the telling that it repeats.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from markupsafe import Markup

from roi_casebook.charts.axes import across, axis_height
from roi_casebook.charts.frame import About, Drawing, Layout, framed
from roi_casebook.charts.keys import Key
from roi_casebook.charts.rows import Row, laid_out, row_texts
from roi_casebook.charts.scale import MOST_STEPS, Axis, Scale, Tick
from roi_casebook.charts.svg import Box, bar, joined, line, polygon, words

THICK = 10.0
NARROWEST = 7.0
"""How wide a mark is at least: that of a single day too is seen."""
NECK = 5.0


@dataclass(frozen=True)
class Telling:
    """One who tells a claim.

    name: who, and what is said; when: the date as it is written; first, last: the earliest and the
    latest day that it can mean, None where it is unknown; repeats: which of the tellings before
    it, None for the first.
    """

    name: str
    when: str
    first: date | None
    last: date | None
    repeats: int | None = None


@dataclass(frozen=True)
class ClaimLife:
    """Tellings in the order of the chain, at least one of them with a date.

    origin, repeated, undated: the words of the key.
    """

    about: About
    tellings: tuple[Telling, ...]
    origin: str = ""
    repeated: str = ""
    undated: str = ""


def claim_life_chart(life: ClaimLife) -> Markup:
    """Draw the life of a claim. The page gives the same as a list beside it."""
    keys = (
        Key("solid", life.origin),
        Key(
            "hollow", life.repeated if any(one.repeats is not None for one in life.tellings) else ""
        ),
        Key("unknown", life.undated if any(one.first is None for one in life.tellings) else ""),
    )
    return framed("claim-life", life.about, lambda layout: _drawn(life, layout), keys)


def _drawn(life: ClaimLife, layout: Layout) -> Drawing:
    names, dates = zip(*((one.name, one.when) for one in life.tellings), strict=True)
    rows = laid_out(layout, names, dates, [1] * len(names), top=4)
    scale = Scale(years_axis(_days(life.tellings)), rows.left, rows.right)
    boxes = [_box(scale, row, one) for row, one in zip(rows.rows, life.tellings, strict=True)]
    parts = [across(layout, scale, [row.band for row in rows.rows], rows.bottom)]
    for row, one, box in zip(rows.rows, life.tellings, boxes, strict=True):
        before = None if one.repeats is None else boxes[one.repeats]
        parts += [_way(row, before, box), _mark(layout, row, one, box), row_texts(layout, row)]
    return Drawing(rows.bottom + axis_height(layout, scale) + 4, joined(parts))


def _days(tellings: Sequence[Telling]) -> list[date]:
    return [day for one in tellings for day in (one.first, one.last) if day is not None]


def years_axis(days: Sequence[date]) -> Axis:
    """Give an axis of whole years that holds all days, a number on it the ordinal of a day."""
    first, last = min(days).year, max(days).year + 1
    step = ceil((last - first) / MOST_STEPS)
    years = range(first, last + step, step)
    return Axis(tuple(Tick(date(year, 1, 1).toordinal(), str(year)) for year in years))


def _box(scale: Scale, row: Row, one: Telling) -> Box | None:
    """Give the mark of a telling; None where its date is unknown."""
    if one.first is None or one.last is None:
        return None
    start, end = scale(one.first.toordinal()), scale(one.last.toordinal())
    wide = max(end - start, NARROWEST)
    left = min(start, scale.end - wide)
    return Box(left, row.middle - THICK / 2, wide, THICK)


def _mark(layout: Layout, row: Row, one: Telling, box: Box | None) -> Markup:
    if box is None:
        place = (NARROWEST, row.middle + layout.text * 0.36)
        return words("?", place, "figure", "middle")
    return bar(box, "solid" if one.repeats is None else "hollow", "")


def _way(row: Row, before: Box | None, box: Box | None) -> Markup:
    """Lead from the day of what is repeated to the mark, where that lies clear of it."""
    if before is None or box is None or before.x + NECK * 3 > box.x:
        return Markup()
    tip = box.x - 1
    shaft = line((before.x, row.middle), (tip - NECK, row.middle), "arrow")
    neck = ((tip - NECK, row.middle - 3.5), (tip - NECK, row.middle + 3.5))
    return shaft + polygon(((tip, row.middle), *neck), "head")
