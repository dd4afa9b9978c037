"""The sample site with the shells of the second engine: its theme's script runs, and asks no host."""

import re
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, expect

from roi_casebook.pages.parts.templates import template_folders
from tests.browser.visits import Visited, serve, visit
from tests.output import sample_site
from tests.output.publish_content import publish_site


def test_nothing_fails_and_the_skip_link_leads_to_the_heading(
    browser: Browser, tmp_path: Path
) -> None:
    content = sample_site.content(site=replace(sample_site.site(), engine="zensical"))
    folders, out = template_folders(tmp_path), tmp_path / "site"
    assert publish_site(content, folders, tmp_path / "shells", out) == ()
    with serve(out) as address, visit(browser, Visited(out, address)) as one:
        for page in Visited(out, address).pages():
            one.open(page)
            one.page.wait_for_function("document.fonts.status === 'loaded'")
        one.page.keyboard.press("Tab")
        one.page.keyboard.press("Enter")
        expect(one.page).to_have_url(re.compile("#top$"))
        assert one.faults == []
