"""A table as a view: columns, and rows of cells. One macro of `parts.html` prints them all."""

from dataclasses import dataclass
from typing import Literal

from roi_casebook.pages.parts.links import Link
from roi_casebook.wording import Written

Small = str | Written | tuple[Link, ...]
"""A small line below what a cell says: a text, or links."""


@dataclass(frozen=True)
class Column:
    """A column, by its name; kind: of what stands in it."""

    name: str
    kind: Literal["", "number", "small"] = ""


@dataclass(frozen=True)
class Cell:
    """What stands in a cell that is more than a plain text: a text, what an editor wrote, or a link.

    kind: whether the text is a reason for there being no value, or stands out; beside, side: behind
    it, or ""; lines: plain ones below it; below: small ones below these.
    """

    text: str = ""
    kind: Literal["", "reason", "strong"] = ""
    written: Written | None = None
    link: Link | None = None
    beside: str = ""
    side: str = ""
    lines: tuple[str, ...] = ()
    below: tuple[Small, ...] = ()


@dataclass(frozen=True)
class TableRow:
    """A row: what it is of, then a cell for each column but the first. id, kind: "" for none."""

    head: str | Cell
    cells: tuple[str | Cell, ...]
    id: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Table:
    """A table; label: for who does not see it; id, caption: "" for none.

    is_stacked: on narrow screens each cell stands on a line of its own, with the name of its column.
    """

    label: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    id: str = ""
    caption: str = ""
    is_stacked: bool = True


def number_columns(name: str, *numbers: str) -> tuple[Column, ...]:
    """Give the columns of a table of numbers: what each row is of, then those."""
    return (Column(name), *(Column(one, "number") for one in numbers))


def small(*lines: Small) -> tuple[Small, ...]:
    """Give the small lines that say something."""
    return tuple(one for one in lines if one)
