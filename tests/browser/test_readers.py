"""A case as its readers use it: in the other language, on a phone, in the dark, on paper, without scripts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.visits import Visited, follow, visit

CASES = ("cases/ibm-enterprise-tagging.html", "cases/depaul-ihobo.html")
FRENCH = tuple(f"fr/{address}" for address in CASES)
PHONE = {"width": 360, "height": 740}
GROUND = "e => getComputedStyle(e).backgroundColor"
WIDER_THAN_WINDOW = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
SOURCES = ".cb-source a[href^='http']"


@pytest.fixture(scope="module", params=["host", "folder"])
def site(request: pytest.FixtureRequest, own: Visited) -> Visited:
    """Give the site as readers reach it."""
    return own if request.param == "host" else Visited(own.folder, own.folder.as_uri())


@pytest.fixture
def unscripted(browser: Browser, site: Visited) -> Iterator[Page]:
    with visit(browser, site, java_script_enabled=False) as one:
        one.open(CASES[1])
        yield one.page


# The other language ------------------------------------------------------------------------------


@pytest.mark.parametrize("section", ["step-by-step", "claims", "soft", "line-build"])
def test_the_language_changes_and_the_place_stays(
    browser: Browser, site: Visited, section: str
) -> None:
    with visit(browser, site) as one:
        one.open(f"{CASES[0]}#{section}")
        one.page.locator(".cb-language").press("Enter")
        one.page.wait_for_url(f"{site.address}/{FRENCH[0]}#{section}")
        expect(one.page.locator(f"#{section}")).to_be_in_viewport()
        assert one.page.evaluate("document.documentElement.lang") == "fr"
        one.page.locator(".cb-language").press("Enter")
        one.page.wait_for_url(f"{site.address}/{CASES[0]}#{section}")


def test_the_language_follows_the_way_through_the_page(browser: Browser, own: Visited) -> None:
    with visit(browser, own) as one:
        one.open(CASES[0])
        language = one.page.locator(".cb-language")
        plain = language.get_attribute("href") or ""
        one.page.locator(".cb-contents a[href='#claims']").click()
        expect(language).to_have_attribute("href", re.compile("#claims$"))
        one.page.go_back()
        expect(language).to_have_attribute("href", re.compile(f"{plain.lstrip('./')}$"))


# The contents of the page, on narrow screens -------------------------------------------------------


def test_a_phone_has_the_contents_at_hand_and_folds_them_upon_choice(
    browser: Browser, site: Visited
) -> None:
    with visit(browser, site, viewport=PHONE, has_touch=True) as one:
        one.open(CASES[0])
        here = one.page.locator("details.cb-here")
        one.page.mouse.wheel(0, 4000)
        here.locator("summary").click()
        link = here.locator("a[href='#figures']")
        expect(link).to_be_in_viewport()
        link.click()
        expect(here).not_to_have_attribute("open", "")
        expect(one.page.locator("#figures")).to_be_in_viewport()
        expect(one.page.locator("#figure-pv_costs")).to_be_visible()
        here.locator("summary").click()
        one.page.keyboard.press("Escape")
        expect(here).not_to_have_attribute("open", "")


def test_the_contents_are_folded_or_beside_the_page_never_both(
    browser: Browser, own: Visited
) -> None:
    for width, is_narrow in ((360, True), (900, True), (1280, False)):
        with visit(browser, own, viewport={"width": width, "height": 740}) as one:
            one.open(CASES[0])
            assert one.page.locator(".cb-here").is_visible() == is_narrow
            assert one.page.locator(".cb-contents").is_visible() != is_narrow


def test_the_contents_unfold_without_scripts(browser: Browser, site: Visited) -> None:
    with visit(browser, site, viewport=PHONE, java_script_enabled=False) as one:
        one.open(CASES[0])
        one.page.locator(".cb-here > summary").click()
        follow(one.page.locator(".cb-here a[href='#figures']"))
        expect(one.page.locator("#figures")).to_be_in_viewport()
        expect(one.page.locator("#figure-pv_costs")).to_be_visible()


# Phone, dark -------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [*CASES, *FRENCH])
def test_a_phone_shows_what_leads_before_all_else(
    browser: Browser, own: Visited, address: str
) -> None:
    with visit(browser, own, viewport=PHONE, has_touch=True, is_mobile=True) as one:
        one.open(address)
        assert not one.page.evaluate(WIDER_THAN_WINDOW)
        order = [
            ".cb-finding",
            ".cb-interest",
            ".cb-strip",
            ".cb-basis",
            "#figures",
            "#step-by-step",
        ]
        tops = [one.page.locator(place).first.bounding_box() for place in order]
        heights = [top["y"] for top in tops if top is not None]
        assert len(heights) == len(order)
        assert heights == sorted(heights)


def test_a_finger_reaches_a_number(browser: Browser, own: Visited) -> None:
    """A press 10 pixels beside the middle of a number still opens its note."""
    with visit(browser, own, viewport=PHONE, has_touch=True, is_mobile=True) as one:
        one.open(FRENCH[0])
        number = one.page.locator(".cb-strip a.cb-note").first
        number.scroll_into_view_if_needed()
        at = number.bounding_box()
        assert at is not None
        one.page.touchscreen.tap(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2 + 10)
        expect(one.page.get_by_role("dialog")).to_be_visible()


def test_an_open_note_is_dark_in_the_dark(browser: Browser, own: Visited) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        with visit(browser, own, color_scheme=scheme) as one:
            one.open(CASES[0])
            one.page.locator(".cb-strip a.cb-note").first.click()
            grounds.append(one.page.locator(".cb-panel").evaluate(GROUND))
            assert grounds[-1] == one.page.locator("body").evaluate(GROUND)
    assert len(set(grounds)) == 2


LONG = (
    "ebay-paid-search", "depaul-ihobo", "ibm-enterprise-tagging", "need-a-cake",
    "inspired-by-iceland",
)  # fmt: skip
SCREENS = ((1280, 800, 8), (390, 844, 10))
HEIGHT = "document.documentElement.scrollHeight"


@pytest.mark.parametrize(("width", "height", "most"), SCREENS)
def test_a_case_is_a_few_screens_with_what_is_folded_folded(
    browser: Browser, own: Visited, width: int, height: int, most: int
) -> None:
    """Of those that readers know, and of the heaviest of the library."""
    with visit(browser, own, viewport={"width": width, "height": height}) as one:
        for slug in (*LONG, *heaviest(own)):
            one.open(f"cases/{slug}.html")
            assert one.page.evaluate(HEIGHT) <= most * height, slug


def heaviest(site: Visited) -> list[str]:
    """Give the cases with the longest pages."""
    cases = [
        one
        for one in (site.folder / "cases").glob("*.html")
        if "cb-page--case" in one.read_text("utf-8")
    ]
    return [one.stem for one in sorted(cases, key=lambda one: -one.stat().st_size)[:6]]


@pytest.mark.parametrize(
    "address", ["cases/ibm-internal-blogs.html", "cases/ebay-paid-search.html"]
)
def test_the_verdict_on_what_is_claimed_stands_on_the_first_screen(
    browser: Browser, own: Visited, address: str
) -> None:
    with visit(browser, own, viewport={"width": 1280, "height": 800}) as one:
        one.open(address)
        verdict = one.page.locator(".cb-first-verdict")
        at = verdict.bounding_box()
        assert at is not None
        assert at["y"] + at["height"] <= 800
        expect(verdict.locator(".cb-verdict")).to_be_in_viewport()


NEVER_FOLDED = (
    ".cb-first-verdict",
    "article > .cb-strip .cb-strip__bound",
    "article > .cb-strip .cb-strip__loss",
    "article > .cb-basis > li",
)
"""The verdict, the side of a figure, a loss, the basis."""


@pytest.mark.parametrize("slug", [*LONG, "ibm-internal-blogs"])
@pytest.mark.parametrize("language", ["", "fr/"])
def test_a_phone_shows_the_finding_and_the_verdict_on_its_first_screen(
    browser: Browser, own: Visited, slug: str, language: str
) -> None:
    window = {"width": 390, "height": 844}
    with visit(browser, own, viewport=window, has_touch=True, is_mobile=True) as one:
        one.open(f"{language}cases/{slug}.html")
        verdict = one.page.locator(".cb-first-verdict")
        for place in (one.page.locator(".cb-finding"), verdict.locator(".cb-verdict, a")):
            for seen in place.all():
                expect(seen).to_be_in_viewport(ratio=1)
        if verdict.locator(".cb-verdict--impossible").count():
            expect(verdict).to_be_in_viewport(ratio=1)
        for part in NEVER_FOLDED:
            for shown in one.page.locator(part).all():
                assert shown.evaluate("e => e.closest('details') === null"), part
                assert shown.is_visible(), part


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_charts_fit_and_no_text_of_one_lies_on_another(
    browser: Browser, own: Visited, width: int
) -> None:
    with visit(browser, own, viewport={"width": width, "height": 800}) as one:
        one.open("cases/ebay-paid-search.html")
        one.page.evaluate("document.querySelectorAll('main .cb-more').forEach(e => e.open = true)")
        for chart in one.page.locator(".cb-chart__drawing").all():
            assert chart.evaluate(TOUCHING) == []
            assert chart.evaluate("e => e.getBoundingClientRect().right <= innerWidth")


TOUCHING = """e => {
  const all = Array.from(e.querySelectorAll("text"), (text) => [text.textContent, text.getBoundingClientRect()]);
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  return all.flatMap(([said, a], k) => all.slice(k + 1).filter(([, b]) => over(a, b)).map(([other]) => said + " | " + other));
}"""


# Paper -------------------------------------------------------------------------------------------


def ids(page: Page, selector: str) -> list[str]:
    found: list[str] = page.locator(selector).evaluate_all("all => all.map(one => one.id)")
    return found


@pytest.mark.parametrize("address", [*CASES, FRENCH[1]])
def test_paper_holds_all_notes_inputs_and_addresses(
    browser: Browser, own: Visited, address: str
) -> None:
    with visit(browser, own) as one:
        page = one.page
        one.open(address)
        sources = page.locator(SOURCES).evaluate_all("all => all.map(one => one.href)")
        page.emulate_media(media="print")
        for source in page.locator(SOURCES).all():
            assert source.is_visible()
            assert source.inner_text() == source.get_attribute("href")
        leads_to = re.findall(rb"/URI \(((?:\\.|[^)\\])*)\)", page.pdf())
        working = address.replace(".html", "-working.html")
        one.open(working)
        notes, inputs = ids(page, ".cb-notes > li"), ids(page, "tr[data-cb-note]")
        assert notes
        assert inputs
        assert sources
        for name in [*notes, *inputs]:
            assert page.locator(f"[id='{name}']").is_visible(), name
        printed = page.pdf()
    assert {one.replace(b"\\", b"").decode() for one in leads_to} >= set(sources)
    laid_out = {one.decode() for one in re.findall(rb"/([\w-]+) \[\d+ 0 R\s*/XYZ", printed)}
    linked = {name for name in notes if f'href="#{name}"' in html(own, working)}
    assert laid_out >= linked


@pytest.mark.parametrize("address", [*CASES, FRENCH[1]])
def test_paper_has_a_brief_and_then_an_appendix_on_a_page_of_its_own(
    browser: Browser, own: Visited, address: str
) -> None:
    with visit(browser, own) as one:
        one.open(address)
        one.page.emulate_media(media="print")
        appendix = one.page.locator(".cb-appendix")
        assert appendix.evaluate("e => getComputedStyle(e).breakBefore") == "page"
        first = one.page.locator("main .cb-finding, main h2").evaluate_all(
            "all => all[0].className"
        )
        assert first == "cb-finding"
        before = "e => Array.from(e.parentElement.querySelectorAll('h2')).filter(h => e.compareDocumentPosition(h) & 2).map(h => h.id)"
        brief = appendix.evaluate(before)
        assert {"evidence", "claims", "soft", "sources"} <= set(brief)
        assert {"figures", "cash-flow", "about"}.isdisjoint(brief)


def html(site: Visited, address: str) -> str:
    return (site.folder / address).read_text(encoding="utf-8")


def test_paper_has_no_chrome_and_says_where_it_comes_from(browser: Browser, own: Visited) -> None:
    with visit(browser, own, color_scheme="dark") as one:
        one.open(CASES[0])
        one.page.locator(".cb-strip a.cb-note").first.click()
        one.page.emulate_media(media="print")
        for hidden in (".cb-header", ".cb-contents", ".cb-panel", ".cb-search"):
            expect(one.page.locator(hidden)).to_be_hidden()
        expect(one.page.locator(".cb-footer__address")).to_contain_text(CASES[0])
        expect(one.page.locator(".cb-footer__edition")).to_be_visible()


# Without scripts ---------------------------------------------------------------------------------


def test_without_scripts_each_part_reads(unscripted: Page) -> None:
    while (folded := unscripted.locator("main details:not([open]) > summary:visible")).count():
        folded.first.click()
    for place in ("main h2", ".cb-strip", "#figure-pv_costs", ".cb-source"):
        for one in unscripted.locator(place).all():
            assert one.is_visible(), one.text_content()
    assert unscripted.get_by_role("dialog").count() == 0


def test_without_scripts_links_lead_from_figure_to_note_to_input_to_source(
    unscripted: Page,
) -> None:
    follow(unscripted.locator(".cb-strip a.cb-note").first)
    expect(named(unscripted).locator(".cb-rests q").first).to_be_visible()
    follow(named(unscripted).locator("a[href*='#source-']").first)
    expect(named(unscripted)).to_be_in_viewport()


def named(page: Page) -> Locator:
    """Give what the address names."""
    return page.locator(f"[id='{page.url.partition('#')[2]}']")


def test_a_page_says_the_same_without_scripts(browser: Browser, site: Visited) -> None:
    said = []
    for scripts in (True, False):
        with visit(browser, site, java_script_enabled=scripts) as one:
            one.open(CASES[0])
            offered = one.page.locator("main .cb-what-if__button")  # what only a script can do
            offered.evaluate_all("all => all.forEach((each) => each.remove())")
            said.append(one.page.locator("main article").inner_text().split())
    assert said[0] == said[1]
