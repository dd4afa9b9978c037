"""Marks of charts speak: on hover, on a tap, by the arrow keys; and the charts are whole at any width."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.visits import Visited, serve, visit

PROJECT = Path(__file__).parents[2]
CASES = (
    "de-mail-germany", "depaul-ihobo", "ebay-paid-search", "ibm-enterprise-tagging", "ibm-internal-blogs",
    "inspired-by-iceland", "munich-limux", "quibi", "starbucks-uk-social", "truth-campaign",
)  # fmt: skip
"""Few, with each kind of chart among them: claims that dwarf the rest, losses, ranges, bounds, dates."""
WIDTHS = (360, 1280)
MEASURE = """drawings => drawings.map(svg => ({
  name: svg.closest("figure").className,
  box: {width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height},
  texts: Array.from(svg.querySelectorAll("text"), text => {
    const {x, y, width, height} = text.getBBox();
    return {said: text.textContent, x, y, width, height};
  }),
}))"""
EDGE = 1.0
"""Units of a drawing: how far a letter may lean over the edge, or towards another."""


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visited]:
    """Give a site of some cases, whose pages hold each kind of chart."""
    site = tmp_path_factory.mktemp("few")
    out = site.with_name("few-out")
    (site / "cases").mkdir()
    shutil.copy(PROJECT / "site_config.yml", site)
    for slug in CASES:
        shutil.copy(PROJECT / f"cases/{slug}.yml", site / "cases")
    casebook = Path(sys.executable).parent / "casebook"
    subprocess.run([casebook, "build", "--site", site, "--out", out], check=True)
    with serve(out) as address:
        yield Visited(out, address)


def chart(page: Page, kind: str) -> tuple[Locator, Locator]:
    figure = page.locator(f".cb-chart--{kind}").first
    return figure.locator(".cb-chart__drawing"), figure.locator(".cb-tip")


def test_a_mark_speaks_on_hover_and_is_silent_again(browser: Browser, few: Visited) -> None:
    with visit(browser, few) as seen:
        seen.open("cases/ebay-paid-search.html")
        drawing, tip = chart(seen.page, "bridge")
        drawing.locator("[data-tip]").last.hover()
        expect(tip).to_contain_text("as far as counted")
        expect(tip).to_be_in_viewport(ratio=1)
        seen.page.mouse.move(5, 5)
        expect(tip).to_be_empty()
        assert seen.faults == []


def test_the_arrow_keys_lead_through_a_chart_of_one_stop(browser: Browser, few: Visited) -> None:
    with visit(browser, few) as seen:
        seen.open("cases/ebay-paid-search.html")
        drawing, tip = chart(seen.page, "dotplot")
        drawing.focus()
        first = tip.text_content()
        seen.page.keyboard.press("ArrowRight")
        assert first
        expect(tip).not_to_have_text(first)
        seen.page.keyboard.press("End")
        expect(tip).to_be_in_viewport(ratio=1)
        expect(tip).to_contain_text("of 50: NPV")
        assert drawing.locator("[data-shown]").count() == 1
        seen.page.keyboard.press("Escape")
        expect(tip).to_be_empty()


def test_ways_take_one_stop_and_lead_to_their_case(browser: Browser, few: Visited) -> None:
    with visit(browser, few) as seen:
        seen.open("insights.html")
        drawing, tip = chart(seen.page, "cost-return")
        assert drawing.locator("a").count() > 1
        assert drawing.locator("a[tabindex='0']").count() == 1
        drawing.locator("a[tabindex='0']").focus()
        seen.page.keyboard.press("ArrowRight")
        expect(tip).to_contain_text("lock")
        told = tip.text_content() or ""
        seen.page.keyboard.press("Enter")
        expect(seen.page.locator("h1")).to_contain_text(told.split(":")[0])


def test_the_first_tap_speaks_and_the_second_follows(browser: Browser, few: Visited) -> None:
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
    with visit(browser, few, **phone) as seen:
        seen.open("insights.html")
        drawing, tip = chart(seen.page, "evidence")
        mark = drawing.locator("a").first
        mark.scroll_into_view_if_needed()
        mark.tap()
        expect(tip).to_contain_text("ROI")
        expect(tip).to_be_in_viewport(ratio=1)
        assert seen.page.url.endswith("insights.html")
        mark.tap()
        expect(seen.page).to_have_url(f"{few.address}/{mark_of(few)}")


def mark_of(few: Visited) -> str:
    """Give where the first mark of the chart of evidence leads."""
    html = (few.folder / "insights.html").read_text(encoding="utf-8")
    return html.split("cb-chart--evidence")[1].split('href="')[1].split('"')[0]


def test_the_essentials_of_all_cases_stand_on_one_screen(browser: Browser, few: Visited) -> None:
    """Each with its caveat, without scrolling, on a desk."""
    with visit(browser, few, viewport={"width": 1280, "height": 800}) as seen:
        for address in ("insights.html", "fr/insights.html"):
            seen.open(address)
            panels = seen.page.locator(".cb-panels--dense section")
            assert panels.count() == len(("ways", "missing", "returns", "failing"))
            for panel in panels.all():
                expect(panel.locator("h2")).to_be_in_viewport(ratio=1)
                expect(panel.locator("p.cb-small").last).to_be_in_viewport(ratio=1)


# Labels ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", WIDTHS)
def test_no_label_is_cut_and_no_two_overlap(browser: Browser, few: Visited, width: int) -> None:
    """Measured with the letters that a reader has, in each chart of each page, in both languages."""
    kinds: set[str] = set()
    wrong = []
    with visit(browser, few, viewport={"width": width, "height": 800}) as seen:
        for address in _pages():
            seen.open(address)
            seen.page.evaluate("document.fonts.ready")
            for drawing in seen.page.locator(".cb-chart__drawing").evaluate_all(MEASURE):
                kinds.add(drawing["name"].split("--")[-1])
                wrong += [f"{address}: {drawing['name']}: {one}" for one in _faults(drawing)]
    assert wrong == []
    assert kinds == {
        "bridge", "cash-flow", "claim-life", "cost-return", "dotplot", "evidence", "tornado",
    }  # fmt: skip


def _pages() -> Iterator[str]:
    for root in ("", "fr/"):
        yield from (f"{root}{name}.html" for name in ("insights", "library"))
        yield from (f"{root}cases/{slug}.html" for slug in CASES)


def _faults(drawing: dict[str, Any]) -> Iterator[str]:
    """Tell the texts that lean out of a drawing, and those of which one lies on another."""
    box, texts = drawing["box"], [text for text in drawing["texts"] if text["width"]]
    for number, text in enumerate(texts):
        right, bottom = text["x"] + text["width"], text["y"] + text["height"]
        if text["x"] < -EDGE or right > box["width"] + EDGE or bottom > box["height"] + 2 * EDGE:
            yield f"{text['said']!r} is cut"
        for other in texts[:number]:
            beside = text["x"] + EDGE >= other["x"] + other["width"] or other["x"] + EDGE >= right
            # a box is as high as all letters with their accents and tails may be
            apart = abs(text["y"] - other["y"]) >= text["height"] * 0.8
            if not beside and not apart:
                yield f"{text['said']!r} lies on {other['said']!r}"
