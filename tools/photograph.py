"""Photograph each kind of page of a built site: in widths, colours, languages, and as it is printed.

    make pictures                        # builds the site first; into .casebook/pictures/
    python tools/photograph.py site pictures --width 390 --kind case

Of each kind and language the longest page is taken, to 12,000 pixels. The pictures are for people to look at:
nothing is compared. With --readme the two pictures of README.md are renewed instead, which show the
first screen of a case and of the catalogue.
"""  # noqa: INP001 -- a folder of commands, no package

import os
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import click
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

WIDTHS = (360, 390, 768, 1280, 1920)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
HEIGHT = 844
PHONE = 600
"""Narrower windows are those of phones."""
PAPER = 794
"""The width of A4 in pixels of the screen."""
TALLEST = 12_000
"""Pixels: more than this nobody looks at, and a browser paints no more at once."""
PATIENCE = 180_000
"""Milliseconds: a machine may be busy."""
DOCS = Path(__file__).parents[1] / "docs"
README = {"case-page.png": "cases/ebay-paid-search.html", "catalogue.png": "cases/index.html"}
README_SIZE = (1280, 800)
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_KIND = re.compile('class="[^"]*cb-page--([a-z-]+)"')
_LANGUAGE = re.compile('<html lang="([a-z]+)"')


@dataclass(frozen=True)
class Shown:
    """A page to photograph: its kind, its language, its file."""

    kind: str
    language: str
    file: Path


def shown_pages(site: Path, kinds: Sequence[str] = ()) -> list[Shown]:
    """Give the longest page of each kind in each language; kinds: those alone, of none all."""
    found: dict[tuple[str, str], Path] = {}
    for file in sorted(site.rglob("*.html"), key=lambda one: one.stat().st_size):
        html = file.read_text(encoding="utf-8")
        kind, language = _KIND.search(html), _LANGUAGE.search(html)
        if kind and language and (not kinds or kind[1] in kinds):
            found[kind[1], language[1]] = file
    return [Shown(*at, file) for at, file in sorted(found.items())]


def photographed(browser: Browser, shown: Shown, widths: Sequence[int], to: Path) -> Iterator[Path]:
    """Write the pictures of a page into a folder; give each as it is there."""
    for width in widths:
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": HEIGHT},
                color_scheme=scheme,
                has_touch=width < PHONE,
                is_mobile=width < PHONE,
            )
            page = _opened(context.new_page(), shown.file)
            yield _picture(page, to / f"{shown.kind}-{shown.language}-{width}-{scheme}.png")
            context.close()
    yield _printed(browser, shown, to / f"{shown.kind}-{shown.language}-print.png")


def _opened(page: Page, file: Path) -> Page:
    page.goto(file.absolute().as_uri())
    page.evaluate("document.fonts.ready")
    return page


def _picture(page: Page, to: Path) -> Path:
    width = (page.viewport_size or {"width": PAPER})["width"]
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST)
    clip = FloatRect(x=0, y=0, width=width, height=height)
    page.screenshot(path=to, full_page=True, clip=clip, timeout=PATIENCE)
    return to


def _printed(browser: Browser, shown: Shown, to: Path) -> Path:
    page = _opened(browser.new_page(viewport={"width": PAPER, "height": 1123}), shown.file)
    page.emulate_media(media="print")
    made = _picture(page, to)
    page.pdf(path=to.with_suffix(".pdf"), prefer_css_page_size=True)
    page.close()
    return made


def renew_readme(browser: Browser, site: Path) -> Iterator[Path]:
    """Write the pictures of README.md; give each as it is there."""
    width, height = README_SIZE
    for name, address in README.items():
        page = _opened(
            browser.new_page(viewport={"width": width, "height": height}), site / address
        )
        page.screenshot(path=DOCS / name)
        page.close()
        yield DOCS / name


@click.command(help=__doc__)
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("into", type=click.Path(path_type=Path))
@click.option("--width", "widths", multiple=True, type=int, help="Else 360 to 1920 pixels.")
@click.option("--kind", "kinds", multiple=True, help="Of pages: case, catalogue ...; else all.")
@click.option("--readme", is_flag=True, help="Renew the pictures of README.md instead.")
def main(site: Path, into: Path, widths: Sequence[int], kinds: Sequence[str], readme: bool) -> None:  # noqa: FBT001 -- an option
    """Photograph, and name each picture that was made."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        sys.exit("There is no Chromium here: make pictures finds or installs it.")
    into.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        if readme:
            made = renew_readme(browser, site)
        else:
            pages = shown_pages(site, kinds)
            made = (
                one
                for shown in pages
                for one in photographed(browser, shown, widths or WIDTHS, into)
            )
        for picture in made:
            click.echo(picture)
        browser.close()


if __name__ == "__main__":
    main()
