"""`casebook serve`: a local address for the built site, and the changes after which to build anew."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

from watchfiles import watch

from roi_casebook.pages.parts.addresses import path_of
from roi_casebook.reading.files.library_folder import BESIDE, FOLDERS
from roi_casebook.reading.files.site_file import CONFIG_NAME, read_config

NOT_FOUND = "404.html"
OWN_HOSTS = frozenset({"127.0.0.1", "localhost"})
"""The names under which this machine asks itself; a page of another host that has its address asks by its own."""
DEBOUNCE_MS = 300
_LOOK_AGAIN_MS = 1_000

State = dict[Path, tuple[int, int]]


class PortTakenError(Exception):
    """A port where nothing can be served; the message says why."""


class _AsTheHost(SimpleHTTPRequestHandler):
    """Serve files as the site's host does; let no browser keep them, and log nothing."""

    def __init__(self, *given: Any, path_at_host: str, **more: Any) -> None:  # noqa: ANN401 -- as its base
        """Take what its base does, and the path at the host under which the site stands."""
        self._path_at_host = path_at_host
        super().__init__(*given, **more)

    def parse_request(self) -> bool:
        """Refuse what was asked of another host: drafts are for this machine's eyes alone."""
        if not super().parse_request():
            return False
        host = self.headers.get("Host", "").rpartition(":")
        if (host[0] or host[2]).casefold() in OWN_HOSTS:
            return True
        self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        return False

    def translate_path(self, path: str) -> str:
        """Find a file by its path at the host, as the page for a wrong address links, or without."""
        below = f"{self._path_at_host}/"
        return super().translate_path("/" + path.removeprefix(below).removeprefix("/"))

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Take a path that no file can have, as one with a NUL in it, for any other wrong address."""
        try:
            return super().send_head()
        except ValueError:
            self.send_error(HTTPStatus.NOT_FOUND)
            return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own page for a wrong address, where it has been built."""
        page = Path(self.directory) / NOT_FOUND
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def list_directory(self, path: object) -> None:
        """List no folder: no host does."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Add that nothing may be kept: a page shows what was built last."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing of each request."""


def path_at_host(site: Path) -> str:
    """Give the path under which a site stands at its host; ``""`` where its configuration is broken."""
    config = read_config(site).config
    return path_of(config.address) if config else ""


@contextmanager
def served(folder: Path, port: int, path_at_host: str = "") -> Iterator[str]:
    """Serve a folder on this machine alone and give its address. Errors: PortTakenError."""
    handler = partial(_AsTheHost, directory=str(folder), path_at_host=path_at_host)
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        message = f"Cannot serve at port {port}: {error.strerror}. Name another with --port, or 0 for any."
        raise PortTakenError(message) from error
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{path_at_host}/"
    finally:
        server.shutdown()
        server.server_close()


def changes(site: Path) -> Iterator[None]:
    """Give one None for each burst of changes of the site's files since this was called.

    The files are compared with what they were, and looked at every second besides: so no change is
    missed that comes during a build, or in a way that the system does not tell (a file that an
    editor puts in the place of another, a folder that is new). Errors: KeyboardInterrupt.
    """
    return _changes(site, _state(site))


def _changes(site: Path, seen: State) -> Iterator[None]:
    while True:
        seen = _next_state(site, seen)
        yield None


def _next_state(site: Path, seen: State) -> State:
    """Wait until the files are no longer what they were."""
    told = watch(
        *_folders(site),
        recursive=False,
        watch_filter=None,
        debounce=DEBOUNCE_MS,
        rust_timeout=_LOOK_AGAIN_MS,
        yield_on_timeout=True,
    )
    for _ in told:
        state = _state(site)
        if state != seen:
            return state
    return seen


def _folders(site: Path) -> list[Path]:
    inner = [site / name for name in FOLDERS if (site / name).is_dir()]
    below = [path for folder in inner for path in folder.rglob("*") if path.is_dir()]
    return [site, *inner, *below]


def _state(site: Path) -> State:
    """Give of each file of the site when it was changed and how long it is."""
    folders = (site / name for name in FOLDERS)
    files = [site / name for name in (CONFIG_NAME, *BESIDE)]
    files += [path for folder in folders for path in folder.rglob("*")]
    return dict(filter(None, map(_stamp, files)))


def _stamp(path: Path) -> tuple[Path, tuple[int, int]] | None:
    try:
        status = path.stat()
    except OSError:  # it is not there, or no more
        return None
    return path, (status.st_mtime_ns, status.st_size)
