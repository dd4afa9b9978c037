"""Real Chromium on two built sites: a sample with every component, and this project's own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from roi_casebook.pages.parts.templates import template_folders
from tests.browser.visits import Visited, serve
from tests.output import sample_site
from tests.output.publish_content import publish_site

PROJECT = Path(__file__).parents[2]
PATIENCE = 30_000
"""Milliseconds; no test is about time, and a machine may be busy."""
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all tests of this folder: they need Chromium."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("no Chromium here: make test finds or installs it")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session", params=["sample", "own"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a published site."""
    out = tmp_path_factory.mktemp(request.param) / "site"
    build_sample(out) if request.param == "sample" else build_own(out)
    return out


def build_sample(out: Path) -> None:
    cache = out.parent / "shells"
    assert publish_site(sample_site.content(), template_folders(out.parent), cache, out) == ()


def build_own(out: Path) -> None:
    if find_spec("roi_casebook.build") is None:
        pytest.skip("there is no command that builds the project's own site yet")
    casebook = Path(sys.executable).parent / "casebook"
    subprocess.run([casebook, "build", "--site", PROJECT, "--out", out], check=True)


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visited]:
    """Give this project's own site at a host."""
    out = tmp_path_factory.mktemp("own") / "site"
    build_own(out)
    with serve(out) as address:
        yield Visited(out, address)


@pytest.fixture(scope="session", params=["host", "folder"])
def visited(request: pytest.FixtureRequest, site: Path) -> Iterator[Visited]:
    """Give the site as a reader reaches it: from a host, or from a folder."""
    if request.param == "folder":
        yield Visited(site, site.as_uri())
    else:
        with serve(site) as address:
            yield Visited(site, address)


@pytest.fixture(scope="session")
def hosted(site: Path) -> Iterator[Visited]:
    """Give the site at a host."""
    with serve(site) as address:
        yield Visited(site, address)
