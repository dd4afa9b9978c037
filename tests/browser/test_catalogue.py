"""The catalogue as readers use it: filter, order, share the address, go back, without a script."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.visits import Visit, Visited, follow, serve, visit
from tests.many_cases import write_many

CASES = 130
CATALOGUE = "cases/index.html"
GRAVE = {"serious", "critical"}
WIDER_THAN_WINDOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
UNFOLDED = "document.querySelectorAll('.cb-filters details').forEach(one => one.open = true)"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("many") / "site"
    write_many(CASES, out)
    return out


@pytest.fixture(scope="module", params=["host", "folder"])
def many(request: pytest.FixtureRequest, folder: Path) -> Iterator[Visited]:
    """Give the made catalogue as a reader reaches it: from a host, or from a folder."""
    if request.param == "folder":
        yield Visited(folder, folder.as_uri())
    else:
        with serve(folder) as address:
            yield Visited(folder, address)


@pytest.fixture(scope="module")
def hosted_many(folder: Path) -> Iterator[Visited]:
    with serve(folder) as address:
        yield Visited(folder, address)


def opened(one: Visit, address: str = CATALOGUE) -> Page:
    one.page.goto("about:blank")  # a new address after "#" alone loads nothing anew
    one.open(address)
    expect(one.page.locator(".cb-filters")).to_be_visible()
    return one.page


def number(page: Page) -> int:
    """Give how many cases the heading says there are."""
    found = re.match(r"[\d,\u202f]+", page.locator("#found").inner_text())
    assert found is not None
    return int(re.sub(r"\D", "", found[0]))


def box(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f"input[name={facet}][value={value}]")


def titles(page: Page) -> list[str]:
    return page.locator(".cb-row__title").all_text_contents()


# Filters -----------------------------------------------------------------------------------------


def test_a_box_leaves_as_many_cases_as_it_said(browser: Browser, many: Visited) -> None:
    with visit(browser, many) as one:
        page = opened(one)
        assert number(page) == CASES
        for facet, value in (
            ("evidence", "strong"),
            ("direction", "negative"),
            ("sector", "retail"),
        ):
            chosen = box(page, facet, value)
            said = chosen.locator("xpath=..").locator(".cb-choice__number").inner_text()
            chosen.check()
            assert number(page) == int(said)
            chosen.uncheck()
        assert number(page) == CASES
        assert one.faults == []


def test_boxes_of_one_facet_add_and_facets_narrow(browser: Browser, hosted_many: Visited) -> None:
    with visit(browser, hosted_many) as one:
        page = opened(one)
        box(page, "direction", "negative").check()
        losses = number(page)
        box(page, "direction", "mixed").check()
        both = number(page)
        assert both > losses
        box(page, "evidence", "strong").check()
        assert 0 < number(page) < both
        rows = page.locator(".cb-row")
        assert rows.count() == number(page)
        for standing in page.locator(".cb-row__evidence").all_text_contents():
            assert "Strong evidence" in standing


def test_counts_follow_the_other_facets(browser: Browser, hosted_many: Visited) -> None:
    def counts(page: Page, facet: str) -> list[int]:
        shown = page.locator(f"fieldset[data-facet={facet}] .cb-choice__number").all_text_contents()
        return [int(text) for text in shown]

    with visit(browser, hosted_many) as one:
        page = opened(one)
        before = counts(page, "direction")
        box(page, "evidence", "strong").check()
        assert sum(counts(page, "direction")) == number(page)
        box(page, "direction", "negative").check()
        assert sum(counts(page, "evidence")) == before[3]
        assert sum(counts(page, "direction")) > number(page)


def test_words_are_found_without_their_accents(browser: Browser, hosted_many: Visited) -> None:
    with visit(browser, hosted_many) as one:
        page = opened(one, f"fr/{CATALOGUE}")
        page.fill("[name=text]", "ETATS-UNIS ebay")
        found = number(page)
        assert 0 < found < CASES
        page.fill("[name=text]", "États-Unis eBay")
        assert number(page) == found
        assert all("eBay" in title for title in titles(page))


def test_words_of_the_text_are_found_as_the_search_of_the_header_finds_them(
    browser: Browser, hosted_many: Visited
) -> None:
    with visit(browser, hosted_many, viewport={"width": 1280, "height": 800}) as one:
        page = opened(one, f"{CATALOGUE}#view=table&text=gifts")
        expect(page.locator("#found")).not_to_have_text(re.compile("^0 "))
        found = number(page)
        expect(page.locator(".cb-cases tbody th").first).to_be_in_viewport()
        assert page.locator(".cb-cases tbody th").count() == found
        assert (
            sum(
                int(text)
                for text in page.locator(
                    "fieldset[data-facet=year] .cb-choice__number"
                ).all_text_contents()
            )
            == found
        )
        assert "whole text" in page.locator("#filter-text-help").inner_text()
        page.fill(".cb-search__input", "gifts")
        expect(page.locator(".cb-search__said")).to_contain_text(f"{found} ")
        assert one.faults == []


def test_from_a_folder_words_are_looked_for_in_titles_and_labels_and_it_is_said(
    browser: Browser, folder: Path
) -> None:
    with visit(browser, Visited(folder, folder.as_uri())) as one:
        page = opened(one)
        page.fill("[name=text]", "gifts")
        assert number(page) == 0
        expect(page.locator("#filter-text-help")).to_contain_text("searched only online")
        page.fill("[name=text]", "ihobo")
        assert number(page) > 0
        assert one.faults == []


def test_where_the_index_cannot_be_reached_it_is_said(
    browser: Browser, hosted_many: Visited
) -> None:
    with visit(browser, hosted_many) as one:
        one.page.route("**/pagefind/**", lambda route: route.abort())
        page = opened(one)
        page.fill("[name=text]", "ihobo")
        expect(page.locator("#filter-text-help")).to_contain_text("could not be searched")
        assert number(page) > 0


def test_a_range_keeps_what_surely_lies_in_it(browser: Browser, hosted_many: Visited) -> None:
    with visit(browser, hosted_many) as one:
        page = opened(one)
        page.locator("summary", has_text="ROI").click()
        page.fill("[name=roi-from]", "90")
        kept = set(page.locator(".cb-row__roi .cb-value").all_text_contents())
        assert kept == set()  # "at most 110%" may be less
        page.fill("[name=roi-from]", "")
        page.fill("[name=roi-to]", "300")
        assert "at most 110%" in page.locator(".cb-row__roi .cb-value").all_text_contents()
        page.fill("[name=roi-to]", "much")
        expect(page.locator("fieldset[data-range=roi] [role=alert]")).to_be_visible()
        assert page.locator("[name=roi-to]").get_attribute("aria-invalid") == "true"
        assert number(page) == CASES


def test_costs_are_compared_in_one_currency(browser: Browser, hosted_many: Visited) -> None:
    with visit(browser, hosted_many) as one:
        page = opened(one, f"{CATALOGUE}#cost=..6000000")
        assert set(page.locator(".cb-row__cost dd").all_text_contents()) == {"£3.71\u00a0million"}
        assert "€6" in page.locator(".cb-found__chosen").inner_text()


def test_what_a_range_leaves_out_though_it_may_fit_is_counted_and_shown_on_demand(
    browser: Browser, many: Visited
) -> None:
    window = {"width": 390, "height": 800}
    with visit(browser, many, viewport=window) as one:
        page = opened(one, f"{CATALOGUE}#cost=..6000000")
        sure = number(page)
        left = page.locator(".cb-found__left")
        left.scroll_into_view_if_needed()
        said = re.search(
            r"(\d+) known only as a bound or a range, (\d+) not known", left.inner_text()
        )
        assert said is not None
        left.get_by_role("button", name="Show them").click()
        expect(page).to_have_url(re.compile("#cost=..6000000&unsure=cost$"))
        assert number(page) == sure + int(said[1]) + int(said[2])
        assert "only may fit" in left.inner_text()
        assert any(
            text.startswith("at least")
            for text in page.locator(".cb-row__cost dd").all_text_contents()
        )
        expect(page.locator("#found")).to_be_in_viewport()
        page.go_back()
        expect(page.locator("#found")).to_contain_text(f"{sure} of")
        page.go_forward()
        left.get_by_role("button", name="Leave them out").click()
        assert number(page) == sure
        assert one.faults == []


def test_a_range_that_is_sure_of_all_says_nothing(browser: Browser, hosted_many: Visited) -> None:
    with visit(browser, hosted_many) as one:
        page = opened(one, f"{CATALOGUE}#direction=negative")
        expect(page.locator(".cb-found__left")).to_be_hidden()


def test_from_no_result_there_are_ways_back(browser: Browser, hosted_many: Visited) -> None:
    with visit(browser, hosted_many) as one:
        page = opened(one, f"{CATALOGUE}#evidence=strong&text=zzzz")
        assert number(page) == 0
        ways = page.locator(".cb-found__nothing button")
        said = re.search(r"without “Words”: (\d+)", ways.first.inner_text())
        assert said is not None
        ways.first.click()
        assert number(page) == int(said[1])
        page.fill("[name=text]", "zzzz")
        ways.last.click()
        assert number(page) == CASES
        assert page.evaluate("document.activeElement.id") == "found"


def test_what_is_chosen_can_be_taken_off_one_by_one(browser: Browser, hosted_many: Visited) -> None:
    with visit(browser, hosted_many) as one:
        page = opened(one, f"{CATALOGUE}#evidence=strong&direction=negative")
        chips = page.locator(".cb-found__chosen button")
        assert chips.all_text_contents()[:2] == ["Evidence: Strong evidence", "Gain or loss: Loss"]
        chips.first.click()
        assert not box(page, "evidence", "strong").is_checked()
        assert chips.count() == 1


# The address -------------------------------------------------------------------------------------


def test_an_address_opened_anew_shows_the_same(browser: Browser, many: Visited) -> None:
    with visit(browser, many) as one:
        page = opened(one)
        box(page, "direction", "negative").check()
        page.fill("[name=text]", "united")
        page.select_option("[name=order]", "title")
        expect(page).to_have_url(re.compile("#direction=negative&text=united&order=title$"))
        address, shown = page.url, titles(page)
    with visit(browser, many) as other:
        other.page.goto(address)
        expect(other.page.locator(".cb-filters")).to_be_visible()
        assert titles(other.page) == shown
        assert box(other.page, "direction", "negative").is_checked()
        assert other.faults == []


def test_the_way_back_undoes_step_by_step(browser: Browser, many: Visited) -> None:
    with visit(browser, many) as one:
        page = opened(one)
        box(page, "direction", "negative").check()
        losses = number(page)
        page.locator("[name=text]").press_sequentially("states")
        found = number(page)
        assert found < losses
        page.go_back()
        expect(page.locator("#found")).to_contain_text(f"{losses} of")
        assert page.input_value("[name=text]") == ""
        page.go_back()
        expect(page.locator("#found")).to_have_text(f"{CASES} cases")
        assert not box(page, "direction", "negative").is_checked()
        page.go_forward()
        expect(page.locator("#found")).to_contain_text(f"{losses} of")


def test_back_from_a_case_the_choice_stands(browser: Browser, hosted_many: Visited) -> None:
    with visit(browser, hosted_many) as one:
        page = opened(one)
        box(page, "direction", "negative").check()
        losses = number(page)
        follow(page.locator(".cb-brand"))
        page.go_back()
        expect(page.locator("#found")).to_contain_text(f"{losses} of")
        assert box(page, "direction", "negative").is_checked()


def test_the_other_language_shows_the_same_choice(browser: Browser, many: Visited) -> None:
    with visit(browser, many) as one:
        page = opened(one, f"{CATALOGUE}#direction=negative&sector=retail")
        found = number(page)
        page.click(".cb-language")
        expect(page.locator("#found")).to_contain_text(f"{found} cas sur")
        expect(page.locator("html")).to_have_attribute("lang", "fr")
        assert box(page, "sector", "retail").is_checked()


def test_an_anchor_of_the_page_changes_no_choice(browser: Browser, hosted_many: Visited) -> None:
    with visit(browser, hosted_many) as one:
        page = opened(one, f"{CATALOGUE}#direction=negative")
        losses = number(page)
        page.evaluate("location.hash = '#top'")
        page.wait_for_timeout(50)
        assert number(page) == losses


@pytest.mark.parametrize(("width", "clipboard"), [(1280, "there"), (390, "missing")])
def test_a_button_copies_the_address_and_it_is_said(
    browser: Browser, many: Visited, width: int, clipboard: str
) -> None:
    window = {"width": width, "height": 800}
    with visit(browser, many, viewport=window, permissions=["clipboard-write"]) as one:
        if clipboard == "missing":
            one.page.add_init_script("Object.defineProperty(navigator, 'clipboard', {})")
        page = opened(one, f"{CATALOGUE}#direction=negative&view=table")
        address = page.url
        page.get_by_role("button", name="Copy the address of this view").click()
        said = page.locator(".cb-found__copied")
        expect(said).to_have_text("The address is copied.")
        expect(said).to_be_in_viewport()
        page.focus("[name=text]")
        page.keyboard.press("Control+V")
        assert page.input_value("[name=text]") == address
        assert one.faults == []


def test_a_broken_address_says_so_shows_the_rest_and_leads_on(
    browser: Browser, many: Visited
) -> None:
    with visit(browser, many, viewport={"width": 390, "height": 800}) as one:
        page = opened(
            one, f"{CATALOGUE}#direction=negative,upwards&cost=abc..&colour=red&order=roi"
        )
        said = page.locator(".cb-found__broken")
        said.scroll_into_view_if_needed()
        for part in ("direction=upwards", "cost=abc..", "colour=red", "order=roi"):
            expect(said).to_contain_text(part)
        assert "direction=negative" not in said.inner_text()
        assert 0 < number(page) < CASES
        page.locator(".cb-found__chosen button").first.click()
        expect(said).to_be_hidden()
        assert number(page) == CASES
        assert page.url.endswith(CATALOGUE)
        assert one.faults == []


# Orders and pages --------------------------------------------------------------------------------


def test_the_order_is_by_evidence_unless_asked_otherwise(
    browser: Browser, hosted_many: Visited
) -> None:
    with visit(browser, hosted_many) as one:
        page = opened(one)
        assert "Strong evidence" in page.locator(".cb-row__evidence").first.inner_text()
        page.select_option("[name=order]", "title")
        assert titles(page) == sorted(titles(page), key=str.casefold)
        page.select_option("[name=order]", "year")
        years = [who[-4:] for who in page.locator(".cb-row__who").all_text_contents()]
        assert years == sorted(years, reverse=True)


def test_pages_of_the_answer_are_turned_and_shared(browser: Browser, hosted_many: Visited) -> None:
    with visit(browser, hosted_many) as one:
        page = opened(one)
        assert page.locator(".cb-row").count() == 50
        page.locator(".cb-pages a").nth(2).click()
        expect(page).to_have_url(re.compile("#page=3"))
        expect(page.locator(".cb-row")).to_have_count(CASES - 100)
        assert page.evaluate("document.activeElement.id") == "found"
        box(page, "direction", "negative").check()
        expect(page).not_to_have_url(re.compile("#.*page"))
        page.go_back()
        expect(page.locator(".cb-row")).to_have_count(CASES - 100)


def test_rows_are_the_same_with_and_without_the_script(browser: Browser, many: Visited) -> None:
    def rows(page: Page) -> list[str]:
        page.locator(".cb-row__choose").evaluate_all("all => all.forEach(each => each.remove())")
        clean = "rows => rows.map(row => row.outerHTML.replace(/\\s+/g, ' ').replace(/> </g, '><'))"
        found: list[str] = page.locator("ol.cb-rows .cb-row").evaluate_all(clean)
        return found

    for address in (CATALOGUE, f"fr/{CATALOGUE}"):
        with visit(browser, many, java_script_enabled=False) as plain:
            plain.open(address)
            expected = rows(plain.page)
        with visit(browser, many) as one:
            assert rows(opened(one, address)) == expected


# Readers -----------------------------------------------------------------------------------------


def test_without_a_script_there_are_pages_and_listings(browser: Browser, many: Visited) -> None:
    with visit(browser, many, java_script_enabled=False) as one:
        one.open(CATALOGUE)
        assert one.page.locator(".cb-filters").is_hidden()
        assert one.page.locator(".cb-found__order").is_hidden()
        assert one.page.locator(".cb-row").count() == 50
        assert one.page.locator(".cb-found").bounding_box()["width"] > 900  # type: ignore[index]
        follow(one.page.locator(".cb-pages a").last)
        assert one.page.locator(".cb-row").count() == CASES - 100
        follow(one.page.locator(".cb-browse a").nth(1))
        follow(one.page.locator("a", has_text="Retail"))
        assert "Retail" in one.page.locator("h1").inner_text()
        assert follow(one.page.locator(".cb-crumbs a").first).endswith(CATALOGUE)


def test_the_keyboard_does_it_all(browser: Browser, hosted_many: Visited) -> None:
    with visit(browser, hosted_many) as one:
        page = opened(one)
        page.focus("[name=text]")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent.trim()") == "Evidence"
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        assert page.evaluate("document.activeElement.checked")
        assert number(page) < CASES
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_answer_is_announced_once_it_stands(browser: Browser, hosted_many: Visited) -> None:
    with visit(browser, hosted_many) as one:
        page = opened(one)
        status = page.get_by_role("status").and_(page.locator(".cb-found__said"))
        page.locator("[name=text]").press_sequentially("states", delay=20)
        expect(status).to_have_text(page.locator("#found").inner_text())


def test_what_was_found_stays_in_sight_beside_a_filter_far_down(
    browser: Browser, hosted_many: Visited
) -> None:
    with visit(browser, hosted_many, viewport={"width": 1280, "height": 800}) as one:
        page = opened(one)
        page.evaluate(UNFOLDED)
        far = page.locator("fieldset[data-facet=year] input").last
        far.scroll_into_view_if_needed()
        far.check()
        expect(page.locator("#found")).to_be_in_viewport()
        expect(page.locator(".cb-row__title").first).to_be_in_viewport()


def test_on_a_phone_a_button_says_how_many_and_leads_to_them(
    browser: Browser, hosted_many: Visited
) -> None:
    with visit(browser, hosted_many, viewport={"width": 390, "height": 740}) as one:
        page = opened(one)
        page.evaluate(UNFOLDED)
        first = page.locator("fieldset[data-facet=sector] input").first
        first.scroll_into_view_if_needed()
        first.check()
        button = page.locator(".cb-filters__show button")
        expect(button).to_be_in_viewport()
        expect(button).to_have_text(f"Show the cases: {number(page)}")
        button.click()
        expect(page.locator("#found")).to_be_in_viewport()


def test_a_cost_is_read_as_people_write_it(browser: Browser, hosted_many: Visited) -> None:
    with visit(browser, hosted_many) as one:
        page = opened(one, f"{CATALOGUE}#cost=1000000..")
        asked = number(page)
        page = opened(one)
        page.evaluate(UNFOLDED)
        page.locator("input[name=cost-from]").fill("€1m")
        expect(page.locator("#found")).to_contain_text(f"{asked} ")


def test_on_a_phone_the_filters_fold(browser: Browser, hosted_many: Visited) -> None:
    for width in (360, 320):
        with visit(browser, hosted_many, viewport={"width": width, "height": 740}) as one:
            page = opened(one)
            first = box(page, "evidence", "strong")
            assert first.is_hidden()
            page.locator(".cb-filters__all > summary").click()
            page.locator("summary", has_text="Evidence").click()
            first.check()
            assert number(page) < CASES
            assert (
                page.locator(".cb-filters__all > summary .cb-filters__number").inner_text() == "1"
            )
            page.evaluate(UNFOLDED)
            assert page.evaluate(WIDER_THAN_WINDOW) <= 0


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360)])
def test_axe_finds_nothing_grave(
    browser: Browser, hosted_many: Visited, scheme: str, width: int
) -> None:
    window = {"width": width, "height": 900}
    for state in ("", "#evidence=strong&roi=50..", "#text=zzzz"):
        with visit(browser, hosted_many, color_scheme=scheme, viewport=window) as one:
            page = opened(one, f"{CATALOGUE}{state}")
            page.evaluate(UNFOLDED)
            found = Axe().run(page).response["violations"]
            assert [
                (rule["id"], [node["html"] for node in rule["nodes"]])
                for rule in found
                if rule["impact"] in GRAVE
            ] == []


# What one result cost -----------------------------------------------------------------------------


def result_names(page: Page) -> set[str]:
    return set(page.locator(".cb-row__result dt").all_text_contents())


def test_one_kind_of_result_is_filtered_and_ordered_by_what_it_cost(
    browser: Browser, many: Visited
) -> None:
    with visit(browser, many) as one:
        page = opened(one)
        page.evaluate(UNFOLDED)
        ends = page.locator("input[name^=result]")
        order, by_result = page.locator("select[name=order]"), page.locator("option[value=result]")
        assert by_result.is_disabled()
        assert not ends.first.is_enabled()
        box(page, "measure", "units-sold").check()
        assert result_names(page) == {"Cost per unit sold"}
        all_of_it = number(page)
        order.select_option("result")
        page.locator("input[name=result-from]").fill("5")
        assert number(page) == 0
        page.locator("input[name=result-from]").fill("0.1")
        assert number(page) == all_of_it
        assert "measure=units-sold" in page.url
        assert "result=0.1.." in page.url
        assert "order=result" in page.url
        assert one.faults == []


def test_two_kinds_of_results_never_stand_in_one_order(
    browser: Browser, hosted_many: Visited
) -> None:
    with visit(browser, hosted_many) as one:
        page = opened(one, f"{CATALOGUE}#measure=units-sold&result=0.1..&order=result")
        order = page.locator("select[name=order]")
        assert order.input_value() == "result"
        assert result_names(page) == {"Cost per unit sold"}
        box(page, "measure", "visitors").check()
        assert order.input_value() == "evidence"
        assert not page.locator("input[name=result-from]").is_enabled()
        assert "Cost per unit sold" not in result_names(page)
        assert "result=" not in page.url
        assert one.faults == []
