"""Long lists on several pages: the first keeps its address, the others add their number to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.pages.addresses import relative

ROWS = 50
"""As many cases stand on one page of a list."""


@dataclass(frozen=True)
class Turn:
    """A link to one page of a list."""

    text: str
    href: str
    is_here: bool


@dataclass(frozen=True)
class Sheet:
    """One page of a list; turns: to all its pages, none where it is the only one."""

    number: int
    address: str
    rows: tuple[Markup, ...]
    turns: tuple[Turn, ...]


def sheets(address: str, rows: Sequence[Markup]) -> tuple[Sheet, ...]:
    """Part a list into pages; an empty one has a page too."""
    starts = range(0, max(len(rows), 1), ROWS)
    addresses = [nth(address, number) for number in range(1, len(starts) + 1)]
    return tuple(
        Sheet(number, here, tuple(rows[start : start + ROWS]), _turns(here, addresses))
        for number, (here, start) in enumerate(zip(addresses, starts, strict=True), start=1)
    )


def nth(address: str, number: int) -> str:
    """Give the address of a page of a list; no id holds a dot, so it is nobody else's."""
    return address if number == 1 else address.replace(".html", f".page-{number}.html")


def _turns(here: str, addresses: Sequence[str]) -> tuple[Turn, ...]:
    if len(addresses) == 1:
        return ()
    return tuple(
        Turn(str(number), relative(here, there), here == there)
        for number, there in enumerate(addresses, start=1)
    )
