"""Ways through the site that go past single pages."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visits import Visited, follow, visit

SCHEME = "document.documentElement.getAttribute('data-cb-scheme')"
GROUND = "getComputedStyle(document.body).backgroundColor"
WHITE = "rgb(255, 255, 255)"


def test_colours_follow_the_system_without_a_script(browser: Browser, visited: Visited) -> None:
    for scheme in ("light", "dark"):
        with visit(browser, visited, color_scheme=scheme, java_script_enabled=False) as one:
            one.open("index.html")
            one.page.screenshot()
            ground = one.page.evaluate(GROUND)
            assert (ground == WHITE) == (scheme == "light")


def test_a_choice_of_colours_holds_on_other_pages_and_languages(
    browser: Browser, hosted: Visited
) -> None:
    with visit(browser, hosted, color_scheme="light") as one:
        one.open("index.html")
        button = one.page.locator(".cb-scheme")
        name = button.get_attribute("aria-label")
        button.press("Enter")
        button.press("Enter")
        assert one.page.evaluate(SCHEME) == "dark"
        assert button.get_attribute("aria-label") != name
        assert follow(one.page.locator(".cb-language")).endswith("/fr/index.html")
        assert one.page.evaluate(SCHEME) == "dark"
        assert one.page.evaluate(GROUND) != WHITE


def test_a_wrong_address_at_any_depth_shows_our_page_in_both_languages(
    browser: Browser, hosted: Visited
) -> None:
    with visit(browser, hosted) as one:
        one.open("fr/cases/no/such/page.html")
        assert one.page.locator("[lang=fr]").count() > 0
        assert one.page.locator(".cb-header").evaluate("e => getComputedStyle(e).borderBottomStyle")
        foreign = [fault for fault in one.faults if "404" not in fault]
        assert foreign == []
        assert follow(one.page.locator(".cb-brand")) == f"{hosted.address}/index.html"


def test_former_addresses_lead_on(browser: Browser, visited: Visited) -> None:
    moved = [
        path.relative_to(visited.folder).as_posix()
        for path in visited.folder.rglob("*.html")
        if 'http-equiv="refresh"' in path.read_text(encoding="utf-8")
    ]
    with visit(browser, visited) as one:
        for address in moved:
            one.open(address)
            one.page.wait_for_selector(".cb-page")
            assert one.page.url != f"{visited.address}/{address}"


def test_an_address_of_sources_that_moved_to_another_page_leads_on(
    browser: Browser, own: Visited
) -> None:
    second = own.folder / "sources.page-2.html"
    if not second.is_file():
        pytest.skip("all sources stand on one page")
    found = re.search(r'id="(case-[\w-]+?--source-\w+)"', second.read_text(encoding="utf-8"))
    assert found is not None
    with visit(browser, own) as one:
        for name in (found[1], found[1].partition("--")[0]):
            one.open(f"sources.html#{name}")
            one.page.wait_for_url(f"{own.address}/sources.page-2.html#{name}")
            expect(one.page.locator(f"[id='{name}']")).to_be_in_viewport()
