"""Citing and passing on a case: what is copied, and that it is said, at a host and from a folder."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.visits import Visited, serve, visit

ROOT = Path(__file__).parents[2]
SLUGS = ("need-a-cake", "depaul-ihobo")
CASE = "cases/depaul-ihobo.html"
PUBLIC = "https://roi-casebook.example/cases/depaul-ihobo.html"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a built site of two cases."""
    folder, out = tmp_path_factory.mktemp("few"), tmp_path_factory.mktemp("built") / "site"
    (folder / "cases").mkdir()
    config = yaml.safe_load((ROOT / "site_config.yml").read_text("utf-8"))
    (folder / "site_config.yml").write_text(yaml.safe_dump(config), "utf-8")
    for slug in SLUGS:
        (folder / f"cases/{slug}.yml").write_bytes((ROOT / f"cases/{slug}.yml").read_bytes())
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
def page(browser: Browser, reached: Visited) -> Iterator[Page]:
    """Open the case, with what is copied kept where a test can read it."""
    with visit(browser, reached) as one:
        one.page.add_init_script(
            "document.addEventListener('copy', () => { window.wasCopied = String(getSelection()); });"
            "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        )
        one.open(CASE)
        yield one.page
        assert one.faults == []


def copied(page: Page, button: Locator) -> str:
    """Press a button; give what the browser was asked to copy by a page without a clipboard."""
    button.click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_in_viewport()
    expect(button).to_be_focused()
    text: str = page.evaluate("window.wasCopied")
    return text


def test_a_heading_gives_the_public_link_to_it(page: Page) -> None:
    button = page.get_by_role("button", name="Copy the link to “What was done”")
    assert copied(page, button) == f"{PUBLIC}#story"


def test_a_folded_section_gives_its_link_once_it_is_open(page: Page) -> None:
    button = page.get_by_role("button", name="Copy the link to “Sources”")
    expect(button).to_be_hidden()
    page.locator("summary", has=page.locator("#sources")).click()
    assert copied(page, button) == f"{PUBLIC}#sources"


def test_the_citation_and_the_link_to_the_case_are_copied(page: Page) -> None:
    page.locator("summary", has=page.locator("#cite")).click()
    line = copied(page, page.get_by_role("button", name="Copy the citation"))
    assert line == page.locator(".cb-cite").inner_text()
    assert line.endswith(PUBLIC)
    assert copied(page, page.get_by_role("button", name="Copy the link to this case")) == PUBLIC
    page.keyboard.press("Escape")
    expect(page.locator(".cb-said")).to_be_empty()


def test_where_nothing_can_be_copied_the_text_stands_there(page: Page) -> None:
    page.evaluate("document.execCommand = () => false")
    page.get_by_role("button", name="Copy the link to “What was done”").click()
    expect(page.locator(".cb-said")).to_contain_text(f"{PUBLIC}#story")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_found_by_axe(browser: Browser, few: Path, scheme: str) -> None:
    with visit(browser, Visited(few, few.as_uri()), color_scheme=scheme) as one:
        one.open(f"{CASE}#cite")
        one.page.get_by_role("button", name="Copy the citation").click()
        expect(one.page.locator(".cb-said")).not_to_be_empty()
        assert [found["id"] for found in Axe().run(one.page).response["violations"]] == []


def test_the_file_for_reference_managers_is_there_in_each_language(few: Path) -> None:
    for slug in SLUGS:
        assert (few / f"cases/{slug}.bib").read_text("utf-8").startswith(f"@misc{{{slug}-en,")
        assert (few / f"fr/cases/{slug}.bib").read_text("utf-8").startswith(f"@misc{{{slug}-fr,")
