"""Cases side by side, by what is in the window: chosen in a list, shared by address, printed on one page."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from re import findall

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PROJECT
from tests.browser.visits import Visited, follow, serve, visit

CASES = (
    "ebay-paid-search", "depaul-ihobo", "txt2stop", "defi-jarrete", "ibm-internal-blogs",
    "inspired-by-iceland", "stopcovid",
)  # fmt: skip
FOUR = "compare.html?cases=ebay-paid-search+depaul-ihobo+txt2stop+ibm-internal-blogs"
ONCE = "state: published"
GONE = "state: withdrawn\nwithdrawn: {on: 2026-10-01, why: {en: It was wrong., fr: Il était faux.}}"
WINDOWS = [{"width": 1280, "height": 800}, {"width": 390, "height": 844}]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a published site of some cases, one of them withdrawn."""
    site = tmp_path_factory.mktemp("compared")
    (site / "cases").mkdir()
    shutil.copy(PROJECT / "site_config.yml", site)
    for slug in CASES:
        shutil.copy(PROJECT / "cases" / f"{slug}.yml", site / "cases")
    text = (PROJECT / "cases" / "need-a-cake.yml").read_text(encoding="utf-8")
    assert ONCE in text
    gone = text.replace(ONCE, GONE, 1)
    (site / "cases" / "gone-cake.yml").write_text(gone, encoding="utf-8")
    casebook = Path(sys.executable).parent / "casebook"
    subprocess.run([casebook, "build", "--site", site, "--out", site / "out"], check=True)
    return site / "out"


@pytest.fixture(scope="module", params=["host", "folder"])
def few(request: pytest.FixtureRequest, folder: Path) -> Iterator[Visited]:
    if request.param == "folder":
        yield Visited(folder, folder.as_uri())
    else:
        with serve(folder) as address:
            yield Visited(folder, address)


def headings(page: Page) -> list[str]:
    expect(page.locator(".cb-compare__add")).to_be_visible()
    return page.locator(".cb-compared__title").all_inner_texts()


def row(page: Page, name: str) -> str:
    """Give what stands in the row of a name, all of it."""
    found = page.locator(".cb-compared tr", has=page.locator("th", has_text=name)).first
    return " ".join(found.inner_text().split())


@pytest.mark.parametrize("window", WINDOWS)
def test_four_cases_stand_side_by_side_without_a_fault(
    browser: Browser, few: Visited, window: dict[str, int]
) -> None:
    with visit(browser, few, viewport=window) as one:
        one.open(FOUR)
        assert len(headings(one.page)) == 4
        expect(one.page.locator(".cb-compared__title").first).to_be_in_viewport()
        wide = one.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert wide
        cell = one.page.locator(".cb-compared .cb-strip").nth(1)
        cell.scroll_into_view_if_needed()
        expect(cell).to_be_in_viewport()
        assert "£6,000" in cell.inner_text()
        assert one.faults == []


def test_a_row_that_would_lie_is_refused_with_the_reason(browser: Browser, few: Visited) -> None:
    with visit(browser, few) as one:
        one.open("compare.html?cases=txt2stop+ibm-internal-blogs")
        assert len(headings(one.page)) == 2
        refused = row(one.page, "NPV")
        assert "Refused: fewer than two of these cases have it." in refused
        assert "no result in money" in refused
        assert "benefit unknown" in refused
        one.open("compare.html?cases=ebay-paid-search+inspired-by-iceland")
        headings(one.page)
        assert "Refused: they count in different accounts" in row(one.page, "NPV")
        assert one.page.locator(".cb-bars").count() == 0


def test_bars_of_all_cases_have_one_scale(browser: Browser, few: Visited) -> None:
    """The bar of a sum four thousand times as small is no longer than a stroke."""
    with visit(browser, few) as one:
        one.open("compare.html?cases=ebay-paid-search+depaul-ihobo")
        headings(one.page)
        last = [
            column.locator("rect").last.bounding_box()
            for column in one.page.locator(".cb-bars").all()
        ]
        assert last[0] is not None
        assert last[1] is not None
        assert last[0]["width"] > 50 * last[1]["width"]
        column = one.page.locator(".cb-bars").first.bounding_box()
        assert column is not None
        assert last[0]["width"] <= column["width"]


def test_one_result_is_compared_within_one_measure(browser: Browser, few: Visited) -> None:
    with visit(browser, few) as one:
        one.open("compare.html?cases=txt2stop+defi-jarrete")
        headings(one.page)
        costs = row(one.page, "Cost per quitter")
        assert costs.count("€") == 2
        one.open("compare.html?cases=txt2stop+stopcovid")
        headings(one.page)
        assert "they count different results" in row(one.page, "Cost of one result")


@pytest.mark.parametrize(
    ("asked", "said", "stands"),
    [
        ("", "No case is chosen yet", 0),
        ("txt2stop", "One case is no comparison", 0),
        ("txt2stopp+defi-jarrete", "There is no case “txt2stopp”. Was it one of these? txt2stop", 0),
        ("gone-cake+txt2stop+defi-jarrete", "was withdrawn. Why", 2),
        ("txt2stop+txt2stop+defi-jarrete", "was named twice; it stands once.", 2),
        ("%3Cscript%3E+txt2stop+defi-jarrete", "There is no case “<script>”.", 2),
        ("txt2stop+defi-jarrete+stopcovid+depaul-ihobo+ebay-paid-search", "Left out: eBay", 4),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_address_is_said_and_leads_on(
    browser: Browser, few: Visited, asked: str, said: str, stands: int
) -> None:
    with visit(browser, few) as one:
        one.open(f"compare.html?cases={asked}")
        assert len(headings(one.page)) == stands
        faults = one.page.locator(".cb-compare__faults")
        expect(faults).to_be_in_viewport()
        assert said in " ".join(faults.inner_text().split())
        if "of these" in said:
            follow(faults.locator("a").first)
            assert len(headings(one.page)) == 2
        assert one.faults == []


def test_a_case_is_added_by_words_and_taken_out_again(browser: Browser, few: Visited) -> None:
    with visit(browser, few) as one:
        one.open("compare.html?cases=txt2stop")
        headings(one.page)
        field = one.page.get_by_label("Add a case")
        field.fill("zzz")
        expect(one.page.get_by_text("No case has all these words.")).to_be_visible()
        field.fill("canada arrete")
        follow(one.page.locator(".cb-compare__offered a").first)
        assert len(headings(one.page)) == 2
        one.page.go_back()
        assert headings(one.page) == []
        one.page.go_forward()
        headings(one.page)
        follow(one.page.get_by_role("link", name="Take out txt2stop"))
        assert headings(one.page) == []


def test_the_other_language_shows_the_same_cases(browser: Browser, few: Visited) -> None:
    with visit(browser, few) as one:
        one.open(FOUR)
        titles = len(headings(one.page))
        one.page.locator(".cb-language").first.click()
        expect(one.page.locator("h1")).to_have_text("Comparer des cas")
        assert len(headings(one.page)) == titles
        assert "Refus" in one.page.locator(".cb-compared").inner_text()


@pytest.mark.parametrize("window", WINDOWS)
def test_cases_are_chosen_in_the_catalogue_with_a_bar_in_sight(
    browser: Browser, few: Visited, window: dict[str, int]
) -> None:
    with visit(browser, few, viewport=window) as one:
        one.open("cases/index.html")
        bar = one.page.locator(".cb-choosing")
        expect(bar).to_be_hidden()
        buttons = one.page.locator(".cb-row__choose")
        buttons.nth(0).click()
        expect(bar).to_be_in_viewport()
        expect(bar).to_contain_text("Choose one more to compare")
        buttons.nth(3).click()
        one.page.evaluate("scrollTo(0, 0)")
        way = bar.get_by_role("link", name="Compare 2 cases")
        expect(way).to_be_in_viewport()
        follow(way)
        assert len(headings(one.page)) == 2
        one.page.go_back()
        expect(one.page.locator('.cb-row__choose[aria-pressed="true"]')).to_have_count(2)
        one.page.get_by_role("button", name="Clear").click()
        expect(bar).to_be_hidden()
        assert one.faults == []


def test_cases_are_chosen_in_the_table_too(browser: Browser, few: Visited) -> None:
    with visit(browser, few, viewport=WINDOWS[0]) as one:
        one.open("cases/index.html")
        one.page.locator('[data-view="table"]').click()
        buttons = one.page.locator("tbody .cb-row__choose:visible")
        buttons.nth(0).click()
        buttons.nth(1).click()
        follow(one.page.get_by_role("link", name="Compare 2 cases"))
        assert len(headings(one.page)) == 2
        assert one.faults == []


def test_a_case_leads_to_it_beside_cases_like_it(browser: Browser, few: Visited) -> None:
    with visit(browser, few) as one:
        one.open("cases/txt2stop.html")
        one.page.locator(".cb-fold--like summary").click()
        follow(one.page.get_by_role("link", name="Compare with cases like it"))
        assert headings(one.page)[0] == "txt2stop"


def test_a_case_whose_data_is_missing_is_named(browser: Browser, folder: Path) -> None:
    with serve(folder) as address, visit(browser, Visited(folder, address)) as one:
        one.page.route("**/cases/txt2stop.js?*", lambda route: route.abort())
        one.open("compare.html?cases=txt2stop+defi-jarrete+stopcovid")
        assert len(headings(one.page)) == 2
        expect(one.page.locator(".cb-compare__faults")).to_contain_text("could not be loaded")


def test_without_a_script_the_page_leads_on(browser: Browser, few: Visited) -> None:
    with visit(browser, few, java_script_enabled=False) as one:
        one.open(FOUR)
        expect(one.page.get_by_text("needs JavaScript")).to_be_in_viewport()
        expect(one.page.get_by_role("link", name="All cases")).to_be_in_viewport()


@pytest.mark.parametrize("language", ["", "fr/"])
def test_four_cases_fit_on_one_page_in_print(
    browser: Browser, folder: Path, language: str, tmp_path: Path
) -> None:
    with visit(browser, Visited(folder, folder.as_uri())) as one:
        one.open(language + FOUR)
        headings(one.page)
        file = tmp_path / "page.pdf"
        one.page.pdf(path=file, prefer_css_page_size=True)
        assert len(findall(rb"/Type\s*/Page\b", file.read_bytes())) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", WINDOWS)
def test_axe_finds_nothing_on_a_comparison(
    browser: Browser, folder: Path, window: dict[str, int], scheme: str
) -> None:
    with visit(
        browser, Visited(folder, folder.as_uri()), viewport=window, color_scheme=scheme
    ) as one:
        for address in (FOUR, "compare.html?cases=txt2stopp", "cases/index.html"):
            one.open(address)
            if address.startswith("compare"):
                headings(one.page)
            else:
                one.page.locator(".cb-row__choose").first.click()
            found = Axe().run(one.page).response["violations"]
            assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
