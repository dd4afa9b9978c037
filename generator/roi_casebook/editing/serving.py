"""`casebook serve`: a local address for the built site, and the changes after which to build anew."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from watchfiles import watch

WATCHED = ("cases", "templates", "site_config.yml", "guide.yml")
DEBOUNCE_MS = 300


class _Quiet(SimpleHTTPRequestHandler):
    """Serve files, let no browser keep them, and log nothing."""

    def end_headers(self) -> None:
        """Add that nothing may be kept: a page shows what was built last."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing of each request."""


@contextmanager
def served(folder: Path, port: int) -> Iterator[str]:
    """Serve a folder on this machine alone and give its address. Errors: OSError (port in use)."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def changes(site: Path) -> Iterator[None]:
    """Give one None for each burst of changes of the site's files. Errors: KeyboardInterrupt."""
    paths = [site / name for name in WATCHED if (site / name).exists()]
    for _ in watch(*paths, debounce=DEBOUNCE_MS):
        yield None
