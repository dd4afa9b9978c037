"""What a page of a case weighs: bytes as they are sent, and elements."""

import gzip
from pathlib import Path
from statistics import median

from selectolax.lexbor import LexborHTMLParser

from tests.browser.visits import Visited

MOST_BYTES = 22 * 1024
MOST_ELEMENTS = 2000
MOST_IN_THE_MEDIAN = 15 * 1024
OLDEST = (
    "depaul-ihobo", "foiled-cupcakes", "ibm-enterprise-tagging", "ibm-internal-blogs",
    "need-a-cake", "ebay-paid-search", "pepsi-refresh", "starbucks-uk-social",
    "inspired-by-iceland", "nextdoor", "pinterest-bizrate", "river-pools",
)  # fmt: skip
"""The first twelve cases of the library."""


def pages_of_cases(site: Visited) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for folder in (site.folder / "cases", site.folder / "fr" / "cases"):
        for path in sorted(folder.glob("*.html")):
            html = path.read_bytes()
            if b"cb-page--case" in html:
                found[_name(site, path)] = html
    return found


def _name(site: Visited, path: Path) -> str:
    return path.relative_to(site.folder).as_posix()


def sent(html: bytes) -> int:
    return len(gzip.compress(html, 9))


def test_no_page_of_a_case_is_heavy(own: Visited) -> None:
    pages = pages_of_cases(own)
    assert len(pages) >= 2 * len(OLDEST)
    heavy = {name: sent(html) for name, html in pages.items() if sent(html) > MOST_BYTES}
    assert heavy == {}
    counts = {name: len(LexborHTMLParser(html).css("*")) for name, html in pages.items()}
    assert {name: count for name, count in counts.items() if count > MOST_ELEMENTS} == {}


def test_the_twelve_oldest_cases_are_light_in_the_median(own: Visited) -> None:
    pages = pages_of_cases(own)
    weights = [sent(pages[f"cases/{slug}.html"]) for slug in OLDEST]
    assert median(weights) <= MOST_IN_THE_MEDIAN
