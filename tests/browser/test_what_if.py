"""The figures of a case at the reader's numbers: by mouse, touch and keyboard, at a host and from a folder."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.visits import Visit, Visited, serve, visit

ROOT = Path(__file__).parents[2]
SLUGS = ("ebay-paid-search", "depaul-ihobo")
CASE = "cases/ebay-paid-search.html"
OFFER = "What if? Change the numbers"
LIFT = "What the advertising added to sales"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a built site of two cases."""
    folder, out = tmp_path_factory.mktemp("few"), tmp_path_factory.mktemp("built") / "site"
    (folder / "cases").mkdir()
    for name in ("site_config.yml", *(f"cases/{slug}.yml" for slug in SLUGS)):
        (folder / name).write_bytes((ROOT / name).read_bytes())
    casebook = Path(sys.executable).parent / "casebook"
    subprocess.run([casebook, "build", "--site", folder, "--out", out], check=True)
    return out


@pytest.fixture(scope="module", params=["host", "folder"])
def reached(request: pytest.FixtureRequest, few: Path) -> Iterator[Visited]:
    if request.param == "folder":
        yield Visited(few, few.as_uri())
    else:
        with serve(few) as address:
            yield Visited(few, address)


@pytest.fixture
def visited(browser: Browser, reached: Visited) -> Iterator[Visit]:
    with visit(browser, reached, has_touch=True) as one:
        yield one
        assert one.faults == []


def yours(page: Page, figure: str) -> Locator:
    row = page.locator(".cb-what-if__table tr", has=page.get_by_role("rowheader", name=figure))
    return row.locator(".cb-what-if__yours")


def in_window(part: Locator) -> bool:
    inside: bool = part.evaluate(
        "(e) => { const at = e.getBoundingClientRect(); return at.top >= 0 && at.top < innerHeight && at.width > 0; }"
    )
    return inside


def test_figures_follow_the_readers_numbers_and_lead_back_to_the_case(visited: Visit) -> None:
    page = visited.page
    visited.open(CASE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name=OFFER).click()
    head = page.get_by_role("heading", name="What if?")
    expect(head).to_be_focused()
    assert in_window(head)
    scripts = ["ebay-paid-search-what-if.js"]
    assert [Path(one).name for one in asked if not one.endswith(".svg")] == scripts
    npv = yours(page, "Net present value (NPV)")
    expect(npv).to_have_text("")
    page.get_by_role("spinbutton", name=LIFT).fill("2")
    expect(npv).to_have_text("US$30.2M, or lower")
    expect(page.get_by_text("Your numbers: 1 changed")).to_be_visible()
    expect(page.get_by_text("In the case: 0.44%")).to_be_visible()
    expect(page).to_have_url(re.compile(r"#what-if=sales_lift:0\.02$"))
    page.get_by_role("button", name="Back to the case").click()
    expect(npv).to_have_text("")
    expect(page).to_have_url(re.compile("#what-if$"))
    assert [Path(one).name for one in asked if not one.endswith(".svg")] == scripts


def test_an_address_brings_the_numbers_back(visited: Visit) -> None:
    visited.open(f"{CASE}#what-if=sales_lift:0.02;no_such_number:3")
    expect(yours(visited.page, "Net present value (NPV)")).to_have_text("US$30.2M, or lower")
    expect(visited.page).to_have_url(re.compile(r"#what-if=sales_lift:0\.02$"))


def test_by_keyboard_a_slider_moves_and_escape_leaves(visited: Visit) -> None:
    page = visited.page
    visited.open(CASE)
    page.get_by_role("button", name=OFFER).focus()
    page.keyboard.press("Enter")
    slider = page.get_by_role("slider", name=LIFT)
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("Your numbers: 1 changed")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=OFFER)).to_be_focused()
    expect(page.locator(".cb-what-if")).to_have_count(0)
    assert "#" not in page.url


def test_by_touch_and_on_a_phone_nothing_is_wider_than_the_window(visited: Visit) -> None:
    page = visited.page
    page.set_viewport_size({"width": 360, "height": 740})
    visited.open("fr/cases/depaul-ihobo.html")
    page.locator(".cb-take-away button").tap()
    expect(page.locator(".cb-what-if")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_it_can_be_read_by_everybody(browser: Browser, reached: Visited, colours: str) -> None:
    with visit(browser, reached, color_scheme=colours) as one:
        one.open(f"{CASE}#what-if=sales_lift:0.02")
        expect(one.page.locator(".cb-what-if")).to_be_visible()
        found = Axe().run(one.page, context=".cb-what-if").response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


def test_without_scripts_nothing_is_offered(browser: Browser, reached: Visited) -> None:
    with visit(browser, reached, java_script_enabled=False) as one:
        one.open(CASE)
        expect(one.page.get_by_text(OFFER)).to_have_count(0)
        expect(one.page.locator(".cb-take-away a")).to_be_visible()
