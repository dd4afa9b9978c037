"""The head that stays, and what it must not cover; contents in their order; nothing heard twice."""

import re

import pytest
from playwright.sync_api import Browser, FloatRect, Page, expect

from tests.browser.visits import Visited, visit

CASE = "cases/ebay-paid-search.html"
FRENCH = f"fr/{CASE}"
WIDTHS = (360, 390, 768, 1280, 1920)
STUCK = """() => Array.from(document.querySelectorAll(".cb-header, .cb-here > summary"), (one) =>
  one.getBoundingClientRect()).reduce((most, at) => Math.max(most, at.height && at.bottom), 0)"""
"""How far down the window what stays at its top reaches."""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LONG_TEXT = re.compile(r"[^\"]{60,}")


def scroll(page: Page, height: int) -> None:
    page.evaluate(f"scrollTo({{ top: {height}, behavior: 'instant' }})")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ["index.html", "cases/index.html", CASE, FRENCH])
def test_the_header_stays_and_leaves_the_screen_to_the_page(
    browser: Browser, own: Visited, width: int, address: str
) -> None:
    with visit(browser, own, viewport={"width": width, "height": 844}) as one:
        one.open(address)
        scroll(one.page, 1500)
        for part in (".cb-tabs [aria-current]", ".cb-language", ".cb-search__glass"):
            expect(one.page.locator(part)).to_be_in_viewport(ratio=1)
        assert one.page.evaluate(STUCK) <= 0.12 * 844


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("place", ["claims", "bridge", "figures", "step-by-step"])
def test_a_place_that_is_led_to_is_not_under_the_header(
    browser: Browser, own: Visited, width: int, place: str
) -> None:
    with visit(browser, own, viewport={"width": width, "height": 844}) as one:
        one.open(f"{CASE}#{place}")
        heading = one.page.locator(f"#{place}")
        expect(heading).to_be_in_viewport(ratio=1)
        top = heading.bounding_box()
        assert top is not None
        assert one.page.evaluate(STUCK) <= top["y"] <= 844 / 2


@pytest.mark.parametrize("width", [390, 1280])
def test_the_language_changes_in_mid_page_to_the_section_in_sight(
    browser: Browser, own: Visited, width: int
) -> None:
    with visit(browser, own, viewport={"width": width, "height": 844}) as one:
        one.open(CASE)
        at = one.page.locator("#claims").evaluate("e => e.getBoundingClientRect().top + scrollY")
        scroll(one.page, int(at) - 150)
        one.page.locator(".cb-language").click()
        one.page.wait_for_url(f"{own.address}/{FRENCH}#claims")
        expect(one.page.locator("#claims")).to_be_in_viewport(ratio=1)


def test_the_language_of_a_place_left_behind_is_that_of_the_section_in_sight(
    browser: Browser, own: Visited
) -> None:
    with visit(browser, own) as one:
        one.open(f"{CASE}#bridge")
        at = one.page.locator("#claims").evaluate("e => e.getBoundingClientRect().top + scrollY")
        scroll(one.page, int(at) - 150)
        one.page.locator(".cb-language").click()
        one.page.wait_for_url(f"{own.address}/{FRENCH}#claims")


def test_the_language_changes_at_the_top_to_the_top(browser: Browser, own: Visited) -> None:
    with visit(browser, own) as one:
        one.open(CASE)
        one.page.locator(".cb-language").click()
        one.page.wait_for_url(f"{own.address}/{FRENCH}")


# Room ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", range(720, 1030, 20))
def test_home_does_not_scroll_sideways(browser: Browser, own: Visited, width: int) -> None:
    with visit(browser, own, viewport={"width": width, "height": 844}) as one:
        for address in ("index.html", "fr/index.html"):
            one.open(address)
            assert one.page.evaluate(SIDEWAYS) <= 0, address


@pytest.mark.parametrize(("width", "size"), [(1280, 250), (1100, 250), (640, 125), (1280, 125)])
@pytest.mark.parametrize("address", ["index.html", "fr/index.html"])
def test_the_search_says_what_it_is_for_and_nothing_lies_over_it(
    browser: Browser, own: Visited, width: int, size: int, address: str
) -> None:
    with visit(browser, own, viewport={"width": width, "height": 800}) as one:
        one.open(address)
        one.page.evaluate(f"document.documentElement.style.fontSize = '{size}%'")
        key, box = one.page.locator(".cb-search__key"), one.page.locator(".cb-search__input")
        room = box.evaluate(
            "e => e.getBoundingClientRect().right - parseFloat(getComputedStyle(e).paddingRight)"
        )
        if key.is_visible():
            at = key.bounding_box()
            assert at is not None
            assert at["x"] >= room


def test_a_picture_of_the_whole_catalogue_shows_its_last_row(
    browser: Browser, own: Visited
) -> None:
    with visit(browser, own, viewport={"width": 1280, "height": 800}) as one:
        one.open("cases/index.html")
        row = one.page.locator(".cb-row").last
        at = row.evaluate(
            "e => { const r = e.getBoundingClientRect(); return [r.left, r.top + scrollY, r.width, r.height]; }"
        )
        left, top, width, height = at
        clip = FloatRect(x=left, y=top, width=width, height=height)
        white = one.page.screenshot(clip={"x": 0, "y": 0, "width": 4, "height": 4})
        assert len(one.page.screenshot(full_page=True, clip=clip)) > 20 * len(white)


# Ears ----------------------------------------------------------------------------------------------


def test_the_contents_come_after_the_heading(browser: Browser, hosted: Visited) -> None:
    first = """() => { const h1 = document.querySelector("h1");
      return Array.from(document.querySelectorAll(".cb-contents a, .cb-here a"))
        .every((link) => h1.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING); }"""
    with visit(browser, hosted) as one:
        for address in hosted.pages_by_kind().values():
            one.open(address)
            assert one.page.evaluate(first), address


@pytest.mark.parametrize("address", [CASE, "cases/depaul-ihobo.html", FRENCH])
def test_a_chart_is_told_once_and_no_definition_is_empty(
    browser: Browser, own: Visited, address: str
) -> None:
    with visit(browser, own) as one:
        one.open(address)
        one.page.locator("main details").evaluate_all("all => all.forEach((e) => (e.open = true))")
        charts = one.page.locator(".cb-chart")
        assert charts.count()
        for chart in charts.all():
            heard = LONG_TEXT.findall(chart.aria_snapshot())
            assert len(heard) == len(set(heard)), heard
        heard = one.page.locator("main article").aria_snapshot().splitlines()
        assert [line for line in heard if line.strip() in {"- definition", "- term"}] == []
