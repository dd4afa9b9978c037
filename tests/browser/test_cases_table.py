"""The catalogue as a table: what is in the window, ordered by its heads, with columns to choose."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.visits import Visit, Visited, follow, serve, visit
from tests.many_cases import write_many

CASES = 60
TABLE = "cases/index.html#view=table"
WIDER_THAN_WINDOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 740}
BOUND_AND_UNKNOWN = ["Cost known only as a bound", "Cost not known, or not comparable"]
NEVER_ORDERED_BY = ("net", "roi", "chance", "direction")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("table") / "site"
    write_many(CASES, out)
    return out


@pytest.fixture(scope="module")
def hosted_cases(folder: Path) -> Iterator[Visited]:
    with serve(folder) as address:
        yield Visited(folder, address)


def opened(one: Visit, address: str = TABLE) -> Page:
    one.page.goto("about:blank")  # a new address after "#" alone loads nothing anew
    one.open(address)
    expect(one.page.locator(".cb-filters")).to_be_visible()
    return one.page


def head(page: Page, column: str) -> Locator:
    return page.locator(f".cb-cases thead [data-column={column}]")


def column(page: Page, name: str) -> list[str]:
    found = page.locator(f".cb-cases tbody [data-column={name}]").all_inner_texts()
    return [re.sub(r"\s+", " ", text).strip() for text in found]


def test_a_switch_turns_cards_into_a_table_and_back(browser: Browser, folder: Path) -> None:
    with visit(browser, Visited(folder, folder.as_uri()), viewport=DESK) as one:
        page = opened(one, "cases/index.html#direction=negative")
        said = page.locator("#found").inner_text()
        page.get_by_role("button", name="Table", exact=True).click()
        expect(page).to_have_url(re.compile("#direction=negative&view=table$"))
        expect(page.locator(".cb-cases tbody th").first).to_be_in_viewport()
        expect(page.locator(".cb-rows")).to_be_hidden()
        assert page.locator("#found").inner_text() == said
        page.go_back()
        expect(page.locator(".cb-row__title").first).to_be_in_viewport()
        expect(page.locator(".cb-cases")).to_be_hidden()
        assert one.faults == []


def test_each_number_stands_with_what_the_card_says_of_it(
    browser: Browser, hosted_cases: Visited
) -> None:
    with visit(browser, hosted_cases, viewport=DESK) as one:
        page = opened(one, "cases/index.html")
        cards = page.locator(".cb-row__roi dd").all_text_contents()
        page.get_by_role("button", name="Table", exact=True).click()
        assert column(page, "roi") == [re.sub(r"\s+", " ", text).strip() for text in cards]
        assert any("unproven" in text for text in column(page, "net"))
        assert any(text.startswith("at most") for text in column(page, "roi"))
        assert all(column(page, name) and all(column(page, name)) for name in ("result", "chance"))
        assert {"2 of 5"} <= set(column(page, "effect"))


def test_a_head_orders_and_turns_the_order_round(browser: Browser, hosted_cases: Visited) -> None:
    with visit(browser, hosted_cases, viewport=DESK) as one:
        page = opened(one)
        head(page, "horizon").get_by_role("button").click()
        expect(head(page, "horizon")).to_have_attribute("aria-sort", "ascending")
        expect(page).to_have_url(re.compile("#order=horizon&view=table$"))
        assert page.locator("[name=order]").input_value() == "horizon"
        shortest = column(page, "horizon")[0]
        head(page, "horizon").get_by_role("button").click()
        expect(head(page, "horizon")).to_have_attribute("aria-sort", "descending")
        expect(page).to_have_url(re.compile("#order=-horizon&view=table$"))
        assert column(page, "horizon")[0] != shortest
        head(page, "effect").get_by_role("button").click()
        expect(head(page, "effect")).to_have_attribute("aria-sort", "descending")
        locks = [int(text[0]) for text in column(page, "effect")]
        assert locks == sorted(locks, reverse=True)
        assert page.locator("[aria-sort]").count() == 1
        assert one.faults == []


def test_nothing_orders_by_what_came_back(browser: Browser, hosted_cases: Visited) -> None:
    with visit(browser, hosted_cases) as one:
        page = opened(one)
        for name in NEVER_ORDERED_BY:
            assert head(page, name).locator("button").count() == 0
            page = opened(one, f"cases/index.html#order={name}&view=table")
            assert page.locator("[name=order]").input_value() == "evidence"
        assert head(page, "result").locator("button").is_disabled()
        page = opened(one, "cases/index.html#measure=units-sold&view=table")
        assert head(page, "result").locator("button").is_enabled()


@pytest.mark.parametrize(
    ("view", "part"), [("cards", ".cb-rows__part"), ("table", ".cb-cases__part")]
)
def test_costs_known_as_a_bound_or_not_at_all_come_last_by_name(
    browser: Browser, hosted_cases: Visited, view: str, part: str
) -> None:
    for order in ("cost", "-cost"):
        with visit(browser, hosted_cases) as one:
            page = opened(one, f"cases/index.html#order={order}&view={view}&page=2")
            assert page.locator(part).all_text_contents()[-1] == BOUND_AND_UNKNOWN[-1]
            page = opened(one, f"cases/index.html#order={order}&view={view}")
            assert page.locator(part).all_text_contents() == BOUND_AND_UNKNOWN
            if view == "table":
                rows = page.locator(".cb-cases tbody tr")
                first = rows.evaluate_all(
                    "rows => rows.findIndex(row => row.matches('.cb-cases__part'))"
                )
                costs = column(page, "cost")
                assert not any(text.startswith("at ") for text in costs[:first])
                assert costs[first].startswith("at ")


def test_columns_are_chosen_and_stay_in_the_other_language(
    browser: Browser, hosted_cases: Visited
) -> None:
    with visit(browser, hosted_cases, viewport=DESK) as one:
        page = opened(one)
        page.locator(".cb-found__columns summary").click()
        for name in ("net", "chance"):
            page.locator(f".cb-columns input[name={name}]").uncheck()
        expect(page).to_have_url(re.compile("#view=table&hide=net,chance$"))
        for hidden in ("net", "chance"):
            expect(head(page, hidden)).to_be_hidden()
        expect(head(page, "roi")).to_be_visible()
        page.click(".cb-language")
        expect(page.locator("html")).to_have_attribute("lang", "fr")
        expect(page.locator(".cb-cases tbody th").first).to_be_visible()
        expect(head(page, "net")).to_be_hidden()
        expect(head(page, "roi")).to_be_visible()


@pytest.mark.parametrize("window", [DESK, PHONE])
def test_only_its_box_scrolls_and_head_and_titles_stay(
    browser: Browser, hosted_cases: Visited, window: dict[str, int]
) -> None:
    with visit(browser, hosted_cases, viewport=window) as one:
        page = opened(one)
        assert page.evaluate(WIDER_THAN_WINDOW) <= 0
        frame = page.locator(".cb-cases")
        frame.scroll_into_view_if_needed()
        frame.evaluate("box => box.scrollTo(5000, 1200)")
        expect(head(page, "horizon")).to_be_in_viewport()
        expect(head(page, "title")).to_be_in_viewport()
        seen = frame.bounding_box()
        titles = [one.bounding_box() for one in frame.locator("tbody th").all()]
        assert seen is not None
        assert any(
            title is not None
            and seen["x"] <= title["x"] < seen["x"] + 5
            and seen["y"] < title["y"] < seen["y"] + seen["height"]
            for title in titles
        )


def test_without_a_script_a_link_leads_to_a_plain_table(
    browser: Browser, hosted_cases: Visited
) -> None:
    with visit(browser, hosted_cases, java_script_enabled=False, viewport=DESK) as one:
        one.open("cases/index.html")
        expect(one.page.locator(".cb-found__views")).to_be_hidden()
        follow(one.page.get_by_role("link", name="All cases as a table"))
        plain = one.page.locator(".cb-cases tbody tr").all_inner_texts()
        expect(one.page.locator(".cb-cases tbody th").first).to_be_in_viewport()
        follow(one.page.locator(".cb-pages a").last)
        assert one.page.locator(".cb-cases tbody th").count() == CASES - 50
    with visit(browser, hosted_cases, viewport=DESK) as one:
        rows = opened(one)
        rows.locator(".cb-row__choose").evaluate_all("all => all.forEach(each => each.remove())")
        assert rows.locator(".cb-cases tbody tr").all_inner_texts() == plain


@pytest.mark.parametrize(("scheme", "window"), [("light", DESK), ("dark", PHONE)])
def test_axe_finds_nothing_grave_in_the_table(
    browser: Browser, hosted_cases: Visited, scheme: str, window: dict[str, int]
) -> None:
    with visit(browser, hosted_cases, color_scheme=scheme, viewport=window) as one:
        page = opened(one, "cases/index.html#order=cost&view=table")
        page.locator(".cb-found__columns summary").click()
        found = Axe().run(page).response["violations"]
        assert [
            (rule["id"], [node["html"] for node in rule["nodes"]])
            for rule in found
            if rule["impact"] in {"serious", "critical"}
        ] == []
