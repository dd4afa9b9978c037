"""`casebook serve`: a local address for the built site, and the changes after which to build anew."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from watchfiles import watch

from roi_casebook.reading.guide_file import GUIDE_NAME
from roi_casebook.reading.library_folder import FOLDERS
from roi_casebook.reading.site_file import CONFIG_NAME

DEBOUNCE_MS = 300
_LOOK_AGAIN_MS = 1_000

State = dict[Path, tuple[int, int]]


class PortTakenError(Exception):
    """A port where nothing can be served; the message says why."""


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
    """Serve a folder on this machine alone and give its address. Errors: PortTakenError."""
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Quiet, directory=str(folder)))
    except OSError as error:
        message = f"Cannot serve at port {port}: {error.strerror}. Name another with --port, or 0 for any."
        raise PortTakenError(message) from error
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def changes(site: Path) -> Iterator[None]:
    """Give one None for each burst of changes of the site's files. Errors: KeyboardInterrupt.

    The files are compared with what they were, and looked at every second besides: so no change is
    missed that comes during a build, or in a way that the system does not tell (a file that an
    editor puts in the place of another, a folder that is new).
    """
    seen = _state(site)
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
    files = [site / CONFIG_NAME, site / GUIDE_NAME]
    files += [path for folder in folders for path in folder.rglob("*")]
    return dict(filter(None, map(_stamp, files)))


def _stamp(path: Path) -> tuple[Path, tuple[int, int]] | None:
    try:
        status = path.stat()
    except OSError:  # it is not there, or no more
        return None
    return path, (status.st_mtime_ns, status.st_size)
