"""A built site as readers reach it, and what a browser says about a visit."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page
from selectolax.lexbor import LexborHTMLParser

from roi_casebook.pages.parts.addresses import path_of
from tests.real_cases import KINDS

ANYWHERE = "404.html"
LARGE, FEW = 50, 2
"""From so many pages of cases on some are chosen; so many lists of a folder are."""


@dataclass(frozen=True)
class Visited:
    """A site in `folder`, reached at `address`, which has no closing slash."""

    folder: Path
    address: str

    def all_pages(self) -> list[str]:
        """Give the addresses of all pages but those that lead on and that for wrong addresses."""
        names = sorted(
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html")
        )
        return [name for name in names if self._kind(name) not in {"", "not-found"}]

    def pages(self) -> list[str]:
        """Give pages of all kinds: of a large library those of some cases, and few of many lists.

        Chosen by name, so that they are the same each time.
        """
        folders: Counter[str] = Counter()
        return [name for name in self.all_pages() if self._is_chosen(name, folders)]

    def _is_chosen(self, name: str, folders: Counter[str]) -> bool:
        path = Path(name)
        if path.parent.name == "cases" and path.name.partition(".")[0] != "index":
            return path.stem.removesuffix("-working") in KINDS or not self._is_large
        folders[str(path.parent)] += 1
        return path.parent.name in {"", "fr", "cases"} or folders[str(path.parent)] <= FEW

    @property
    def _is_large(self) -> bool:
        return sum(1 for _ in (self.folder / "cases").glob("*.html")) > LARGE

    def pages_by_kind(self) -> dict[str, str]:
        """Give one page of each kind in each language, the longest: kind and language -> address."""
        pages = sorted(self.all_pages(), key=lambda name: (self.folder / name).stat().st_size)
        return {f"{self._kind(name)} {self.language(name)}": name for name in pages}

    def language(self, name: str) -> str:
        found = re.search('<html lang="([a-z]+)"', self._html(name))
        return found[1] if found else ""

    def _kind(self, name: str) -> str:
        found = re.search('class="[^"]*cb-page--([a-z-]+)"', self._html(name))
        return found[1] if found else ""

    def _html(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


@dataclass
class Visit:
    """A browser's page with all that went wrong on it."""

    page: Page
    home: str
    faults: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        self.page.goto(f"{self.home}/{address}")

    def listen(self) -> None:
        self.page.on("console", lambda said: self._note(f"{said.type}: {said.text}"))
        self.page.on("pageerror", lambda error: self._note(f"script: {error}"))
        self.page.on("requestfailed", lambda request: self._failed(request.url, request.failure))
        self.page.on("request", lambda request: self._request(request.url))

    def _request(self, address: str) -> None:
        if not address.startswith((self.home, "data:")):
            self._note(f"another host: {address}")

    def _failed(self, address: str, why: str | None) -> None:
        if why != "net::ERR_ABORTED":  # the page was left before, say, its icon came
            self._note(f"failed: {address}: {why}")

    def _note(self, fault: str) -> None:
        self.faults.append(f"{self.page.url}: {fault}")


def follow(link: Locator) -> str:
    """Press a link, wait until what it leads to is loaded, and give that address."""
    address: str = link.evaluate("e => e.href")
    link.click()
    whole = "#" not in address  # the link to the other language adds the section in sight
    link.page.wait_for_url(
        lambda now: now == address or (whole and now.partition("#")[0] == address)
    )
    return address


@contextmanager
def visit(browser: Browser, visited: Visited, **options: Any) -> Iterator[Visit]:  # noqa: ANN401
    """Open a fresh window; options: of a browser context."""
    context: BrowserContext = browser.new_context(**options)
    one = Visit(context.new_page(), visited.address)
    one.listen()
    yield one
    context.close()


class _Handler(SimpleHTTPRequestHandler):
    """A host as readers know it: the site at its path, its own page for a wrong address."""

    def __init__(self, *arguments: Any, site_path: str, **options: Any) -> None:  # noqa: ANN401
        self.site_path = site_path
        super().__init__(*arguments, **options)

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self.site_path))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / ANYWHERE
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002, ANN401
        """Say nothing."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a built site at the path that it was built for; give its address."""
    home = LexborHTMLParser((folder / "index.html").read_text(encoding="utf-8"))
    canonical = home.css_first('link[rel="canonical"]')
    assert canonical is not None
    path = path_of((canonical.attributes["href"] or "").removesuffix("index.html"))
    handler = partial(_Handler, directory=str(folder), site_path=path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{path}"
        server.shutdown()
        thread.join()
