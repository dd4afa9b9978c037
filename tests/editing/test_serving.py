"""The local address, and the changes of a site's files after which it is built anew."""

import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest

from roi_casebook.editing.serving import PortTakenError, changes, path_at_host, served

ROOT = Path(__file__).parents[2]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "cases").mkdir(parents=True)
    (site / "site_config.yml").write_bytes((ROOT / "site_config.yml").read_bytes())
    case = (ROOT / "cases" / "need-a-cake.yml").read_bytes()
    (site / "cases" / "need-a-cake.yml").write_bytes(case)
    return site


def test_a_folder_is_served_on_this_machine(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("hello")
    with served(tmp_path, 0) as address, urllib.request.urlopen(address) as page:  # noqa: S310 -- our own
        assert page.read() == b"hello"
        assert page.headers["Cache-Control"] == "no-store"


def answer(address: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(address) as page:  # noqa: S310 -- our own
            return page.status, page.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def test_a_wrong_address_shows_the_site_s_own_page_and_a_folder_no_list(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    with served(tmp_path, 0) as address:
        assert answer(f"{address}none.html")[0] == 404
        (tmp_path / "404.html").write_text("Rien ici : é", encoding="utf-8")
        for wrong in ("none.html", "deep/none.html", "assets/"):
            assert answer(address + wrong) == (404, "Rien ici : é".encode())


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("127.0.0.1:8000", 200),
        ("localhost:1", 200),
        ("LOCALHOST", 200),
        ("evil.example", 421),
        ("evil.example:80", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example:80", 421),
        ("", 421),
        (":80", 421),
    ],
)
def test_only_this_machine_s_own_names_are_answered(tmp_path: Path, host: str, status: int) -> None:
    """A page of another host may have its name lead here, and must read no draft by that."""
    (tmp_path / "index.html").write_text("a draft")
    with served(tmp_path, 0) as address:
        request = urllib.request.Request(address, headers={"Host": host})  # noqa: S310 -- our own
        try:
            with urllib.request.urlopen(request) as page:  # noqa: S310 -- our own
                found, body = page.status, page.read()
        except urllib.error.HTTPError as error:
            with error:
                found, body = error.code, error.read()
        assert found == status
        assert (b"a draft" in body) == (status == 200)


def test_a_path_that_no_file_can_have_is_a_wrong_address(tmp_path: Path) -> None:
    with served(tmp_path, 0) as address:
        assert answer(f"{address}%00")[0] == 404


def test_a_site_below_a_path_of_its_host_is_served_there(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "a.html").write_text("a", encoding="utf-8")
    with served(tmp_path, 0, "/our/roi") as address:
        assert address.endswith("/our/roi/")
        assert answer(f"{address}cases/a.html") == (200, b"a")
        assert answer(address.replace("our/roi/", "cases/a.html")) == (200, b"a")
        assert answer(f"{address}our/roi/cases/a.html")[0] == 404
        assert answer(f"{address}../../../site_config.yml")[0] == 404


def test_the_path_at_the_host_is_the_configured_one(site: Path) -> None:
    assert path_at_host(site) == ""
    config = site / "site_config.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("casebook.example/", "casebook.example/our/"), "utf-8")
    assert path_at_host(site) == "/our"
    config.write_text("title: [", "utf-8")
    assert path_at_host(site) == ""


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTakenError, match=f"port {port}.*--port"), served(tmp_path, port):
            pass


def replaced(site: Path) -> None:
    new = site / "new"
    new.write_text("title: T\n")
    new.replace(site / "site_config.yml")


def guide_added(site: Path) -> None:
    (site / "guide.yml").write_text("format: 1\n")


def template_added(site: Path) -> None:
    (site / "templates" / "pages").mkdir(parents=True)
    (site / "templates" / "pages" / "home.html").write_text("x")


def case_removed(site: Path) -> None:
    (site / "cases" / "need-a-cake.yml").unlink()


@pytest.mark.parametrize("change", [replaced, guide_added, template_added, case_removed])
def test_every_change_is_noticed_even_one_made_meanwhile(
    site: Path, change: Callable[[Path], None]
) -> None:
    noticed: Queue[None] = Queue()
    go_on = threading.Semaphore(0)

    since_now = changes(site)

    def watch() -> None:
        for each in since_now:
            noticed.put(each)
            go_on.acquire()  # as a build takes its time

    threading.Thread(target=watch, daemon=True).start()
    (site / "cases" / "other.yml").write_text("x")
    noticed.get(timeout=60)
    change(site)
    go_on.release()
    noticed.get(timeout=60)


PATIENCE = 180.0
"""Seconds after which a server that says nothing is ended, so that its test fails."""


@pytest.fixture
def serving(site: Path) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "roi_casebook", "serve", "--port", "0", "--site", str(site)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        stuck = threading.Timer(PATIENCE, process.kill)
        stuck.start()
        yield process
        stuck.cancel()
        process.kill()


def until(process: "subprocess.Popen[str]", words: str) -> str:
    """Read what a process says up to a line that holds some words."""
    assert process.stdout
    for line in process.stdout:
        if words in line:
            return line
    raise AssertionError(f"it ended and never said {words!r}")


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")
def test_a_broken_case_leaves_the_last_site_and_a_mended_one_renews_it(
    site: Path, serving: "subprocess.Popen[str]"
) -> None:
    address = until(serving, "The site is at").split()[4].rstrip(";")
    case = site / "cases" / "need-a-cake.yml"
    whole = case.read_text("utf-8")
    case.write_text("format: 1\n", "utf-8")
    until(serving, "Nothing was published")
    with urllib.request.urlopen(f"{address}cases/need-a-cake.html") as page:  # noqa: S310 -- our own
        assert page.status == 200
    case.write_text(whole, "utf-8")
    until(serving, "built anew")
    (site / "templates" / "pages").mkdir(parents=True)
    (site / "templates" / "pages" / "home.html").write_text("{% broken", "utf-8")
    until(serving, "Nothing was built")
    serving.send_signal(signal.SIGINT)
    assert serving.wait() == 130
    assert serving.stdout
    assert serving.stdout.read() == ""
