"""What holds of every page, at a host and from a folder, in both languages."""

import pytest
from playwright.sync_api import Browser

from tests.browser.visits import Visited, follow, visit

WIDER_THAN_WINDOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_nothing_fails_and_nothing_comes_from_another_host(
    browser: Browser, visited: Visited
) -> None:
    with visit(browser, visited) as one:
        for address in visited.pages():
            one.open(address)
            one.page.wait_for_function("document.fonts.status === 'loaded'")
        assert one.faults == []


def test_pages_read_without_scripts(browser: Browser, visited: Visited) -> None:
    with visit(browser, visited, java_script_enabled=False) as one:
        for address in visited.pages():
            one.open(address)
            assert one.page.locator("h1").is_visible(), address
            assert one.page.locator("main article > *").count() > 1, address
            assert one.page.locator(".cb-tabs a").first.is_visible(), address
            assert one.page.locator(".cb-scheme").is_hidden(), address


@pytest.mark.parametrize("width", [360, 320])
def test_no_page_is_wider_than_a_phone(browser: Browser, hosted: Visited, width: int) -> None:
    with visit(browser, hosted, viewport={"width": width, "height": 740}) as one:
        for address in hosted.pages():
            one.open(address)
            assert one.page.evaluate(WIDER_THAN_WINDOW) <= 0, address


@pytest.mark.parametrize("width", [1280, 640])
def test_text_may_be_twice_as_large(browser: Browser, hosted: Visited, width: int) -> None:
    with visit(browser, hosted, viewport={"width": width, "height": 900}) as one:
        for address in hosted.pages_by_kind().values():
            one.open(address)
            one.page.evaluate("document.documentElement.style.fontSize = '250%'")
            assert one.page.evaluate(WIDER_THAN_WINDOW) <= 0, address


def test_the_language_link_leads_to_the_same_page_and_back(
    browser: Browser, visited: Visited
) -> None:
    with visit(browser, visited) as one:
        for address in visited.pages_by_kind().values():
            one.open(address)
            before = one.page.evaluate("document.documentElement.lang")
            follow(one.page.locator(".cb-language"))
            assert one.page.evaluate("document.documentElement.lang") != before
            back = follow(one.page.locator(".cb-language"))
            assert back.partition("#")[0] == f"{visited.address}/{address}"


def test_printed_pages_are_light_without_chrome_and_say_their_address(
    browser: Browser, hosted: Visited
) -> None:
    with visit(browser, hosted, color_scheme="dark") as one:
        one.page.emulate_media(media="print")
        for address in hosted.pages_by_kind().values():
            one.open(address)
            assert one.page.locator(".cb-header").is_hidden(), address
            assert one.page.locator(".cb-footer__address").is_visible(), address
            ground = one.page.evaluate("getComputedStyle(document.body).backgroundColor")
            assert ground == "rgb(255, 255, 255)", address
