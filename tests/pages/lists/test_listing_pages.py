"""The listings: each value of a facet, its cases and its neighbours; and the page of them all."""

from dataclasses import replace
from itertools import pairwise
from posixpath import dirname, join, normpath

import pytest

from roi_casebook.library.table import counts
from roi_casebook.pages.lists.facets import LISTED, options
from roi_casebook.pages.lists.listing_pages import ROWS, listing_pages
from roi_casebook.pages.parts import anchors
from tests.pages.lists.test_catalogue_page import MANY, SHELF, shelf
from tests.pages.told import LANGUAGES, parsed, text_of

PAGES = {page.address: page for page in listing_pages(SHELF)}
FIRST = {address: page for address, page in PAGES.items() if ".page-" not in address}


def test_every_value_that_cases_have_has_a_listing_and_no_other() -> None:
    expected = {
        anchors.listing(facet.folder, str(value))
        for facet in LISTED
        for value in counts(SHELF.table, facet.column)
    }
    assert set(FIRST) == expected | {"listings.html"}


def test_a_listing_holds_its_cases_in_the_order_of_the_catalogue() -> None:
    tree = parsed(PAGES["sectors/retail.html"].body)
    links = [node.attributes["href"] for node in tree.css(".cb-row__title a")]
    own = [one for one in SHELF.cases if one.case.organisation.sector == "retail"]
    assert links == [f"../cases/{judged.slug}.html" for judged in own]
    assert f"{len(own)} cases" in text_of(PAGES["sectors/retail.html"].body)


def test_a_long_listing_has_several_pages() -> None:
    gains = [judged for judged in MANY if judged.evidence.direction == "positive"] * 3
    long = [replace(judged, slug=f"{judged.slug}-{n}") for n, judged in enumerate(gains)]
    addresses = [page.address for page in listing_pages(shelf(long))]
    several = [address for address in addresses if address.startswith("directions/")]
    assert len(several) == -(-len(long) // ROWS)
    assert several[1] == "directions/positive.page-2.html"


@pytest.mark.parametrize("language", LANGUAGES)
def test_neighbours_follow_the_order_of_labels(language: str) -> None:
    own = shelf(MANY, language)
    pages = {page.address: page for page in listing_pages(own)}
    found = options(LISTED[1], own.table, own.site.wording)
    for before, after in pairwise(found):
        here = anchors.listing("sectors", before.value)
        pager = parsed(pages[here].body).css(".cb-pager a")
        ways = [normpath(join(dirname(here), node.attributes["href"] or "")) for node in pager]
        assert ways[-1] == anchors.listing("sectors", after.value)
        assert pager[-1].text() == after.label.text


def test_all_listings_stand_on_one_page_with_their_counts() -> None:
    tree = parsed(PAGES["listings.html"].body)
    assert [node.attributes["id"] for node in tree.css("h2")] == [one.folder for one in LISTED]
    links = {node.attributes["href"] for node in tree.css("li a")}
    assert links == set(FIRST) - {"listings.html"}
    assert f"{sum(1 for one in MANY if one.case.organisation.sector == 'retail')} cases" in text_of(
        PAGES["listings.html"].body
    )


def test_the_way_to_a_listing_leads_over_the_catalogue() -> None:
    crumbs = [crumb.address for crumb in PAGES["countries/us.html"].crumbs]
    assert crumbs == ["cases/index.html", "listings.html#countries"]


def test_a_listing_says_what_its_term_means_where_that_is_written() -> None:
    kind = next(address for address in FIRST if address.startswith("kinds/internal-community"))
    assert "own people" in text_of(PAGES[kind].body)
