"""Numbered notes as readers open them: in place, by mouse, touch and keyboard, from a host and a folder."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, expect

from tests.browser.visits import Visit, Visited, visit

CASE = "cases/inspired-by-iceland.html"
WORKING = "cases/inspired-by-iceland-working.html"
WITH_A_COUNT = "cases/ibm-enterprise-tagging.html"
WITH_READINGS = "cases/depaul-ihobo.html"
WITH_READINGS_WORKING = "cases/depaul-ihobo-working.html"
ROI = re.compile(r"^Note \d+: return on investment \(ROI\)$")
INPUT = re.compile(r"Searches per week$")

PLACES = """() => Array.from(document.querySelectorAll("main article > :not(.cb-panel, .cb-here, .cb-contents)"), (one) => {
  const at = one.getBoundingClientRect();
  return [at.left + scrollX, at.top + scrollY, at.width, at.height].map(Math.round);
}).filter((at) => at[3])"""
OUTSIDE = """() => {
  const at = document.querySelector(".cb-panel").getBoundingClientRect();
  return [-at.left, -at.top, at.right - innerWidth, at.bottom - innerHeight].some((over) => over > 1);
}"""
WIDER_THAN_WINDOW = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
IDS_TWICE = """() => {
  const ids = Array.from(document.querySelectorAll("[id]"), (one) => one.id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}"""


class Reader:
    """A reader of a case."""

    def __init__(self, one: Visit, address: str) -> None:
        one.open(address)
        self.visit, self.page = one, one.page
        self.panel = one.page.locator(".cb-panel")
        self.body = one.page.locator(".cb-panel__body")
        self.roi = one.page.locator(".cb-strip").get_by_role("button", name=ROI).first
        self.before = one.page.url

    def number(self, text: str) -> Locator:
        return self.page.locator("main .cb-strip a.cb-note", has_text=re.compile(f"^{text}$")).first

    def name(self) -> str:
        return self.panel.get_attribute("aria-label") or ""

    def open_roi(self) -> None:
        """Open the note of the return, and wait until it is there."""
        self.roi.click()
        expect(self.panel).to_be_visible()

    def note(self, name: str) -> Locator:
        """Give a link of the open note to another."""
        return self.body.get_by_role("link", name=re.compile(rf"^\d+ {name}"))

    def has_focus(self, place: Locator) -> bool:
        return bool(place.evaluate("e => e === document.activeElement"))


@contextmanager
def reading(
    browser: Browser, visited: Visited, address: str = CASE, **options: object
) -> Iterator[Reader]:
    with visit(browser, visited, **{"reduced_motion": "reduce", **options}) as one:
        reader = Reader(one, address)
        yield reader
        assert one.faults == []


@pytest.fixture(scope="module", params=["host", "folder"])
def site(request: pytest.FixtureRequest, own: Visited) -> Visited:
    """Give the site as readers reach it."""
    return own if request.param == "host" else Visited(own.folder, own.folder.as_uri())


# Opening -----------------------------------------------------------------------------------------

WAYS: dict[str, Callable[[Locator], None]] = {
    "mouse": lambda number: number.click(),
    "touch": lambda number: number.tap(),
    "enter": lambda number: number.press("Enter"),
    "space": lambda number: number.press("Space"),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_number_opens_its_note_in_place(browser: Browser, site: Visited, way: str) -> None:
    with reading(browser, site, has_touch=way == "touch") as reader:
        long_before = reader.page.evaluate("history.length")
        WAYS[way](reader.roi)
        expect(reader.panel).to_be_visible()
        expect(reader.panel).to_have_role("dialog")
        assert ROI.match(reader.name())
        assert reader.name() == reader.roi.get_attribute("aria-label")
        assert reader.roi.get_attribute("aria-expanded") == "true"
        assert reader.has_focus(reader.panel)
        assert reader.page.url == reader.before
        assert reader.page.evaluate("history.length") == long_before


def test_a_note_is_that_of_the_list(browser: Browser, own: Visited) -> None:
    with reading(browser, own) as reader:
        reader.open_roi()
        opened = reader.body.text_content()
        expect(reader.body).to_contain_text("ROI = (PV of benefits − PV of costs) ÷ PV of costs")
        expect(reader.body).to_contain_text("÷ £3,710,000")
        expect(reader.body).to_contain_text("the accounts of the economy")
        assert reader.body.locator("math").count() == 1
        expect(reader.body.locator(".cb-rests q").first).to_be_visible()
        reader.visit.open(WORKING)
        assert reader.page.locator("#note-roi").text_content() == opened


def test_a_french_reader_hears_french(browser: Browser, own: Visited) -> None:
    with reading(browser, own, f"fr/{CASE}") as reader:
        reader.number("4").click()
        expect(reader.panel).to_be_visible()
        assert reader.name() == "Note 4\u202f: retour sur investissement (ROI)"
        for word in ("Fermer la note", "Vers tous les calculs"):
            expect(
                reader.panel.get_by_text(word).or_(reader.panel.get_by_label(word))
            ).to_be_visible()


def test_nothing_on_the_page_moves(browser: Browser, own: Visited) -> None:
    with reading(browser, own) as reader:
        before = reader.page.evaluate(PLACES)
        reader.open_roi()
        assert reader.page.evaluate(PLACES) == before


def test_ids_stay_single(browser: Browser, own: Visited) -> None:
    with reading(browser, own) as reader:
        reader.open_roi()
        assert reader.page.evaluate(IDS_TWICE) == []
        reader.note("PV of costs").click()
        assert reader.page.evaluate(IDS_TWICE) == []


# One at a time, and closing ----------------------------------------------------------------------


def test_one_note_is_open_at_a_time(browser: Browser, own: Visited) -> None:
    with reading(browser, own) as reader:
        reader.number("1").click()
        expect(reader.panel).to_be_visible()
        reader.roi.click()
        expect(reader.page.get_by_role("dialog")).to_have_count(1)
        expect(reader.panel).to_have_attribute("aria-label", ROI)
        assert ROI.match(reader.name())
        assert reader.number("1").get_attribute("aria-expanded") == "false"


@pytest.mark.parametrize("way", ["escape", "button", "number"])
def test_closing_leads_back_to_the_number(browser: Browser, own: Visited, way: str) -> None:
    with reading(browser, own) as reader:
        reader.roi.press("Enter")
        expect(reader.panel).to_be_visible()
        if way == "escape":
            reader.page.keyboard.press("Escape")
        elif way == "button":
            reader.panel.get_by_role("button", name="Close the note").click()
        else:
            reader.roi.click()
        expect(reader.panel).to_be_hidden()
        assert reader.has_focus(reader.roi)
        assert reader.roi.get_attribute("aria-expanded") == "false"


def test_the_note_closes_as_the_reader_goes_on(browser: Browser, own: Visited) -> None:
    with reading(browser, own) as reader:
        reader.roi.press("Enter")
        expect(reader.panel).to_be_visible()
        inside = reader.panel.locator("a:visible, button:visible, [tabindex='0']").count()
        for _ in range(inside):
            reader.page.keyboard.press("Tab")
            assert reader.panel.is_visible()
        reader.page.keyboard.press("Tab")
        expect(reader.panel).to_be_hidden()
        next_one = (
            "document.activeElement.compareDocumentPosition(document.querySelector('.cb-strip'))"
        )
        assert reader.page.evaluate(next_one) == 2, "what follows the number in the page"


def test_a_press_beside_the_note_closes_it(browser: Browser, own: Visited) -> None:
    with reading(browser, own) as reader:
        reader.roi.click()
        reader.body.locator("p").first.click()
        expect(reader.panel).to_be_visible()
        reader.page.locator("h1").click()
        expect(reader.panel).to_be_hidden()


# From note to note -------------------------------------------------------------------------------


def test_one_opening_shows_the_words_of_the_sources_and_the_next_the_source(
    browser: Browser, own: Visited
) -> None:
    with reading(browser, own, WITH_A_COUNT) as reader:
        reader.page.locator("main .cb-strip a.cb-note").first.click()
        rests = reader.body.locator(".cb-rests")
        expect(rests).to_contain_text("US$700,000")
        expect(rests.locator("q").first).to_contain_text("cost $700k")
        assert reader.page.url == reader.before
        rests.locator("a[href^='#source-']").first.click()
        expect(reader.page.locator("#source-post")).to_be_in_viewport()


def test_an_input_of_a_note_opens_in_its_place(browser: Browser, own: Visited) -> None:
    with reading(browser, own, WITH_A_COUNT) as reader:
        reader.page.locator("main .cb-strip a.cb-note").first.click()
        reader.body.locator(".cb-rests a:has(.cb-note)").first.click()
        expect(reader.body.locator("q")).to_contain_text("cost $700k")
        assert reader.has_focus(reader.panel)
        assert reader.body.locator("a[href^='#source-']").count() == 1
        assert reader.body.locator("a[href^='http']").count() == 1
        assert reader.page.url == reader.before


def test_there_is_a_way_back_from_note_to_note(browser: Browser, own: Visited) -> None:
    with reading(browser, own) as reader:
        reader.open_roi()
        back = reader.panel.get_by_role("button", name="Back to the note before")
        expect(back).to_be_hidden()
        reader.note("PV of costs").click()
        back.click()
        assert ROI.match(reader.name())
        assert reader.has_focus(reader.note("PV of costs"))
        expect(back).to_be_hidden()
        reader.page.keyboard.press("Escape")
        assert reader.has_focus(reader.roi)


def test_an_input_named_on_the_page_opens_with_what_it_rests_on(
    browser: Browser, own: Visited
) -> None:
    with reading(browser, own, WITH_A_COUNT) as reader:
        named = (
            reader.page.locator("#soft + p, .cb-lane--soft").get_by_role("link", name=INPUT).first
        )
        named.click()
        expect(reader.panel).to_be_visible()
        assert re.match(r"Note \d+: Searches per week", reader.name())
        expect(reader.body).to_contain_text("286,000 searches per week")
        expect(reader.body.locator("q")).to_contain_text("searches performed")
        reader.panel.get_by_role("link", name="To all inputs").click()
        expect(reader.panel).to_be_hidden()
        expect(reader.page).to_have_url(re.compile("#input-searches_per_week$"))


def test_formulas_of_lines_lead_to_their_inputs(browser: Browser, own: Visited) -> None:
    with visit(browser, own) as one:
        one.open("cases/need-a-cake-working.html")
        linked = one.page.locator(".cb-notes .cb-working__words a[href^='#input-']").first
        name = linked.inner_text()
        linked.click()
        place = one.page.url.partition("#")[2]
        expect(one.page.locator(f"[id='{place}'] th")).to_contain_text(name)


def test_the_whole_working_is_a_press_away(browser: Browser, own: Visited) -> None:
    with reading(browser, own) as reader:
        reader.open_roi()
        reader.panel.get_by_role("link", name="To the whole working").click()
        expect(reader.page).to_have_url(f"{own.address}/{WORKING}#note-roi")
        expect(reader.page.locator("#note-roi")).to_be_in_viewport()


def test_an_address_of_a_note_on_the_case_leads_on(browser: Browser, site: Visited) -> None:
    with reading(browser, site, f"{CASE}#note-roi") as reader:
        expect(reader.page).to_have_url(f"{site.address}/{WORKING}#note-roi")
        expect(reader.page.locator("#note-roi")).to_be_in_viewport()


# What links are for stays --------------------------------------------------------------------------


@pytest.mark.parametrize("way", [{"button": "middle"}, {"modifiers": ["ControlOrMeta"]}])
def test_a_number_is_still_a_link(browser: Browser, own: Visited, way: dict[str, object]) -> None:
    with reading(browser, own) as reader:
        with reader.page.context.expect_page() as opened:
            reader.roi.click(**way)  # type: ignore[arg-type]
        expect(opened.value).to_have_url(f"{own.address}/{WORKING}#note-roi")
        expect(reader.panel).to_be_hidden()


def test_the_back_button_works_as_if_no_note_had_been_opened(
    browser: Browser, own: Visited
) -> None:
    with reading(browser, own, "cases/index.html") as reader:
        reader.visit.open(CASE)
        reader.roi.click()
        reader.note("PV of costs").click()
        reader.page.keyboard.press("Escape")
        reader.page.go_back()
        expect(reader.page).to_have_url(reader.before)


def test_without_scripts_a_number_leads_to_the_list(browser: Browser, site: Visited) -> None:
    with reading(browser, site, java_script_enabled=False) as reader:
        reader.number("4").click()
        expect(reader.page).to_have_url(f"{site.address}/{WORKING}#note-roi")
        expect(reader.page.locator("#note-roi")).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
def test_an_address_shows_a_note_that_is_folded(
    browser: Browser,
    site: Visited,
    scripts: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    address = f"{WITH_READINGS_WORKING}#reading-with_sponsors--note-roi"
    with visit(browser, site, java_script_enabled=scripts) as one:
        one.open(address)
        expect(one.page.locator("#reading-with_sponsors--note-roi")).to_be_in_viewport()


def test_a_link_into_something_folded_unfolds_it_each_time(browser: Browser, own: Visited) -> None:
    with visit(browser, own) as one:
        one.open(WITH_READINGS)
        one.page.locator(".cb-fold--readings > summary").click()
        one.page.locator("a[href$='#reading-with_sponsors--working']").first.click()
        folded = one.page.locator("details#reading-with_sponsors--working")
        expect(folded).to_have_attribute("open", "")
        expect(folded.locator(".cb-notes > li").first).to_be_visible()


# Room, looks, paper --------------------------------------------------------------------------------

ROOMS = [(1280, 800, "100%"), (360, 740, "100%"), (1280, 800, "250%"), (360, 740, "250%"), (740, 360, "125%")]  # fmt: skip
"""Width, height, size of text: the theme's own is 125 %, and 250 % is twice as large."""


@pytest.mark.parametrize("room", ROOMS, ids=str)
@pytest.mark.parametrize("address", [CASE, f"fr/{WITH_READINGS}"])
def test_each_note_opens_within_the_window(
    browser: Browser, own: Visited, address: str, room: tuple[int, int, str]
) -> None:
    width, height, size = room
    window = {"width": width, "height": height}
    with reading(browser, own, address, viewport=window) as reader:
        reader.page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
        for number in reader.page.locator("main a.cb-note:visible").all():
            number.click()
            expect(reader.panel).to_be_visible()
            name = reader.name()
            assert not reader.page.evaluate(OUTSIDE), name
            assert not reader.page.evaluate(WIDER_THAN_WINDOW), name
            assert reader.body.evaluate("e => e.scrollWidth <= e.clientWidth"), name
            reader.page.keyboard.press("Escape")


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360), ("dark", 360)]
)
def test_axe_finds_nothing_in_an_open_note(
    browser: Browser, own: Visited, scheme: str, width: int
) -> None:
    window = {"width": width, "height": 800}
    with reading(browser, own, color_scheme=scheme, viewport=window) as reader:
        reader.open_roi()
        assert Axe().run(reader.page).response["violations"] == []
        reader.note("PV of costs").click()
        assert Axe().run(reader.page, context=".cb-panel").response["violations"] == []


def test_a_note_appears_at_once_for_those_who_asked_for_less_motion(
    browser: Browser, own: Visited
) -> None:
    animation = "e => getComputedStyle(e).animationName"
    for motion, expected in (("reduce", "none"), ("no-preference", "cb-panel")):
        with reading(browser, own, reduced_motion=motion) as reader:
            reader.open_roi()
            assert reader.panel.evaluate(animation) == expected


def test_paper_shows_the_list_and_no_open_note(browser: Browser, own: Visited) -> None:
    with reading(browser, own) as reader:
        reader.open_roi()
        reader.page.emulate_media(media="print")
        expect(reader.panel).to_be_hidden()
        reader.visit.open(WORKING)
        expect(reader.page.locator("#note-roi")).to_be_visible()
