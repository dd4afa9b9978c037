"""Links between the two pages of a case: written as places within one, led on to where each stands."""

import re
from functools import partial

_PLACE = re.compile(r'href="#([^"]*)"')
_ID = re.compile(r' id="([^"]*)"')


def ids_in(html: str) -> frozenset[str]:
    """Give the ids in a part of a page."""
    return frozenset(_ID.findall(html))


def led_on(html: str, away: frozenset[str], there: str) -> str:
    """Lead the links to places that are away, on the page `there`, on to it; all others stay."""
    return _PLACE.sub(partial(_led, away, there), html)


def _led(away: frozenset[str], there: str, link: re.Match[str]) -> str:
    return f'href="{there}#{link[1]}"' if link[1] in away else link[0]
