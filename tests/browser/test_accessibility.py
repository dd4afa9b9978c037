"""axe-core on each kind of page, and what it cannot see: the keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from tests.browser.visits import Visited, visit

LEVELS = [
    f"{standard}{level}"
    for standard in ("wcag2", "wcag21", "wcag22")
    for level in ("a", "aa", "aaa")
]
RULES = {"runOnly": {"type": "tag", "values": [*LEVELS, "best-practice"]}}
"""All rules of axe but those that it calls experimental, of whatever level and weight."""


SHORTENED = """for (const all of document.querySelectorAll("main article, main tbody, main ol, main dl"))
  Array.from(all.children).slice(150).forEach((more) => more.remove())"""
"""Of a list of hundreds the first are looked at: the rest is made by the same template."""


def unfold(page: Page) -> None:
    """Open all that is folded in a page's text, so that it is looked at too."""
    folded = "main details:not(.cb-here)"
    page.locator(folded).evaluate_all("all => all.forEach((one) => (one.open = true))")


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360), ("dark", 360)]
)
def test_axe_finds_nothing_at_any_level(
    browser: Browser, hosted: Visited, scheme: str, width: int
) -> None:
    window = {"width": width, "height": 900}
    findings = []
    with visit(browser, hosted, color_scheme=scheme, viewport=window) as one:
        for kind, address in hosted.pages_by_kind().items():
            one.open(address)
            unfold(one.page)
            one.page.evaluate(SHORTENED)
            response = Axe().run(one.page, options=RULES).response
            assert {"color-contrast", "color-contrast-enhanced"} <= {
                rule["id"] for rule in response["passes"]
            }
            for finding in response["violations"]:
                places = [node["html"] for node in finding["nodes"]]
                findings.append((kind, finding["id"], places))
    assert findings == []


def test_the_first_tab_leads_past_the_header(browser: Browser, hosted: Visited) -> None:
    with visit(browser, hosted) as one:
        one.open("index.html")
        one.page.keyboard.press("Tab")
        assert one.page.evaluate("document.activeElement.matches('.md-skip')")
        one.page.keyboard.press("Enter")
        one.page.keyboard.press("Tab")
        assert one.page.evaluate("document.activeElement.closest('header')") is None


def test_whatever_takes_the_focus_shows_it(browser: Browser, hosted: Visited) -> None:
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    with visit(browser, hosted) as one:
        one.open("index.html")
        for _ in range(7):
            one.page.keyboard.press("Tab")
            assert one.page.evaluate(outline) == "solid", one.page.evaluate(
                "document.activeElement.outerHTML"
            )
